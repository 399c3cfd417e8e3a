package id.patungan.contributions.disputes;

import static id.patungan.platform.schema.Tables.ACCOUNT;
import static id.patungan.platform.schema.Tables.BALANCE_CONFIRMATION;
import static id.patungan.platform.schema.Tables.BALANCE_CONFIRMATION_CHARGE;
import static id.patungan.platform.schema.Tables.BOOK_PARTY;
import static id.patungan.platform.schema.Tables.POSTING;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;

import id.patungan.basics.AccountCode;
import id.patungan.basics.BodyId;
import id.patungan.basics.Money;
import id.patungan.basics.PartyId;
import id.patungan.contributions.Contributions;
import id.patungan.platform.Reach;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;

/** Confirmed balances, and what the postings say of a balance. */
@Repository
class ConfirmationRepository {

    private final DSLContext sql;

    ConfirmationRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** The balance of a party at the end of a day over the accounts of its statement. */
    Money balance(BodyId body, PartyId party, LocalDate asOf, long knownAt, Currency currency) {
        var posting = POSTING;
        var owed = sum(posting.AMOUNT);
        return sql.select(owed)
                .from(posting)
                .join(ACCOUNT)
                .on(ACCOUNT.BOOK_ID.eq(posting.BOOK_ID))
                .and(ACCOUNT.ACCOUNT_ID.eq(posting.ACCOUNT_ID))
                .where(posting.BOOK_ID.eq(body.value()))
                .and(posting.PARTY_ID.eq(party.value()))
                .and(
                        ACCOUNT.CODE.in(
                                Contributions.STATEMENT_ACCOUNTS.stream()
                                        .map(AccountCode::value)
                                        .toList()))
                .and(posting.ENTRY_DATE.le(asOf))
                .and(posting.ENTRY_NO.le(knownAt))
                .fetchSingle(row ->
                        new Money(
                                currency,
                                row.value1() == null ? 0 : row.value1().longValueExact()));
    }

    int nextNumber(BodyId body) {
        var table = BALANCE_CONFIRMATION;
        return 1
                + sql.select(max(table.NUMBER))
                        .from(table)
                        .where(table.BOOK_ID.eq(body.value()))
                        .fetchSingle(row -> row.value1() == null ? 0 : row.value1());
    }

    void insert(
            BodyId body,
            int number,
            PartyId party,
            AccountBalance confirmed,
            String capacity,
            Who who) {
        var table = BALANCE_CONFIRMATION;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.NUMBER, number)
                .set(table.PARTY_ID, party.value())
                .set(table.AS_OF, confirmed.asOf())
                .set(table.ENTRY_NO, confirmed.knownAt())
                .set(table.HEAD_HASH, confirmed.hash())
                .set(table.BALANCE, confirmed.balance().minorUnits())
                .set(table.CONFIRMED_BY, who.handle())
                .set(table.PERSON, who.name())
                .set(table.CAPACITY, capacity)
                .set(table.CONFIRMED_AT, LocalDateTime.ofInstant(who.at(), ZoneOffset.UTC))
                .execute();
        var charges = BALANCE_CONFIRMATION_CHARGE;
        var insert =
                sql.insertInto(
                        charges, charges.BOOK_ID, charges.NUMBER, charges.CHARGE, charges.OPEN);
        for (var charge : confirmed.open()) {
            insert =
                    insert.values(
                            body.value(), number, charge.charge(), charge.open().minorUnits());
        }
        if (!confirmed.open().isEmpty()) insert.execute();
    }

    /** Who does something, and when. */
    record Who(String handle, String name, Instant at) {}

    /** The confirmations of the parties within reach, the newest first. */
    List<Confirmation> all(BodyId body, Reach reach, Currency currency) {
        var table = BALANCE_CONFIRMATION;
        var charges = BALANCE_CONFIRMATION_CHARGE;
        var open = new HashMap<Integer, List<Confirmation.Charge>>();
        sql.select(charges.NUMBER, charges.CHARGE, charges.OPEN)
                .from(charges)
                .where(charges.BOOK_ID.eq(body.value()))
                .orderBy(charges.NUMBER, charges.CHARGE)
                .forEach(row ->
                        open.computeIfAbsent(row.value1(), number -> new ArrayList<>())
                                .add(
                                        new Confirmation.Charge(
                                                row.value2(), new Money(currency, row.value3()))));
        return sql.select(table.fields())
                .select(BOOK_PARTY.CODE, BOOK_PARTY.NAME)
                .from(table)
                .join(BOOK_PARTY)
                .on(BOOK_PARTY.BOOK_ID.eq(table.BOOK_ID))
                .and(BOOK_PARTY.PARTY_ID.eq(table.PARTY_ID))
                .where(table.BOOK_ID.eq(body.value()))
                .and(
                        reach.everything()
                                ? noCondition()
                                : table.PARTY_ID.in(
                                        reach.parties().stream().map(PartyId::value).toList()))
                .orderBy(table.NUMBER.desc())
                .fetch(row ->
                        new Confirmation(
                                row.get(table.NUMBER),
                                row.get(BOOK_PARTY.CODE),
                                row.get(BOOK_PARTY.NAME),
                                row.get(table.AS_OF),
                                row.get(table.ENTRY_NO),
                                row.get(table.HEAD_HASH),
                                open.getOrDefault(row.get(table.NUMBER), List.of()),
                                new Money(currency, row.get(table.BALANCE)),
                                row.get(table.CONFIRMED_BY),
                                row.get(table.PERSON),
                                row.get(table.CAPACITY),
                                row.get(table.CONFIRMED_AT).toInstant(ZoneOffset.UTC)));
    }
}
