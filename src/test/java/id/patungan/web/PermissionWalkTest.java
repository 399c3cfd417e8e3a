package id.patungan.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.testing.DatabaseTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Walks every route of the program: none is open that is not named here. */
@DatabaseTest
class PermissionWalkTest {

    /** What anyone may ask for; every other route refuses whoever has not signed in. */
    private static final Set<String> PUBLIC = Set.of("GET /sign-in", "* /error");

    private final MockMvcTester http;
    private final List<Route> routes;

    PermissionWalkTest(@Autowired WebApplicationContext context) {
        http =
                MockMvcTester.from(
                        context,
                        builder ->
                                builder.apply(SecurityMockMvcConfigurers.springSecurity()).build());
        routes = routes(context);
    }

    @Test
    void whoeverHasNotSignedInGetsNothing() {
        assertThat(routes).hasSizeGreaterThan(10);
        var open = new TreeSet<String>();
        for (var route : routes) {
            if (PUBLIC.contains(route.toString())) {
                continue;
            }
            var answer =
                    http.method(route.method())
                            .uri(route.example())
                            .with(SecurityMockMvcRequestPostProcessors.csrf())
                            .exchange()
                            .getResponse();
            var refused =
                    route.path().startsWith("/api/")
                            ? answer.getStatus() == 401
                            : answer.getStatus() == 302
                                    && "/sign-in".equals(answer.getRedirectedUrl());
            if (!refused) {
                open.add(route + " answered " + answer.getStatus());
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void noFormIsAcceptedWithoutItsToken() {
        var open = new TreeSet<String>();
        for (var route : routes) {
            if (route.method().equals(HttpMethod.GET)
                    || route.path().startsWith("/api/")
                    || PUBLIC.contains("* " + route.path())) {
                continue;
            }
            var answer =
                    http.method(route.method())
                            .uri(route.example())
                            .with(SecurityMockMvcRequestPostProcessors.user("somebody"))
                            .exchange()
                            .getResponse();
            if (answer.getStatus() != 403) {
                open.add(route + " answered " + answer.getStatus());
            }
        }
        assertThat(open).isEmpty();
    }

    private static List<Route> routes(WebApplicationContext context) {
        var found = new ArrayList<Route>();
        var mapping =
                context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        mapping.getHandlerMethods()
                .keySet()
                .forEach(info -> {
                    var methods = info.getMethodsCondition().getMethods();
                    for (var path : info.getPatternValues()) {
                        if (methods.isEmpty()) {
                            found.add(new Route(null, path));
                        }
                        for (var method : methods) {
                            found.add(new Route(method, path));
                        }
                    }
                });
        return found;
    }

    /** One method of one path. */
    record Route(@org.jspecify.annotations.Nullable RequestMethod declared, String path) {

        HttpMethod method() {
            return declared == null ? HttpMethod.GET : declared.asHttpMethod();
        }

        /** The path with something in the place of each variable. */
        String example() {
            return path.replaceAll("\\{[^}]+}", "1");
        }

        @Override
        public String toString() {
            return (declared == null ? "*" : declared.name()) + " " + path;
        }
    }
}
