package id.patungan.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.platform.BodyDirectory;
import id.patungan.platform.BodyDirectory.BodyEntry;
import id.patungan.platform.People;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;
import id.patungan.testing.DatabaseTest;

import jakarta.servlet.http.Cookie;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;

@DatabaseTest
class FrameTest {

    private static final String PASSWORD = "gunung merapi 2968";
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired People people;
    @Autowired BodyDirectory bodies;
    @Autowired JdbcTemplate sql;
    @Autowired WebApplicationContext context;

    private String finance = "";
    private String administrator = "";
    private BodyEntry body;
    private BodyEntry other;
    private Browser browser;

    @BeforeEach
    void aBodyAndItsPeople() {
        var no = NEXT.incrementAndGet();
        body = newBody("frame-" + no);
        other = newBody("frame-other-" + no);
        finance =
                person(
                        "finance.frame-" + no,
                        new Permission(Role.FINANCE, body.id(), new Scope.All()));
        administrator =
                person(
                        "admin.frame-" + no,
                        new Permission(Role.ADMINISTRATOR, null, new Scope.All()));
        browser = new Browser(context);
    }

    @Test
    void whoeverHasNotSignedInIsAskedTo() {
        assertThat(browser.get("/home")).hasStatus(302).hasRedirectedUrl("/sign-in");
    }

    @Test
    void afterSigningInTheOnlyBodyIsHome() {
        assertThat(browser.signIn(finance, PASSWORD)).hasStatus(302).hasRedirectedUrl("/home");
        assertThat(browser.get("/home")).hasRedirectedUrl("/bodies/" + body.code());
        assertThat(browser.get("/bodies/" + body.code()))
                .hasStatusOk()
                .bodyText()
                .contains("Keuangan", "Jejak audit", "DATA CONTOH", "lang=\"id\"")
                .doesNotContain("Pengguna dan izin");
    }

    @Test
    void afterSigningInTheWishedPageIsShown() {
        browser.get("/account?lang=en");
        assertThat(browser.signIn(finance, PASSWORD)).hasRedirectedUrl("/account?lang=en");
    }

    @Test
    void theSessionIsNewAfterSigningIn() {
        browser.get("/sign-in");
        var before = browser.cookie("patungan");
        browser.signIn(finance, PASSWORD);
        var after = browser.cookie("patungan");
        assertThat(after.getValue()).isNotEqualTo(before.getValue());
        assertThat(after.isHttpOnly()).isTrue();
        assertThat(after.getAttribute("SameSite")).isEqualTo("Lax");
    }

    @Test
    void anUnknownNameAndAWrongPasswordAreAnsweredAlike() {
        var wrong = browser.signIn(finance, "not the password");
        var unknown = new Browser(context).signIn("nobody.at.all", "not the password");
        assertThat(wrong).hasStatus(422).hasForwardedUrl(SignInPages.AGAIN);
        assertThat(unknown).hasStatus(422).hasForwardedUrl(SignInPages.AGAIN);
        assertThat(wrong.getRequest().getAttribute(SignInPages.TYPED)).isEqualTo(finance);
        assertThat(wrong.getRequest().getAttribute(SignInPages.REFUSED))
                .isEqualTo(unknown.getRequest().getAttribute(SignInPages.REFUSED));
    }

    @Test
    void tooManyFailuresUnderOneNameAreStopped() {
        for (var attempt = 1; attempt <= 10; attempt++) {
            assertThat(browser.signIn(finance, "wrong " + attempt)).hasStatus(422);
        }
        assertThat(browser.signIn(finance, PASSWORD))
                .hasStatus(429)
                .headers()
                .containsHeader("Retry-After");
        assertThat(browser.signIn(administrator, PASSWORD)).hasStatus(302);
    }

    @Test
    void signingOutEndsTheSession() {
        browser.signIn(finance, PASSWORD);
        browser.get("/account");
        assertThat(browser.post("/sign-out")).hasRedirectedUrl("/sign-in?signed-out");
        assertThat(browser.get("/account")).hasStatus(302);
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        browser.signIn(finance, PASSWORD);
        assertThat(browser.postWithoutToken("/sign-out")).hasStatus(403);
        assertThat(browser.get("/account")).hasStatusOk();
    }

    @Test
    void htmxIsSentToTheSignInPageWhenTheSessionHasEnded() {
        browser.setCookie(new Cookie("patungan", "bm8tc3VjaC1zZXNzaW9u"));
        assertThat(browser.getByHtmx("/account"))
                .hasStatus(401)
                .hasHeader("HX-Redirect", "/sign-in?expired");
        assertThat(browser.get("/account")).hasRedirectedUrl("/sign-in?expired");
    }

    @Test
    void everyPageHasItsHeaders() {
        browser.signIn(finance, PASSWORD);
        assertThat(browser.get("/account"))
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("X-Frame-Options", "DENY")
                .hasHeader("Referrer-Policy", "same-origin")
                .hasHeader("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate")
                .headers()
                .hasHeaderSatisfying(
                        "Content-Security-Policy",
                        values ->
                                assertThat(values.getFirst())
                                        .contains(
                                                "script-src 'self';",
                                                "style-src 'self';",
                                                "frame-ancestors 'none'",
                                                "form-action 'self'",
                                                "base-uri 'none'")
                                        .doesNotContain("unsafe"))
                .doesNotContainHeader("Strict-Transport-Security");
    }

    @Test
    void pagesHaveNoScriptOrStyleInThem() {
        browser.signIn(finance, PASSWORD);
        assertThat(browser.get("/account"))
                .bodyText()
                .doesNotContainPattern("<script(?![^>]*src=)")
                .doesNotContain("style=", "<style", "onclick=", "javascript:");
    }

    @Test
    void theLanguageStaysWithPageAndQuery() {
        browser.signIn(finance, PASSWORD);
        assertThat(browser.get("/account?changed")).bodyText().contains("changed&amp;lang=en");
        assertThat(browser.get("/account?lang=en"))
                .bodyText()
                .contains("<html lang=\"en\"", "My account");
        assertThat(browser.get("/account")).bodyText().contains("My account");
        assertThat(browser.get("/account?lang=fr")).bodyText().contains("My account");
        assertThat(browser.get("/account?lang=id")).bodyText().contains("Akun saya");
    }

    @Test
    void anotherBodyAndABodyThatDoesNotExistLookTheSame() {
        browser.signIn(finance, PASSWORD);
        var hidden = browser.get("/bodies/" + other.code());
        var absent = browser.get("/bodies/no-such-body");
        assertThat(hidden).hasStatus(404).bodyText().doesNotContain(other.name());
        assertThat(shown(hidden).replace(other.code(), "no-such-body")).isEqualTo(shown(absent));
    }

    @Test
    void anAdministratorSeesNoBody() {
        browser.signIn(administrator, PASSWORD);
        assertThat(browser.get("/bodies/" + body.code())).hasStatus(404);
        assertThat(browser.get("/bodies/" + body.code() + "/audit")).hasStatus(404);
        assertThat(browser.get("/people")).hasStatusOk();
    }

    @Test
    void whatARoleDoesNotAllowIsForbidden() {
        browser.signIn(finance, PASSWORD);
        assertThat(browser.get("/people")).hasStatus(403).bodyText().contains("Tidak diizinkan");
        assertThat(browser.get("/people?lang=en"))
                .hasStatus(403)
                .bodyText()
                .contains("Not allowed");
    }

    @Test
    void errorPagesTellTheWayOutAndNothingOfTheInside() {
        browser.signIn(finance, PASSWORD);
        assertThat(browser.get("/no/such/page"))
                .hasStatus(404)
                .bodyText()
                .contains("Tidak ditemukan", "Kode kejadian")
                .doesNotContain("Exception", "org.springframework");
        browser.get("/account");
        assertThat(browser.post("/account")).hasStatus(405);
    }

    @Test
    void aFormThatIsRefusedComesBackWithWhatWasTyped() {
        browser.signIn(administrator, PASSWORD);
        browser.get("/people/new");
        assertThat(
                        browser.post(
                                "/people",
                                "handle",
                                "Not A Handle",
                                "name",
                                "Tri",
                                "password",
                                PASSWORD))
                .hasStatus(422)
                .bodyText()
                .contains("<title>Galat: ", "id=\"error-summary\"", "href=\"#handle\"")
                .contains("value=\"Not A Handle\"", "id=\"handle-error\"")
                .doesNotContain(PASSWORD);
    }

    @Test
    void anAdministratorAddsAPersonAndGivesAPermission() {
        browser.signIn(administrator, PASSWORD);
        browser.get("/people/new");
        var handle = "tri." + body.code();
        assertThat(browser.post("/people", "handle", handle, "name", "Tri", "password", PASSWORD))
                .hasRedirectedUrl("/people/" + handle);
        browser.get("/people/" + handle);
        assertThat(
                        browser.post(
                                "/people/" + handle + "/permissions",
                                "role",
                                "AUDITOR",
                                "body",
                                body.code(),
                                "from",
                                "2006-01-01"))
                .hasStatus(302);
        assertThat(people.viewer(handle).orElseThrow().permissions())
                .containsExactly(new Permission(Role.AUDITOR, body.id(), new Scope.All()));
        assertThat(browser.get("/people/audit"))
                .bodyText()
                .contains("person.create", "permission.grant", handle);
        browser.get("/people/" + handle);
        assertThat(browser.post("/people/" + handle + "/deactivate")).hasStatus(302);
        assertThat(people.viewer(handle)).isEmpty();
    }

    @Test
    void aNewPasswordEndsTheOtherSessions() {
        var elsewhere = new Browser(context);
        elsewhere.signIn(finance, PASSWORD);
        browser.signIn(finance, PASSWORD);
        browser.get("/account");
        assertThat(
                        browser.post(
                                "/account/password",
                                "present",
                                PASSWORD,
                                "wanted",
                                "laut selatan 1755"))
                .hasRedirectedUrl("/account?changed");
        assertThat(browser.get("/account")).hasStatusOk();
        assertThat(elsewhere.get("/account")).hasStatus(302);
    }

    private String person(String handle, Permission permission) {
        people.create(Viewer.system(), handle, "Person " + handle, PASSWORD);
        people.grant(Viewer.system(), handle, permission, LocalDate.of(2006, 1, 1), null);
        return handle;
    }

    /** Only the frame is looked at, so the body has no book. */
    private BodyEntry newBody(String code) {
        sql.update(
                "INSERT INTO body (code, name, zone, currency, sample, sample_note, sample_note_en)"
                        + " VALUES (?, ?, 'Asia/Jakarta', 'IDR', TRUE, 'Angka rekaan.', 'Invented.')",
                code,
                "Badan " + code);
        return bodies.byCode(code).orElseThrow();
    }

    /** Without what differs from request to request. */
    private static String shown(MvcTestResult result) {
        try {
            return result.getResponse()
                    .getContentAsString()
                    .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "")
                    .replaceAll("<span class=\"code\">[0-9a-f]{10}</span>", "");
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
