package id.patungan.grants.rates;

import static id.patungan.contributions.Kartamantul.SLEMAN;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.grants.rates.ExchangeRates.Asked;
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
import java.util.Objects;

/** Pages and API of exchange rates, by role and language. */
@DatabaseTest
class RatePagesTest {

    private static final Viewer ADMINISTRATOR =
            new Viewer(
                    "admin",
                    "Administrator",
                    List.of(new Permission(Role.ADMINISTRATOR, null, new Scope.All())));

    private static final Map<String, String> TYPED =
            Map.of(
                    "currency", "EUR",
                    "on", "15-03-2006",
                    "rate", "11.043,25",
                    "source", "Bank Indonesia",
                    "document", "JISDOR 15-03-2006");

    private static final String WISH =
            """
            {"currency": "EUR", "on": "2006-03", "rate": "11000.5", "source": "InforEuro"}\
            """;

    private final MockMvcTester http;
    private final ExchangeRates rates;
    private final Town town;
    private final String finance;
    private final String auditor;
    private final String sleman;

    @Autowired
    RatePagesTest(
            WebApplicationContext context,
            ExchangeRates rates,
            People people,
            Clock clock,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.http = MockMvcTester.from(context, with -> with.apply(springSecurity()).build());
        this.rates = rates;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
        this.finance = person(people, clock, "f", Role.FINANCE, new Scope.All());
        this.auditor = person(people, clock, "a", Role.AUDITOR, new Scope.All());
        this.sleman =
                person(
                        people,
                        clock,
                        "s",
                        Role.TREASURER,
                        new Scope.OneParty(Objects.requireNonNull(town.ids().get(SLEMAN))));
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
    void aRateIsTypedCorrectedAndListed(String language) throws Exception {
        var indonesian = language.equals("id");
        assertThat(text(get(finance, "?lang=" + language)))
                .contains(indonesian ? "Belum ada kurs" : "No rates yet")
                .doesNotContain("??");
        assertThat(post(finance, TYPED)).hasStatus3xxRedirection();
        assertThat(text(post(finance, with("rate", "11.034,25"))))
                .contains("href=\"#rate\"")
                .contains("11.043,25");
        var correction = new java.util.HashMap<>(with("rate", "11.034,25"));
        correction.put("reason", "Angka tertukar");
        assertThat(post(finance, correction)).hasStatus3xxRedirection();

        assertThat(text(get(auditor, "?lang=" + language)))
                .contains("EUR", "Bank Indonesia", "JISDOR 15-03-2006", "Angka tertukar")
                .contains(indonesian ? "11.034,25" : "11,034.25")
                .contains(indonesian ? "11.043,25" : "11,043.25")
                .contains(indonesian ? "Digantikan oleh no. 2" : "Replaced by no. 2")
                .doesNotContain("??", "bar-actions");
        assertThat(text(get(finance, "?currency=EUR&kind=month&year=2006")))
                .contains("Tidak ada kurs pada pilihan ini");
        assertThat(text(get(finance, "?currency=x&kind=x&year=x"))).contains("11.034,25");
    }

    private static Map<String, String> with(String field, String text) {
        var fields = new java.util.HashMap<>(TYPED);
        fields.put(field, text);
        return fields;
    }

    @Test
    void whatIsWrongIsNamedAtItsFieldAndNothingIsStored() throws Exception {
        var refused =
                post(finance, Map.of("currency", "EURO", "on", "31-02-2006", "rate", "17.512"));

        assertThat(refused).hasStatus(422);
        assertThat(text(refused))
                .contains("href=\"#currency\"", "href=\"#on\"", "href=\"#rate\"")
                .contains("href=\"#source\"", "17512", "17.5120", "Isi sumber dulu.");
        for (var wrong :
                List.of(
                        with("currency", "IDR"),
                        with("on", "01-01-2999"),
                        with("source", "x".repeat(201)),
                        with("reason", "koreksi"))) {
            assertThat(post(finance, wrong)).hasStatus(422);
        }
        assertThat(rates.list(town.finance(), new Asked(null, null, null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void aFileOrPastedLinesAreCheckedThenStored(String language) throws Exception {
        var indonesian = language.equals("id");
        var csv = "currency,on,rate,source\nEUR,2006-03-15,11043.25,BI\n";
        assertThat(text(get(finance, "/import?lang=" + language))).doesNotContain("??");
        assertThat(text(upload(finance, csv, "", "check&lang=" + language)))
                .contains(indonesian ? "Berkas benar: 1 kurs baru" : "correct: 1 new rates");
        assertThat(rates.list(town.finance(), new Asked(null, null, null))).isEmpty();
        assertThat(text(upload(finance, "", csv, "store&lang=" + language)))
                .contains(indonesian ? "1 kurs baru dari 1 baris" : "1 new rates of 1 rows");
        assertThat(rates.list(town.finance(), new Asked(null, null, null))).hasSize(1);

        var wrong =
                upload(finance, "", csv + "EUR,2006-03-16,17.512,BI\n", "store&lang=" + language);
        assertThat(wrong).hasStatus(422);
        assertThat(text(wrong))
                .contains(indonesian ? "dapat berarti 17512" : "can mean 17512")
                .doesNotContain("??");
        assertThat(upload(finance, "", "", "store")).hasStatus(422);
        assertThat(upload(finance, csv, csv, "store")).hasStatus(422);
        assertThat(rates.list(town.finance(), new Asked(null, null, null))).hasSize(1);
    }

    @Test
    void onlyWhoKeepsTheBooksRecordsAndNoPartyReads() throws Exception {
        for (var other : List.of(auditor, sleman)) {
            assertThat(post(other, TYPED)).hasStatus(403);
            assertThat(upload(other, "", "x", "store")).hasStatus(403);
            assertThat(send(other, "", WISH)).hasStatus(403);
            assertThat(send(other, "/csv", "{}")).hasStatus(403);
            assertThat(get(other, "/import")).hasStatus(403);
        }
        assertThat(get(sleman, "")).hasStatus(403);
        assertThat(api(sleman, "")).hasStatus(403);
        assertThat(get(auditor, "")).hasStatusOk();
        assertThat(text(api(auditor, ""))).isEqualTo("[]");
    }

    @Test
    void theApiRecordsCorrectsAndLists() throws Exception {
        assertThat(send(finance, "", WISH)).hasStatusOk();
        assertThat(send(finance, "", WISH)).bodyJson().extractingPath("$.no").isEqualTo(1);
        var other = WISH.replace("11000.5", "11001");
        assertThat(send(finance, "", other)).hasStatus(422);
        assertThat(text(send(finance, "", other))).contains("rates.already", "11000.5");
        assertThat(send(finance, "", other.replace("}", ", \"reason\": \"Angka tertukar\"}")))
                .bodyJson()
                .extractingPath("$.replaces")
                .isEqualTo(1);
        assertThat(api(finance, "?currency=EUR&kind=month&year=2006"))
                .bodyJson()
                .extractingPath("$[1].replacedBy")
                .isEqualTo(2);
        assertThat(api(finance, "?kind=week")).hasStatus(400);
        assertThat(api(finance, "?currency=EURO")).hasStatus(422);
        assertThat(send(finance, "", "{}")).hasStatus(400);
        assertThat(
                        send(
                                finance,
                                "/csv",
                                "{\"csv\": \"currency,on,rate,source\\nUSD,2006-03-15,9150,BI\"}"))
                .bodyJson()
                .extractingPath("$.added")
                .isEqualTo(1);
        assertThat(
                        text(
                                send(
                                        finance,
                                        "/csv",
                                        "{\"csv\": \"currency,on,rate,source\\nUSD,x,9150,\"}")))
                .contains("rates.not-a-day");
    }

    private MvcTestResult get(String person, String path) {
        return http.get()
                .uri("/bodies/" + town.code() + "/exchange-rates" + path)
                .with(user(person))
                .exchange();
    }

    private MvcTestResult post(String person, Map<String, String> fields) {
        var request =
                http.post()
                        .uri("/bodies/" + town.code() + "/exchange-rates")
                        .with(user(person))
                        .with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult upload(String person, String csv, String pasted, String go) {
        return http.post()
                .uri("/bodies/" + town.code() + "/exchange-rates/import?go=" + go)
                .multipart()
                .file(
                        new MockMultipartFile(
                                "file",
                                "kurs.csv",
                                "text/csv",
                                csv.getBytes(StandardCharsets.UTF_8)))
                .with(user(person))
                .with(csrf())
                .param("pasted", pasted)
                .exchange();
    }

    private MvcTestResult api(String person, String path) {
        return http.get()
                .uri("/api/v1/bodies/" + town.code() + "/exchange-rates" + path)
                .with(user(person))
                .exchange();
    }

    private MvcTestResult send(String person, String path, String body) {
        return http.post()
                .uri("/api/v1/bodies/" + town.code() + "/exchange-rates" + path)
                .with(user(person))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String text(MvcTestResult result) throws UnsupportedEncodingException {
        return result.getResponse().getContentAsString();
    }
}
