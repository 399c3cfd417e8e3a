package id.patungan.contributions.arrears;

import id.patungan.ledger.Journal;
import id.patungan.platform.Access;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

/** The ageing as a page, as files and for programs. */
@Controller
class AgeingPages {

    private static final String PAGE = "contributions/arrears/ageing";

    private final Arrears arrears;
    private final AgeingFiles files;
    private final Journal journal;
    private final Clock clock;

    AgeingPages(Arrears arrears, AgeingFiles files, Journal journal, Clock clock) {
        this.arrears = arrears;
        this.files = files;
        this.journal = journal;
        this.clock = clock;
    }

    /** The ageing on a day; where none is asked for, on the day up to which one reads. */
    @GetMapping("/bodies/{body}/ageing")
    String page(
            Access access,
            BodyEntry body,
            @RequestParam(required = false) @Nullable String asOf,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("body", body);
        model.addAttribute("buckets", Bucket.values());
        try {
            var day = Days.asked(asOf, usual(access, body));
            model.addAttribute("asOf", typed(day));
            model.addAttribute("view", arrears.view(access, day));
            return PAGE;
        } catch (ArrearsException refusal) {
            model.addAttribute("asOf", asOf == null ? "" : asOf);
            model.addAttribute("view", null);
            return FormErrors.of("asOf", refusal).again(PAGE, model, response);
        }
    }

    @GetMapping("/bodies/{body}/ageing.{format}")
    ResponseEntity<byte[]> file(
            Access access,
            BodyEntry body,
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String asOf,
            Locale locale) {
        var asked = AgeingFiles.Format.of(format);
        var view = arrears.view(access, Days.asked(asOf, usual(access, body)));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(asked.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        "%s_ageing_%s_%s.%s"
                                                .formatted(
                                                        body.code(),
                                                        view.ageing().asOf(),
                                                        locale.getLanguage(),
                                                        asked.suffix()))
                                .build()
                                .toString())
                .body(files.render(view, body, asked, locale, clock.instant()));
    }

    @GetMapping("/api/v1/bodies/{body}/ageing")
    @ResponseBody
    AgeingJson api(
            Access access, BodyEntry body, @RequestParam(required = false) @Nullable String asOf) {
        return AgeingJson.of(arrears.view(access, Days.asked(asOf, usual(access, body))));
    }

    private LocalDate usual(Access access, BodyEntry body) {
        return journal.reportingDay(access, LocalDate.now(clock.withZone(body.zone())));
    }

    private static String typed(LocalDate day) {
        return id.patungan.basics.DateReader.typed(day);
    }
}
