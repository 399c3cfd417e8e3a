package id.patungan.forecasting.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.patungan.documents.PaperFormats;
import id.patungan.forecasting.Forecasts;
import id.patungan.forecasting.Forecasts.Asked;
import id.patungan.forecasting.Scenarios;
import id.patungan.forecasting.scenarios.Scenario;
import id.patungan.forecasting.scenarios.ScenarioFile;
import id.patungan.ledger.Journal;
import id.patungan.testing.DatabaseTest;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The months ahead as a page, its lines, its files. */
@DatabaseTest
class ForecastPagesTest {

    private static final String DAY = "?asOf=31-12-2006";

    private final Place place;
    private final Forecasts forecasts;
    private final Scenarios scenarios;

    @Autowired
    ForecastPagesTest(WebApplicationContext context, Forecasts forecasts, Scenarios scenarios) {
        this.place =
                new Place(
                        MockMvcTester.from(context, with -> with.apply(springSecurity()).build()),
                        context);
        this.forecasts = forecasts;
        this.scenarios = scenarios;
    }

    private static List<List<String>> table(String html, String id) {
        var rows = new ArrayList<List<String>>();
        var table = Pattern.compile("(?s)<table [^>]*id=\"" + id + "\".*?</table>").matcher(html);
        assertThat(table.find()).as(id).isTrue();
        var row = Pattern.compile("(?s)<tr>(.*?)</tr>").matcher(table.group());
        while (row.find()) {
            var cells = new ArrayList<String>();
            var cell = Pattern.compile("(?s)<t[hd][^>]*>(.*?)</t[hd]>").matcher(row.group(1));
            while (cell.find()) cells.add(Place.words(cell.group(1)).strip());
            rows.add(cells);
        }
        return rows.subList(1, rows.size());
    }

    @Test
    void thePageSaysWhenTheFreeCashRunsOutAndWhatIsMissing() throws Exception {
        place.aYear();
        var words = place.words(place.auditor, "/forecast" + DAY);
        assertThat(words)
                .contains("60 bulan sejak Januari 2007 · Dasar")
                .contains("Kas bebas sekarang -Rp20.000.000,00")
                .contains("Kas bebas sudah di bawah nol per 31 Desember 2006")
                .contains("Pada 2007 dibutuhkan Rp240.000.000,00; yang masuk tahun itu menutup")
                .contains("Bila donor berhenti Tidak ada")
                .contains("Cocok: jumlah baris = jumlah dana");
        assertThat(place.words(place.auditor, "/forecast" + DAY + "&lang=en"))
                .contains("60 months from January 2007 · Base")
                .contains("The free cash is below zero already on 31 December 2006")
                .contains("dues to come do not change that")
                .contains("Ties: sum of lines = sum of funds");
    }

    @Test
    void theFiguresOfTheChartsAreThoseOfTheForecast() throws Exception {
        place.aYear();
        var forecast =
                forecasts.of(
                        place.town.finance(),
                        new Asked(LocalDate.of(2006, 12, 31), Journal.HEAD, 24),
                        Scenario.BASE);
        var html =
                place.get(place.auditor, "/forecast" + DAY + "&months=24")
                        .getResponse()
                        .getContentAsString();
        var formats =
                new PaperFormats(
                        Locale.of("id"), Currency.getInstance("IDR"), ZoneId.of("Asia/Jakarta"));
        var free = table(html, "table-free");
        assertThat(free).hasSize(25);
        assertThat(free.getFirst().getLast()).isEqualTo(formats.amount(forecast.base().freeNow()));
        for (int at = 0; at < 24; at++) {
            assertThat(free.get(at + 1).getLast())
                    .isEqualTo(formats.amount(forecast.base().free().get(at)));
        }
        var mix = table(html, "table-mix");
        assertThat(mix.getFirst())
                .containsExactly("2006", "330.000.000,00", "240.000.000,00", "90.000.000,00");
        assertThat(mix.get(1))
                .containsExactly("2007", "330.000.000,00", "240.000.000,00", "90.000.000,00");
        assertThat(table(html, "table-gap").getLast()).last().isEqualTo("-90.000.000,00");
        assertThat(html).contains("free-wide", "free-narrow", "mix-wide", "gap-wide");
    }

    /** All have paid; 480 juta of salaries a year against 330 juta of dues. */
    @Test
    void aRiseOfDuesIsShownByMemberAsTheRuleInForceDividesIt() throws Exception {
        place.aYear();
        place.receive(place.town.receipt("34.04", "110000000"));
        var scenario = scenario(Map.of("kind", "cost-change", "from", "2007-01", "percent", "100"));
        scenarios.add(place.town.finance(), scenario, "s");
        var forecast = forecasts.of(place.town.finance(), asked(24), scenario);
        var dues = Objects.requireNonNull(forecast.dues());

        assertThat(dues.whyNot()).isNull();
        assertThat(dues.before()).isEqualTo(33_000_000_000L);
        assertThat(dues.parts()).hasSize(3);
        var words = place.words(place.auditor, "/forecast" + DAY + "&months=24&scenario=1");
        var formats =
                new PaperFormats(
                        Locale.of("id"), Currency.getInstance("IDR"), ZoneId.of("Asia/Jakarta"));
        assertThat(words)
                .contains("Dibagi menurut aturan yang berlaku: AS-2006-0001")
                .contains("Semua anggota 330.000.000,00 " + formats.amount(dues.after()));
        for (var part : dues.parts()) {
            assertThat(words)
                    .contains(
                            "%s 110.000.000,00 %s +%s"
                                    .formatted(
                                            part.party(),
                                            formats.amount(part.after()),
                                            formats.amount(part.extra())));
        }
        assertThat(place.words(place.auditor, "/forecast" + DAY + "&months=24&scenario=1&lang=en"))
                .contains("Divided by the rule in force: AS-2006-0001")
                .contains("higher mean for each member");
        var api =
                place.http
                        .get()
                        .uri("/api/v1" + place.path("/forecast" + DAY + "&months=24&scenario=1"))
                        .with(user(place.auditor))
                        .exchange();
        assertThat(api)
                .bodyJson()
                .extractingPath("$.advice.dues.rule.assessment")
                .isEqualTo("AS-2006-0001");
    }

    private static Scenario scenario(Map<String, String> change) {
        return ScenarioFile.read("Skenario", "", List.of(change), Currency.getInstance("IDR"));
    }

    private static Asked asked(int months) {
        return new Asked(LocalDate.of(2006, 12, 31), Journal.HEAD, months);
    }

    @Test
    void aScenarioStandsBesideTheBase() throws Exception {
        place.aYear();
        scenarios.add(
                place.town.finance(),
                ScenarioFile.read(
                        "Gaji naik",
                        "",
                        List.of(
                                Map.of(
                                        "kind", "cost-change",
                                        "from", "2007-01",
                                        "percent", "1000")),
                        Currency.getInstance("IDR")),
                "s");
        var html =
                place.get(place.finance, "/forecast" + DAY + "&scenario=1")
                        .getResponse()
                        .getContentAsString();
        assertThat(Place.words(html))
                .contains("Gaji naik")
                .contains("Belanja diubah sekali: semua belanja, sejak Januari 2007, 1.000 %")
                .contains("Tanpa skenario: Sudah habis");
        assertThat(table(html, "table-free").getFirst()).hasSize(3);
        assertThat(place.get(place.finance, "/forecast?scenario=7")).hasStatus(422);
    }

    @Test
    void everyLineOpensToItsMonthsAndWhatItComesFrom() throws Exception {
        place.aYear();
        var html = place.get(place.auditor, "/forecast" + DAY).getResponse().getContentAsString();
        var link =
                Pattern.compile("href=\"(/bodies/[^\"]*/forecast/lines\\?id=[^\"]*)\"")
                        .matcher(html);
        var opened = 0;
        while (link.find()) {
            var address = link.group(1).replace("&amp;", "&");
            var line =
                    place.http
                            .get()
                            .uri(java.net.URI.create(address))
                            .with(user(place.auditor))
                            .exchange();
            assertThat(line).as(address).hasStatusOk();
            assertThat(Place.words(line.getResponse().getContentAsString()))
                    .contains("Asal angkanya", "Kapan uangnya bergerak", "Bulan demi bulan");
            opened++;
        }
        assertThat(opened).isEqualTo(5);
        var dues = place.words(place.auditor, "/forecast/lines" + DAY + "&id=dues/34.71/UMUM");
        assertThat(dues)
                .contains("Tagihan AS-2006-0001/34.71 tahun 2006, diulang setiap tahun")
                .contains("Maret 2007 110.000.000,00 0,00 0,00 April 2007 0,00 110.000.000,00");
        var staff = place.get(place.auditor, "/forecast/lines" + DAY + "&id=staff/UMUM/51100");
        assertThat(staff.getResponse().getContentAsString())
                .contains("journal?account=51100&amp;fund=UMUM&amp;from=2006-");
        assertThat(place.get(place.auditor, "/forecast/lines?id=nothing")).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"asOf=32-12-2006", "months=11", "months=241", "months=x", "scenario=x"})
    void whatCannotBeReadIsSaidAtItsField(String query) throws Exception {
        var answer = place.get(place.auditor, "/forecast?" + query);
        assertThat(answer).hasStatus(422);
        var field = query.substring(0, query.indexOf('='));
        assertThat(answer.getResponse().getContentAsString())
                .contains("id=\"" + field + "-error\"")
                .contains(
                        "value=\""
                                + (field.equals("scenario")
                                        ? ""
                                        : query.substring(query.indexOf('=') + 1)));
    }

    @Test
    void aBookWithoutEntriesSaysWhatToDo() throws Exception {
        assertThat(place.words(place.finance, "/forecast")).contains("Ke buku jurnal");
        assertThat(place.words(place.finance, "/scenarios")).contains("Belum ada skenario");
        assertThat(place.words(place.finance, "/scenarios/new")).contains("Tambah");
    }

    @Test
    void onlyWhoReadsTheWholeBookSeesIt() {
        place.aYear();
        for (var address :
                List.of("/forecast", "/forecast/lines?id=dues/34.04/UMUM", "/forecast/lines.csv")) {
            assertThat(place.get(place.sleman, address)).as(address).hasStatus(403);
            assertThat(place.http.get().uri(place.path(address)).exchange())
                    .as(address)
                    .hasStatus3xxRedirection();
        }
        assertThat(
                        place.http
                                .get()
                                .uri("/api/v1" + place.path("/forecast"))
                                .with(user(place.sleman))
                                .exchange())
                .hasStatus(403);
    }

    @Test
    void filesHoldTheLinesByMonth() throws Exception {
        place.aYear();
        var csv =
                place.get(place.auditor, "/forecast/lines.csv" + DAY + "&months=12&lang=en")
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv.lines().findFirst().orElseThrow())
                .endsWith("id,group,name,fund,account,fundingClass,party," + months(12));
        assertThat(csv).contains("staff/UMUM/51100,staff,").contains("-240000000.00");
        var bytes =
                place.get(place.auditor, "/forecast/lines.xlsx" + DAY)
                        .getResponse()
                        .getContentAsByteArray();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            var sheet = book.getSheetAt(0);
            var last = sheet.getRow(sheet.getLastRowNum());
            assertThat(last.getCell(7).getCellFormula()).startsWith("SUM(H5:H");
        }
        var api =
                place.http
                        .get()
                        .uri("/api/v1" + place.path("/forecast" + DAY + "&months=12"))
                        .with(user(place.auditor))
                        .exchange();
        assertThat(api).hasStatusOk();
        assertThat(api.getResponse().getContentAsString()).contains("\"freeNow\":\"-20000000.00\"");
        assertThat(place.get(place.auditor, "/forecast/lines.json" + DAY)).hasStatusOk();
        assertThat(place.get(place.auditor, "/forecast/lines.pdf" + DAY)).hasStatus(404);
    }

    private static String months(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj("2007-%02d"::formatted)
                .collect(Collectors.joining(","));
    }
}
