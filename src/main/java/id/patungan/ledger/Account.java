package id.patungan.ledger;

import id.patungan.basics.AccountCode;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * An account of a body's chart. Code, kind and control never change.
 *
 * @param nameId the title that people see, in Indonesian
 * @param nameEn its English gloss
 * @param fundingClass {@code D0} to {@code D5}, on income only
 * @param control what its sub-ledger is kept by, if it has one
 * @param postable false for lines that only reports use
 * @param active false when it takes no more postings
 */
public record Account(
        AccountCode code,
        String nameId,
        String nameEn,
        AccountKind kind,
        @Nullable String fundingClass,
        @Nullable Control control,
        boolean postable,
        boolean active) {

    /** Checks what the database checks. */
    public Account {
        nameId = Texts.name("title of account " + code.value(), nameId, 160);
        nameEn = Texts.name("title of account " + code.value(), nameEn, 160);
        if (fundingClass != null
                && (kind != AccountKind.INCOME || !fundingClass.matches("D[0-5]"))) {
            throw new IllegalArgumentException(
                    "Account "
                            + code.value()
                            + ": a funding class is D0 to D5 and stands on income only, not '"
                            + fundingClass
                            + "'");
        }
    }

    /** The title in that language: Indonesian, or English for any other. */
    public String name(Locale locale) {
        return Texts.isIndonesian(locale) ? nameId : nameEn;
    }
}
