package id.patungan.contributions.paying;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/**
 * An account code in the budget of a payer. The codes of these lists change by decree, so only the
 * form is looked at, and the list is named beside the code.
 *
 * @param code {@code 5.1.05.05.01.0001}
 * @param nomenclature the list in which it stands: {@code Kepmendagri 050-5889/2021}
 */
public record PayerAccount(String code, String nomenclature) {

    private static final int LONGEST_NOMENCLATURE = 80;

    /** A digit, one to four groups of one or two digits, and perhaps one of four. */
    private static final Pattern FORM = Pattern.compile("[0-9](\\.[0-9]{1,2}){1,4}(\\.[0-9]{4})?");

    /**
     * Checks the form.
     *
     * @throws PayingException if it is no account code
     */
    public PayerAccount {
        if (!FORM.matcher(code).matches()) throw PayingException.accountCode(code);
    }

    /**
     * The account of both texts; null if neither was said.
     *
     * @throws PayingException if one was said without the other
     */
    static @Nullable PayerAccount of(@Nullable String code, @Nullable String nomenclature) {
        var said = PayingException.optional("payerAccount", code, LONGEST_NOMENCLATURE);
        var list = PayingException.optional("nomenclature", nomenclature, LONGEST_NOMENCLATURE);
        if (said == null && list == null) return null;
        if (said == null) throw PayingException.noAccountCode(list);
        if (list == null) throw PayingException.noNomenclature(said);
        return new PayerAccount(said, list);
    }
}
