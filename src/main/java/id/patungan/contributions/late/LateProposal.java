package id.patungan.contributions.late;

import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What can be charged for a charge that is late; nothing is charged by itself.
 *
 * @param firstDay that is charged
 * @param lastDay that is charged, included
 * @param days of these on which something was late
 * @param late at the end of the last day
 * @param chargedThrough up to which day was charged before; null if nothing was
 * @param chargedBefore for the same charge
 * @param spans of equal amounts, in order: what was late from when until when
 * @param capped whether the cap of the policy, and not the days, limits the amount
 */
public record LateProposal(
        String charge,
        String description,
        String party,
        String partyName,
        LocalDate due,
        LocalDate firstDay,
        LocalDate lastDay,
        int days,
        Money late,
        @Nullable LocalDate chargedThrough,
        Money chargedBefore,
        Money amount,
        List<Span> spans,
        boolean capped) {

    /** Takes a copy. */
    public LateProposal {
        spans = List.copyOf(spans);
    }

    /** Days on end on which the same was late, the first and the last included. */
    public record Span(LocalDate from, LocalDate until, Money late) {

        /** How many. */
        public long days() {
            return ChronoUnit.DAYS.between(from, until) + 1;
        }
    }
}
