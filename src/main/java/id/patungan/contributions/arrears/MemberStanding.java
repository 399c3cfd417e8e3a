package id.patungan.contributions.arrears;

import id.patungan.contributions.arrears.Standing.Late;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A member with its standing on a day.
 *
 * @param open whether the viewer sees more of it than the state
 * @param late what is overdue; empty where the viewer sees the state only
 * @param steps what was prepared and decided up to that day, in order; empty likewise
 */
public record MemberStanding(
        String party,
        String name,
        LocalDate asOf,
        Standing standing,
        boolean open,
        List<Late> late,
        List<StandingStep> steps) {

    /** Takes copies. */
    public MemberStanding {
        late = List.copyOf(late);
        steps = List.copyOf(steps);
    }

    /** The step that waits for its decision. */
    public Optional<StandingStep> waiting() {
        return steps.stream()
                .filter(step -> step.state() == StandingStep.State.WAITING)
                .findFirst();
    }

    /** The days of the oldest charge that is overdue; 0 if none is. */
    public long oldestDays() {
        return late.stream().mapToLong(Late::days).max().orElse(0);
    }

    /** What others see of it: the state alone. */
    MemberStanding closed() {
        return new MemberStanding(
                party,
                name,
                asOf,
                new Standing(standing.state(), null),
                false,
                List.of(),
                List.of());
    }
}
