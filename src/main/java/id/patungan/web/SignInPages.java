package id.patungan.web;

import id.patungan.platform.SignInException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

import java.io.IOException;
import java.net.URI;

/** The way in and back in. */
@Controller
class SignInPages {

    static final String TYPED = "typedName";
    static final String REFUSED = "signInRefused";
    static final String AGAIN = "/sign-in/refused";

    private static final String PAGE = "web/sign-in";

    private final RequestCache wishes = cache();

    /** The form. */
    @GetMapping("/sign-in")
    String signIn() {
        return PAGE;
    }

    /**
     * The form after a failed attempt; only the security chain comes here, by an inner forward. An
     * address of its own, for a forward goes through the chain again, which would take it for
     * another attempt.
     */
    @PostMapping(AGAIN)
    String again(HttpServletRequest request, Model model) {
        model.addAttribute(TYPED, request.getAttribute(TYPED));
        model.addAttribute(REFUSED, request.getAttribute(REFUSED));
        return PAGE;
    }

    /** Remembers the page that somebody asked for before signing in. */
    RequestCache wishes() {
        return wishes;
    }

    /** After signing in: the page that was asked for, always of this site, or the home page. */
    void welcome(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException {
        var wish = wishes.getRequest(request, response);
        wishes.removeRequest(request, response);
        response.sendRedirect(wish == null ? "/home" : local(wish.getRedirectUrl()));
    }

    /** After a failure: the form again, with the name that was typed and never the password. */
    void again(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws ServletException, IOException {
        var refusal = failure.getCause() instanceof SignInException refused ? refused : null;
        if (refusal != null && refusal.tooMany()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(refusal.retryAfterSeconds()));
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        } else {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        request.setAttribute(TYPED, request.getParameter("name"));
        request.setAttribute(
                REFUSED, refusal == null ? "refusal.sign-in.wrong" : "refusal." + refusal.code());
        request.getRequestDispatcher(AGAIN).forward(request, response);
    }

    /** Nobody has signed in, or the session has ended. */
    void ask(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        var expired =
                request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
        var address = expired ? "/sign-in?expired" : "/sign-in";
        if (isHtmx(request)) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader("HX-Redirect", address);
            return;
        }
        response.sendRedirect(address);
    }

    /** A form whose token is missing or old: mostly because the session has ended meanwhile. */
    void outdated(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        var expired =
                denied instanceof CsrfException
                        && request.getRequestedSessionId() != null
                        && !request.isRequestedSessionIdValid();
        if (expired && isHtmx(request)) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader("HX-Redirect", "/sign-in?expired");
            return;
        }
        if (expired) {
            response.sendRedirect("/sign-in?expired");
            return;
        }
        if (denied instanceof CsrfException) {
            request.setAttribute(ErrorPages.REASON, "outdated");
        }
        response.sendError(HttpStatus.FORBIDDEN.value());
    }

    static boolean isHtmx(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    // Null switches off a parameter that would stay in the address after signing in
    @SuppressWarnings("NullAway")
    private static RequestCache cache() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(SignInPages::isWish);
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    /** Pages are wished for; what a script or a form asks for is not. */
    private static boolean isWish(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET")
                && !isHtmx(request)
                && accepted != null
                && accepted.contains("text/html");
    }

    /** Path and query only, whatever host the request named. */
    static String local(@Nullable String address) {
        if (address == null) {
            return "/home";
        }
        var uri = URI.create(address);
        var path = uri.getRawPath();
        if (path == null || !path.startsWith("/") || path.startsWith("//") || path.contains("\\")) {
            return "/home";
        }
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
