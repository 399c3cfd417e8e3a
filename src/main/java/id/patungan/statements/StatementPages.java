package id.patungan.statements;

import id.patungan.contributions.disputes.Confirmations;
import id.patungan.documents.PaperFormats;
import id.patungan.documents.Workbooks;
import id.patungan.platform.Access;
import id.patungan.platform.BodyDirectory.BodyEntry;

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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** The statement of a region as page and as files, and all of them at once. */
@Controller
@RequestMapping("/bodies/{body}/regions")
class StatementPages {

    private final Statements statements;
    private final StatementRenderer renderer;
    private final Confirmations confirmations;
    private final MessageSource messages;
    private final Clock clock;

    StatementPages(
            Statements statements,
            StatementRenderer renderer,
            Confirmations confirmations,
            MessageSource messages,
            Clock clock) {
        this.statements = statements;
        this.renderer = renderer;
        this.confirmations = confirmations;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String all(
            Access access,
            BodyEntry body,
            Locale locale,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            Model model) {
        var period = StatementPeriod.asked(from, until, statements.latestYear(access));
        var lines = statements.lines(access, period);
        if (!access.reach().everything() && lines.size() == 1) {
            // who sees one statement alone is spared a list of one
            return "redirect:" + address(body) + "/" + lines.getFirst().party().code();
        }
        var formats = new PaperFormats(locale, body.currency(), body.zone());
        model.addAttribute("body", body);
        model.addAttribute("lines", lines);
        days(model, formats, period);
        model.addAttribute(
                "period",
                messages.getMessage(
                        "statements.period",
                        new Object[] {formats.date(period.from()), formats.date(period.until())},
                        locale));
        model.addAttribute("address", address(body));
        model.addAttribute("file", address(body) + "/statements.zip");
        model.addAttribute("query", period.query());
        return "statements/regions";
    }

    @GetMapping("/{party}")
    String one(
            Access access,
            BodyEntry body,
            Locale locale,
            @PathVariable String party,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable Long knownAt,
            Model model) {
        var period = StatementPeriod.asked(from, until, statements.latestYear(access));
        var statement = statements.of(access, party, period, knownAt);
        model.addAttribute("body", body);
        model.addAttribute(
                "view",
                new StatementView(
                        statement, renderer.texts(statement, locale), "/bodies/" + body.code()));
        days(model, renderer.texts(statement, locale).formats(), period);
        model.addAttribute("filter", address(body) + "/" + statement.party().code());
        model.addAttribute(
                "confirming",
                "%s/%s/confirmation?asOf=%s"
                        .formatted(address(body), statement.party().code(), period.until()));
        if (confirmations.mayConfirm(access, statement.party().code())) {
            model.addAttribute(
                    "disputing", address(body) + "/" + statement.party().code() + "/disputes/new");
        }
        model.addAttribute("file", address(body) + "/" + statement.party().code() + "/statement");
        model.addAttribute(
                "query", period.query() + (knownAt == null ? "" : "&knownAt=" + knownAt));
        return "statements/region";
    }

    @GetMapping("/{party}/statement.{format}")
    ResponseEntity<byte[]> file(
            Access access,
            Locale locale,
            @PathVariable String party,
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable Long knownAt) {
        var asked = StatementFormat.of(format);
        var period = StatementPeriod.asked(from, until, statements.latestYear(access));
        var statement = statements.of(access, party, period, knownAt);
        return download(
                Statements.fileName(statement, asked, locale),
                asked.mediaType(),
                renderer.render(statement, asked, locale, made(access)));
    }

    @GetMapping("/statements.zip")
    ResponseEntity<byte[]> files(
            Access access,
            BodyEntry body,
            Locale locale,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until) {
        var period = StatementPeriod.asked(from, until, statements.latestYear(access));
        var files =
                renderer.files(
                        statements.all(access, period),
                        List.of(StatementFormat.PDF, StatementFormat.XLSX),
                        locale,
                        made(access));
        var name =
                "%s_statements_%s_%s_%s.zip"
                        .formatted(
                                body.code(), period.from(), period.until(), locale.getLanguage());
        return download(name, "application/zip", Workbooks.zip(files));
    }

    /** As text: a browser's own date field would show the browser's language, not the page's. */
    private static void days(Model model, PaperFormats formats, StatementPeriod period) {
        model.addAttribute("from", formats.shortDate(period.from()));
        model.addAttribute("until", formats.shortDate(period.until()));
    }

    private Made made(Access access) {
        return new Made(clock.instant(), access.viewer().name());
    }

    private static String address(BodyEntry body) {
        return "/bodies/" + body.code() + "/regions";
    }

    static ResponseEntity<byte[]> download(String name, String mediaType, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }
}
