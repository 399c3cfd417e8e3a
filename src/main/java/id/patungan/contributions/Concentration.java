package id.patungan.contributions;

import id.patungan.basics.Fraction;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * On how few payers the charges of a year rest: whoever is charged the most, and the Herfindahl
 * index, the sum of the squared shares: 1 for a single payer, 1/n for n equal ones.
 *
 * @param payers how many are charged more than nothing
 * @param largest the name of the one that is charged the most; the first by name among equals
 * @param share its share of all
 * @param index the sum of the squared shares
 */
public record Concentration(int payers, String largest, Fraction share, Fraction index) {

    /** Of what was charged; empty if nothing was. */
    static Optional<Concentration> of(List<Collection.Line> lines) {
        var total = lines.stream().mapToLong(line -> line.charged().minorUnits()).sum();
        if (total <= 0) return Optional.empty();
        var index = Fraction.ZERO;
        var payers = 0;
        Collection.@Nullable Line largest = null;
        for (var line :
                lines.stream().sorted(Comparator.comparing(Collection.Line::name)).toList()) {
            var charged = line.charged().minorUnits();
            var share = Fraction.of(charged, total);
            index = index.plus(share.times(share));
            if (charged > 0) payers++;
            if (largest == null || line.charged().compareTo(largest.charged()) > 0) largest = line;
        }
        if (largest == null) return Optional.empty();
        return Optional.of(
                new Concentration(
                        payers,
                        largest.name(),
                        Fraction.of(largest.charged().minorUnits(), total),
                        index));
    }

    /** The largest share in percent, one decimal, rounded down so that 100 means all. */
    public BigDecimal percent() {
        return share.times(Fraction.HUNDRED).rounded(1, RoundingMode.DOWN);
    }

    /** The index to four decimals, half up. */
    public BigDecimal shortIndex() {
        return index.rounded(4, RoundingMode.HALF_UP);
    }
}
