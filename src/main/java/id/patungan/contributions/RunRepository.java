package id.patungan.contributions;

import static id.patungan.platform.schema.Tables.ASSESSMENT_RUN;
import static id.patungan.platform.schema.Tables.ASSESSMENT_RUN_DECISION;
import static id.patungan.platform.schema.Tables.CONTRIBUTION_REVERSAL;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;

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

/** Assessments that wait for approval, and the decisions about them. */
@Repository
class RunRepository {

    private final DSLContext sql;

    RunRepository(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * A run as stored.
     *
     * @param wish as JSON
     * @param decision {@code approve}, {@code reject} or {@code withdraw}; null while it waits
     */
    record Stored(
            int number,
            String wish,
            Money total,
            AssessmentRepository.Frozen frozen,
            boolean approval,
            String preparedBy,
            Instant preparedAt,
            @Nullable String decision,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String reason,
            @Nullable String assessment,
            boolean cancelled) {}

    /** A run to be stored. */
    record Prepared(
            NewAssessment wish,
            String json,
            Money total,
            AssessmentRepository.Frozen frozen,
            boolean approval,
            String by,
            Instant at) {}

    /** Stores a run under the next number. */
    int insert(BodyId body, Prepared run) {
        var table = ASSESSMENT_RUN;
        var last =
                sql.select(max(table.NUMBER))
                        .from(table)
                        .where(table.BOOK_ID.eq(body.value()))
                        .fetchOne(0, Integer.class);
        var number = last == null ? 1 : last + 1;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.NUMBER, number)
                .set(table.FOR_YEAR, (short) run.wish().year())
                .set(table.DESCRIPTION, run.wish().description())
                .set(table.WISH, run.json())
                .set(table.CURRENCY, run.total().currency().getCurrencyCode())
                .set(table.TOTAL, run.total().minorUnits())
                .set(table.RULE_TEXT, run.frozen().rule())
                .set(table.INPUTS, run.frozen().inputs())
                .set(table.RESULT, run.frozen().result())
                .set(table.DIGEST, run.frozen().digest())
                .set(table.APPROVAL_REQUIRED, (byte) (run.approval() ? 1 : 0))
                .set(table.PREPARED_BY, run.by())
                .set(table.PREPARED_AT, LocalDateTime.ofInstant(run.at(), ZoneOffset.UTC))
                .execute();
        return number;
    }

    /** A decision to be stored. */
    record Decision(
            String decision,
            @Nullable String assessment,
            @Nullable String reason,
            String by,
            Instant at) {}

    void insertDecision(BodyId body, AssessmentRun run, Decision decision) {
        var table = ASSESSMENT_RUN_DECISION;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.NUMBER, run.number())
                .set(table.PREPARED_BY, run.preparedBy())
                .set(table.APPROVAL_REQUIRED, (byte) (run.approval() ? 1 : 0))
                .set(table.DECISION, decision.decision())
                .set(table.ASSESSMENT, decision.assessment())
                .set(table.REASON, decision.reason())
                .set(table.DECIDED_BY, decision.by())
                .set(table.DECIDED_AT, LocalDateTime.ofInstant(decision.at(), ZoneOffset.UTC))
                .execute();
    }

    /** The runs of a body, the newest first; one if its number is given. */
    List<Stored> runs(BodyId body, @Nullable Integer number) {
        var run = ASSESSMENT_RUN;
        var decision = ASSESSMENT_RUN_DECISION;
        return sql.select(run.fields())
                .select(
                        decision.DECISION,
                        decision.DECIDED_BY,
                        decision.DECIDED_AT,
                        decision.REASON,
                        decision.ASSESSMENT)
                .select(CONTRIBUTION_REVERSAL.CODE)
                .from(run)
                .leftJoin(decision)
                .on(decision.BOOK_ID.eq(run.BOOK_ID))
                .and(decision.NUMBER.eq(run.NUMBER))
                .leftJoin(CONTRIBUTION_REVERSAL)
                .on(CONTRIBUTION_REVERSAL.BOOK_ID.eq(decision.BOOK_ID))
                .and(CONTRIBUTION_REVERSAL.CODE.eq(decision.ASSESSMENT))
                .where(run.BOOK_ID.eq(body.value()))
                .and(number == null ? noCondition() : run.NUMBER.eq(number))
                .orderBy(run.NUMBER.desc())
                .fetch(RunRepository::stored);
    }

    private static Stored stored(Record row) {
        var run = ASSESSMENT_RUN;
        var decision = ASSESSMENT_RUN_DECISION;
        var decidedAt = row.get(decision.DECIDED_AT);
        return new Stored(
                row.get(run.NUMBER),
                row.get(run.WISH),
                new Money(Currency.getInstance(row.get(run.CURRENCY)), row.get(run.TOTAL)),
                new AssessmentRepository.Frozen(
                        row.get(run.RULE_TEXT),
                        row.get(run.INPUTS),
                        row.get(run.RESULT),
                        row.get(run.DIGEST)),
                row.get(run.APPROVAL_REQUIRED) != 0,
                row.get(run.PREPARED_BY),
                row.get(run.PREPARED_AT).toInstant(ZoneOffset.UTC),
                row.get(decision.DECISION),
                row.get(decision.DECIDED_BY),
                decidedAt == null ? null : decidedAt.toInstant(ZoneOffset.UTC),
                row.get(decision.REASON),
                row.get(decision.ASSESSMENT),
                row.get(CONTRIBUTION_REVERSAL.CODE) != null);
    }
}
