package id.patungan.ledger;

import id.patungan.basics.AccountCode;
import id.patungan.basics.FundCode;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * A fund of a body: money with one purpose, balanced within every entry. Code and restriction never
 * change.
 *
 * @param nameId what people see, in Indonesian
 * @param nameEn its English gloss
 * @param party code of the party whose money it is
 * @param bankAccount the bank account that carries only this fund, where it has one
 * @param active false when it takes no more postings
 */
public record Fund(
        FundCode code,
        String nameId,
        String nameEn,
        Restriction restriction,
        @Nullable String party,
        @Nullable AccountCode bankAccount,
        boolean active) {

    /** Checks the names. */
    public Fund {
        nameId = Texts.name("name of fund " + code.value(), nameId, 160);
        nameEn = Texts.name("name of fund " + code.value(), nameEn, 160);
    }

    /** The name in that language: Indonesian, or English for any other. */
    public String name(Locale locale) {
        return Texts.isIndonesian(locale) ? nameId : nameEn;
    }
}
