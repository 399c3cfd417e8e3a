package id.patungan.contributions.arrears;

import id.patungan.contributions.arrears.ArrearsPolicy.ClockStart;
import id.patungan.contributions.arrears.Standing.Late;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * A step that people have decided, with the version of the policy by which it was proposed.
 *
 * @param step as it was decided
 * @param policy by which it was proposed
 */
public record DecidedStep(StandingStep step, ArrearsPolicy policy) {

    /**
     * The day from which the days until a suspension count; null for another step than a notice.
     */
    public @Nullable LocalDate clockStart() {
        if (step.step() != Step.NOTICE) return null;
        if (policy.terms().clock() == ClockStart.NOTICE) return step.on();
        return step.charges().stream()
                .map(Late::due)
                .min(Comparator.naturalOrder())
                .orElse(step.on());
    }

    /**
     * The last day to pay: on the next one a suspension is proposed. SALGA's thirty days from a
     * notice of 1 March end on 31 March.
     *
     * @return null for another step than a notice
     */
    public @Nullable LocalDate lastDay() {
        var start = clockStart();
        return start == null ? null : start.plusDays(policy.terms().suspendAfter());
    }
}
