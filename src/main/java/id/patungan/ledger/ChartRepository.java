package id.patungan.ledger;

import static id.patungan.platform.schema.Tables.ACCOUNT;
import static id.patungan.platform.schema.Tables.AWARD_LINE;
import static id.patungan.platform.schema.Tables.BOOK_PARTY;
import static id.patungan.platform.schema.Tables.FUND;
import static id.patungan.platform.schema.Tables.PAYING_UNIT;
import static id.patungan.platform.schema.Tables.PROJECT;

import id.patungan.basics.AccountCode;
import id.patungan.basics.BodyId;
import id.patungan.basics.FundCode;
import id.patungan.basics.PartyId;
import id.patungan.ledger.Chart.AccountRow;
import id.patungan.ledger.Chart.FundRow;
import id.patungan.ledger.Chart.UnitRow;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.util.LinkedHashMap;
import java.util.Map;

/** All SQL of accounts, funds and the other dimensions of a book. */
@Repository
class ChartRepository {

    private final DSLContext sql;

    ChartRepository(DSLContext sql) {
        this.sql = sql;
    }

    Chart load(Book book, int number) {
        var id = book.id();
        return new Chart(
                number,
                book,
                accounts(id),
                funds(id),
                codes(id, BOOK_PARTY, BOOK_PARTY.BOOK_ID, BOOK_PARTY.CODE, BOOK_PARTY.PARTY_ID),
                units(id),
                codes(id, PROJECT, PROJECT.BOOK_ID, PROJECT.CODE, PROJECT.PROJECT_ID),
                codes(
                        id,
                        AWARD_LINE,
                        AWARD_LINE.BOOK_ID,
                        AWARD_LINE.CODE,
                        AWARD_LINE.AWARD_LINE_ID));
    }

    /** By code. */
    Map<AccountCode, AccountRow> accounts(BodyId body) {
        var accounts = new LinkedHashMap<AccountCode, AccountRow>();
        sql.selectFrom(ACCOUNT)
                .where(ACCOUNT.BOOK_ID.eq(body.value()))
                .orderBy(ACCOUNT.CODE)
                .forEach(row -> {
                    var control = row.getControl();
                    var account =
                            new Account(
                                    new AccountCode(row.getCode()),
                                    row.getNameId(),
                                    row.getNameEn(),
                                    AccountKind.of(row.getKind()),
                                    row.getFundingClass(),
                                    control == null ? null : Control.of(control),
                                    row.getPostable() != 0,
                                    row.getActive() != 0);
                    accounts.put(account.code(), new AccountRow(row.getAccountId(), account));
                });
        return accounts;
    }

    /** By code. */
    Map<FundCode, FundRow> funds(BodyId body) {
        var funds = new LinkedHashMap<FundCode, FundRow>();
        sql.select(FUND.asterisk(), BOOK_PARTY.CODE, ACCOUNT.CODE)
                .from(FUND)
                .leftJoin(BOOK_PARTY)
                .on(BOOK_PARTY.BOOK_ID.eq(FUND.BOOK_ID))
                .and(BOOK_PARTY.PARTY_ID.eq(FUND.PARTY_ID))
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.BOOK_ID.eq(FUND.BOOK_ID))
                .and(ACCOUNT.ACCOUNT_ID.eq(FUND.BANK_ACCOUNT_ID))
                .where(FUND.BOOK_ID.eq(body.value()))
                .orderBy(FUND.CODE)
                .forEach(row -> {
                    @Nullable String bank = row.get(ACCOUNT.CODE);
                    var fund =
                            new Fund(
                                    new FundCode(row.get(FUND.CODE)),
                                    row.get(FUND.NAME_ID),
                                    row.get(FUND.NAME_EN),
                                    Restriction.of(row.get(FUND.RESTRICTION)),
                                    row.get(BOOK_PARTY.CODE),
                                    bank == null ? null : new AccountCode(bank),
                                    row.get(FUND.ACTIVE) != 0);
                    funds.put(fund.code(), new FundRow(row.get(FUND.FUND_ID), fund));
                });
        return funds;
    }

    private Map<String, UnitRow> units(BodyId body) {
        return sql.select(PAYING_UNIT.CODE, PAYING_UNIT.UNIT_ID, BOOK_PARTY.CODE)
                .from(PAYING_UNIT)
                .join(BOOK_PARTY)
                .on(BOOK_PARTY.BOOK_ID.eq(PAYING_UNIT.BOOK_ID))
                .and(BOOK_PARTY.PARTY_ID.eq(PAYING_UNIT.PARTY_ID))
                .where(PAYING_UNIT.BOOK_ID.eq(body.value()))
                .fetchMap(
                        PAYING_UNIT.CODE,
                        row -> new UnitRow(row.get(PAYING_UNIT.UNIT_ID), row.get(BOOK_PARTY.CODE)));
    }

    private <R extends Record> Map<String, Integer> codes(
            BodyId body,
            Table<R> table,
            TableField<R, Integer> book,
            TableField<R, String> code,
            TableField<R, Integer> id) {
        return sql.select(code, id).from(table).where(book.eq(body.value())).fetchMap(code, id);
    }

    private <R extends Record> int nextId(
            BodyId body, Table<R> table, TableField<R, Integer> book, TableField<R, Integer> id) {
        return sql.select(DSL.coalesce(DSL.max(id), 0).plus(1))
                .from(table)
                .where(book.eq(body.value()))
                .fetchSingle()
                .value1();
    }

    void insert(BodyId body, Account account) {
        var control = account.control();
        sql.insertInto(ACCOUNT)
                .set(ACCOUNT.BOOK_ID, body.value())
                .set(ACCOUNT.ACCOUNT_ID, nextId(body, ACCOUNT, ACCOUNT.BOOK_ID, ACCOUNT.ACCOUNT_ID))
                .set(ACCOUNT.CODE, account.code().value())
                .set(ACCOUNT.NAME_ID, account.nameId())
                .set(ACCOUNT.NAME_EN, account.nameEn())
                .set(ACCOUNT.KIND, account.kind().code())
                .set(ACCOUNT.FUNDING_CLASS, account.fundingClass())
                .set(ACCOUNT.CONTROL, control == null ? null : control.code())
                .set(ACCOUNT.POSTABLE, BookRepository.flag(account.postable()))
                .set(ACCOUNT.ACTIVE, BookRepository.flag(account.active()))
                .execute();
    }

    void update(BodyId body, int id, Account account) {
        sql.update(ACCOUNT)
                .set(ACCOUNT.NAME_ID, account.nameId())
                .set(ACCOUNT.NAME_EN, account.nameEn())
                .set(ACCOUNT.FUNDING_CLASS, account.fundingClass())
                .set(ACCOUNT.ACTIVE, BookRepository.flag(account.active()))
                .where(ACCOUNT.BOOK_ID.eq(body.value()))
                .and(ACCOUNT.ACCOUNT_ID.eq(id))
                .execute();
    }

    void insert(BodyId body, Fund fund, @Nullable Integer party, @Nullable Integer bankAccount) {
        sql.insertInto(FUND)
                .set(FUND.BOOK_ID, body.value())
                .set(FUND.FUND_ID, nextId(body, FUND, FUND.BOOK_ID, FUND.FUND_ID))
                .set(FUND.CODE, fund.code().value())
                .set(FUND.NAME_ID, fund.nameId())
                .set(FUND.NAME_EN, fund.nameEn())
                .set(FUND.RESTRICTION, fund.restriction().code())
                .set(FUND.PARTY_ID, party)
                .set(FUND.BANK_ACCOUNT_ID, bankAccount)
                .set(FUND.ACTIVE, BookRepository.flag(fund.active()))
                .execute();
    }

    void update(
            BodyId body,
            int id,
            Fund fund,
            @Nullable Integer party,
            @Nullable Integer bankAccount) {
        sql.update(FUND)
                .set(FUND.NAME_ID, fund.nameId())
                .set(FUND.NAME_EN, fund.nameEn())
                .set(FUND.PARTY_ID, party)
                .set(FUND.BANK_ACCOUNT_ID, bankAccount)
                .set(FUND.ACTIVE, BookRepository.flag(fund.active()))
                .where(FUND.BOOK_ID.eq(body.value()))
                .and(FUND.FUND_ID.eq(id))
                .execute();
    }

    /** The name of a party as the book knows it, or null. */
    @Nullable String partyName(BodyId body, int party) {
        return sql.select(BOOK_PARTY.NAME)
                .from(BOOK_PARTY)
                .where(BOOK_PARTY.BOOK_ID.eq(body.value()))
                .and(BOOK_PARTY.PARTY_ID.eq(party))
                .fetchOne(BOOK_PARTY.NAME);
    }

    void insertParty(BodyId body, PartyId party, String code, String name) {
        sql.insertInto(BOOK_PARTY)
                .set(BOOK_PARTY.BOOK_ID, body.value())
                .set(BOOK_PARTY.PARTY_ID, party.value())
                .set(BOOK_PARTY.CODE, code)
                .set(BOOK_PARTY.NAME, name)
                .execute();
    }

    void renameParty(BodyId body, PartyId party, String name) {
        sql.update(BOOK_PARTY)
                .set(BOOK_PARTY.NAME, name)
                .where(BOOK_PARTY.BOOK_ID.eq(body.value()))
                .and(BOOK_PARTY.PARTY_ID.eq(party.value()))
                .execute();
    }

    void insertUnit(BodyId body, int party, String code, String name) {
        sql.insertInto(PAYING_UNIT)
                .set(PAYING_UNIT.BOOK_ID, body.value())
                .set(
                        PAYING_UNIT.UNIT_ID,
                        nextId(body, PAYING_UNIT, PAYING_UNIT.BOOK_ID, PAYING_UNIT.UNIT_ID))
                .set(PAYING_UNIT.CODE, code)
                .set(PAYING_UNIT.NAME, name)
                .set(PAYING_UNIT.PARTY_ID, party)
                .execute();
    }

    void renameUnit(BodyId body, int unit, String name) {
        sql.update(PAYING_UNIT)
                .set(PAYING_UNIT.NAME, name)
                .where(PAYING_UNIT.BOOK_ID.eq(body.value()))
                .and(PAYING_UNIT.UNIT_ID.eq(unit))
                .execute();
    }

    void insertProject(BodyId body, String code, String nameId, String nameEn) {
        sql.insertInto(PROJECT)
                .set(PROJECT.BOOK_ID, body.value())
                .set(PROJECT.PROJECT_ID, nextId(body, PROJECT, PROJECT.BOOK_ID, PROJECT.PROJECT_ID))
                .set(PROJECT.CODE, code)
                .set(PROJECT.NAME_ID, nameId)
                .set(PROJECT.NAME_EN, nameEn)
                .execute();
    }

    void renameProject(BodyId body, int project, String nameId, String nameEn) {
        sql.update(PROJECT)
                .set(PROJECT.NAME_ID, nameId)
                .set(PROJECT.NAME_EN, nameEn)
                .where(PROJECT.BOOK_ID.eq(body.value()))
                .and(PROJECT.PROJECT_ID.eq(project))
                .execute();
    }

    void insertAwardLine(BodyId body, String code, String nameId, String nameEn) {
        sql.insertInto(AWARD_LINE)
                .set(AWARD_LINE.BOOK_ID, body.value())
                .set(
                        AWARD_LINE.AWARD_LINE_ID,
                        nextId(body, AWARD_LINE, AWARD_LINE.BOOK_ID, AWARD_LINE.AWARD_LINE_ID))
                .set(AWARD_LINE.CODE, code)
                .set(AWARD_LINE.NAME_ID, nameId)
                .set(AWARD_LINE.NAME_EN, nameEn)
                .execute();
    }

    void renameAwardLine(BodyId body, int line, String nameId, String nameEn) {
        sql.update(AWARD_LINE)
                .set(AWARD_LINE.NAME_ID, nameId)
                .set(AWARD_LINE.NAME_EN, nameEn)
                .where(AWARD_LINE.BOOK_ID.eq(body.value()))
                .and(AWARD_LINE.AWARD_LINE_ID.eq(line))
                .execute();
    }
}
