package id.patungan.contributions;

import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * What this module knows about one journal entry of a party beyond its postings: the columns of the
 * statement of account.
 *
 * <p>It ties to the ledger: over the accounts {@link Contributions#STATEMENT_ACCOUNTS} the party's
 * postings of the entry add up to {@code charged − gross}. An entry without a fact (made by hand in
 * the journal) is shown from its postings alone.
 *
 * @param documentNo the paper: {@code AS-2006-0001}, {@code RC-2006-0003}
 * @param period what was charged or paid for, such as {@code 2006}; several separated by commas
 * @param unit the party's office that pays
 * @param payerAccount account code in the payer's own budget
 * @param charged more owed; negative when a charge is cancelled
 * @param gross credited to the party, in money or in kind; negative when a receipt is reversed or
 *     money goes back
 * @param deductions recognised part of the gross that did not reach the bank; gross − net
 * @param net into the bank; negative when money leaves it
 * @param unrecognised deducted by the payer but not recognised: stays open, not part of gross
 * @param due when the charge, or its first instalment, is due
 * @param reverses number of the entry that this one reverses
 * @param instalments of a charge that falls due in parts, as it was charged; else none
 */
public record StatementFact(
        long entryNo,
        Kind kind,
        String documentNo,
        LocalDate date,
        String description,
        @Nullable String period,
        @Nullable String unit,
        @Nullable String payerAccount,
        @Nullable String sp2dNo,
        @Nullable LocalDate sp2dOn,
        Money charged,
        Money gross,
        Money deductions,
        Money net,
        Money unrecognised,
        @Nullable LocalDate due,
        @Nullable Basis basis,
        @Nullable Long reverses,
        List<Instalment> instalments) {

    /** Takes a copy. */
    public StatementFact {
        instalments = List.copyOf(instalments);
    }

    /** A fact without instalments. */
    public StatementFact(
            long entryNo,
            Kind kind,
            String documentNo,
            LocalDate date,
            String description,
            @Nullable String period,
            @Nullable String unit,
            @Nullable String payerAccount,
            @Nullable String sp2dNo,
            @Nullable LocalDate sp2dOn,
            Money charged,
            Money gross,
            Money deductions,
            Money net,
            Money unrecognised,
            @Nullable LocalDate due,
            @Nullable Basis basis,
            @Nullable Long reverses) {
        this(
                entryNo,
                kind,
                documentNo,
                date,
                description,
                period,
                unit,
                payerAccount,
                sp2dNo,
                sp2dOn,
                charged,
                gross,
                deductions,
                net,
                unrecognised,
                due,
                basis,
                reverses,
                List.of());
    }

    /** What falls due of a charge on a day. */
    public record Instalment(int number, LocalDate due, Money amount) {}

    /** The column "Jenis" of the statement. */
    public enum Kind {
        /** A charge of an assessment. */
        CHARGE,
        /** Money received. */
        RECEIPT,
        /** A prepayment applied to a charge: moves within the account, changes no balance. */
        APPLICATION,
        /** A prepayment paid back. */
        REFUND,
        /** Given in kind and counted towards a charge: no money. */
        IN_KIND,
        /** A credit note, a write-off, a recovery, or the reversal of anything. */
        CORRECTION
    }
}
