package id.patungan.contributions.stages;

import id.patungan.basics.InputException;
import id.patungan.basics.Money;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Stages of charges for programs; amounts are decimal strings in main units. */
@RestController
@RequestMapping("/api/v1/bodies/{body}")
class StageApi {

    private final Stages stages;

    StageApi(Stages stages) {
        this.stages = stages;
    }

    /** All open charges by stage, at the end of a day; without one, today. */
    @GetMapping("/stages")
    BoardAnswer board(Access access, @RequestParam(required = false) @Nullable LocalDate on) {
        access.require(Action.READ_OWN);
        return BoardAnswer.of(stages.board(access, on == null ? stages.today(access) : on));
    }

    @GetMapping("/assessments/{code}/stages")
    List<TrackAnswer> ofAssessment(
            Access access,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable LocalDate on) {
        access.require(Action.READ_OWN);
        return stages.ofAssessment(access, code, on == null ? stages.today(access) : on).stream()
                .map(TrackAnswer::of)
                .toList();
    }

    @PostMapping("/assessments/{code}/stages")
    ResponseEntity<StageEvent> record(
            Access access,
            BodyEntry body,
            @PathVariable String code,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody StageWish request) {
        access.require(Action.PREPARE);
        var recorded = stages.record(access, request.toWish(code), key);
        return ResponseEntity.created(
                        URI.create(
                                "/api/v1/bodies/%s/assessments/%s/stages"
                                        .formatted(body.code(), code)))
                .body(recorded);
    }

    @PostMapping("/assessments/{code}/stages/withdrawals")
    StageEvent withdraw(
            Access access,
            @PathVariable String code,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody WithdrawalWish request) {
        access.require(Action.PREPARE);
        return stages.withdraw(
                access,
                code,
                required("party", request.party()),
                required("event", request.event()),
                required("reason", request.reason()),
                key);
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new InputException(field, "is missing");
        }
        return value;
    }

    private static String text(Money amount) {
        return amount.toDecimal().toPlainString();
    }

    private static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The wish; see {@link NewStageEvent} for the fields. */
    record StageWish(
            @Nullable String party,
            @Nullable String kind,
            @Nullable LocalDate date,
            @Nullable String document,
            @Nullable String note) {

        NewStageEvent toWish(String assessment) {
            var named = required("kind", kind);
            return new NewStageEvent(
                    assessment,
                    required("party", party),
                    EventKind.of(named)
                            .orElseThrow(() ->
                                    new InputException("kind", "'" + named + "' is not known")),
                    required("date", date),
                    document,
                    note);
        }
    }

    /** The wish to withdraw an event. */
    record WithdrawalWish(
            @Nullable String party, @Nullable Integer event, @Nullable String reason) {}

    /**
     * A charge and where it stands.
     *
     * @param yearMissing the year without holidays for which the approval is not counted
     */
    record TrackAnswer(
            String charge,
            String assessment,
            String party,
            String name,
            LocalDate asOf,
            LocalDate due,
            String charged,
            String open,
            String stage,
            @Nullable LocalDate since,
            long days,
            long daysOverdue,
            @Nullable Approval approval,
            @Nullable Integer yearMissing,
            List<StageEvent> events) {

        static TrackAnswer of(Track track) {
            var charge = track.charge();
            return new TrackAnswer(
                    charge.charge(),
                    charge.assessment(),
                    charge.party(),
                    charge.partyName(),
                    track.asOf(),
                    charge.due(),
                    text(charge.charged()),
                    text(charge.open()),
                    code(track.stage()),
                    track.since(),
                    track.days(),
                    track.daysOverdue(),
                    track.approval(),
                    track.yearMissing(),
                    track.events());
        }
    }

    /** How many charges stand in a stage, how much is open and since when the oldest does. */
    record RowAnswer(
            String stage, int count, String open, long oldestDays, Map<String, String> byAge) {

        static RowAnswer of(Board.Row row) {
            var byAge = new TreeMap<String, String>();
            row.byAge().forEach((age, amount) -> byAge.put(code(age), text(amount)));
            return new RowAnswer(
                    code(row.stage()), row.count(), text(row.open()), row.oldest(), byAge);
        }
    }

    /** The board. */
    record BoardAnswer(LocalDate asOf, List<RowAnswer> stages, List<TrackAnswer> charges) {

        static BoardAnswer of(Board board) {
            return new BoardAnswer(
                    board.asOf(),
                    board.rows().stream().map(RowAnswer::of).toList(),
                    board.tracks().stream().map(TrackAnswer::of).toList());
        }
    }
}
