package id.patungan.allocation;

import id.patungan.basics.DomainException;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;

import java.util.ArrayList;
import java.util.List;

/** A rule that cannot be applied as it stands; names the party, the figure and the way out. */
public final class AllocationException extends DomainException {

    private static final long serialVersionUID = 1L;

    private final String place;
    private final transient List<AllocationException> all;

    private AllocationException(String place, String code, String message, Object... arguments) {
        super(Kind.REFUSED, code, message, arguments);
        this.place = place;
        this.all = List.of(this);
    }

    private AllocationException(List<AllocationException> all) {
        super(
                Kind.REFUSED,
                all.getFirst().code(),
                String.valueOf(all.getFirst().getMessage()),
                all.getFirst().arguments().toArray());
        this.place = all.getFirst().place;
        this.all = List.copyOf(all);
    }

    /** A refusal whose message names the arguments: {0} is the first, figures in short. */
    private static AllocationException refusal(
            String place, String code, String message, Object... arguments) {
        var text = message;
        for (var number = 0; number < arguments.length; number++) {
            var shown =
                    switch (arguments[number]) {
                        case Fraction figure -> figure.toShortText();
                        case Money money -> money.toDecimal().toPlainString();
                        case Object other -> other.toString();
                    };
            text = text.replace("{" + number + "}", shown);
        }
        return new AllocationException(place, code, text, arguments);
    }

    /**
     * Where in the rule: {@code rule.rest.shares}; {@code parties} or {@code unit} for the rest.
     */
    public String place() {
        return place;
    }

    /** Every reason why the rule cannot be applied, this one first. */
    public List<AllocationException> all() {
        return all;
    }

    /** For callers that need a rule before they may charge anybody. */
    public static AllocationException noRule(String subject) {
        return refusal(
                "rule",
                "allocation.no-rule",
                "{0} has no rule: name the rule and its legal basis; equal shares "
                        + "are never assumed",
                subject);
    }

    static AllocationException several(List<AllocationException> all) {
        return all.size() == 1 ? all.getFirst() : new AllocationException(new ArrayList<>(all));
    }

    static AllocationException noParties() {
        return refusal(
                "parties",
                "allocation.no-parties",
                "There is nobody to share the amount; give at least one party");
    }

    static AllocationException unknownParty(String place, String party) {
        return refusal(
                place,
                "allocation.unknown-party",
                "Party {0} is not among the parties; add it there or correct the code",
                party);
    }

    static AllocationException partyTaken(String place, String party) {
        return refusal(
                place,
                "allocation.party-taken",
                "Party {0} already pays a fixed or pinned part outside this rule, "
                        + "which divides the rest among the others; leave it out of one of the "
                        + "two",
                party);
    }

    static AllocationException negative(String place, String party, Fraction figure) {
        return refusal(
                place,
                "allocation.negative-figure",
                "Party {0} has the negative figure {1}; give 0 or more",
                party,
                figure);
    }

    static AllocationException percentSum(String place, Fraction sum) {
        return refusal(
                place,
                "allocation.percent-sum",
                "The percentages add to {0}, not to 100; correct them, write "
                        + "fractions such as 100/3, or set normalise: true",
                sum);
    }

    static AllocationException percentZero(String place) {
        return refusal(
                place,
                "allocation.percent-zero",
                "The percentages are all 0 and cannot be scaled to 100; give at "
                        + "least one above 0");
    }

    static AllocationException missingFigure(String place, String party, String indicator) {
        return refusal(
                place,
                "allocation.missing-figure",
                "Party {0} has no figure for {1}; enter it, or 0 if it really is none",
                party,
                indicator);
    }

    static AllocationException missingWeight(String place, String party) {
        return refusal(
                place,
                "allocation.missing-weight",
                "Party {0} has no weight in the rule; write it there, 0 if it pays " + "nothing",
                party);
    }

    static AllocationException weightsZero(String place) {
        return refusal(
                place,
                "allocation.weights-zero",
                "The weights of all parties are 0, so nothing can be divided by "
                        + "them; give at least one party a weight above 0");
    }

    static AllocationException mixSum(String place, Fraction sum) {
        return refusal(
                place,
                "allocation.mix-sum",
                "The shares of the parts add to {0}, not to 100; correct them",
                sum);
    }

    static AllocationException negativePart(String place, Fraction share) {
        return refusal(
                place,
                "allocation.negative-part",
                "A part has the negative share {0}; give 0 or more",
                share);
    }

    static AllocationException floorAboveCap(
            String place, String party, Fraction floor, Fraction cap) {
        return refusal(
                place,
                "allocation.floor-above-cap",
                "Party {0} has a floor of {1} % above its cap of {2} %; lower the "
                        + "floor or raise the cap",
                party,
                floor,
                cap);
    }

    static AllocationException floorsTooHigh(String place, Fraction sum, Fraction limit) {
        return refusal(
                place,
                "allocation.floors-too-high",
                "The floors add to {0} %, more than the {1} % there are; lower them",
                sum,
                limit);
    }

    static AllocationException capsTooLow(String place, Fraction sum, Fraction limit) {
        return refusal(
                place,
                "allocation.caps-too-low",
                "The caps of the parties that pay add to {0} %, less than the {1} % "
                        + "to be paid; raise them",
                sum,
                limit);
    }

    static AllocationException pinsTooHigh(String place, Fraction sum) {
        return refusal(
                place,
                "allocation.pins-too-high",
                "The pinned percentages add to {0}, more than 100; lower them",
                sum);
    }

    static AllocationException residualNegative(String place, Fraction amount, Fraction fixed) {
        return refusal(
                place,
                "allocation.residual-negative",
                "The fixed amounts add to {0}, which is {1} more than the {2} to be "
                        + "divided; lower them or raise the total",
                fixed,
                fixed.minus(amount),
                amount);
    }

    static AllocationException nobodyLeft(String place, Fraction amount) {
        return refusal(
                place,
                "allocation.nobody-left",
                "Nobody is left to pay the remaining {0}; name a residual payer who "
                        + "is not fixed or pinned",
                amount);
    }

    static AllocationException remainder(Fraction remainder, Fraction unit) {
        return refusal(
                "unit",
                "allocation.remainder",
                "With the unit {0} an amount of {1} is left over and nobody is named "
                        + "to take it; name remainder_to in a fixed rule or choose a smaller "
                        + "unit",
                unit,
                remainder);
    }

    static AllocationException severalRemainders(String place, String first, String second) {
        return refusal(
                place,
                "allocation.several-remainders",
                "Both {0} and {1} are named as remainder_to, but there is one "
                        + "remainder; name one",
                first,
                second);
    }

    static AllocationException unit(Fraction unit, String currency) {
        return refusal(
                "unit",
                "allocation.unit",
                "The unit {0} is not a multiple of the smallest coin of {1}; give a "
                        + "positive multiple of it",
                unit,
                currency);
    }

    static AllocationException amountTooFine(
            String place, String party, Fraction amount, String currency) {
        return refusal(
                place,
                "allocation.amount-too-fine",
                "Party {0} would pay the fixed amount {1}, which has more decimals "
                        + "than {2}; round it in the rule",
                party,
                amount,
                currency);
    }

    static AllocationException missingHistory(String party) {
        return refusal(
                "tie",
                "allocation.missing-history",
                "Party {0} has no tie_history, which tie: history needs; enter the "
                        + "units it got so far, 0 if none",
                party);
    }

    static AllocationException creditsTooHigh(String place, Fraction amount, Fraction credits) {
        return refusal(
                place,
                "allocation.credits-too-high",
                "The credits add to {0}, more than the {1} to be divided; lower them "
                        + "or raise the total",
                credits,
                amount);
    }

    static AllocationException divisor(String place, String indicator, Fraction divisor) {
        return refusal(
                place,
                "allocation.divisor",
                "The figures of {0} cannot be divided by {1}; give a divisor above 0",
                indicator,
                divisor);
    }

    static AllocationException inverseZero(String place, String party) {
        return refusal(
                place,
                "allocation.inverse-zero",
                "Party {0} has the figure 0, which has no inverse; give a figure "
                        + "above 0 or leave the party out of this rule",
                party);
    }

    static AllocationException negativeAmount(String place, Fraction amount) {
        return refusal(
                place,
                "allocation.negative-amount",
                "The rule has the negative figure {0}; give 0 or more",
                amount);
    }

    static AllocationException shareNew(String place, Fraction share) {
        return refusal(
                place,
                "allocation.share-new",
                "The share of the new rule is {0} %; give a percentage from 0 to 100",
                share);
    }

    static AllocationException noUsers(String place, Fraction amount) {
        return refusal(
                place,
                "allocation.no-users",
                "Nobody uses the segment of {0}; name who does, or leave it out",
                amount);
    }

    static AllocationException userTwice(String place, String party) {
        return refusal(
                place,
                "allocation.user-twice",
                "Party {0} is twice among the users of a segment; name it once",
                party);
    }

    static AllocationException segmentsSum(String place, Fraction sum, Fraction amount) {
        return refusal(
                place,
                "allocation.segments-sum",
                "The segments add to {0}, not to the {1} to be divided, a difference "
                        + "of {2}; correct them or the total",
                sum,
                amount,
                amount.minus(sum));
    }

    static AllocationException minAboveMax(String place, Fraction min, Fraction max) {
        return refusal(
                place,
                "allocation.min-above-max",
                "The least amount of {0} is above the greatest of {1}; lower one or "
                        + "raise the other",
                min,
                max);
    }

    static AllocationException negativePrice(String place, String party, Fraction price) {
        return refusal(
                place,
                "allocation.negative-price",
                "Party {0} would pay {1}, less than 0; set min: 0 or correct plus",
                party,
                price);
    }

    static AllocationException ownTotal(String place, String kind, Fraction amount) {
        return refusal(
                place,
                "allocation.own-total",
                "A rule of kind {0} makes its own total and cannot divide the {1} "
                        + "that reaches it here; set scale: true to divide in proportion to "
                        + "its prices, or let it stand alone",
                kind,
                amount);
    }

    static AllocationException otherTotal(Money given, Money own) {
        return refusal(
                "total",
                "allocation.other-total",
                "The rule itself gives the total {0}, not {1}; leave the total out, "
                        + "or set scale: true to divide it in proportion",
                own,
                given);
    }

    static AllocationException noTotal() {
        return refusal(
                "total",
                "allocation.no-total",
                "The rule divides a total, and none is given; name the amount");
    }

    static AllocationException tooLarge(Fraction sum) {
        return refusal(
                "total",
                "allocation.too-large",
                "The shares add to {0}, more than can be kept in books; correct the "
                        + "rate or the figures",
                sum);
    }

    static AllocationException missingWord(String place, String party, String column) {
        return refusal(
                place,
                "allocation.missing-word",
                "Party {0} has nothing in the column {1}; enter its class",
                party,
                column);
    }

    static AllocationException notInTable(String place, String party, String words) {
        return refusal(
                place,
                "allocation.not-in-table",
                "Party {0} is in {1}, for which the table has no amount; add it "
                        + "there or correct the party",
                party,
                words);
    }

    static AllocationException belowBands(
            String place, String party, String indicator, Fraction figure) {
        return refusal(
                place,
                "allocation.below-bands",
                "Party {0} has {2} for {1}, below the first band; begin the bands " + "lower",
                party,
                indicator,
                figure);
    }

    static AllocationException bandsOrder(String place, Fraction from, Fraction previous) {
        return refusal(
                place,
                "allocation.bands-order",
                "A band from {0} stands after the one from {1}; write bands in "
                        + "rising order, each beginning once",
                from,
                previous);
    }

    static AllocationException moreThanIncluded(
            String place, String party, String indicator, Fraction figure, Fraction included) {
        return refusal(
                place,
                "allocation.more-than-included",
                "Party {0} has {2} for {1} where {3} are included and more have no "
                        + "price; agree on a price and write it there, or correct the figure",
                party,
                indicator,
                figure,
                included);
    }

    static AllocationException gameTotal(String place, Fraction all, Fraction amount) {
        return refusal(
                place,
                "allocation.game-total",
                "All together pay {0} by the costs of the rule, but {1} is to be divided; correct"
                        + " the costs or the total",
                all,
                amount);
    }

    static AllocationException negativeCost(String place, String coalition, Fraction cost) {
        return refusal(
                place,
                "allocation.negative-cost",
                "Coalition {0} has the negative cost {1}; give 0 or more",
                coalition,
                cost);
    }

    static AllocationException coalitionTwice(String place, String one, String other) {
        return refusal(
                place,
                "allocation.coalition-twice",
                "Coalition {0} is there again as {1}; leave one out",
                one,
                other);
    }

    static AllocationException coalitionRepeats(String place, String coalition, String party) {
        return refusal(
                place,
                "allocation.coalition-repeats",
                "Coalition {0} names {1} more than once; name each once",
                coalition,
                party);
    }

    static AllocationException unknownClass(String place, String name) {
        return refusal(
                place,
                "allocation.unknown-class",
                "There is no class {0} in the rule; add it to the classes or correct the name",
                name);
    }

    static AllocationException emptyClass(String place, String name) {
        return refusal(
                place,
                "allocation.empty-class",
                "Class {0} has no party; name one or leave the class out",
                name);
    }

    static AllocationException classTwice(String place, String party) {
        return refusal(
                place,
                "allocation.class-twice",
                "Party {0} is in the classes more than once; name it in one, once",
                party);
    }

    static AllocationException noClass(String place, String party) {
        return refusal(
                place,
                "allocation.no-class",
                "Party {0} is in no class; add it to the one it belongs to",
                party);
    }

    static AllocationException missingAlone(String place, String player, String otherwise) {
        return refusal(
                place,
                "allocation.missing-alone",
                "{0} has no cost of its own, from which default: {1} works out the others; list"
                        + " it, 0 if it is nothing",
                player,
                otherwise);
    }

    static AllocationException tooManyCoalitions(String place, int players, int most) {
        return refusal(
                place,
                "allocation.too-many-coalitions",
                "{0} players form more coalitions than can be listed; name a default (max, sum or"
                        + " segments), or group them into {1} classes or fewer",
                players,
                most);
    }

    static AllocationException missingCoalitions(String place, int missing, int all, String named) {
        return refusal(
                place,
                "allocation.missing-coalitions",
                "No cost is given for {0} of the {1} coalitions: {2}; list them, or name a default"
                        + " (max, sum or segments)",
                missing,
                all,
                named);
    }

    static AllocationException negativeMarginal(String place, String player, Fraction cost) {
        return refusal(
                place,
                "allocation.negative-marginal",
                "{0} adds {1} to the cost, less than nothing, so it cannot be charged by that; use"
                        + " shapley or nucleolus, or correct the costs",
                player,
                cost);
    }

    static AllocationException tooManyForShapley(String place, int players, int most) {
        return refusal(
                place,
                "allocation.too-many-for-shapley",
                "The Shapley value of these costs is exact for up to {1} players, and there are"
                        + " {0}; group them into classes, or ask for an estimate with a sample"
                        + " (orders and seed)",
                players,
                most);
    }

    static AllocationException sampleTooLarge(String place, long most) {
        return refusal(
                place,
                "allocation.sample-too-large",
                "The sample is too large for so many players; ask for {0} orders or fewer",
                most);
    }

    static AllocationException missingBenefit(String place, String player) {
        return refusal(
                place,
                "allocation.missing-benefit",
                "{0} has no benefit in the rule; write it there, 0 if the works are worth nothing"
                        + " to it",
                player);
    }

    static AllocationException noBenefitRemains(String place, Fraction joint) {
        return refusal(
                place,
                "allocation.no-benefit-remains",
                "Joint costs of {0} are left, but the remaining benefits add to 0, so these cannot"
                        + " divide them; correct the costs or benefits, or use shapley or nucleolus",
                joint);
    }

    static AllocationException tooManyForNucleolus(String place, int players, int most) {
        return refusal(
                place,
                "allocation.too-many-for-nucleolus",
                "The nucleolus is worked out for up to {1} players, and there are {0}; group them"
                        + " into classes, or use shapley",
                players,
                most);
    }

    static AllocationException nobodyGains(String place, Fraction total, Fraction alone) {
        return refusal(
                place,
                "allocation.nobody-gains",
                "All together pay {0}, but each alone only {1} in all, so no division leaves"
                        + " everybody at or below that, as the nucleolus asks; use shapley or scrb,"
                        + " or do without the joint works",
                total,
                alone);
    }

    static AllocationException instalments(int count) {
        return refusal(
                "instalments",
                "allocation.instalments",
                "A share cannot be paid in {0} instalments; give 1 or more",
                count);
    }

    static AllocationException linesZero() {
        return refusal(
                "lines",
                "allocation.lines-zero",
                "The lines add to 0, so the sum divides none of them; choose lines: per-line");
    }
}
