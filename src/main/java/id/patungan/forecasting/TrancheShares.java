package id.patungan.forecasting;

import static java.util.Comparator.comparing;

import id.patungan.basics.Fraction;
import id.patungan.grants.AwardBook;
import id.patungan.grants.AwardPosition;
import id.patungan.grants.AwardStanding;
import id.patungan.grants.AwardTerms.BudgetLine;
import id.patungan.grants.AwardTerms.Purpose;
import id.patungan.grants.AwardTerms.Tranche;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the purposes of an award still get of its tranches. Terms do not say that: a purpose that
 * ends before the next tranche is taken to get what it lacks of its budget first, the others share
 * the rest in proportion to what they lack. What nobody lacks goes to the purpose that ends last.
 */
final class TrancheShares {

    private static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

    private final AwardBook book;
    private final Map<String, Long> lacks = new HashMap<>();
    private final Map<String, Map<YearMonth, Long>> shares = new HashMap<>();

    private TrancheShares(AwardBook book, LocalDate asOf) {
        this.book = book;
        for (var purpose : book.terms().purposes()) {
            var budget =
                    book.terms().lines().stream()
                            .filter(one -> one.purpose().equals(purpose.code()))
                            .mapToLong(BudgetLine::amount)
                            .sum();
            var received =
                    book.foreign()
                            ? 0
                            : AwardPosition.of(book, purpose.fund(), BEGINNING, asOf).received();
            lacks.put(purpose.code(), Math.max(0, budget - received));
        }
    }

    /**
     * By code of the purpose and month, in minor units of the award's currency.
     *
     * @param asOf what came until that day is not to come any more
     */
    static Map<String, Map<YearMonth, Long>> of(AwardBook book, LocalDate asOf) {
        var dividing = new TrancheShares(book, asOf);
        var open =
                AwardStanding.of(book, asOf).tranches().stream()
                        .filter(one -> !one.complete())
                        .sorted(comparing(one -> one.tranche().expectedOn()))
                        .toList();
        for (int at = 0; at < open.size(); at++) {
            var one = open.get(at);
            var last = at + 1 == open.size();
            dividing.divide(
                    one.tranche(),
                    one.tranche().amount() - one.received(),
                    last ? LocalDate.MIN : open.get(at + 1).tranche().expectedOn());
        }
        return dividing.shares;
    }

    /**
     * @param next the day of the next tranche; long ago if there is none
     */
    private void divide(Tranche tranche, long amount, LocalDate next) {
        var month = YearMonth.from(tranche.expectedOn());
        var purposes =
                book.terms().purposes().stream().sorted(comparing(book.terms()::lastDay)).toList();
        var left = amount;
        var others = new ArrayList<Purpose>();
        for (var purpose : purposes) {
            if (book.terms().lastDay(purpose).isBefore(next)) {
                left -= give(purpose, month, Math.min(left, lacking(purpose)));
            } else {
                others.add(purpose);
            }
        }
        var wanted = others.stream().mapToLong(this::lacking).toArray();
        left -= share(others, wanted, month, left);
        if (left > 0) give(purposes.getLast(), month, left);
    }

    /** Divides what is there in proportion to what is lacking; nothing is lost by rounding. */
    private long share(List<Purpose> others, long[] wanted, YearMonth month, long left) {
        long all = 0;
        for (var one : wanted) all = Math.addExact(all, one);
        if (all == 0) return 0;
        var given = Math.min(left, all);
        long sum = 0;
        long before = 0;
        for (int at = 0; at < wanted.length; at++) {
            sum += wanted[at];
            var until =
                    Fraction.of(given)
                            .times(Fraction.of(sum, all))
                            .rounded(0, RoundingMode.HALF_UP)
                            .longValueExact();
            give(others.get(at), month, until - before);
            before = until;
        }
        return given;
    }

    private long lacking(Purpose purpose) {
        return lacks.getOrDefault(purpose.code(), 0L);
    }

    private long give(Purpose purpose, YearMonth month, long amount) {
        if (amount == 0) return 0;
        lacks.merge(purpose.code(), -amount, Long::sum);
        shares.computeIfAbsent(purpose.code(), _ -> new TreeMap<>())
                .merge(month, amount, Math::addExact);
        return amount;
    }
}
