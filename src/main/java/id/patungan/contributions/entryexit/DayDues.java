package id.patungan.contributions.entryexit;

import id.patungan.basics.DomainException;
import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a joining or leaving makes of an assessment of dues: what each party pays of it by days.
 *
 * @param fund in which it was charged
 * @param days on which the party pays
 * @param of days of the year
 * @param otherRule code of the rule that divides the case which the assessment did not; null for
 *     its own
 * @param lines of those who share, by code; none if it cannot be worked out
 * @param refusal why it cannot be worked out; null if it can
 */
public record DayDues(
        String assessment,
        String description,
        int year,
        String fund,
        int days,
        int of,
        @Nullable String otherRule,
        List<Line> lines,
        @Nullable DomainException refusal) {

    /** Takes a copy. */
    public DayDues {
        lines = List.copyOf(lines);
    }

    /**
     * A party.
     *
     * @param charged its share as the assessment stands
     * @param byDays what it pays with the change
     * @param settled of the difference, by papers that stand and wishes that wait
     */
    public record Line(String party, String name, Money charged, Money byDays, Money settled) {

        /** More, or less. */
        public Money difference() {
            return byDays.minus(charged);
        }

        /** What is still to be charged, or credited. */
        public Money left() {
            return difference().minus(settled);
        }
    }

    /** The line of a party. */
    public Line line(String party) {
        return lines.stream().filter(one -> one.party().equals(party)).findFirst().orElseThrow();
    }

    /** The sums of all lines. */
    public Line total() {
        return lines.stream()
                .reduce((one, other) ->
                        new Line(
                                "",
                                "",
                                one.charged().plus(other.charged()),
                                one.byDays().plus(other.byDays()),
                                one.settled().plus(other.settled())))
                .orElseThrow();
    }

    /** Whether nothing is left to be charged or credited. */
    public boolean isSettled() {
        return refusal == null && lines.stream().allMatch(line -> line.left().isZero());
    }
}
