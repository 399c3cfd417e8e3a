package id.patungan.contributions.late;

import id.patungan.basics.Money;

import java.time.LocalDate;

/**
 * What was charged for the lateness of a charge.
 *
 * @param fine the assessment
 * @param date of the fine
 * @param cancelled whether the fine was, so that its days can be charged again
 * @param policy the version by which it was charged
 * @param days between first and last day, both included, on which something was late
 * @param late at the end of the last day
 */
public record LateLine(
        String fine,
        LocalDate date,
        boolean cancelled,
        String charge,
        int policy,
        LocalDate firstDay,
        LocalDate lastDay,
        int days,
        Money late,
        Money amount) {}
