package id.patungan.contributions.paying;

import id.patungan.allocation.Allocation;
import id.patungan.allocation.Parties;
import id.patungan.allocation.Rule;
import id.patungan.allocation.RuleDocument;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;
import id.patungan.basics.PartyId;
import id.patungan.contributions.Basis;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A version of the payment lines of a party.
 *
 * @param fund the only fund for whose charges it holds; null: all that have no lines of their own
 * @param document the paper of the party that says so
 * @param lines in the order in which units are settled
 */
public record LinesVersion(
        PartyId partyId,
        String party,
        String partyName,
        int version,
        @Nullable String fund,
        LocalDate effectiveFrom,
        @Nullable String document,
        List<PaymentLine> lines,
        @Nullable Basis basis,
        String preparedBy,
        Instant preparedAt) {

    /** By party and fund, then the later day, then the higher number goes first. */
    static final Comparator<LinesVersion> NEWEST_FIRST =
            Comparator.comparing(LinesVersion::party)
                    .thenComparing(
                            LinesVersion::fund, Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparing(LinesVersion::effectiveFrom, Comparator.reverseOrder())
                    .thenComparing(LinesVersion::version, Comparator.reverseOrder());

    /** Takes a copy. */
    public LinesVersion {
        lines = List.copyOf(lines);
    }

    /** The line of a unit; null if none of this version. */
    public @Nullable PaymentLine line(String unit) {
        for (var line : lines) {
            if (line.unit().equals(unit)) return line;
        }
        return null;
    }

    /**
     * Divides an amount over the units, by largest remainders: the parts add to exactly the amount.
     * In whole main units where the amount is whole, as shares in rupiah are, else in the smallest;
     * of equal remainders the earlier line gets the unit that is left.
     *
     * @param amount more than zero
     * @return by unit, in the order of the lines, also those that get nothing
     */
    public Map<String, Money> divide(Money amount) {
        var names = new ArrayList<String>();
        var weights = new LinkedHashMap<String, Fraction>();
        for (var line : lines) {
            var name = "%02d".formatted(names.size());
            names.add(name);
            weights.put(name, weight(line));
        }
        var exact = amount.toDecimal();
        var unit =
                exact.stripTrailingZeros().scale() <= 0 ? Fraction.of(1) : Fraction.of(exact.ulp());
        var shares =
                Allocation.allocate(
                        amount,
                        new RuleDocument(
                                null, null, RuleDocument.Tie.CODE, unit, new Rule.Weights(weights)),
                        Parties.of(names.toArray(String[]::new)));
        var parts = new LinkedHashMap<String, Money>();
        for (var share : shares.shares()) {
            parts.put(lines.get(names.indexOf(share.party())).unit(), share.share());
        }
        return parts;
    }

    /** What a line carries, in per cent of a charge, rounded to four decimals. */
    public BigDecimal percent(PaymentLine line) {
        var sum = lines.stream().map(this::weight).reduce(Fraction.ZERO, Fraction::plus);
        return weight(line)
                .times(Fraction.HUNDRED)
                .dividedBy(sum)
                .rounded(4, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }

    /** The weight of a line; of the rest what is left of a hundred. */
    private Fraction weight(PaymentLine line) {
        var weight = line.weight();
        if (weight != null) return Fraction.of(weight);
        var rest = Fraction.HUNDRED;
        for (var other : lines) {
            var said = other.weight();
            if (said != null) rest = rest.minus(Fraction.of(said));
        }
        return rest;
    }
}
