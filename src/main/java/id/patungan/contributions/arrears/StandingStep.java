package id.patungan.contributions.arrears;

import id.patungan.contributions.arrears.Standing.Late;
import id.patungan.contributions.arrears.Standing.Taken;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A step as it was prepared and, perhaps, decided.
 *
 * @param on day of the paper; the standing changes on it
 * @param document number of the paper
 * @param days that led to the proposal
 * @param knownAt entry up to which the book was read
 * @param policy version of the policy by which it was proposed
 * @param charges that led to it, as they stood on that day
 */
public record StandingStep(
        int number,
        String party,
        String name,
        Step step,
        State state,
        LocalDate on,
        String document,
        String reason,
        long days,
        long knownAt,
        int policy,
        boolean approval,
        List<Late> charges,
        String preparedBy,
        Instant preparedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String answer) {

    /** What became of it. */
    public enum State {
        /** Waits for another person. */
        WAITING,
        /** Holds. */
        APPROVED,
        /** Was turned down. */
        REJECTED;

        /** As sent. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Takes a copy. */
    public StandingStep {
        charges = List.copyOf(charges);
    }

    /** The series of letters about steps in the register of papers. */
    public static final String PAPER_SERIES = "KA";

    /** What a letter about it is about, in the register of papers. */
    public String subject() {
        return "standing/" + number;
    }

    /** Whether it held before that instant; null: whether it holds at all. */
    boolean heldBefore(@Nullable Instant instant) {
        var since = decidedAt == null ? preparedAt : decidedAt;
        return instant == null || since.isBefore(instant);
    }

    Taken taken() {
        return new Taken(step, on, charges.stream().map(Late::charge).collect(Collectors.toSet()));
    }
}
