package id.patungan.contributions;

import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What was charged, paid and is open of the money of one ultimate source.
 *
 * @param source null for lines that name none
 */
public record SourceSum(
        @Nullable String source, Money charged, Money paid, Money writtenOff, Money open) {

    /** The sums of these parts by source, those without one last. */
    public static List<SourceSum> of(List<UnitAccount> parts) {
        var sums = new LinkedHashMap<@Nullable String, SourceSum>();
        for (var part : parts) {
            sums.merge(
                    part.source(),
                    new SourceSum(
                            part.source(),
                            part.charged(),
                            part.paid(),
                            part.writtenOff(),
                            part.open()),
                    SourceSum::plus);
        }
        return sums.values().stream()
                .sorted(
                        Comparator.comparing(
                                SourceSum::source,
                                Comparator.nullsLast(Comparator.<String>naturalOrder())))
                .toList();
    }

    private SourceSum plus(SourceSum other) {
        return new SourceSum(
                source,
                charged.plus(other.charged),
                paid.plus(other.paid),
                writtenOff.plus(other.writtenOff),
                open.plus(other.open));
    }
}
