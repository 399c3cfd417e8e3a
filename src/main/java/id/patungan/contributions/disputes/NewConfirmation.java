package id.patungan.contributions.disputes;

import id.patungan.basics.Money;

import java.time.LocalDate;

/**
 * The wish to confirm a balance.
 *
 * @param party code
 * @param balance that is confirmed; refused if the book holds another
 * @param capacity the office in which it is confirmed, such as {@code Kepala BKAD}
 */
public record NewConfirmation(String party, LocalDate asOf, Money balance, String capacity) {

    private static final int LONGEST_CAPACITY = 120;

    /**
     * Checks day and text.
     *
     * @throws DisputesException if the office is not named or the day cannot be meant
     */
    public NewConfirmation {
        asOf = Disputing.day(asOf);
        capacity = DisputesException.text("capacity", capacity, LONGEST_CAPACITY);
    }
}
