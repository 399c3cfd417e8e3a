package id.patungan.contributions;

import java.util.Locale;

/**
 * What a figure rests on, shown beside it wherever it appears: words of a source, an assumption
 * made by whoever entered it, or an invented sample.
 *
 * @param note says what was assumed, or where the source says it
 */
public record Basis(Kind kind, String note) {

    /** How much a figure may be trusted. */
    public enum Kind {
        /** It stands in the source that the note names. */
        SOURCE,
        /** It was assumed or inferred; the note says why. */
        ASSUMED,
        /** It is invented for a demonstration. */
        SAMPLE;

        /** As stored and sent: {@code source}, {@code assumed}, {@code sample}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
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
            throw new IllegalArgumentException(
                    "'" + code + "' is not a basis; use source, assumed or sample");
        }
    }

    /** Refuses an empty or overlong note: a mark without a reason says nothing. */
    public Basis {
        if (note.isBlank() || note.length() > 500) {
            throw new IllegalArgumentException("A basis needs a note of 1 to 500 characters");
        }
    }
}
