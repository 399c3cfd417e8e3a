package id.patungan.web;

import id.patungan.basics.DomainException;
import id.patungan.basics.InputException;
import id.patungan.basics.Problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;

/**
 * Refusals for programs: RFC 9457, with {@code type} = {@code urn:problem:<code>}, every problem of
 * a file in {@code problems}, and the code under which the log knows the request.
 */
@Component
class Problems {

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    ProblemDetail of(HttpServletRequest request, DomainException refusal) {
        var problem =
                of(
                        request,
                        HttpStatusCode.valueOf(refusal.kind().status()),
                        refusal.code(),
                        String.valueOf(refusal.getMessage()));
        if (refusal instanceof InputException input && !input.problems().isEmpty()) {
            problem.setProperty("problems", input.problems().stream().map(Found::of).toList());
        }
        return problem;
    }

    /** A problem of a file as programs read it. */
    private record Found(String file, int line, int column, String code, String message) {
        static Found of(Problem one) {
            return new Found(one.file(), one.line(), one.column(), one.code(), one.message());
        }
    }

    ProblemDetail of(
            HttpServletRequest request, HttpStatusCode status, String code, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:problem:" + code));
        var known = HttpStatus.resolve(status.value());
        if (known != null) {
            problem.setTitle(known.getReasonPhrase());
        }
        problem.setProperty("correlation", Correlation.of(request));
        return problem;
    }

    /** For places outside the dispatcher, such as the security chain. */
    void write(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String code,
            String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(of(request, status, code, detail)));
    }
}
