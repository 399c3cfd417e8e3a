package id.patungan.forecasting.pages;

import id.patungan.basics.AmountFormat;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;
import id.patungan.documents.PaperFormats;
import id.patungan.forecasting.DuesSpread;
import id.patungan.forecasting.DuesSpreadWords;
import id.patungan.forecasting.projection.Ending;
import id.patungan.forecasting.projection.Line;
import id.patungan.forecasting.projection.Line.Group;
import id.patungan.forecasting.projection.Origin;
import id.patungan.forecasting.projection.Outlook;
import id.patungan.forecasting.projection.Runway;
import id.patungan.forecasting.scenarios.OverlayField;
import id.patungan.forecasting.scenarios.OverlayKind;
import id.patungan.forecasting.scenarios.Scenario;
import id.patungan.forecasting.scenarios.ScenarioFile;
import id.patungan.forecasting.simulation.Risks;
import id.patungan.ledger.Names;
import id.patungan.ledger.Names.Named;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What lines, their origins and the changes of scenarios are called in one language. */
public final class ForecastWords {

    /** As the lines of a business unit are called. */
    private static final String UNIT = "unit/";

    private static final List<OverlayField> UNIT_FACTS =
            List.of(
                    OverlayField.NAME,
                    OverlayField.FROM,
                    OverlayField.RAMP,
                    OverlayField.PROBABILITY);

    private final MessageSource messages;
    private final PaperFormats formats;
    private final BodyEntry body;
    private final Names names;

    /** In one language, with the names of a body. */
    public ForecastWords(MessageSource messages, Locale language, BodyEntry body, Names names) {
        this.messages = messages;
        this.formats = new PaperFormats(language, body.currency(), body.zone());
        this.body = body;
        this.names = names;
    }

    /** Figures and dates. */
    public PaperFormats formats() {
        return formats;
    }

    BodyEntry body() {
        return body;
    }

    /** A message. */
    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, formats.language());
    }

    /** An amount without its currency. */
    String sentence(DuesSpread spread) {
        return DuesSpreadWords.sentence(spread, messages, formats.language());
    }

    public String amount(long minorUnits) {
        return formats.amount(minorUnits);
    }

    /** An amount with its currency. */
    public String money(long minorUnits) {
        return formats.money(minorUnits);
    }

    /** A month with its year. */
    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("MMMM yyyy", formats.language()).format(month);
    }

    /** The end of a month by its number in an outlook, 0 for the day that it is looked from. */
    public String end(Outlook outlook, int number) {
        return number == 0
                ? formats.date(outlook.asOf())
                : text("forecast.end-of", month(outlook.month(number - 1)));
    }

    /** A number of percent, without the sign. */
    public String percent(Fraction percent) {
        return AmountFormat.number(percent, formats.language());
    }

    /** A part of one in percent with one decimal, half-even: {@code 37,7%}. */
    String share(Fraction part) {
        return AmountFormat.percent(part.times(Fraction.HUNDRED), 1, formats.language());
    }

    /** What amounts in a drawing are counted in: {@code juta rupiah}. */
    String unit(int powerOfTen) {
        return text("forecast.power." + powerOfTen, formats.unit());
    }

    /** The name of a party. */
    public String party(String code) {
        return named(names.parties(), code);
    }

    /** The title of an account. */
    public String account(String code) {
        return named(names.accounts(), code);
    }

    /** The name of a fund. */
    public String fund(String code) {
        return named(names.funds(), code);
    }

    private String named(List<Named> all, String code) {
        return all.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .map(one -> one.name(formats.language()))
                .orElse(code);
    }

    /** How long it lasts, for a cell or a key figure. */
    public String lasts(Outlook outlook, Runway runway) {
        if (runway.beyond()) {
            return text("forecast.lasts.beyond", Integer.toString(runway.months()));
        }
        return runway.months() == 0
                ? text("forecast.lasts.now")
                : month(outlook.month(runway.months() - 1));
    }

    /** What a line is called. */
    public String name(Line line) {
        var party = line.party();
        return switch (line.group()) {
            case DUES, OPEN_CHARGES -> party == null ? account(line.account()) : party(party);
            case AWARDS -> awardOf(line);
            case OTHER_INCOME, STAFF, COSTS, DEBTS ->
                    line.id().startsWith(UNIT)
                            ? line.id().substring(UNIT.length(), line.id().lastIndexOf('/'))
                            : account(line.account());
        };
    }

    /** What tells it from others of that name. */
    public String more(Line line) {
        var parts = new ArrayList<String>();
        switch (line.group()) {
            case OPEN_CHARGES -> parts.add(line.origins().getFirst().reference());
            case AWARDS -> {
                if (line.party() != null) parts.add(party(line.party()));
            }
            case OTHER_INCOME, STAFF, COSTS, DEBTS -> parts.add(line.account());
            case DUES -> {
                // the party says it all
            }
        }
        if (line.id().startsWith("model/")) {
            parts.add(text("forecast.line.model", part(line.id(), 1)));
        }
        parts.add(fund(line.fund()));
        if (line.id().endsWith(Ending.AFTER)) parts.add(text("forecast.line.after"));
        return String.join(" · ", parts);
    }

    private static String awardOf(Line line) {
        return line.id().startsWith("award/") ? part(line.id(), 1) : line.id();
    }

    private static String part(String id, int at) {
        return id.split("/", -1)[at];
    }

    /** An origin as a sentence. */
    public String origin(Origin origin) {
        if (origin.kind() == Origin.Kind.OVERLAY) {
            return text("origin.overlay", change(fields(origin)));
        }
        var facts = origin.facts();
        if (origin.kind() == Origin.Kind.HABIT && facts.getFirst().equals("0")) {
            return text("origin.habit.none");
        }
        var shown = new ArrayList<Object>();
        shown.add(
                switch (origin.kind()) {
                    case BOOKS, DEBT -> coded(account(origin.reference()), origin.reference());
                    case PREPAID -> party(origin.reference());
                    default -> origin.reference();
                });
        for (int at = 0; at < facts.size(); at++) shown.add(fact(origin.kind(), at, facts.get(at)));
        return text("origin." + origin.kind().code(), shown.toArray());
    }

    private String fact(Origin.Kind kind, int at, String fact) {
        if (kind == Origin.Kind.BOOKS && at == 0) return fund(fact);
        if ((kind == Origin.Kind.BOOKS && at == 3) || kind == Origin.Kind.PREPAID) {
            return paid(fact);
        }
        if (kind == Origin.Kind.HABIT && at == 1) {
            return AmountFormat.number(new BigDecimal(fact), formats.language());
        }
        if (fact.matches("[0-9]{4}-[0-9]{2}")) return month(YearMonth.parse(fact));
        return fact.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                ? formats.date(LocalDate.parse(fact))
                : fact;
    }

    private String paid(String mainUnits) {
        return AmountFormat.money(
                Money.of(body.currency(), new BigDecimal(mainUnits)), formats.language());
    }

    private static String coded(String name, String code) {
        return name.equals(code) ? code : code + " " + name;
    }

    private static Map<String, String> fields(Origin origin) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("kind", origin.reference());
        var order =
                OverlayKind.of(origin.reference())
                        .map(kind -> kind == OverlayKind.BUSINESS_UNIT ? UNIT_FACTS : kind.fields())
                        .orElse(List.of());
        for (int at = 0; at < Math.min(order.size(), origin.facts().size()); at++) {
            fields.put(order.get(at).code(), origin.facts().get(at));
        }
        return fields;
    }

    /** Where one can look up what an origin names; null where there is no such page. */
    @Nullable String address(Line line, Origin origin) {
        return switch (origin.kind()) {
            case ASSESSMENT, CHARGE -> "/assessments/" + assessment(origin.reference());
            case AWARD, END -> "/awards/" + origin.reference();
            case BOOKS -> booked(origin);
            case DEBT -> "/journal?account=" + origin.reference() + "&fund=" + line.fund();
            case BUDGET -> "/budgets/" + origin.reference();
            case HABIT -> line.party() == null ? null : "/regions/" + line.party();
            case PREPAID -> "/regions/" + origin.reference();
            case OVERLAY -> null;
        };
    }

    /** The entries of the account in the fund in those months. */
    private static String booked(Origin origin) {
        var facts = origin.facts();
        return "/journal?account=%s&fund=%s&from=%s&until=%s"
                .formatted(
                        origin.reference(),
                        facts.get(0),
                        YearMonth.parse(facts.get(1)).atDay(1),
                        YearMonth.parse(facts.get(2)).atEndOfMonth());
    }

    private static String assessment(String charge) {
        var end = charge.lastIndexOf('/');
        return end < 0 ? charge : charge.substring(0, end);
    }

    /**
     * A change in a sentence: {@code Iuran diubah sekali: semua anggota, sejak Januari 2007, 60,6
     * %}.
     *
     * @param fields as a scenario's file has them, {@code kind} among them
     */
    public String change(Map<String, String> fields) {
        var code = fields.getOrDefault("kind", "");
        var kind = OverlayKind.of(code).orElse(null);
        if (kind == null) return code;
        var parts = new ArrayList<String>();
        for (var field : kind.fields()) {
            var value = fields.getOrDefault(field.code(), "");
            if (!value.isEmpty()) parts.add(said(kind, field, value));
            else if (kind.optional(field)) parts.add(text("scenarios.all." + field.code()));
        }
        return text("overlay." + code) + ": " + String.join(", ", parts);
    }

    /** What changes and what is uncertain under a scenario, each in a sentence. */
    public List<String> changes(Scenario scenario) {
        var changes = new ArrayList<String>();
        for (var row : ScenarioFile.values(scenario, body.currency())) changes.add(change(row));
        var risks = scenario.risks();
        if (risks == null) return changes;
        if (risks.equals(Risks.NONE)) changes.add(text("risk-kind.none"));
        for (var one : new RiskWords(this).all(risks)) changes.add(text("scenarios.risk", one));
        return changes;
    }

    /** Lines that a factor is about. */
    String target(String code) {
        var slash = code.indexOf('/');
        var lines = slash < 0 ? code : code.substring(0, slash);
        var wide = lines.equals("income") || lines.equals("costs");
        var all = text((wide ? "risk.target." : "line-group.") + lines);
        if (slash < 0) return all;
        var part = code.substring(slash + 1);
        return all
                + ": "
                + switch (lines) {
                    case "income" -> part;
                    case "costs", "staff", "debts" -> coded(account(part), part);
                    default -> party(part);
                };
    }

    /**
     * What a field is called in messages; the month of what comes once is not one to begin with.
     */
    static String said(OverlayKind kind, OverlayField field) {
        return kind == OverlayKind.RESERVE && field == OverlayField.FROM ? "once" : field.code();
    }

    private String said(OverlayKind kind, OverlayField field, String value) {
        var shown =
                switch (field) {
                    case PARTY -> party(value);
                    case FROM, AFTER -> month(YearMonth.parse(value));
                    case PERCENT, PROBABILITY ->
                            Fraction.tryParse(value).map(this::percent).orElse(value);
                    case INCOME, COST, AMOUNT -> paid(value);
                    case LEFT -> text("overlay-left." + value);
                    case ACCOUNT -> coded(account(value), value);
                    default -> value;
                };
        return text("scenarios.said." + said(kind, field), shown);
    }

    /** Of a group of lines, as messages call it. */
    public String group(Group group) {
        return text("line-group." + group.code());
    }
}
