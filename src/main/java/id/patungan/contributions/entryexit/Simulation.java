package id.patungan.contributions.entryexit;

import id.patungan.basics.Fraction;
import id.patungan.basics.Money;
import id.patungan.contributions.OpenCharge;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What joining or leaving would change, year by year; nothing of it is stored or posted.
 *
 * @param wish the question
 * @param partyName who joins or leaves
 * @param rule the wording that divides with the party: code and version
 * @param ruleWithout the wording that divides without it
 * @param years in which something changes, and the first in which all of it has changed
 * @param worth of the body to its members on the effective day
 * @param settlement of a leaver; null for a joiner
 */
public record Simulation(
        NewSimulation wish,
        String partyName,
        String rule,
        String ruleWithout,
        List<Year> years,
        Worth worth,
        @Nullable Settlement settlement) {

    /** Takes a copy. */
    public Simulation {
        years = List.copyOf(years);
    }

    /** Who makes room for the change. */
    public enum Way {
        /** The total stays: the others' shares shrink, or take over what a leaver paid. */
        KEPT,
        /** The others stay: the total grows by what the joiner pays, or is cut by the leaver's. */
        APART;

        /** As sent. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The way of that code.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Way of(String code) {
            for (var way : values()) {
                if (way.code().equals(code)) return way;
            }
            throw new IllegalArgumentException("'" + code + "' is not kept or apart");
        }
    }

    /**
     * A fiscal year.
     *
     * @param days on which the party pays
     * @param of days of the year
     * @param ways first with the total kept, where the rule divides a total; then apart
     */
    public record Year(int year, int days, int of, List<Variant> ways) {
        /** Takes a copy. */
        public Year {
            ways = List.copyOf(ways);
        }
    }

    /** One way through a year. */
    public record Variant(Way way, List<Line> lines) {

        /** Takes a copy. */
        public Variant {
            lines = List.copyOf(lines);
        }

        /** What all pay without the change. */
        public Money now() {
            return lines.stream().map(Line::now).reduce(Money::plus).orElseThrow();
        }

        /** What all pay with it. */
        public Money then() {
            return lines.stream().map(Line::then).reduce(Money::plus).orElseThrow();
        }

        /** The sum of the differences. */
        public Money difference() {
            return then().minus(now());
        }
    }

    /**
     * What one party pays for a year.
     *
     * @param now if nothing changes
     * @param then if it does
     */
    public record Line(String party, String name, Money now, Money then) {

        /** More, or less. */
        public Money difference() {
            return then.minus(now);
        }

        /** The difference in percent of what it pays now, two decimals; null if that is nothing. */
        public @Nullable BigDecimal percent() {
            return now.isZero()
                    ? null
                    : Fraction.of(difference().minorUnits())
                            .times(Fraction.HUNDRED)
                            .dividedBy(Fraction.of(now.minorUnits()))
                            .rounded(2, RoundingMode.HALF_UP);
        }
    }

    /**
     * The unrestricted net assets, read from the ledger, and the party's part by the rule's key.
     *
     * @param on the day
     * @param knownAt entry up to which the book was read
     * @param part of the party when all of them share it by the rule
     */
    public record Worth(LocalDate on, long knownAt, Money all, Money part) {}

    /**
     * What a leaver owes and is owed on the last day of membership.
     *
     * @param open charges that are open then, the oldest first
     * @param prepaid what it has paid in advance
     * @param equity its part of the net assets; nothing unless the agreement gives it
     */
    public record Settlement(List<OpenCharge> open, Money prepaid, Money equity) {

        /** Takes a copy. */
        public Settlement {
            open = List.copyOf(open);
        }

        /** The sum of what is open. */
        public Money owed() {
            return open.stream()
                    .map(OpenCharge::open)
                    .reduce(new Money(prepaid.currency(), 0), Money::plus);
        }

        /** Still to be paid by the leaver; negative: to be paid to it. */
        public Money balance() {
            return owed().minus(prepaid).minus(equity);
        }
    }
}
