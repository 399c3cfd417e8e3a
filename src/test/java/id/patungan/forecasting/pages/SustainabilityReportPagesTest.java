package id.patungan.forecasting.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.patungan.documents.IssuedPaper;
import id.patungan.documents.PaperFormats;
import id.patungan.documents.Register;
import id.patungan.forecasting.papers.ReportFormat;
import id.patungan.forecasting.papers.ReportRenderer;
import id.patungan.forecasting.papers.SustainabilityReports;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.Needs;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import java.time.LocalDate;
import java.time.ZoneId;

/** The sustainability report as a page, its files, its issue and its register entries. */
@DatabaseTest
@Needs(Needs.Part.FONTS)
class SustainabilityReportPagesTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final LocalDate DAY = LocalDate.of(2006, 12, 31);
    private static final String REPORT = "/sustainability/report";
    private static final String ASKED = "?asOf=31-12-2006";

    private final Place place;
    private final SustainabilityReports reports;
    private final ReportRenderer renderer;
    private final Register register;

    @Autowired
    SustainabilityReportPagesTest(
            WebApplicationContext context,
            SustainabilityReports reports,
            ReportRenderer renderer,
            Register register) {
        this.place =
                new Place(
                        MockMvcTester.from(context, with -> with.apply(springSecurity()).build()),
                        context);
        this.reports = reports;
        this.renderer = renderer;
        this.register = register;
    }

    @BeforeEach
    void aYear() {
        place.aYear();
    }

    private MvcTestResult issue(String person, String date, String reason, String key) {
        return place.http
                .post()
                .uri(place.path(REPORT))
                .with(user(person))
                .with(csrf())
                .param("asOf", "2006-12-31")
                .param("scenario", "")
                .param("date", date)
                .param("language", "id")
                .param("reason", reason)
                .param("key", key)
                .exchange();
    }

    @Test
    void whoReadsTheBookReadsTheReportAndOnlyFinanceIssuesIt() throws Exception {
        assertThat(place.words(place.auditor, REPORT + ASKED))
                .contains("1. Berapa lama uangnya cukup? Cadangan operasional: 4,5 bulan.")
                .contains("Kas bebas sudah di bawah nol per 31 Desember 2006")
                .contains("4. Berapa iuran harus naik?")
                .doesNotContain("Alasan mengganti");
        assertThat(place.words(place.finance, REPORT + ASKED + "&lang=en"))
                .contains("Why it is replaced", "1. How long does the money last?");
        assertThat(place.words(place.auditor, "/sustainability" + ASKED)).contains("Laporan (PDF)");
        for (var format : ReportFormat.values()) {
            var answer = place.get(place.auditor, REPORT + "." + format.suffix() + ASKED);
            assertThat(answer).hasStatus(200).hasContentType(format.mediaType());
        }
        assertThat(place.get(place.sleman, REPORT + ASKED)).hasStatus(403);
        assertThat(place.get(place.sleman, REPORT + ".pdf" + ASKED)).hasStatus(403);
        assertThat(issue(place.auditor, "2006-12-31", "", "k-a")).hasStatus(403);
        assertThat(issue(place.sleman, "2006-12-31", "", "k-s")).hasStatus(403);
        assertThat(reports.issued(place.town.finance())).isEmpty();
    }

    @Test
    void anIssuedReportIsFrozenAndPrintsAgainToTheSameBytes() {
        var today = LocalDate.now(ZONE);
        assertThat(issue(place.finance, today.toString(), "", "k-1"))
                .hasStatus(302)
                .hasRedirectedUrl(place.path("/papers/LKB-" + today.getYear() + "-0001"));
        var access = place.town.finance();
        var code = reports.issued(access).getFirst().code();
        var report = reports.of(access, reports.asked(access, DAY, null));

        assertThat(register.file(access, code))
                .isEqualTo(
                        renderer.render(report, ReportFormat.PDF, PaperFormats.INDONESIAN, code));
        assertThat(register.content(access, code))
                .contains("\"knownAt\"", "\"cases\"", "\"tornado\"", "\"seed\"");
        assertThat(place.get(place.auditor, "/papers/" + code)).hasStatus(200);
        assertThat(place.get(place.sleman, "/papers/" + code)).hasStatus(404);
    }

    @Test
    void anotherAboutTheSameSaysWhyAndTakesThePlaceOfTheFirst() throws Exception {
        var today = LocalDate.now(ZONE).toString();
        assertThat(issue(place.finance, today, "", "k-1")).hasStatus(302);
        // the same command again is the same report
        assertThat(issue(place.finance, today, "", "k-1")).hasStatus(302);
        var refused = issue(place.finance, today, "", "k-2");
        assertThat(refused).hasStatus(422);
        assertThat(Place.words(refused.getResponse().getContentAsString()))
                .contains("tentang hal yang sama sudah terbit");
        assertThat(issue(place.finance, today, "Buku dilengkapi", "k-3")).hasStatus(302);
        assertThat(reports.issued(place.town.finance()))
                .extracting(IssuedPaper::status)
                .containsExactly(IssuedPaper.Status.ISSUED, IssuedPaper.Status.REPLACED);
    }

    @Test
    void whatCannotBeReportedIsRefused() {
        assertThat(issue(place.finance, "2999-01-01", "", "k-1")).hasStatus(422);
        assertThat(issue(place.finance, "2006-12-30", "", "k-2")).hasStatus(422);
        assertThat(issue(place.finance, "kemarin", "", "k-3")).hasStatus(422);
        assertThat(place.get(place.auditor, REPORT + "?asOf=31-12-1999")).hasStatus(422);
        assertThat(place.get(place.auditor, REPORT + ".pdf?asOf=31-12-1999")).hasStatus(422);
        assertThat(place.get(place.auditor, REPORT + "?asOf=kemarin")).hasStatus(422);
        assertThat(place.get(place.auditor, REPORT + ".xlsx?asOf=kemarin")).hasStatus(400);
        assertThat(place.get(place.auditor, REPORT + ".pdf?scenario=x")).hasStatus(400);
        assertThat(place.get(place.auditor, REPORT + ".pdf?scenario=99")).hasStatus(404);
        assertThat(place.get(place.auditor, REPORT + ".odt" + ASKED)).hasStatus(404);
        assertThat(reports.issued(place.town.finance())).isEmpty();
    }

    @Test
    void programsReadTheDataAndIssue() throws Exception {
        var path = "/api/v1" + place.path(REPORT);
        var data =
                place.http
                        .get()
                        .uri(path + "?asOf=2006-12-31")
                        .with(httpBasic(place.auditor, "a long password 1"))
                        .exchange();
        assertThat(data).hasStatus(200);
        assertThat(data.getResponse().getContentAsString())
                .contains("\"report\": \"sustainability\"", "\"asOf\": \"2006-12-31\"")
                .contains("\"lowest\": \"-20000000.00\"");
        assertThat(api(place.auditor, path, "{\"date\":\"2006-12-31\"}")).hasStatus(403);
        assertThat(api(place.finance, path, "{\"asOf\":\"2006-12-31\"}")).hasStatus(400);
        var issued = api(place.finance, path, "{\"asOf\":\"2006-12-31\",\"date\":\"2006-12-31\"}");
        assertThat(issued).hasStatus(200);
        assertThat(issued.getResponse().getContentAsString()).contains("LKB-2006-0001");
        assertThat(
                        place.http
                                .get()
                                .uri(path + "/issued")
                                .with(httpBasic(place.auditor, "a long password 1")))
                .hasStatus(200)
                .bodyText()
                .contains("LKB-2006-0001");
    }

    private MvcTestResult api(String person, String path, String wish) {
        return place.http
                .post()
                .uri(path)
                .with(httpBasic(person, "a long password 1"))
                .header("Idempotency-Key", "api-" + person)
                .contentType(MediaType.APPLICATION_JSON)
                .content(wish)
                .exchange();
    }
}
