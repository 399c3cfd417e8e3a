package id.patungan.contributions.stages;

import static id.patungan.platform.schema.Tables.ACCOUNT;
import static id.patungan.platform.schema.Tables.APPROVAL_LIMIT;
import static id.patungan.platform.schema.Tables.BOOK_HEAD;
import static id.patungan.platform.schema.Tables.CONTRIBUTION_PAPER;
import static id.patungan.platform.schema.Tables.CONTRIBUTION_REVERSAL;
import static id.patungan.platform.schema.Tables.POSTING;
import static id.patungan.platform.schema.Tables.STAGE_EVENT;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import id.patungan.basics.BodyId;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Events and limits, and when money settled charges. */
@Repository
class StageRepository {

    private static final String WITHDRAWAL = "withdrawal";
    private static final List<String> RECEIVABLES = List.of("11300", "11310");
    private static final List<String> SETTLING = List.of("RC", "PU");

    private final DSLContext sql;

    StageRepository(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * What is to be stored.
     *
     * @param kind null for a withdrawal
     * @param withdraws the number of the event that does not stand any more; null for an event
     */
    record Row(
            int no,
            @Nullable EventKind kind,
            LocalDate on,
            @Nullable String document,
            @Nullable String note,
            @Nullable Integer withdraws,
            String by,
            Instant at) {}

    void insert(BodyId body, String charge, Row row) {
        var table = STAGE_EVENT;
        var kind = row.kind();
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.CHARGE, charge)
                .set(table.EVENT_NO, row.no())
                .set(table.KIND, kind == null ? WITHDRAWAL : kind.code())
                .set(table.HAPPENED_ON, row.on())
                .set(table.DOCUMENT, row.document())
                .set(table.NOTE, row.note())
                .set(table.WITHDRAWS, row.withdraws())
                .set(table.RECORDED_BY, row.by())
                .set(table.RECORDED_AT, LocalDateTime.ofInstant(row.at(), ZoneOffset.UTC))
                .execute();
    }

    int nextNo(BodyId body, String charge) {
        var table = STAGE_EVENT;
        return 1
                + sql.select(max(table.EVENT_NO))
                        .from(table)
                        .where(table.BOOK_ID.eq(body.value()))
                        .and(table.CHARGE.eq(charge))
                        .fetchOptional()
                        .map(row -> row.value1() == null ? 0 : (int) row.value1())
                        .orElse(0);
    }

    /** Of these charges, in the order of days and, within a day, as recorded. */
    Map<String, List<StageEvent>> events(BodyId body, Collection<String> charges) {
        var table = STAGE_EVENT;
        var events = new HashMap<String, List<StageEvent>>();
        var rows =
                sql.selectFrom(table)
                        .where(table.BOOK_ID.eq(body.value()))
                        .and(table.CHARGE.in(charges))
                        .orderBy(table.CHARGE, table.HAPPENED_ON, table.EVENT_NO)
                        .fetch();
        var withdrawals = new HashMap<String, Map<Integer, StageEvent.Withdrawal>>();
        for (var row : rows) {
            if (row.getWithdraws() != null) {
                withdrawals
                        .computeIfAbsent(row.getCharge(), charge -> new HashMap<>())
                        .put(
                                row.getWithdraws(),
                                new StageEvent.Withdrawal(
                                        row.getEventNo(),
                                        row.getHappenedOn(),
                                        row.getNote(),
                                        row.getRecordedBy(),
                                        row.getRecordedAt().toInstant(ZoneOffset.UTC)));
            }
        }
        for (var row : rows) {
            if (row.getWithdraws() == null) {
                events.computeIfAbsent(row.getCharge(), charge -> new ArrayList<>())
                        .add(
                                new StageEvent(
                                        row.getEventNo(),
                                        EventKind.of(row.getKind()).orElseThrow(),
                                        row.getHappenedOn(),
                                        row.getDocument(),
                                        row.getNote(),
                                        row.getRecordedBy(),
                                        row.getRecordedAt().toInstant(ZoneOffset.UTC),
                                        withdrawals
                                                .getOrDefault(row.getCharge(), Map.of())
                                                .get(row.getEventNo())));
            }
        }
        return events;
    }

    /**
     * The day of the last receipt, or use of a prepayment, that stands and settled something of a
     * charge up to a day.
     */
    Map<String, LocalDate> lastSettled(BodyId body, Collection<String> charges, LocalDate until) {
        var posting = POSTING;
        var paper = CONTRIBUTION_PAPER;
        var undone = CONTRIBUTION_REVERSAL;
        return sql.select(posting.CHARGE, max(posting.ENTRY_DATE))
                .from(posting)
                .join(ACCOUNT)
                .on(ACCOUNT.BOOK_ID.eq(posting.BOOK_ID))
                .and(ACCOUNT.ACCOUNT_ID.eq(posting.ACCOUNT_ID))
                .join(paper)
                .on(paper.BOOK_ID.eq(posting.BOOK_ID))
                .and(paper.ENTRY_NO.eq(posting.ENTRY_NO))
                .leftJoin(undone)
                .on(undone.BOOK_ID.eq(paper.BOOK_ID))
                .and(undone.CODE.eq(paper.CODE))
                .where(posting.BOOK_ID.eq(body.value()))
                .and(posting.CHARGE.in(charges))
                .and(ACCOUNT.CODE.in(RECEIVABLES))
                .and(posting.AMOUNT.lt(0L))
                .and(paper.SERIES.in(SETTLING))
                .and(posting.ENTRY_DATE.le(until))
                .and(undone.CODE.isNull().or(undone.REVERSED_ON.gt(until)))
                .and(
                        posting.ENTRY_NO.le(
                                select(BOOK_HEAD.LAST_NO)
                                        .from(BOOK_HEAD)
                                        .where(BOOK_HEAD.BOOK_ID.eq(body.value()))))
                .groupBy(posting.CHARGE)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    void insert(BodyId body, int version, ApprovalLimits limits, String by, Instant at) {
        var table = APPROVAL_LIMIT;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.VERSION, version)
                .set(table.EFFECTIVE_FROM, limits.from())
                .set(table.ASSESS_DAYS, (short) limits.assess())
                .set(table.REVISE_DAYS, (short) limits.revise())
                .set(table.ANSWER_DAYS, (short) limits.answer())
                .set(table.SILENCE_APPROVES, (byte) (limits.silenceApproves() ? 1 : 0))
                .set(table.SOURCE, limits.source())
                .set(table.RECORDED_BY, by)
                .set(table.RECORDED_AT, LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .execute();
    }

    /** The versions of a body, the oldest first; none means the program's own. */
    List<ApprovalLimits> limits(BodyId body) {
        var table = APPROVAL_LIMIT;
        return sql.selectFrom(table)
                .where(table.BOOK_ID.eq(body.value()))
                .orderBy(table.VERSION)
                .fetch(row ->
                        new ApprovalLimits(
                                row.getEffectiveFrom(),
                                row.getAssessDays(),
                                row.getReviseDays(),
                                row.getAnswerDays(),
                                row.getSilenceApproves() != 0,
                                row.getSource()));
    }
}
