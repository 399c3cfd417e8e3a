package id.patungan.grants.rates;

import id.patungan.basics.Fraction;

import java.util.ArrayList;
import java.util.List;

/**
 * The first tranche first: a use can straddle several, each at its own rate. What comes back goes
 * to the tranche that was used last.
 */
final class FirstIn implements RateFinder {

    private final Pair pair;
    private final List<Layer> layers = new ArrayList<>();

    FirstIn(Pair pair) {
        this.pair = pair;
    }

    /** A tranche and what is left of it, in exact minor units of the award's currency. */
    private static final class Layer {

        private final FxTranche tranche;
        private final Fraction rate;
        private final Fraction whole;
        private Fraction left;

        Layer(FxTranche tranche, Fraction rate) {
            this.tranche = tranche;
            this.rate = rate;
            this.whole = Fraction.of(tranche.original());
            this.left = whole;
        }

        Fraction used() {
            return whole.minus(left);
        }
    }

    @Override
    public void receive(FxTranche tranche) {
        layers.add(
                new Layer(
                        tranche,
                        pair.rate(Fraction.of(tranche.original()), Fraction.of(tranche.book()))));
    }

    @Override
    public List<FxPart> parts(FxUse use, Fraction amount, boolean inBook) {
        if (layers.isEmpty()) throw RatesException.beforeFirstTranche(use.ref(), use.date());
        var back = amount.signum() < 0;
        var rest = back ? amount.negated() : amount;
        var parts = new ArrayList<FxPart>();
        for (var layer : back ? layers.reversed() : layers) {
            var there = back ? layer.used() : layer.left;
            if (rest.signum() == 0 || there.signum() == 0) continue;
            var taken = rest.min(inBook ? pair.toBook(there, layer.rate) : there);
            var original = inBook ? pair.toOriginal(taken, layer.rate) : taken;
            layer.left = back ? layer.left.plus(original) : layer.left.minus(original);
            parts.add(part(layer, back ? original.negated() : original));
            rest = rest.minus(taken);
        }
        if (rest.signum() > 0) {
            throw back
                    ? RatesException.moreBackThanUsed(use.ref(), use.date())
                    : RatesException.beyondTranches(use.ref(), use.date());
        }
        return List.copyOf(parts);
    }

    private FxPart part(Layer layer, Fraction original) {
        return new FxPart(
                layer.rate,
                List.of(layer.tranche.ref()),
                null,
                layer.tranche.date(),
                original,
                pair.toBook(original, layer.rate));
    }

    @Override
    public void undo(List<FxPart> parts) {
        for (var part : parts) {
            var rest = part.original();
            for (var layer : layers.reversed()) {
                if (!part.tranches().contains(layer.tranche.ref())) continue;
                var back = rest.min(layer.used());
                layer.left = layer.left.plus(back).min(layer.whole);
                rest = rest.minus(back);
            }
        }
    }
}
