package id.patungan.grants;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * What happened to an award besides money.
 *
 * @param no from 1 within the award, without gaps
 * @param item code of the report, tranche or rule that it is about
 * @param documentNo the paper that shows it
 * @param amount minor units of the book's currency, where one matters
 * @param text what was said: the reason of an override, why a report came back
 * @param by handle of who recorded it
 * @param undone whether a later event has taken it back
 */
public record AwardEvent(
        int no,
        Kind kind,
        String item,
        LocalDate date,
        @Nullable String documentNo,
        @Nullable Long amount,
        @Nullable String text,
        String by,
        Instant at,
        boolean undone) {

    /** What happened. */
    public enum Kind {
        /** A report was handed in. */
        REPORT_SUBMITTED,
        /** The giver accepted it. */
        REPORT_ACCEPTED,
        /** The giver sent it back. */
        REPORT_RETURNED,
        /** A milestone on which a tranche depends was reached. */
        MILESTONE,
        /** A named person set a rule aside for one document. */
        OVERRIDE,
        /**
         * A region or an organisation was promised a part of the money; its item is the code of
         * that party. Costs that are paid to it are passed on.
         */
        PASS_ON,
        /** Takes back an earlier event; its item is the number of that. */
        UNDO;

        /** As stored and sent. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /**
         * The kind of that code.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Kind of(String code) {
            for (var kind : values()) {
                if (kind.code().equals(code)) return kind;
            }
            throw new IllegalArgumentException("'" + code + "' is not a kind of event");
        }
    }
}
