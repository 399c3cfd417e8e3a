package id.patungan.contributions;

import static id.patungan.platform.schema.Tables.ASSESSMENT_SHARE;
import static id.patungan.platform.schema.Tables.BOOK_PARTY;
import static id.patungan.platform.schema.Tables.CLAIM_MEMO_RELEASE;
import static id.patungan.platform.schema.Tables.CLAIM_PAPER;
import static id.patungan.platform.schema.Tables.CLAIM_WISH;
import static id.patungan.platform.schema.Tables.CLAIM_WISH_DECISION;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;

import id.patungan.basics.BodyId;
import id.patungan.basics.Money;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;

/** Wishes about claims that wait for another person, and the decisions. */
@Repository
class ClaimWishRepository {

    private final DSLContext sql;

    ClaimWishRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** Stores a wish; its number. */
    int insert(BodyId body, NewClaim wish, String by, Instant at) {
        var table = CLAIM_WISH;
        var last =
                sql.select(max(table.NUMBER))
                        .from(table)
                        .where(table.BOOK_ID.eq(body.value()))
                        .fetchOne(0, Integer.class);
        var number = last == null ? 1 : last + 1;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.NUMBER, number)
                .set(table.KIND, wish.kind().code())
                .set(table.CHARGE, wish.charge())
                .set(table.DATED_ON, wish.date())
                .set(table.AMOUNT, wish.amount().minorUnits())
                .set(table.TOGETHER, (byte) (wish.together() ? 1 : 0))
                .set(table.DOCUMENT, wish.document())
                .set(table.REASON, wish.reason())
                .set(table.PREPARED_BY, by)
                .set(table.PREPARED_AT, LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .execute();
        return number;
    }

    void insertDecision(
            BodyId body,
            ClaimWish wish,
            boolean approved,
            @Nullable String reason,
            String by,
            Instant at) {
        var table = CLAIM_WISH_DECISION;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.NUMBER, wish.number())
                .set(table.PREPARED_BY, wish.preparedBy())
                .set(table.DECISION, approved ? "approve" : "reject")
                .set(table.REASON, reason)
                .set(table.DECIDED_BY, by)
                .set(table.DECIDED_AT, LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .execute();
    }

    /** All wishes of the body, the newest first. */
    List<ClaimWish> wishes(BodyId body, Currency currency) {
        var wish = CLAIM_WISH;
        var decision = CLAIM_WISH_DECISION;
        var paper = CLAIM_PAPER;
        var memo = CLAIM_MEMO_RELEASE;
        var code = coalesce(paper.CODE, memo.CODE);
        return sql.select(wish.fields())
                .select(
                        decision.DECISION,
                        decision.REASON,
                        decision.DECIDED_BY,
                        decision.DECIDED_AT)
                .select(code)
                .select(BOOK_PARTY.CODE, BOOK_PARTY.NAME)
                .from(wish)
                .join(ASSESSMENT_SHARE)
                .on(ASSESSMENT_SHARE.BOOK_ID.eq(wish.BOOK_ID))
                .and(ASSESSMENT_SHARE.CHARGE.eq(wish.CHARGE))
                .join(BOOK_PARTY)
                .on(BOOK_PARTY.BOOK_ID.eq(wish.BOOK_ID))
                .and(BOOK_PARTY.PARTY_ID.eq(ASSESSMENT_SHARE.PARTY_ID))
                .leftJoin(decision)
                .on(decision.BOOK_ID.eq(wish.BOOK_ID))
                .and(decision.NUMBER.eq(wish.NUMBER))
                .leftJoin(paper)
                .on(paper.BOOK_ID.eq(wish.BOOK_ID))
                .and(paper.WISH.eq(wish.NUMBER))
                .leftJoin(memo)
                .on(memo.BOOK_ID.eq(wish.BOOK_ID))
                .and(memo.WISH.eq(wish.NUMBER))
                .where(wish.BOOK_ID.eq(body.value()))
                .orderBy(wish.NUMBER.desc())
                .fetch(row -> read(row, row.get(code), currency));
    }

    private static ClaimWish read(Record row, @Nullable String code, Currency currency) {
        var wish = CLAIM_WISH;
        var decision = CLAIM_WISH_DECISION;
        var decidedAt = row.get(decision.DECIDED_AT);
        return new ClaimWish(
                row.get(wish.NUMBER),
                ClaimWish.state(row.get(decision.DECISION), code),
                new NewClaim(
                        NewClaim.Kind.of(row.get(wish.KIND)),
                        row.get(wish.CHARGE),
                        row.get(wish.DATED_ON),
                        new Money(currency, row.get(wish.AMOUNT)),
                        row.get(wish.TOGETHER) == 1,
                        row.get(wish.DOCUMENT),
                        row.get(wish.REASON)),
                row.get(BOOK_PARTY.CODE),
                row.get(BOOK_PARTY.NAME),
                row.get(wish.PREPARED_BY),
                row.get(wish.PREPARED_AT).toInstant(ZoneOffset.UTC),
                row.get(decision.DECIDED_BY),
                decidedAt == null ? null : decidedAt.toInstant(ZoneOffset.UTC),
                row.get(decision.REASON),
                code);
    }
}
