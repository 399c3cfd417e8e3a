package id.patungan.grants.papers;

import id.patungan.basics.DateReader;
import id.patungan.basics.DomainException;
import id.patungan.basics.Input;
import id.patungan.basics.InputException;
import id.patungan.documents.PaperFormats;
import id.patungan.grants.papers.AwardPapers.Asked;
import id.patungan.grants.papers.AwardPapers.Issue;
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

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Papers about awards as pages and as files, and their issue. */
@Controller
@RequestMapping("/bodies/{body}/awards/{award}/accountability")
class AwardPaperPages {

    private static final int LAST_YEAR = 9998;

    private final AwardPapers papers;
    private final AwardPaperRenderer renderer;

    AwardPaperPages(AwardPapers papers, AwardPaperRenderer renderer) {
        this.papers = papers;
        this.renderer = renderer;
    }

    /**
     * What was typed into the form of issue.
     *
     * @param key of the command
     */
    record Typed(
            @Nullable String from,
            @Nullable String until,
            @Nullable String date,
            @Nullable String language,
            @Nullable String reason,
            @Nullable String key) {}

    @GetMapping("/{kind:[a-z]+}")
    String page(
            Access access,
            BodyEntry body,
            Locale locale,
            @PathVariable String award,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            Model model) {
        var asked = asked(access, AwardPaperKind.of(kind), award, from, until);
        var language = locale.getLanguage().equals("en") ? "en" : "id";
        var typed = new Typed(null, null, null, language, null, UUID.randomUUID().toString());
        return show(access, body, locale, asked, typed, model);
    }

    private String show(
            Access access, BodyEntry body, Locale locale, Asked asked, Typed typed, Model model) {
        var paper = papers.of(access, asked);
        var address = "/bodies/%s/awards/%s".formatted(body.code(), asked.award());
        model.addAttribute("body", body);
        model.addAttribute("asked", asked);
        model.addAttribute("kind", asked.kind().code());
        model.addAttribute("layout", renderer.layout(paper, locale));
        model.addAttribute("address", address);
        model.addAttribute("here", address + "/accountability/" + asked.kind().code());
        model.addAttribute("query", query(asked));
        model.addAttribute("mayIssue", access.may(Action.PREPARE));
        model.addAttribute("objections", AwardPapers.objections(paper));
        model.addAttribute("typed", typed);
        model.addAttribute("signed", paper.common().signed());
        model.addAttribute(
                "issued",
                papers.issuedAbout(access, asked.award()).stream()
                        .filter(one -> one.series().equals(asked.kind().series()))
                        .toList());
        model.addAttribute("others", others(access, paper));
        return "grants/paper";
    }

    /** The kinds of paper that there are about the award, for the links between them. */
    private static List<String> others(Access access, AwardPaper paper) {
        var hibah = paper.common().hibah();
        return Arrays.stream(AwardPaperKind.values())
                .filter(one -> hibah || one != AwardPaperKind.LPJ)
                .filter(one -> !hibah || !one.layout())
                .filter(one -> !one.ofTheWholeBook() || access.may(Action.READ_BOOKS))
                .map(AwardPaperKind::code)
                .toList();
    }

    @GetMapping("/{kind:[a-z]+}.{format}")
    ResponseEntity<byte[]> file(
            Access access,
            Locale locale,
            @PathVariable String award,
            @PathVariable String kind,
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until) {
        var form = AwardPaperFormat.of(format);
        var asked = asked(access, AwardPaperKind.of(kind), award, from, until);
        var paper = papers.of(access, asked);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(form.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(renderer.fileName(paper, form, locale))
                                .build()
                                .toString())
                .body(renderer.render(paper, form, locale, null));
    }

    @PostMapping("/{kind:[a-z]+}")
    String issue(
            Access access,
            BodyEntry body,
            Locale locale,
            @PathVariable String award,
            @PathVariable String kind,
            Typed typed,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        var errors = new FormErrors();
        var asked = asked(access, AwardPaperKind.of(kind), award, typed.from(), typed.until());
        var date = errors.read("date", () -> day("date", typed.date()));
        var language = errors.read("language", () -> language(typed.language()));
        if (date.isPresent() && language.isPresent()) {
            try {
                var issued =
                        papers.issue(
                                access,
                                new Issue(asked, date.get(), language.get(), reason(typed)),
                                key(typed));
                return "redirect:/bodies/%s/papers/%s".formatted(body.code(), issued.code());
            } catch (DomainException refusal) {
                errors.add(field(refusal), refusal);
            }
        }
        return errors.again(show(access, body, locale, asked, typed, model), model, response);
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
            case "awardpapers.standing", "documents.no-reason" -> "reason";
            default -> "date";
        };
    }

    /**
     * The language of that code.
     *
     * @throws InputException if papers are not made in it
     */
    static Locale language(@Nullable String code) {
        if ("id".equals(code)) return PaperFormats.INDONESIAN;
        if ("en".equals(code)) return Locale.ENGLISH;
        throw new InputException("language", "is neither id nor en");
    }

    private Asked asked(
            Access access,
            AwardPaperKind kind,
            String award,
            @Nullable String from,
            @Nullable String until) {
        return papers.asked(
                access,
                kind,
                award,
                from == null || from.isBlank() ? null : day("from", from),
                until == null || until.isBlank() ? null : day("until", until));
    }

    /** A day that every database and every calendar can hold. */
    static LocalDate day(String field, @Nullable String text) {
        return Input.read(
                field,
                () -> {
                    var day = DateReader.read(text == null ? "" : text);
                    if (day.getYear() > LAST_YEAR || day.getYear() < 1900) {
                        throw new IllegalArgumentException(
                                "'" + text + "' is not between 1900 and " + LAST_YEAR);
                    }
                    return day;
                });
    }

    private static String query(Asked asked) {
        return "?from=" + asked.from() + "&until=" + asked.until();
    }
}
