package id.patungan.web;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;

import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A browser without a screen: keeps cookies, finds the token of a form, and goes through every
 * filter of the program.
 */
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final MockMvcTester http;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();
    private String token = "";

    Browser(WebApplicationContext context) {
        this.http =
                MockMvcTester.from(
                        context,
                        builder ->
                                builder.addFilters(
                                                context.getBean(Correlation.class),
                                                context.getBean(
                                                        "springSessionRepositoryFilter",
                                                        Filter.class))
                                        .apply(springSecurity())
                                        .build());
    }

    MvcTestResult get(String address) {
        return keep(
                http.get().uri(address).accept(MediaType.TEXT_HTML).cookie(cookies()).exchange());
    }

    MvcTestResult getByHtmx(String address) {
        return keep(
                http.get().uri(address).header("HX-Request", "true").cookie(cookies()).exchange());
    }

    /** Sends the form of the page seen last; {@code fields} are name, value, name, value … */
    MvcTestResult post(String address, String... fields) {
        return send(token, address, fields);
    }

    MvcTestResult postWithoutToken(String address, String... fields) {
        return send("", address, fields);
    }

    MvcTestResult signIn(String name, String password) {
        get("/sign-in");
        return post("/sign-in", "name", name, "password", password);
    }

    Cookie cookie(String name) {
        return Objects.requireNonNull(cookies.get(name), name);
    }

    void setCookie(Cookie cookie) {
        cookies.put(cookie.getName(), cookie);
    }

    private MvcTestResult send(String csrf, String address, String... fields) {
        var request =
                http.post()
                        .uri(address)
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .accept(MediaType.TEXT_HTML)
                        .cookie(cookies());
        if (!csrf.isEmpty()) {
            request.param("_csrf", csrf);
        }
        for (var at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return keep(request.exchange());
    }

    private Cookie[] cookies() {
        return cookies.isEmpty()
                ? new Cookie[] {new Cookie("none", "none")}
                : cookies.values().toArray(Cookie[]::new);
    }

    private MvcTestResult keep(MvcTestResult result) {
        for (var cookie : result.getResponse().getCookies()) {
            cookies.put(cookie.getName(), cookie);
        }
        try {
            var found = TOKEN.matcher(result.getResponse().getContentAsString());
            if (found.find()) {
                token = found.group(1);
            }
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        return result;
    }
}
