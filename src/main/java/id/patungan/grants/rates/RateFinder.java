package id.patungan.grants.rates;

import id.patungan.basics.Fraction;

import java.util.List;

/** Finds the rates of uses by one method, given tranches and uses by date. */
interface RateFinder {

    /** A tranche came in. */
    void receive(FxTranche tranche);

    /**
     * The parts of an amount.
     *
     * @param amount exact minor units, of the book's currency or of the award's
     * @throws RatesException if there is no rate for it
     */
    List<FxPart> parts(FxUse use, Fraction amount, boolean inBook);

    /** What these parts took is there again. */
    void undo(List<FxPart> parts);
}
