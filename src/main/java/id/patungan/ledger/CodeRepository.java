package id.patungan.ledger;

import static id.patungan.platform.schema.Tables.ACCOUNT;
import static id.patungan.platform.schema.Tables.AWARD_LINE;
import static id.patungan.platform.schema.Tables.BOOK_PARTY;
import static id.patungan.platform.schema.Tables.FUND;
import static id.patungan.platform.schema.Tables.PAYING_UNIT;
import static id.patungan.platform.schema.Tables.POSTING;
import static id.patungan.platform.schema.Tables.PROJECT;

import id.patungan.basics.BodyId;
import id.patungan.basics.PartyId;
import id.patungan.ledger.KnownCodes.AccountFacts;
import id.patungan.ledger.Names.Named;
import id.patungan.platform.Reach;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import java.util.Optional;

/** The codes of a book, as far as the viewer meets them, and what they stand for. */
@Repository
class CodeRepository extends JournalRepository {

    CodeRepository(DSLContext sql) {
        super(sql);
    }

    /** The party with that code in the book. */
    Optional<PartyId> party(BodyId book, String code) {
        return sql.select(BOOK_PARTY.PARTY_ID)
                .from(BOOK_PARTY)
                .where(BOOK_PARTY.BOOK_ID.eq(book.value()))
                .and(BOOK_PARTY.CODE.eq(code))
                .fetchOptional(row -> new PartyId(row.value1()));
    }

    /** Every code that a file may name. */
    KnownCodes knownCodes(BodyId book) {
        return new KnownCodes(
                sql.select(ACCOUNT.CODE, ACCOUNT.ACTIVE, ACCOUNT.POSTABLE, ACCOUNT.CONTROL)
                        .from(ACCOUNT)
                        .where(ACCOUNT.BOOK_ID.eq(book.value()))
                        .fetchMap(
                                row -> row.value1(),
                                row ->
                                        new AccountFacts(
                                                row.value2() != 0 && row.value3() != 0,
                                                Control.PARTY.code().equals(row.value4()))),
                sql.select(FUND.CODE, FUND.ACTIVE)
                        .from(FUND)
                        .where(FUND.BOOK_ID.eq(book.value()))
                        .fetchMap(row -> row.value1(), row -> row.value2() != 0),
                sql.select(BOOK_PARTY.CODE, BOOK_PARTY.PARTY_ID)
                        .from(BOOK_PARTY)
                        .where(BOOK_PARTY.BOOK_ID.eq(book.value()))
                        .fetchMap(BOOK_PARTY.CODE, BOOK_PARTY.PARTY_ID),
                sql.select(PROJECT.CODE, PROJECT.PROJECT_ID)
                        .from(PROJECT)
                        .where(PROJECT.BOOK_ID.eq(book.value()))
                        .fetchMap(PROJECT.CODE, PROJECT.PROJECT_ID),
                sql.select(AWARD_LINE.CODE, AWARD_LINE.AWARD_LINE_ID)
                        .from(AWARD_LINE)
                        .where(AWARD_LINE.BOOK_ID.eq(book.value()))
                        .fetchMap(AWARD_LINE.CODE, AWARD_LINE.AWARD_LINE_ID),
                sql.select(PAYING_UNIT.CODE, PAYING_UNIT.UNIT_ID)
                        .from(PAYING_UNIT)
                        .where(PAYING_UNIT.BOOK_ID.eq(book.value()))
                        .fetchMap(PAYING_UNIT.CODE, PAYING_UNIT.UNIT_ID));
    }

    /** What the codes stand for; for those who do not read the whole book only what they meet. */
    Names names(BodyId book, Reach reach) {
        return new Names(
                sql.select(ACCOUNT.CODE, ACCOUNT.NAME_ID, ACCOUNT.NAME_EN)
                        .from(ACCOUNT)
                        .where(ACCOUNT.BOOK_ID.eq(book.value()))
                        .orderBy(ACCOUNT.CODE)
                        .fetch(Records.mapping(Named::new)),
                sql.select(FUND.CODE, FUND.NAME_ID, FUND.NAME_EN)
                        .from(FUND)
                        .where(FUND.BOOK_ID.eq(book.value()))
                        .and(
                                reach.everything()
                                        ? DSL.noCondition()
                                        : met(book, reach, POSTING.FUND_ID.eq(FUND.FUND_ID))
                                                .or(FUND.CODE.in(codes(reach))))
                        .orderBy(FUND.CODE)
                        .fetch(Records.mapping(Named::new)),
                sql.select(BOOK_PARTY.CODE, BOOK_PARTY.NAME, BOOK_PARTY.NAME)
                        .from(BOOK_PARTY)
                        .where(BOOK_PARTY.BOOK_ID.eq(book.value()))
                        .and(met(book, reach, POSTING.PARTY_ID.eq(BOOK_PARTY.PARTY_ID)))
                        .orderBy(BOOK_PARTY.CODE)
                        .fetch(Records.mapping(Named::new)),
                sql.select(PROJECT.CODE, PROJECT.NAME_ID, PROJECT.NAME_EN)
                        .from(PROJECT)
                        .where(PROJECT.BOOK_ID.eq(book.value()))
                        .and(met(book, reach, POSTING.PROJECT_ID.eq(PROJECT.PROJECT_ID)))
                        .orderBy(PROJECT.CODE)
                        .fetch(Records.mapping(Named::new)),
                sql.select(AWARD_LINE.CODE, AWARD_LINE.NAME_ID, AWARD_LINE.NAME_EN)
                        .from(AWARD_LINE)
                        .where(AWARD_LINE.BOOK_ID.eq(book.value()))
                        .and(met(book, reach, POSTING.AWARD_LINE_ID.eq(AWARD_LINE.AWARD_LINE_ID)))
                        .orderBy(AWARD_LINE.CODE)
                        .fetch(Records.mapping(Named::new)),
                sql.select(PAYING_UNIT.CODE, PAYING_UNIT.NAME, PAYING_UNIT.NAME)
                        .from(PAYING_UNIT)
                        .where(PAYING_UNIT.BOOK_ID.eq(book.value()))
                        .and(met(book, reach, POSTING.UNIT_ID.eq(PAYING_UNIT.UNIT_ID)))
                        .orderBy(PAYING_UNIT.CODE)
                        .fetch(Records.mapping(Named::new)));
    }

    private Condition met(BodyId book, Reach reach, Condition sameLine) {
        return reach.everything()
                ? DSL.noCondition()
                : DSL.exists(
                        sql.selectOne()
                                .from(POSTING)
                                .where(visible(book, reach, Journal.HEAD))
                                .and(sameLine));
    }
}
