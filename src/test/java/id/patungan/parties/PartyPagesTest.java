package id.patungan.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.patungan.platform.Access;
import id.patungan.platform.People;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.testing.DatabaseTest;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
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
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Pages and API of this module, for every role. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartyPagesTest {

    private static final String BODY = "/bodies/g-pages";
    private static final String API = "/api/v1/bodies/g-pages";

    /** Stand in what belongs to Bantul alone; no answer to anybody else may hold them. */
    private static final List<String> SECRETS =
            List.of("Yth. rahasia Bantul", "987654", "987.654", "987,654", "Perjanjian rahasia");

    @Autowired WebApplicationContext context;
    @Autowired Bodies bodies;
    @Autowired Parties parties;
    @Autowired Members members;
    @Autowired Agreements agreements;
    @Autowired Indicators indicators;
    @Autowired Signatories signatories;
    @Autowired People people;
    @Autowired Clock clock;

    private MockMvcTester http = MockMvcTester.of();

    @BeforeAll
    void setUp() {
        http = MockMvcTester.from(context, builder -> builder.apply(springSecurity()).build());
        var finance = TestBodies.create(bodies, "g-pages");
        var sleman = parties.add(finance, NewParty.region("34.04"));
        var bantul =
                parties.add(
                        finance,
                        new NewParty(
                                "34.02",
                                PartyKind.REGION,
                                null,
                                new Contact("Yth. rahasia Bantul", null, null, null)));
        for (var code : List.of("34.04", "34.02")) {
            members.admit(finance, NewMember.since(code, LocalDate.of(2001, 1, 1)));
        }
        indicators.record(finance, figure("34.04", "1234"));
        indicators.record(finance, figure("34.02", "987654"));
        agreements.add(finance, agreement("PKS-SLEMAN", "34.04", "Perjanjian terbuka"));
        agreements.add(finance, agreement("PKS-BANTUL", "34.02", "Perjanjian rahasia"));
        person("g-finance", Role.FINANCE, new Scope.All(), finance);
        person("g-approver", Role.APPROVER, new Scope.All(), finance);
        person("g-auditor", Role.AUDITOR, new Scope.All(), finance);
        person("g-sleman", Role.TREASURER, new Scope.OneParty(sleman.id()), finance);
        person("g-bantul", Role.TREASURER, new Scope.OneParty(bantul.id()), finance);
        var other = TestBodies.create(bodies, "g-other");
        person("g-stranger", Role.FINANCE, new Scope.All(), other);
        people.create(TestBodies.ADMINISTRATOR, "g-admin", "Admin", "a long password 1");
        people.grant(
                TestBodies.ADMINISTRATOR,
                "g-admin",
                new Permission(Role.ADMINISTRATOR, null, new Scope.All()),
                LocalDate.now(clock),
                null);
    }

    private void person(String handle, Role role, Scope scope, Access where) {
        people.create(TestBodies.ADMINISTRATOR, handle, handle, "a long password 1");
        people.grant(
                TestBodies.ADMINISTRATOR,
                handle,
                new Permission(role, where.body(), scope),
                LocalDate.now(clock),
                null);
    }

    private static NewIndicatorValue figure(String party, String value) {
        return new NewIndicatorValue(
                party, "tonase", 2006, new BigDecimal(value), "ton", "TPA", null);
    }

    private static AgreementText agreement(String code, String signer, String subject) {
        return new AgreementText(
                code,
                AgreementType.PKS,
                subject,
                null,
                null,
                null,
                null,
                null,
                List.of(new AgreementText.Signer(signer, null)),
                List.of(new AgreementText.OfficialNumber("16 Tahun 2003", signer)),
                List.of(new AgreementText.Article("Pasal 1", "Biaya.")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/members",
                "/members?all=true",
                "/members/new",
                "/members/34.04/2001-01-01",
                "/parties",
                "/parties?text=sle&kind=REGION",
                "/parties/new",
                "/parties/34.04",
                "/parties/import",
                "/agreements",
                "/agreements/new",
                "/agreements/PKS-SLEMAN",
                "/agreements/PKS-SLEMAN/edit",
                "/indicators",
                "/indicators/new",
                "/indicators/import",
                "/indicators/tonase/2006/34.04",
                "/signatories",
                "/signatories/new",
                "/settings"
            })
    void everyPageIsShownInBothLanguages(String path) throws UnsupportedEncodingException {
        for (var language : List.of("id", "en")) {
            var answer = get("g-finance", BODY + path, language);
            assertThat(answer).hasStatusOk();
            assertThat(text(answer))
                    .contains("lang=\"" + language + "\"")
                    .doesNotContain("??")
                    .doesNotContain("style=\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/members, 200, 200, 200",
        "/members/new, 403, 403, 403",
        "/parties, 200, 200, 200",
        "/parties/34.04, 200, 200, 200",
        "/parties/34.02, 200, 200, 404",
        "/parties/new, 403, 403, 403",
        "/parties/import, 403, 403, 403",
        "/agreements, 200, 200, 200",
        "/agreements/PKS-BANTUL, 200, 200, 404",
        "/agreements/PKS-BANTUL/edit, 403, 403, 403",
        "/indicators, 200, 200, 200",
        "/indicators/tonase/2006/34.02, 200, 200, 404",
        "/indicators/import, 403, 403, 403",
        "/signatories, 200, 200, 200",
        "/settings, 200, 200, 403"
    })
    void eachRoleOpensWhatItMay(String path, int approver, int auditor, int treasurer) {
        assertThat(get("g-approver", BODY + path, "id")).hasStatus(approver);
        assertThat(get("g-auditor", BODY + path, "id")).hasStatus(auditor);
        assertThat(get("g-sleman", BODY + path, "id")).hasStatus(treasurer);
        assertThat(get("g-stranger", BODY + path, "id")).hasStatus(404);
        assertThat(get("g-admin", BODY + path, "id")).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BODY + "/members?all=true",
                BODY + "/parties",
                BODY + "/parties?text=bantul",
                BODY + "/parties/34.02",
                BODY + "/agreements",
                BODY + "/agreements/PKS-BANTUL",
                BODY + "/indicators",
                BODY + "/indicators?indicator=tonase&year=2006",
                BODY + "/indicators/tonase/2006/34.02",
                API,
                API + "/parties",
                API + "/parties?text=bantul",
                API + "/parties/34.02",
                API + "/members",
                API + "/agreements",
                API + "/indicators",
                API + "/signatories"
            })
    void slemanNeverReadsWhatIsBantuls(String address) throws UnsupportedEncodingException {
        assertThat(text(get("g-sleman", address, "id"))).doesNotContain(SECRETS);
        assertThat(text(get("g-stranger", address, "id"))).doesNotContain(SECRETS);
    }

    @Test
    void aTreasurerOpensTheOwnStatementOnly() throws UnsupportedEncodingException {
        var page = text(get("g-sleman", BODY + "/members", "id"));

        assertThat(page)
                .contains("Kabupaten Sleman", "Kabupaten Bantul")
                .contains("/regions/34.04")
                .doesNotContain("/regions/34.02");
    }

    @Test
    void aRefusedFormIsShownAgainWithWhatWasTyped() throws UnsupportedEncodingException {
        var answer =
                post(
                        "g-finance",
                        BODY + "/members",
                        "id",
                        "code",
                        "34.04",
                        "from",
                        "31-11-2006",
                        "note",
                        "ketikan saya");

        assertThat(answer).hasStatus(422);
        assertThat(text(answer))
                .contains("Ada masalah", "href=\"#from\"", "31-11-2006", "ketikan saya");
        assertThat(
                        text(
                                post(
                                        "g-finance",
                                        BODY + "/members",
                                        "en",
                                        "code",
                                        "34.04",
                                        "from",
                                        "2006-01-01")))
                .contains("There is a problem", "already is a member in that period");
    }

    @Test
    void formsStoreAndGoBackToTheList() {
        assertThat(
                        post(
                                "g-finance",
                                BODY + "/parties",
                                "id",
                                "kind",
                                "DONOR",
                                "code",
                                "GTZ",
                                "name",
                                "GTZ"))
                .hasStatus3xxRedirection();
        assertThat(
                        post(
                                "g-finance",
                                BODY + "/agreements",
                                "id",
                                "code",
                                "NPHD-1",
                                "type",
                                "NPHD",
                                "subject",
                                "Hibah",
                                "signers",
                                "34.04 | Bupati\n34.02",
                                "numbers",
                                "16 Tahun 2003\n16 Tahun 2003 | 34.04",
                                "articles",
                                "Pasal 1 | Jumlah"))
                .hasStatus3xxRedirection();
        assertThat(
                        post(
                                "g-finance",
                                BODY + "/signatories",
                                "id",
                                "role",
                                "HEAD",
                                "name",
                                "Fiktif",
                                "position",
                                "Kepala",
                                "from",
                                "1 Jan 2006"))
                .hasStatus3xxRedirection();
        var finance = bodies.byCode("g-pages").orElseThrow();
        var access = new Access(people.viewer("g-finance").orElseThrow(), finance.id());
        assertThat(parties.get(access, "GTZ").kind()).isEqualTo(PartyKind.DONOR);
        assertThat(agreements.get(access, "NPHD-1").text().numbers()).hasSize(2);
        assertThat(signatories.valid(access, SignatoryRole.HEAD, LocalDate.of(2006, 1, 1)))
                .isPresent();
    }

    @Test
    void anAmbiguousFigureIsAskedAbout() throws UnsupportedEncodingException {
        var answer =
                post(
                        "g-finance",
                        BODY + "/indicators",
                        "id",
                        "party",
                        "34.04",
                        "indicator",
                        "luas",
                        "year",
                        "2024",
                        "value",
                        "573.749",
                        "unit",
                        "km2",
                        "source",
                        "BIG");

        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("dapat dibaca dua cara", "573749", "573.7490");
    }

    @Test
    void nobodyButFinanceStores() {
        for (var who : List.of("g-approver", "g-auditor", "g-sleman")) {
            for (var path :
                    List.of(
                            "/members",
                            "/parties",
                            "/parties/34.04",
                            "/agreements",
                            "/indicators",
                            "/indicators/official",
                            "/signatories",
                            "/settings")) {
                assertThat(post(who, BODY + path, "id", "code", "34.71")).hasStatus(403);
            }
        }
    }

    @Test
    void aFileWithProblemsIsAnsweredWithTheirPlaces() throws UnsupportedEncodingException {
        var file =
                new MockMultipartFile(
                        "file",
                        "parties.csv",
                        "text/csv",
                        "code,name,kind\n99.99,,region\n".getBytes(StandardCharsets.UTF_8));

        var answer =
                http.post()
                        .uri(BODY + "/parties/import?lang=id")
                        .multipart()
                        .file(file)
                        .param("go", "store")
                        .with(user("g-finance"))
                        .with(csrf())
                        .exchange();

        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("“99.99” bukan kode daerah resmi.");
    }

    @Test
    void programsRegisterAPartyOnce() throws UnsupportedEncodingException {
        var wish = "{\"code\": \"VENDOR-1\", \"kind\": \"vendor\", \"name\": \"CV Satu\"}";

        var first = postJson("g-finance", API + "/parties", "key-1", wish);
        assertThat(first).hasStatus(201).hasHeader("Location", API + "/parties/VENDOR-1");
        assertThat(postJson("g-finance", API + "/parties", "key-1", wish)).hasStatus(201);
        assertThat(postJson("g-finance", API + "/parties", "key-1", wish.replace("Satu", "Dua")))
                .hasStatus(409);
        assertThat(postJson("g-finance", API + "/parties", null, wish)).hasStatus(400);
        assertThat(postJson("g-sleman", API + "/parties", "key-2", wish)).hasStatus(403);
        assertThat(text(get("g-finance", API + "/parties?kind=vendor", "id"))).contains("CV Satu");
    }

    @Test
    void programsAreToldWhyARegionIsRefused() {
        assertThat(
                        postJson(
                                "g-finance",
                                API + "/parties",
                                "key-9",
                                "{\"code\": \"99.99\", \"kind\": \"region\"}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("type")
                .isEqualTo("urn:problem:parties.unknown-region");
        assertThat(
                        postJson(
                                "g-finance",
                                API + "/parties",
                                "key-10",
                                "{\"code\": \"32.1\", \"kind\": \"region\"}"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("type")
                .isEqualTo("urn:problem:parties.bad-form");
    }

    @Test
    void programsSetUpABody() throws UnsupportedEncodingException {
        var wish =
                """
                {"code": "g-new", "name": "Badan Baru", "zone": "WITA", "currency": "IDR",
                 "firstOpenDate": "2006-01-01"}
                """;

        assertThat(postJson("g-finance", "/api/v1/bodies", "key-b", wish)).hasStatus(403);
        assertThat(postJson("g-admin", "/api/v1/bodies", "key-b", wish)).hasStatus(201);
        assertThat(postJson("g-admin", "/api/v1/bodies", "key-b", wish)).hasStatus(201);
        assertThat(text(get("g-admin", "/api/v1/bodies", "id"))).contains("g-new", "g-pages");
        assertThat(text(get("g-sleman", "/api/v1/bodies", "id")))
                .contains("g-pages")
                .doesNotContain("g-other");
    }

    private MvcTestResult get(String who, String address, String language) {
        var separator = address.contains("?") ? "&" : "?";
        return http.get()
                .uri(address + separator + "lang=" + language)
                .locale(Locale.of(language))
                .with(user(who))
                .exchange();
    }

    private MvcTestResult post(String who, String address, String language, String... fields) {
        var request = http.post().uri(address + "?lang=" + language).with(user(who)).with(csrf());
        for (var at = 0; at < fields.length; at += 2) {
            request = request.param(fields[at], fields[at + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult postJson(String who, String address, @Nullable String key, String json) {
        var request =
                http.post()
                        .uri(address)
                        .with(user(who))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json);
        return (key == null ? request : request.header("Idempotency-Key", key)).exchange();
    }

    private static String text(MvcTestResult answer) throws UnsupportedEncodingException {
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
