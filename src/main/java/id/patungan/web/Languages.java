package id.patungan.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Indonesian unless asked otherwise: {@code ?lang=en} changes the language of the answer and, on a
 * page, of the pages after it. The language of a file is its own affair.
 */
class Languages implements LocaleResolver, HandlerInterceptor {

    static final Locale INDONESIAN = Locale.of("id", "ID");

    private static final String NAME = "lang";
    private static final Pattern FILE = Pattern.compile(".*\\.(pdf|xlsx|csv|json|js|css)$");

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var asked = request.getParameter(NAME);
        if (known(asked)) {
            return locale(asked);
        }
        var cookie = WebUtils.getCookie(request, NAME);
        return locale(cookie == null ? null : cookie.getValue());
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language is asked for in the address");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var asked = request.getParameter(NAME);
        if (known(asked)
                && request.getMethod().equals("GET")
                && !request.getRequestURI().startsWith("/api/")
                && !FILE.matcher(request.getRequestURI()).matches()) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(NAME, asked)
                            .path("/")
                            .maxAge(Duration.ofDays(365))
                            .httpOnly(true)
                            .secure(request.isSecure())
                            .sameSite("Lax")
                            .build()
                            .toString());
        }
        return true;
    }

    private static boolean known(@Nullable String asked) {
        return "id".equals(asked) || "en".equals(asked);
    }

    private static Locale locale(@Nullable String language) {
        return "en".equals(language) ? Locale.ENGLISH : INDONESIAN;
    }
}
