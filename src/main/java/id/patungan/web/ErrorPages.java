package id.patungan.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import java.util.Set;

/** What is shown when a request ended outside any handler, and the page that all failures share. */
@Controller
class ErrorPages implements ErrorController {

    /** A request attribute that names a more exact reason than the status. */
    static final String REASON = ErrorPages.class.getName() + ".reason";

    private static final Set<Integer> WORDED = Set.of(400, 403, 404, 405, 409, 413, 422, 500);

    private final Problems problems;

    ErrorPages(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        var status =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                        ? HttpStatusCode.valueOf(code)
                        : HttpStatus.NOT_FOUND;
        var asked = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (asked.startsWith("/api/")) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(
                            problems.of(
                                    request,
                                    status,
                                    "http." + status.value(),
                                    "The request was not answered: status " + status.value()));
        }
        return page(request, status);
    }

    /** The page, or for htmx only the notice that goes in the place of what was asked for. */
    static ModelAndView page(HttpServletRequest request, HttpStatusCode status) {
        var part = SignInPages.isHtmx(request) && request.getHeader("HX-Boosted") == null;
        var page = new ModelAndView(part ? "web/refused :: notice" : "web/refused", status);
        var reason = request.getAttribute(REASON);
        var words =
                WORDED.contains(status.value())
                        ? status.value()
                        : status.is5xxServerError() ? 500 : 400;
        page.addObject("reason", reason == null ? Integer.toString(words) : reason);
        page.addObject("status", status.value());
        page.addObject("correlation", Correlation.of(request));
        return page;
    }
}
