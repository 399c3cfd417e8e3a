package id.patungan.contributions.entryexit;

import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.patungan.basics.DomainException;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.entryexit.NewSimulation.Kind;
import id.patungan.contributions.entryexit.NewSimulation.Notice;
import id.patungan.contributions.rules.NewRuleVersion;
import id.patungan.contributions.rules.Rules;
import id.patungan.documents.Register;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.platform.AccessException;
import id.patungan.platform.People;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;
import id.patungan.testing.DatabaseTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A simulation as a paper for the forum: numbered, frozen, printed. */
@DatabaseTest
class SimulationPapersTest {

    private static final Locale INDONESIAN = Locale.of("id");

    private final SimulationPapers papers;
    private final Register register;
    private final Assessments assessments;
    private final MockMvcTester http;
    private final People people;
    private final Clock clock;
    private final Town town;

    @Autowired
    SimulationPapersTest(
            SimulationPapers papers,
            Register register,
            Assessments assessments,
            Rules rules,
            WebApplicationContext context,
            People people,
            Clock clock,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.papers = papers;
        this.register = register;
        this.assessments = assessments;
        this.http = MockMvcTester.from(context, with -> with.apply(springSecurity()).build());
        this.people = people;
        this.clock = clock;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
        rules.draft(
                town.finance(),
                new NewRuleVersion(
                        "RATA", Kartamantul.EQUAL, LocalDate.of(2006, 1, 1), "PKS-1", "Pasal 6"),
                "rule");
    }

    private static NewSimulation leaving() {
        return new NewSimulation(
                Kind.LEAVE,
                SLEMAN,
                LocalDate.of(2006, 6, 30),
                Notice.NONE,
                0,
                "RATA",
                null,
                2006,
                rupiah("330000000"),
                true);
    }

    @Test
    void aPaperIsNumberedAndStaysAsItWas() {
        var finance = town.finance();
        var paper = papers.save(finance, " Sleman keluar ", leaving(), INDONESIAN, "p1");
        assertThat(paper.code()).matches("SIM-[0-9]{4}-0001");
        assertThat(paper.title()).isEqualTo("Sleman keluar");
        assertThat(paper.party()).isNull();
        assertThat(papers.save(finance, " Sleman keluar ", leaving(), INDONESIAN, "p1"))
                .isEqualTo(paper);
        var content = register.content(finance, paper.code());
        assertThat(content).contains("\"137726028.00\"").contains("\"leave\"");
        assertThat(new String(register.file(finance, paper.code()), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
        // What is charged since does not reach the paper; the next one has it
        assessments.issue(finance, town.dues(), "a1");
        assertThat(register.content(finance, paper.code())).isEqualTo(content);
        var next = papers.save(finance, "Sleman keluar", leaving(), INDONESIAN, "p2");
        assertThat(next.code()).endsWith("-0002");
        assertThat(register.content(finance, next.code())).contains("AS-2006-0001/34.04");
    }

    @Test
    void whatCannotBeKeptIsRefused() {
        var finance = town.finance();
        for (var title : List.of(" ", "x".repeat(201))) {
            assertThatExceptionOfType(DomainException.class)
                    .isThrownBy(() -> papers.save(finance, title, leaving(), INDONESIAN, "p1"));
        }
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() ->
                        papers.save(
                                town.treasurerOf(SLEMAN), "Judul", leaving(), INDONESIAN, "p2"));
        assertThat(
                        register.list(
                                finance,
                                new id.patungan.documents.PaperFilter(
                                        null, null, null, null, null)))
                .isEmpty();
    }

    @Test
    void thePageAndTheProgramKeepIt() {
        var treasurer = person("f", Role.FINANCE);
        var auditor = person("a", Role.AUDITOR);
        var page = "/bodies/" + town.code() + "/entry-exit";
        var asked =
                Map.of(
                        "kind", "leave",
                        "party", SLEMAN,
                        "day", "2006-06-30",
                        "rule", "RATA",
                        "total", "330000000");
        assertThat(post(treasurer, page + "/papers", asked)).hasStatus(422);
        assertThat(post(auditor, page + "/papers", asked)).hasStatus(403);
        var titled = new HashMap<>(asked);
        titled.put("title", "Sleman keluar");
        assertThat(post(treasurer, page + "/papers", titled)).hasStatus3xxRedirection();
        titled.put("party", "99.99");
        assertThat(post(treasurer, page + "/papers", titled)).hasStatus(422);
        var sent =
                http.post()
                        .uri("/api/v1" + page + "/papers")
                        .with(user(treasurer))
                        .with(csrf())
                        .header("Idempotency-Key", "w1")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                """
                                {"title": "Leaving", "language": "en", "kind": "leave",
                                 "party": "34.04", "day": "2006-06-30", "rule": "RATA",
                                 "total": "330000000"}\
                                """)
                        .exchange();
        assertThat(sent).hasStatusOk().bodyText().contains("-0002");
    }

    private String person(String name, Role role) {
        var handle = name + "-" + town.code();
        var administrator =
                new Viewer(
                        "admin",
                        "Administrator",
                        List.of(new Permission(Role.ADMINISTRATOR, null, new Scope.All())));
        people.create(administrator, handle, handle, "a long password 1");
        people.grant(
                administrator,
                handle,
                new Permission(role, town.body(), new Scope.All()),
                LocalDate.now(clock).minusDays(1),
                null);
        return handle;
    }

    private MvcTestResult post(String handle, String path, Map<String, String> fields) {
        var request =
                http.post()
                        .uri(path)
                        .with(user(handle))
                        .with(csrf())
                        .param("key", "k" + fields.hashCode());
        fields.forEach(request::param);
        return request.exchange();
    }
}
