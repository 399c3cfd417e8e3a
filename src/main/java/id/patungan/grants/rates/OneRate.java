package id.patungan.grants.rates;

import id.patungan.basics.Fraction;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One rate for the whole of a use: the average of tranches, or one of the register. */
abstract class OneRate implements RateFinder {

    private final Pair pair;

    private OneRate(Pair pair) {
        this.pair = pair;
    }

    /** The average of all tranches received up to a use, each with the weight of its amount. */
    static OneRate average(Pair pair) {
        return new Average(pair);
    }

    /** What the register has for a day. */
    static OneRate recorded(Pair pair, Function<LocalDate, ExchangeRate> register) {
        return new OneRate(pair) {
            @Override
            Known known(FxUse use) {
                var rate = register.apply(use.date());
                return new Known(Fraction.of(rate.rate()), List.of(), rate, rate.on().day());
            }
        };
    }

    /** A rate and where it comes from, as {@link FxPart} has it. */
    record Known(
            Fraction rate,
            List<String> tranches,
            @Nullable ExchangeRate recorded,
            LocalDate from) {}

    abstract Known known(FxUse use);

    @Override
    public void receive(FxTranche tranche) {
        // for the register a tranche is worth what the register says
    }

    @Override
    public List<FxPart> parts(FxUse use, Fraction amount, boolean inBook) {
        var one = known(use);
        return List.of(
                new FxPart(
                        one.rate(),
                        one.tranches(),
                        one.recorded(),
                        one.from(),
                        inBook ? pair.toOriginal(amount, one.rate()) : amount,
                        inBook ? amount : pair.toBook(amount, one.rate())));
    }

    @Override
    public void undo(List<FxPart> parts) {
        // nothing was taken from anywhere
    }

    private static final class Average extends OneRate {

        private final Pair pair;
        private final List<String> tranches = new ArrayList<>();
        private Fraction original = Fraction.ZERO;
        private Fraction book = Fraction.ZERO;
        private @Nullable LocalDate last;

        Average(Pair pair) {
            super(pair);
            this.pair = pair;
        }

        @Override
        public void receive(FxTranche tranche) {
            tranches.add(tranche.ref());
            original = original.plus(Fraction.of(tranche.original()));
            book = book.plus(Fraction.of(tranche.book()));
            last = tranche.date();
        }

        @Override
        Known known(FxUse use) {
            var from = last;
            if (from == null) throw RatesException.beforeFirstTranche(use.ref(), use.date());
            return new Known(pair.rate(original, book), tranches, null, from);
        }
    }
}
