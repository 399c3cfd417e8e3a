package id.patungan.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.patungan.allocation.AcceptanceCases;
import id.patungan.allocation.AcceptanceCases.Case;
import id.patungan.allocation.AcceptanceCases.Refused;
import id.patungan.allocation.KindCases;
import id.patungan.allocation.PartiesFile;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.NewParty;
import id.patungan.parties.Parties;
import id.patungan.parties.PartyKind;
import id.patungan.platform.People;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;
import id.patungan.testing.DatabaseTest;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The cases of the guides, asked over the API as a program would, with the same answers. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreviewCasesTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** Its host would be paid: a charge cannot be negative, here the case is refused by name. */
    private static final String PAID_HOST = "compensation to a host";

    private final MockMvcTester http;
    private final Parties parties;
    private final People people;
    private final Clock clock;
    private final Kartamantul kartamantul;
    private final Map<String, Town> towns = new HashMap<>();
    private final Set<String> registered = new HashSet<>();

    @Autowired
    PreviewCasesTest(
            WebApplicationContext context,
            People people,
            Clock clock,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.http = MockMvcTester.from(context, with -> with.apply(springSecurity()).build());
        this.parties = parties;
        this.people = people;
        this.clock = clock;
        this.kartamantul = new Kartamantul(bodies, parties, members, agreements, books);
    }

    static Stream<Case> divided() {
        return AcceptanceCases.all().filter(one -> !one.name().equals(PAID_HOST));
    }

    static Stream<Case> priced() {
        return KindCases.priced();
    }

    static Stream<Case> paidHost() {
        return AcceptanceCases.all().filter(one -> one.name().equals(PAID_HOST));
    }

    static Stream<Refused> refusals() {
        return AcceptanceCases.refusals();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("divided")
    void aTotalIsDividedAsTheGuideSays(Case one) throws Exception {
        shares(one, preview(one.currency(), one.total(), one.rule(), one.parties()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("priced")
    void aRuleThatMakesItsOwnTotalIsAskedWithoutAndWithIt(Case one) throws Exception {
        var without = preview(one.currency(), null, one.rule(), one.parties());
        shares(one, without);
        var with = preview(one.currency(), one.total(), one.rule(), one.parties());
        assertThat(text(with)).isEqualTo(text(without));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("paidHost")
    void whoWouldBePaidIsNamed(Case one) throws Exception {
        var refused = preview(one.currency(), one.total(), one.rule(), one.parties());
        assertThat(refused).hasStatus(422);
        assertThat(json(refused).get("type").asString())
                .isEqualTo("urn:problem:contributions.negative-share");
        assertThat(json(refused).get("detail").asString()).contains("A", "-100.00");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void whatCannotBeSharedIsRefusedByName(Refused one) throws Exception {
        var refused = preview("IDR", one.total(), one.rule(), one.parties());

        assertThat(refused).hasStatus(422);
        assertThat(json(refused).get("type").asString()).isEqualTo("urn:problem:" + one.code());
        assertThat(json(refused).get("detail").asString()).contains(one.names());
    }

    private static void shares(Case one, MvcTestResult answer) throws UnsupportedEncodingException {
        assertThat(answer).hasStatusOk();
        var sheet = json(answer);
        var shares = new HashMap<String, String>();
        sheet.get("rows")
                .forEach(row ->
                        shares.put(row.get("party").asString(), row.get("share").asString()));
        assertThat(shares).isEqualTo(one.expected());
        assertThat(sheet.get("total").asString()).isEqualTo(one.total() + ".00");
        assertThat(sheet.get("currency").asString()).isEqualTo(one.currency());
    }

    private MvcTestResult preview(
            String currency,
            @org.jspecify.annotations.Nullable String total,
            String rule,
            String figures) {
        var town = town(currency);
        register(currency, town, figures);
        var wish = new LinkedHashMap<String, Object>();
        wish.put("kind", "project");
        wish.put("year", 2006);
        wish.put("fund", "PROYEK-SAMPAH");
        wish.put("project", "SAMPAH");
        if (total != null) wish.put("total", total);
        wish.put("rule", rule);
        wish.put("figures", figures);
        wish.put("date", "2006-02-01");
        wish.put("due", "2006-06-30");
        wish.put("description", "Contoh");
        return http.post()
                .uri("/api/v1/bodies/" + town.code() + "/assessments/preview")
                .with(user("cases-" + town.code()))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(JSON.writeValueAsBytes(wish))
                .exchange();
    }

    private Town town(String currency) {
        return towns.computeIfAbsent(
                currency,
                code -> {
                    var town = kartamantul.open(Currency.getInstance(code), false);
                    var administrator =
                            new Viewer(
                                    "admin",
                                    "Administrator",
                                    List.of(
                                            new Permission(
                                                    Role.ADMINISTRATOR, null, new Scope.All())));
                    var handle = "cases-" + town.code();
                    people.create(administrator, handle, handle, "a long password 1");
                    people.grant(
                            administrator,
                            handle,
                            new Permission(Role.FINANCE, town.body(), new Scope.All()),
                            LocalDate.now(clock).minusDays(1),
                            null);
                    return town;
                });
    }

    /** Whoever shares is a party of the body. */
    private void register(String currency, Town town, String figures) {
        for (var party : PartiesFile.read("figures", figures).all()) {
            var code = party.code();
            if (!town.ids().containsKey(code) && registered.add(currency + code)) {
                parties.add(
                        town.finance(),
                        Character.isDigit(code.charAt(0))
                                ? NewParty.region(code)
                                : NewParty.other(code, PartyKind.OTHER, code));
            }
        }
    }

    private static JsonNode json(MvcTestResult answer) throws UnsupportedEncodingException {
        return JSON.readTree(text(answer));
    }

    private static String text(MvcTestResult answer) throws UnsupportedEncodingException {
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
