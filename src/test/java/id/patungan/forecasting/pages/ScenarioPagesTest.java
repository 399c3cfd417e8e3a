package id.patungan.forecasting.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.patungan.forecasting.ForecastException;
import id.patungan.forecasting.SavedScenario;
import id.patungan.forecasting.Scenarios;
import id.patungan.forecasting.scenarios.OverlayKind;
import id.patungan.forecasting.scenarios.RiskKind;
import id.patungan.forecasting.scenarios.RiskValues;
import id.patungan.forecasting.scenarios.RiskValuesTest;
import id.patungan.forecasting.scenarios.ScenarioFile;
import id.patungan.testing.DatabaseTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/** Scenarios as pages, as files and for programs. */
@DatabaseTest
class ScenarioPagesTest {

    private static final Currency IDR = Currency.getInstance("IDR");

    /** One change of each kind that a body without awards, currencies and models can have. */
    private static final List<Map<String, String>> CHANGES =
            List.of(
                    Map.of(
                            "kind",
                            "member-default",
                            "party",
                            "34.04",
                            "from",
                            "2007-01",
                            "percent",
                            "50"),
                    Map.of("kind", "late-payment", "party", "34.71", "months", "3"),
                    Map.of("kind", "late-payment", "months", "1"),
                    Map.of("kind", "legislature-delay", "year", "2008", "months", "2"),
                    Map.of(
                            "kind",
                            "withdrawal",
                            "party",
                            "34.02",
                            "from",
                            "2009-01",
                            "left",
                            "spread"),
                    Map.of("kind", "dues-growth", "year", "2008", "percent", "2.5"),
                    Map.of("kind", "dues-change", "from", "2007-01", "percent", "60.6"),
                    Map.of("kind", "inflation", "year", "2008", "percent", "4"),
                    Map.of(
                            "kind",
                            "cost-change",
                            "account",
                            "51",
                            "from",
                            "2007-07",
                            "percent",
                            "-10"),
                    Map.of("kind", "reserve", "from", "2007-02", "amount", "20000000.25"),
                    Map.of(
                            "kind",
                            "business-unit",
                            "name",
                            "Toko",
                            "from",
                            "2008-01",
                            "income",
                            "1500000.50",
                            "cost",
                            "1000000.00",
                            "ramp",
                            "6",
                            "probability",
                            "80"));

    private final Place place;
    private final Scenarios scenarios;

    @Autowired
    ScenarioPagesTest(WebApplicationContext context, Scenarios scenarios) {
        this.place =
                new Place(
                        MockMvcTester.from(context, with -> with.apply(springSecurity()).build()),
                        context);
        this.scenarios = scenarios;
        place.aYear();
    }

    private MvcTestResult post(String rest, Map<String, String> fields) {
        return post(place.finance, rest, fields);
    }

    private MvcTestResult post(String person, String rest, Map<String, String> fields) {
        var request = place.http.post().uri(place.path(rest)).with(user(person)).with(csrf());
        for (var field : fields.entrySet()) {
            request = request.param(field.getKey(), field.getValue());
        }
        return request.exchange();
    }

    private static Map<String, String> form(String name, List<Map<String, String>> changes) {
        var form = new LinkedHashMap<String, String>();
        form.put("name", name);
        form.put("note", "Catatan");
        form.put("key", "key-" + name);
        for (int at = 0; at < changes.size(); at++) {
            for (var field : changes.get(at).entrySet()) {
                form.put("c" + at + "." + field.getKey(), field.getValue());
            }
        }
        return form;
    }

    private SavedScenario saved(String name, List<Map<String, String>> changes) {
        return scenarios.add(
                place.town.finance(), ScenarioFile.read(name, "", changes, IDR), "s-" + name);
    }

    /** What a page's form would send. */
    private static Map<String, String> sent(String html) {
        var sent = new LinkedHashMap<String, String>();
        var input = Pattern.compile("<input [^>]*name=\"([^\"]+)\"[^>]*>").matcher(html);
        while (input.find()) {
            var value = Pattern.compile(" value=\"([^\"]*)\"").matcher(input.group());
            sent.put(input.group(1), value.find() ? value.group(1) : "");
        }
        var select =
                Pattern.compile("(?s)<select [^>]*name=\"([^\"]+)\"[^>]*>(.*?)</select>")
                        .matcher(html);
        while (select.find()) {
            var chosen =
                    Pattern.compile("value=\"([^\"]*)\"[^>]*selected").matcher(select.group(2));
            sent.put(select.group(1), chosen.find() ? chosen.group(1) : "");
        }
        return sent;
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void whatAFormShowsIsWhatItSavesAgain(String language) throws Exception {
        var added = post("/scenarios", form("Semua", CHANGES));
        assertThat(added).hasStatus3xxRedirection();
        var first = scenarios.all(place.town.finance()).getFirst();
        assertThat(ScenarioFile.values(first.scenario(), IDR))
                .containsExactlyInAnyOrderElementsOf(CHANGES);
        var html =
                place.get(place.finance, "/scenarios/1?lang=" + language)
                        .getResponse()
                        .getContentAsString();
        var again = sent(html);
        again.remove("do");
        again.put("name", "Semua lagi");
        again.put("key", "again");
        assertThat(post("/scenarios/1", again)).hasStatus3xxRedirection();
        var second = scenarios.get(place.town.finance(), 1, null);
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.scenario().overlays()).isEqualTo(first.scenario().overlays());
        assertThat(second.scenario().note()).isEqualTo("Catatan");
    }

    private static final List<Map<String, String>> RISKS = RiskValuesTest.EVERY;

    private static Map<String, String> risky(String name, List<Map<String, String>> risks) {
        var form = form(name, List.of());
        for (int at = 0; at < risks.size(); at++) {
            for (var field : risks.get(at).entrySet()) {
                form.put("r" + at + "." + field.getKey(), field.getValue());
            }
        }
        return form;
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void theRisksOfAFormAreThoseThatItSavesAgain(String language) throws Exception {
        assertThat(post("/scenarios", risky("Ragu", RISKS))).hasStatus3xxRedirection();
        var first = scenarios.get(place.town.finance(), 1, null).scenario();
        assertThat(RiskValues.write(first.risks())).isEqualTo(RISKS);
        var opened = place.get(place.finance, "/scenarios/1?lang=" + language);
        var again = sent(opened.getResponse().getContentAsString());
        again.remove("do");
        again.put("key", "again");
        assertThat(again).containsEntry("r1.low", language.equals("id") ? "0,9" : "0.9");
        assertThat(post("/scenarios/1", again)).hasStatus3xxRedirection();
        assertThat(scenarios.get(place.town.finance(), 1, null).scenario()).isEqualTo(first);
        assertThat(place.words(place.auditor, "/scenarios/1?lang=" + language))
                .contains(
                        language.equals("id")
                                ? "Risiko: Iuran: Kabupaten Sleman: dikalikan segitiga 0,8 – 1 – 1,05"
                                : "Risk: Dues: Kabupaten Sleman: times triangular 0.8 – 1 – 1.05");
    }

    @Test
    void risksAreAddedAndTakenOutWithoutScript() throws Exception {
        for (var kind : RiskKind.values()) {
            var fields = new LinkedHashMap<>(risky("Baru", RISKS.subList(0, 1)));
            fields.put("do", "add-risk");
            fields.put("addRisk", kind.code());
            var added = post("/scenarios", fields).getResponse().getContentAsString();
            assertThat(added).contains("name=\"r1.kind\" value=\"" + kind.code() + "\"");
            for (var field : kind.fields()) {
                assertThat(added).as(kind.code()).contains("name=\"r1." + field.code() + "\"");
            }
            fields.remove("addRisk");
            fields.put("r1.kind", kind.code());
            fields.put("do", "remove-risk:0");
            var removed = post("/scenarios", fields).getResponse().getContentAsString();
            assertThat(removed)
                    .contains("name=\"r0.kind\" value=\"" + kind.code() + "\"")
                    .doesNotContain("name=\"r1.kind\"");
        }
        assertThat(scenarios.all(place.town.finance())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "low, banyak, r0-low, bukan bilangan",
        "low, 2, r0-kind, tidak berurutan",
        "target, '', r0-target, belum diisi",
        "drawn, daily, r0-drawn, once (sekali)"
    })
    void aWrongRiskIsSaidAtItsField(String field, String said, String place, String words)
            throws Exception {
        var fields = risky("Salah", RISKS.subList(0, 1));
        fields.put("r0." + field, said);
        var answer = post("/scenarios", fields);
        assertThat(answer).hasStatus(422);
        var html = answer.getResponse().getContentAsString();
        assertThat(html).contains("href=\"#" + place + "\"").contains("id=\"" + place + "-error\"");
        assertThat(Place.words(html)).contains(words);
        assertThat(scenarios.all(this.place.town.finance())).isEmpty();
    }

    @Test
    void aRiskOfWhatIsNotThereIsRefused() throws Exception {
        var fields = risky("Salah", RISKS.subList(0, 1));
        fields.put("r0.target", "dues/99.99");
        var answer = post("/scenarios", fields);
        assertThat(answer).hasStatus(422);
        assertThat(Place.words(answer.getResponse().getContentAsString())).contains("dues/99.99");
        fields = risky("Salah", List.of(Map.of("kind", "none"), Map.of("kind", "delays")));
        assertThat(post("/scenarios", fields)).hasStatus(422);
        assertThat(scenarios.all(place.town.finance())).isEmpty();
    }

    @Test
    void everyKindIsAddedWithItsOwnFieldsAndTakenOutWithoutScript() throws Exception {
        for (var kind : OverlayKind.values()) {
            var fields = new LinkedHashMap<>(form("Baru", CHANGES.subList(0, 1)));
            fields.put("do", "add");
            fields.put("add", kind.code());
            var added = post("/scenarios", fields).getResponse().getContentAsString();
            for (var field : kind.fields()) {
                assertThat(added).as(kind.code()).contains("name=\"c1." + field.code() + "\"");
            }
            assertThat(added).contains("name=\"c0.percent\" value=\"50\"");
            fields.remove("add");
            fields.put("c1.kind", kind.code());
            fields.put("do", "remove:0");
            var removed = post("/scenarios", fields).getResponse().getContentAsString();
            assertThat(removed).contains("name=\"c0.kind\" value=\"" + kind.code() + "\"");
            assertThat(removed).doesNotContain("name=\"c1.kind\"");
        }
        assertThat(scenarios.all(place.town.finance())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "party, 99.99, c0-kind, Proyeksi tidak memuat iuran",
        "party, '', c0-party, belum diisi",
        "from, 2007, c0-from, bukan bulan",
        "percent, 120, c0-percent, bukan persentase",
        "name, '', name, kosong"
    })
    void whatIsWrongIsSaidAtItsFieldAndNothingIsStored(
            String field, String said, String place, String words) throws Exception {
        var fields = form("Salah", CHANGES.subList(0, 1));
        fields.put(field.equals("name") ? "name" : "c0." + field, said);
        var answer = post("/scenarios", fields);
        assertThat(answer).hasStatus(422);
        var html = answer.getResponse().getContentAsString();
        assertThat(html).contains("href=\"#" + place + "\"").contains("id=\"" + place + "-error\"");
        assertThat(Place.words(html)).contains(words);
        assertThat(html).contains(said.isEmpty() ? "Catatan" : said);
        assertThat(scenarios.all(this.place.town.finance())).isEmpty();
    }

    @Test
    void ambiguousAmountsAndNamesUsedTwiceAreRefused() throws Exception {
        var unit = new LinkedHashMap<>(CHANGES.getLast());
        unit.put("income", "1.500");
        assertThat(post("/scenarios", form("A", List.of(unit)))).hasStatus(422);
        var twice = post("/scenarios", form("B", List.of(CHANGES.getLast(), CHANGES.getLast())));
        assertThat(twice).hasStatus(422);
        assertThat(Place.words(twice.getResponse().getContentAsString()))
                .contains("\"Toko\" ada dua kali");
    }

    @Test
    void ratesThatGrowBeyondCountingAreRefused() throws Exception {
        var growth = Map.of("kind", "dues-growth", "year", "1990", "percent", "100");
        var answer = post("/scenarios", form("Besar", Collections.nCopies(8, growth)));
        assertThat(answer).hasStatus(422);
        assertThat(Place.words(answer.getResponse().getContentAsString()))
                .contains("terlalu besar");
    }

    @Test
    void aScenarioThatSomebodyChangedMeanwhileIsNotOverwritten() throws Exception {
        saved("Satu", CHANGES.subList(5, 6));
        var fields = form("Satu", CHANGES.subList(6, 7));
        fields.put("seen", "1");
        assertThat(post("/scenarios/1", fields)).hasStatus3xxRedirection();
        fields.put("key", "other");
        fields.put("name", "Nama lain");
        var late = post("/scenarios/1", fields);
        assertThat(late).hasStatus(422);
        assertThat(Place.words(late.getResponse().getContentAsString()))
                .contains("sementara itu sudah bernomor versi 2");
        assertThat(late.getResponse().getContentAsString()).contains("Nama lain");
        assertThat(scenarios.get(place.town.finance(), 1, null).version()).isEqualTo(2);
    }

    @Test
    void tryingWorksItOutAndSavesNothing() throws Exception {
        var fields = form("Coba", CHANGES.subList(6, 7));
        fields.put("do", "try");
        var words = Place.words(post("/scenarios", fields).getResponse().getContentAsString());
        assertThat(words).contains("Hasil hitungan, belum disimpan").contains("Tanpa skenario");
        assertThat(scenarios.all(place.town.finance())).isEmpty();
    }

    /** The books end with 20 juta missing, and salaries come before the dues. */
    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void theAdvisedReserveOpensAsAFormAndClosesTheGap(String language) throws Exception {
        var forecast =
                place.get(place.finance, "/forecast?asOf=31-12-2006&lang=" + language)
                        .getResponse()
                        .getContentAsString();
        var link = Pattern.compile("/scenarios/(new\\?kind=reserve[^\"]*)\"").matcher(forecast);
        assertThat(link.find()).isTrue();
        var address = link.group(1).replace("&amp;", "&") + "&lang=" + language;
        var opened = place.get(place.finance, "/scenarios/" + address);
        assertThat(opened).hasStatusOk();
        var fields = sent(opened.getResponse().getContentAsString());
        assertThat(fields).containsEntry("c0.from", "2006-12");
        fields.put("name", "Sisihan");
        fields.remove("do");
        assertThat(post("/scenarios", fields)).hasStatus3xxRedirection();
        var scenario = scenarios.get(place.town.finance(), 1, null).scenario();
        assertThat(place.lowest(scenario)).isZero();
    }

    /** Of two who save at the same moment one wins; the other is told, and nothing is lost. */
    @Test
    void twoWhoSaveAtOnceDoNotOverwriteEachOther() throws Exception {
        saved("Satu", CHANGES.subList(5, 6));
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var tasks = new ArrayList<Future<String>>();
            for (var who : List.of("A", "B")) {
                tasks.add(threads.submit(() -> saveAtOnce(start, who)));
            }
            var answers = new ArrayList<String>();
            for (var task : tasks) answers.add(task.get());
            assertThat(answers).containsExactlyInAnyOrder("saved", "forecasting.changed-meanwhile");
            var versions = scenarios.versions(place.town.finance());
            assertThat(versions).extracting(SavedScenario::version).containsExactly(1, 2);
            assertThat(versions.getFirst().scenario().name()).isEqualTo("Satu");
            assertThat(versions.getLast().scenario().name())
                    .isEqualTo(answers.getFirst().equals("saved") ? "A" : "B");
        }
    }

    private String saveAtOnce(CyclicBarrier start, String who) throws Exception {
        var scenario = ScenarioFile.read(who, "", CHANGES.subList(6, 7), IDR);
        start.await();
        try {
            scenarios.change(place.town.finance(), 1, 1, false, scenario, "at-once-" + who);
            return "saved";
        } catch (ForecastException refused) {
            return refused.code();
        }
    }

    @Test
    void theListComparesEachWithTheBaseAndUpToFourSideBySide() throws Exception {
        saved("Naik", CHANGES.subList(6, 7));
        saved("Macet", CHANGES.subList(0, 1));
        var words = place.words(place.auditor, "/scenarios?compare=1&compare=2");
        assertThat(words)
                .contains("Dasar", "Naik", "Macet", "Berdampingan: kas bebas pada akhir tahun")
                .contains("Iuran diubah sekali: semua anggota, sejak Januari 2007, 60,6 %")
                .contains("Anggota tidak membayar: Kabupaten Sleman, sejak Januari 2007, 50 %")
                .doesNotContain("Skenario baru");
        assertThat(place.words(place.auditor, "/scenarios?lang=en"))
                .contains("Dues change once: all members, from January 2007, 60.6 %");
        assertThat(post("/scenarios/2/put-away", Map.of("seen", "1", "key", "away")))
                .hasStatus3xxRedirection();
        assertThat(scenarios.all(place.town.finance())).hasSize(1);
        assertThat(place.words(place.auditor, "/scenarios/2")).contains("Di luar daftar");
    }

    @Test
    void versionsAreKeptAndShown() throws Exception {
        saved("Satu", CHANGES.subList(5, 6));
        scenarios.change(
                place.town.finance(),
                1,
                1,
                false,
                ScenarioFile.read("Satu", "", CHANGES.subList(6, 7), IDR),
                "v2");
        var words = place.words(place.finance, "/scenarios/1?version=1");
        assertThat(words)
                .contains("Ini isi versi 1. Menyimpan menjadikannya versi baru sesudah versi 2")
                .contains("Iuran naik tiap tahun: sejak 2008, 2,5 %")
                .contains("Iuran diubah sekali");
    }

    @Test
    void filesGoOutAndComeInAgain() throws Exception {
        saved("Semua", CHANGES);
        var file = place.get(place.auditor, "/scenarios/1/file.yaml");
        assertThat(file).hasStatusOk();
        var text = file.getResponse().getContentAsString();
        assertThat(ScenarioFile.read("f", text, IDR))
                .isEqualTo(scenarios.get(place.town.finance(), 1, null).scenario());
        var read = upload(text);
        assertThat(read).hasStatusOk();
        var fields = sent(read.getResponse().getContentAsString());
        assertThat(fields).containsEntry("name", "Semua").containsKey("c9.kind");
        var bad = upload("name: X\noverlays:\n  - {kind: dues-growth, year: 2008}\n");
        assertThat(bad).hasStatus(422);
        assertThat(bad.getResponse().getContentAsString()).contains("percent");
        assertThat(scenarios.all(place.town.finance())).hasSize(1);
    }

    private MvcTestResult upload(String text) {
        return place.http
                .post()
                .uri(place.path("/scenarios/file"))
                .multipart()
                .file(
                        new MockMultipartFile(
                                "file",
                                "s.yaml",
                                "application/yaml",
                                text.getBytes(StandardCharsets.UTF_8)))
                .with(user(place.finance))
                .with(csrf())
                .exchange();
    }

    @Test
    void anAdviceBecomesAFormWithItsChange() throws Exception {
        saved("Naik", CHANGES.subList(6, 7));
        var html =
                place.get(
                                place.finance,
                                "/scenarios/new?on=1&kind=cost-change&from=2007-01&percent=-12.5")
                        .getResponse()
                        .getContentAsString();
        assertThat(sent(html))
                .containsEntry("c0.kind", "dues-change")
                .containsEntry("c1.kind", "cost-change")
                .containsEntry("c1.percent", "-12.5");
    }

    @Test
    void onlyWhoReadsTheWholeBookSeesThemAndOnlyWhoPreparesChangesThem() {
        saved("Satu", CHANGES.subList(5, 6));
        for (var address : List.of("/scenarios", "/scenarios/1", "/scenarios/1/file.yaml")) {
            assertThat(place.get(place.sleman, address)).as(address).hasStatus(403);
            assertThat(place.get(place.auditor, address)).as(address).hasStatusOk();
        }
        for (var person : List.of(place.sleman, place.auditor)) {
            assertThat(place.get(person, "/scenarios/new")).hasStatus(403);
            assertThat(post(person, "/scenarios", form("X", List.of()))).hasStatus(403);
            assertThat(post(person, "/scenarios/1", form("X", List.of()))).hasStatus(403);
            assertThat(post(person, "/scenarios/1/put-away", Map.of())).hasStatus(403);
        }
        assertThat(place.get(place.finance, "/scenarios/7")).hasStatus(404);
    }

    /** What could not be read again would keep everybody from all scenarios of the body. */
    @Test
    void whatCouldNotBeReadAgainIsNotKept() throws Exception {
        place.aYear();
        var outcomes = new StringBuilder("1:0.02");
        for (int at = 2; at <= 50; at++) outcomes.append(',').append(at).append(":0.02");
        for (var json :
                List.of(
                        "{\"name\":\"x\\uffff\",\"changes\":[]}",
                        "{\"name\":\"x\",\"changes\":[{\"kind\":\"cost-change\",\"from\":\"2007-01\","
                                + "\"percent\":\"1/1267650600228229401496703205376\"}]}",
                        "{\"name\":\"x\",\"changes\":[],\"risks\":[{\"kind\":\"discrete\","
                                + "\"lines\":\"costs\",\"drawn\":\"yearly\",\"outcomes\":\""
                                + outcomes
                                + "\"}]}",
                        "{\"name\":\"x\",\"changes\":[null]}",
                        "{\"name\":\"x\",\"changes\":[],\"risks\":[null]}")) {
            var status = send(false, "/scenarios", "k-" + json.hashCode(), json).getResponse();
            assertThat(status.getStatus()).as(json).isBetween(400, 422);
        }
        assertThat(api(place.auditor, "/scenarios")).hasStatusOk().bodyText().isEqualTo("[]");
    }

    private MvcTestResult api(String person, String rest) {
        return place.http.get().uri("/api/v1" + place.path(rest)).with(user(person)).exchange();
    }

    private MvcTestResult send(boolean put, String rest, String key, String json) {
        var request = put ? place.http.put() : place.http.post();
        return request.uri("/api/v1" + place.path(rest))
                .with(user(place.finance))
                .with(csrf())
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    @Test
    void programsReadAndWriteTheSameFields() throws Exception {
        var wish =
                """
                {"name": "Naik", "changes": [{"kind": "dues-change", "from": "2007-01", "percent": "60.6"}]%s}\
                """;
        assertThat(send(false, "/scenarios", "a", wish.formatted(""))).hasStatusOk();
        assertThat(send(false, "/scenarios", "a", wish.formatted(""))).hasStatusOk();
        assertThat(scenarios.all(place.town.finance())).hasSize(1);
        var one = api(place.auditor, "/scenarios/1").getResponse().getContentAsString();
        assertThat(one)
                .contains("\"kind\":\"dues-change\"", "\"percent\":\"60.6\"", "\"version\":1");
        assertThat(send(true, "/scenarios/1", "b", wish.formatted(""))).hasStatus(400);
        assertThat(send(true, "/scenarios/1", "c", wish.formatted(", \"version\": 1")))
                .hasStatusOk();
        assertThat(send(true, "/scenarios/1", "d", wish.formatted(", \"version\": 1")))
                .hasStatus(409);
        assertThat(api(place.auditor, "/scenarios/1/versions").getResponse().getContentAsString())
                .contains("\"version\":1", "\"version\":2");
        assertThat(
                        send(
                                false,
                                "/scenarios",
                                "e",
                                "{\"name\": \"X\", \"changes\": [{\"kind\": \"donor-exit\", \"party\": \"GTZ\", \"after\": \"2007-01\"}]}"))
                .hasStatus(422);
        assertThat(send(false, "/scenarios", "f", "{\"changes\": [{\"kind\": \"x\"}]}"))
                .hasStatus(400);
        assertThat(api(place.sleman, "/scenarios")).hasStatus(403);
    }
}
