package id.patungan.contributions.late;

import static id.patungan.platform.schema.Tables.ACCOUNT;
import static id.patungan.platform.schema.Tables.ASSESSMENT;
import static id.patungan.platform.schema.Tables.ASSESSMENT_SHARE;
import static id.patungan.platform.schema.Tables.BOOK_HEAD;
import static id.patungan.platform.schema.Tables.CONTRIBUTION_PAPER;
import static id.patungan.platform.schema.Tables.CONTRIBUTION_REVERSAL;
import static id.patungan.platform.schema.Tables.LATE_CHARGE;
import static id.patungan.platform.schema.Tables.POSTING;

import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import id.patungan.basics.BodyId;
import id.patungan.basics.Money;
import id.patungan.contributions.NewAssessment;
import id.patungan.contributions.late.LateDays.Before;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How much of charges was open day by day, and what was charged for their lateness. */
@Repository
class LateChargeRepository {

    private final DSLContext sql;

    LateChargeRepository(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * What was open of each charge after each day on which it changed, in minor units; fines are
     * left out, for lateness of a fine costs nothing more.
     */
    Map<String, NavigableMap<LocalDate, Long>> open(BodyId body) {
        var posting = POSTING;
        var open = new HashMap<String, NavigableMap<LocalDate, Long>>();
        sql.select(posting.CHARGE, posting.ENTRY_DATE, sum(posting.AMOUNT))
                .from(posting)
                .join(ACCOUNT)
                .on(ACCOUNT.BOOK_ID.eq(posting.BOOK_ID))
                .and(ACCOUNT.ACCOUNT_ID.eq(posting.ACCOUNT_ID))
                .join(ASSESSMENT_SHARE)
                .on(ASSESSMENT_SHARE.BOOK_ID.eq(posting.BOOK_ID))
                .and(ASSESSMENT_SHARE.CHARGE.eq(posting.CHARGE))
                .join(ASSESSMENT)
                .on(ASSESSMENT.BOOK_ID.eq(posting.BOOK_ID))
                .and(ASSESSMENT.CODE.eq(ASSESSMENT_SHARE.ASSESSMENT))
                .where(posting.BOOK_ID.eq(body.value()))
                .and(ACCOUNT.CODE.in("11300", "11310"))
                .and(ASSESSMENT.KIND.ne(NewAssessment.Kind.FINE.code()))
                .and(
                        posting.ENTRY_NO.le(
                                select(BOOK_HEAD.LAST_NO)
                                        .from(BOOK_HEAD)
                                        .where(BOOK_HEAD.BOOK_ID.eq(body.value()))))
                .groupBy(posting.CHARGE, posting.ENTRY_DATE)
                .orderBy(posting.CHARGE, posting.ENTRY_DATE)
                .forEach(row -> {
                    var days = open.computeIfAbsent(row.value1(), charge -> new TreeMap<>());
                    var last = days.lastEntry();
                    days.put(
                            row.value2(),
                            Math.addExact(
                                    last == null ? 0 : last.getValue(),
                                    row.value3().longValueExact()));
                });
        return open;
    }

    /** What was charged for lateness of each charge by fines that stand. */
    Map<String, Before> before(BodyId body) {
        var late = LATE_CHARGE;
        var before = new HashMap<String, Before>();
        sql.select(late.CHARGE, late.LAST_DAY, late.AMOUNT)
                .from(late)
                .leftJoin(CONTRIBUTION_REVERSAL)
                .on(CONTRIBUTION_REVERSAL.BOOK_ID.eq(late.BOOK_ID))
                .and(CONTRIBUTION_REVERSAL.CODE.eq(late.ASSESSMENT))
                .where(late.BOOK_ID.eq(body.value()))
                .and(CONTRIBUTION_REVERSAL.CODE.isNull())
                .forEach(row ->
                        before.merge(
                                row.value1(),
                                new Before(row.value2(), row.value3()),
                                (one, other) ->
                                        new Before(
                                                one.lastDay().isAfter(other.lastDay())
                                                        ? one.lastDay()
                                                        : other.lastDay(),
                                                Math.addExact(one.amount(), other.amount()))));
        return before;
    }

    void insert(BodyId body, String fine, int policy, Collection<LateProposal> lines) {
        var late = LATE_CHARGE;
        for (var line : lines) {
            sql.insertInto(late)
                    .set(late.BOOK_ID, body.value())
                    .set(late.ASSESSMENT, fine)
                    .set(late.CHARGE, line.charge())
                    .set(late.POLICY, policy)
                    .set(late.FIRST_DAY, line.firstDay())
                    .set(late.LAST_DAY, line.lastDay())
                    .set(late.DAYS, line.days())
                    .set(late.OPEN, line.late().minorUnits())
                    .set(late.AMOUNT, line.amount().minorUnits())
                    .execute();
        }
    }

    /** What was charged, the newest fine first. */
    List<LateLine> lines(BodyId body, Currency currency) {
        var late = LATE_CHARGE;
        return sql.select(late.fields())
                .select(CONTRIBUTION_PAPER.DATED_ON, CONTRIBUTION_REVERSAL.REVERSED_ON)
                .from(late)
                .join(CONTRIBUTION_PAPER)
                .on(CONTRIBUTION_PAPER.BOOK_ID.eq(late.BOOK_ID))
                .and(CONTRIBUTION_PAPER.CODE.eq(late.ASSESSMENT))
                .leftJoin(CONTRIBUTION_REVERSAL)
                .on(CONTRIBUTION_REVERSAL.BOOK_ID.eq(late.BOOK_ID))
                .and(CONTRIBUTION_REVERSAL.CODE.eq(late.ASSESSMENT))
                .where(late.BOOK_ID.eq(body.value()))
                .orderBy(CONTRIBUTION_PAPER.ENTRY_NO.desc(), late.CHARGE)
                .fetch(row ->
                        new LateLine(
                                row.get(late.ASSESSMENT),
                                row.get(CONTRIBUTION_PAPER.DATED_ON),
                                row.get(CONTRIBUTION_REVERSAL.REVERSED_ON) != null,
                                row.get(late.CHARGE),
                                row.get(late.POLICY),
                                row.get(late.FIRST_DAY),
                                row.get(late.LAST_DAY),
                                row.get(late.DAYS),
                                new Money(currency, row.get(late.OPEN)),
                                new Money(currency, row.get(late.AMOUNT))));
    }
}
