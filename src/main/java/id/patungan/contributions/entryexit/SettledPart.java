package id.patungan.contributions.entryexit;

import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What was charged or credited because of a joining or leaving.
 *
 * @param change number of the joining or notice
 * @param kind dues by days, or the buy-in of a joiner
 * @param assessment whose shares were put right; null for a buy-in
 * @param amount more than zero: charged; less: credited
 * @param paper the levy or credit note; null while a wish waits
 * @param wish for a credit note, in a body that asks for two people
 * @param stands not if its paper was cancelled or its wish turned down
 */
public record SettledPart(
        int change,
        Kind kind,
        @Nullable String assessment,
        @Nullable String otherRule,
        String party,
        String partyName,
        Money amount,
        @Nullable String paper,
        @Nullable Integer wish,
        boolean stands,
        String by,
        Instant at) {

    /** What it was for. */
    public enum Kind {
        /** Dues by days. */
        DAYS("days"),
        /** What a joiner pays once. */
        BUY_IN("buy-in");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** As stored and sent. */
        public String code() {
            return code;
        }
    }

    /** The code of its paper; while a wish waits, its number. */
    public String name() {
        return paper == null ? "#" + wish : paper;
    }

    /** Whether its paper is a levy, not a credit note. */
    public boolean levy() {
        return amount.minorUnits() > 0;
    }
}
