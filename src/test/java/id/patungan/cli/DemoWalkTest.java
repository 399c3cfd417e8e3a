package id.patungan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import id.patungan.cli.Walk.Codes;
import id.patungan.cli.Walk.Figures;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.platform.People;
import id.patungan.platform.Viewer;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.Numbers;
import id.patungan.testing.Route;
import id.patungan.testing.SuperUser;
import id.patungan.testing.Wishes;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Every route of the program, asked by every role with every code and number there is, in a body of
 * their own and in another's: the bytes of another's figures never occur in an answer, whatever its
 * form, and who may not change anything changes nothing.
 */
@DatabaseTest
class DemoWalkTest {

    /** Figures of the demo that their owner and the secretariat must come across, in rupiah. */
    private static final Map<String, List<Long>> FIGURES =
            Map.of(
                    "yogyakarta",
                    List.of(1_425_000_000L, 712_500_000L, 356_250_000L, 1_660_000_000L),
                    "sleman",
                    List.of(285_000_000L, 142_500_000L, 405_000_000L, 362_500_000L),
                    "bantul",
                    List.of(190_000_000L, 310_000_000L),
                    "diy",
                    List.of(650_000_000L, 487_500_000L, 162_500_000L),
                    "gtz",
                    List.of(35_000_000L, 60_000_000L, 70_000_000L),
                    "secretariat",
                    List.of(3_025_000_000L, 2_463_750_000L, 561_250_000L, 12_600_000L));

    /** Stands in the hint of every amount's field. */
    private static final Long EXAMPLE = 330_000_000L;

    /** What concerns the person alone who asks: open to all who have signed in. */
    private static final Set<String> PERSONAL =
            Set.of("POST /account/password", "POST /sign-in/refused");

    private static final String DECISION =
            "POST /bodies/{body}/rules/{code}/versions/{version}/decision";

    private static final String POLICY_DECISION =
            "POST /bodies/{body}/arrears-policy/{version:[0-9]{1,6}}/decision";

    private static final String SCHEDULE_DECISION =
            "POST /bodies/{body}/reminder-schedule/{version:[0-9]{1,6}}/decision";

    private static final String STEP_DECISION =
            "POST /bodies/{body}/standing/{party}/steps/{number:[0-9]{1,9}}/decision";

    private static final String CLAIM_DECISION =
            "POST /bodies/{body}/claims/wishes/{number:[0-9]{1,9}}/decision";

    private static final String AWARD_DECISION =
            "POST /bodies/{body}/awards/{award}/versions/{version:[0-9]{1,6}}/decision";

    private static final String LATE_DECISION =
            "POST /bodies/{body}/late-charge-policy/{version:[0-9]{1,6}}/decision";

    private static final String IN_KIND_DECISION =
            "POST /bodies/{body}/in-kind/{number:[0-9]{1,9}}/decision";

    private static final String RUN_DECISION =
            "POST /bodies/{body}/assessment-runs/{number:[0-9]{1,9}}/decision";

    private static final String BUDGET_DECISION =
            "POST /bodies/{body}/budgets/{fiscalYear:[0-9]{4}}"
                    + "/{alternative:[A-Za-z0-9-]{1,16}}/decision";

    /** What joining or leaving changes is told only to those who ask about somebody. */
    private static final String QUESTION =
            "?kind=leave&party=34.04&day=2006-06-30&rule=RATA&total=330000000";

    /** What a role may change besides reading; asking for it here would change the demo. */
    private static final Map<String, Set<String>> MAY_CHANGE =
            Map.of(
                    "ketua",
                    Set.of(
                            DECISION,
                            "POST /api/v1" + DECISION.substring("POST ".length()),
                            POLICY_DECISION,
                            "POST /api/v1" + POLICY_DECISION.substring("POST ".length()),
                            SCHEDULE_DECISION,
                            "POST /api/v1" + SCHEDULE_DECISION.substring("POST ".length()),
                            AWARD_DECISION,
                            "POST /api/v1" + AWARD_DECISION.substring("POST ".length()),
                            LATE_DECISION,
                            "POST /api/v1" + LATE_DECISION.substring("POST ".length()),
                            CLAIM_DECISION,
                            "POST /api/v1" + CLAIM_DECISION.substring("POST ".length()),
                            STEP_DECISION,
                            "POST /api/v1" + STEP_DECISION.substring("POST ".length()),
                            IN_KIND_DECISION,
                            "POST /api/v1" + IN_KIND_DECISION.substring("POST ".length()),
                            BUDGET_DECISION,
                            "POST /api/v1" + BUDGET_DECISION.substring("POST ".length()),
                            RUN_DECISION,
                            "POST /api/v1" + RUN_DECISION.substring("POST ".length()),
                            "POST /bodies/{body}/drafts/{draft:[0-9]{1,9}}",
                            "POST /bodies/{body}/journal/{number:[0-9]{1,18}}/reverse",
                            "POST /bodies/{body}/periods/close",
                            "POST /bodies/{body}/periods/reopen"));

    /** Where treasurers speak for their own party; nobody else may, and they nowhere else. */
    private static final Set<String> OF_TREASURERS =
            Set.of(
                    "POST /bodies/{body}/regions/{party}/confirmation",
                    "POST /bodies/{body}/regions/{party}/disputes",
                    "POST /bodies/{body}/disputes/{number:[0-9]{1,9}}/reply",
                    "POST /api/v1/bodies/{body}/parties/{party}/confirmations",
                    "POST /api/v1/bodies/{body}/parties/{party}/disputes",
                    "POST /api/v1/bodies/{body}/disputes/{number:[0-9]{1,9}}/reply");

    private static final Set<String> TREASURERS = Set.of("yogyakarta", "sleman", "bantul", "diy");

    /** What is worked out and not stored, for those who read the whole book. */
    private static final Set<String> WORKED_OUT =
            Set.of("POST /api/v1/bodies/{body}/lab/comparison");

    private static final Set<String> READERS = Set.of("ketua", "auditor");

    /** Of the first body, and may not change anything of it but what is said above. */
    private static final List<String> OF_THE_FIRST =
            List.of("ketua", "yogyakarta", "sleman", "bantul", "diy", "gtz", "auditor");

    private static @Nullable Town second;

    private final WebApplicationContext context;
    private final MockMvc http;
    private final List<Route> routes;

    @Autowired private Demo demo;
    @Autowired private People people;
    @Autowired private SuperUser superUser;

    private Codes first;
    private Codes other;
    private Figures figures;
    private Figures others;

    DemoWalkTest(@Autowired WebApplicationContext context) {
        this.context = context;
        this.http =
                MockMvcBuilders.webAppContextSetup(context)
                        .apply(SecurityMockMvcConfigurers.springSecurity())
                        .build();
        this.routes = Route.of(context);
    }

    @BeforeEach
    void twoBodies() throws SQLException {
        demo.load();
        var town = second;
        if (town == null) {
            people.create(Viewer.system(), "tanpa", "Tanpa izin", Demo.PASSWORD);
            town = SecondBody.open(context, "kedua.");
            second = town;
        }
        first = Codes.of(superUser, Demo.BODY);
        other = Codes.of(superUser, town.code());
        figures = Figures.of(superUser, first);
        others = Figures.of(superUser, other);
    }

    /** Handle, and what of which body they may see: all, a party, a fund, or nothing. */
    @ParameterizedTest
    @CsvSource({
        "bendahara, first, all",
        "ketua, first, all",
        "auditor, first, all",
        "yogyakarta, first, 34.71",
        "sleman, first, 34.04",
        "bantul, first, 34.02",
        "diy, first, 34",
        "gtz, first, DONOR-GTZ",
        "admin, none, nothing",
        "tanpa, none, nothing",
        "nobody, none, nothing",
        "kedua.bendahara, second, all",
        "kedua.sleman, second, 34.04",
        "kedua.donor, second, PROYEK-LIMBAH"
    })
    void nobodySeesAnothersFigures(String handle, String where, String scope) throws Exception {
        var own = own(where, scope);
        var secrets = new HashSet<>(figures.all());
        secrets.addAll(others.all());
        secrets.removeAll(own);
        secrets.remove(EXAMPLE);
        var leaks = new TreeMap<String, Set<Long>>();
        var failures = new TreeSet<String>();
        var seen = new HashSet<Long>();
        var forms = new TreeSet<String>();
        for (var address : addresses(where, !scope.equals("all"))) {
            var answer = ask(handle, address);
            var found = Numbers.in(Numbers.text(answer));
            seen.addAll(found);
            if (found.stream().anyMatch(own::contains)) {
                forms.add(form(answer));
            }
            found.retainAll(secrets);
            if (scope.startsWith("34") && address.route().path().contains("/rules")) {
                found.removeAll(Walk.agreed(superUser, where.equals("first") ? first : other));
            }
            // A letter has the sheet, which is open to all who share, as its annex
            if (scope.startsWith("34")
                    && (address.route().path().contains("/sheet")
                            || address.path().contains("/papers/ST-"))) {
                found.removeAll(
                        Walk.sharedBy(superUser, where.equals("first") ? first : other, scope));
            }
            if (!found.isEmpty()) {
                leaks.put(address.toString(), found);
            }
            if (answer.getStatus() >= 500) {
                failures.add(address + " answered " + answer.getStatus());
            }
        }
        assertThat(leaks).isEmpty();
        assertThat(failures).isEmpty();
        assertThat(seen).containsAll(promised(handle, where, scope));
        if (scope.equals("all") || scope.startsWith("34")) {
            assertThat(forms).contains("csv", "html", "json", "pdf", "xlsx", "zip");
        }
    }

    /** Otherwise the walk would see nothing because there is nothing to be seen. */
    @Test
    void everyRouteShowsItsOwnSecretariatSomething() throws Exception {
        var silent = new TreeMap<String, Set<Integer>>();
        for (var route : routes) {
            if (!route.reads() || !route.path().contains("{body}")) {
                continue;
            }
            var answers = new TreeSet<Integer>();
            for (var path : other.filled(route)) {
                var asked =
                        route.fields().stream()
                                .map(field -> field + "=" + other.asked(field).getFirst());
                var query =
                        route.takesAnyField()
                                ? route.path().contains("/entry-exit") ? QUESTION : ""
                                : "?"
                                        + asked.filter(text -> text.startsWith("text"))
                                                .findFirst()
                                                .orElse("");
                answers.add(ask("kedua.bendahara", new Address(route, path + query)).getStatus());
            }
            if (!answers.contains(200)) {
                silent.put(route.toString(), answers);
            }
        }
        assertThat(silent).isEmpty();
    }

    /** A refusal is about who asks: 404 where the body is none of theirs, otherwise 403. */
    @Test
    void whoMayNotChangeAnythingIsRefusedBeforeTheContentIsRead() throws Exception {
        var before = Walk.contents(superUser);
        var accepted = new TreeSet<String>();
        for (var route : routes) {
            if (route.reads() || PERSONAL.contains(route.toString())) {
                continue;
            }
            for (var handle : OF_THE_FIRST) {
                var reads = READERS.contains(handle) && WORKED_OUT.contains(route.toString());
                var speaks =
                        TREASURERS.contains(handle) && OF_TREASURERS.contains(route.toString());
                if (!reads
                        && !speaks
                        && !MAY_CHANGE.getOrDefault(handle, Set.of()).contains(route.toString())) {
                    refused(handle, route, first, 403, accepted);
                }
                refused(handle, route, other, 404, accepted);
            }
            for (var handle : List.of("admin", "tanpa", "kedua.bendahara")) {
                if (!handle.equals("admin") || route.path().contains("{body}")) {
                    refused(handle, route, first, 404, accepted);
                }
            }
            refused("bendahara", route, other, 404, accepted);
            refused("nobody", route, first, route.path().startsWith("/api/") ? 401 : 302, accepted);
        }
        assertThat(accepted).isEmpty();
        assertThat(Walk.contents(superUser)).isEqualTo(before);
    }

    /**
     * Sends a wish that can be read, and to whom nothing is open one that cannot.
     *
     * @param status expected where the address names a body; elsewhere 403 or as for nobody
     */
    private void refused(String handle, Route route, Codes body, int status, Set<String> accepted)
            throws Exception {
        var expected = route.path().contains("{body}") || handle.equals("nobody") ? status : 403;
        var path = body.withThoseOf(other).filled(route).getFirst();
        var wishes = new ArrayList<AbstractMockHttpServletRequestBuilder<?>>();
        wishes.add(Wishes.wellFormed(route, path));
        if (!MAY_CHANGE.containsKey(handle) || status == 404) {
            wishes.add(Wishes.garbled(route, path));
        }
        for (var wish : wishes) {
            var answer = send(handle, wish);
            if (answer.getStatus() != expected) {
                accepted.add(
                        "%s: %s at %s answered %d, not %d"
                                .formatted(handle, route, path, answer.getStatus(), expected));
            }
        }
    }

    /** Otherwise the refusals above could be about the content. */
    @Test
    void theSameWishesAreReadToTheEndWhenTheSecretariatSendsThem() throws Exception {
        var body = Codes.of(superUser, SecondBody.open(context, "ketiga.").code());
        var unread = new TreeSet<String>();
        for (var route : routes) {
            if (route.reads() || !route.path().contains("{body}")) {
                continue;
            }
            var status = 404;
            for (var paths = body.filled(route).iterator(); paths.hasNext() && status == 404; ) {
                var sender =
                        OF_TREASURERS.contains(route.toString())
                                ? "sleman"
                                : route.path().endsWith("/decision") ? "ketua" : "bendahara";
                status =
                        send("ketiga." + sender, Wishes.wellFormed(route, paths.next()))
                                .getStatus();
            }
            if (status >= 500 || Set.of(400, 401, 403, 404, 405, 415).contains(status)) {
                unread.add(route + " answered " + status);
            }
        }
        assertThat(unread).isEmpty();
    }

    private Set<Long> own(String where, String scope) throws SQLException {
        var body = where.equals("first") ? figures : others;
        var codes = where.equals("first") ? first : other;
        return switch (scope) {
            case "nothing" -> Set.of();
            case "all" -> body.all();
            case "DONOR-GTZ", "PROYEK-LIMBAH" -> body.ofFund(scope).all();
            default -> body.ofParty(scope).withPapers(superUser, codes).all();
        };
    }

    /** What must have been seen, or the walk did not come by where it is shown. */
    private List<Long> promised(String handle, String where, String scope) {
        if (where.equals("first") && scope.equals("all")) {
            return Objects.requireNonNull(FIGURES.get("secretariat"));
        }
        return where.equals("first") ? Objects.requireNonNull(FIGURES.get(handle)) : List.of();
    }

    /** One address to be asked. */
    private record Address(Route route, String path) {
        @Override
        public String toString() {
            return path + (route.produces() == null ? "" : " as " + route.produces());
        }
    }

    /**
     * Both bodies, with codes that belong there and codes that do not, and in one's own with every
     * filter.
     *
     * @param thorough false for those who may see the whole of their body: each of its routes once
     */
    private List<Address> addresses(String where, boolean thorough) {
        var found = new LinkedHashSet<Address>();
        for (var route : routes) {
            if (!route.reads()) {
                continue;
            }
            for (var body : List.of(first, other)) {
                var foreign = where.equals(body.equals(first) ? "second" : "first");
                var paths = body.withThoseOf(body.equals(first) ? other : first).filled(route);
                if (thorough) {
                    paths.forEach(path -> found.add(new Address(route, path)));
                }
                for (var path : paths.size() <= 6 ? paths : paths.subList(0, 1)) {
                    filters(body, route)
                            .limit(thorough && !foreign ? Integer.MAX_VALUE : 1)
                            .forEach(filter -> found.add(new Address(route, path + filter)));
                }
            }
        }
        return List.copyOf(found);
    }

    /** First all days there are; then each field alone. */
    private Stream<String> filters(Codes body, Route route) {
        var fields = route.fields();
        var days =
                fields.contains("from") && fields.contains("until")
                        ? "from=2004-01-01&until=2007-12-31"
                        : "";
        var all = body.withThoseOf(body.equals(first) ? other : first);
        return Stream.concat(
                Stream.of(days.isEmpty() ? "" : "?" + days),
                fields.stream()
                        .flatMap(field ->
                                all.asked(field).stream().map(value -> "?" + field + "=" + value))
                        .map(filter ->
                                days.isEmpty() || filter.startsWith("?from")
                                        ? filter
                                        : filter + "&" + days));
    }

    private MockHttpServletResponse ask(String handle, Address address) throws Exception {
        var request = MockMvcRequestBuilders.get(address.path());
        var type = address.route().produces();
        return send(handle, type == null ? request : request.accept(type));
    }

    private MockHttpServletResponse send(
            String handle, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        request.with(csrf());
        if (!handle.equals("nobody")) {
            request.with(user(handle));
        }
        return http.perform(request).andReturn().getResponse();
    }

    private static String form(MockHttpServletResponse answer) {
        var type = String.valueOf(answer.getContentType());
        for (var form : List.of("pdf", "sheet", "csv", "json", "zip", "html")) {
            if (type.contains(form)) {
                return form.equals("sheet") ? "xlsx" : form;
            }
        }
        return type;
    }
}
