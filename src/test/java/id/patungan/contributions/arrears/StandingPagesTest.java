package id.patungan.contributions.arrears;

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
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The standing of members and the arrears policy as pages, forms and API. */
@DatabaseTest
class StandingPagesTest {

    private static final Viewer ADMINISTRATOR =
            new Viewer(
                    "admin",
                    "Administrator",
                    List.of(new Permission(Role.ADMINISTRATOR, null, new Scope.All())));

    private final MockMvcTester http;
    private final Town town;
    private final String finance;
    private final String sleman;
    private final String approver;

    @Autowired
    StandingPagesTest(
            WebApplicationContext context,
            Assessments assessments,
            People people,
            Clock clock,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.http = MockMvcTester.from(context, with -> with.apply(springSecurity()).build());
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
        var id = town.ids().get(SLEMAN);
        if (id == null) throw new IllegalStateException();
        this.finance = person(people, clock, "f", Role.FINANCE, new Scope.All());
        this.sleman = person(people, clock, "s", Role.TREASURER, new Scope.OneParty(id));
        this.approver = person(people, clock, "c", Role.APPROVER, new Scope.All());
        assessments.issue(town.finance(), town.dues(), "k2");
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
    void aPolicyIsDraftedApprovedAndFollowedByForms(String language) throws Exception {
        var lang = "?lang=" + language;
        assertThat(text(get(finance, "/arrears-policy" + lang))).doesNotContain("??");
        var refused = post(finance, "/arrears-policy" + lang, Map.of("suspendAfter", "30,5"));
        assertThat(refused).hasStatus(422);
        assertThat(text(refused))
                .contains("id=\"clock-error\"")
                .contains("id=\"suspendAfter-error\"")
                .contains("id=\"ground-error\"")
                .contains("id=\"openArrears-error\"")
                .contains("30,5")
                .doesNotContain("??");
        assertThat(post(finance, "/arrears-policy", policy())).hasStatus3xxRedirection();
        assertThat(text(get(approver, "/arrears-policy" + lang))).contains("/1/decision");
        assertThat(text(get(finance, "/arrears-policy" + lang))).doesNotContain("/1/decision");
        assertThat(decide(approver, "/arrears-policy/1/decision", "reject", "")).hasStatus(422);
        assertThat(decide(approver, "/arrears-policy/1/decision", "approve", ""))
                .hasStatus3xxRedirection();
        assertThat(text(get(sleman, "/arrears-policy" + lang)))
                .contains(language.equals("id") ? "Rapat anggota memutuskan" : "anggota decides")
                .doesNotContain("policy-form");

        var list = text(get(finance, "/standing?asOf=2006-05-05&lang=" + language));
        assertThat(list)
                .contains(language.equals("id") ? "Menunggak" : "Overdue")
                .contains(language.equals("id") ? "Sudah 35 hari" : "35 days have passed")
                .doesNotContain("??");
        var page = text(get(finance, "/standing/34.04?asOf=2006-05-05&lang=" + language));
        assertThat(page).contains("step-form").doesNotContain("??");
        var steps = "/standing/34.04/steps";
        assertThat(post(finance, steps + lang, Map.of("step", "notice"))).hasStatus(422);
        assertThat(post(finance, steps, step("suspension"))).hasStatus(422);
        assertThat(post(finance, steps, step("notice"))).hasStatus3xxRedirection();
        assertThat(text(get(approver, "/standing/34.04" + lang)))
                .contains("/steps/1/decision")
                .contains("07/SK/2006")
                .doesNotContain("??");
        assertThat(decide(approver, steps + "/1/decision", "approve", ""))
                .hasStatus3xxRedirection();
        assertThat(text(get(sleman, "/standing/34.04?asOf=2006-05-06&lang=" + language)))
                .contains(language.equals("id") ? "Diperingatkan" : "Notified")
                .contains("110")
                .doesNotContain("??");
        assertThat(get(sleman, "/standing/34.02")).hasStatus(404);
        assertThat(get(finance, "/standing?asOf=31-02-2006")).hasStatus(422);
    }

    @Test
    void theApiAsksForEverythingAndSaysWhy() throws Exception {
        assertThat(api(finance, "/arrears-policy", "{\"organ\": \"Rapat\"}", "a")).hasStatus(422);
        var wish =
                """
                {"effectiveFrom": "2006-01-01", "agreement": "PKS-1", "article": "Pasal 6",
                 "clock": "due", "noticeAfter": 0, "suspendAfter": 30, "expulsion": false,
                 "organ": "Rapat", "approval": true, "openArrears": true, "openStanding": true}
                """;
        assertThat(api(finance, "/arrears-policy", wish, "b"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("draft");
        assertThat(api(sleman, "/arrears-policy", wish, "c")).hasStatus(403);
        assertThat(api(approver, "/arrears-policy/1/decision", "{\"approve\": true}", "d"))
                .hasStatusOk();
        assertThat(
                        http.get()
                                .uri("/api/v1/bodies/" + town.code() + "/standing?asOf=2006-04-01")
                                .with(user(sleman))
                                .exchange())
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[?(@.party == '34.04')].proposal.step")
                .asArray()
                .containsExactly("notice");
        var step =
                "{\"step\": \"notice\", \"on\": \"2006-04-10\", \"document\": \"1\","
                        + " \"reason\": \"Belum\"}";
        assertThat(api(finance, "/standing/34.04/steps", step, "e"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.charges[0].open")
                .isEqualTo("110000000.00");
        assertThat(api(approver, "/standing/34.04/steps/1/decision", "{\"approve\": true}", "f"))
                .hasStatusOk();
        var form = "/standing/34.04/steps/1/paper";
        assertThat(text(get(finance, "/standing/34.04?asOf=2006-04-10"))).contains(form);
        assertThat(text(get(sleman, "/standing/34.04?asOf=2006-04-10"))).doesNotContain(form);
        assertThat(get(finance, form)).hasStatusOk();
        assertThat(get(finance, "/standing/34.02/steps/1/paper")).hasStatus(422);
        assertThat(api(finance, form, "{\"date\": \"2006-04-10\", \"language\": \"id\"}", "g"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("KA-2006-0001");
        assertThat(text(get(sleman, "/standing/34.04?asOf=2006-04-10"))).contains("KA-2006-0001");
    }

    private static Map<String, String> policy() {
        return Map.ofEntries(
                Map.entry("key", "p"),
                Map.entry("effectiveFrom", "01-01-2006"),
                Map.entry("ground", "PKS-1/Pasal 6"),
                Map.entry("clock", "notice"),
                Map.entry("noticeAfter", "14"),
                Map.entry("suspendAfter", "30"),
                Map.entry("expulsion", "no"),
                Map.entry("organ", "Rapat anggota"),
                Map.entry("approval", "yes"),
                Map.entry("openArrears", "no"),
                Map.entry("openStanding", "no"));
    }

    private static Map<String, String> step(String step) {
        return Map.of(
                "key",
                step,
                "step",
                step,
                "on",
                "05-05-2006",
                "document",
                "07/SK/2006",
                "reason",
                "Belum membayar");
    }

    private MvcTestResult decide(String who, String path, String wish, String reason) {
        return post(
                who,
                path,
                Map.of("do", wish, "decisionReason", reason, "key", wish + path.length()));
    }

    private MvcTestResult post(String who, String path, Map<String, String> fields) {
        var request = http.post().uri("/bodies/" + town.code() + path).with(user(who)).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult api(String who, String path, String json, String key) {
        return http.post()
                .uri("/api/v1/bodies/" + town.code() + path)
                .with(user(who))
                .with(csrf())
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private MvcTestResult get(String who, String path) {
        return http.get().uri("/bodies/" + town.code() + path).with(user(who)).exchange();
    }

    private static String text(MvcTestResult result) throws Exception {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
