package id.patungan.forecasting.papers;

import id.patungan.basics.DateReader;
import id.patungan.basics.DomainException;
import id.patungan.basics.InputException;
import id.patungan.documents.PaperFormats;
import id.patungan.forecasting.ForecastException;
import id.patungan.forecasting.Scenarios;
import id.patungan.forecasting.papers.SustainabilityReports.Asked;
import id.patungan.forecasting.papers.SustainabilityReports.Issue;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;
import id.patungan.platform.FormErrors;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The sustainability report as a page and as files, and its issue. */
@Controller
@RequestMapping("/bodies/{body}/sustainability")
class SustainabilityReportPages {

    private static final String PAGE = "forecasting/report";
    private static final int FIRST_YEAR = 1902;
    private static final int LAST_YEAR = 2999;

    private final SustainabilityReports reports;
    private final ReportRenderer renderer;
    private final Scenarios scenarios;

    SustainabilityReportPages(
            SustainabilityReports reports, ReportRenderer renderer, Scenarios scenarios) {
        this.reports = reports;
        this.renderer = renderer;
        this.scenarios = scenarios;
    }

    /**
     * What was typed into the form of issue.
     *
     * @param key of the command
     */
    record Typed(
            @Nullable String asOf,
            @Nullable String scenario,
            @Nullable String date,
            @Nullable String language,
            @Nullable String reason,
            @Nullable String key) {

        /** As typed, for the form. */
        public String shown(String field) {
            var text = field.equals("asOf") ? asOf : scenario;
            return text == null ? "" : text.strip();
        }
    }

    @GetMapping("/report")
    String page(
            Access access,
            BodyEntry body,
            Locale locale,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String scenario,
            Model model,
            HttpServletResponse response) {
        access.require(Action.READ_BOOKS);
        var language = locale.getLanguage().equals("en") ? "en" : "id";
        var typed = new Typed(asOf, scenario, null, language, null, UUID.randomUUID().toString());
        var errors = new FormErrors();
        show(access, body, locale, typed, errors, model);
        return errors.any() ? errors.again(PAGE, model, response) : PAGE;
    }

    private void show(
            Access access,
            BodyEntry body,
            Locale locale,
            Typed typed,
            FormErrors errors,
            Model model) {
        var here = "/bodies/%s/sustainability/report".formatted(body.code());
        model.addAttribute("body", body);
        model.addAttribute("typed", typed);
        model.addAttribute("here", here);
        model.addAttribute("scenarios", scenarios.all(access));
        model.addAttribute("mayIssue", access.may(Action.PREPARE));
        model.addAttribute("issued", reports.issued(access));
        model.addAttribute("layout", null);
        var asked = asked(access, typed, errors);
        if (asked.isEmpty()) return;
        try {
            var report = reports.of(access, asked.get());
            model.addAttribute("layout", renderer.layout(report, locale));
            model.addAttribute("asked", asked.get());
            model.addAttribute("signed", report.signed());
            model.addAttribute("query", query(asked.get()));
        } catch (DomainException refused) {
            errors.add(asked.get().saved() == null ? "asOf" : "scenario", refused);
        }
    }

    private Optional<Asked> asked(Access access, Typed typed, FormErrors errors) {
        var day = errors.read("asOf", () -> Optional.ofNullable(day(typed.asOf())));
        var no = errors.read("scenario", () -> Optional.ofNullable(number(typed.scenario())));
        return day.isEmpty() || no.isEmpty()
                ? Optional.empty()
                : Optional.of(reports.asked(access, day.get().orElse(null), no.get().orElse(null)));
    }

    private static String query(Asked asked) {
        var query = UriComponentsBuilder.newInstance().queryParam("asOf", asked.asOf());
        if (asked.saved() != null) query.queryParam("scenario", asked.saved());
        return query.toUriString();
    }

    @GetMapping("/report.{format}")
    ResponseEntity<byte[]> file(
            Access access,
            Locale locale,
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String scenario) {
        access.require(Action.READ_BOOKS);
        var form = ReportFormat.of(format);
        var report = reports.of(access, reports.asked(access, day(asOf), number(scenario)));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(form.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(renderer.fileName(report, form, locale))
                                .build()
                                .toString())
                .body(renderer.render(report, form, locale, null));
    }

    @PostMapping("/report")
    String issue(
            Access access,
            BodyEntry body,
            Locale locale,
            Typed typed,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        access.require(Action.READ_BOOKS);
        var errors = new FormErrors();
        var asked = asked(access, typed, errors);
        var date = errors.read("date", () -> required(typed.date()));
        var language = errors.read("language", () -> language(typed.language()));
        if (asked.isPresent() && date.isPresent() && language.isPresent()) {
            try {
                var wish =
                        new Issue(
                                asked.get().asOf(),
                                asked.get().saved(),
                                date.get(),
                                language.get(),
                                reason(typed));
                var issued = reports.issue(access, wish, key(typed));
                return "redirect:/bodies/%s/papers/%s".formatted(body.code(), issued.code());
            } catch (DomainException refusal) {
                errors.add(field(refusal), refusal);
            }
        }
        show(access, body, locale, typed, errors, model);
        return errors.again(PAGE, model, response);
    }

    private static @Nullable String reason(Typed typed) {
        var reason = typed.reason();
        return reason == null || reason.isBlank() ? null : reason.strip();
    }

    private static String key(Typed typed) {
        var key = typed.key();
        if (key == null) throw new InputException("key", "is missing");
        return key;
    }

    private static String field(DomainException refusal) {
        return switch (refusal.code()) {
            case "sustainability-report.standing", "documents.no-reason" -> "reason";
            default -> "date";
        };
    }

    /**
     * The language of that code.
     *
     * @throws InputException if the report is not made in it
     */
    static Locale language(@Nullable String code) {
        if ("id".equals(code)) return PaperFormats.INDONESIAN;
        if ("en".equals(code)) return Locale.ENGLISH;
        throw new InputException("language", "is neither id nor en");
    }

    /**
     * The day that was typed; null if none was.
     *
     * @throws ForecastException if it cannot be read
     */
    static @Nullable LocalDate day(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        try {
            var day = DateReader.read(text.strip());
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) return day;
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw ForecastException.notADay(text);
        }
        throw ForecastException.notADay(text);
    }

    private static LocalDate required(@Nullable String text) {
        var day = day(text);
        if (day == null) throw ForecastException.notADay("");
        return day;
    }

    /**
     * The number of a scenario that was typed; null if none was.
     *
     * @throws ForecastException if it is no number
     */
    static @Nullable Integer number(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        if (!text.strip().matches("[0-9]{1,6}")) throw ForecastException.scenario(text);
        return Integer.valueOf(text.strip());
    }
}
