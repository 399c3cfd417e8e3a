package id.patungan.contributions.pages;

import static id.patungan.contributions.pages.Wire.required;
import static id.patungan.contributions.pages.Wire.text;

import id.patungan.contributions.NewRecalculation;
import id.patungan.contributions.Recalculation;
import id.patungan.contributions.Recalculations;
import id.patungan.contributions.Sheet;
import id.patungan.contributions.pages.Wire.WireReversal;
import id.patungan.platform.Access;
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

/** Recalculations of an assessment for programs; amounts are decimal strings in main units. */
@RestController
@RequestMapping("/api/v1/bodies/{body}/assessments/{code}/recalculations")
class RecalculationApi {

    private final Recalculations recalculations;

    RecalculationApi(Recalculations recalculations) {
        this.recalculations = recalculations;
    }

    @GetMapping
    List<Answer> list(Access access, @PathVariable String code) {
        return recalculations.ofAssessment(access, code).stream().map(Answer::of).toList();
    }

    @GetMapping("/{run}")
    Answer get(Access access, @PathVariable String code, @PathVariable String run) {
        return Answer.of(recalculations.get(access, code, run));
    }

    /** What a recalculation would charge and credit; stores nothing. */
    @PostMapping("/preview")
    PreviewAnswer preview(
            Access access, @PathVariable String code, @RequestBody Recalculate request) {
        var preview = recalculations.preview(access, request.toWish(code));
        return new PreviewAnswer(
                preview.changes().stream().map(Change::of).toList(), preview.sheet());
    }

    @PostMapping
    ResponseEntity<Answer> issue(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Recalculate request) {
        var issued = recalculations.issue(access, request.toWish(code), key);
        return ResponseEntity.created(
                        URI.create(
                                "/api/v1/bodies/%s/assessments/%s/recalculations/%s"
                                        .formatted(body.code(), code, issued.code())))
                .body(Answer.of(issued));
    }

    @PostMapping("/{run}/reversal")
    Answer reverse(
            Access access,
            @PathVariable String code,
            @PathVariable String run,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Reversal request) {
        return Answer.of(
                recalculations.reverse(
                        access,
                        code,
                        run,
                        required("date", request.date()),
                        required("reason", request.reason()),
                        key));
    }

    /** The wish to undo. */
    record Reversal(@Nullable LocalDate date, @Nullable String reason) {}

    /** The wish; see {@link NewRecalculation} for the fields. */
    record Recalculate(
            @Nullable LocalDate date,
            @Nullable LocalDate due,
            @Nullable String reason,
            @Nullable String source,
            @Nullable String figures) {

        NewRecalculation toWish(String assessment) {
            return new NewRecalculation(
                    assessment,
                    required("date", date),
                    required("due", due),
                    required("reason", reason),
                    required("source", source),
                    figures);
        }
    }

    /** What a recalculation would change. */
    record PreviewAnswer(List<Change> changes, Sheet sheet) {}

    /** What a party is charged by the later figures. */
    record Change(
            String party,
            String name,
            String charge,
            String before,
            String share,
            String difference) {

        static Change of(Recalculation.Change change) {
            return new Change(
                    change.party(),
                    change.name(),
                    change.charge(),
                    text(change.before()),
                    text(change.share()),
                    text(change.difference()));
        }
    }

    /**
     * A recalculation as far as the caller may see it.
     *
     * @param sheet null for those who see single shares only, and so is the digest
     */
    record Answer(
            String code,
            String assessment,
            LocalDate date,
            LocalDate due,
            String reason,
            String source,
            long entry,
            @Nullable WireReversal reversed,
            List<Change> changes,
            @Nullable Sheet sheet,
            @Nullable String digest) {

        static Answer of(Recalculation run) {
            var whole = run.whole();
            return new Answer(
                    run.code(),
                    run.assessment(),
                    run.paper().date(),
                    run.due(),
                    run.reason(),
                    run.source(),
                    run.paper().entryNo(),
                    WireReversal.of(run.paper().reversal()),
                    run.changes().stream().map(Change::of).toList(),
                    whole == null ? null : whole.sheet(),
                    whole == null ? null : whole.digest());
        }
    }
}
