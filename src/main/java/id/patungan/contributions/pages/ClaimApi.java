package id.patungan.contributions.pages;

import static id.patungan.contributions.pages.Wire.required;
import static id.patungan.contributions.pages.Wire.text;

import id.patungan.basics.Input;
import id.patungan.contributions.ClaimPaper;
import id.patungan.contributions.ClaimPapers;
import id.patungan.contributions.ClaimWish;
import id.patungan.contributions.ClaimWishes;
import id.patungan.contributions.Claims;
import id.patungan.contributions.MemoRelease;
import id.patungan.contributions.NewClaim;
import id.patungan.contributions.pages.Wire.WireReversal;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * Credit notes, allowances, write-offs and recoveries for programs; amounts are decimal strings in
 * main units.
 */
@RestController
@RequestMapping("/api/v1/bodies/{body}/claims")
class ClaimApi {

    private final Claims claims;
    private final ClaimPapers papers;
    private final ClaimWishes wishes;

    ClaimApi(Claims claims, ClaimPapers papers, ClaimWishes wishes) {
        this.claims = claims;
        this.papers = papers;
        this.wishes = wishes;
    }

    @GetMapping
    Answer list(Access access, @RequestParam(required = false) @Nullable String assessment) {
        var shown = papers.shown(access, assessment);
        return new Answer(
                shown.papers().stream().map(PaperAnswer::of).toList(),
                shown.releases().stream().map(ReleaseAnswer::of).toList(),
                shown.wishes().stream().map(WishAnswer::of).toList());
    }

    @GetMapping("/{code}")
    PaperAnswer get(Access access, @PathVariable String code) {
        return PaperAnswer.of(papers.get(access, code));
    }

    @PostMapping
    Made take(
            Access access,
            BodyEntry body,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody ClaimRequest request) {
        access.require(Action.PREPARE);
        return Made.of(claims.take(access, request.toWish(body.currency()), key));
    }

    @PostMapping("/wishes/{number:[0-9]{1,9}}/decision")
    WishAnswer decide(
            Access access,
            @PathVariable int number,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody ClaimDecision request) {
        access.require(Action.APPROVE);
        return WishAnswer.of(
                wishes.decide(
                        access,
                        number,
                        required("approve", request.approve()),
                        request.reason(),
                        key));
    }

    @PostMapping("/wishes/{number:[0-9]{1,9}}/booking")
    Made book(
            Access access, @PathVariable int number, @RequestHeader("Idempotency-Key") String key) {
        access.require(Action.PREPARE);
        return Made.of(claims.book(access, number, key));
    }

    @PostMapping("/{code}/reversal")
    PaperAnswer reverse(
            Access access,
            @PathVariable String code,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody ClaimReversal request) {
        access.require(Action.PREPARE);
        return PaperAnswer.of(
                claims.reverse(
                        access,
                        code,
                        required("date", request.date()),
                        required("reason", request.reason()),
                        key));
    }

    /** The wish; see {@link NewClaim} for the fields. */
    record ClaimRequest(
            @Nullable String kind,
            @Nullable String charge,
            @Nullable LocalDate date,
            @Nullable String amount,
            @Nullable Boolean together,
            @Nullable String document,
            @Nullable String reason) {

        NewClaim toWish(Currency currency) {
            return new NewClaim(
                    Input.read("kind", () -> NewClaim.Kind.of(required("kind", kind))),
                    required("charge", charge),
                    required("date", date),
                    Wire.amount("amount", amount, currency),
                    together != null && together,
                    required("document", document),
                    required("reason", reason));
        }
    }

    /** The decision about a wish. */
    record ClaimDecision(@Nullable Boolean approve, @Nullable String reason) {}

    /** The wish to undo a paper. */
    record ClaimReversal(@Nullable LocalDate date, @Nullable String reason) {}

    /** All papers about charges within reach; wishes for those who read the whole book. */
    record Answer(
            List<PaperAnswer> papers, List<ReleaseAnswer> releases, List<WishAnswer> wishes) {}

    /** What a wish has become: one of the three. */
    record Made(
            @Nullable PaperAnswer paper,
            @Nullable ReleaseAnswer release,
            @Nullable WishAnswer waiting) {

        static Made of(Claims.Made made) {
            var paper = made.paper();
            var release = made.release();
            var waiting = made.waiting();
            return new Made(
                    paper == null ? null : PaperAnswer.of(paper),
                    release == null ? null : ReleaseAnswer.of(release),
                    waiting == null ? null : WishAnswer.of(waiting));
        }
    }

    /** A paper. */
    record PaperAnswer(
            String code,
            String kind,
            String charge,
            String party,
            LocalDate date,
            String amount,
            String allowedInTheSameEntry,
            String document,
            String reason,
            long entry,
            @Nullable WireReversal reversed) {

        static PaperAnswer of(ClaimPaper claim) {
            return new PaperAnswer(
                    claim.code(),
                    claim.kind().code(),
                    claim.charge(),
                    claim.party(),
                    claim.paper().date(),
                    text(claim.amount()),
                    text(claim.provided()),
                    claim.document(),
                    claim.paper().description(),
                    claim.paper().entryNo(),
                    WireReversal.of(claim.paper().reversal()));
        }
    }

    /** A claim given up. */
    record ReleaseAnswer(
            String code,
            String charge,
            String party,
            LocalDate date,
            String amount,
            String document,
            String reason) {

        static ReleaseAnswer of(MemoRelease release) {
            return new ReleaseAnswer(
                    release.code(),
                    release.charge(),
                    release.party(),
                    release.date(),
                    text(release.amount()),
                    release.document(),
                    release.reason());
        }
    }

    /** A wish, with what became of it. */
    record WishAnswer(
            int number,
            String state,
            String kind,
            String charge,
            String party,
            LocalDate date,
            String amount,
            boolean together,
            String document,
            String reason,
            String preparedBy,
            @Nullable String decidedBy,
            @Nullable String decisionReason,
            @Nullable String paper) {

        static WishAnswer of(ClaimWish one) {
            var wish = one.wish();
            return new WishAnswer(
                    one.number(),
                    one.state().code(),
                    wish.kind().code(),
                    wish.charge(),
                    one.party(),
                    wish.date(),
                    text(wish.amount()),
                    wish.together(),
                    wish.document(),
                    wish.reason(),
                    one.preparedBy(),
                    one.decidedBy(),
                    one.reason(),
                    one.code());
        }
    }
}
