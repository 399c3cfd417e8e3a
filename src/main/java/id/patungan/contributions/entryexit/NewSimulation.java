package id.patungan.contributions.entryexit;

import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Locale;

/**
 * The question what joining or leaving would change.
 *
 * @param party code of who joins or leaves
 * @param day joining: the first day of membership; leaving: the day of the notice
 * @param notice how long the notice runs; for joining it does not count
 * @param liableYears how many years after leaving it keeps paying, from 0 to {@value #MOST_YEARS}
 * @param rule code of the body's rule that divides with the party, and also without it unless
 *     another is named
 * @param ruleWithout code of the rule that divides without the party; null for the same
 * @param figuresOf the year whose indicators are taken
 * @param total of a year
 * @param equity whether the agreement gives a leaver, or asks of a joiner, its share of the
 *     unrestricted net assets by the same key
 */
public record NewSimulation(
        Kind kind,
        String party,
        LocalDate day,
        Notice notice,
        int liableYears,
        String rule,
        @Nullable String ruleWithout,
        int figuresOf,
        Money total,
        boolean equity) {

    /** More years nobody plans for. */
    public static final int MOST_YEARS = 10;

    /** What is asked about. */
    public enum Kind {
        /** A party becomes a member. */
        JOIN,
        /** A member leaves. */
        LEAVE;

        /** As sent. */
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
            throw new IllegalArgumentException("'" + code + "' is not join or leave");
        }
    }

    /**
     * How long a notice runs.
     *
     * @param months from the day of the notice, from 0 to 120
     * @param yearEnd whether membership then goes on until the end of that fiscal year
     */
    public record Notice(int months, boolean yearEnd) {

        /** Leaving takes effect on the day of the notice. */
        public static final Notice NONE = new Notice(0, false);

        /** Refuses what no agreement says. */
        public Notice {
            if (months < 0 || months > 12 * MOST_YEARS) {
                throw EntryExitException.months(months);
            }
        }

        /** The last day of membership after a notice given on that day. */
        public LocalDate lastDay(LocalDate given) {
            var over = given.plusMonths(months);
            return yearEnd ? over.withDayOfYear(over.lengthOfYear()) : over;
        }
    }

    /** Refuses what cannot be meant. */
    public NewSimulation {
        if (day.getYear() < 1900 || day.getYear() > 2900) {
            throw EntryExitException.day(day);
        }
        if (figuresOf < 1900 || figuresOf > 2999) {
            throw EntryExitException.year(figuresOf);
        }
        if (liableYears < 0 || liableYears > MOST_YEARS) {
            throw EntryExitException.years(liableYears, MOST_YEARS);
        }
        if (total.minorUnits() <= 0) {
            throw EntryExitException.notPositive(total);
        }
        if (ruleWithout != null && ruleWithout.isBlank()) ruleWithout = null;
    }

    /** The first day of membership of a joiner; the last of a leaver. */
    public LocalDate effective() {
        return kind == Kind.JOIN ? day : notice.lastDay(day);
    }

    /**
     * The last day for which a leaver pays: later than the last of membership if it stays liable.
     */
    public LocalDate paysUntil() {
        return effective().plusYears(liableYears);
    }

    /** The years in which something changes, and the first in which all of it has changed. */
    int lastYear() {
        return kind == Kind.JOIN ? day.getYear() + 1 : paysUntil().getYear() + 1;
    }

    /** On how many days of the year the party pays. */
    int days(int year) {
        var first = LocalDate.of(year, 1, 1);
        var length = first.lengthOfYear();
        if (kind == Kind.JOIN) {
            if (day.getYear() != year) return day.getYear() < year ? length : 0;
            return length - day.getDayOfYear() + 1;
        }
        var until = paysUntil();
        if (until.getYear() != year) return until.getYear() > year ? length : 0;
        return until.getDayOfYear();
    }
}
