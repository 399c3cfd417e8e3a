package id.patungan.ledger;

import id.patungan.basics.AccountCode;
import id.patungan.basics.FundCode;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A posting on the card of an account, a fund or a party, with what its entry says.
 *
 * @param entryNo number of its entry
 * @param line 1 for the first line of its entry
 * @param reverses the entry that its entry undoes
 * @param reversedBy the entry that undoes its entry, as far as known
 * @param amount minor units of the book's currency, debit positive: a charge adds, a receipt takes
 *     off
 * @param balance of the card after this line, in minor units
 */
public record Movement(
        long entryNo,
        int line,
        LocalDate date,
        Instant recordedAt,
        String kind,
        String description,
        String sourceKey,
        @Nullable String documentNo,
        @Nullable Long reverses,
        @Nullable Long reversedBy,
        AccountCode account,
        FundCode fund,
        long amount,
        @Nullable String party,
        @Nullable String project,
        @Nullable String unit,
        @Nullable String charge,
        @Nullable String period,
        @Nullable Original original,
        @Nullable String memo,
        long balance) {}
