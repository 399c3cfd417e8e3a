package id.patungan.grants;

import static java.util.Comparator.comparing;

import id.patungan.basics.Fraction;
import id.patungan.grants.AwardTerms.BudgetLine;
import id.patungan.grants.AwardTerms.Purpose;

import org.jspecify.annotations.Nullable;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What an award pays every month that has to be paid by somebody else once it ends, and how much of
 * that the unrestricted funds could bear. Amounts are minor units of the book's currency; a month
 * is a twelfth of 365 days.
 *
 * @param on the day that is looked from
 * @param ends of the purposes whose costs go on, the earliest first
 * @param free what would replace the money
 */
public record AwardExpiry(LocalDate on, List<End> ends, FreeMoney free) {

    /** Days before which costs say nothing of a month yet. */
    static final int YOUNG = 90;

    static final int MONTHS = 12;
    private static final int YEAR = 365;

    /** Copies the list. */
    public AwardExpiry {
        ends = List.copyOf(ends);
    }

    /** What the cost of a month was taken from. */
    public enum Basis {
        /** Costs of the year up to that day. */
        COSTS,
        /** The agreed budget, while there are no costs of {@link #YOUNG} days. */
        BUDGET;

        /** As shown and sent. */
        public String code() {
            return AwardTerms.code(this);
        }
    }

    /**
     * The end of one purpose.
     *
     * @param last day on which it bears costs
     * @param daysLeft until then; negative once it is over
     * @param monthly what it bears in a month; things bought are none of that
     * @param gap what nothing pays for in a month from then on, with what ended before it; negative
     *     if the unrestricted funds have more than that
     */
    public record End(
            Purpose purpose, LocalDate last, long daysLeft, Basis basis, long monthly, long gap) {}

    /**
     * The day up to which other funds are looked at: once a purpose has ended they bear its costs
     * themselves, and what was free before says how much they could.
     */
    static LocalDate lookedAt(AwardBook book, LocalDate on) {
        return goingOn(book).map(book.terms()::lastDay).filter(on::isAfter).findFirst().orElse(on);
    }

    private static Stream<Purpose> goingOn(AwardBook book) {
        var terms = book.terms();
        return terms.purposes().stream()
                .filter(one -> !one.once() && terms.kind() != AwardTerms.Kind.SPONSOR)
                .sorted(comparing(terms::lastDay));
    }

    /** Of an award as it is known on a day; without ends if none of its costs goes on. */
    public static AwardExpiry of(AwardBook book, FreeMoney free, LocalDate on) {
        var terms = book.terms();
        var purposes = goingOn(book).toList();
        var ends = new ArrayList<End>();
        var gap = -free.monthly();
        for (var purpose : purposes) {
            var last = terms.lastDay(purpose);
            var borne = borne(book, purpose, on);
            var monthly = borne == null ? planned(book, purpose) : borne;
            if (monthly == null) continue;
            gap = Math.addExact(gap, monthly);
            ends.add(
                    new End(
                            purpose,
                            last,
                            ChronoUnit.DAYS.between(on, last),
                            borne == null ? Basis.BUDGET : Basis.COSTS,
                            monthly,
                            gap));
        }
        return new AwardExpiry(on, ends, free);
    }

    /** Costs of a purpose in the year up to a day or its end; null while they say nothing. */
    private static @Nullable Long borne(AwardBook book, Purpose purpose, LocalDate on) {
        var terms = book.terms();
        var last = terms.lastDay(purpose);
        var until = on.isAfter(last) ? last : on;
        var year = until.minusDays(YEAR - 1);
        var from = terms.from().isAfter(year) ? terms.from() : year;
        var days = ChronoUnit.DAYS.between(from, until) + 1;
        var costs =
                book.costs()
                        .filter(one -> one.fund().equals(purpose.fund()))
                        .filter(one -> one.account().startsWith("5"))
                        .filter(one -> !one.date().isBefore(from) && !one.date().isAfter(until))
                        .mapToLong(AwardMovement::amount)
                        .sum();
        if (days < YOUNG || costs <= 0) return null;
        return rounded(month(Fraction.of(costs), days));
    }

    /** The budget of a purpose without things to be bought; null in a foreign currency. */
    private static @Nullable Long planned(AwardBook book, Purpose purpose) {
        if (book.foreign()) return null;
        var terms = book.terms();
        var days = ChronoUnit.DAYS.between(terms.from(), terms.lastDay(purpose)) + 1;
        var budget =
                terms.lines().stream()
                        .filter(one -> one.purpose().equals(purpose.code()))
                        .filter(one -> !onlyThings(one))
                        .mapToLong(BudgetLine::amount)
                        .sum();
        return rounded(month(Fraction.of(budget), days));
    }

    private static boolean onlyThings(BudgetLine line) {
        return !line.accounts().isEmpty()
                && line.accounts().stream().allMatch(one -> one.startsWith("12"));
    }

    /** A month of what was counted over so many days. */
    static Fraction month(Fraction amount, long days) {
        return amount.times(Fraction.of(YEAR, Math.multiplyExact(MONTHS, days)));
    }

    /** Half up, as on paper. */
    static long rounded(Fraction amount) {
        return amount.rounded(0, RoundingMode.HALF_UP).longValueExact();
    }

    /** What nothing pays for in a month once all of it has ended; see {@link End#gap()}. */
    public long gap() {
        return ends.isEmpty() ? 0 : ends.getLast().gap();
    }

    /** Whole months for which what the unrestricted funds hold fills the gap; empty without one. */
    public OptionalLong months() {
        return gap() <= 0
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(free.liquid(), 0) / gap());
    }
}
