package id.patungan.contributions.letters;

import com.fasterxml.jackson.annotation.JsonInclude;

import id.patungan.basics.Money;
import id.patungan.documents.PaperBody;
import id.patungan.documents.PaperSignatory;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * Everything that a receipt on paper (kuitansi) prints; frozen with it in the register.
 *
 * @param code of the paper, such as {@code KW-2026-0001}
 * @param receipt the receipt it confirms, such as {@code RC-2026-0001}
 * @param received the day on which the money came in
 * @param amount what the payer paid, before deductions
 * @param deductions what was withheld on the way, by kind
 * @param net what reached the bank
 * @param settled the charges it settled; what is left is a prepayment
 * @param prepaid what no charge took
 * @param unit the paying unit that paid; null if the receipt names none
 * @param stampDuty null if the paper needs no duty stamp
 */
public record ReceiptPaper(
        String code,
        LocalDate date,
        PaperBody body,
        String party,
        String partyName,
        String receipt,
        LocalDate received,
        String purpose,
        Money amount,
        List<Part> deductions,
        Money net,
        List<Part> settled,
        Money prepaid,
        @Nullable String sp2dNo,
        @Nullable LocalDate sp2dOn,
        @Nullable String payerAccount,
        @Nullable StampDuty stampDuty,
        @Nullable PaperSignatory signatory,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable String unit) {

    /** Takes copies. */
    public ReceiptPaper {
        deductions = List.copyOf(deductions);
        settled = List.copyOf(settled);
    }

    /** So much under that name: a kind of deduction, a charge. */
    public record Part(String name, Money amount) {}
}
