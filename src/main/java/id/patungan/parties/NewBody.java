package id.patungan.parties;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.regex.Pattern;

/**
 * A body to be set up, with what its book needs to know.
 *
 * @param code 2 to 32 of {@code a-z 0-9 -}, beginning with a letter
 * @param firstOpenDate the first accounting date of its book, the first of a month
 * @param approvalRequired whether entries need the approval of a second person
 */
public record NewBody(
        String code,
        Profile profile,
        ZoneId zone,
        Currency currency,
        LocalDate firstOpenDate,
        boolean approvalRequired) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,31}");

    /** Checks the code. */
    public NewBody {
        code =
                Texts.code(
                        PartyField.CODE,
                        code,
                        FORM,
                        "2 to 32 of a-z 0-9 -, beginning with a letter");
        if (firstOpenDate.getDayOfMonth() != 1) {
            throw PartiesException.badForm(
                    PartyField.FIRST_OPEN_DATE,
                    firstOpenDate.toString(),
                    "the first day of a month");
        }
    }
}
