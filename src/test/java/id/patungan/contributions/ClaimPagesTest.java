package id.patungan.contributions;

import static id.patungan.contributions.Kartamantul.EQUAL;
import static id.patungan.contributions.Kartamantul.IDR;
import static id.patungan.contributions.Kartamantul.SLEMAN;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.rules.NewRuleVersion;
import id.patungan.contributions.rules.Rules;
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
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Pages and API of credit notes, allowances and write-offs, by role. */
@DatabaseTest
class ClaimPagesTest {

    private static final Viewer ADMINISTRATOR =
            new Viewer(
                    "admin",
                    "Administrator",
                    List.of(new Permission(Role.ADMINISTRATOR, null, new Scope.All())));

    private final MockMvcTester http;
    private final Assessments assessments;
    private final Rules rules;
    private final People people;
    private final Clock clock;
    private final Kartamantul kartamantul;
    private Town town;

    @Autowired
    ClaimPagesTest(
            WebApplicationContext context,
            Assessments assessments,
            Rules rules,
            People people,
            Clock clock,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.http = MockMvcTester.from(context, with -> with.apply(springSecurity()).build());
        this.assessments = assessments;
        this.rules = rules;
        this.people = people;
        this.clock = clock;
        this.kartamantul = new Kartamantul(bodies, parties, members, agreements, books);
        this.town = kartamantul.open();
    }

    private String person(String name, Role role, Scope scope) {
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

    private String finance() {
        return person("f", Role.FINANCE, new Scope.All());
    }

    private String sleman() {
        return person(
                "s",
                Role.TREASURER,
                new Scope.OneParty(Objects.requireNonNull(town.ids().get(SLEMAN))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void aChargeIsWrittenOffOnThePageAndShownWithItsParts(String language) throws Exception {
        assessments.issue(town.finance(), town.dues(), "a");
        var finance = finance();
        var lang = "?lang=" + language;
        assertThat(text(get(finance, "/assessments/AS-2006-0001/claims/new" + lang)))
                .contains("AS-2006-0001/" + SLEMAN)
                .contains(language.equals("id") ? ">Bukukan<" : ">Post<")
                .doesNotContain("??");
        assertThat(text(get(finance, "/claims" + lang))).doesNotContain("??");

        var refused = send(finance, "write-off", "1000000", "");
        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("1.000.000,00", "together-error").doesNotContain("??");
        assertThat(send(finance, "write-off", "1000000", "yes")).hasStatus3xxRedirection();
        assertThat(send(finance, "credit", "2000000", "")).hasStatus3xxRedirection();
        assertThat(send(finance, "allowance", "3000000", "")).hasStatus3xxRedirection();

        var page = text(get(finance, "/assessments/AS-2006-0001" + lang));
        assertThat(page)
                .contains("WO-2006-0001", "CN-2006-0001", "AL-2006-0001")
                .contains(language.equals("id") ? "107.000.000,00" : "107,000,000.00")
                .doesNotContain("??");
        assertThat(text(get(finance, "/claims/CN-2006-0001/paper" + lang))).doesNotContain("??");
        assertThat(get(finance, "/claims/AL-2006-0001/paper" + lang)).hasStatus(422);
        assertThat(note(finance, "1999")).hasStatus(422);
        assertThat(note(finance, "2006"))
                .hasRedirectedUrl("/bodies/" + town.code() + "/papers/NK-2006-0001");
        assertThat(text(get(finance, "/claims" + lang)))
                .contains("NK-2006-0001", "/claims/WO-2006-0001/paper")
                .doesNotContain("/claims/CN-2006-0001/paper", "??");
        assertThat(text(get(finance, "/papers/NK-2006-0001" + lang)))
                .contains("/papers/NK-2006-0001/replace")
                .doesNotContain("??");
        var own = text(get(sleman(), "/assessments/AS-2006-0001" + lang));
        assertThat(own)
                .contains("WO-2006-0001", "CN-2006-0001")
                .doesNotContain("AL-2006-0001", "??");
        var ageing = text(get(finance, "/ageing" + lang + "&asOf=2006-12-31"));
        assertThat(ageing)
                .contains(language.equals("id") ? "3.000.000,00" : "3,000,000.00")
                .contains(language.equals("id") ? "324.000.000,00" : "324,000,000.00")
                .doesNotContain("??");
        assertThat(text(get(finance, "/ageing.csv?asOf=2006-12-31&lang=id")))
                .contains("allowance;net")
                .contains("3000000,00;104000000,00");
        assertThat(text(get(finance, "/ageing.json?asOf=2006-12-31")))
                .contains("\"net\" : \"324000000.00\"");
        assertThat(text(get(finance, "" + lang))).doesNotContain("??");
        assertThat(text(get(finance, "/claims/CN-2006-0001/reverse" + lang))).doesNotContain("??");
    }

    private MvcTestResult note(String handle, String year) {
        return http.post()
                .uri(path("/claims/CN-2006-0001/paper"))
                .param("on", "31-12-" + year)
                .param("language", "id")
                .param("key", "note-" + year)
                .with(user(handle))
                .with(csrf())
                .exchange();
    }

    @Test
    void whatIsMissingOrWrongIsSaidAtItsField() throws Exception {
        assessments.issue(town.finance(), town.dues(), "a");
        var finance = finance();
        var nothing =
                http.post()
                        .uri(path("/assessments/AS-2006-0001/claims/new"))
                        .with(user(finance))
                        .with(csrf())
                        .exchange();
        assertThat(nothing).hasStatus(422);
        assertThat(text(nothing))
                .contains("kind-error", "charge-error", "date-error", "amount-error")
                .contains("document-error", "reason-error")
                .doesNotContain("??");
        var odd = send(finance, "gift", "1", "");
        assertThat(odd).hasStatus(422);
        assertThat(send(sleman(), "credit", "1", "")).hasStatus(403);
        assertThat(text(get(finance, "/claims"))).doesNotContain("CN-2006-0001");
    }

    @Test
    void programsDoTheSame() throws Exception {
        assessments.issue(town.finance(), town.dues(), "a");
        var finance = finance();
        var wish =
                """
                {"kind": "%s", "charge": "AS-2006-0001/34.04", "date": "2006-05-02",
                 "amount": "%s", "document": "SK 7", "reason": "Keputusan"}\
                """;
        assertThat(post(sleman(), "/claims", "x", wish.formatted("credit", "1"))).hasStatus(403);
        assertThat(post(finance, "/claims", "k", wish.formatted("credit", "10000000.00")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.paper.code")
                .isEqualTo("CN-2006-0001");
        assertThat(post(finance, "/claims", "l", wish.formatted("write-off", "1")))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:problem:contributions.not-covered");
        assertThat(api(finance, "/claims?assessment=AS-2006-0001"))
                .bodyJson()
                .extractingPath("$.papers[0].amount")
                .isEqualTo("10000000.00");
        assertThat(api(finance, "/assessments/AS-2006-0001"))
                .bodyJson()
                .extractingPath("$.shares[1].credited")
                .isEqualTo("10000000.00");
        assertThat(
                        post(
                                finance,
                                "/claims/CN-2006-0001/reversal",
                                "u",
                                "{\"date\": \"2006-05-03\", \"reason\": \"Keliru\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.reversed.reason")
                .isEqualTo("Keliru");
        assertThat(api(finance, "/claims/CN-2006-0009")).hasStatus(404);
    }

    @Test
    void twoPeopleOnThePage() throws Exception {
        town = kartamantul.open(IDR, true);
        var draft =
                rules.draft(
                        town.finance(),
                        new NewRuleVersion(
                                "IURAN", EQUAL, LocalDate.of(2006, 1, 1), "PKS-1", "Pasal 6"),
                        "d");
        rules.decide(
                town.as(Role.APPROVER, new Scope.All()), "IURAN", draft.version(), true, null, "o");
        assessments.issue(town.finance(), town.dues(null, null).by("IURAN"), "a");
        var finance = finance();
        var approver = person("k", Role.APPROVER, new Scope.All());

        assertThat(text(get(finance, "/assessments/AS-2006-0001/claims/new?lang=en")))
                .contains(">Submit for approval<", "another person approves")
                .doesNotContain(">Post<");
        assertThat(send(finance, "credit", "2000000", ""))
                .hasRedirectedUrl("/bodies/" + town.code() + "/claims");
        assertThat(text(get(approver, "/claims?lang=en")))
                .contains("Waits for approval", "Approve")
                .doesNotContain("??");
        assertThat(decide(finance, "approve")).hasStatus(403);
        assertThat(decide(approver, "reject")).hasStatus(422);
        assertThat(decide(approver, "approve")).hasStatus3xxRedirection();
        assertThat(decide(approver, "approve")).hasStatus(422);
        assertThat(text(get(finance, "/claims"))).contains("Disetujui, belum dibukukan");
        var booked =
                http.post()
                        .uri(path("/claims/wishes/1/booking"))
                        .with(user(finance))
                        .with(csrf())
                        .param("key", "b")
                        .exchange();
        assertThat(booked).hasStatus3xxRedirection();
        assertThat(text(get(finance, "/claims?lang=en"))).contains("CN-2006-0001", "Booked");
    }

    private MvcTestResult decide(String handle, String wanted) {
        return http.post()
                .uri(path("/claims/wishes/1/decision"))
                .with(user(handle))
                .with(csrf())
                .param("do", wanted)
                .param("key", wanted + System.nanoTime())
                .exchange();
    }

    private MvcTestResult send(String handle, String kind, String amount, String together) {
        return http.post()
                .uri(path("/assessments/AS-2006-0001/claims/new"))
                .with(user(handle))
                .with(csrf())
                .param("key", kind + amount + together)
                .param("kind", kind)
                .param("charge", "AS-2006-0001/" + SLEMAN)
                .param("date", "2006-05-02")
                .param("amount", amount)
                .param("together", together)
                .param("document", "SK 7/2006")
                .param("reason", "Keputusan forum")
                .exchange();
    }

    private MvcTestResult post(String handle, String address, String key, String body) {
        return http.post()
                .uri("/api/v1/bodies/" + town.code() + address)
                .with(user(handle))
                .with(csrf())
                .header("Idempotency-Key", key)
                .header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult api(String handle, String address) {
        return http.get()
                .uri("/api/v1/bodies/" + town.code() + address)
                .with(user(handle))
                .header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
                .exchange();
    }

    private MvcTestResult get(String handle, String address) {
        return http.get().uri(path(address)).with(user(handle)).exchange();
    }

    private String path(String address) {
        return "/bodies/" + town.code() + address;
    }

    private static String text(MvcTestResult answer) throws UnsupportedEncodingException {
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
