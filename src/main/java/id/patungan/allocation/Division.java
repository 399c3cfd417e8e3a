package id.patungan.allocation;

import id.patungan.allocation.TraceStep.Line;
import id.patungan.allocation.TraceStep.Step;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Works out the exact quotas of one total: walks the rule, collects the trace and every reason why
 * the rule cannot be applied. Works on the amount without its sign; {@link Rounding} gives it back.
 *
 * <p>The kinds themselves are in {@link AgreedParts}, {@link Proportions}, {@link Compositions},
 * {@link Bounds}, {@link Tariffs} and {@link Games}; here is what they share.
 */
final class Division {

    private final Fraction total;
    private final String currency;
    private final Fraction coin;
    private final List<String> codes;
    private final List<Parties.Party> parties;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<TraceStep> trace = new ArrayList<>();
    private final List<AllocationException> refusals = new ArrayList<>();

    Division(Money total, Parties parties) {
        this.total = Fraction.of(total.toDecimal().abs());
        this.currency = total.currency().getCurrencyCode();
        this.coin = Fraction.of(total.toDecimal().ulp());
        this.parties = parties.all();
        this.codes = this.parties.stream().map(Parties.Party::code).toList();
        for (var place = 0; place < codes.size(); place++) {
            places.put(codes.get(place), place);
        }
    }

    List<TraceStep> trace() {
        return trace;
    }

    /** The quotas of the total. */
    Quotas quotas(Rule rule) {
        return accepted(divide(rule, root()));
    }

    /** What each party pays by a rule that makes its own total. */
    Quotas prices(Rule rule) {
        return accepted(
                switch (rule) {
                    case Rule.Rate rate -> new Tariffs(this).prices(rate, root());
                    case Rule.Bands bands -> new Tariffs(this).prices(bands, root());
                    default -> throw new IllegalArgumentException(rule.kind() + " divides a total");
                });
    }

    /** The quotas on the way from one result to another. */
    Quotas between(Shares before, Shares after, Fraction shareNew, @Nullable Fraction corridor) {
        return accepted(
                new Compositions(this).between(of(before), of(after), shareNew, corridor, root()));
    }

    private Quotas of(Shares shares) {
        var quotas = none();
        var negative = shares.total().isNegative();
        for (var share : shares.shares()) {
            var quota = share.quota();
            quotas.set(at(share.party()), negative ? quota.negated() : quota, null);
        }
        return quotas;
    }

    private Node root() {
        return new Node("rule", total, IntStream.range(0, parties.size()).boxed().toList());
    }

    private Quotas accepted(Quotas result) {
        if (!refusals.isEmpty()) {
            throw AllocationException.several(refusals);
        }
        return result;
    }

    /**
     * Divides an amount among the members. Refusals are collected; the quotas of a refused rule are
     * meaningless, and what depends on them is not looked at.
     */
    Quotas divide(Rule rule, Node node) {
        if (node.members().isEmpty()) {
            if (node.amount().signum() != 0) {
                refuse(AllocationException.nobodyLeft(node.place(), node.amount()));
            }
            return none();
        }
        return switch (rule) {
            case Rule.Equal _ -> new AgreedParts(this).equal(node);
            case Rule.Percent percent -> new AgreedParts(this).percent(percent, node);
            case Rule.Fixed fixed -> new AgreedParts(this).fixed(fixed, node);
            case Rule.Only(var party) -> new AgreedParts(this).only(party, node);
            case Rule.Pinned pinned -> new AgreedParts(this).pinned(pinned, node);
            case Rule.Credited credited -> new AgreedParts(this).credited(credited, node);
            case Rule.ByIndicator indicator -> new Proportions(this).byIndicator(indicator, node);
            case Rule.Weights weights -> new Proportions(this).weights(weights, node);
            case Rule.ScaledSum scaled -> new Proportions(this).scaledSum(scaled, node);
            case Rule.Mix(var parts) -> new Compositions(this).mix(parts, node);
            case Rule.TwoPart twoPart -> new Compositions(this).twoPart(twoPart, node);
            case Rule.Blend blend -> new Compositions(this).blend(blend, node);
            case Rule.Sequential(var segments) -> new Compositions(this).sequential(segments, node);
            case Rule.Bounded bounded -> new Bounds(this).bounded(bounded, node);
            case Rule.Rate rate -> new Tariffs(this).scaled(rate, node);
            case Rule.Bands bands -> new Tariffs(this).scaled(bands, node);
            case Rule.Game game -> new Games(this, node, game.costs()).divide(game);
        };
    }

    /** The whole amount that is divided, without its sign. */
    Fraction total() {
        return total;
    }

    String currency() {
        return currency;
    }

    String code(int member) {
        return codes.get(member);
    }

    Parties.Party party(int member) {
        return parties.get(member);
    }

    boolean knows(String party) {
        return places.containsKey(party);
    }

    int at(String party) {
        return Objects.requireNonNull(places.get(party));
    }

    Quotas none() {
        return new Quotas(parties.size());
    }

    void refuse(AllocationException refusal) {
        refusals.add(refusal);
    }

    /** How many reasons there are so far; a kind that added none may go on. */
    int refusals() {
        return refusals.size();
    }

    /** The figure of a member, 0 or more; refuses and gives null if there is none. */
    @Nullable Fraction figure(int member, String indicator, String place) {
        var figure = parties.get(member).figures().get(indicator);
        if (figure == null) {
            refuse(AllocationException.missingFigure(place, codes.get(member), indicator));
            return null;
        }
        if (figure.signum() < 0) {
            refuse(AllocationException.negative(place, codes.get(member), figure));
            return null;
        }
        return figure;
    }

    /** Whether all named parties are members and all figures are zero or more; else says why. */
    boolean usable(Map<String, Fraction> figures, String place, List<Integer> members) {
        var before = refusals.size();
        named(figures, place, members);
        figures.entrySet().stream()
                .filter(entry -> entry.getValue().signum() < 0)
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry ->
                        refuse(
                                AllocationException.negative(
                                        place + "." + entry.getKey(),
                                        entry.getKey(),
                                        entry.getValue())));
        return refusals.size() == before;
    }

    /** Whether all named parties are members; else says why. */
    boolean named(Map<String, Fraction> figures, String place, List<Integer> members) {
        var before = refusals.size();
        var here = new HashSet<String>();
        for (var member : members) {
            here.add(codes.get(member));
        }
        figures.keySet().stream()
                .filter(party -> !here.contains(party))
                .sorted()
                .forEach(party -> {
                    var at = place.endsWith(".party") ? place : place + "." + party;
                    refuse(
                            places.containsKey(party)
                                    ? AllocationException.partyTaken(at, party)
                                    : AllocationException.unknownParty(at, party));
                });
        return refusals.size() == before;
    }

    /** Whether amounts that are paid as written can be paid in the currency; else says why. */
    boolean payable(Map<String, Fraction> amounts, String place) {
        var before = refusals.size();
        amounts.forEach((party, amount) -> {
            if (!amount.dividedBy(coin).isInteger()) {
                refuse(
                        AllocationException.amountTooFine(
                                place + "." + party, party, amount, currency));
            }
        });
        return refusals.size() == before;
    }

    List<Integer> without(List<Integer> members, Map<String, Fraction> named) {
        return members.stream().filter(member -> !named.containsKey(code(member))).toList();
    }

    /** Adds a step that has been made up already. */
    void note(TraceStep step) {
        trace.add(step);
    }

    /** Writes a step down, with a line for each member. */
    void step(
            Node node,
            Step step,
            List<Object> arguments,
            IntFunction<@Nullable Fraction> figure,
            Quotas result) {
        var lines = new ArrayList<Line>();
        for (var member : node.members()) {
            lines.add(new Line(codes.get(member), figure.apply(member), result.quota(member)));
        }
        trace.add(new TraceStep(node.place(), step, node.amount(), arguments, lines));
    }

    static Fraction sum(Iterable<Fraction> figures) {
        var sum = Fraction.ZERO;
        for (var figure : figures) {
            sum = sum.plus(figure);
        }
        return sum;
    }
}
