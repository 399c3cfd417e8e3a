package id.patungan.forecasting.papers;

import id.patungan.documents.PaperFormats;
import id.patungan.forecasting.pages.ExaminationCharts;
import id.patungan.forecasting.pages.ExaminationView;
import id.patungan.forecasting.pages.ForecastCharts;
import id.patungan.forecasting.pages.ForecastWords;
import id.patungan.forecasting.pages.ShownChart;
import id.patungan.forecasting.papers.ReportLayout.Foot;
import id.patungan.forecasting.papers.ReportLayout.Head;
import id.patungan.forecasting.papers.ReportLayout.Panel;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lays out a report in one language. */
final class ReportTexts {

    private final SustainabilityReport report;
    private final MessageSource messages;
    private final ReportWords said;
    private final ForecastWords words;
    private final ForecastCharts charts;
    private final ExaminationView examination;
    private final String digest;

    ReportTexts(
            SustainabilityReport report, Locale language, String digest, MessageSource messages) {
        this.report = report;
        this.messages = messages;
        this.digest = digest;
        this.said = new ReportWords(report, messages, language);
        this.words = said.words();
        this.charts = new ForecastCharts(report.forecast(), report.booked(), words);
        this.examination = new ExaminationView(report.examination(), words);
    }

    /**
     * The whole.
     *
     * @param mostMembers that the table of dues lists
     */
    ReportLayout layout(int mostMembers) {
        return new ReportLayout(
                head(),
                new ReportAnswers(said).all(),
                charts.mix(),
                new ReportTables(said, messages, mostMembers).all(),
                second(),
                new MethodTexts(report, words, examination.method()).facts(),
                foot(),
                words.formats());
    }

    private String text(String key, Object... arguments) {
        return said.text(key, arguments);
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
                        said.date(report.asOf()),
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
        var signed = said.date(report.signed());
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
