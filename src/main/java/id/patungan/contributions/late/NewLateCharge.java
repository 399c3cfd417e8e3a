package id.patungan.contributions.late;

import id.patungan.basics.FundCode;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The wish to charge for lateness.
 *
 * @param through the last day that is charged, and the date of the fine
 * @param due last day to pay the fine
 * @param fund that gets the fine
 * @param charges those that are late; each must be proposed
 */
public record NewLateCharge(
        LocalDate through, LocalDate due, FundCode fund, String description, List<String> charges) {

    private static final int LONGEST = 400;

    /** Checks what can be checked without the book. */
    public NewLateCharge {
        LateException.day(through);
        LateException.day(due);
        description = LateException.text("description", description, LONGEST);
        charges = charges.stream().filter(Objects::nonNull).distinct().sorted().toList();
        if (charges.isEmpty()) throw LateException.nothingChosen();
    }
}
