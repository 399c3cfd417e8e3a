package id.patungan.forecasting.projection;

import java.util.List;

/**
 * Where a figure of a line comes from, or what changed it: the first says the source, the others
 * what was done to it, in their order.
 *
 * @param kind what it is; its sentence stands in the messages under {@code origin.<kind>}
 * @param reference what leads to it: the code of a charge, an award, a budget line, an account
 * @param facts that the sentence needs, as text: amounts in main units with a point, months as
 *     {@code 2007-01}, rates in percent
 */
public record Origin(Kind kind, String reference, List<String> facts) {

    /** Copies the list. */
    public Origin {
        facts = List.copyOf(facts);
    }

    /** With facts one by one. */
    public static Origin of(Kind kind, String reference, Object... facts) {
        return new Origin(kind, reference, List.of(facts).stream().map(String::valueOf).toList());
    }

    /** What a line comes from, and what can happen to it. */
    public enum Kind {
        /** A line of a yearly budget. */
        BUDGET,
        /** What the books show of the twelve months before. */
        BOOKS,
        /** Dues as they were charged last. */
        ASSESSMENT,
        /** A charge that is not paid yet. */
        CHARGE,
        /** What an award still brings. */
        AWARD,
        /** What was owed when the projection begins. */
        DEBT,
        /** The end of an award. */
        END,
        /** How late its payer pays. */
        HABIT,
        /** Paid in advance. */
        PREPAID,
        /** A change that a scenario makes. */
        OVERLAY;

        /** As in messages and as sent. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
