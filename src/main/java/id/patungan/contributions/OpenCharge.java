package id.patungan.contributions;

import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * A charge and what was paid on it, both derived from the postings that name it; never stored.
 *
 * @param charge {@code AS-2006-0001/34.04}
 * @param account the receivable account: 11300 or 11310
 * @param due the day of the earliest part that is still open; of the last part if none is
 * @param charged what was billed and not cancelled
 * @param credited taken back of it by credit notes
 * @param writtenOff taken out of the receivables by decision, less what was recovered
 * @param paid what receipts, prepayments and gifts in kind have settled
 * @param inKind of that what was settled in kind
 * @param open charged − credited − written off − paid
 * @param memo of what was written off is still claimed
 * @param allowance for what may not be paid; zero for those who do not read the whole book
 * @param schedule when which part of it falls due, by day; the parts add to what was charged and to
 *     what is open
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
        Money credited,
        Money writtenOff,
        Money paid,
        Money inKind,
        Money open,
        Money memo,
        Money allowance,
        @Nullable Basis basis,
        Status status,
        List<Part> schedule) {

    /** Takes a copy. */
    public OpenCharge {
        schedule = List.copyOf(schedule);
    }

    /** A charge that falls due at once, and of which nothing was taken back. */
    public OpenCharge(
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
        this(
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
                Money.zero(charged.currency()),
                Money.zero(charged.currency()),
                paid,
                new Money(charged.currency(), 0),
                open,
                Money.zero(charged.currency()),
                Money.zero(charged.currency()),
                basis,
                status,
                List.of(new Part(1, due, charged, open)));
    }

    /**
     * A part of a charge that falls due on a day of its own.
     *
     * @param number of the instalment, from 1; 0 for what later figures added
     * @param open of that amount; below zero only where a journal entry took off more than was
     *     charged
     */
    public record Part(int number, LocalDate due, Money amount, Money open) {

        /** Whether later figures added it. */
        public boolean later() {
            return number == 0;
        }

        /** The same day of another charge beside it; of an instalment the number is kept. */
        Part plus(Part other) {
            return new Part(
                    Math.max(number, other.number),
                    due,
                    amount.plus(other.amount),
                    open.plus(other.open));
        }

        /** The state of it on a day. */
        public Status status(LocalDate today) {
            var none = Money.zero(amount.currency());
            return OpenCharge.status(new Figures(amount, none, none, settled()), due, false, today);
        }

        /** What was paid of it, in money or in kind, credited, or written off. */
        public Money settled() {
            return amount.minus(open);
        }
    }

    /** Whether it falls due on more than one day. */
    public boolean inParts() {
        return schedule.size() > 1;
    }

    /** What should have been paid by the day before and was not. */
    public Money overdue(LocalDate asOf) {
        return schedule.stream()
                .filter(part -> asOf.isAfter(part.due()) && !part.open().isNegative())
                .map(Part::open)
                .reduce(Money.zero(open.currency()), Money::plus);
    }

    /** What people call the state of a charge, on the day asked for. */
    public enum Status {
        /** The assessment was cancelled. */
        CANCELLED,
        /** Nothing is open: it was paid. */
        PAID,
        /** Nothing is open and nothing was paid: a credit note took all of it back. */
        CREDITED,
        /** Nothing is open, for the rest was written off. */
        WRITTEN_OFF,
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
                credited,
                writtenOff,
                paid,
                inKind,
                rest,
                memo,
                allowance,
                basis,
                status,
                schedule);
    }

    /** Charged, less what was credited: what is to be collected. */
    public Money collectable() {
        return charged.minus(credited);
    }

    /** The figures of a charge. */
    record Figures(Money charged, Money credited, Money writtenOff, Money paid) {

        Money open() {
            return charged.minus(credited).minus(writtenOff).minus(paid);
        }

        Figures plus(Figures other) {
            return new Figures(
                    charged.plus(other.charged),
                    credited.plus(other.credited),
                    writtenOff.plus(other.writtenOff),
                    paid.plus(other.paid));
        }
    }

    Figures figures() {
        return new Figures(charged, credited, writtenOff, paid);
    }

    /** The state of a charge with these figures on that day. */
    static Status status(Figures figures, LocalDate due, boolean cancelled, LocalDate today) {
        if (cancelled) return Status.CANCELLED;
        if (figures.open().minorUnits() <= 0) {
            if (figures.writtenOff().minorUnits() > 0) return Status.WRITTEN_OFF;
            return figures.paid().isZero() && !figures.credited().isZero()
                    ? Status.CREDITED
                    : Status.PAID;
        }
        if (today.isAfter(due)) return Status.OVERDUE;
        return figures.paid().isZero() ? Status.OPEN : Status.PARTLY_PAID;
    }
}
