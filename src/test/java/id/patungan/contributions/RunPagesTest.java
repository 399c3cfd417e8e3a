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

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Proposed assessments and instalments on pages and in the API, by role. */
@DatabaseTest
class RunPagesTest {

    private static final Viewer ADMINISTRATOR =
            new Viewer(
                    "admin",
                    "Administrator",
                    List.of(new Permission(Role.ADMINISTRATOR, null, new Scope.All())));

    private final MockMvcTester http;
    private final AssessmentRuns runs;
    private final Assessments assessments;
    private final Rules rules;
    private final Town town;
    private final String finance;
    private final String approver;
    private final String sleman;

    @Autowired
    RunPagesTest(
            WebApplicationContext context,
            AssessmentRuns runs,
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
        this.runs = runs;
        this.assessments = assessments;
        this.rules = rules;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open(IDR, true);
        var id = town.ids().get(SLEMAN);
        if (id == null) throw new IllegalStateException();
        this.finance = person(people, clock, "f", Role.FINANCE, new Scope.All());
        this.approver = person(people, clock, "p", Role.APPROVER, new Scope.All());
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

    @BeforeEach
    void anApprovedRule() {
        rules.draft(
                town.finance(),
                new NewRuleVersion("IURAN", EQUAL, LocalDate.of(2006, 1, 1), "PKS-1", "Pasal 6"),
                "draft");
        rules.decide(town.as(Role.APPROVER, new Scope.All()), "IURAN", 1, true, null, "approve");
    }

    private MvcTestResult form(String wish, String count, String months, String days) {
        return http.post()
                .uri("/bodies/" + town.code() + "/assessments?lang=id")
                .with(user(finance))
                .with(csrf())
                .param("key", "one")
                .param("do", wish)
                .param("kind", "dues")
                .param("fund", "UMUM")
                .param("year", "2006")
                .param("total", "330 juta")
                .param("ruleCode", "IURAN")
                .param("date", "16-01-2006")
                .param("due", "31-03-2006")
                .param("description", "Iuran 2006")
                .param("instalments", count)
                .param("everyMonths", months)
                .param("dues", days)
                .exchange();
    }

    private MvcTestResult get(String who, String path) {
        return http.get().uri("/bodies/" + town.code() + path).with(user(who)).exchange();
    }

    private MvcTestResult post(String who, String path, String... fields) {
        var request =
                http.post()
                        .uri("/bodies/" + town.code() + path + "?lang=id")
                        .with(user(who))
                        .with(csrf());
        for (var at = 0; at < fields.length; at += 2) {
            request = request.param(fields[at], fields[at + 1]);
        }
        return request.exchange();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void proposedOnThePageItWaitsIsApprovedAndCharged(String language) {
        assertThat(form("preview", "4", "3", "")).hasStatusOk().bodyText().contains("Termin 4");

        assertThat(form("prepare", "4", "3", ""))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/bodies/" + town.code() + "/assessment-runs/1");

        assertThat(get(approver, "/assessment-runs/1?lang=" + language))
                .hasStatusOk()
                .bodyText()
                .contains(
                        language.equals("id") ? "Setujui dan tagihkan" : "Approve and charge",
                        "PKS-1",
                        language.equals("id") ? "82.500.000,00" : "82,500,000.00")
                .doesNotContain("??");
        assertThat(get(finance, "/assessment-runs/1?lang=" + language))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Setujui dan tagihkan", "Approve and charge", "??");
        assertThat(post(approver, "/assessment-runs/1/decision", "do", "reject", "key", "r"))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"reason\"");
        assertThat(post(finance, "/assessment-runs/1/decision", "do", "approve", "key", "x"))
                .hasStatus(403);
        assertThat(post(approver, "/assessment-runs/1/decision", "do", "approve", "key", "d"))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/bodies/" + town.code() + "/assessments/AS-2006-0001");
        assertThat(get(finance, "/assessment-runs?lang=" + language))
                .hasStatusOk()
                .bodyText()
                .contains("AS-2006-0001")
                .doesNotContain("??");
        assertThat(get(sleman, "/assessments/AS-2006-0001?lang=" + language))
                .hasStatusOk()
                .bodyText()
                .contains(language.equals("id") ? "27.500.000,00" : "27,500,000.00")
                .doesNotContain("??");
        assertThat(get(sleman, "/assessment-runs/1")).hasStatus(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "0|3||bukan banyaknya termin",
                "empat|3||bukan banyaknya termin",
                "4|0||bukan jarak dalam bulan",
                "|3|30-13-2006|bukan tanggal",
                "|3|28-02-2006|tidak sesudah",
                "4|3|30-06-2006|samakan"
            })
    void whatCannotBeReadOfInstalmentsIsSaidAndNothingIsStored(
            String count, String months, String days, String said) {
        assertThat(form("issue", count == null ? "" : count, months, days == null ? "" : days))
                .hasStatus(422)
                .bodyText()
                .contains(said);
        assertThat(assessments.list(town.finance(), null)).isEmpty();
    }

    @Test
    void daysOfTheirOwnAreOneToALine() {
        assertThat(form("issue", "", "3", "15-05-2006\n30-11-2006")).hasStatus3xxRedirection();

        assertThat(assessments.get(town.finance(), "AS-2006-0001").dues())
                .containsExactly(
                        LocalDate.of(2006, 3, 31),
                        LocalDate.of(2006, 5, 15),
                        LocalDate.of(2006, 11, 30));
    }

    @Test
    void theApiPreparesDecidesAndShowsWhatChanged() {
        var wish =
                """
                {"kind": "dues", "year": 2006, "fund": "UMUM", "total": "330000000",
                 "ruleCode": "IURAN", "date": "2006-01-16", "due": "2006-03-31",
                 "instalments": 2, "everyMonths": 6, "description": "Iuran 2006"}\
                """;
        assertThat(api(finance, "", "p", wish))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.dues")
                .asArray()
                .containsExactly("2006-03-31", "2006-09-30");
        assertThat(api(sleman, "", "q", wish)).hasStatus(403);
        assertThat(api(approver, "/1/decision", "n", "{\"approve\": false}")).hasStatus(422);
        assertThat(api(approver, "/1/decision", "d", "{\"approve\": true}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.run.assessment")
                .isEqualTo("AS-2006-0001");
        assertThat(
                        http.get()
                                .uri("/api/v1/bodies/" + town.code() + "/assessments/AS-2006-0001")
                                .with(user(sleman)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.instalments[*].amount")
                .asArray()
                .containsExactly("55000000.00", "55000000.00");
        assertThat(runs.all(town.finance())).hasSize(1);
    }

    private MvcTestResult api(String who, String path, String key, String body) {
        return http.post()
                .uri("/api/v1/bodies/" + town.code() + "/assessment-runs" + path)
                .with(user(who))
                .with(csrf())
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
