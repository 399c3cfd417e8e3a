package id.patungan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.Fraction;
import id.patungan.documents.PaperFormats;
import id.patungan.forecasting.Forecasts;
import id.patungan.forecasting.indicators.Sustainability;
import id.patungan.forecasting.papers.ReportException;
import id.patungan.forecasting.papers.ReportFormat;
import id.patungan.forecasting.papers.ReportRenderer;
import id.patungan.forecasting.papers.SustainabilityReport;
import id.patungan.forecasting.papers.SustainabilityReports;
import id.patungan.forecasting.papers.WhatIf;
import id.patungan.forecasting.scenarios.Overlay;
import id.patungan.forecasting.scenarios.Scenario;
import id.patungan.ledger.Journal;
import id.patungan.parties.Bodies;
import id.patungan.platform.Access;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.Golden;
import id.patungan.testing.Needs;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The sustainability reports of the demo's bodies, which are kept for looking at. */
@DatabaseTest
@Needs(Needs.Part.FONTS)
class DemoSustainabilityReportTest {

    private static final Path SEEN = Path.of("target", "sustainability-reports");

    private static final List<String> BODIES =
            List.of(
                    "barlingmascakeb",
                    "ciayumajakuning",
                    "inta",
                    "javapromo",
                    "kartamantul",
                    "komwil-6",
                    "mce");

    @Autowired private Demo demo;
    @Autowired private Bodies bodies;
    @Autowired private Forecasts forecasts;
    @Autowired private Sustainability sustainability;
    @Autowired private SustainabilityReports reports;
    @Autowired private ReportRenderer renderer;

    @BeforeEach
    void theDemo() {
        demo.load();
    }

    private Access of(String body) {
        return Access.system(bodies.byCode(body).orElseThrow().id());
    }

    private SustainabilityReport report(String body, @Nullable LocalDate asOf) {
        return reports.of(of(body), reports.asked(of(body), asOf, null));
    }

    /** The lines of the paper, without what another day or another load of the demo changes. */
    private String paper(SustainabilityReport report, Locale language) throws IOException {
        var name =
                "%s-%s_%s".formatted(report.body().code(), report.asOf(), language.getLanguage());
        var pdf = renderer.render(report, ReportFormat.PDF, language, null);
        Files.createDirectories(SEEN);
        Files.write(SEEN.resolve(name + ".pdf"), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).as(name).isEqualTo(2);
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document)
                    .replaceAll("[0-9a-f]{64}", "…")
                    .replaceAll("[0-9]{2}-[0-9]{2}-[0-9]{4} [0-9]{2}[.:][0-9]{2} [A-Z]+", "…")
                    .replaceAll("(Yogyakarta|Cirebon), [0-9]+ [A-Z][a-z]+ [0-9]{4}", "…");
        }
    }

    @Test
    void everyBodyHasTwoPagesInBothLanguages() throws IOException {
        for (var body : BODIES) {
            var report = report(body, null);
            for (var language : List.of(PaperFormats.INDONESIAN, Locale.ENGLISH)) {
                paper(report, language);
            }
        }
        // a donor who still pays, and a hibah that has just ended
        for (var language : List.of(PaperFormats.INDONESIAN, Locale.ENGLISH)) {
            paper(report("kartamantul", LocalDate.of(2004, 12, 31)), language);
            paper(report("ciayumajakuning", LocalDate.of(2011, 12, 31)), language);
        }
    }

    @Test
    void aBookWithoutEntriesIsNoReport() {
        assertThatExceptionOfType(ReportException.class)
                .isThrownBy(() -> report("ciayumajakuning", LocalDate.of(2010, 12, 31)))
                .satisfies(refused ->
                        assertThat(refused.code()).isEqualTo("sustainability-report.no-books"));
    }

    @Test
    void thePapersOfKartamantulReadAsApproved() throws IOException {
        var report = report("kartamantul", null);
        for (var language : List.of(PaperFormats.INDONESIAN, Locale.ENGLISH)) {
            Golden.assertApproved(
                    "forecasting/kartamantul_%s.approved.txt".formatted(language.getLanguage()),
                    paper(report, language));
        }
    }

    /** Figures of the books and of the budget, from the description of the demo. */
    @Test
    void theFirstPageAnswersTheFourQuestions() throws IOException {
        var report = report("kartamantul", null);
        assertThat(paper(report, PaperFormats.INDONESIAN).replaceAll("\\s+", " "))
                .contains("Cadangan operasional: 0,2 bulan", "Rp24.754.500,00")
                .contains("Kota Yogyakarta membayar 54,3%")
                .contains("-24.754.500,00", "+533.334,00", "+533.333,00", "HHI", "0,3692");
        assertThat(paper(report, Locale.ENGLISH).replaceAll("\\s+", " "))
                .contains("Operating reserve: 0.2 months", "Rp24,754,500.00")
                .contains("Kota Yogyakarta paid 54.3%", "0.48%")
                .contains("-24,754,500.00", "+533,334.00", "10,000 paths, seed 1");
    }

    /** GTZ pays until the end of 2005: if it stops at once, its money is missing at once. */
    @Test
    void whatHappensIfTheDonorLeavesIsTheForecastOfThatScenario() {
        var report = report("kartamantul", LocalDate.of(2004, 12, 31));
        var outlook = report.forecast().base().outlook();
        var giver =
                report.cases().stream()
                        .filter(one -> one.kind() == WhatIf.Kind.GIVER)
                        .findFirst()
                        .orElseThrow();
        var leaves =
                new Scenario(
                        "GTZ",
                        "",
                        List.of(new Overlay.DonorExit("GTZ", outlook.from().minusMonths(1))));
        var asked = new Forecasts.Asked(report.asOf(), report.known().entryNo(), Forecasts.MONTHS);
        var forecast = forecasts.of(of("kartamantul"), asked, leaves);

        assertThat(giver.codes()).containsExactly("GTZ");
        assertThat(giver.runway()).isEqualTo(forecast.changed().runway());
        assertThat(giver.lowest()).isEqualTo(forecast.advice().lowest());
        assertThat(giver.dues()).isEqualTo(forecast.advice().dues());
    }

    @Test
    void itsFiguresAreThoseOfTheIndicatorsAndTheForecast() {
        for (var body : List.of("kartamantul", "ciayumajakuning")) {
            var report = report(body, null);
            var known = report.known().entryNo();
            var asked = new Forecasts.Asked(report.asOf(), known, Forecasts.MONTHS);

            assertThat(report.indicators())
                    .isEqualTo(sustainability.on(of(body), report.asOf(), Journal.HEAD));
            assertThat(report.forecast().base())
                    .isEqualTo(forecasts.of(of(body), asked, Scenario.BASE).base());
            assertThat(report.cases().getFirst().lowest())
                    .isEqualTo(report.forecast().advice().lowest());

            var rise = report.rise();
            var worst = Objects.requireNonNull(rise.worst());
            var rate = Objects.requireNonNull(rise.rate());
            assertThat(
                            Fraction.of(worst.dues())
                                    .times(rate.plus(Fraction.ONE))
                                    .plus(Fraction.of(worst.other())))
                    .as("dues after the rise and all else pay for what is needed")
                    .isEqualTo(Fraction.of(worst.need()));
            assertThat(Objects.requireNonNull(rise.spread()).extra())
                    .isEqualTo(
                            rise.members().stream()
                                    .mapToLong(one -> Objects.requireNonNull(one.rise()))
                                    .sum());
        }
    }

    @Test
    void theSpreadsheetHasTheSameFiguresAndItsFormulasGiveThem() throws IOException {
        var report = report("kartamantul", null);
        var bytes = renderer.render(report, ReportFormat.XLSX, Locale.ENGLISH, null);
        Files.createDirectories(SEEN);
        Files.write(SEEN.resolve("kartamantul.xlsx"), bytes);
        assertThat(renderer.render(report, ReportFormat.XLSX, Locale.ENGLISH, null))
                .isEqualTo(bytes);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            var cash = book.getSheet("Cash by fund and month");
            var funds = report.forecast().changed().funds();
            var general =
                    funds.stream()
                            .filter(one -> one.pot().fund().equals("UMUM"))
                            .findFirst()
                            .orElseThrow();
            var months = 0;
            for (var row : cash) {
                if (row.getRowNum() < 3 || !row.getCell(1).toString().equals("General fund"))
                    continue;
                assertThat(Math.round(row.getCell(6).getNumericCellValue() * 100))
                        .isEqualTo(general.closing().get(months++));
            }
            assertThat(months).isEqualTo(Forecasts.MONTHS);
            var indicators = book.getSheet("All indicators");
            assertThat(indicators.getLastRowNum()).isEqualTo(2 + report.indicators().all().size());
            assertThat(book.getSheet("Method box")).isNotNull();
        }
    }
}
