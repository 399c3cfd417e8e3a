package id.patungan.contributions.entryexit;

import id.patungan.basics.FundCode;

import java.time.LocalDate;

/**
 * The wish to charge a joiner what it buys in for.
 *
 * @param change number of the joining
 * @param rule code of the body's rule by which all share the net assets
 * @param figuresOf the year whose indicators are taken
 * @param fund that receives it
 * @param date accounting date
 * @param due last day to pay
 */
public record NewBuyIn(
        int change,
        String rule,
        int figuresOf,
        FundCode fund,
        LocalDate date,
        LocalDate due,
        String description) {

    /** Checks and trims the text. */
    public NewBuyIn {
        if (figuresOf < 1900 || figuresOf > 2999) {
            throw EntryExitException.year(figuresOf);
        }
        description = NewMembershipChange.text("description", description, 400);
    }
}
