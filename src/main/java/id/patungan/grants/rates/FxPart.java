package id.patungan.grants.rates;

import id.patungan.basics.Fraction;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * A part of a use for which one rate holds.
 *
 * @param rate book currency per one of the award's, both in main units
 * @param tranches whose rate, or the average of whose rates, it is; empty if it comes from no
 *     tranche
 * @param recorded the rate of the register that it is; null if it comes from tranches, or from the
 *     entry itself
 * @param from the day of the last of the tranches, the day or month of the register, or the day of
 *     the entry
 * @param original exact minor units of the award's currency
 * @param book exact minor units of the book's currency
 */
public record FxPart(
        Fraction rate,
        List<String> tranches,
        @Nullable ExchangeRate recorded,
        LocalDate from,
        Fraction original,
        Fraction book) {

    /** Takes a copy. */
    public FxPart {
        tranches = List.copyOf(tranches);
    }

    FxPart negated() {
        return new FxPart(rate, tranches, recorded, from, original.negated(), book.negated());
    }

    static Fraction sumOriginal(List<FxPart> parts) {
        return parts.stream().map(FxPart::original).reduce(Fraction.ZERO, Fraction::plus);
    }

    static Fraction sumBook(List<FxPart> parts) {
        return parts.stream().map(FxPart::book).reduce(Fraction.ZERO, Fraction::plus);
    }
}
