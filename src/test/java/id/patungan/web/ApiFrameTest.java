package id.patungan.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.platform.People;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;
import id.patungan.testing.DatabaseTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;

@DatabaseTest
class ApiFrameTest {

    private static final String PASSWORD = "gunung merapi 2968";

    @Autowired People people;

    private final String handle = "a" + UUID.randomUUID().toString().substring(0, 12);
    private MockMvcTester http;

    ApiFrameTest(@Autowired WebApplicationContext context) {
        http =
                MockMvcTester.from(
                        context,
                        builder ->
                                builder.addFilters(context.getBean(Correlation.class))
                                        .apply(SecurityMockMvcConfigurers.springSecurity())
                                        .build());
    }

    @BeforeEach
    void anAdministrator() {
        people.create(Viewer.system(), handle, "Tri", PASSWORD);
        people.grant(
                Viewer.system(),
                handle,
                new Permission(Role.ADMINISTRATOR, null, new Scope.All()),
                LocalDate.of(2006, 1, 1),
                null);
    }

    @Test
    void aProgramIsToldAsWhomItIsKnown() {
        assertThat(http.get().uri("/api/v1/me").header("Authorization", basic(PASSWORD)))
                .hasStatusOk()
                .hasHeader("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate")
                .doesNotContainHeader("Set-Cookie")
                .bodyJson()
                .extractingPath("permissions[0].role")
                .isEqualTo("ADMINISTRATOR");
    }

    @Test
    void whoeverDoesNotNameThemselvesIsRefusedWithAProblem() {
        assertThat(http.get().uri("/api/v1/me"))
                .hasStatus(401)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .headers()
                .hasHeaderSatisfying(
                        "WWW-Authenticate",
                        values -> assertThat(values.getFirst()).startsWith("Basic "));
        assertThat(http.get().uri("/api/v1/me").header("Authorization", basic("wrong")))
                .hasStatus(401)
                .bodyJson()
                .extractingPath("type")
                .isEqualTo("urn:problem:sign-in.required");
    }

    @Test
    void guessingIsStoppedHereToo() {
        for (var guess = 1; guess <= 10; guess++) {
            http.get()
                    .uri("/api/v1/me")
                    .header("Authorization", basic("wrong " + guess))
                    .exchange();
        }
        assertThat(http.get().uri("/api/v1/me").header("Authorization", basic(PASSWORD)))
                .hasStatus(429)
                .bodyJson()
                .extractingPath("type")
                .isEqualTo("urn:problem:sign-in.too-many-attempts");
    }

    @Test
    void whatDoesNotExistIsAProblemToo() {
        assertThat(http.get().uri("/api/v1/nothing").header("Authorization", basic(PASSWORD)))
                .hasStatus(404)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("type")
                .isEqualTo("urn:problem:http.404");
        assertThat(http.delete().uri("/api/v1/me").header("Authorization", basic(PASSWORD)))
                .hasStatus(405)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(http.get().uri("/api/v1/bodies/none").header("Authorization", basic(PASSWORD)))
                .hasStatus(404)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void theDescriptionIsForThoseWhoAreSignedIn() {
        assertThat(http.get().uri("/api/v1/openapi.json")).hasStatus(401);
        assertThat(http.get().uri("/api/v1/openapi.json").header("Authorization", basic(PASSWORD)))
                .hasStatusOk()
                .bodyText()
                .contains("/api/v1/me")
                .doesNotContain("\"viewer\"", "\"access\"");
    }

    private String basic(String password) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString((handle + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
