package id.patungan.contributions.arrears;

import static id.patungan.platform.schema.Tables.ASSESSMENT_SHARE;
import static id.patungan.platform.schema.Tables.BOOK_PARTY;
import static id.patungan.platform.schema.Tables.CONTRIBUTION_PAPER;
import static id.patungan.platform.schema.Tables.STANDING_DECISION;
import static id.patungan.platform.schema.Tables.STANDING_STEP;
import static id.patungan.platform.schema.Tables.STANDING_STEP_CHARGE;

import static org.jooq.impl.DSL.max;

import id.patungan.basics.BodyId;
import id.patungan.basics.Money;
import id.patungan.basics.PartyId;
import id.patungan.contributions.arrears.Standing.Late;
import id.patungan.contributions.arrears.Standing.Proposal;
import id.patungan.contributions.arrears.StandingStep.State;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Steps in the standing of members, with the charges that led to them, and the decisions. */
@Repository
class StandingRepository {

    private final DSLContext sql;

    StandingRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** What is stored of a step beside the wish. */
    record Prepared(Proposal proposal, ArrearsPolicy policy, long knownAt, String by, Instant at) {}

    /** Stores a step; its number. */
    int insert(BodyId body, PartyId party, NewStep wish, Prepared prepared) {
        var table = STANDING_STEP;
        var last =
                sql.select(max(table.NUMBER))
                        .from(table)
                        .where(table.BOOK_ID.eq(body.value()))
                        .fetchOne(0, Integer.class);
        var number = last == null ? 1 : last + 1;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.NUMBER, number)
                .set(table.PARTY_ID, party.value())
                .set(table.STEP, wish.step().code())
                .set(table.DATED_ON, wish.on())
                .set(table.DOCUMENT, wish.document())
                .set(table.REASON, wish.reason())
                .set(table.DAYS, Math.toIntExact(prepared.proposal().days()))
                .set(table.KNOWN_AT, prepared.knownAt())
                .set(table.POLICY, prepared.policy().version())
                .set(table.APPROVAL_REQUIRED, (byte) (prepared.policy().approval() ? 1 : 0))
                .set(table.PREPARED_BY, prepared.by())
                .set(table.PREPARED_AT, LocalDateTime.ofInstant(prepared.at(), ZoneOffset.UTC))
                .execute();
        var charge = STANDING_STEP_CHARGE;
        for (var one : prepared.proposal().charges()) {
            sql.insertInto(charge)
                    .set(charge.BOOK_ID, body.value())
                    .set(charge.NUMBER, number)
                    .set(charge.CHARGE, one.charge())
                    .set(charge.DUE_ON, one.due())
                    .set(charge.DAYS, Math.toIntExact(one.days()))
                    .set(charge.OPEN, one.open().minorUnits())
                    .execute();
        }
        return number;
    }

    void insertDecision(
            BodyId body,
            StandingStep step,
            boolean approved,
            @Nullable String reason,
            String by,
            Instant at) {
        var table = STANDING_DECISION;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.NUMBER, step.number())
                .set(table.PREPARED_BY, step.preparedBy())
                .set(table.APPROVAL_REQUIRED, (byte) (step.approval() ? 1 : 0))
                .set(table.DECISION, approved ? "approve" : "reject")
                .set(table.REASON, reason)
                .set(table.DECIDED_BY, by)
                .set(table.DECIDED_AT, LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .execute();
    }

    /** All steps of the body, in the order of their numbers. */
    List<StandingStep> steps(BodyId body, Currency currency) {
        var charges = charges(body, currency);
        var step = STANDING_STEP;
        var decision = STANDING_DECISION;
        return sql.select(step.fields())
                .select(
                        decision.DECISION,
                        decision.REASON,
                        decision.DECIDED_BY,
                        decision.DECIDED_AT)
                .select(BOOK_PARTY.CODE, BOOK_PARTY.NAME)
                .from(step)
                .join(BOOK_PARTY)
                .on(BOOK_PARTY.BOOK_ID.eq(step.BOOK_ID))
                .and(BOOK_PARTY.PARTY_ID.eq(step.PARTY_ID))
                .leftJoin(decision)
                .on(decision.BOOK_ID.eq(step.BOOK_ID))
                .and(decision.NUMBER.eq(step.NUMBER))
                .where(step.BOOK_ID.eq(body.value()))
                .orderBy(step.NUMBER)
                .fetch(row -> read(row, charges.getOrDefault(row.get(step.NUMBER), List.of())));
    }

    private Map<Integer, List<Late>> charges(BodyId body, Currency currency) {
        var charge = STANDING_STEP_CHARGE;
        var found = new HashMap<Integer, List<Late>>();
        sql.select(charge.fields())
                .select(CONTRIBUTION_PAPER.DESCRIPTION)
                .from(charge)
                .join(ASSESSMENT_SHARE)
                .on(ASSESSMENT_SHARE.BOOK_ID.eq(charge.BOOK_ID))
                .and(ASSESSMENT_SHARE.CHARGE.eq(charge.CHARGE))
                .join(CONTRIBUTION_PAPER)
                .on(CONTRIBUTION_PAPER.BOOK_ID.eq(ASSESSMENT_SHARE.BOOK_ID))
                .and(CONTRIBUTION_PAPER.CODE.eq(ASSESSMENT_SHARE.ASSESSMENT))
                .where(charge.BOOK_ID.eq(body.value()))
                .orderBy(charge.NUMBER, charge.DUE_ON, charge.CHARGE)
                .forEach(row ->
                        found.computeIfAbsent(row.get(charge.NUMBER), number -> new ArrayList<>())
                                .add(
                                        new Late(
                                                row.get(charge.CHARGE),
                                                row.get(CONTRIBUTION_PAPER.DESCRIPTION),
                                                row.get(charge.DUE_ON),
                                                row.get(charge.DAYS),
                                                new Money(currency, row.get(charge.OPEN)))));
        return found;
    }

    private static StandingStep read(Record row, List<Late> charges) {
        var step = STANDING_STEP;
        var decision = STANDING_DECISION;
        var decidedAt = row.get(decision.DECIDED_AT);
        var said = row.get(decision.DECISION);
        return new StandingStep(
                row.get(step.NUMBER),
                row.get(BOOK_PARTY.CODE),
                row.get(BOOK_PARTY.NAME),
                Step.of(row.get(step.STEP)),
                said == null
                        ? State.WAITING
                        : said.equals("approve") ? State.APPROVED : State.REJECTED,
                row.get(step.DATED_ON),
                row.get(step.DOCUMENT),
                row.get(step.REASON),
                row.get(step.DAYS),
                row.get(step.KNOWN_AT),
                row.get(step.POLICY),
                row.get(step.APPROVAL_REQUIRED) == 1,
                charges,
                row.get(step.PREPARED_BY),
                row.get(step.PREPARED_AT).toInstant(ZoneOffset.UTC),
                row.get(decision.DECIDED_BY),
                decidedAt == null ? null : decidedAt.toInstant(ZoneOffset.UTC),
                row.get(decision.REASON));
    }
}
