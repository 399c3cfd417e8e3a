package id.patungan.contributions;

import id.patungan.basics.AccountCode;
import id.patungan.basics.FundCode;
import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Money that came from a party.
 *
 * @param party code of who paid
 * @param date the day on which it came into the bank
 * @param parts one per fund: a receipt for two funds has a bank line in each
 * @param sp2dNo number of the payer's payment order (SP2D), as written there
 * @param payerAccount account code in the payer's own budget
 * @param unit the payer's office that paid
 */
public record NewReceipt(
        String party,
        LocalDate date,
        String description,
        List<Part> parts,
        @Nullable String sp2dNo,
        @Nullable LocalDate sp2dOn,
        @Nullable String payerAccount,
        @Nullable String unit,
        @Nullable Basis basis) {

    /** Takes a copy. */
    public NewReceipt {
        parts = List.copyOf(parts);
        party = Objects.requireNonNull(Typed.code("party", party));
        description = Typed.text("description", description);
        date = Typed.day("date", date);
        sp2dOn = sp2dOn == null ? null : Typed.day("sp2dDate", sp2dOn);
        sp2dNo = Typed.optional("sp2dNo", sp2dNo, 80);
        payerAccount = Typed.optional("payerAccount", payerAccount, 80);
        unit = Typed.code("unit", unit);
    }

    /**
     * What came for one fund.
     *
     * @param bank account into which it came, such as 11200
     * @param gross what the payer's treasury paid out
     * @param deductions what did not reach the bank; gross less all of them is the net
     * @param allocations which charges it settles; null: the oldest of the fund first. What is left
     *     after them becomes a prepayment
     */
    public record Part(
            FundCode fund,
            AccountCode bank,
            Money gross,
            List<Deduction> deductions,
            @Nullable List<Allocation> allocations) {

        /** Takes copies. */
        public Part {
            deductions = List.copyOf(deductions);
            allocations = allocations == null ? null : List.copyOf(allocations);
        }

        /** What came into the bank. */
        public Money net() {
            return deductions.stream().map(Deduction::amount).reduce(gross, Money::minus);
        }

        /** What is credited to the payer: the gross less what is not recognised. */
        public Money credited() {
            return deductions.stream()
                    .filter(deduction -> deduction.kind().account() == null)
                    .map(Deduction::amount)
                    .reduce(gross, Money::minus);
        }
    }

    /** Something that did not reach the bank. */
    public record Deduction(Kind kind, Money amount) {

        /** Why it did not reach the bank, and where it is booked. */
        public enum Kind {
            /** Tax withheld that the body can credit. */
            CREDITABLE_TAX("11500"),
            /** Final tax withheld: a cost of the body. */
            FINAL_TAX("55200"),
            /** Charged by the bank on the way. */
            BANK_FEE("52900"),
            /** Not recognised: stays owed by the payer. */
            UNRECOGNISED(null);

            private final @Nullable String account;

            Kind(@Nullable String account) {
                this.account = account;
            }

            /** The account that bears it; null if it is not recognised. */
            public @Nullable AccountCode account() {
                return account == null ? null : new AccountCode(account);
            }

            /** As stored and sent: {@code creditable-tax}. */
            public String code() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }

            /**
             * The kind of that code.
             *
             * @throws IllegalArgumentException if there is none
             */
            public static Kind of(String code) {
                for (var kind : values()) {
                    if (kind.code().equals(code)) return kind;
                }
                throw new IllegalArgumentException(
                        "'"
                                + code
                                + "' is not a deduction; use creditable-tax, final-tax, bank-fee or"
                                + " unrecognised");
            }
        }
    }

    /** How much of the part settles a charge. */
    public record Allocation(String charge, Money amount) {}
}
