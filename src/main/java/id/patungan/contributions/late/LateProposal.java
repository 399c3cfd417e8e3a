package id.patungan.contributions.late;

import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * What can be charged for a charge that is late; nothing is charged by itself.
 *
 * @param firstDay that is charged
 * @param lastDay that is charged, included
 * @param days of these on which something was late
 * @param late at the end of the last day
 * @param chargedThrough up to which day was charged before; null if nothing was
 * @param chargedBefore for the same charge
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
        Money amount) {}
