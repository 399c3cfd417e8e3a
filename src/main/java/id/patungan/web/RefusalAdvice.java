package id.patungan.web;

import id.patungan.basics.DomainException;
import id.patungan.platform.Refusals;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

import tools.jackson.databind.exc.InvalidFormatException;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Every refusal and failure becomes an answer: a problem for programs, a page for people. */
@ControllerAdvice
class RefusalAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalAdvice.class);

    /** How MariaDB and MySQL say that a text cannot be compared with a code: 1267, 3854. */
    private static final Set<Integer> NO_CODE = Set.of(1267, 3854);

    private final Problems problems;
    private final Refusals refusals;

    RefusalAdvice(Problems problems, Refusals refusals) {
        this.problems = problems;
        this.refusals = refusals;
    }

    @ExceptionHandler
    Object refused(DomainException refusal, HttpServletRequest request) {
        if (isApi(request)) {
            return answer(problems.of(request, refusal));
        }
        var page = page(request, HttpStatusCode.valueOf(refusal.kind().status()));
        page.addObject("text", refusals.text(refusal));
        return page;
    }

    /** The security chain answers these. */
    @ExceptionHandler
    void security(AccessDeniedException denied) {
        throw denied;
    }

    /** The security chain answers these. */
    @ExceptionHandler
    void security(AuthenticationException failure) {
        throw failure;
    }

    /** Nobody is listening any more. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {
        LOG.debug("The client went away", gone);
    }

    @ExceptionHandler
    @Nullable Object failed(
            Exception failure, HttpServletRequest request, HttpServletResponse response) {
        var refusal = refusalIn(failure);
        if (refusal != null) {
            return refused(refusal, request);
        }
        if (response.isCommitted()) {
            LOG.error("Failed in the middle of an answer", failure);
            return null;
        }
        var status = status(failure);
        if (status.is5xxServerError()) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        }
        if (!isApi(request)) {
            return page(request, status);
        }
        if (status.is5xxServerError()) {
            return answer(
                    problems.of(
                            request,
                            status,
                            "server.failed",
                            "The server failed; the log knows more under the correlation"));
        }
        return answer(problems.of(request, status, "http." + status.value(), detail(failure)));
    }

    /** A value that refuses to be made is a refusal, wherever a reader of JSON has wrapped it. */
    private static @Nullable DomainException refusalIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DomainException refusal) {
                return refusal;
            }
        }
        return null;
    }

    private static HttpStatusCode status(Exception failure) {
        return switch (failure) {
            case ErrorResponse known -> known.getStatusCode();
            case HttpMessageNotReadableException unreadable -> HttpStatusCode.valueOf(400);
            case TypeMismatchException unreadable -> HttpStatusCode.valueOf(400);
            case MultipartException unreadable -> HttpStatusCode.valueOf(400);
            default -> HttpStatusCode.valueOf(isNoCode(failure) ? 400 : 500);
        };
    }

    /** Codes are ASCII in the database, which cannot compare them with anything else. */
    private static boolean isNoCode(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && NO_CODE.contains(sql.getErrorCode())) {
                return true;
            }
        }
        return false;
    }

    private static String detail(Exception failure) {
        if (isNoCode(failure)) {
            return "A code was given with characters that no code has; use A-Z a-z 0-9 . _ / -";
        }
        if (failure instanceof ErrorResponse known && known.getBody().getDetail() != null) {
            return String.valueOf(known.getBody().getDetail());
        }
        var cause = failure.getCause();
        if (cause instanceof InvalidFormatException wrong) {
            return "%s: '%s' is not a %s"
                    .formatted(place(wrong), wrong.getValue(), word(wrong.getTargetType()));
        }
        return String.valueOf(
                cause instanceof IllegalArgumentException
                        ? cause.getMessage()
                        : failure.getMessage());
    }

    /** Where in what was sent: {@code parts.gross}. */
    private static String place(InvalidFormatException wrong) {
        return wrong.getPath().stream()
                .map(step -> step.getPropertyName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
    }

    private static String word(Class<?> wanted) {
        return wanted == LocalDate.class
                ? "date; write it as 2006-12-31"
                : wanted.getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static ModelAndView page(HttpServletRequest request, HttpStatusCode status) {
        return ErrorPages.page(request, status);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }
}
