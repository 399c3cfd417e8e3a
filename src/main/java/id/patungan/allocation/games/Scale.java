package id.patungan.allocation.games;

import id.patungan.basics.Fraction;

import java.math.BigInteger;
import java.util.Collection;

/**
 * A denominator that all figures of a game have in common, so that sums over thousands of
 * coalitions are sums of whole numbers.
 */
record Scale(BigInteger denominator) {

    static Scale of(Collection<Fraction> figures) {
        var common = BigInteger.ONE;
        for (var figure : figures) {
            var own = figure.denominator();
            common = common.multiply(own.divide(common.gcd(own)));
        }
        return new Scale(common);
    }

    BigInteger whole(Fraction figure) {
        return figure.numerator().multiply(denominator.divide(figure.denominator()));
    }

    Fraction figure(BigInteger whole) {
        return new Fraction(whole, denominator);
    }
}
