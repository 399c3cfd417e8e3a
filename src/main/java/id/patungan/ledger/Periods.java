package id.patungan.ledger;

import id.patungan.ledger.BookRepository.PeriodEvent;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Months, closed in order and reopened in the reverse order, each time with a record. */
@Service
public class Periods {

    private final Books books;
    private final BookRepository heads;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    Periods(
            Books books,
            BookRepository heads,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        this.books = books;
        this.heads = heads;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** The last day of the last closed month; later days may be posted to. */
    public LocalDate closedThrough(Access access) {
        access.require(Action.READ_OWN);
        return transactions.read(() ->
                heads.head(access.body())
                        .orElseThrow(() -> LedgerException.noSuchBook(access.body().value()))
                        .closedThrough());
    }

    /** Every close and reopen, oldest first. */
    public List<Event> events(Access access) {
        access.require(Action.READ_BOOKS);
        return transactions.read(() ->
                heads.periodEvents(access.body()).stream()
                        .map(event ->
                                new Event(
                                        event.reopened(),
                                        event.closedThrough(),
                                        event.by(),
                                        event.at(),
                                        event.reason(),
                                        event.atEntry()))
                        .toList());
    }

    /**
     * Closes the month; nothing dated in it can be posted any more. Asked again for the month that
     * is the last closed one, it does nothing.
     *
     * @throws LedgerException if it is not the next month in order
     */
    public void close(Access access, YearMonth month) {
        access.require(Action.CLOSE);
        books.write(
                access.body(),
                () -> {
                    var through = books.locked().head().closedThrough();
                    var next = YearMonth.from(through).plusMonths(1);
                    if (month.equals(next)) {
                        move(access, month.atEndOfMonth(), null);
                    } else if (!closedAlready(month, through)) {
                        throw LedgerException.notNextMonth(month, next);
                    }
                    return Boolean.TRUE;
                });
    }

    /** A month before the first open one was never closed, so it cannot be closed already. */
    private boolean closedAlready(YearMonth month, LocalDate through) {
        return month.equals(YearMonth.from(through))
                && !month.atEndOfMonth().isBefore(books.chart().book().firstOpen());
    }

    /**
     * Reopens the last closed month.
     *
     * @return the month that is open again
     * @throws LedgerException if none is closed or no reason is given
     */
    public YearMonth reopen(Access access, String reason) {
        access.require(Action.CLOSE);
        // Which month is meant is settled before the unit of work: run again after a lost answer,
        // it must not reopen a second one
        var month = YearMonth.from(closedThrough(access));
        reopen(access, month, reason);
        return month;
    }

    /**
     * Reopens the month, which must be the last closed one; if it was reopened just now, it does
     * nothing.
     *
     * @throws LedgerException if it is not the last closed month or no reason is given
     */
    public void reopen(Access access, YearMonth month, String reason) {
        access.require(Action.CLOSE);
        if (reason.isBlank()) {
            throw LedgerException.reasonRequired();
        }
        var why = Texts.reason(reason);
        books.write(
                access.body(),
                () -> {
                    var through = books.locked().head().closedThrough();
                    if (through.isBefore(books.chart().book().firstOpen())
                            && !reopenedJustNow(access, month)) {
                        throw LedgerException.nothingToReopen();
                    }
                    var last = YearMonth.from(through);
                    if (month.equals(last)) {
                        move(access, month.minusMonths(1).atEndOfMonth(), why);
                    } else if (!reopenedJustNow(access, month)) {
                        throw LedgerException.notLastMonth(month, last);
                    }
                    return Boolean.TRUE;
                });
    }

    private boolean reopenedJustNow(Access access, YearMonth month) {
        var events = heads.periodEvents(access.body());
        return !events.isEmpty()
                && events.getLast().reopened()
                && YearMonth.from(events.getLast().closedThrough()).plusMonths(1).equals(month);
    }

    private void move(Access access, LocalDate through, @Nullable String reason) {
        var locked = books.locked();
        var before = locked.head().closedThrough();
        var moved = locked.head().period(through, locked.head().periodSeq() + 1);
        var event =
                new PeriodEvent(
                        reason != null,
                        through,
                        access.handle(),
                        clock.instant(),
                        reason,
                        moved.lastNo());
        locked.writing();
        try {
            heads.movePeriod(access.body(), moved, event);
        } catch (RuntimeException e) {
            throw DatabaseRefusal.of(e, access.body().value());
        }
        locked.head(moved);
        audit.record(
                access,
                reason == null ? "period.close" : "period.reopen",
                YearMonth.from(reason == null ? through : before).toString(),
                before,
                through);
    }

    /**
     * A close or reopen.
     *
     * @param closedThrough as it is after the event
     * @param by handle
     * @param reason why it was reopened
     * @param atEntry number of the last entry at that moment
     */
    public record Event(
            boolean reopened,
            LocalDate closedThrough,
            String by,
            Instant at,
            @Nullable String reason,
            long atEntry) {}
}
