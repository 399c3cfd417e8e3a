package id.patungan.ledger;

import id.patungan.basics.BodyId;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;

/**
 * The books of one body, in one currency.
 *
 * @param id the number of the body, and of its book
 * @param uid what the hash chain starts from; stays the same when numbers change in a restore
 * @param zone where the body's days begin and end
 * @param firstOpen first day of the first month that can be posted to
 * @param approvalRequired whether an entry made by hand needs another person's approval
 */
public record Book(
        BodyId id,
        String code,
        UUID uid,
        Currency currency,
        ZoneId zone,
        LocalDate firstOpen,
        boolean approvalRequired) {}
