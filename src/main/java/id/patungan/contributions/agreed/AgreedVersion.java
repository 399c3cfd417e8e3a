package id.patungan.contributions.agreed;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Locale;

/** A version of what a body has agreed. */
public interface AgreedVersion {

    /** From 1, without gaps. */
    int version();

    /** What became of it. */
    State state();

    /** The first day on which it holds. */
    LocalDate effectiveFrom();

    /** Handle of whoever drafted it. */
    String preparedBy();

    /** Handle of whoever approved or rejected it; null if nobody has. */
    @Nullable String decidedBy();

    /** The wish for a version: the place in an agreement that it rests on, and its first day. */
    interface Wish {

        /** Code of the agreement. */
        String agreement();

        /** The article that says so. */
        String article();

        /** The first day on which it is to hold. */
        LocalDate effectiveFrom();
    }

    /** What became of a version. */
    enum State {
        /** Waits for another person. */
        DRAFT,
        /** Holds from its day on, until a later version does. */
        APPROVED,
        /** Was turned down. */
        REJECTED,
        /** A newer version was drafted before this one was decided. */
        REPLACED;

        /** As stored and sent. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The state that follows from what is stored.
         *
         * @param decision {@code approve} or {@code reject}; null if nobody has decided
         * @param newest whether no later version was drafted
         */
        public static State of(@Nullable String decision, boolean newest) {
            if (decision == null) return newest ? DRAFT : REPLACED;
            return decision.equals("approve") ? APPROVED : REJECTED;
        }
    }
}
