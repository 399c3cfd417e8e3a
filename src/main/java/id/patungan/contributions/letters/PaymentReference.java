package id.patungan.contributions.letters;

import java.math.BigInteger;
import java.util.Locale;

/**
 * The reference that a payer names with a payment, so that it finds its charge: a creditor
 * reference after ISO 11649, {@code RF}, two check digits (modulus 97) and the text that they
 * protect, here the assessment's number and the payer's place on its sheet. One wrong or two
 * exchanged characters are noticed.
 */
public final class PaymentReference {

    private static final BigInteger MODULUS = BigInteger.valueOf(97);
    private static final int LONGEST = 21;

    private PaymentReference() {}

    /**
     * The reference of a charge, in groups of four as it is printed.
     *
     * @param assessment such as {@code AS-2006-0001}
     * @param position of the payer on the sheet, from 1
     */
    public static String of(String assessment, int position) {
        var text =
                assessment.replace("-", "").toUpperCase(Locale.ROOT) + "%03d".formatted(position);
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(text + " is too long for a creditor reference");
        }
        var check = 98 - remainder(text + "RF00");
        return grouped("RF%02d%s".formatted(check, text));
    }

    /** Whether somebody wrote a reference correctly; blanks and case do not matter. */
    static boolean isValid(String written) {
        var text = written.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return text.matches("RF[0-9]{2}[0-9A-Z]{1,21}")
                && remainder(text.substring(4) + text.substring(0, 4)) == 1;
    }

    private static int remainder(String text) {
        var digits = new StringBuilder();
        text.chars().forEach(letter -> digits.append(Character.digit(letter, 36)));
        return new BigInteger(digits.toString()).mod(MODULUS).intValue();
    }

    private static String grouped(String text) {
        return text.replaceAll("(.{4})(?!$)", "$1 ");
    }
}
