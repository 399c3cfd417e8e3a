package id.patungan.allocation;

import id.patungan.basics.DomainException;
import id.patungan.basics.Fraction;

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
        return new AllocationException(
                "rule",
                "allocation.no-rule",
                subject
                        + " has no rule: name the rule and its legal basis; equal shares are never"
                        + " assumed",
                subject);
    }

    static AllocationException several(List<AllocationException> all) {
        return all.size() == 1 ? all.getFirst() : new AllocationException(new ArrayList<>(all));
    }

    static AllocationException noParties() {
        return new AllocationException(
                "parties",
                "allocation.no-parties",
                "There is nobody to share the amount; give at least one party");
    }

    static AllocationException unknownParty(String place, String party) {
        return new AllocationException(
                place,
                "allocation.unknown-party",
                "Party " + party + " is not among the parties; add it there or correct the code",
                party);
    }

    static AllocationException partyTaken(String place, String party) {
        return new AllocationException(
                place,
                "allocation.party-taken",
                "Party "
                        + party
                        + " already pays a fixed or pinned part outside this rule, which divides"
                        + " the rest among the others; leave it out of one of the two",
                party);
    }

    static AllocationException negative(String place, String party, Fraction figure) {
        return new AllocationException(
                place,
                "allocation.negative-figure",
                "Party "
                        + party
                        + " has the negative figure "
                        + figure.toShortText()
                        + "; give 0 or more",
                party,
                figure);
    }

    static AllocationException percentSum(String place, Fraction sum) {
        return new AllocationException(
                place,
                "allocation.percent-sum",
                "The percentages add to "
                        + sum.toShortText()
                        + ", not to 100; correct them, write fractions such as 100/3, or set"
                        + " normalise: true",
                sum);
    }

    static AllocationException percentZero(String place) {
        return new AllocationException(
                place,
                "allocation.percent-zero",
                "The percentages are all 0 and cannot be scaled to 100; give at least one above"
                        + " 0");
    }

    static AllocationException missingFigure(String place, String party, String indicator) {
        return new AllocationException(
                place,
                "allocation.missing-figure",
                "Party "
                        + party
                        + " has no figure for "
                        + indicator
                        + "; enter it, or 0 if it really is none",
                party,
                indicator);
    }

    static AllocationException missingWeight(String place, String party) {
        return new AllocationException(
                place,
                "allocation.missing-weight",
                "Party "
                        + party
                        + " has no weight in the rule; write it there, 0 if it pays nothing",
                party);
    }

    static AllocationException weightsZero(String place) {
        return new AllocationException(
                place,
                "allocation.weights-zero",
                "The weights of all parties are 0, so nothing can be divided by them; give at"
                        + " least one party a weight above 0");
    }

    static AllocationException mixSum(String place, Fraction sum) {
        return new AllocationException(
                place,
                "allocation.mix-sum",
                "The shares of the parts add to "
                        + sum.toShortText()
                        + ", not to 100; correct them",
                sum);
    }

    static AllocationException negativePart(String place, Fraction share) {
        return new AllocationException(
                place,
                "allocation.negative-part",
                "A part has the negative share " + share.toShortText() + "; give 0 or more",
                share);
    }

    static AllocationException floorAboveCap(
            String place, String party, Fraction floor, Fraction cap) {
        return new AllocationException(
                place,
                "allocation.floor-above-cap",
                "Party "
                        + party
                        + " has a floor of "
                        + floor.toShortText()
                        + " % above its cap of "
                        + cap.toShortText()
                        + " %; lower the floor or raise the cap",
                party,
                floor,
                cap);
    }

    static AllocationException floorsTooHigh(String place, Fraction sum, Fraction limit) {
        return new AllocationException(
                place,
                "allocation.floors-too-high",
                "The floors add to "
                        + sum.toShortText()
                        + " %, more than the "
                        + limit.toShortText()
                        + " % there are; lower them",
                sum,
                limit);
    }

    static AllocationException capsTooLow(String place, Fraction sum, Fraction limit) {
        return new AllocationException(
                place,
                "allocation.caps-too-low",
                "The caps of the parties that pay add to "
                        + sum.toShortText()
                        + " %, less than the "
                        + limit.toShortText()
                        + " % to be paid; raise them",
                sum,
                limit);
    }

    static AllocationException pinsTooHigh(String place, Fraction sum) {
        return new AllocationException(
                place,
                "allocation.pins-too-high",
                "The pinned percentages add to "
                        + sum.toShortText()
                        + ", more than 100; lower them",
                sum);
    }

    static AllocationException residualNegative(String place, Fraction amount, Fraction fixed) {
        return new AllocationException(
                place,
                "allocation.residual-negative",
                "The fixed amounts add to "
                        + fixed.toShortText()
                        + ", which is "
                        + fixed.minus(amount).toShortText()
                        + " more than the "
                        + amount.toShortText()
                        + " to be divided; lower them or raise the total",
                fixed,
                fixed.minus(amount),
                amount);
    }

    static AllocationException nobodyLeft(String place, Fraction amount) {
        return new AllocationException(
                place,
                "allocation.nobody-left",
                "Nobody is left to pay the remaining "
                        + amount.toShortText()
                        + "; name a residual payer who is not fixed or pinned",
                amount);
    }

    static AllocationException remainder(Fraction remainder, Fraction unit) {
        return new AllocationException(
                "unit",
                "allocation.remainder",
                "With the unit "
                        + unit.toShortText()
                        + " an amount of "
                        + remainder.toShortText()
                        + " is left over and nobody is named to take it; name remainder_to in a"
                        + " fixed rule or choose a smaller unit",
                unit,
                remainder);
    }

    static AllocationException severalRemainders(String place, String first, String second) {
        return new AllocationException(
                place,
                "allocation.several-remainders",
                "Both "
                        + first
                        + " and "
                        + second
                        + " are named as remainder_to, but there is one remainder; name one",
                first,
                second);
    }

    static AllocationException unit(Fraction unit, String currency) {
        return new AllocationException(
                "unit",
                "allocation.unit",
                "The unit "
                        + unit.toShortText()
                        + " is not a multiple of the smallest coin of "
                        + currency
                        + "; give a positive multiple of it",
                unit,
                currency);
    }

    static AllocationException amountTooFine(
            String place, String party, Fraction amount, String currency) {
        return new AllocationException(
                place,
                "allocation.amount-too-fine",
                "Party "
                        + party
                        + " would pay the fixed amount "
                        + amount.toShortText()
                        + ", which has more decimals than "
                        + currency
                        + "; round it in the rule",
                party,
                amount,
                currency);
    }

    static AllocationException missingHistory(String party) {
        return new AllocationException(
                "tie",
                "allocation.missing-history",
                "Party "
                        + party
                        + " has no tie_history, which tie: history needs; enter the units it got so"
                        + " far, 0 if none",
                party);
    }
}
