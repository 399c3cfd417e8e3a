package id.patungan.contributions.letters;

import id.patungan.basics.Money;
import id.patungan.contributions.NewReceipt.Deduction;
import id.patungan.contributions.Receipt;
import id.patungan.contributions.Receipts;
import id.patungan.contributions.UnitAccount;
import id.patungan.contributions.UnitAccounts;
import id.patungan.contributions.letters.PaperIssue.Draft;
import id.patungan.contributions.letters.PaperIssue.Request;
import id.patungan.contributions.letters.ReceiptPaper.Part;
import id.patungan.contributions.paying.PayingUnit;
import id.patungan.contributions.paying.PaymentLine;
import id.patungan.contributions.paying.PaymentLines;
import id.patungan.documents.IssuedPaper;
import id.patungan.documents.PaperFrames;
import id.patungan.documents.PaperSignatory;
import id.patungan.platform.Access;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Receipts on paper (kuitansi): what a payer gets to show that it has paid. A receipt has at most
 * one paper that stands. The paper names what the payer paid, before deductions, for that is what
 * its account was credited with.
 */
@Service
public class ReceiptPapers implements ReplaceablePapers {

    /** The series of receipts on paper in the register. */
    public static final String SERIES = "KW";

    private final Receipts receipts;
    private final PaymentLines lines;
    private final UnitAccounts accounts;
    private final PaperFrames frames;
    private final LetterPrinter printer;
    private final PaperIssue papers;

    ReceiptPapers(
            Receipts receipts,
            PaymentLines lines,
            UnitAccounts accounts,
            PaperFrames frames,
            LetterPrinter printer,
            PaperIssue papers) {
        this.receipts = receipts;
        this.lines = lines;
        this.accounts = accounts;
        this.frames = frames;
        this.printer = printer;
        this.papers = papers;
    }

    /**
     * Issues the paper of a receipt.
     *
     * @param key of the command; the same key with the same wish answers the same paper
     * @throws LettersException if one stands, the receipt was reversed, or the date is wrong
     */
    public IssuedPaper issue(Access access, String receipt, NewLetter wish, String key) {
        return once(access, new Request(SERIES, receipt, wish, null), key);
    }

    @Override
    public boolean issues(String series) {
        return series.equals(SERIES);
    }

    @Override
    public IssuedPaper replace(
            Access access, String receipt, NewLetter wish, String reason, String key) {
        return once(access, new Request(SERIES, receipt, wish, reason), key);
    }

    private IssuedPaper once(Access access, Request request, String key) {
        var wish = request.wish();
        return papers.once(
                access,
                request,
                key,
                code -> {
                    var receipt = standing(access, request.subject(), wish.date());
                    var paper = paper(access, receipt, code, wish.date());
                    return new Draft(
                            receipt.paper().description(),
                            receipt.party(),
                            paper,
                            digest -> printer.print(paper, digest, wish.language()));
                });
    }

    private Receipt standing(Access access, String code, LocalDate date) {
        var receipt = receipts.get(access, code);
        if (receipt.paper().reversal() != null) throw LettersException.reversed(code);
        if (date.isBefore(receipt.paper().date())) {
            throw LettersException.beforeReceipt(code, receipt.paper().date(), date);
        }
        return receipt;
    }

    private ReceiptPaper paper(Access access, Receipt receipt, String code, LocalDate date) {
        var withheld = new LinkedHashMap<String, Money>();
        for (var part : receipt.parts()) {
            for (Deduction deduction : part.deductions()) {
                withheld.merge(deduction.kind().code(), deduction.amount(), Money::plus);
            }
        }
        var prepaid =
                receipt.prepaid().stream()
                        .map(Receipt.Prepaid::amount)
                        .reduce(Money.zero(receipt.gross().currency()), Money::plus);
        var unit = receipt.unit();
        var units = new Units(lines.units(access, receipt.party()), carried(access, receipt));
        return new ReceiptPaper(
                code,
                date,
                frames.body(access),
                receipt.party(),
                receipt.partyName(),
                receipt.code(),
                receipt.paper().date(),
                receipt.paper().description(),
                receipt.gross(),
                parts(withheld),
                receipt.net(),
                receipt.settled().stream()
                        .map(one -> new Part(settled(one, units), one.amount()))
                        .toList(),
                prepaid,
                receipt.sp2dNo(),
                receipt.sp2dOn(),
                receipt.payerAccount(),
                StampDuty.on(date, receipt.gross()).orElse(null),
                frames.signing(access, date).stream()
                        .filter(one -> !one.head())
                        .findFirst()
                        .orElseGet(() -> head(access, date)),
                unit == null ? null : units.name(unit) + " (" + unit + ")");
    }

    /** The units of the payer, and by which lines they carry its charges. */
    private record Units(List<PayingUnit> all, List<UnitAccount> carried) {

        String name(String code) {
            return all.stream()
                    .filter(unit -> unit.code().equals(code))
                    .map(PayingUnit::name)
                    .findFirst()
                    .orElse(code);
        }
    }

    private List<UnitAccount> carried(Access access, Receipt receipt) {
        return receipt.settled().stream().allMatch(one -> one.unit() == null)
                ? List.of()
                : accounts.of(access, new UnitAccounts.Asked(receipt.party(), null, null, null));
    }

    /** The charge; of a divided one also the unit whose part it was, and its account code. */
    private static String settled(Receipt.Settled settled, Units units) {
        var unit = settled.unit();
        if (unit == null) return settled.charge();
        var account =
                units.carried().stream()
                        .filter(part -> part.charge().equals(settled.charge()))
                        .filter(part -> unit.equals(part.unit()))
                        .map(UnitAccount::line)
                        .filter(Objects::nonNull)
                        .map(PaymentLine::account)
                        .filter(Objects::nonNull)
                        .findFirst();
        return settled.charge()
                + " \u00b7 "
                + units.name(unit)
                + account.map(code -> " \u00b7 " + code.code()).orElse("");
    }

    private @Nullable PaperSignatory head(Access access, LocalDate date) {
        return frames.signing(access, date).stream().findFirst().orElse(null);
    }

    private static List<Part> parts(Map<String, Money> amounts) {
        return amounts.entrySet().stream()
                .map(one -> new Part(one.getKey(), one.getValue()))
                .toList();
    }
}
