package id.patungan.forecasting.papers;

import id.patungan.basics.Fraction;
import id.patungan.documents.PaperFormats;
import id.patungan.forecasting.DuesSpreadWords;
import id.patungan.forecasting.indicators.Indicator;
import id.patungan.forecasting.indicators.IndicatorCode;
import id.patungan.forecasting.indicators.IndicatorWords;
import id.patungan.forecasting.indicators.Term;
import id.patungan.forecasting.indicators.Value;
import id.patungan.forecasting.pages.ExaminationCharts;
import id.patungan.forecasting.pages.ExaminationView;
import id.patungan.forecasting.pages.ForecastCharts;
import id.patungan.forecasting.pages.ForecastFindings;
import id.patungan.forecasting.pages.ForecastWords;
import id.patungan.forecasting.pages.ShownChart;
import id.patungan.forecasting.papers.ReportLayout.Answer;
import id.patungan.forecasting.papers.ReportLayout.Foot;
import id.patungan.forecasting.papers.ReportLayout.Head;
import id.patungan.forecasting.papers.ReportLayout.Panel;
import id.patungan.forecasting.papers.ReportLayout.Shape;
import id.patungan.forecasting.papers.ReportLayout.Table;
import id.patungan.forecasting.projection.Outlook;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Lays out a report in one language. */
final class ReportTexts {

    /** What the table of the first page shows, in its order. */
    private static final List<IndicatorCode> KEY =
            List.of(
                    IndicatorCode.RESERVE_MONTHS,
                    IndicatorCode.RUNWAY,
                    IndicatorCode.TOP_1,
                    IndicatorCode.TOP_3,
                    IndicatorCode.HHI_PAYER,
                    IndicatorCode.DONOR_DEPENDENCY,
                    IndicatorCode.EXTERNAL_DEPENDENCY,
                    IndicatorCode.COLLECTION,
                    IndicatorCode.STRUCTURAL_BALANCE,
                    IndicatorCode.GRANT_CLIFF,
                    IndicatorCode.UPLIFT);

    /** Members that are named in a sentence; more stand in the table only. */
    private static final int NAMED = 3;

    /** Members in the table of the paper; the spreadsheet has all. */
    private static final int MOST_MEMBERS = 13;

    private final SustainabilityReport report;
    private final MessageSource messages;
    private final ForecastWords words;
    private final IndicatorWords indicators;
    private final ForecastFindings findings;
    private final ForecastCharts charts;
    private final ExaminationView examination;
    private final Outlook outlook;
    private final List<WhatIf> cases;
    private final DuesRise rise;
    private final String digest;

    ReportTexts(
            SustainabilityReport report, Locale language, String digest, MessageSource messages) {
        this.report = report;
        this.messages = messages;
        this.digest = digest;
        this.words = new ForecastWords(messages, language, report.entry(), report.names());
        this.indicators =
                new IndicatorWords(
                        messages, words.formats().language(), report.entry(), report.names());
        this.findings = new ForecastFindings(report.forecast(), words);
        this.charts = new ForecastCharts(report.forecast(), report.booked(), words);
        this.examination = new ExaminationView(report.examination(), words);
        this.outlook = report.forecast().changed().outlook();
        this.cases = report.cases();
        this.rise = report.rise();
    }

    ReportLayout layout() {
        return new ReportLayout(
                head(),
                List.of(lasting(), hanging(), stopping(), rising()),
                charts.mix(),
                List.of(key(), happening(), members()),
                second(),
                new MethodTexts(report, words, examination.method()).facts(),
                foot(),
                words.formats());
    }

    private String text(String key, Object... arguments) {
        return words.text("sustainability-report." + key, arguments);
    }

    private String date(java.time.LocalDate day) {
        return words.formats().date(day);
    }

    private Head head() {
        var other =
                words.formats().language().equals(Locale.ENGLISH)
                        ? PaperFormats.INDONESIAN
                        : Locale.ENGLISH;
        var name = report.forecast().scenario().name();
        return new Head(
                report.body(),
                text("title"),
                messages.getMessage("sustainability-report.title", new Object[0], other),
                text(
                        "about",
                        date(report.asOf()),
                        words.formats().entryNo(report.known().entryNo()),
                        report.forecast().scenario().overlays().isEmpty()
                                ? words.text("forecast.base.long")
                                : text("scenario", name)),
                report.body().sample() ? text("stamp") : null,
                "%s_sustainability-report_%s_%s"
                        .formatted(
                                report.body().code(),
                                report.asOf(),
                                words.formats().language().getLanguage()));
    }

    private Indicator of(IndicatorCode code) {
        return report.indicators().get(code);
    }

    /** A value in a sentence; where there is none, why. */
    private String value(IndicatorCode code) {
        var value = of(code).value();
        var reason = indicators.reason(value);
        var shown = indicators.value(code, value);
        return reason == null
                ? shown
                : text("undefined", shown.toLowerCase(words.formats().language()), reason);
    }

    private Answer lasting() {
        return new Answer(
                text("question.lasting"),
                text("answer.reserve", value(IndicatorCode.RESERVE_MONTHS))
                        + " "
                        + findings.answer()
                        + (findings.withoutCosts()
                                ? " " + words.text("forecast.without-costs", date(report.asOf()))
                                : ""));
    }

    private Answer hanging() {
        var year = Integer.toString(report.asOf().getYear());
        var largest = largestPayers();
        if (largest.isEmpty()) {
            return new Answer(
                    text("question.hanging"),
                    text("answer.nobody", year, value(IndicatorCode.TOP_1)));
        }
        var share = value(IndicatorCode.TOP_1);
        var who =
                largest.size() == 1
                        ? text("answer.payer", largest.getFirst(), share, year)
                        : largest.size() <= NAMED
                                ? text("answer.payers", String.join(", ", largest), share, year)
                                : text(
                                        "answer.payers.equal",
                                        Integer.toString(largest.size()),
                                        share,
                                        year);
        return new Answer(
                text("question.hanging"),
                who
                        + " "
                        + text(
                                "answer.parts",
                                value(IndicatorCode.TOP_3),
                                value(IndicatorCode.EXTERNAL_DEPENDENCY),
                                value(IndicatorCode.DONOR_DEPENDENCY)));
    }

    /** The names of those who paid most; several if they paid the same. */
    private List<String> largestPayers() {
        var inputs = of(IndicatorCode.HHI_PAYER).inputs();
        if (inputs.isEmpty()) return List.of();
        var sums = new TreeMap<String, Long>();
        for (var part : inputs.getFirst().parts()) {
            sums.merge(payer(part.label()), part.amount(), Math::addExact);
        }
        var most = sums.values().stream().max(Comparator.naturalOrder());
        return sums.entrySet().stream()
                .filter(one -> most.filter(one.getValue()::equals).isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    private String payer(Term.Label label) {
        return label.unnamed() || label.payer().isEmpty()
                ? words.text("sustainability.unnamed")
                : label.payer();
    }

    private Answer stopping() {
        var sentences = new ArrayList<String>();
        var same = new ArrayList<String>();
        for (var one : cases) {
            if (one.kind() == WhatIf.Kind.AS_IS) continue;
            if (one.same()) same.add(name(one));
            else sentences.add(sentence(one));
        }
        if (!same.isEmpty()) {
            sentences.add(
                    same.size() > NAMED
                            ? text("then.same.several", Integer.toString(same.size()))
                            : text("then.same", String.join("; ", same)));
        }
        var ends = ends();
        if (ends.isEmpty()) {
            var ended = ended();
            if (!ended.isEmpty()) {
                sentences.addFirst(text("answer.ended", String.join("; ", ended)));
            }
            sentences.addFirst(text("answer.no-giver"));
        } else {
            sentences.add(text("answer.ends", String.join("; ", ends)));
        }
        return new Answer(text("question.stopping"), String.join(" ", sentences));
    }

    /** The awards that still run, with the month of their end. */
    private List<String> ends() {
        return WhatIf.running(outlook).stream()
                .map(one -> text("end", one.code(), words.month(one.last())))
                .distinct()
                .toList();
    }

    /** The awards that are over, with the month of their end, the last ones first. */
    private List<String> ended() {
        var last = new TreeMap<String, YearMonth>();
        for (var award : outlook.awards()) {
            last.merge(
                    award.code(), award.last(), (one, other) -> one.isAfter(other) ? one : other);
        }
        return last.entrySet().stream()
                .sorted(Map.Entry.<String, YearMonth>comparingByValue().reversed())
                .limit(NAMED)
                .map(one -> text("end", one.getKey(), words.month(one.getValue())))
                .toList();
    }

    private String sentence(WhatIf of) {
        var name = name(of);
        var lowest = words.money(of.lowest());
        var when = words.end(outlook, of.month());
        if (of.runway().beyond()) {
            return text("then.lasts", name, Integer.toString(of.runway().months()), lowest, when);
        }
        if (of.runway().months() == 0) return text("then.now", name, lowest, when);
        return text(
                "then.out",
                name,
                words.month(outlook.month(of.runway().months() - 1)),
                Integer.toString(of.runway().months()),
                lowest,
                when);
    }

    private String name(WhatIf of) {
        return switch (of.kind()) {
            case AS_IS ->
                    report.forecast().scenario().overlays().isEmpty()
                            ? text("case.as-is")
                            : text("case.scenario", report.forecast().scenario().name());
            case GIVER -> text("case.giver", words.party(of.codes().getFirst()));
            case AWARD -> text("case.award", award(of.codes().getFirst()));
            case ALL_GIVERS -> text("case.all-givers");
            case MEMBER -> text("case.member", words.party(of.codes().getFirst()));
        };
    }

    private String award(String code) {
        return outlook.awards().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .map(one -> text("award", code, words.party(one.party())))
                .orElse(code);
    }

    private Answer rising() {
        var advice = report.forecast().advice();
        var said = new ArrayList<String>();
        said.add(yearly());
        if (advice.lowest() < 0) {
            var dues = advice.dues();
            said.add(
                    dues == null
                            ? text(
                                    "answer.reserve-needed",
                                    words.money(advice.reserve()),
                                    findings.ways().getFirst().text())
                            : text(
                                    "answer.dues-needed",
                                    words.percent(dues),
                                    words.money(advice.reserve())));
        }
        return new Answer(text("question.rising"), String.join(" ", said));
    }

    /** What closes the worst of the whole years ahead. */
    private String yearly() {
        var worst = rise.worst();
        var rate = rise.rate();
        if (worst == null || worst.need() <= 0) return text("answer.rise.no-need");
        var year = Integer.toString(worst.year());
        if (rate == null) {
            return text("answer.rise.no-dues", year, words.money(worst.missing()));
        }
        if (rate.signum() <= 0) {
            return text(
                    "answer.rise.room",
                    year,
                    percent(rate.negated()),
                    words.money(Math.negateExact(worst.missing())));
        }
        var members =
                rise.members().stream()
                        .filter(one -> one.rise() != null && one.dues() > 0)
                        .toList();
        var each =
                members.size() > NAMED
                        ? text("answer.rise.table", Integer.toString(members.size()))
                        : members.stream()
                                .map(one ->
                                        text(
                                                "answer.rise.member",
                                                words.party(one.party()),
                                                words.money(Objects.requireNonNull(one.rise()))))
                                .collect(Collectors.joining("; "));
        return text(
                "answer.rise",
                percent(rate),
                year,
                words.money(worst.missing()),
                words.money(worst.need()),
                each);
    }

    /** A part of one in percent with one decimal, two where it would be less than one. */
    private String percent(Fraction part) {
        var percent = part.times(Fraction.HUNDRED);
        var decimals = percent.compareTo(Fraction.ONE) < 0 ? 2 : 1;
        return words.formats().number(percent.rounded(decimals, RoundingMode.HALF_UP));
    }

    private Table key() {
        var all = indicators.rows(report.indicators());
        var rows = new ArrayList<List<String>>();
        for (var code : KEY) {
            var row = all.stream().filter(one -> one.code().equals(code.code())).findFirst();
            if (row.isEmpty()) continue;
            var cells = new ArrayList<String>();
            cells.add(row.get().name());
            row.get().before().forEach(point -> cells.add(point.value()));
            cells.add(row.get().value());
            cells.add(status(row.get()));
            rows.add(cells);
        }
        var heads = new ArrayList<String>();
        heads.add(words.text("sustainability.column.indicator"));
        all.getFirst().before().forEach(point -> heads.add(point.year()));
        heads.add(words.formats().shortDate(report.asOf()));
        heads.add(text("column.status"));
        return new Table(Shape.INDICATORS, text("indicators"), heads, rows, below());
    }

    private @Nullable String below() {
        var notes = new ArrayList<String>();
        if (KEY.stream().allMatch(code -> of(code).threshold() == null)) {
            notes.add(text("no-thresholds"));
        }
        if (report.indicators().partial()) {
            notes.add(
                    words.text(
                            "sustainability.partial",
                            Integer.toString(report.asOf().getYear()),
                            date(report.asOf())));
        }
        return notes.isEmpty() ? null : String.join(" ", notes);
    }

    /** How it stands to the body's own threshold, or why it has no value. */
    private String status(IndicatorWords.Row row) {
        var reason = row.reason();
        var threshold = row.threshold();
        if (threshold != null) {
            return text(
                    "threshold",
                    reason == null ? row.status() : reason,
                    threshold,
                    String.valueOf(row.owner()));
        }
        if (reason != null) return reason;
        return row.code().equals(IndicatorCode.RESERVE_MONTHS.code()) ? text("benchmark") : "";
    }

    private Table happening() {
        var rows = new ArrayList<List<String>>();
        for (var one : cases) {
            rows.add(
                    List.of(
                            name(one),
                            words.lasts(outlook, one.runway()),
                            words.amount(one.lowest()),
                            words.end(outlook, one.month()),
                            dues(one)));
        }
        return new Table(
                Shape.CASES,
                text("cases"),
                List.of(
                        text("column.case"),
                        text("column.out"),
                        text("column.lowest", words.formats().unit()),
                        text("column.when"),
                        text("column.dues")),
                rows,
                text("cases.note", words.month(outlook.from())));
    }

    private String dues(WhatIf of) {
        var dues = of.dues();
        if (of.lowest() >= 0) return text("dues.none");
        return dues == null ? text("dues.not-enough") : "+" + words.percent(dues) + "%";
    }

    private Table members() {
        var worst = rise.worst();
        var planned = worst == null ? "" : Integer.toString(worst.year());
        var rows = new ArrayList<List<String>>();
        var reasons = new LinkedHashSet<String>();
        var uplift = of(IndicatorCode.UPLIFT).value();
        for (var one : shown()) {
            var booked = one.booked();
            rows.add(
                    List.of(
                            words.party(one.party()),
                            words.amount(booked == null ? 0 : booked.dues()),
                            money(booked == null ? uplift : booked.extra(), reasons),
                            words.amount(one.dues()),
                            one.rise() == null
                                    ? words.text("sustainability.undefined")
                                    : signed(one.rise()),
                            weight(booked == null ? uplift : booked.weight(), reasons)));
            if (one.rise() == null) reasons.add(text("rise.undefined"));
        }
        return new Table(
                Shape.MEMBERS,
                text("members"),
                List.of(
                        words.text("sustainability.column.member"),
                        text("column.booked", Integer.toString(report.asOf().getYear())),
                        text("column.even"),
                        text("column.planned", planned),
                        text("column.rise", planned),
                        text("column.weight")),
                rows,
                note(rows, reasons));
    }

    private @Nullable String note(List<List<String>> rows, Set<String> reasons) {
        if (rows.isEmpty()) return text("members.none");
        var notes = new ArrayList<String>();
        var left = rise.members().size() - rows.size();
        if (left > 0) notes.add(text("members.more", Integer.toString(left)));
        if (!reasons.isEmpty()) {
            notes.add(text("members.undefined", String.join("; ", reasons)));
        }
        var spread = rise.spread();
        if (spread != null) {
            notes.add(DuesSpreadWords.sentence(spread, messages, words.formats().language()));
        }
        notes.add(text("members.note"));
        return String.join(" ", notes);
    }

    /** Those who owe most where not all fit, in the order of their codes. */
    private List<DuesRise.Member> shown() {
        var all = rise.members();
        if (all.size() <= MOST_MEMBERS) return all;
        var largest =
                all.stream()
                        .sorted(Comparator.comparingLong(DuesRise.Member::dues).reversed())
                        .limit(MOST_MEMBERS)
                        .toList();
        return all.stream().filter(largest::contains).toList();
    }

    private String money(Value value, Set<String> reasons) {
        var reason = indicators.reason(value);
        if (reason != null) reasons.add(reason);
        return value instanceof Value.Exact(var number)
                ? signed(number.rounded(0, RoundingMode.HALF_UP).longValueExact())
                : words.text("sustainability.undefined");
    }

    private String signed(long amount) {
        return (amount > 0 ? "+" : "") + words.amount(amount);
    }

    private String weight(Value value, Set<String> reasons) {
        var reason = indicators.reason(value);
        if (reason != null) reasons.add(reason);
        return value instanceof Value.Exact(var weight)
                ? words.formats()
                                .number(
                                        weight.times(Fraction.HUNDRED)
                                                .rounded(4, RoundingMode.HALF_UP))
                        + "%"
                : words.text("sustainability.undefined");
    }

    private List<Panel> second() {
        var drawn = new ExaminationCharts(report.examination(), words);
        var fan = drawn.fan();
        var tornado = drawn.tornado();
        var gap = charts.gap();
        return List.of(
                fan == null
                        ? new Panel(words.text("forecast.chart.free"), charts.free(), List.of())
                        : new Panel(words.text("examination.fan"), fan, List.of()),
                panel(
                        words.text("examination.tornado"),
                        tornado,
                        words.text("examination.tornado.none")),
                panel(text("gap"), gap, text("gap.none")),
                trust());
    }

    private static Panel panel(String title, @Nullable ShownChart chart, String otherwise) {
        return new Panel(title, chart, chart == null ? List.of(otherwise) : List.of());
    }

    /** How much it takes to go wrong, and how such forecasts did. */
    private Panel trust() {
        var said = new ArrayList<String>();
        var already = examination.alreadyShort();
        said.add(
                already == null
                        ? words.text(
                                        "examination.stress.hint",
                                        Integer.toString(examination.under()))
                                + ":"
                        : already);
        for (var one : examination.shocks()) {
            said.add(text("shock", one.name(), one.smallest(), one.with()));
            if (one.note() != null) said.add(one.note());
        }
        if (already == null && examination.shocks().isEmpty()) {
            said.add(words.text("examination.stress.nothing"));
        }
        said.add("");
        said.add(text("past", words.text("examination.past"), examination.verdict()));
        for (var one : examination.scores()) {
            said.add(text("score", one.name(), one.ours(), one.naive()));
        }
        var coverage = examination.coverage();
        if (coverage != null) said.add(coverage);
        return new Panel(words.text("examination.stress"), null, said);
    }

    private Foot foot() {
        var known = report.known();
        var place = report.body().place();
        var signed = date(report.signed());
        return new Foot(
                report.signatories(),
                text("witnessed"),
                place == null ? signed : text("place-date", place, signed),
                List.of(
                        text(
                                "foot",
                                words.formats().entryNo(known.entryNo()),
                                words.formats().instant(known.recordedAt())),
                        text("chain", words.formats().entryNo(known.entryNo()), known.hash()),
                        text("digest", digest)),
                known.recordedAt());
    }
}
