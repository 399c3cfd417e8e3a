package id.patungan.ledger;

import id.patungan.basics.AccountCode;
import id.patungan.basics.FundCode;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * What to list of the journal; absent means any.
 *
 * @param from first accounting date
 * @param until first accounting date that is too late
 * @param party code
 * @param text in the description, the document number or the source key
 * @param page 0 for the first
 */
public record Filter(
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable AccountCode account,
        @Nullable FundCode fund,
        @Nullable String party,
        @Nullable String text,
        int page) {

    /** Everything, from the first page. */
    public static final Filter ALL = new Filter(null, null, null, null, null, null, 0);
}
