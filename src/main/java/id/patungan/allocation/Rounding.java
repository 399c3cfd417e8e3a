package id.patungan.allocation;

import id.patungan.allocation.RuleDocument.Tie;
import id.patungan.allocation.Shares.Reason;
import id.patungan.allocation.Shares.Share;
import id.patungan.allocation.TraceStep.Line;
import id.patungan.allocation.TraceStep.Step;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The one rounding pass: exact quotas in, shares in whole units out.
 *
 * <p>Amounts paid as written stay as they are. What is left of the total is {@code k} units and a
 * remainder less than one. The party named for the remainder takes it first, so that it too ends
 * less than a unit away from its quota; then the {@code k} units go by largest remainder.
 */
final class Rounding {

    private static final int LEADING = 62;

    private final Money total;
    private final RuleDocument document;
    private final List<Parties.Party> parties;
    private final Fraction coin;
    private final Fraction unit;

    Rounding(Money total, RuleDocument document, Parties parties) {
        this.total = total;
        this.document = document;
        this.parties = parties.all();
        this.coin = Fraction.of(total.toDecimal().ulp());
        this.unit = unit();
    }

    private Fraction unit() {
        var currency = total.currency().getCurrencyCode();
        var given = document.unit();
        if (given == null) {
            return currency.equals("IDR") ? Fraction.ONE : coin;
        }
        var coins = given.dividedBy(coin);
        if (given.signum() <= 0
                || !coins.isInteger()
                || coins.numerator().bitLength() >= Long.SIZE) {
            throw AllocationException.unit(given, currency);
        }
        return given;
    }

    Shares round(Quotas quotas, List<TraceStep> trace) {
        var written = Fraction.ZERO;
        for (var party = 0; party < quotas.size(); party++) {
            written = written.plus(quotas.written(party));
        }
        var rest = Fraction.of(total.toDecimal().abs()).minus(written);
        var units = rest.dividedBy(unit).floor();
        var remainder = rest.minus(unit.times(whole(units)));
        var taker = remainder.signum() == 0 ? -1 : taker(remainder);

        var floors = new BigInteger[quotas.size()];
        var fractions = new Fraction[quotas.size()];
        var left = units;
        for (var party = 0; party < quotas.size(); party++) {
            var quota = quotas.quota(party).minus(quotas.written(party));
            if (party == taker) {
                // Who is paid instead of paying, in a cost game, is not brought up to nothing.
                var least = quota.signum() < 0 ? quota.minus(remainder) : Fraction.ZERO;
                quota = quota.minus(remainder).max(least);
            }
            var inUnits = quota.dividedBy(unit);
            floors[party] = inUnits.floor();
            fractions[party] = inUnits.minus(whole(floors[party]));
            left = left.subtract(floors[party]);
        }
        var order = order(quotas, fractions);
        var lucky = left.intValueExact();
        var ranks = new int[quotas.size()];
        for (var rank = 0; rank < order.size(); rank++) {
            ranks[order.get(rank)] = rank + 1;
        }
        var tied = lucky > 0 && lucky < order.size() ? fractions[order.get(lucky)] : null;

        var shares = new ArrayList<Share>();
        for (var party = 0; party < quotas.size(); party++) {
            var extra = ranks[party] > 0 && ranks[party] <= lucky;
            var amount =
                    quotas.written(party)
                            .plus(unit.times(whole(floors[party])))
                            .plus(extra ? unit : Fraction.ZERO)
                            .plus(party == taker ? remainder : Fraction.ZERO);
            var reason =
                    party == taker
                            ? Reason.REMAINDER
                            : reason(ranks[party], extra, fractions[party].equals(tied));
            shares.add(
                    share(party, quotas, amount, reason, ranks[party] == 0 ? null : ranks[party]));
        }
        return new Shares(
                total,
                unit.dividedBy(coin).numerator().longValueExact(),
                shares,
                trace(trace, quotas, fractions, left, shares, remainder, taker));
    }

    /**
     * Each share rounded by itself, half up; their sum is the total. For rules that make their own
     * total, so the prices are not negative.
     */
    Shares each(Quotas prices, List<TraceStep> trace) {
        var half = Fraction.of(1, 2);
        var amounts = new ArrayList<Fraction>();
        for (var party = 0; party < prices.size(); party++) {
            var units = prices.quota(party).dividedBy(unit).plus(half).floor();
            amounts.add(unit.times(whole(units)));
        }
        var sum = Division.sum(amounts);
        if (sum.dividedBy(coin).numerator().bitLength() >= Long.SIZE) {
            throw AllocationException.tooLarge(sum);
        }
        var shares = new ArrayList<Share>();
        var lines = new ArrayList<Line>();
        for (var party = 0; party < prices.size(); party++) {
            var amount = amounts.get(party);
            var compared = amount.compareTo(prices.quota(party));
            var reason = compared == 0 ? Reason.EXACT : compared > 0 ? Reason.HALF_UP : Reason.DOWN;
            shares.add(share(party, prices, amount, reason, null));
            lines.add(new Line(parties.get(party).code(), prices.quota(party), amount));
        }
        var steps = new ArrayList<>(trace);
        steps.add(new TraceStep("rounding", Step.ROUNDED_EACH, sum, List.of(unit, sum), lines));
        return new Shares(
                money(sum), unit.dividedBy(coin).numerator().longValueExact(), shares, steps);
    }

    private int taker(Fraction remainder) {
        if (parties.size() == 1) {
            return 0;
        }
        var named = new ArrayList<String>();
        collectRemainders(document.rule(), "rule", named);
        if (named.isEmpty()) {
            throw AllocationException.remainder(remainder, unit);
        }
        return IntStream.range(0, parties.size())
                .filter(party -> parties.get(party).code().equals(named.getFirst()))
                .findFirst()
                .orElseThrow();
    }

    private static void collectRemainders(Rule rule, String place, List<String> named) {
        if (rule instanceof Rule.Fixed(_, _, var remainderTo) && remainderTo != null) {
            if (!named.isEmpty() && !named.getFirst().equals(remainderTo)) {
                throw AllocationException.severalRemainders(
                        place + ".remainder_to", named.getFirst(), remainderTo);
            }
            named.add(remainderTo);
        }
        for (var inner : rule.inner()) {
            collectRemainders(inner.rule(), inner.at(place), named);
        }
    }

    /** Those whose quota is not a whole number of units, first who gets a unit first. */
    private List<Integer> order(Quotas quotas, Fraction[] fractions) {
        var leading = leading(fractions);
        Comparator<Integer> order =
                Comparator.comparingLong((Integer party) -> leading[party])
                        .thenComparing(party -> fractions[party])
                        .reversed();
        if (document.tie() == Tie.HISTORY) {
            order = order.thenComparingLong(this::history);
        }
        order =
                order.thenComparing(
                                Comparator.comparing((Integer party) -> quotas.quota(party))
                                        .reversed())
                        .thenComparing(party -> parties.get(party).code());
        var unfinished =
                IntStream.range(0, quotas.size())
                        .filter(party -> fractions[party].signum() > 0)
                        .boxed()
                        .toList();
        if (document.tie() == Tie.HISTORY) {
            var missing =
                    unfinished.stream()
                            .filter(party -> parties.get(party).tieHistory() == null)
                            .map(party -> parties.get(party).code())
                            .sorted()
                            .map(AllocationException::missingHistory)
                            .toList();
            if (!missing.isEmpty()) {
                throw AllocationException.several(missing);
            }
        }
        return unfinished.stream().sorted(order).toList();
    }

    /**
     * The first 62 binary digits of each remainder, by which nearly all comparisons are settled.
     */
    private static long[] leading(Fraction[] fractions) {
        return Arrays.stream(fractions)
                .mapToLong(one ->
                        one.numerator().shiftLeft(LEADING).divide(one.denominator()).longValue())
                .toArray();
    }

    private long history(int party) {
        var units = parties.get(party).tieHistory();
        return units == null ? 0 : units;
    }

    private static Reason reason(int rank, boolean extra, boolean tied) {
        if (rank == 0) {
            return Reason.EXACT;
        }
        if (!extra) {
            return Reason.DOWN;
        }
        return tied ? Reason.TIE : Reason.LARGEST_REMAINDER;
    }

    private Share share(
            int party, Quotas quotas, Fraction amount, Reason reason, @Nullable Integer rank) {
        var quota = quotas.quota(party);
        var down = unit.times(whole(quota.dividedBy(unit).floor()));
        return new Share(
                parties.get(party).code(),
                parties.get(party).name(),
                total.isNegative() ? quota.negated() : quota,
                money(amount),
                quotas.bound(party),
                money(amount.minus(down)),
                reason,
                rank);
    }

    private Money money(Fraction amount) {
        var coins = amount.dividedBy(coin).numerator();
        return new Money(
                total.currency(), (total.isNegative() ? coins.negate() : coins).longValueExact());
    }

    private List<TraceStep> trace(
            List<TraceStep> steps,
            Quotas quotas,
            Fraction[] fractions,
            BigInteger left,
            List<Share> shares,
            Fraction remainder,
            int taker) {
        var result = new ArrayList<TraceStep>();
        var amount = Fraction.of(total.toDecimal().abs());
        if (total.isNegative()) {
            result.add(new TraceStep("total", Step.NEGATIVE, amount, List.of(), List.of()));
        }
        result.addAll(steps);
        if (taker >= 0) {
            result.add(
                    new TraceStep(
                            "rounding",
                            Step.REMAINDER,
                            amount,
                            List.of(remainder, new RuleWords.Party(parties.get(taker).code())),
                            List.of()));
        }
        var lines = new ArrayList<Line>();
        for (var party = 0; party < quotas.size(); party++) {
            var share = Fraction.of(shares.get(party).share().toDecimal().abs());
            lines.add(new Line(parties.get(party).code(), fractions[party], share));
        }
        result.add(
                new TraceStep(
                        "rounding", Step.ROUNDING, amount, List.of(unit, whole(left)), lines));
        return result;
    }

    private static Fraction whole(BigInteger value) {
        return new Fraction(value, BigInteger.ONE);
    }
}
