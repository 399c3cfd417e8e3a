package id.patungan.contributions.stages;

import id.patungan.basics.DomainException;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** Why an event, holiday or limit was not recorded, or a limit not counted; nothing was stored. */
public final class StagesException extends DomainException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Integer yearMissing;

    private StagesException(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
        this.yearMissing = null;
    }

    private StagesException(int yearMissing) {
        super(
                Kind.REFUSED,
                "stages.no-holidays",
                "No holidays are recorded for %d: record them, or state that there are none"
                        .formatted(yearMissing),
                Integer.toString(yearMissing));
        this.yearMissing = yearMissing;
    }

    /** The year whose holidays are not known; null if something else was refused. */
    public @Nullable Integer yearMissing() {
        return yearMissing;
    }

    static StagesException noHolidays(int year) {
        return new StagesException(year);
    }

    static StagesException year(int year) {
        return new StagesException(
                Kind.REFUSED,
                "stages.year",
                "The year %d is not between %d and %d"
                        .formatted(year, Days.FIRST_YEAR, Days.LAST_YEAR),
                Integer.toString(year),
                Integer.toString(Days.FIRST_YEAR),
                Integer.toString(Days.LAST_YEAR));
    }

    static StagesException limit(int days, int most) {
        return new StagesException(
                Kind.REFUSED,
                "stages.limit",
                "A limit has 1 to %d working days, not %d".formatted(most, days),
                most,
                Integer.toString(days));
    }

    static StagesException noSource(int longest) {
        return new StagesException(
                Kind.REFUSED,
                "stages.no-source",
                "Name the regulation or decree that says so, in at most %d characters"
                        .formatted(longest),
                longest);
    }

    static StagesException noName(int longest) {
        return new StagesException(
                Kind.REFUSED,
                "stages.no-name",
                "A holiday needs a name in Indonesian and in English, each of at most %d characters"
                        .formatted(longest),
                longest);
    }

    static StagesException isHoliday(LocalDate day, String name) {
        return new StagesException(
                Kind.CONFLICT,
                "stages.is-holiday",
                "%s is already a holiday: %s. Take it away first to record it otherwise"
                        .formatted(day, name),
                day,
                name);
    }

    static StagesException noSuchHoliday(LocalDate day) {
        return new StagesException(
                Kind.NOT_FOUND,
                "stages.no-such-holiday",
                "%s is not among the holidays".formatted(day),
                day);
    }

    static StagesException hasHolidays(int year, int count) {
        return new StagesException(
                Kind.REFUSED,
                "stages.has-holidays",
                "%d has %d holidays on record; take them away before stating that there are none"
                        .formatted(year, count),
                Integer.toString(year),
                count);
    }

    static StagesException tooLong(int longest) {
        return new StagesException(
                Kind.REFUSED,
                "stages.too-long",
                "The text has more than %d characters; shorten it".formatted(longest),
                longest);
    }

    static StagesException noGround() {
        return new StagesException(
                Kind.REFUSED,
                "stages.no-ground",
                "Say why no approval is needed: the unit's task, and where the running budget has"
                        + " it");
    }

    static StagesException noSuchCharge(String party, String assessment) {
        return new StagesException(
                Kind.REFUSED,
                "stages.no-such-charge",
                "%s was charged nothing by %s; choose one of its payers"
                        .formatted(party, assessment),
                party,
                assessment);
    }

    static StagesException cancelled(String assessment) {
        return new StagesException(
                Kind.REFUSED,
                "stages.cancelled",
                "%s was cancelled; nothing more happens to its charges".formatted(assessment),
                assessment);
    }

    static StagesException inFuture(LocalDate on, LocalDate today) {
        return new StagesException(
                Kind.REFUSED,
                "stages.in-future",
                "%s has not come yet; record what happened up to today, %s".formatted(on, today),
                on,
                today);
    }

    static StagesException entered(EventKind kind, LocalDate on) {
        return new StagesException(
                Kind.REFUSED,
                "stages.entered",
                "%s was already recorded for %s; withdraw that first to correct it"
                        .formatted(kind.code(), on),
                kind,
                on);
    }

    static StagesException beforeAssessment(String assessment, LocalDate issued, LocalDate on) {
        return new StagesException(
                Kind.REFUSED,
                "stages.before-assessment",
                "%s was issued on %s; no stage of it begins on %s already"
                        .formatted(assessment, issued, on),
                assessment,
                issued,
                on);
    }

    static StagesException beforeStage(StageEvent earlier, LocalDate on) {
        return new StagesException(
                Kind.REFUSED,
                "stages.before-stage",
                "%s was on %s; what comes after it cannot be on %s already"
                        .formatted(earlier.kind().code(), earlier.on(), on),
                earlier.kind(),
                earlier.on(),
                on);
    }

    static StagesException afterStage(StageEvent later, LocalDate on) {
        return new StagesException(
                Kind.REFUSED,
                "stages.after-stage",
                "%s was on %s already; what comes before it cannot be as late as %s"
                        .formatted(later.kind().code(), later.on(), on),
                later.kind(),
                later.on(),
                on);
    }

    static StagesException outOfOrder(EventKind kind, EventKind last, LocalDate on) {
        return new StagesException(
                Kind.REFUSED,
                "stages.out-of-order",
                "%s cannot follow %s of %s".formatted(kind.code(), last.code(), on),
                kind,
                last,
                on);
    }

    static StagesException notFirst(EventKind kind) {
        return new StagesException(
                Kind.REFUSED,
                "stages.not-first",
                "%s comes after a submission; record first when the legislature received it"
                        .formatted(kind.code()),
                kind);
    }

    static StagesException deemed(LocalDate since, LocalDate on) {
        return new StagesException(
                Kind.REFUSED,
                "stages.deemed",
                "Silence counts as approval since %s; what came on %s is too late"
                        .formatted(since, on),
                since,
                on);
    }

    static StagesException noSuchEvent(int no) {
        return new StagesException(
                Kind.REFUSED,
                "stages.no-such-event",
                "There is no event %d of this charge".formatted(no),
                Integer.toString(no));
    }

    static StagesException withdrawn(int no) {
        return new StagesException(
                Kind.CONFLICT,
                "stages.withdrawn",
                "Event %d is already withdrawn".formatted(no),
                Integer.toString(no));
    }

    static StagesException restsOn(EventKind kind, LocalDate on) {
        return new StagesException(
                Kind.REFUSED,
                "stages.rests-on",
                "%s of %s rests on it; withdraw that first".formatted(kind.code(), on),
                kind,
                on);
    }

    static StagesException noReason(int longest) {
        return new StagesException(
                Kind.REFUSED,
                "stages.no-reason",
                "A withdrawal needs a reason of 1 to %d characters".formatted(longest),
                longest);
    }
}
