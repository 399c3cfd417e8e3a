package id.patungan.contributions.entryexit;

import static id.patungan.platform.schema.Tables.BOOK_PARTY;
import static id.patungan.platform.schema.Tables.CLAIM_PAPER;
import static id.patungan.platform.schema.Tables.CLAIM_WISH_DECISION;
import static id.patungan.platform.schema.Tables.CONTRIBUTION_REVERSAL;
import static id.patungan.platform.schema.Tables.MEMBERSHIP_SETTLEMENT;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;

import id.patungan.basics.BodyId;
import id.patungan.basics.Money;
import id.patungan.basics.PartyId;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;

/** What was charged and credited because of joinings and notices. */
@Repository
class SettlementRepository {

    private final DSLContext sql;

    SettlementRepository(DSLContext sql) {
        this.sql = sql;
    }

    void insert(BodyId body, PartyId party, SettledPart part) {
        var table = MEMBERSHIP_SETTLEMENT;
        var last =
                sql.select(max(table.PART))
                        .from(table)
                        .where(table.BOOK_ID.eq(body.value()))
                        .fetchSingle()
                        .value1();
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.PART, last == null ? 1 : last + 1)
                .set(table.NUMBER, part.change())
                .set(table.KIND, part.kind().code())
                .set(table.ASSESSMENT, part.assessment())
                .set(table.OTHER_RULE, part.otherRule())
                .set(table.PARTY_ID, party.value())
                .set(table.AMOUNT, part.amount().minorUnits())
                .set(table.PAPER, part.paper())
                .set(table.WISH, part.wish())
                .set(table.SETTLED_BY, part.by())
                .set(table.SETTLED_AT, LocalDateTime.ofInstant(part.at(), ZoneOffset.UTC))
                .execute();
    }

    /** All of the body, the oldest first. */
    List<SettledPart> all(BodyId body, Currency currency) {
        var table = MEMBERSHIP_SETTLEMENT;
        var booked = CLAIM_PAPER;
        var paper = coalesce(table.PAPER, booked.CODE);
        return sql.select(table.fields())
                .select(BOOK_PARTY.CODE, BOOK_PARTY.NAME, booked.CODE)
                .select(CONTRIBUTION_REVERSAL.CODE, CLAIM_WISH_DECISION.DECISION)
                .from(table)
                .join(BOOK_PARTY)
                .on(BOOK_PARTY.BOOK_ID.eq(table.BOOK_ID))
                .and(BOOK_PARTY.PARTY_ID.eq(table.PARTY_ID))
                .leftJoin(CLAIM_WISH_DECISION)
                .on(CLAIM_WISH_DECISION.BOOK_ID.eq(table.BOOK_ID))
                .and(CLAIM_WISH_DECISION.NUMBER.eq(table.WISH))
                .leftJoin(booked)
                .on(booked.BOOK_ID.eq(table.BOOK_ID))
                .and(booked.WISH.eq(table.WISH))
                .leftJoin(CONTRIBUTION_REVERSAL)
                .on(CONTRIBUTION_REVERSAL.BOOK_ID.eq(table.BOOK_ID))
                .and(CONTRIBUTION_REVERSAL.CODE.eq(paper))
                .where(table.BOOK_ID.eq(body.value()))
                .orderBy(table.PART)
                .fetch(row -> read(row, currency));
    }

    private static SettledPart read(Record row, Currency currency) {
        var table = MEMBERSHIP_SETTLEMENT;
        var own = row.get(table.PAPER);
        return new SettledPart(
                row.get(table.NUMBER),
                row.get(table.KIND).equals(SettledPart.Kind.DAYS.code())
                        ? SettledPart.Kind.DAYS
                        : SettledPart.Kind.BUY_IN,
                row.get(table.ASSESSMENT),
                row.get(table.OTHER_RULE),
                row.get(BOOK_PARTY.CODE),
                row.get(BOOK_PARTY.NAME),
                new Money(currency, row.get(table.AMOUNT)),
                own == null ? row.get(CLAIM_PAPER.CODE) : own,
                row.get(table.WISH),
                row.get(CONTRIBUTION_REVERSAL.CODE) == null
                        && !"reject".equals(row.get(CLAIM_WISH_DECISION.DECISION)),
                row.get(table.SETTLED_BY),
                row.get(table.SETTLED_AT).toInstant(ZoneOffset.UTC));
    }
}
