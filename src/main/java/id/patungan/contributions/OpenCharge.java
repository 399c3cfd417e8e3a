package id.patungan.contributions;

import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * A charge and what was paid on it, both derived from the postings that name it; never stored.
 *
 * @param charge {@code AS-2006-0001/34.04}
 * @param account the receivable account: 11300 or 11310
 * @param charged what was billed and not cancelled
 * @param paid what receipts and prepayments have settled
 * @param open charged − paid
 */
public record OpenCharge(
        String charge,
        String assessment,
        String description,
        String party,
        String partyName,
        String fund,
        String account,
        @Nullable String project,
        @Nullable String unit,
        String period,
        LocalDate issued,
        LocalDate due,
        Money charged,
        Money paid,
        Money open,
        @Nullable Basis basis,
        Status status) {

    /** What people call the state of a charge, on the day asked for. */
    public enum Status {
        /** The assessment was cancelled. */
        CANCELLED,
        /** Nothing is open. */
        PAID,
        /** Something is open after the due date. */
        OVERDUE,
        /** Something was paid and something is open, not yet due. */
        PARTLY_PAID,
        /** Nothing was paid yet, not yet due. */
        OPEN
    }

    /** The same with that much open, in minor units; nothing if it is less than nothing. */
    OpenCharge withOpen(long minorUnits) {
        var rest = new Money(open.currency(), Math.max(0, minorUnits));
        return new OpenCharge(
                charge,
                assessment,
                description,
                party,
                partyName,
                fund,
                account,
                project,
                unit,
                period,
                issued,
                due,
                charged,
                paid,
                rest,
                basis,
                status);
    }

    /** The state of a charge with these figures on that day. */
    static Status status(
            Money charged, Money paid, LocalDate due, boolean cancelled, LocalDate today) {
        if (cancelled) return Status.CANCELLED;
        if (charged.compareTo(paid) <= 0) return Status.PAID;
        if (today.isAfter(due)) return Status.OVERDUE;
        return paid.isZero() ? Status.OPEN : Status.PARTLY_PAID;
    }
}
