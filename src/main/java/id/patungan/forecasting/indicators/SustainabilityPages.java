package id.patungan.forecasting.indicators;

import id.patungan.basics.DateReader;
import id.patungan.ledger.Journal;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;
import id.patungan.platform.FormErrors;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

/** The indicators as a page, as files and for programs. */
@Controller
class SustainabilityPages {

    private static final String PAGE = "forecasting/sustainability";
    private static final int FIRST_YEAR = 1902;
    private static final int LAST_YEAR = 2999;

    private final Sustainability sustainability;
    private final SustainabilityFiles files;
    private final Journal journal;
    private final MessageSource messages;
    private final Clock clock;

    SustainabilityPages(
            Sustainability sustainability,
            SustainabilityFiles files,
            Journal journal,
            MessageSource messages,
            Clock clock) {
        this.sustainability = sustainability;
        this.files = files;
        this.journal = journal;
        this.messages = messages;
        this.clock = clock;
    }

    /** The indicators on a day; where none is asked for, on the day up to which one reads. */
    @GetMapping("/bodies/{body}/sustainability")
    String page(
            Access access,
            BodyEntry body,
            @RequestParam(required = false) @Nullable String asOf,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        access.require(Action.READ_BOOKS);
        model.addAttribute("body", body);
        model.addAttribute("mayPrepare", access.may(Action.PREPARE));
        try {
            var day = asked(asOf, access, body);
            var of = sustainability.on(access, day);
            var words = new IndicatorWords(messages, locale, body, journal.names(access));
            model.addAttribute("asOf", DateReader.typed(day));
            model.addAttribute("of", of);
            var rows = words.rows(of);
            model.addAttribute("rows", rows);
            model.addAttribute("before", rows.getFirst().before());
            model.addAttribute("members", words.members(of));
            model.addAttribute("memberSum", words.memberSum(of));
            model.addAttribute("inKind", of.inKind() == 0 ? null : words.inKind(of));
            return PAGE;
        } catch (ForecastingException refusal) {
            model.addAttribute("asOf", asOf == null ? "" : asOf);
            model.addAttribute("of", null);
            return FormErrors.of("asOf", refusal).again(PAGE, model, response);
        }
    }

    @GetMapping("/bodies/{body}/sustainability.{format}")
    ResponseEntity<byte[]> file(
            Access access,
            BodyEntry body,
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String asOf,
            Locale locale) {
        access.require(Action.READ_BOOKS);
        var wanted = SustainabilityFiles.Format.of(format);
        var of = sustainability.on(access, asked(asOf, access, body));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(wanted.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        "%s_sustainability_%s_%s.%s"
                                                .formatted(
                                                        body.code(),
                                                        of.asOf(),
                                                        locale.getLanguage(),
                                                        wanted.suffix()))
                                .build()
                                .toString())
                .body(
                        files.render(
                                of, body, journal.names(access), wanted, locale, clock.instant()));
    }

    @GetMapping("/api/v1/bodies/{body}/sustainability")
    @ResponseBody
    SustainabilityJson api(
            Access access, BodyEntry body, @RequestParam(required = false) @Nullable String asOf) {
        access.require(Action.READ_BOOKS);
        return SustainabilityJson.of(
                sustainability.on(access, asked(asOf, access, body)), body.currency());
    }

    private LocalDate asked(@Nullable String text, Access access, BodyEntry body) {
        if (text == null || text.isBlank()) {
            return journal.reportingDay(access, LocalDate.now(clock.withZone(body.zone())));
        }
        return day(text);
    }

    /**
     * The day that was typed.
     *
     * @throws ForecastingException if it cannot be read
     */
    static LocalDate day(String text) {
        try {
            var day = DateReader.read(text.strip());
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) return day;
        } catch (IllegalArgumentException | java.time.DateTimeException unreadable) {
            throw ForecastingException.notADay(text);
        }
        throw ForecastingException.notADay(text);
    }
}
