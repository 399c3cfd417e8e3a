package id.patungan.contributions;

import static id.patungan.platform.schema.Tables.ASSESSMENT_SHARE;
import static id.patungan.platform.schema.Tables.BOOK_PARTY;
import static id.patungan.platform.schema.Tables.CONTRIBUTION_PAPER;
import static id.patungan.platform.schema.Tables.CONTRIBUTION_REVERSAL;
import static id.patungan.platform.schema.Tables.FUND;
import static id.patungan.platform.schema.Tables.POSTING;
import static id.patungan.platform.schema.Tables.PREPAYMENT_USE;
import static id.patungan.platform.schema.Tables.RECALCULATION;
import static id.patungan.platform.schema.Tables.RECALCULATION_SHARE;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import id.patungan.basics.BodyId;
import id.patungan.basics.Money;
import id.patungan.basics.PartyId;
import id.patungan.platform.Reach;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Recalculations of assessments with what they changed. */
@Repository
class RecalculationRepository {

    private final DSLContext sql;

    RecalculationRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** A change to be stored. */
    record NewChange(PartyId party, String charge, Money before, Money share) {}

    void insert(
            BodyId body,
            String code,
            NewRecalculation wish,
            AssessmentRepository.Frozen frozen,
            List<NewChange> changes) {
        var table = RECALCULATION;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.CODE, code)
                .set(table.ASSESSMENT, wish.assessment())
                .set(table.DUE_ON, wish.due())
                .set(table.REASON, wish.reason())
                .set(table.SOURCE, wish.source())
                .set(table.RULE_TEXT, frozen.rule())
                .set(table.INPUTS, frozen.inputs())
                .set(table.RESULT, frozen.result())
                .set(table.DIGEST, frozen.digest())
                .execute();
        var share = RECALCULATION_SHARE;
        var insert =
                sql.insertInto(
                        share,
                        share.BOOK_ID,
                        share.CODE,
                        share.PARTY_ID,
                        share.CHARGE,
                        share.CHARGED_BEFORE,
                        share.SHARE);
        for (var change : changes) {
            insert =
                    insert.values(
                            body.value(),
                            code,
                            change.party().value(),
                            change.charge(),
                            change.before().minorUnits(),
                            change.share().minorUnits());
        }
        insert.execute();
    }

    /** A stored run with the changes within reach. */
    record Stored(
            Paper paper,
            LocalDate due,
            String reason,
            String source,
            AssessmentRepository.Frozen frozen,
            List<Recalculation.Change> changes) {}

    /** The recalculations of an assessment, the oldest first, with the changes within reach. */
    List<Stored> ofAssessment(BodyId body, Reach reach, String assessment, Currency currency) {
        var table = RECALCULATION;
        var changes = changes(body, reach, assessment, currency);
        return sql.select(table.fields())
                .select(CONTRIBUTION_PAPER.fields())
                .select(CONTRIBUTION_REVERSAL.fields())
                .from(table)
                .join(CONTRIBUTION_PAPER)
                .on(CONTRIBUTION_PAPER.BOOK_ID.eq(table.BOOK_ID))
                .and(CONTRIBUTION_PAPER.CODE.eq(table.CODE))
                .leftJoin(CONTRIBUTION_REVERSAL)
                .on(CONTRIBUTION_REVERSAL.BOOK_ID.eq(table.BOOK_ID))
                .and(CONTRIBUTION_REVERSAL.CODE.eq(table.CODE))
                .where(table.BOOK_ID.eq(body.value()))
                .and(table.ASSESSMENT.eq(assessment))
                .orderBy(CONTRIBUTION_PAPER.ENTRY_NO)
                .fetch(row ->
                        new Stored(
                                PaperRepository.paper(row),
                                row.get(table.DUE_ON),
                                row.get(table.REASON),
                                row.get(table.SOURCE),
                                frozen(row),
                                changes.getOrDefault(row.get(table.CODE), List.of())));
    }

    private Map<String, List<Recalculation.Change>> changes(
            BodyId body, Reach reach, String assessment, Currency currency) {
        var share = RECALCULATION_SHARE;
        return sql.select(share.fields())
                .select(BOOK_PARTY.CODE, BOOK_PARTY.NAME)
                .from(share)
                .join(ASSESSMENT_SHARE)
                .on(ASSESSMENT_SHARE.BOOK_ID.eq(share.BOOK_ID))
                .and(ASSESSMENT_SHARE.CHARGE.eq(share.CHARGE))
                .join(BOOK_PARTY)
                .on(BOOK_PARTY.BOOK_ID.eq(share.BOOK_ID))
                .and(BOOK_PARTY.PARTY_ID.eq(share.PARTY_ID))
                .where(share.BOOK_ID.eq(body.value()))
                .and(ASSESSMENT_SHARE.ASSESSMENT.eq(assessment))
                .and(OpenItemRepository.parties(share.PARTY_ID, reach, null))
                .orderBy(share.CODE, ASSESSMENT_SHARE.POSITION)
                .fetchGroups(
                        row -> row.get(share.CODE),
                        row ->
                                new Recalculation.Change(
                                        row.get(BOOK_PARTY.CODE),
                                        row.get(BOOK_PARTY.NAME),
                                        row.get(share.CHARGE),
                                        new Money(currency, row.get(share.CHARGED_BEFORE)),
                                        new Money(currency, row.get(share.SHARE))));
    }

    /**
     * What later runs that stand have added to a charge.
     *
     * @param more the sum of their differences, in minor units
     * @param due the latest day to pay it
     */
    record Later(long more, @Nullable LocalDate due) {}

    /**
     * By charge; of those that stood on the day and at the entry asked for.
     *
     * @param which null for all assessments
     */
    Map<String, Later> later(
            BodyId body, @Nullable String which, @Nullable LocalDate asOf, @Nullable Long knownAt) {
        var share = RECALCULATION_SHARE;
        var paper = CONTRIBUTION_PAPER;
        var undone = CONTRIBUTION_REVERSAL;
        var known = knownAt == null ? Long.MAX_VALUE : knownAt;
        var stillStands = undone.CODE.isNull().or(undone.ENTRY_NO.gt(known));
        if (asOf != null) stillStands = stillStands.or(undone.REVERSED_ON.gt(asOf));
        var more = sum(share.SHARE.minus(share.CHARGED_BEFORE));
        // A run that left a charge as it was, or lowered it, does not put its day off
        var due = max(when(share.SHARE.gt(share.CHARGED_BEFORE), RECALCULATION.DUE_ON));
        return sql.select(share.CHARGE, more, due)
                .from(share)
                .join(RECALCULATION)
                .on(RECALCULATION.BOOK_ID.eq(share.BOOK_ID))
                .and(RECALCULATION.CODE.eq(share.CODE))
                .join(paper)
                .on(paper.BOOK_ID.eq(share.BOOK_ID))
                .and(paper.CODE.eq(share.CODE))
                .leftJoin(undone)
                .on(undone.BOOK_ID.eq(share.BOOK_ID))
                .and(undone.CODE.eq(share.CODE))
                .where(share.BOOK_ID.eq(body.value()))
                .and(which == null ? noCondition() : RECALCULATION.ASSESSMENT.eq(which))
                .and(paper.ENTRY_NO.le(known))
                .and(asOf == null ? noCondition() : paper.DATED_ON.le(asOf))
                .and(stillStands)
                .groupBy(share.CHARGE)
                .having(more.ne(BigDecimal.ZERO))
                .fetchMap(
                        row -> row.value1(),
                        row -> new Later(row.value2().longValueExact(), row.value3()));
    }

    /**
     * A receipt, the use of its prepayment, or something given in kind, that settled a charge.
     *
     * @param receipt whose money it was; the paper itself for what was given in kind
     * @param amount in minor units
     */
    record Settlement(Dated paper, String receipt, long amount) {

        boolean inKind() {
            return receipt.startsWith(Paper.Series.IK.name());
        }
    }

    /** What settled each of these charges, also what was undone since, the latest first. */
    Map<String, List<Settlement>> settlements(BodyId body, Collection<String> charges) {
        var posting = POSTING;
        var paper = CONTRIBUTION_PAPER;
        var use = PREPAYMENT_USE;
        var receipt = coalesce(use.RECEIPT, paper.CODE);
        return sql.select(
                        posting.CHARGE,
                        receipt,
                        posting.AMOUNT,
                        paper.CODE,
                        paper.DATED_ON,
                        CONTRIBUTION_REVERSAL.REVERSED_ON)
                .from(posting)
                .join(paper)
                .on(paper.BOOK_ID.eq(posting.BOOK_ID))
                .and(paper.ENTRY_NO.eq(posting.ENTRY_NO))
                .leftJoin(use)
                .on(use.BOOK_ID.eq(paper.BOOK_ID))
                .and(use.CODE.eq(paper.CODE))
                .leftJoin(CONTRIBUTION_REVERSAL)
                .on(CONTRIBUTION_REVERSAL.BOOK_ID.eq(paper.BOOK_ID))
                .and(CONTRIBUTION_REVERSAL.CODE.eq(paper.CODE))
                .where(posting.BOOK_ID.eq(body.value()))
                .and(posting.CHARGE.in(charges))
                .and(
                        paper.SERIES.in(
                                Paper.Series.RC.name(),
                                Paper.Series.PU.name(),
                                Paper.Series.IK.name()))
                .orderBy(paper.ENTRY_NO.desc())
                .fetchGroups(
                        row -> row.value1(),
                        row ->
                                new Settlement(
                                        PaperRepository.dated(row), row.value2(), -row.value3()));
    }

    /**
     * What a run, or a credit note, gave back to the prepayment of a receipt.
     *
     * @param entryNo of the run
     * @param charge that it had settled
     * @param amount in minor units
     */
    record Credit(
            Dated run, long entryNo, String receipt, String fund, String charge, long amount) {}

    /** What runs have given back of these charges. */
    List<Credit> creditsFrom(BodyId body, Collection<String> charges) {
        return credits(body, POSTING.MEMO.in(charges));
    }

    /** What runs have given back to the prepayments of these receipts. */
    List<Credit> creditsTo(BodyId body, Collection<String> receipts) {
        return credits(body, POSTING.CHARGE.in(receipts));
    }

    /** What a run has given back to prepayments of receipts. */
    List<Credit> creditsOf(BodyId body, String code) {
        return credits(body, CONTRIBUTION_PAPER.CODE.eq(code));
    }

    /** The runs of an assessment from an entry on, also those undone since, the oldest first. */
    List<Dated> runs(BodyId body, String assessment, long entryNo) {
        var table = RECALCULATION;
        var paper = CONTRIBUTION_PAPER;
        return sql.select(paper.CODE, paper.DATED_ON, CONTRIBUTION_REVERSAL.REVERSED_ON)
                .from(table)
                .join(paper)
                .on(paper.BOOK_ID.eq(table.BOOK_ID))
                .and(paper.CODE.eq(table.CODE))
                .leftJoin(CONTRIBUTION_REVERSAL)
                .on(CONTRIBUTION_REVERSAL.BOOK_ID.eq(table.BOOK_ID))
                .and(CONTRIBUTION_REVERSAL.CODE.eq(table.CODE))
                .where(table.BOOK_ID.eq(body.value()))
                .and(table.ASSESSMENT.eq(assessment))
                .and(paper.ENTRY_NO.ge(entryNo))
                .orderBy(paper.ENTRY_NO)
                .fetch(PaperRepository::dated);
    }

    /** A run that stands, with its frozen parts. */
    record InForce(String code, String assessment, AssessmentRepository.Frozen frozen) {}

    /** Of each assessment the last run that stands, by the assessment's code. */
    Map<String, InForce> inForce(BodyId body) {
        return inForce(body, null);
    }

    /** The same of one assessment; null for all. */
    Map<String, InForce> inForce(BodyId body, @Nullable String assessment) {
        var table = RECALCULATION;
        var last = new HashMap<String, InForce>();
        sql.select(table.fields())
                .from(table)
                .join(CONTRIBUTION_PAPER)
                .on(CONTRIBUTION_PAPER.BOOK_ID.eq(table.BOOK_ID))
                .and(CONTRIBUTION_PAPER.CODE.eq(table.CODE))
                .leftJoin(CONTRIBUTION_REVERSAL)
                .on(CONTRIBUTION_REVERSAL.BOOK_ID.eq(table.BOOK_ID))
                .and(CONTRIBUTION_REVERSAL.CODE.eq(table.CODE))
                .where(table.BOOK_ID.eq(body.value()))
                .and(assessment == null ? noCondition() : table.ASSESSMENT.eq(assessment))
                .and(CONTRIBUTION_REVERSAL.CODE.isNull())
                .orderBy(CONTRIBUTION_PAPER.ENTRY_NO)
                .forEach(row ->
                        last.put(
                                row.get(table.ASSESSMENT),
                                new InForce(
                                        row.get(table.CODE),
                                        row.get(table.ASSESSMENT),
                                        frozen(row))));
        return last;
    }

    private static AssessmentRepository.Frozen frozen(Record row) {
        return new AssessmentRepository.Frozen(
                row.get(RECALCULATION.RULE_TEXT),
                row.get(RECALCULATION.INPUTS),
                row.get(RECALCULATION.RESULT),
                row.get(RECALCULATION.DIGEST));
    }

    private List<Credit> credits(BodyId body, Condition which) {
        var posting = POSTING;
        var paper = CONTRIBUTION_PAPER;
        return sql.select(
                        posting.CHARGE,
                        FUND.CODE,
                        posting.MEMO,
                        posting.AMOUNT,
                        paper.CODE,
                        paper.DATED_ON,
                        paper.ENTRY_NO,
                        CONTRIBUTION_REVERSAL.REVERSED_ON)
                .from(posting)
                .join(FUND)
                .on(FUND.BOOK_ID.eq(posting.BOOK_ID))
                .and(FUND.FUND_ID.eq(posting.FUND_ID))
                .join(paper)
                .on(paper.BOOK_ID.eq(posting.BOOK_ID))
                .and(paper.ENTRY_NO.eq(posting.ENTRY_NO))
                .leftJoin(CONTRIBUTION_REVERSAL)
                .on(CONTRIBUTION_REVERSAL.BOOK_ID.eq(paper.BOOK_ID))
                .and(CONTRIBUTION_REVERSAL.CODE.eq(paper.CODE))
                .where(posting.BOOK_ID.eq(body.value()))
                .and(paper.SERIES.in(Paper.Series.TU.name(), Paper.Series.CN.name()))
                .and(posting.CHARGE.startsWith(Paper.Series.RC.name()))
                .and(which)
                .orderBy(paper.ENTRY_NO.desc())
                .fetch(row ->
                        new Credit(
                                PaperRepository.dated(row),
                                row.get(paper.ENTRY_NO),
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                Math.negateExact(row.value4())));
    }
}
