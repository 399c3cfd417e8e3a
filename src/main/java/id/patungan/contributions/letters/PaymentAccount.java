package id.patungan.contributions.letters;

import id.patungan.basics.AccountCode;
import id.patungan.basics.FundCode;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/**
 * A bank account into which parties are asked to pay.
 *
 * @param account the ledger's account for it
 * @param fund the only fund whose money goes there; null if it takes that of all others
 * @param bank bank and branch as printed, at most 160 characters
 * @param number text, with its zeros and blanks
 * @param holder in whose name, at most 200 characters
 */
public record PaymentAccount(
        AccountCode account, @Nullable FundCode fund, String bank, String number, String holder) {

    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z][0-9A-Z .-]{2,39}");

    /** Checks and trims the texts. */
    public PaymentAccount {
        bank = text("bank", bank, 160);
        number = number.strip();
        holder = text("holder", holder, 200);
        if (!NUMBER.matcher(number).matches()) {
            throw LettersException.badNumber(number);
        }
    }

    private static String text(String field, String given, int longest) {
        var text = given.strip();
        if (text.isEmpty() || text.length() > longest) {
            throw LettersException.badText(field, longest);
        }
        return text;
    }
}
