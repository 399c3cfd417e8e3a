package id.patungan.contributions.pages;

import static id.patungan.contributions.pages.Wire.required;
import static id.patungan.contributions.pages.Wire.text;

import id.patungan.contributions.DuesEstimate;
import id.patungan.contributions.DuesEstimates;
import id.patungan.contributions.LegalBasis;
import id.patungan.contributions.Sheet;
import id.patungan.contributions.pages.Wire.WireReversal;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;

/** Estimates of dues for programs; amounts are decimal strings in main units. */
@RestController
@RequestMapping("/api/v1/bodies/{body}")
class EstimateApi {

    private final DuesEstimates estimates;

    EstimateApi(DuesEstimates estimates) {
        this.estimates = estimates;
    }

    @GetMapping("/estimates")
    List<Answer> list(Access access) {
        return estimates.all(access).stream().map(Answer::of).toList();
    }

    @GetMapping("/estimates/{code}")
    Answer get(Access access, @PathVariable String code) {
        return Answer.of(estimates.get(access, code));
    }

    /** Records an estimate; the wish is that of an assessment, whose due days mean nothing here. */
    @PostMapping("/estimates")
    ResponseEntity<Answer> issue(
            Access access,
            BodyEntry body,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody AssessmentApi.Request request) {
        access.require(Action.PREPARE);
        var issued = estimates.issue(access, request.toWish(body.currency()), key);
        return ResponseEntity.created(
                        URI.create(
                                "/api/v1/bodies/%s/estimates/%s"
                                        .formatted(body.code(), issued.code())))
                .body(Answer.of(issued));
    }

    /** Charges what was declared and takes the estimate off. */
    @PostMapping("/estimates/{code}/bill")
    AssessmentApi.Answer bill(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody AssessmentApi.Request request) {
        access.require(Action.PREPARE);
        return AssessmentApi.Answer.of(
                estimates.bill(access, code, request.toWish(body.currency()), key));
    }

    @PostMapping("/estimates/{code}/reversal")
    Answer reverse(
            Access access,
            @PathVariable String code,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Undoing request) {
        access.require(Action.PREPARE);
        return Answer.of(
                estimates.reverse(
                        access,
                        code,
                        required("date", request.date()),
                        required("reason", request.reason()),
                        key));
    }

    /** The wish to undo an estimate. */
    record Undoing(@Nullable LocalDate date, @Nullable String reason) {}

    /** What is estimated of a party. */
    record Share(String party, String name, String share, boolean member) {}

    /**
     * An estimate as far as the caller may see it.
     *
     * @param total null for those who see single shares only, and so are the fields after it
     */
    record Answer(
            String code,
            int year,
            String fund,
            LocalDate date,
            String description,
            LegalBasis legalBasis,
            String legalText,
            long entry,
            @Nullable WireReversal reversed,
            @Nullable String billedBy,
            List<Share> shares,
            @Nullable String total,
            @Nullable Sheet sheet,
            @Nullable String digest) {

        static Answer of(DuesEstimate estimate) {
            var paper = estimate.paper();
            var whole = estimate.whole();
            return new Answer(
                    paper.code(),
                    estimate.year(),
                    estimate.fund(),
                    paper.date(),
                    paper.description(),
                    estimate.legalBasis(),
                    estimate.legalText(),
                    paper.entryNo(),
                    WireReversal.of(paper.reversal()),
                    estimate.billedBy(),
                    estimate.shares().stream()
                            .map(one ->
                                    new Share(
                                            one.party(),
                                            one.name(),
                                            text(one.share()),
                                            one.member()))
                            .toList(),
                    whole == null ? null : text(whole.total()),
                    whole == null ? null : whole.sheet(),
                    whole == null ? null : whole.digest());
        }
    }
}
