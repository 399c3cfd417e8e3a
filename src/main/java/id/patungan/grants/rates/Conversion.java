package id.patungan.grants.rates;

import id.patungan.basics.Fraction;
import id.patungan.grants.AwardTerms.ExchangeMethod;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What each cost of an award is in the award's currency, or in the book's where it was paid in the
 * award's: by the method of the agreement, in exact fractions, with the rates it was made by.
 *
 * <p>Rounding is half up to minor units and cumulative: a cost gets what the rounded sum of all up
 * to it has more than the costs before it, so that the rounded amounts add up to the rounded sum.
 * What undoes a cost takes back its very amounts. On one day tranches come before costs.
 */
public final class Conversion {

    private final RateFinder finder;
    private final Pair pair;
    private final Map<String, FxCost> done = new HashMap<>();
    private final Rounding originals = new Rounding();
    private final Rounding books = new Rounding();

    private Conversion(RateFinder finder, Pair pair) {
        this.finder = finder;
        this.pair = pair;
    }

    /**
     * Converts all uses, by date and in the order given.
     *
     * @param award the award's currency, that of the rates
     * @param book the book's currency
     * @throws RatesException if a use comes before the first tranche or goes beyond all of them
     *     where tranches make the rate, or the register has no rate for its day or month
     */
    public static List<FxCost> of(
            ExchangeMethod method,
            Currency award,
            Currency book,
            List<FxTranche> tranches,
            List<FxUse> uses,
            RateTable rates) {
        var pair = Pair.of(award, book);
        var finder =
                switch (method) {
                    case TRANSFER_AVERAGE -> OneRate.average(pair);
                    case FIRST_IN -> new FirstIn(pair);
                    case MONTH -> OneRate.recorded(pair, rates::ofMonth);
                    case DAY -> OneRate.recorded(pair, rates::ofDay);
                };
        var conversion = new Conversion(finder, pair);
        var received = tranches.stream().sorted(Comparator.comparing(FxTranche::date)).toList();
        var at = 0;
        var costs = new ArrayList<FxCost>();
        for (var use : uses.stream().sorted(Comparator.comparing(FxUse::date)).toList()) {
            while (at < received.size() && !received.get(at).date().isAfter(use.date())) {
                finder.receive(received.get(at++));
            }
            costs.add(conversion.convert(use));
        }
        return List.copyOf(costs);
    }

    private FxCost convert(FxUse use) {
        var undoes = use.undoes();
        var original = use.original();
        var book = use.book();
        FxCost cost;
        if (undoes != null) {
            cost = undo(use, undoes);
        } else if (original != null && book != null) {
            cost = posted(use, original, book);
        } else if (original != null) {
            var parts = finder.parts(use, Fraction.of(original), false);
            cost = cost(use, originals.given(original), books.next(FxPart.sumBook(parts)), parts);
        } else if (book != null) {
            var parts = finder.parts(use, Fraction.of(book), true);
            cost = cost(use, originals.next(FxPart.sumOriginal(parts)), books.given(book), parts);
        } else {
            throw new IllegalStateException("Neither amount of " + use.ref() + " is known");
        }
        done.put(use.ref(), cost);
        return cost;
    }

    private static FxCost cost(FxUse use, long original, long book, List<FxPart> parts) {
        return new FxCost(use.ref(), use.date(), original, book, parts);
    }

    private FxCost undo(FxUse use, String undoes) {
        var undone = done.get(undoes);
        if (undone == null) throw RatesException.undoesNothing(use.ref(), undoes);
        finder.undo(undone.parts());
        var parts = undone.parts().stream().map(FxPart::negated).toList();
        return cost(
                use,
                originals.mirror(FxPart.sumOriginal(parts), Math.negateExact(undone.original())),
                books.mirror(FxPart.sumBook(parts), Math.negateExact(undone.book())),
                parts);
    }

    /**
     * An entry has both amounts; its rates are those of the method where these make one amount of
     * the other, whichever of them was paid, to less than a minor unit, and else the entry's own.
     */
    private FxCost posted(FxUse use, long original, long book) {
        var parts = byMethod(use, original, false);
        if (!near(FxPart.sumBook(parts), book)) {
            finder.undo(parts);
            parts = byMethod(use, book, true);
            if (!near(FxPart.sumOriginal(parts), original)) {
                finder.undo(parts);
                byMethod(use, original, false);
                parts = original == 0 ? List.of() : List.of(own(use, original, book));
            }
        }
        return cost(use, originals.given(original), books.given(book), parts);
    }

    private static boolean near(Fraction exact, long posted) {
        var off = exact.minus(Fraction.of(posted));
        return off.compareTo(Fraction.ONE) < 0 && off.compareTo(Fraction.of(-1)) > 0;
    }

    private FxPart own(FxUse use, long original, long book) {
        return new FxPart(
                pair.rate(Fraction.of(original), Fraction.of(book)),
                List.of(),
                null,
                use.date(),
                Fraction.of(original),
                Fraction.of(book));
    }

    private List<FxPart> byMethod(FxUse use, long amount, boolean inBook) {
        try {
            return finder.parts(use, Fraction.of(amount), inBook);
        } catch (RatesException noRate) {
            return List.of();
        }
    }

    /** Rounds a stream of exact amounts so that the rounded ones add up to the rounded sum. */
    private static final class Rounding {

        private Fraction exact = Fraction.ZERO;
        private long rounded;

        long next(Fraction amount) {
            exact = exact.plus(amount);
            var sum = Pair.rounded(exact);
            var own = Math.subtractExact(sum, rounded);
            rounded = sum;
            return own;
        }

        /** An amount that stands in the books. */
        long given(long amount) {
            return mirror(Fraction.of(amount), amount);
        }

        /** An amount whose rounding is given; what that leaves, the next one gets. */
        long mirror(Fraction amount, long given) {
            exact = exact.plus(amount);
            rounded = Math.addExact(rounded, given);
            return given;
        }
    }
}
