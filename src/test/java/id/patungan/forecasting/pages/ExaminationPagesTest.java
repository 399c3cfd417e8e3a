package id.patungan.forecasting.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.patungan.forecasting.Examination;
import id.patungan.forecasting.Examinations;
import id.patungan.forecasting.Forecasts;
import id.patungan.forecasting.Forecasts.Asked;
import id.patungan.forecasting.scenarios.Scenario;
import id.patungan.forecasting.simulation.Backtest;
import id.patungan.ledger.Journal;
import id.patungan.ledger.Ledger;
import id.patungan.ledger.NewEntry;
import id.patungan.ledger.NewPosting;
import id.patungan.testing.DatabaseTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

import java.time.YearMonth;
import java.util.List;
import java.util.function.IntToLongFunction;

/** What chance, shocks and the past say about a forecast, as a page and for programs. */
@DatabaseTest
class ExaminationPagesTest {

    private static final YearMonth FIRST = YearMonth.of(2005, 1);
    private static final String DAY = "?asOf=31-12-2008&paths=2000";
    private static final long JUTA = 1_000_000_00;

    private final Place place;
    private final Ledger ledger;
    private final Forecasts forecasts;
    private final Examinations examinations;

    @Autowired
    ExaminationPagesTest(
            WebApplicationContext context,
            Ledger ledger,
            Forecasts forecasts,
            Examinations examinations) {
        this.place =
                new Place(
                        MockMvcTester.from(context, with -> with.apply(springSecurity()).build()),
                        context);
        this.ledger = ledger;
        this.forecasts = forecasts;
        this.examinations = examinations;
    }

    /** So many months, in each of which 12 million come and so much goes for salaries. */
    private void months(int count, IntToLongFunction costs) {
        for (int at = 0; at < count; at++) {
            var month = FIRST.plusMonths(at);
            ledger.post(
                    place.town.finance(),
                    new NewEntry(
                            month.atDay(10),
                            NewEntry.MANUAL,
                            "Hasil usaha",
                            "usaha-" + month,
                            null,
                            List.of(
                                    NewPosting.debit("11200", "UMUM", 12 * JUTA),
                                    NewPosting.credit("45100", "UMUM", 12 * JUTA))));
            place.spend(month.atEndOfMonth(), costs.applyAsLong(at));
        }
    }

    /**
     * For four years 12 million come and 10 go every month. The projection that repeats the last
     * twelve months hits every month of the past; that of the year before is 24 million too low.
     */
    @Test
    void aSteadyPastIsHitAndTheFanIsDrawn() throws Exception {
        months(48, at -> 10 * JUTA);

        var words = place.words(place.auditor, "/forecast/examination" + DAY);

        assertThat(words)
                .contains("Kas bebas akhir bulan, juta rupiah, Januari 2009 sampai Desember 2013")
                .contains("Diuji dari 13 akhir bulan: proyeksi ini lebih tepat")
                .contains("Rata-rata meleset (MAPE) 0,0 %")
                .contains("Rata-rata meleset Rp0,00 Rp24.000.000,00")
                .contains("156 dari 156 bulan berada di dalam pita P5–P95: 100,0 %")
                .contains("Lintasan 2.000 lintasan, benih 1")
                .contains("Gaji dan biaya: dikalikan PERT 0,9 – 1 – 1,2, ditarik tiap tahun")
                .contains("Sampai akhir Peluang habis Median kas bebas")
                .doesNotContain("Riwayat kas bebas belum cukup");
        assertThat(place.words(place.auditor, "/forecast/examination" + DAY + "&lang=en"))
                .contains("Tested from the ends of 13 months: this projection is more exact");
    }

    /**
     * Every second year costs so much more that the year before is the better guess: the free cash
     * of two years ago and of now are nearer to each other than either is to last year's course.
     */
    @Test
    void aProjectionThatIsWorseThanTheYearBeforeSaysSo() throws Exception {
        months(48, at -> at / 12 % 2 == 0 ? 2 * JUTA : 22 * JUTA);

        assertThat(place.words(place.auditor, "/forecast/examination" + DAY))
                .contains("tidak lebih tepat daripada sekadar mengulang")
                .contains("Jangan bersandar padanya");
    }

    @Test
    void withTooShortAPastNoFanIsDrawnAndItIsSaidWhatIsMissing() throws Exception {
        months(30, at -> 10 * JUTA);

        var html =
                place.get(place.auditor, "/forecast/examination?asOf=30-06-2007&paths=400")
                        .getResponse()
                        .getContentAsString();

        assertThat(Place.words(html))
                .contains("diperlukan 36 bulan, baru ada 30. Setelah 6 bulan lagi")
                .doesNotContain("Peluang habis");
        assertThat(html).doesNotContain("chart-fan").contains("chart-tornado");
    }

    /** A month that is not over yet is no month of the past. */
    @Test
    void onlyWholeMonthsCount() {
        months(30, at -> 10 * JUTA);
        var asked = new Asked(FIRST.plusMonths(29).atDay(28), Journal.HEAD, Forecasts.MONTHS);
        var forecast = forecasts.of(place.town.finance(), asked, Scenario.BASE);

        var examined =
                examinations.of(place.town.finance(), forecast, new Examination.Asked(400, 1, 12));

        assertThat(examined.past()).isEqualTo(new Backtest.TooShort(7));
    }

    /** The shock that is found leads to the form of a scenario in which it stands. */
    @Test
    void aShockCanBeTriedAsAScenario() throws Exception {
        months(13, at -> 10 * JUTA);

        var html =
                place.get(place.finance, "/forecast/examination?asOf=31-01-2006&paths=400&under=12")
                        .getResponse()
                        .getContentAsString();

        var link =
                html.replaceAll("(?s).*href=\"(/bodies/[^\"]*/scenarios/new\\?[^\"]*)\".*", "$1")
                        .replace("&amp;", "&");
        assertThat(link).contains("kind=cost-change").contains("from=2006-02");
        var form = place.http.get().uri(link).with(user(place.finance)).exchange().getResponse();
        assertThat(form.getStatus()).isEqualTo(200);
        assertThat(form.getContentAsString())
                .contains("value=\"2006-02\"")
                .contains("name=\"c0.percent\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "under=x",
                "under=0",
                "under=241",
                "paths=399",
                "paths=410",
                "paths=-1",
                "seed=1.5",
                "months=x",
                "asOf=32-12-2006",
                "scenario=x"
            })
    void whatCannotBeAskedIsSaidAtItsField(String query) throws Exception {
        place.aYear();
        var answer = place.get(place.auditor, "/forecast/examination?" + query);
        assertThat(answer).hasStatus(422);
        var field = query.substring(0, query.indexOf('='));
        assertThat(answer.getResponse().getContentAsString())
                .contains("id=\"" + field + "-error\"");
        var api =
                place.http
                        .get()
                        .uri("/api/v1" + place.path("/forecast/examination?" + query))
                        .with(user(place.auditor))
                        .exchange();
        assertThat(api.getResponse().getStatus()).isBetween(400, 422);
    }

    /** Five years are looked at; whether the money lasts for longer nobody knows. */
    @Test
    void aRunwayBeyondWhatIsLookedAtIsRefused() {
        months(13, at -> 10 * JUTA);
        var answer =
                place.get(
                        place.auditor, "/forecast/examination?asOf=31-01-2006&paths=400&under=62");
        assertThat(answer).hasStatus(422);
    }

    @Test
    void theSameSeedAnswersTheSameForPrograms() throws Exception {
        place.aYear();
        var address = "/api/v1" + place.path("/forecast/examination?asOf=31-12-2006&paths=400");
        var one = place.http.get().uri(address).with(user(place.auditor)).exchange();
        var two = place.http.get().uri(address).with(user(place.auditor)).exchange();

        assertThat(one).hasStatusOk();
        assertThat(one.getResponse().getContentAsString())
                .isEqualTo(two.getResponse().getContentAsString())
                .contains("\"backtest\":{\"monthsMissing\":")
                .contains("\"reverseStress\":")
                .contains("\"tornado\":[{")
                .contains("\"answer\":\"already-under\"");
    }

    @Test
    void onlyWhoReadsTheWholeBookSeesIt() {
        place.aYear();
        assertThat(place.get(place.sleman, "/forecast/examination")).hasStatus(403);
        assertThat(
                        place.http
                                .get()
                                .uri("/api/v1" + place.path("/forecast/examination"))
                                .with(user(place.sleman))
                                .exchange())
                .hasStatus(403);
        assertThat(place.http.get().uri(place.path("/forecast/examination")).exchange())
                .hasStatus3xxRedirection();
    }

    @Test
    void aBookWithoutEntriesHasNothingToExamine() throws Exception {
        assertThat(place.words(place.finance, "/forecast/examination"))
                .contains("belum memuat apa pun yang dapat diproyeksikan")
                .doesNotContain("Kejutan terkecil");
    }
}
