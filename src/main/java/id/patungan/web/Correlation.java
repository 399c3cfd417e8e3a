package id.patungan.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Gives each request a short code that stands in the log and on the error page alike. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Correlation extends OncePerRequestFilter {

    private static final String NAME = "correlation";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The code of the request. */
    static String of(HttpServletRequest request) {
        return request.getAttribute(Correlation.class.getName()) instanceof String code
                ? code
                : "-";
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var bytes = new byte[5];
        RANDOM.nextBytes(bytes);
        var code = HexFormat.of().formatHex(bytes);
        request.setAttribute(Correlation.class.getName(), code);
        response.setHeader("X-Request-Id", code);
        MDC.put(NAME, code);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(NAME);
        }
    }
}
