package id.patungan.grants;

import id.patungan.grants.AwardTerms.Promise;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A promise to a sponsor and what became of it.
 *
 * @param settledOn the day on which it was kept, or its part became owed back; null while neither
 * @param kept whether it was kept, where it is settled
 */
public record AwardPromise(
        Promise promise, @Nullable LocalDate settledOn, boolean kept, LocalDate on) {

    /** As shown and sent: kept, broken, overdue or due. */
    public String state() {
        if (settledOn != null) return kept ? "kept" : "broken";
        return promise.dueOn().isBefore(on) ? "overdue" : "due";
    }

    /** Days until it is due; negative after that. */
    public long daysLeft() {
        return ChronoUnit.DAYS.between(on, promise.dueOn());
    }

    /** The promises of an award as they stood at the end of a day. */
    public static List<AwardPromise> of(AwardBook book, LocalDate on) {
        return book.terms().promises().stream().map(one -> of(book, one, on)).toList();
    }

    private static AwardPromise of(AwardBook book, Promise promise, LocalDate on) {
        var charge = book.code() + "/promise/" + promise.code();
        var settling =
                book.own()
                        .filter(one -> charge.equals(one.charge()) && !one.date().isAfter(on))
                        .toList();
        if (settling.stream().mapToLong(AwardMovement::amount).sum() == 0) {
            return new AwardPromise(promise, null, false, on);
        }
        var last = settling.getLast();
        var kept =
                book.own()
                        .filter(one -> one.entry() == last.entry())
                        .anyMatch(one -> one.account().equals(book.terms().kind().income()));
        return new AwardPromise(promise, last.date(), kept, on);
    }
}
