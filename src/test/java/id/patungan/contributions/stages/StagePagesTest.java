package id.patungan.contributions.stages;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.SLEMAN;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.patungan.contributions.Assessments;
import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.platform.People;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;
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

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Pages and API of stages, holidays and limits, by role. */
@DatabaseTest
class StagePagesTest {

    private static final Viewer ADMINISTRATOR =
            new Viewer(
                    "admin",
                    "Administrator",
                    List.of(new Permission(Role.ADMINISTRATOR, null, new Scope.All())));

    private final MockMvcTester http;
    private final Holidays holidays;
    private final Town town;
    private final String finance;
    private final String sleman;

    @Autowired
    StagePagesTest(
            WebApplicationContext context,
            Assessments assessments,
            Holidays holidays,
            People people,
            Clock clock,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.http = MockMvcTester.from(context, with -> with.apply(springSecurity()).build());
        this.holidays = holidays;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
        assessments.issue(town.finance(), town.dues(), "dues");
        var id = town.ids().get(SLEMAN);
        if (id == null) throw new IllegalStateException();
        this.finance = person(people, clock, "f", Role.FINANCE, new Scope.All());
        this.sleman = person(people, clock, "s", Role.TREASURER, new Scope.OneParty(id));
    }

    private String person(People people, Clock clock, String name, Role role, Scope scope) {
        var handle = name + "-" + town.code();
        people.create(ADMINISTRATOR, handle, handle, "a long password 1");
        people.grant(
                ADMINISTRATOR,
                handle,
                new Permission(role, town.body(), scope),
                LocalDate.now(clock).minusDays(1),
                null);
        return handle;
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void anEventIsRecordedShownCountedAndWithdrawn(String language) throws Exception {
        var lang = "lang=" + language;
        holidays.stateNone(town.finance(), new Holidays.Without(2006, "Contoh"));
        assertThat(send("/stages", Map.of("kind", "submitted", "date", "31 Jan 2006")))
                .hasStatus3xxRedirection();
        assertThat(
                        send(
                                "/stages",
                                Map.of("kind", "budget", "date", "6/2/2006", "document", "DPA 7")))
                .hasStatus3xxRedirection();

        var page = text(get(finance, one("/stages?on=2006-02-08&" + lang)));
        assertThat(page)
                .contains("DPA 7")
                .contains(
                        language.equals("id")
                                ? "DPRD menilai: hari kerja ke-6 dari 15, sampai 21 Februari 2006"
                                : "DPRD assesses: 6 of 15 working days, until 21 February 2006")
                .doesNotContain("??");
        var board = text(get(finance, path("/stages?on=2006-04-10&" + lang)));
        assertThat(board)
                .contains(language.equals("id") ? "330.000.000,00" : "330,000,000.00")
                .contains(language.equals("id") ? "63 hari" : "63 days")
                .doesNotContain("??");

        var ask = get(finance, one("/stages?withdraw=34.04/2&" + lang));
        assertThat(ask).hasStatusOk();
        assertThat(text(ask)).contains("DPA 7").doesNotContain("??");
        assertThat(send("/stages/withdraw", Map.of("event", "2"))).hasStatus(422);
        assertThat(send("/stages/withdraw", Map.of("event", "2", "reason", "Salah tanggal")))
                .hasStatus3xxRedirection();
        assertThat(text(get(finance, one("/stages?" + lang)))).contains("Salah tanggal");
        assertThat(text(get(finance, path("/assessments/AS-2006-0001?" + lang))))
                .contains("/assessments/AS-2006-0001/stages");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2006-02-01, Pilih kejadian",
        "jalan-jalan, 2006-02-01, bukan kejadian yang dikenal",
        "budget, '', Isi tanggal",
        "budget, 31-02-2006, bukan tanggal yang ada",
        "budget, 2006-01-15, tahapnya tidak mungkin mulai",
        "budget, 2999-12-31, belum tiba",
        "returned, 2006-02-01, catat dahulu kapan DPRD menerimanya",
        "exempt, 2006-02-01, mengapa tidak perlu persetujuan"
    })
    void whatIsWrongIsSaidAndNothingStored(String kind, String date, String said) throws Exception {
        var refused = send("/stages", Map.of("kind", kind, "date", date));

        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains(said).contains("Tidak ada yang disimpan");
        assertThat(text(get(finance, one("/stages")))).contains("Belum ada kejadian");
    }

    @Test
    void aDayThatCannotBeReadIsNamedOnTheBoard() throws Exception {
        var refused = get(finance, path("/stages?on=kemarin"));

        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("kemarin bukan tanggal yang ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void holidaysAndLimitsAreKeptOnAPage(String language) throws Exception {
        assertThat(post("/holidays/none", Map.of("year", "2007", "noneSource", "Contoh")))
                .hasStatus3xxRedirection();
        assertThat(
                        post(
                                "/holidays",
                                Map.of(
                                        "day", "17 Agu 2006",
                                        "name", "Kemerdekaan",
                                        "nameEn", "Independence Day",
                                        "source", "SKB")))
                .hasStatus3xxRedirection();
        assertThat(
                        post(
                                "/holidays/limits",
                                Map.of(
                                        "from", "2007-01-01",
                                        "assess", "10",
                                        "revise", "11",
                                        "answer", "12",
                                        "basis", "Perda contoh")))
                .hasStatus3xxRedirection();

        var page = text(get(finance, path("/holidays?lang=" + language)));
        assertThat(page)
                .contains(language.equals("id") ? "Kemerdekaan" : "Independence Day")
                .contains("Perda contoh")
                .contains("PP 50/2007")
                .doesNotContain("??");

        assertThat(post("/holidays/none", Map.of("year", "2006", "noneSource", "x")))
                .hasStatus(422);
        assertThat(post("/holidays/none", Map.of("year", "2008", "noneSource", ""))).hasStatus(422);
        assertThat(post("/holidays", Map.of("day", "2006-08-17", "name", "x"))).hasStatus(422);
        assertThat(post("/holidays/limits", Map.of("from", "2008-01-01", "assess", "45 hari")))
                .hasStatus(422);
        assertThat(post("/holidays/remove", Map.of("day", "2006-08-18"))).hasStatus(422);
        assertThat(post("/holidays/remove", Map.of("day", "2006-08-17"))).hasStatus3xxRedirection();
        assertThat(post("/holidays/none", Map.of("year", "2007", "do", "end")))
                .hasStatus3xxRedirection();
        assertThat(holidays.known(town.finance()).years()).isEmpty();
    }

    @Test
    void aFileIsCheckedRefusedWithAllFaultsAndStored() throws Exception {
        assertThat(get(finance, path("/holidays/import"))).hasStatusOk();
        var faulty =
                upload("day,name,name_en,source\n31-02-2006,a,b,c\n2006-08-17,,b,c\n", "store");
        assertThat(faulty).hasStatus(422);
        assertThat(text(faulty))
                .contains("bukan tanggal yang ada")
                .contains("Kolom name memerlukan teks")
                .contains("2 masalah");

        var fine = "day,name,name_en,source\n2006-08-17,Kemerdekaan,Independence,SKB\n";
        assertThat(text(upload(fine, "check"))).contains("Belum ada yang disimpan");
        assertThat(holidays.known(town.finance()).days()).isEmpty();
        assertThat(text(upload(fine, "store"))).contains("1 hari baru dari 1 baris disimpan");
        assertThat(holidays.known(town.finance()).days()).hasSize(1);
    }

    @Test
    void aTreasurerSeesItsOwnAndFindsNoForm() throws Exception {
        send("/stages", Map.of("kind", "budget", "date", "2006-02-06", "document", "DPA 7"));
        send(
                "/stages",
                Map.of(
                        "party", BANTUL,
                        "kind", "budget",
                        "date", "2006-02-06",
                        "document", "DPA BANTUL"));

        for (var page : List.of(one("/stages"), path("/stages"))) {
            assertThat(text(get(sleman, page)))
                    .contains("Kabupaten Sleman")
                    .doesNotContain("Kabupaten Bantul")
                    .doesNotContain("DPA BANTUL")
                    .doesNotContain("name=\"kind\"");
        }
        assertThat(get(sleman, path("/holidays"))).hasStatusOk();
        assertThat(get(sleman, path("/holidays/import"))).hasStatus(403);
        assertThat(text(get(sleman, one("/stages?withdraw=34.04/1"))))
                .doesNotContain("name=\"reason\"");
        assertThat(get(finance, one("/stages?withdraw=34.04/9"))).hasStatus(422);
        assertThat(get(finance, one("/stages?withdraw=9"))).hasStatus(422);
    }

    @Test
    void theApiSpeaksTheSame() throws Exception {
        var wish =
                "{\"party\": \"34.04\", \"kind\": \"budget\", \"date\": \"2006-02-06\","
                        + " \"document\": \"DPA 7\"}";
        assertThat(api("/assessments/AS-2006-0001/stages", wish)).hasStatus(201);
        assertThat(api("/assessments/AS-2006-0001/stages", wish)).hasStatus(422);
        assertThat(api("/holidays/none", "{\"year\": 2006, \"source\": \"Contoh\"}")).hasStatusOk();

        assertThat(get(finance, "/api/v1" + path("/stages?on=2006-04-10")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.stages[?(@.stage=='budget')].open")
                .asArray()
                .containsExactly("110000000.00");
        assertThat(get(sleman, "/api/v1" + one("/stages?on=2006-04-10")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[*].stage")
                .asArray()
                .containsExactly("budget");
        assertThat(
                        api(
                                "/assessments/AS-2006-0001/stages/withdrawals",
                                "{\"party\": \"34.04\", \"event\": 1, \"reason\": \"Salah\"}"))
                .hasStatusOk();
        assertThat(
                        api(
                                "/holidays",
                                "{\"day\": \"2006-08-17\", \"name\": \"a\", \"nameEn\": \"b\","
                                        + " \"source\": \"c\"}"))
                .hasStatusOk();
        assertThat(api("/holidays/removals", "{\"day\": \"2006-08-17\"}")).hasStatusOk();
        assertThat(
                        api(
                                "/approval-limits",
                                "{\"from\": \"2007-01-01\", \"assess\": 1, \"revise\": 2,"
                                        + " \"answer\": 3, \"source\": \"Perda\"}"))
                .hasStatusOk();
        assertThat(api("/approval-limits", "{\"from\": \"2007-01-01\", \"assess\": 0}"))
                .hasStatus(400);
        assertThat(get(finance, "/api/v1" + path("/approval-limits")))
                .bodyJson()
                .extractingPath("$[*].answer")
                .asArray()
                .containsExactly(15, 3);
    }

    private String path(String rest) {
        return "/bodies/" + town.code() + rest;
    }

    private String one(String rest) {
        return path("/assessments/AS-2006-0001" + rest);
    }

    private MvcTestResult get(String who, String address) {
        return http.get().uri(address).with(user(who)).exchange();
    }

    /** A form of the assessment, about Sleman unless said otherwise. */
    private MvcTestResult send(String address, Map<String, String> fields) {
        var all = new java.util.HashMap<>(Map.of("party", SLEMAN));
        all.put("key", java.util.UUID.randomUUID().toString());
        all.putAll(fields);
        return post("/assessments/AS-2006-0001" + address, all);
    }

    private MvcTestResult post(String address, Map<String, String> fields) {
        var request = http.post().uri(path(address)).with(user(finance)).with(csrf());
        for (var field : fields.entrySet()) {
            request = request.param(field.getKey(), field.getValue());
        }
        return request.exchange();
    }

    private MvcTestResult upload(String text, String go) {
        return http.post()
                .uri(path("/holidays/import"))
                .multipart()
                .file(
                        new MockMultipartFile(
                                "file",
                                "libur.csv",
                                "text/csv",
                                text.getBytes(StandardCharsets.UTF_8)))
                .param("go", go)
                .with(user(finance))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult api(String address, String json) {
        return http.post()
                .uri("/api/v1" + path(address))
                .with(user(finance))
                .header("Idempotency-Key", java.util.UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private static String text(MvcTestResult answer) throws UnsupportedEncodingException {
        return answer.getResponse().getContentAsString();
    }
}
