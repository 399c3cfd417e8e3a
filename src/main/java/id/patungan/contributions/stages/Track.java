package id.patungan.contributions.stages;

import id.patungan.contributions.OpenCharge;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A charge on its way through the payer's budget, as it stands on a day.
 *
 * @param charge what was charged, paid and is open
 * @param events all that was recorded up to the day, the oldest first, also what was withdrawn
 * @param received the day on which nothing was open any more; null while something is
 * @param approval null if it cannot be counted, for a year without holidays
 * @param yearMissing the year whose holidays are not known; null if all that are needed are
 */
public record Track(
        OpenCharge charge,
        List<StageEvent> events,
        @Nullable LocalDate received,
        @Nullable Approval approval,
        @Nullable Integer yearMissing,
        LocalDate asOf) {

    /** Takes a copy. */
    public Track {
        events = List.copyOf(events);
    }

    /** The event by which it entered a stage, if that was recorded and stands. */
    public Optional<StageEvent> at(Stage stage) {
        return events.stream()
                .filter(StageEvent::stands)
                .filter(event -> event.kind().stage() == stage)
                .findFirst();
    }

    /** The furthest stage that it has reached. */
    public Stage stage() {
        if (charge.open().minorUnits() <= 0) {
            return Stage.RECEIVED;
        }
        return events.stream()
                .filter(StageEvent::stands)
                .flatMap(event -> Optional.ofNullable(event.kind().stage()).stream())
                .max(Stage::compareTo)
                .orElse(Stage.AGREED);
    }

    /** When it entered that stage; null where the day of the last money is not known. */
    public @Nullable LocalDate since() {
        return switch (stage()) {
            case AGREED -> charge.issued();
            case RECEIVED -> received;
            default -> at(stage()).map(StageEvent::on).orElse(null);
        };
    }

    /** For how many calendar days it has been there; 0 once all is received. */
    public long days() {
        var since = since();
        return since == null || stage() == Stage.RECEIVED
                ? 0
                : Math.max(0, ChronoUnit.DAYS.between(since, asOf));
    }

    /** How many days something is overdue; 0 if nothing is. */
    public long daysOverdue() {
        return charge.open().minorUnits() <= 0
                ? 0
                : Math.max(0, ChronoUnit.DAYS.between(charge.due(), asOf));
    }
}
