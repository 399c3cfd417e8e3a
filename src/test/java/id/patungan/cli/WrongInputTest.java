package id.patungan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import id.patungan.cli.Walk.Codes;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.Route;
import id.patungan.testing.SuperUser;
import id.patungan.testing.Wishes;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What people type by mistake or on purpose, into every field of every route: it is refused with a
 * page or problem, never with a failure, and never shown again as markup.
 */
@DatabaseTest
@Tag("every-field")
class WrongInputTest {

    private static final String SCRIPT = "<script>alert(1)</script>";

    /** Typed into each field alone, the others as they should be. */
    private static final List<String> IN_ONE_FIELD =
            List.of(
                    "",
                    "-1",
                    "1" + "0".repeat(30),
                    "31-02-2006",
                    "+999999999-12-31",
                    "😀 \u202eلانرا",
                    "a\u0000b",
                    "x".repeat(100_000));

    /** Typed into all fields at once. */
    private static final List<String> IN_ALL_FIELDS =
            Stream.concat(
                            IN_ONE_FIELD.stream(),
                            Stream.of(
                                    " ",
                                    "0",
                                    "10000000000000000000",
                                    "1,900,000.00",
                                    "1900000.50",
                                    "110.7",
                                    "0000-01-01",
                                    "99999-01-01",
                                    "TIDAK-ADA",
                                    "34.71",
                                    "=1+1",
                                    SCRIPT,
                                    "%00"))
                    .toList();

    private final WebApplicationContext context;
    private final MockMvc http;

    @Autowired private SuperUser superUser;

    WrongInputTest(@Autowired WebApplicationContext context) {
        this.context = context;
        this.http =
                MockMvcBuilders.webAppContextSetup(context)
                        .apply(SecurityMockMvcConfigurers.springSecurity())
                        .build();
    }

    @Test
    void nothingThatIsTypedMakesARouteFail() throws Exception {
        var body = Codes.of(superUser, SecondBody.open(context, "salah.").code());
        var faults = new TreeSet<String>();
        for (var route : Route.of(context)) {
            if (!route.path().contains("{body}")) {
                continue;
            }
            var path = body.filled(route).getFirst();
            for (var typed : IN_ALL_FIELDS) {
                for (var wish : wishes(route, path, typed)) {
                    var answer = send(wish.getValue());
                    if (answer.getStatus() >= 500 || shows(answer, SCRIPT)) {
                        faults.add(
                                "%s: '%s' in %s answered %d"
                                        .formatted(
                                                route,
                                                typed.length() > 40
                                                        ? typed.substring(0, 40) + "…"
                                                        : typed,
                                                wish.getKey(),
                                                answer.getStatus()));
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /** The text in all fields at once, and perhaps in each of them alone. */
    private static List<Map.Entry<String, AbstractMockHttpServletRequestBuilder<?>>> wishes(
            Route route, String path, String typed) {
        var wishes = new ArrayList<Map.Entry<String, AbstractMockHttpServletRequestBuilder<?>>>();
        var fields = route.reads() ? Set.copyOf(route.fields()) : Wishes.fields(route);
        var all = new HashMap<String, String>();
        for (var field : fields) {
            all.put(field, typed);
            if (IN_ONE_FIELD.contains(typed)) {
                wishes.add(Map.entry(field, wish(route, path, Map.of(field, typed))));
            }
        }
        if (!fields.isEmpty()) {
            wishes.add(Map.entry("all fields", wish(route, path, all)));
        }
        return wishes;
    }

    private static AbstractMockHttpServletRequestBuilder<?> wish(
            Route route, String path, Map<String, String> fields) {
        if (!route.reads()) {
            return Wishes.with(route, path, fields);
        }
        var request = MockMvcRequestBuilders.get(path);
        fields.forEach(request::param);
        return request;
    }

    /** Whether a page has it as markup; a problem in JSON repeats what was typed, and may. */
    private static boolean shows(MockHttpServletResponse answer, String markup)
            throws UnsupportedEncodingException {
        var type = answer.getContentType();
        return (type == null || type.startsWith("text/html"))
                && answer.getContentAsString().contains(markup);
    }

    private MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        request.with(csrf()).with(user("salah.bendahara"));
        return http.perform(request).andReturn().getResponse();
    }
}
