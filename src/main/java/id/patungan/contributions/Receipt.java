package id.patungan.contributions;

import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * A receipt that was recorded.
 *
 * @param settled what its entry took off which charges, from the postings
 * @param prepaid what no charge took
 * @param uses what became of that, the oldest first
 */
public record Receipt(
        Paper paper,
        String party,
        String partyName,
        @Nullable String sp2dNo,
        @Nullable LocalDate sp2dOn,
        @Nullable String payerAccount,
        @Nullable String unit,
        List<Part> parts,
        List<Settled> settled,
        List<Prepaid> prepaid,
        List<Use> uses) {

    /** Takes copies. */
    public Receipt {
        parts = List.copyOf(parts);
        settled = List.copyOf(settled);
        prepaid = List.copyOf(prepaid);
        uses = List.copyOf(uses);
    }

    /** Its number, such as {@code RC-2006-0001}. */
    public String code() {
        return paper.code();
    }

    /** What the payer's treasury paid out, over all funds. */
    public Money gross() {
        return parts.stream().map(Part::gross).reduce(Money::plus).orElseThrow();
    }

    /** What reached the bank, over all funds. */
    public Money net() {
        return parts.stream().map(Part::net).reduce(Money::plus).orElseThrow();
    }

    /** What is still there of what was paid in advance or too much, over all funds. */
    public Money left() {
        return prepaid.stream()
                .map(Prepaid::left)
                .reduce(Money.zero(gross().currency()), Money::plus);
    }

    /** What came for one fund. */
    public record Part(
            String fund,
            String bank,
            Money gross,
            List<NewReceipt.Deduction> deductions,
            Money net) {

        /** Takes a copy. */
        public Part {
            deductions = List.copyOf(deductions);
        }

        /** Credited to the payer. */
        public Money credited() {
            return deductions.stream()
                    .filter(deduction -> deduction.kind().account() == null)
                    .map(NewReceipt.Deduction::amount)
                    .reduce(gross, Money::minus);
        }
    }

    /**
     * So much of a charge was settled.
     *
     * @param unit the paying unit whose part it was; null where the charge is not divided
     */
    public record Settled(String charge, @Nullable String unit, String fund, Money amount) {}

    /**
     * Paid in advance or too much, in one fund.
     *
     * @param left what is not applied or refunded yet; zero when the receipt is reversed
     */
    public record Prepaid(String fund, Money amount, Money left) {}

    /**
     * What became of a prepayment.
     *
     * @param charge the charge it settled; null when it was refunded
     * @param bank the account from which it was refunded; null when it settled a charge
     */
    public record Use(
            Paper paper,
            String receipt,
            Money amount,
            @Nullable String charge,
            @Nullable String bank) {}
}
