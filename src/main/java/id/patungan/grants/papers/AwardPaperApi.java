package id.patungan.grants.papers;

import id.patungan.basics.InputException;
import id.patungan.documents.IssuedPaper;
import id.patungan.grants.papers.AwardPapers.Issue;
import id.patungan.platform.Access;
import id.patungan.platform.Action;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Locale;

/** Papers about awards for programs; the issued ones stand in the register of papers. */
@RestController
@RequestMapping("/api/v1/bodies/{body}/awards/{award}/accountability")
class AwardPaperApi {

    private final AwardPapers papers;
    private final AwardPaperRenderer renderer;

    AwardPaperApi(AwardPapers papers, AwardPaperRenderer renderer) {
        this.papers = papers;
        this.renderer = renderer;
    }

    @GetMapping
    List<IssuedPaper> issued(Access access, @PathVariable String award) {
        return papers.issuedAbout(access, award);
    }

    @GetMapping(value = "/{kind}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> data(
            Access access,
            @PathVariable String award,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until) {
        var asked =
                papers.asked(
                        access,
                        AwardPaperKind.of(kind),
                        award,
                        from == null ? null : AwardPaperPages.day("from", from),
                        until == null ? null : AwardPaperPages.day("until", until));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        renderer.render(
                                papers.of(access, asked),
                                AwardPaperFormat.JSON,
                                Locale.ENGLISH,
                                null));
    }

    /**
     * A paper to be issued; Indonesian if no language is named.
     *
     * @param from first day; of an LPJ, in whose year
     * @param reason why the one that stands is replaced
     */
    record Wish(
            @Nullable String from,
            @Nullable String until,
            @Nullable String date,
            @Nullable String language,
            @Nullable String reason) {}

    @PostMapping("/{kind}")
    IssuedPaper issue(
            Access access,
            @PathVariable String award,
            @PathVariable String kind,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Wish wish) {
        access.require(Action.PREPARE);
        if (wish.from() == null || wish.until() == null) throw AwardPaperException.noPeriod();
        if (wish.date() == null) throw new InputException("date", "is missing");
        var asked =
                papers.asked(
                        access,
                        AwardPaperKind.of(kind),
                        award,
                        AwardPaperPages.day("from", wish.from()),
                        AwardPaperPages.day("until", wish.until()));
        return papers.issue(
                access,
                new Issue(
                        asked,
                        AwardPaperPages.day("date", wish.date()),
                        AwardPaperPages.language(wish.language() == null ? "id" : wish.language()),
                        wish.reason()),
                key);
    }
}
