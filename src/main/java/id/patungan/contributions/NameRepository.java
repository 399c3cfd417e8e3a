package id.patungan.contributions;

import static id.patungan.platform.schema.Tables.ACCOUNT;
import static id.patungan.platform.schema.Tables.BOOK_PARTY;
import static id.patungan.platform.schema.Tables.FUND;
import static id.patungan.platform.schema.Tables.PAYING_UNIT;
import static id.patungan.platform.schema.Tables.POSTING;
import static id.patungan.platform.schema.Tables.PROJECT;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import id.patungan.basics.BodyId;
import id.patungan.contributions.BookNames.Named;
import id.patungan.platform.Reach;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.springframework.stereotype.Repository;

/** Names of codes in a book. */
@Repository
class NameRepository {

    private final DSLContext sql;

    NameRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** All names for those who read the book; for a party those that stand on its own lines. */
    BookNames names(BodyId body, Reach reach) {
        return new BookNames(
                sql.select(ACCOUNT.CODE, ACCOUNT.NAME_ID, ACCOUNT.NAME_EN)
                        .from(ACCOUNT)
                        .where(ACCOUNT.BOOK_ID.eq(body.value()))
                        .and(within(body, reach, POSTING.ACCOUNT_ID, ACCOUNT.ACCOUNT_ID))
                        .orderBy(ACCOUNT.CODE)
                        .fetch(Records.mapping(Named::new)),
                sql.select(FUND.CODE, FUND.NAME_ID, FUND.NAME_EN)
                        .from(FUND)
                        .where(FUND.BOOK_ID.eq(body.value()))
                        .and(within(body, reach, POSTING.FUND_ID, FUND.FUND_ID))
                        .orderBy(FUND.CODE)
                        .fetch(Records.mapping(Named::new)),
                sql.select(BOOK_PARTY.CODE, BOOK_PARTY.NAME, BOOK_PARTY.NAME)
                        .from(BOOK_PARTY)
                        .where(BOOK_PARTY.BOOK_ID.eq(body.value()))
                        .and(OpenItemRepository.parties(BOOK_PARTY.PARTY_ID, reach, null))
                        .orderBy(BOOK_PARTY.CODE)
                        .fetch(Records.mapping(Named::new)),
                sql.select(PROJECT.CODE, PROJECT.NAME_ID, PROJECT.NAME_EN)
                        .from(PROJECT)
                        .where(PROJECT.BOOK_ID.eq(body.value()))
                        .and(within(body, reach, POSTING.PROJECT_ID, PROJECT.PROJECT_ID))
                        .orderBy(PROJECT.CODE)
                        .fetch(Records.mapping(Named::new)),
                sql.select(PAYING_UNIT.CODE, PAYING_UNIT.NAME, PAYING_UNIT.NAME)
                        .from(PAYING_UNIT)
                        .where(PAYING_UNIT.BOOK_ID.eq(body.value()))
                        .and(OpenItemRepository.parties(PAYING_UNIT.PARTY_ID, reach, null))
                        .orderBy(PAYING_UNIT.CODE)
                        .fetch(Records.mapping(Named::new)));
    }

    private static Condition within(
            BodyId body, Reach reach, Field<Integer> posted, Field<Integer> named) {
        return reach.everything()
                ? noCondition()
                : exists(
                        selectOne()
                                .from(POSTING)
                                .where(POSTING.BOOK_ID.eq(body.value()))
                                .and(OpenItemRepository.parties(POSTING.PARTY_ID, reach, null))
                                .and(posted.eq(named)));
    }
}
