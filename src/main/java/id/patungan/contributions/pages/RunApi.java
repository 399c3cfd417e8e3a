package id.patungan.contributions.pages;

import static id.patungan.contributions.pages.Wire.required;
import static id.patungan.contributions.pages.Wire.text;

import id.patungan.contributions.AssessmentRun;
import id.patungan.contributions.AssessmentRuns;
import id.patungan.contributions.LegalBasis;
import id.patungan.contributions.Sheet;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Assessments that wait for approval, for programs; amounts are decimal strings in main units. */
@RestController
@RequestMapping("/api/v1/bodies/{body}/assessment-runs")
class RunApi {

    private final AssessmentRuns runs;

    RunApi(AssessmentRuns runs) {
        this.runs = runs;
    }

    @GetMapping
    List<Line> list(Access access) {
        return runs.all(access).stream().map(Line::of).toList();
    }

    @GetMapping("/{number:[0-9]{1,9}}")
    Answer get(Access access, @PathVariable int number) {
        return answer(access, runs.get(access, number));
    }

    private Answer answer(Access access, AssessmentRun run) {
        return Answer.of(run, runs.ground(access, run), runs.compared(access, run));
    }

    /** Prepares an assessment; the wish is that of an assessment. */
    @PostMapping
    ResponseEntity<Answer> prepare(
            Access access,
            BodyEntry body,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody AssessmentApi.Request request) {
        access.require(Action.PREPARE);
        var run = runs.prepare(access, request.toWish(body.currency()), key);
        return ResponseEntity.created(
                        URI.create(
                                "/api/v1/bodies/%s/assessment-runs/%d"
                                        .formatted(body.code(), run.number())))
                .body(answer(access, run));
    }

    @PostMapping("/{number:[0-9]{1,9}}/decision")
    Answer decide(
            Access access,
            @PathVariable int number,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Decision request) {
        if (!access.may(Action.PREPARE)) access.require(Action.APPROVE);
        return answer(
                access,
                runs.decide(
                        access,
                        number,
                        required("approve", request.approve()),
                        request.reason(),
                        key));
    }

    @PostMapping("/{number:[0-9]{1,9}}/withdrawal")
    Answer withdraw(
            Access access,
            @PathVariable int number,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Withdrawal request) {
        access.require(Action.PREPARE);
        return answer(
                access, runs.withdraw(access, number, required("reason", request.reason()), key));
    }

    /** Yes or no, and why; a no needs a reason. */
    record Decision(@Nullable Boolean approve, @Nullable String reason) {}

    /** Why it is taken back. */
    record Withdrawal(@Nullable String reason) {}

    /** A line of the list. */
    record Line(
            int number,
            String state,
            int year,
            String kind,
            String fund,
            @Nullable String project,
            String description,
            LocalDate date,
            LocalDate due,
            String total,
            String preparedBy,
            Instant preparedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String reason,
            @Nullable String assessment,
            boolean cancelled) {

        static Line of(AssessmentRun run) {
            var wish = run.wish();
            return new Line(
                    run.number(),
                    run.state().code(),
                    wish.year(),
                    wish.kind().code(),
                    wish.fund().value(),
                    wish.project(),
                    wish.description(),
                    wish.date(),
                    wish.due(),
                    text(run.total()),
                    run.preparedBy(),
                    run.preparedAt(),
                    run.decidedBy(),
                    run.decidedAt(),
                    run.reason(),
                    run.assessment(),
                    run.cancelled());
        }
    }

    /**
     * A run.
     *
     * @param approvalRequired whether another person than the preparer must decide
     * @param legalBasis what it rests on
     * @param comparedWith the assessment of the year before; null if there was none
     * @param laterFigures by which that stands; null if there are none
     */
    record Answer(
            Line run,
            boolean approvalRequired,
            @Nullable LegalBasis legalBasis,
            List<LocalDate> dues,
            Sheet sheet,
            String digest,
            @Nullable String comparedWith,
            @Nullable String laterFigures,
            List<Change> changes) {

        static Answer of(
                AssessmentRun run,
                @Nullable LegalBasis ground,
                AssessmentRun.Comparison comparison) {
            return new Answer(
                    Line.of(run),
                    run.approval(),
                    ground,
                    run.wish().dues(),
                    run.sheet(),
                    run.digest(),
                    comparison.assessment(),
                    comparison.later(),
                    comparison.changes().stream().map(Change::of).toList());
        }
    }

    /**
     * A party beside the year before.
     *
     * @param before null if it was not charged then
     */
    record Change(
            String party,
            String name,
            @Nullable String before,
            String now,
            String more,
            boolean joined,
            boolean left) {

        static Change of(AssessmentRun.Change change) {
            var before = change.before();
            return new Change(
                    change.party(),
                    change.name(),
                    before == null ? null : text(before),
                    text(change.now()),
                    text(change.more()),
                    change.joined(),
                    change.left());
        }
    }
}
