package id.patungan.forecasting.indicators;

import id.patungan.basics.AmountFormat;
import id.patungan.basics.DateReader;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;
import id.patungan.forecasting.DuesSpreadWords;
import id.patungan.ledger.Names;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.util.UriComponentsBuilder;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Indicators as a page in one language says them. */
public final class IndicatorWords {

    /** A popover of more lines than this is read by nobody; the sum of the rest is told. */
    private static final int MOST_PARTS = 40;

    /** Decimals with which a value is shown; a percentage after it was multiplied by 100. */
    private static final Map<IndicatorCode.Unit, Integer> DECIMALS =
            Map.of(
                    IndicatorCode.Unit.PERCENT, 1,
                    IndicatorCode.Unit.FACTOR, 2,
                    IndicatorCode.Unit.INDEX, 4,
                    IndicatorCode.Unit.MONTHS, 1,
                    IndicatorCode.Unit.DAYS, 1);

    private final MessageSource messages;
    private final Locale locale;
    private final BodyEntry body;
    private final Map<String, String> accounts;

    /** In one language, with the names of a body. */
    public IndicatorWords(MessageSource messages, Locale locale, BodyEntry body, Names names) {
        this.messages = messages;
        this.locale = locale;
        this.body = body;
        this.accounts =
                names.accounts().stream()
                        .collect(Collectors.toMap(Names.Named::code, one -> one.name(locale)));
    }

    /**
     * A row of the table.
     *
     * @param reason why there is no value; null if there is one
     * @param threshold the body's own, with its owner; null if it has set none
     * @param benchmark what others ask for; null if nobody that is known does
     * @param status class and word
     */
    public record Row(
            String code,
            String name,
            String formula,
            String value,
            boolean negative,
            @Nullable String reason,
            List<TrendPoint> trend,
            @Nullable String threshold,
            @Nullable String owner,
            @Nullable String benchmark,
            String tone,
            String status,
            List<TermText> terms) {

        /** The trend without the value itself. */
        public List<TrendPoint> before() {
            return trend.subList(0, trend.size() - 1);
        }
    }

    /** What it came to at the end of a year. */
    public record TrendPoint(String year, String value, @Nullable String reason) {}

    /** An input with its parts; more: how many parts are not listed, with their sum. */
    public record TermText(
            String label, String amount, List<PartText> parts, @Nullable String more) {}

    /** A part, and where it can be read again. */
    public record PartText(String label, String amount, String address) {}

    /** The uplift of all members, and by what it was divided. */
    public record MemberSum(String rule, String dues, String extra, boolean negative) {}

    /** The uplift of one member. */
    public record MemberRow(
            String name,
            String code,
            String dues,
            String extra,
            boolean negative,
            String weight,
            @Nullable String weightNote) {}

    /** Each indicator as a row. */
    public List<Row> rows(Indicators of) {
        return of.all().stream().map(one -> row(one, of)).toList();
    }

    private Row row(Indicator of, Indicators all) {
        var code = of.code().code();
        var threshold = of.threshold();
        return new Row(
                code,
                name(of.code()),
                text("sustainability.formula." + code),
                value(of.code(), of.value()),
                of.value() instanceof Value.Exact(var number) && number.signum() < 0,
                reason(of.value()),
                of.trend().stream().map(point -> point(of.code(), point)).toList(),
                threshold == null ? null : bound(threshold),
                threshold == null
                        ? null
                        : text(
                                "sustainability.owner",
                                threshold.owner(),
                                threshold.basis(),
                                DateTimeFormatter.ofPattern("d MMM yyyy", locale)
                                        .format(threshold.from())),
                benchmark(of.code()),
                tone(of),
                status(of),
                of.inputs().stream().map(one -> term(one, all)).toList());
    }

    /** A body that had no books yet needs no other reason. */
    private TrendPoint point(IndicatorCode code, Indicator.Point of) {
        var year = Integer.toString(of.on().getYear());
        return of.value().equals(new Value.Undefined(Value.Reason.NO_BOOKS))
                ? new TrendPoint(year, text("sustainability.no-books"), null)
                : new TrendPoint(year, value(code, of.value()), reason(of.value()));
    }

    /** What an indicator is called. */
    public String name(IndicatorCode code) {
        return text("sustainability.name." + code.code());
    }

    private @Nullable String benchmark(IndicatorCode code) {
        return switch (code) {
            case RESERVE_MONTHS, RESTRICTED_COVERAGE ->
                    text("sustainability.benchmark." + code.code());
            default -> null;
        };
    }

    private static String tone(Indicator of) {
        return switch (of.status()) {
            case MET -> "status-ok";
            case MISSED -> "status-bad";
            case NONE, UNDEFINED -> "status-idle";
        };
    }

    String status(Indicator of) {
        var threshold = of.threshold();
        return switch (of.status()) {
            case MET -> text("sustainability.status.met");
            case NONE -> text("sustainability.status.none");
            case UNDEFINED -> text("sustainability.undefined");
            case MISSED ->
                    text(
                            threshold != null && threshold.side() == Threshold.Side.AT_LEAST
                                    ? "sustainability.status.below"
                                    : "sustainability.status.above");
        };
    }

    /** The bound of a threshold with its side; that it was taken away, if it was. */
    String bound(Threshold threshold) {
        var side = threshold.side();
        var bound = threshold.bound();
        if (side == null || bound == null) return text("sustainability.threshold.withdrawn");
        return text(
                "sustainability.side." + side.code() + ".bound",
                value(threshold.indicator(), new Value.Exact(bound)));
    }

    /** Why there is no value; null if there is one. */
    public @Nullable String reason(Value value) {
        return value instanceof Value.Undefined(var reason)
                ? text("sustainability.reason." + reason.code())
                : null;
    }

    /** A value with its unit. */
    public String value(IndicatorCode code, Value value) {
        return switch (value) {
            case Value.Exact(var number) -> number(code, number);
            case Value.Beyond(var months) -> text("sustainability.beyond", months);
            case Value.Undefined _ -> text("sustainability.undefined");
        };
    }

    private String number(IndicatorCode code, Fraction number) {
        if (code.unit() == IndicatorCode.Unit.MONEY) return money(number);
        var shown =
                code.unit() == IndicatorCode.Unit.PERCENT ? number.times(Fraction.HUNDRED) : number;
        var decimals = DECIMALS.getOrDefault(code.unit(), 0);
        var figure = figure(shown.rounded(decimals, RoundingMode.HALF_UP));
        return switch (code.unit()) {
            case PERCENT -> (signed(code, number) ? "+" : "") + figure + "%";
            case MONTHS -> text("sustainability.months", figure);
            case DAYS -> text("sustainability.days", figure);
            case FACTOR, INDEX, MONEY -> figure;
        };
    }

    /** An uplift says by its sign which way it goes. */
    private static boolean signed(IndicatorCode code, Fraction number) {
        return code == IndicatorCode.UPLIFT && number.signum() > 0;
    }

    private String figure(BigDecimal number) {
        return AmountFormat.number(number, locale);
    }

    /** Minor units, rounded half up to one. */
    String money(Fraction minorUnits) {
        return amount(minorUnits.rounded(0, RoundingMode.HALF_UP).longValueExact());
    }

    String amount(long minorUnits) {
        return AmountFormat.amount(minorUnits, body.currency(), locale);
    }

    private TermText term(Term of, Indicators all) {
        var parts = new ArrayList<PartText>();
        var rest = 0L;
        for (var part : of.parts()) {
            if (parts.size() < MOST_PARTS) {
                parts.add(
                        new PartText(
                                label(part.label()),
                                amount(part.amount()),
                                address(part.place(), all)));
            } else {
                rest = Math.addExact(rest, part.amount());
            }
        }
        var more = of.parts().size() - parts.size();
        return new TermText(
                text("sustainability.input." + of.key()),
                amount(of.amount()),
                parts,
                more == 0 ? null : text("sustainability.more", more, amount(rest)));
    }

    /** What a part of an input is called. */
    public String label(Term.Label label) {
        var words = new ArrayList<String>();
        if (label.unnamed()) words.add(text("sustainability.unnamed"));
        if (!label.payer().isEmpty()) words.add(label.payer());
        if (!label.account().isEmpty()) {
            words.add(label.account() + " " + accounts.getOrDefault(label.account(), "").strip());
        }
        if (!label.detail().isEmpty()) words.add(label.detail());
        return String.join(" · ", words);
    }

    /** The address of the page that shows the amount again. */
    private String address(Place place, Indicators all) {
        var base = "/bodies/" + body.code();
        return switch (place.kind()) {
            case CHARGE -> base + "/assessments/" + place.assessment();
            case FUND -> base + "/funds/" + place.fund() + "?until=" + DateReader.typed(all.asOf());
            case IN_KIND -> base + "/in-kind";
            case JOURNAL -> {
                var link = UriComponentsBuilder.fromPath(base + "/journal");
                if (place.from() != null) {
                    link.queryParam("from", DateReader.typed(place.from()));
                }
                if (place.until() != null) {
                    link.queryParam("until", DateReader.typed(place.until()));
                }
                if (place.account() != null) link.queryParam("account", place.account());
                if (place.fund() != null) link.queryParam("fund", place.fund());
                if (place.party() != null) link.queryParam("party", place.party());
                yield link.queryParam("known", all.knownAt()).build().encode().toUriString();
            }
        };
    }

    /** The uplift of each member. */
    public List<MemberRow> members(Indicators of) {
        return of.members().stream().map(this::member).toList();
    }

    /** What all members pay, and what is added, in one line; none if there is nothing to divide. */
    public @Nullable MemberSum memberSum(Indicators of) {
        var spread = of.spread();
        return spread == null
                ? null
                : new MemberSum(
                        DuesSpreadWords.sentence(spread, messages, locale),
                        amount(spread.before()),
                        signed(spread.extra()),
                        spread.extra() < 0);
    }

    private String signed(long minorUnits) {
        return (minorUnits > 0 ? "+" : "") + amount(minorUnits);
    }

    private MemberRow member(MemberUplift of) {
        var extra = of.extra();
        var indicator = of.budgetIndicator();
        return new MemberRow(
                of.member().name(),
                of.member().code(),
                amount(of.dues()),
                extra instanceof Value.Exact(var number)
                        ? (number.signum() > 0 ? "+" : "") + money(number)
                        : text("sustainability.undefined"),
                extra instanceof Value.Exact(var number) && number.signum() < 0,
                of.weight() instanceof Value.Exact(var weight)
                        ? figure(weight.times(Fraction.HUNDRED).rounded(4, RoundingMode.HALF_UP))
                                + "%"
                        : text("sustainability.undefined"),
                of.weight() instanceof Value.Undefined
                        ? reason(of.weight())
                        : text(
                                "sustainability.member.of",
                                String.valueOf(indicator),
                                String.valueOf(of.budgetYear())));
    }

    String inKind(Indicators of) {
        return AmountFormat.money(new Money(body.currency(), of.inKind()), locale);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
