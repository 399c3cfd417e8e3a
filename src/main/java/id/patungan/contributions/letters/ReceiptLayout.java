package id.patungan.contributions.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The page {@code reports/receipt.jrxml}: the same receipt for the payer and for the file. */
final class ReceiptLayout {

    private final ReceiptPaper receipt;
    private final String digest;
    private final LetterTexts texts;

    ReceiptLayout(ReceiptPaper receipt, String digest, LetterTexts texts) {
        this.receipt = receipt;
        this.digest = digest;
        this.texts = texts;
    }

    LetterPage page() {
        var composed =
                texts.frame(
                        receipt.body(),
                        receipt.date(),
                        receipt.signatory(),
                        receipt.code(),
                        digest);
        composed.put("number", texts.text("receipt.number", receipt.code()));
        composed.put("from", receipt.partyName() + " (" + receipt.party() + ")");
        composed.put("words", texts.words(receipt.amount()));
        composed.put("purpose", purpose());
        composed.put("basis", basis());
        composed.put("amount", texts.money(receipt.amount()));
        composed.put("note", note());
        var duty = receipt.stampDuty();
        composed.put(
                "duty",
                duty == null
                        ? null
                        : texts.text("receipt.duty", texts.money(duty.duty()), duty.law()));
        return new LetterPage(
                composed,
                List.of(
                        Map.of("row", "copy", "c1", texts.text("receipt.copy.payer")),
                        Map.of("row", "copy", "c1", texts.text("receipt.copy.file"))));
    }

    private String purpose() {
        var lines = new ArrayList<String>();
        lines.add(receipt.purpose());
        for (var part : receipt.settled()) {
            lines.add(texts.text("receipt.settled", part.name(), texts.money(part.amount())));
        }
        if (!receipt.prepaid().isZero()) {
            lines.add(texts.text("receipt.prepaid", texts.money(receipt.prepaid())));
        }
        return String.join("\n", lines);
    }

    private String basis() {
        var sp2d = receipt.sp2dNo();
        var day = receipt.sp2dOn();
        var order =
                sp2d == null
                        ? withoutOrder()
                        : "\n"
                                + (day == null
                                        ? texts.text("receipt.order", sp2d)
                                        : texts.text(
                                                "receipt.order-of",
                                                sp2d,
                                                texts.formats().date(day)));
        var account = receipt.payerAccount();
        var unit = receipt.unit();
        return texts.text(
                        "receipt.received",
                        receipt.receipt(),
                        texts.formats().date(receipt.received()))
                + order
                + (account == null ? "" : texts.text("receipt.payer-account", account))
                + (unit == null ? "" : "\n" + texts.text("receipt.unit", unit));
    }

    /** An SP2D is a form of Indonesian treasuries; payers in another currency have none. */
    private String withoutOrder() {
        return receipt.amount().currency().getCurrencyCode().equals("IDR")
                ? "\n" + texts.text("receipt.no-order")
                : "";
    }

    private String note() {
        if (receipt.deductions().isEmpty()) return texts.text("receipt.whole");
        var withheld =
                receipt.deductions().stream()
                        .map(part ->
                                texts.text(
                                        "receipt.deduction",
                                        texts.text("deduction." + part.name()),
                                        texts.money(part.amount())))
                        .collect(Collectors.joining("; "));
        return texts.text("receipt.net", withheld, texts.money(receipt.net()));
    }
}
