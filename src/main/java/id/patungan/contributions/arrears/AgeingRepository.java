package id.patungan.contributions.arrears;

import static id.patungan.platform.schema.Tables.ACCOUNT;
import static id.patungan.platform.schema.Tables.POSTING;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;

import id.patungan.basics.AccountCode;
import id.patungan.basics.BodyId;
import id.patungan.basics.Money;
import id.patungan.basics.PartyId;
import id.patungan.platform.Reach;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Balances of control accounts, straight from the postings: what the open charges must tie to. */
@Repository
class AgeingRepository {

    private final DSLContext sql;

    AgeingRepository(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * The balances, debit positive; an account without postings is zero.
     *
     * @param knownAt entries up to this number, not beyond the head
     */
    Map<String, Money> balances(
            BodyId body,
            Reach reach,
            Collection<AccountCode> accounts,
            LocalDate asOf,
            long knownAt,
            Money zero) {
        var balances = new TreeMap<String, Money>();
        accounts.forEach(account -> balances.put(account.value(), zero));
        sql.select(ACCOUNT.CODE, sum(POSTING.AMOUNT))
                .from(POSTING)
                .join(ACCOUNT)
                .on(ACCOUNT.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(ACCOUNT.ACCOUNT_ID.eq(POSTING.ACCOUNT_ID))
                .where(POSTING.BOOK_ID.eq(body.value()))
                .and(ACCOUNT.CODE.in(accounts.stream().map(AccountCode::value).toList()))
                .and(POSTING.ENTRY_DATE.le(asOf))
                .and(POSTING.ENTRY_NO.le(knownAt))
                .and(
                        reach.everything()
                                ? noCondition()
                                : POSTING.PARTY_ID.in(
                                        reach.parties().stream().map(PartyId::value).toList()))
                .groupBy(ACCOUNT.CODE)
                .forEach(row ->
                        balances.put(
                                row.value1(),
                                new Money(zero.currency(), row.value2().longValueExact())));
        return balances;
    }
}
