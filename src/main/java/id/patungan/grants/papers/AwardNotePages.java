package id.patungan.grants.papers;

import id.patungan.basics.DomainException;
import id.patungan.basics.InputException;
import id.patungan.grants.Awards;
import id.patungan.grants.papers.AwardNotes.Wish;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;
import id.patungan.platform.FormErrors;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import java.util.List;
import java.util.UUID;

/** Notes about budget lines, to read and to type, on a page and for programs. */
@Controller
class AwardNotePages {

    private static final String PAGE = "/bodies/{body}/awards/{award}/accountability/notes";

    private final AwardNotes notes;
    private final Awards awards;

    AwardNotePages(AwardNotes notes, Awards awards) {
        this.notes = notes;
        this.awards = awards;
    }

    /**
     * What was typed.
     *
     * @param key of the command; null from programs, which send it as a header
     */
    record NoteWish(
            @Nullable String line,
            @Nullable String from,
            @Nullable String until,
            @Nullable String textId,
            @Nullable String textEn,
            @Nullable String key) {

        Wish read() {
            return new Wish(
                    line == null ? "" : line.strip(),
                    AwardPaperPages.day("from", from),
                    AwardPaperPages.day("until", until),
                    textId,
                    textEn);
        }
    }

    @GetMapping(PAGE)
    String page(
            Access access,
            BodyEntry body,
            @PathVariable String award,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            Model model) {
        var key = UUID.randomUUID().toString();
        return show(access, body, award, new NoteWish(null, from, until, null, null, key), model);
    }

    private String show(Access access, BodyEntry body, String award, NoteWish typed, Model model) {
        var standing = notes.standing(access, award);
        model.addAttribute("body", body);
        model.addAttribute("award", award);
        model.addAttribute("address", "/bodies/" + body.code() + "/awards/" + award);
        model.addAttribute("typed", typed);
        model.addAttribute("lines", awards.get(access, award).inForce().lines());
        model.addAttribute("mayWrite", access.may(Action.PREPARE));
        model.addAttribute(
                "notes",
                notes.all(access, award).stream()
                        .map(one -> new Row(one, state(one, standing)))
                        .toList());
        return "grants/notes";
    }

    /** A note and what became of it: {@code standing}, {@code replaced} or {@code back}. */
    record Row(AwardNote note, String state) {}

    private static String state(AwardNote note, List<AwardNote> standing) {
        if (note.textId() == null) return "back";
        return standing.contains(note) ? "standing" : "replaced";
    }

    @PostMapping(PAGE)
    String write(
            Access access,
            BodyEntry body,
            @PathVariable String award,
            NoteWish typed,
            Model model,
            HttpServletResponse response) {
        access.require(Action.PREPARE);
        awards.get(access, award);
        var key = typed.key();
        if (key == null || key.isBlank()) throw new InputException("key", "is missing");
        try {
            var note = notes.write(access, award, typed.read(), key);
            return "redirect:/bodies/%s/awards/%s/accountability/notes?from=%s&until=%s"
                    .formatted(body.code(), award, note.from(), note.until());
        } catch (DomainException refusal) {
            return FormErrors.of(field(refusal), refusal)
                    .again(show(access, body, award, typed, model), model, response);
        }
    }

    private static String field(DomainException refusal) {
        return switch (refusal.code()) {
            case "awardpapers.unknown-line" -> "line";
            case "awardpapers.order" -> "until";
            case "awardpapers.note.no-en" -> "textEn";
            case "awardpapers.note.no-id", "awardpapers.note.none" -> "textId";
            default -> String.valueOf(refusal.arguments().getFirst());
        };
    }

    @GetMapping("/api/v1" + PAGE)
    @ResponseBody
    List<AwardNote> all(Access access, @PathVariable String award) {
        return notes.all(access, award);
    }

    @PostMapping("/api/v1" + PAGE)
    @ResponseBody
    AwardNote write(
            Access access,
            @PathVariable String award,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody NoteWish wish) {
        access.require(Action.PREPARE);
        return notes.write(access, award, wish.read(), key);
    }
}
