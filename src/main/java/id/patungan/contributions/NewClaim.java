package id.patungan.contributions;

import id.patungan.basics.Money;

import java.time.LocalDate;
import java.util.Locale;

/**
 * The wish for a paper about a single charge.
 *
 * @param charge {@code AS-2006-0001/34.04}
 * @param date accounting date
 * @param amount more than zero
 * @param together of a write-off: makes the allowance that is missing in the same entry
 * @param document the decision: its number, and of whom
 * @param reason on the paper and on its entry
 */
public record NewClaim(
        Kind kind,
        String charge,
        LocalDate date,
        Money amount,
        boolean together,
        String document,
        String reason) {

    private static final int LONGEST_DOCUMENT = 120;
    private static final int LONGEST_REASON = 400;

    /** Checks the texts and the day. */
    public NewClaim {
        date = Typed.day("date", date);
        document = Typed.text("document", document).strip();
        Typed.optional("document", document, LONGEST_DOCUMENT);
        reason = Typed.text("reason", reason).strip();
        Typed.optional("reason", reason, LONGEST_REASON);
    }

    /** The code of the assessment that made the charge; empty if the charge is no such code. */
    public String assessment() {
        var slash = charge.indexOf('/');
        return slash < 0 ? "" : charge.substring(0, slash);
    }

    /** What becomes of the charge. */
    public enum Kind {
        /** Credit note: so much less is charged; what was paid already becomes a prepayment. */
        CREDIT(Paper.Series.CN),
        /** Allowance: so much of it may not be paid. 56100 against 11390. */
        ALLOWANCE(Paper.Series.AL),
        /** An allowance taken back. 11390 against 56100. */
        RELEASE(Paper.Series.AL),
        /** Out of the receivables by decision; the claim stays in memo. 11390 against 11300. */
        WRITE_OFF(Paper.Series.WO),
        /** Into the receivables again, because it may be paid after all. 11300 against 11390. */
        RECOVERY(Paper.Series.RV),
        /** The claim in memo is given up; it never stood in the journal, so there is no entry. */
        MEMO_RELEASE(null);

        private final Paper.@org.jspecify.annotations.Nullable Series series;

        Kind(Paper.@org.jspecify.annotations.Nullable Series series) {
            this.series = series;
        }

        /** The papers among which it is numbered. */
        Paper.Series series() {
            if (series == null) throw new IllegalStateException(name() + " has no entry");
            return series;
        }

        /** Whether less or more of the charge is open after it. */
        boolean changesWhatIsOpen() {
            return this == CREDIT || this == WRITE_OFF || this == RECOVERY;
        }

        /** As stored and sent: {@code write-off}. */
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
            throw new IllegalArgumentException(
                    "'"
                            + code
                            + "' is none of credit, allowance, release, write-off, recovery,"
                            + " memo-release");
        }
    }
}
