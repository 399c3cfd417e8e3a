package id.patungan.web;

import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.Action;
import id.patungan.platform.OpenTo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks who it is before anything that was sent is read: whoever can change nothing in a body, or
 * does not look after the installation, is refused whatever the request contains. Handlers marked
 * {@link OpenTo} hear a few more. Which action it takes, the service asks.
 */
class FirstQuestion implements HandlerInterceptor {

    private static final Set<String> READING =
            Set.of(
                    HttpMethod.GET.name(),
                    HttpMethod.HEAD.name(),
                    HttpMethod.OPTIONS.name(),
                    HttpMethod.TRACE.name());

    private final CurrentViewer current;

    FirstQuestion(CurrentViewer current) {
        this.current = current;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        requireCodes(request);
        var pattern =
                String.valueOf(
                        request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        if (pattern.startsWith("/people")) {
            current.get(request).requireAdministrator();
        }
        if (READING.contains(request.getMethod())) {
            return true;
        }
        if (pattern.equals("/api/v1/bodies")) {
            current.get(request).requireAdministrator();
        } else if (pattern.contains("{body}")) {
            var access = current.access(request);
            if (Stream.of(Action.APPROVE, Action.CLOSE).noneMatch(access::may)
                    && !opens(handler, access)) {
                access.require(Action.PREPARE);
            }
        }
        return true;
    }

    /** Whether this very handler also hears people who may do nothing else. */
    private static boolean opens(Object handler, Access access) {
        if (!(handler instanceof HandlerMethod method)) return false;
        var open = method.getMethodAnnotation(OpenTo.class);
        return open != null && access.may(open.value());
    }

    /** Every part of an address that varies is a code, and codes are ASCII. */
    private static void requireCodes(HttpServletRequest request) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                instanceof Map<?, ?> variables) {
            for (var value : variables.values()) {
                if (value instanceof String code && !code.matches("[ -~]*")) {
                    throw AccessException.nothingHere(code);
                }
            }
        }
    }
}
