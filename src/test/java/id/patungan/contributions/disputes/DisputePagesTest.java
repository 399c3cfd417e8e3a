package id.patungan.contributions.disputes;

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
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/** Confirmations and disputes as pages, forms and API, and where else a dispute is shown. */
@DatabaseTest
class DisputePagesTest {

    private final MockMvcTester http;
    private final Town town;
    private final String finance;
    private final String sleman;
    private final String bantul;
    private final String donor;
    private final String auditor;

    @Autowired
    DisputePagesTest(
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
        this.finance = person(people, clock, "f", Role.FINANCE, new Scope.All());
        this.sleman = person(people, clock, "s", Role.TREASURER, of(SLEMAN));
        this.bantul = person(people, clock, "b", Role.TREASURER, of(BANTUL));
        this.donor = person(people, clock, "d", Role.DONOR_VIEWER, of(SLEMAN));
        this.auditor = person(people, clock, "a", Role.AUDITOR, new Scope.All());
        assessments.issue(town.finance(), town.dues(), "k2");
    }

    private Scope of(String party) {
        return new Scope.OneParty(Objects.requireNonNull(town.ids().get(party)));
    }

    private String person(People people, Clock clock, String name, Role role, Scope scope) {
        var handle = name + "-" + town.code();
        people.create(Viewer.system(), handle, handle, "a long password 1");
        people.grant(
                Viewer.system(),
                handle,
                new Permission(role, town.body(), scope),
                LocalDate.now(clock).minusDays(1),
                null);
        return handle;
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void aTreasurerConfirmsOnItsPage(String language) throws Exception {
        var page = "/regions/34.04/confirmation?asOf=2006-12-31&lang=" + language;
        assertThat(text(get(sleman, ""))).contains("/regions/34.04/confirmation?asOf=2006-12-31");
        assertThat(text(get(sleman, page)))
                .contains("confirm-form")
                .contains("110000000.00")
                .doesNotContain("??");
        assertThat(text(get(finance, page))).doesNotContain("confirm-form").doesNotContain("??");
        assertThat(get(bantul, page)).hasStatus(404);
        assertThat(get(sleman, "/regions/34.04/confirmation?asOf=2999-12-31")).hasStatus(422);

        var path = "/regions/34.04/confirmation";
        var refused = post(sleman, path, Map.of("asOf", "31-12-2006", "balance", "110000000.00"));
        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("id=\"capacity-error\"").doesNotContain("??");
        var wrong = confirmed("1.00");
        assertThat(post(sleman, path, wrong)).hasStatus(422);
        assertThat(post(bantul, path, confirmed("110000000.00"))).hasStatus(404);
        assertThat(post(donor, path, confirmed("110000000.00"))).hasStatus(403);
        assertThat(post(auditor, path, confirmed("110000000.00"))).hasStatus(403);
        assertThat(post(finance, path, confirmed("110000000.00"))).hasStatus(403);
        assertThat(post(sleman, path, confirmed("110000000.00"))).hasStatus3xxRedirection();
        assertThat(text(get(sleman, page)))
                .contains("Kepala BKAD")
                .doesNotContain("confirm-form")
                .doesNotContain("??");
        assertThat(text(get(finance, "/regions/34.04?lang=" + language)))
                .contains(language.equals("id") ? "dikonfirmasi pada" : "was confirmed on");
        assertThat(text(get(sleman, ""))).doesNotContain("confirmation?asOf=2006-12-31\"");
    }

    private static Map<String, String> confirmed(String balance) {
        return Map.of(
                "key", "c", "asOf", "31-12-2006", "balance", balance, "capacity", "Kepala BKAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void aDisputeIsRaisedAnsweredAndShownWhereTheFigureIs(String language) throws Exception {
        var lang = "?lang=" + language;
        var form = "/regions/34.04/disputes/new?entry=1&lang=" + language;
        assertThat(text(get(sleman, form))).contains("dispute-form").doesNotContain("??");
        assertThat(get(bantul, form)).hasStatus(404);
        assertThat(text(get(finance, form))).doesNotContain("dispute-form").doesNotContain("??");
        var path = "/regions/34.04/disputes";
        var refused = post(sleman, path + lang, Map.of("entry", "1", "claimed", "9.350"));
        assertThat(refused).hasStatus(422);
        assertThat(text(refused))
                .contains("id=\"reason-error\"")
                .contains("9.350")
                .doesNotContain("??");
        var wish =
                Map.of("key", "d1", "entry", "1", "reason", "Bagian lain", "claimed", "100 juta");
        assertThat(post(bantul, path, wish)).hasStatus(404);
        assertThat(post(donor, path, wish)).hasStatus(403);
        assertThat(post(auditor, path, wish)).hasStatus(403);
        assertThat(post(sleman, path, wish)).hasStatus3xxRedirection();
        assertThat(post(sleman, path, Map.of("key", "d2", "entry", "77", "reason", "Mana")))
                .hasStatus(422);

        var since = language.equals("id") ? "Disanggah sejak" : "Disputed since";
        for (var place :
                new String[] {"/assessments/AS-2006-0001", "/assessments/AS-2006-0001/letters"}) {
            assertThat(text(get(finance, place + lang))).as(place).contains(since);
        }
        assertThat(text(get(finance, "/standing/34.04?asOf=2006-06-30&lang=" + language)))
                .contains(since);
        assertThat(text(get(finance, "/ageing?asOf=2006-12-31&lang=" + language)))
                .contains("/disputes\"");
        assertThat(text(get(finance, "/ageing.csv?asOf=2006-12-31"))).contains("disputes");
        assertThat(text(get(finance, "/regions/34.04" + lang))).contains("/disputes/1");
        assertThat(text(get(sleman, "/regions/34.04/statement.json")))
                .contains("\"remarks\"")
                .contains("100000000.00");
        assertThat(text(get(sleman, "/regions/34.04/statement.csv"))).contains("remark");
        assertThat(get(sleman, "/regions/34.04/statement.pdf")).hasStatusOk();
        assertThat(get(sleman, "/regions/34.04/statement.xlsx")).hasStatusOk();
        assertThat(text(get(bantul, "/regions/34.02/statement.json"))).doesNotContain("remarks");
        assertThat(text(get(finance, lang))).contains("/disputes/1").doesNotContain("??");

        assertThat(text(get(finance, "/disputes/1" + lang)))
                .contains("answer-form")
                .doesNotContain("reply-form")
                .doesNotContain("??");
        var answer = "/disputes/1/answer";
        assertThat(post(sleman, answer, Map.of("do", "accept", "words", "Ya"))).hasStatus(403);
        assertThat(post(finance, answer, Map.of("do", "accept", "words", "Ya", "key", "x")))
                .hasStatus(422);
        assertThat(post(finance, answer, Map.of("do", "ask", "words", "Mana?", "key", "e1")))
                .hasStatus3xxRedirection();
        assertThat(text(get(sleman, lang))).contains("/disputes/1");
        assertThat(text(get(sleman, "/disputes/1" + lang)))
                .contains("reply-form")
                .doesNotContain("answer-form")
                .doesNotContain("??");
        assertThat(post(donor, "/disputes/1/reply", Map.of("do", "reply", "words", "Ya")))
                .hasStatus(403);
        assertThat(
                        post(
                                bantul,
                                "/disputes/1/reply",
                                Map.of("do", "reply", "words", "Ya", "key", "y")))
                .hasStatus(404);
        assertThat(
                        post(
                                sleman,
                                "/disputes/1/reply",
                                Map.of("do", "reply", "words", "SK", "key", "e2")))
                .hasStatus3xxRedirection();
        assertThat(
                        post(
                                finance,
                                answer,
                                Map.of(
                                        "do",
                                        "accept",
                                        "words",
                                        "Benar",
                                        "follows",
                                        "Dihitung",
                                        "key",
                                        "e3")))
                .hasStatus3xxRedirection();
        assertThat(text(get(finance, "/disputes" + lang))).doesNotContain("??").contains("34.04");
        assertThat(text(get(finance, "/assessments/AS-2006-0001" + lang))).doesNotContain(since);
    }

    @Test
    void theApiDoesTheSame() throws Exception {
        var path = "/parties/34.04/confirmations";
        assertThat(api(sleman, path, "{}", "a0")).hasStatus(400);
        var wish = "{\"asOf\": \"2006-12-31\", \"balance\": \"110000000\", \"capacity\": \"BKAD\"}";
        assertThat(api(bantul, path, wish, "a1")).hasStatus(404);
        assertThat(api(finance, path, wish, "a2")).hasStatus(403);
        assertThat(api(donor, path, wish, "a2")).hasStatus(403);
        assertThat(api(sleman, path, wish, "a3"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.balance")
                .isEqualTo("110000000.00");
        var dispute = "{\"subject\": \"balance\", \"asOf\": \"2006-12-31\", \"reason\": \"Beda\"}";
        assertThat(api(sleman, "/parties/34.04/disputes", dispute, "a4"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("open");
        assertThat(api(sleman, "/disputes/1/answer", "{}", "a5")).hasStatus(403);
        assertThat(
                        api(
                                finance,
                                "/disputes/1/answer",
                                "{\"answer\": \"reject\", \"words\": \"Tidak\"}",
                                "a6"))
                .hasStatusOk();
        assertThat(api(sleman, "/disputes/1/reply", "{\"words\": \"Masih beda\"}", "a7"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.open")
                .isEqualTo(true);
        assertThat(
                        http.get()
                                .uri("/api/v1/bodies/" + town.code() + "/disputes?open=true")
                                .with(user(bantul))
                                .exchange())
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$")
                .asArray()
                .isEmpty();
    }

    /** A treasurer may post where its own account is spoken of, and nowhere else. */
    @Test
    void aTreasurerPostsNowhereElse() {
        for (var path : new String[] {"/receipts", "/journal", "/assessments", "/members"}) {
            assertThat(post(sleman, path, Map.of()).getResponse().getStatus())
                    .as(path)
                    .isIn(403, 404, 405);
        }
        assertThat(api(sleman, "/receipts", "{\"", "z")).hasStatus(403);
        assertThat(api(sleman, "/assessments", "{\"", "z")).hasStatus(403);
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
