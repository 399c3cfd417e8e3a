package id.patungan.contributions;

import static id.patungan.platform.schema.Tables.ASSESSMENT_SHARE;
import static id.patungan.platform.schema.Tables.BOOK_PARTY;
import static id.patungan.platform.schema.Tables.CONTRIBUTION_PAPER;
import static id.patungan.platform.schema.Tables.CONTRIBUTION_REVERSAL;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
                                new AssessmentRepository.Frozen(
                                        row.get(table.RULE_TEXT),
                                        row.get(table.INPUTS),
                                        row.get(table.RESULT),
                                        row.get(table.DIGEST)),
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

    /** Which receipts have settled a charge and stand, with how much, the latest first. */
    List<Settler> settlers(BodyId body, String charge) {
        var posting = POSTING;
        var paper = CONTRIBUTION_PAPER;
        var use = PREPAYMENT_USE;
        var receipt = coalesce(use.RECEIPT, paper.CODE);
        var settled = new LinkedHashMap<String, Long>();
        sql.select(receipt, posting.AMOUNT)
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
                .and(posting.CHARGE.eq(charge))
                .and(paper.SERIES.in(Paper.Series.RC.name(), Paper.Series.PU.name()))
                .and(CONTRIBUTION_REVERSAL.CODE.isNull())
                .orderBy(paper.ENTRY_NO.desc())
                .forEach(row -> settled.merge(row.value1(), -row.value2(), Math::addExact));
        returned(body, charge)
                .forEach((code, amount) -> settled.merge(code, -amount, Math::addExact));
        var found = new ArrayList<Settler>();
        settled.forEach((code, amount) -> {
            if (amount > 0) found.add(new Settler(code, amount));
        });
        return found;
    }

    /** So much of a receipt has settled a charge, in minor units. */
    record Settler(String receipt, long amount) {}

    /** What runs that stand have given back to receipts from a charge, in minor units. */
    private Map<String, Long> returned(BodyId body, String charge) {
        var back = new HashMap<String, Long>();
        credits(body, POSTING.MEMO.eq(charge))
                .forEach(credit -> back.merge(credit.receipt(), credit.amount(), Math::addExact));
        return back;
    }

    /** What a run gave back. */
    record Credit(String code, String receipt, long amount) {}

    /** What runs that stand have given back to the prepayment of a receipt. */
    List<Credit> creditsTo(BodyId body, String receipt) {
        return credits(body, POSTING.CHARGE.eq(receipt));
    }

    /** What a run has given back to prepayments of receipts. */
    List<Credit> creditsOf(BodyId body, String code) {
        return credits(body, CONTRIBUTION_PAPER.CODE.eq(code));
    }

    /** The runs of an assessment that stand, at or after an entry. */
    List<String> standing(BodyId body, String assessment, long entryNo) {
        var table = RECALCULATION;
        return sql.select(table.CODE)
                .from(table)
                .join(CONTRIBUTION_PAPER)
                .on(CONTRIBUTION_PAPER.BOOK_ID.eq(table.BOOK_ID))
                .and(CONTRIBUTION_PAPER.CODE.eq(table.CODE))
                .leftJoin(CONTRIBUTION_REVERSAL)
                .on(CONTRIBUTION_REVERSAL.BOOK_ID.eq(table.BOOK_ID))
                .and(CONTRIBUTION_REVERSAL.CODE.eq(table.CODE))
                .where(table.BOOK_ID.eq(body.value()))
                .and(table.ASSESSMENT.eq(assessment))
                .and(CONTRIBUTION_PAPER.ENTRY_NO.ge(entryNo))
                .and(CONTRIBUTION_REVERSAL.CODE.isNull())
                .orderBy(CONTRIBUTION_PAPER.ENTRY_NO)
                .fetch(table.CODE);
    }

    private List<Credit> credits(BodyId body, Condition which) {
        var posting = POSTING;
        var paper = CONTRIBUTION_PAPER;
        return sql.select(paper.CODE, posting.CHARGE, posting.AMOUNT)
                .from(posting)
                .join(paper)
                .on(paper.BOOK_ID.eq(posting.BOOK_ID))
                .and(paper.ENTRY_NO.eq(posting.ENTRY_NO))
                .leftJoin(CONTRIBUTION_REVERSAL)
                .on(CONTRIBUTION_REVERSAL.BOOK_ID.eq(paper.BOOK_ID))
                .and(CONTRIBUTION_REVERSAL.CODE.eq(paper.CODE))
                .where(posting.BOOK_ID.eq(body.value()))
                .and(paper.SERIES.eq(Paper.Series.TU.name()))
                .and(CONTRIBUTION_REVERSAL.CODE.isNull())
                .and(posting.CHARGE.startsWith(Paper.Series.RC.name()))
                .and(which)
                .orderBy(paper.ENTRY_NO.desc())
                .fetch(row ->
                        new Credit(row.value1(), row.value2(), Math.negateExact(row.value3())));
    }
}
