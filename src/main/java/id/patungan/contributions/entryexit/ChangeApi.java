package id.patungan.contributions.entryexit;

import id.patungan.basics.Input;
import id.patungan.contributions.LegalBasis;
import id.patungan.contributions.entryexit.NewSimulation.Kind;
import id.patungan.contributions.entryexit.NewSimulation.Notice;
import id.patungan.contributions.entryexit.Simulation.Way;
import id.patungan.platform.Access;
import id.patungan.platform.Action;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Joinings and notices as recorded, for programs. */
@RestController
@RequestMapping("/api/v1/bodies/{body}/entry-exit/changes")
class ChangeApi {

    private final MembershipChanges changes;

    ChangeApi(MembershipChanges changes) {
        this.changes = changes;
    }

    @GetMapping
    List<WireChange> list(Access access) {
        return changes.all(access).stream().map(WireChange::of).toList();
    }

    @PostMapping
    WireChange send(
            Access access,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody ChangeWish request) {
        access.require(Action.PREPARE);
        return WireChange.of(changes.record(access, request.toWish(), key));
    }

    @GetMapping("/{number:[0-9]{1,9}}")
    WireChange one(Access access, @PathVariable int number) {
        return WireChange.of(changes.get(access, number));
    }

    @PostMapping("/{number:[0-9]{1,9}}/withdrawal")
    WireChange withdraw(
            Access access,
            @PathVariable int number,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody WithdrawalWish request) {
        access.require(Action.PREPARE);
        return WireChange.of(
                changes.withdraw(access, number, said("reason", request.reason()), key));
    }

    /** Why a record is withdrawn. */
    record WithdrawalWish(@Nullable String reason) {}

    static <T> T said(String field, @Nullable T value) {
        if (value == null) throw EntryExitException.notSaid(field);
        return value;
    }

    /** See {@link NewMembershipChange}; notice and liability are of a leaver. */
    record ChangeWish(
            @Nullable String kind,
            @Nullable String party,
            @Nullable LocalDate day,
            @Nullable Integer noticeMonths,
            @Nullable Boolean yearEnd,
            @Nullable Integer liableYears,
            @Nullable String way,
            @Nullable String agreement,
            @Nullable String article,
            @Nullable String document,
            @Nullable String reason) {

        NewMembershipChange toWish() {
            var asked = said("kind", kind);
            var whose = said("way", way);
            return new NewMembershipChange(
                    Input.read("kind", () -> Kind.of(asked)),
                    said("party", party),
                    said("day", day),
                    new Notice(
                            noticeMonths == null ? 0 : noticeMonths, Boolean.TRUE.equals(yearEnd)),
                    liableYears == null ? 0 : liableYears,
                    Input.read("way", () -> Way.of(whose)),
                    new LegalBasis(said("agreement", agreement), said("article", article)),
                    said("document", document),
                    said("reason", reason));
        }
    }

    /** See {@link MembershipChange}. */
    record WireChange(
            int number,
            String kind,
            String party,
            String partyName,
            LocalDate day,
            int noticeMonths,
            boolean yearEnd,
            LocalDate effective,
            int liableYears,
            @Nullable LocalDate paysUntil,
            String way,
            String agreement,
            String article,
            String document,
            String reason,
            String recordedBy,
            Instant recordedAt,
            MembershipChange.@Nullable Withdrawal withdrawal) {

        static WireChange of(MembershipChange change) {
            return new WireChange(
                    change.number(),
                    change.kind().code(),
                    change.party(),
                    change.partyName(),
                    change.given(),
                    change.notice().months(),
                    change.notice().yearEnd(),
                    change.effective(),
                    change.liableYears(),
                    change.paysUntil(),
                    change.way().code(),
                    change.ground().agreement(),
                    change.ground().article(),
                    change.document(),
                    change.reason(),
                    change.by(),
                    change.at(),
                    change.withdrawal());
        }
    }
}
