package id.patungan.contributions.pages;

import static id.patungan.contributions.pages.Wire.required;
import static id.patungan.contributions.pages.Wire.text;

import id.patungan.basics.AccountCode;
import id.patungan.basics.FundCode;
import id.patungan.basics.Input;
import id.patungan.basics.InputException;
import id.patungan.contributions.NewReceipt;
import id.patungan.contributions.Receipt;
import id.patungan.contributions.Receipts;
import id.patungan.contributions.pages.Wire.WireBasis;
import id.patungan.contributions.pages.Wire.WireReversal;
import id.patungan.platform.Access;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** Receipts for programs; amounts are decimal strings in main units. */
@RestController
@RequestMapping("/api/v1/bodies/{body}/receipts")
class ReceiptApi {

    private final Receipts receipts;

    ReceiptApi(Receipts receipts) {
        this.receipts = receipts;
    }

    @GetMapping
    List<Answer> list(
            Access access,
            @RequestParam(required = false) @Nullable String party,
            @RequestParam(required = false) @Nullable Integer year) {
        return receipts.list(access, party, year).stream().map(Answer::of).toList();
    }

    @GetMapping("/{code}")
    Answer get(Access access, @PathVariable String code) {
        return Answer.of(receipts.get(access, code));
    }

    @PostMapping
    ResponseEntity<Answer> record(
            Access access,
            BodyEntry body,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Request request) {
        var recorded = receipts.record(access, request.toWish(body.currency()), key);
        return ResponseEntity.created(
                        URI.create(
                                "/api/v1/bodies/%s/receipts/%s"
                                        .formatted(body.code(), recorded.code())))
                .body(Answer.of(recorded));
    }

    @PostMapping("/{code}/reversal")
    Answer reverse(
            Access access,
            @PathVariable String code,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Reversal request) {
        return Answer.of(
                receipts.reverse(
                        access,
                        code,
                        required("date", request.date()),
                        required("reason", request.reason()),
                        key));
    }

    /** The wish to reverse. */
    record Reversal(@Nullable LocalDate date, @Nullable String reason) {}

    /** The wish to record; see {@link NewReceipt} for the fields. */
    record Request(
            @Nullable String party,
            @Nullable LocalDate date,
            @Nullable String description,
            @Nullable List<Part> parts,
            @Nullable String sp2dNo,
            @Nullable LocalDate sp2dDate,
            @Nullable String payerAccount,
            @Nullable String unit,
            @Nullable WireBasis basis) {

        NewReceipt toWish(Currency currency) {
            return new NewReceipt(
                    required("party", party),
                    required("date", date),
                    required("description", description),
                    required("parts", parts).stream().map(part -> part.toPart(currency)).toList(),
                    sp2dNo,
                    sp2dDate,
                    payerAccount,
                    unit,
                    WireBasis.read("basis", basis));
        }
    }

    /**
     * What came for one fund.
     *
     * @param net if given, it must be gross less deductions
     * @param allocations absent: the oldest charges first
     */
    record Part(
            @Nullable String fund,
            @Nullable String bank,
            @Nullable String gross,
            @Nullable List<Deduction> deductions,
            @Nullable String net,
            @Nullable List<Allocation> allocations) {

        NewReceipt.Part toPart(Currency currency) {
            var read =
                    new NewReceipt.Part(
                            Input.read("parts.fund", () -> new FundCode(required("fund", fund))),
                            Input.read("parts.bank", () -> new AccountCode(required("bank", bank))),
                            Wire.amount("parts.gross", gross, currency),
                            deductions == null
                                    ? List.of()
                                    : deductions.stream()
                                            .map(one -> one.toDeduction(currency))
                                            .toList(),
                            allocations == null
                                    ? null
                                    : allocations.stream()
                                            .map(one -> one.toAllocation(currency))
                                            .toList());
            if (net != null && !Wire.amount("parts.net", net, currency).equals(read.net())) {
                throw new InputException(
                        "parts.net",
                        "'%s' is not gross less deductions, %s".formatted(net, text(read.net())));
            }
            return read;
        }
    }

    /** Something that did not reach the bank. */
    record Deduction(@Nullable String kind, @Nullable String amount) {

        NewReceipt.Deduction toDeduction(Currency currency) {
            return new NewReceipt.Deduction(
                    Input.read(
                            "deductions.kind",
                            () -> NewReceipt.Deduction.Kind.of(required("kind", kind))),
                    Wire.amount("deductions.amount", amount, currency));
        }
    }

    /** How much settles a charge. */
    record Allocation(@Nullable String charge, @Nullable String amount) {

        NewReceipt.Allocation toAllocation(Currency currency) {
            return new NewReceipt.Allocation(
                    required("allocations.charge", charge),
                    Wire.amount("allocations.amount", amount, currency));
        }
    }

    /** A receipt. */
    record Answer(
            String code,
            String party,
            String partyName,
            LocalDate date,
            String description,
            List<AnswerPart> parts,
            String gross,
            String net,
            @Nullable String sp2dNo,
            @Nullable LocalDate sp2dDate,
            @Nullable String payerAccount,
            @Nullable String unit,
            @Nullable WireBasis basis,
            long entry,
            List<AnswerAllocation> allocations,
            String prepaid,
            @Nullable WireReversal reversed) {

        static Answer of(Receipt receipt) {
            var paper = receipt.paper();
            return new Answer(
                    paper.code(),
                    receipt.party(),
                    receipt.partyName(),
                    paper.date(),
                    paper.description(),
                    receipt.parts().stream().map(AnswerPart::of).toList(),
                    text(receipt.gross()),
                    text(receipt.net()),
                    receipt.sp2dNo(),
                    receipt.sp2dOn(),
                    receipt.payerAccount(),
                    receipt.unit(),
                    WireBasis.of(paper.basis()),
                    paper.entryNo(),
                    receipt.settled().stream()
                            .map(one ->
                                    new AnswerAllocation(
                                            one.charge(), one.fund(), text(one.amount())))
                            .toList(),
                    text(receipt.left()),
                    WireReversal.of(paper.reversal()));
        }
    }

    /** What came for one fund. */
    record AnswerPart(
            String fund, String bank, String gross, List<AnswerDeduction> deductions, String net) {

        static AnswerPart of(Receipt.Part part) {
            return new AnswerPart(
                    part.fund(),
                    part.bank(),
                    text(part.gross()),
                    part.deductions().stream()
                            .map(one -> new AnswerDeduction(one.kind().code(), text(one.amount())))
                            .toList(),
                    text(part.net()));
        }
    }

    /** Something that did not reach the bank. */
    record AnswerDeduction(String kind, String amount) {}

    /** How much of a charge was settled. */
    record AnswerAllocation(String charge, String fund, String amount) {}
}
