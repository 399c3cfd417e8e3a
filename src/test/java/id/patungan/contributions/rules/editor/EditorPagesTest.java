package id.patungan.contributions.rules.editor;

import static id.patungan.contributions.Kartamantul.SLEMAN;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.patungan.allocation.RuleFile;
import id.patungan.allocation.RuleSamples;
import id.patungan.contributions.Kartamantul;
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
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The editor as a browser without scripts uses it. */
@DatabaseTest
class EditorPagesTest {

    private static final Viewer ADMINISTRATOR =
            new Viewer(
                    "admin",
                    "Administrator",
                    List.of(new Permission(Role.ADMINISTRATOR, null, new Scope.All())));
    private static final LocalDate NEW_YEAR = LocalDate.of(2006, 1, 1);

    private final MockMvcTester http;
    private final MessageSource messages;
    private final Rules rules;
    private final Town town;
    private final String finance;

    @Autowired
    EditorPagesTest(
            WebApplicationContext context,
            MessageSource messages,
            Rules rules,
            People people,
            Clock clock,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.http = MockMvcTester.from(context, with -> with.apply(springSecurity()).build());
        this.messages = messages;
        this.rules = rules;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
        this.finance = "e-" + town.code();
        people.create(ADMINISTRATOR, finance, finance, "a long password 1");
        people.grant(
                ADMINISTRATOR,
                finance,
                new Permission(Role.FINANCE, town.body(), new Scope.All()),
                LocalDate.now(clock).minusDays(1),
                null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void aRuleIsBuiltFieldByFieldSeenAndSaved(String language) {
        var sent = fields(get("/new", language));
        sent.put("do", List.of("starter"));
        sent.put("starter", List.of("percent"));
        sent = fields(post("/new", sent, language));
        assertThat(sent).containsEntry("rule.shares[0].value", List.of("33"));
        var third = language.equals("id") ? "33,5" : "33.5";
        sent.put("rule.shares[0].value", List.of(third));
        sent.put("rule.shares[1].value", List.of("1/2"));
        sent.put("rule.shares[2].value", List.of("66"));
        sent.put("do", List.of("preview"));
        var preview = post("/new", sent, language);
        assertThat(preview).hasStatusOk();
        assertThat(text(preview)).contains("33" + (language.equals("id") ? "," : ".") + "5 %");
        assertThat(rules.all(town.finance())).isEmpty();

        sent = fields(preview);
        sent.put("code", List.of("IURAN"));
        sent.put("name", List.of("Iuran 2006"));
        sent.put("effectiveFrom", List.of("01-01-2006"));
        sent.put("ground", List.of("PKS-1/Pasal 6"));
        sent.put("do", List.of("save"));
        assertThat(post("/new", sent, language))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/bodies/" + town.code() + "/rules/IURAN");

        var saved = rules.get(town.finance(), "IURAN").newest();
        assertThat(saved.text())
                .isEqualTo(
                        """
                        name: "Iuran 2006"
                        tie: code
                        rule:
                          kind: percent
                          shares: {"34.02": 33.5, "34.04": 0.5, "34.71": 66}
                        """);
        assertThat(saved.effectiveFrom()).isEqualTo(NEW_YEAR);
        assertThat(saved.article()).isEqualTo("Pasal 6");
    }

    @Test
    void whatIsSavedAsYamlIsKeptAsItWasTyped() {
        var typed = "# as agreed\nname: \"Sampah\"\nrule: {kind: equal}\n";
        var sent = fields(get("/new", "id"));
        sent.put("yaml", List.of(typed.replace("\n", "\r\n")));
        sent.put("code", List.of("SAMPAH"));
        sent.put("effectiveFrom", List.of("01-01-2006"));
        sent.put("ground", List.of("PKS-1/Pasal 6"));
        sent.put("do", List.of("save"));

        assertThat(post("/new", sent, "id")).hasStatus3xxRedirection();

        assertThat(rules.get(town.finance(), "SAMPAH").newest().text()).isEqualTo(typed);
        var again = fields(get("/SAMPAH/edit", "id"));
        assertThat(again).containsEntry("name", List.of("Sampah"));
        assertThat(again.get("yaml")).containsExactly(typed);
        again.put("do", List.of("save"));
        assertThat(post("/SAMPAH/edit", again, "id")).hasStatus(422);
        again.put("rule.kind", List.of("weights"));
        again.put("rule.indicator", List.of("area_km2"));
        assertThat(post("/SAMPAH/edit", again, "id")).hasStatus3xxRedirection();
        var second = rules.get(town.finance(), "SAMPAH").newest();
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.text()).contains("indicator: \"area_km2\"").doesNotContain("#");
    }

    @Test
    void theOtherSideFollowsTheOneThatWasChanged() {
        var sent = fields(get("/new", "en"));
        sent.put("yaml", List.of("rule: {kind: only, party: \"34.02\"}"));
        sent.put("do", List.of("preview"));
        var followed = fields(post("/new", sent, "en"));
        assertThat(followed).containsEntry("rule.kind", List.of("only"));
        assertThat(followed).containsEntry("rule.party", List.of("34.02"));

        followed.put("rule.party", List.of("34.04"));
        followed.put("do", List.of("preview"));
        var back = fields(post("/new", followed, "en"));
        assertThat(back.get("yaml")).asString().contains("party: \"34.04\"");

        back.put("rule.party", List.of("34.71"));
        back.put("yaml", List.of("rule: {kind: equal}"));
        back.put("do", List.of("save"));
        var asked = post("/new", back, "en");
        assertThat(asked).hasStatus(422);
        assertThat(text(asked)).contains("Both the form and the YAML text were changed");
        back.put("do", List.of("yaml"));
        assertThat(fields(post("/new", back, "en"))).containsEntry("rule.kind", List.of("equal"));
    }

    @Test
    void partsAndPartiesAreAddedAndTakenAway() {
        var sent = fields(get("/new", "id"));
        sent.put("rule.kind", List.of("mix"));
        sent.put("do", List.of("add:rule.parts"));
        sent = fields(post("/new", sent, "id"));
        assertThat(sent).containsKeys("rule.parts[0].share", "rule.parts[0].rule.kind");
        sent.put("rule.parts[0].rule.kind", List.of("pinned"));
        sent.put("do", List.of("show:rule.parts[0].rule"));
        sent = fields(post("/new", sent, "id"));
        assertThat(sent).containsKeys("rule.parts[0].rule.rest.kind");
        sent.put("add:rule.parts[0].rule.pins", List.of("34"));
        sent.put("do", List.of("party:rule.parts[0].rule.pins"));
        sent = fields(post("/new", sent, "id"));
        assertThat(sent).containsEntry("rule.parts[0].rule.pins[3].key", List.of("34"));
        sent.put("do", List.of("remove:rule.parts[0]"));
        sent = fields(post("/new", sent, "id"));
        assertThat(sent.keySet()).noneMatch(name -> name.startsWith("rule.parts["));
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingIsStored() {
        var sent = fields(get("/new", "id"));
        sent.put("rule.kind", List.of("percent"));
        sent.put("do", List.of("show:rule"));
        sent = fields(post("/new", sent, "id"));
        sent.put("rule.shares[0].value", List.of("empat"));
        sent.put("do", List.of("save"));
        var page = page(post("/new", sent, "id"));
        for (var field : List.of("code", "ground", "effectiveFrom", "rule-shares-0-value")) {
            assertThat(summary(page)).contains("href=\"#" + field + "\"");
            assertThat(page).contains("id=\"" + field + "\"");
        }
        assertThat(page).contains("id=\"rule-shares-0-value-error\"");

        sent.put("rule.shares[0].value", List.of("99,99"));
        sent.put("code", List.of("iuran kecil"));
        sent.put("ground", List.of("PKS-1/Pasal 99"));
        sent.put("effectiveFrom", List.of("01-01-2006"));
        page = page(post("/new", sent, "id"));
        assertThat(summary(page)).contains("iuran kecil");

        sent.put("code", List.of("IURAN"));
        page = page(post("/new", sent, "id"));
        assertThat(summary(page)).contains("99,99");
        assertThat(summary(page)).contains("href=\"#rule-shares\"");

        sent.put("rule.shares[0].value", List.of("100"));
        page = page(post("/new", sent, "id"));
        assertThat(summary(page)).contains("href=\"#ground\"");
        assertThat(rules.all(town.finance())).isEmpty();
    }

    @Test
    void aCodeThatIsTakenIsSaid() {
        rules.draft(
                town.finance(),
                new NewRuleVersion("ADA", "rule: {kind: equal}", NEW_YEAR, "PKS-1", "Pasal 6"),
                "k1");
        var sent = fields(get("/new", "id"));
        sent.put("code", List.of("ADA"));
        sent.put("ground", List.of("PKS-1/Pasal 6"));
        sent.put("effectiveFrom", List.of("01-01-2006"));
        sent.put("do", List.of("save"));

        var page = page(post("/new", sent, "id"));

        assertThat(summary(page)).contains("href=\"#code\"");
        assertThat(rules.get(town.finance(), "ADA").versions()).hasSize(1);
    }

    static Stream<String> samples() {
        return RuleSamples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aBrowserSendsBackEveryKindAsItWasShown(String text) {
        var document = RuleFile.read("r", text).document();
        var language = text.length() % 2 == 0 ? "id" : "en";
        Map<String, List<String>> sent = new LinkedHashMap<>();
        sent.put("yaml", List.of(text));
        sent.put("do", List.of("yaml"));
        sent = fields(post("/new", sent, language));
        // from the fields alone, as if each had been typed anew
        sent.put("fieldsWere", List.of(""));
        sent.put("do", List.of("fields"));
        var back = fields(post("/new", sent, language)).get("yaml");
        assertThat(back).containsExactly(RuleFile.write(document));
    }

    @Test
    void everyFieldKindAndChoiceHasItsWords() {
        var missing = new TreeSet<String>();
        for (var locale : List.of(Locale.of("id", "ID"), Locale.ENGLISH)) {
            Schema.GROUPS.forEach((group, kinds) -> {
                note("rules.group." + group, locale, missing);
                for (var kind : kinds) {
                    note("rules.kind." + kind, locale, missing);
                    note("rules.kind-hint." + kind, locale, missing);
                    Schema.fields(kind).forEach(spec -> note(spec, locale, missing));
                }
            });
            Schema.DOCUMENT.forEach(spec -> note(spec, locale, missing));
            note(Schema.CREDITS, locale, missing);
            Starters.NAMES.forEach(name -> note("rules.starter." + name, locale, missing));
        }
        assertThat(missing).isEmpty();
    }

    private void note(Spec spec, Locale locale, Set<String> missing) {
        note("rules.field." + spec.name(), locale, missing);
        for (var choice : spec.choices()) {
            note(
                    "rules.choice." + spec.name() + "." + (choice.isEmpty() ? "none" : choice),
                    locale,
                    missing);
        }
        if (spec.shape() == Spec.Shape.LIST) note("rules.add." + spec.name(), locale, missing);
        spec.items().forEach(item -> note(item, locale, missing));
    }

    private void note(String key, Locale locale, Set<String> missing) {
        if ("".equals(messages.getMessage(key, null, "", locale))) missing.add(locale + " " + key);
    }

    @Test
    void onlyThoseWhoPrepareMayEdit() {
        assertThat(
                        http.get()
                                .uri("/bodies/{b}/rules/new", town.code())
                                .with(user("nobody-" + SLEMAN))
                                .exchange())
                .hasStatus(404);
    }

    private MvcTestResult get(String path, String language) {
        return http.get()
                .uri("/bodies/" + town.code() + "/rules" + path + "?lang=" + language)
                .with(user(finance))
                .exchange();
    }

    private MvcTestResult post(String path, Map<String, List<String>> sent, String language) {
        var request =
                http.post()
                        .uri("/bodies/" + town.code() + "/rules" + path + "?lang=" + language)
                        .with(user(finance))
                        .with(csrf());
        sent.forEach((name, values) -> request.param(name, values.toArray(String[]::new)));
        return request.exchange();
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A refused form. */
    private static String page(MvcTestResult answer) {
        assertThat(answer).hasStatus(422);
        return text(answer);
    }

    /** What the summary on top says. */
    private static String summary(String page) {
        var start = page.indexOf("id=\"error-summary\"");
        return page.substring(start, page.indexOf("</section>", start));
    }

    private static Map<String, List<String>> fields(MvcTestResult answer) {
        return FormOnPage.fields(text(answer));
    }
}
