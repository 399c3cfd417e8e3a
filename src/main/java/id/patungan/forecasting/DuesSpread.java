package id.patungan.forecasting;

import static java.util.stream.Collectors.joining;

import id.patungan.allocation.Allocation;
import id.patungan.allocation.Parties;
import id.patungan.allocation.Rule;
import id.patungan.allocation.Shares;
import id.patungan.basics.DomainException;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;
import id.patungan.contributions.DuesRule;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What another total of dues means for each who pays them: divided by the rule in force, or in
 * proportion to what they pay now where that cannot be done. Amounts are minor units; the parts add
 * to the totals exactly.
 *
 * @param rule that divides; null if it is in proportion
 * @param whyNot why it is in proportion; null if a rule divides
 * @param parts of those who pay now, by code
 */
public record DuesSpread(
        @Nullable DuesRule rule, @Nullable DomainException whyNot, List<Part> parts) {

    /** What somebody pays before and after. */
    public record Part(String party, long before, long after) {

        /** What is added; below zero it is taken off. */
        public long extra() {
            return Math.subtractExact(after, before);
        }
    }

    /** Copies the list. */
    public DuesSpread {
        parts = List.copyOf(parts);
    }

    /**
     * Divides a total. It is rounded up to a whole rupiah first, in other currencies to the minor
     * unit, so that it is never less than what is needed.
     *
     * @param now what each pays; who pays nothing is left out
     * @param then the total in minor units
     * @param inForce looks the rule up; what it refuses is the reason
     */
    public static DuesSpread of(
            Map<String, Long> now,
            Fraction then,
            Currency currency,
            Supplier<Optional<DuesRule>> inForce) {
        var before = new TreeMap<>(now);
        before.values().removeIf(amount -> amount <= 0);
        var total = up(then, currency);
        if (before.isEmpty())
            return new DuesSpread(null, ForecastException.noDuesLeft(), List.of());
        try {
            if (total.minorUnits() <= 0) throw ForecastException.noDuesLeft();
            var rule = inForce.get().orElseThrow(ForecastException::noDuesRule);
            return new DuesSpread(rule, null, parts(before, divided(rule, total, before)));
        } catch (DomainException refused) {
            var keys = new TreeMap<String, Fraction>();
            before.forEach((party, amount) -> keys.put(party, Fraction.of(amount)));
            var shares =
                    Allocation.allocate(
                            total,
                            new Rule.Weights(keys),
                            Parties.of(keys.keySet().toArray(String[]::new)));
            return new DuesSpread(null, refused, parts(before, shares));
        }
    }

    private static Shares divided(DuesRule rule, Money total, Map<String, Long> before) {
        if (rule.ownTotal()) throw ForecastException.ownTotal(rule.name());
        var shares = rule.divide(total);
        var others =
                shares.shares().stream()
                        .filter(one -> !one.share().isZero() && !before.containsKey(one.party()))
                        .map(Shares.Share::name)
                        .collect(joining(", "));
        if (!others.isEmpty()) throw ForecastException.othersPay(rule.name(), others);
        return shares;
    }

    private static List<Part> parts(Map<String, Long> before, Shares shares) {
        return before.entrySet().stream()
                .map(one ->
                        new Part(
                                one.getKey(),
                                one.getValue(),
                                shares.find(one.getKey())
                                        .map(share -> share.share().minorUnits())
                                        .orElse(0L)))
                .toList();
    }

    private static Money up(Fraction minorUnits, Currency currency) {
        long unit =
                currency.getCurrencyCode().equals("IDR")
                        ? BigDecimal.TEN.pow(currency.getDefaultFractionDigits()).longValueExact()
                        : 1;
        var units = minorUnits.dividedBy(Fraction.of(unit)).negated().floor().negate();
        return new Money(currency, Math.multiplyExact(units.longValueExact(), unit));
    }

    /** What all pay now. */
    public long before() {
        return parts.stream().map(Part::before).reduce(0L, Math::addExact);
    }

    /** What all would pay. */
    public long after() {
        return parts.stream().map(Part::after).reduce(0L, Math::addExact);
    }

    /** What would be added in all. */
    public long extra() {
        return Math.subtractExact(after(), before());
    }
}
