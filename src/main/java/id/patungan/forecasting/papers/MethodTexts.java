package id.patungan.forecasting.papers;

import id.patungan.forecasting.pages.ForecastWords;
import id.patungan.forecasting.papers.ReportLayout.Fact;
import id.patungan.forecasting.projection.Line;
import id.patungan.forecasting.projection.Line.Group;
import id.patungan.forecasting.projection.Origin;
import id.patungan.forecasting.projection.Outlook;
import id.patungan.forecasting.scenarios.ScenarioFile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How the figures were found out: the box of the method. */
final class MethodTexts {

    private static final int YEAR = 12;

    /** References that are named for each kind of source; more are counted. */
    private static final int NAMED = 3;

    private final SustainabilityReport report;
    private final Map<String, String> examination;
    private final ForecastWords words;
    private final Outlook outlook;

    /**
     * @param examination how it was examined, term by term
     */
    MethodTexts(SustainabilityReport report, ForecastWords words, Map<String, String> examination) {
        this.report = report;
        this.examination = examination;
        this.words = words;
        this.outlook = report.forecast().changed().outlook();
    }

    List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(
                fact(
                        "data",
                        words.formats().entryNo(report.known().entryNo()),
                        words.formats().instant(report.known().recordedAt()),
                        words.formats().date(report.asOf())));
        facts.add(fact("indicators"));
        facts.add(
                fact(
                        "projection",
                        Integer.toString(outlook.months()),
                        words.month(outlook.from())));
        facts.add(new Fact(text("scenario"), scenario()));
        facts.addAll(assumptions());
        examination.forEach((label, value) -> {
            if (!label.equals(text("data"))) facts.add(new Fact(label, value));
        });
        return facts;
    }

    private String text(String key, Object... arguments) {
        return words.text("sustainability-report.method." + key, arguments);
    }

    private Fact fact(String key, Object... arguments) {
        return new Fact(text(key), text(key + ".words", arguments));
    }

    private String scenario() {
        var scenario = report.forecast().scenario();
        if (scenario.overlays().isEmpty()) return words.text("forecast.base.long");
        var saved = report.scenario();
        var changes =
                ScenarioFile.values(scenario, outlook.currency()).stream()
                        .map(words::change)
                        .collect(Collectors.joining("; "));
        return saved == null
                ? text("scenario.file", scenario.name(), changes)
                : text("scenario.saved", scenario.name(), saved, changes);
    }

    /** Each group of lines with what it comes to in a year and where that is from. */
    private List<Fact> assumptions() {
        var facts = new ArrayList<Fact>();
        for (var group : Group.values()) {
            var lines = outlook.lines().stream().filter(one -> one.group() == group).toList();
            if (lines.isEmpty()) continue;
            facts.add(
                    new Fact(
                            words.group(group),
                            text(
                                    "lines",
                                    Integer.toString(lines.size()),
                                    words.money(year(lines)),
                                    sources(lines))));
        }
        return facts;
    }

    private static long year(List<Line> lines) {
        long sum = 0;
        for (var line : lines) {
            for (long due : line.due().subList(0, Math.min(YEAR, line.due().size()))) {
                sum = Math.addExact(sum, due);
            }
        }
        return sum;
    }

    private String sources(List<Line> lines) {
        var references = new EnumMap<Origin.Kind, TreeSet<String>>(Origin.Kind.class);
        for (var line : lines) {
            for (var origin : line.origins()) {
                references
                        .computeIfAbsent(origin.kind(), _ -> new TreeSet<>())
                        .add(reference(origin));
            }
        }
        return references.entrySet().stream().map(this::source).collect(Collectors.joining("; "));
    }

    private static String reference(Origin origin) {
        return switch (origin.kind()) {
            case BUDGET, ASSESSMENT, CHARGE, AWARD, END, BOOKS, DEBT -> first(origin.reference());
            case HABIT, PREPAID, OVERLAY -> "";
        };
    }

    /** An assessment without its charges; a budget with its year and alternative. */
    private static String first(String reference) {
        var slash = reference.indexOf('/');
        return slash < 0 || Character.isDigit(reference.charAt(0))
                ? reference
                : reference.substring(0, slash);
    }

    private String source(Map.Entry<Origin.Kind, ? extends Set<String>> of) {
        var named = of.getValue().stream().filter(one -> !one.isEmpty()).toList();
        var source = text("source." + of.getKey().code());
        if (named.isEmpty()) return source;
        var shown = String.join(", ", named.subList(0, Math.min(NAMED, named.size())));
        return named.size() <= NAMED
                ? source + " " + shown
                : text("source.more", source + " " + shown, Integer.toString(named.size() - NAMED));
    }
}
