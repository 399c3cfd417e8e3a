package id.patungan.ledger;

import id.patungan.basics.AccountCode;
import id.patungan.basics.FundCode;
import id.patungan.basics.PartyId;

import org.jspecify.annotations.Nullable;

/**
 * Which lines a card or a balance is about; what is null does not limit.
 *
 * @param party its receivables and what it paid in advance, nothing else of it
 * @param onlyCash cash and bank accounts
 */
record CardLines(
        @Nullable AccountCode account,
        @Nullable FundCode fund,
        @Nullable PartyId party,
        boolean onlyCash) {

    /** Every line of the book. */
    static final CardLines ALL = new CardLines(null, null, null, false);

    static CardLines of(PartyId party) {
        return new CardLines(null, null, party, false);
    }
}
