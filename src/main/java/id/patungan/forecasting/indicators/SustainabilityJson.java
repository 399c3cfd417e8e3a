package id.patungan.forecasting.indicators;

import id.patungan.basics.Fraction;
import id.patungan.basics.Money;
import id.patungan.forecasting.DuesSpread;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * The indicators as programs read them. Values are exact as text, with a rounded decimal beside;
 * amounts are decimals in main units.
 *
 * @param knownAt the entry up to which the book was read
 * @param partialYear whether the year has not ended on the day
 * @param reserveMonths how many months of books the reserve is measured by
 * @param inKind income in kind of the year, which is in no ratio of income
 * @param spread how the uplift was divided among the members; null if there is none to divide
 */
public record SustainabilityJson(
        LocalDate asOf,
        long knownAt,
        String currency,
        boolean partialYear,
        int reserveMonths,
        String inKind,
        List<Item> indicators,
        List<MemberItem> members,
        @Nullable SpreadItem spread) {

    private static final int DECIMALS = 6;

    /** Of the indicators, in the book's currency. */
    public static SustainabilityJson of(Indicators of, Currency currency) {
        return new SustainabilityJson(
                of.asOf(),
                of.knownAt(),
                currency.getCurrencyCode(),
                of.partial(),
                of.months(),
                amount(of.inKind(), currency),
                of.all().stream().map(one -> Item.of(one, currency)).toList(),
                of.members().stream().map(one -> MemberItem.of(one, currency)).toList(),
                SpreadItem.of(of.spread()));
    }

    /**
     * A value.
     *
     * @param exact {@code p/q}; of money in main units
     * @param undefined why there is none
     * @param beyondMonths a runway that does not end in so many months
     */
    public record Result(
            @Nullable String exact,
            @Nullable String decimal,
            @Nullable String undefined,
            @Nullable Integer beyondMonths) {

        static Result of(Value value, boolean money, Currency currency) {
            return switch (value) {
                case Value.Undefined(var reason) -> new Result(null, null, reason.code(), null);
                case Value.Beyond(var months) -> new Result(null, null, null, months);
                case Value.Exact(var number) -> {
                    var main = money ? main(number, currency) : number;
                    yield new Result(
                            main.toString(),
                            main.rounded(DECIMALS, RoundingMode.HALF_UP).toPlainString(),
                            null,
                            null);
                }
            };
        }
    }

    static Fraction main(Fraction minorUnits, Currency currency) {
        return minorUnits.dividedBy(
                Fraction.of(BigDecimal.TEN.pow(currency.getDefaultFractionDigits())));
    }

    static String amount(long minorUnits, Currency currency) {
        return new Money(currency, minorUnits).toDecimal().toPlainString();
    }

    /** An indicator. */
    public record Item(
            String code,
            String unit,
            Result value,
            List<Input> inputs,
            List<Point> trend,
            @Nullable ThresholdItem threshold,
            String status) {

        static Item of(Indicator one, Currency currency) {
            var money = one.code().unit() == IndicatorCode.Unit.MONEY;
            var threshold = one.threshold();
            return new Item(
                    one.code().code(),
                    one.code().unit().code(),
                    Result.of(one.value(), money, currency),
                    one.inputs().stream().map(input -> Input.of(input, currency)).toList(),
                    one.trend().stream()
                            .map(point ->
                                    new Point(
                                            point.on(), Result.of(point.value(), money, currency)))
                            .toList(),
                    threshold == null ? null : ThresholdItem.of(threshold, currency),
                    one.status().code());
        }
    }

    /** A value of the trend. */
    public record Point(LocalDate on, Result value) {}

    /** An input with its parts. */
    public record Input(String key, String amount, List<PartItem> parts) {

        static Input of(Term term, Currency currency) {
            return new Input(
                    term.key(),
                    SustainabilityJson.amount(term.amount(), currency),
                    term.parts().stream().map(part -> PartItem.of(part, currency)).toList());
        }
    }

    /** A part and where it stands. */
    public record PartItem(
            String amount,
            @Nullable String payer,
            @Nullable String account,
            @Nullable String fund,
            @Nullable String party,
            @Nullable String assessment,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {

        static PartItem of(Term.Part part, Currency currency) {
            var place = part.place();
            return new PartItem(
                    SustainabilityJson.amount(part.amount(), currency),
                    part.label().payer().isEmpty() ? null : part.label().payer(),
                    place.account(),
                    place.fund(),
                    place.party(),
                    place.assessment(),
                    place.from(),
                    place.until());
        }
    }

    /** What the uplift means for a member. */
    public record MemberItem(
            String party,
            String name,
            String dues,
            Result extra,
            Result weight,
            @Nullable String budget,
            @Nullable Integer budgetYear) {

        static MemberItem of(MemberUplift of, Currency currency) {
            return new MemberItem(
                    of.member().code(),
                    of.member().name(),
                    amount(of.dues(), currency),
                    Result.of(of.extra(), true, currency),
                    Result.of(of.weight(), false, currency),
                    of.budgetIndicator(),
                    of.budgetYear());
        }
    }

    /**
     * By which rule it was divided.
     *
     * @param rule its name; null if it was divided in proportion to the dues of the year
     * @param code of the rule; null for a rule of the assessment's own
     * @param proportional why no rule divided it; null if one did
     */
    record SpreadItem(
            @Nullable String rule,
            @Nullable String code,
            @Nullable Integer version,
            @Nullable String assessment,
            @Nullable String proportional,
            @Nullable String message) {

        static @Nullable SpreadItem of(@Nullable DuesSpread spread) {
            if (spread == null) return null;
            var rule = spread.rule();
            var whyNot = spread.whyNot();
            return new SpreadItem(
                    rule == null ? null : rule.name(),
                    rule == null ? null : rule.code(),
                    rule == null ? null : rule.version(),
                    rule == null ? null : rule.assessment(),
                    whyNot == null ? null : whyNot.code(),
                    whyNot == null ? null : whyNot.getMessage());
        }
    }

    /**
     * A version of a threshold.
     *
     * @param bound exact; of money in main units; null, like the side, if it was taken away
     */
    public record ThresholdItem(
            String indicator,
            int version,
            @Nullable String side,
            @Nullable String bound,
            String owner,
            String basis,
            LocalDate from,
            String by,
            Instant at) {

        static ThresholdItem of(Threshold one, Currency currency) {
            var side = one.side();
            var bound = one.bound();
            return new ThresholdItem(
                    one.indicator().code(),
                    one.version(),
                    side == null ? null : side.code(),
                    bound == null
                            ? null
                            : (one.indicator().unit() == IndicatorCode.Unit.MONEY
                                            ? main(bound, currency)
                                            : bound)
                                    .toString(),
                    one.owner(),
                    one.basis(),
                    one.from(),
                    one.by(),
                    one.at());
        }
    }
}
