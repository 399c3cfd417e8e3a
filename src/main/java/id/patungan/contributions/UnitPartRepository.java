package id.patungan.contributions;

import static id.patungan.platform.schema.Tables.ACCOUNT;
import static id.patungan.platform.schema.Tables.CONTRIBUTION_PAPER;
import static id.patungan.platform.schema.Tables.CONTRIBUTION_REVERSAL;
import static id.patungan.platform.schema.Tables.DIVIDED_CHARGE;
import static id.patungan.platform.schema.Tables.PAYING_UNIT;
import static id.patungan.platform.schema.Tables.POSTING;
import static id.patungan.platform.schema.Tables.PREPAYMENT_USE;
import static id.patungan.platform.schema.Tables.RECEIPT;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import id.patungan.basics.BodyId;
import id.patungan.basics.PartyId;
import id.patungan.contributions.OpenItemRepository.As;
import id.patungan.platform.Reach;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which charges are divided over paying units, and what the postings say of each part. */
@Repository
class UnitPartRepository {

    private final DSLContext sql;

    UnitPartRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** By which version of whose payment lines a charge was divided. */
    record Divided(String charge, int party, int version) {}

    void insert(BodyId body, Collection<Divided> charges) {
        var table = DIVIDED_CHARGE;
        if (charges.isEmpty()) return;
        var insert =
                sql.insertInto(table, table.BOOK_ID, table.CHARGE, table.PARTY_ID, table.VERSION);
        for (var one : charges) {
            insert = insert.values(body.value(), one.charge(), one.party(), one.version());
        }
        insert.execute();
    }

    /** Which of the divided charges; null for all. */
    record Which(
            @Nullable Collection<String> charges,
            Reach reach,
            @Nullable PartyId party,
            @Nullable String assessment) {

        static Which of(Collection<String> charges) {
            return new Which(charges, Assessments.EVERYTHING, null, null);
        }

        private Condition condition() {
            var table = DIVIDED_CHARGE;
            return OpenItemRepository.parties(table.PARTY_ID, reach, party)
                    .and(charges == null ? noCondition() : table.CHARGE.in(charges))
                    .and(
                            assessment == null
                                    ? noCondition()
                                    : table.CHARGE.startsWith(assessment + "/"));
        }
    }

    /** Names of the paying units of the book, by code. */
    Map<String, String> names(BodyId body) {
        return sql.select(PAYING_UNIT.CODE, PAYING_UNIT.NAME)
                .from(PAYING_UNIT)
                .where(PAYING_UNIT.BOOK_ID.eq(body.value()))
                .fetchMap(PAYING_UNIT.CODE, PAYING_UNIT.NAME);
    }

    /** The unit that paid a receipt; null if it names none. */
    @Nullable String payer(BodyId body, String receipt) {
        return sql.select(RECEIPT.UNIT)
                .from(RECEIPT)
                .where(RECEIPT.BOOK_ID.eq(body.value()))
                .and(RECEIPT.CODE.eq(receipt))
                .fetchOne(RECEIPT.UNIT);
    }

    /** Which version divided each charge. */
    Map<String, Divided> divided(BodyId body, Which which) {
        var table = DIVIDED_CHARGE;
        return sql.selectFrom(table)
                .where(table.BOOK_ID.eq(body.value()))
                .and(which.condition())
                .orderBy(table.CHARGE)
                .fetchMap(
                        row -> row.getCharge(),
                        row -> new Divided(row.getCharge(), row.getPartyId(), row.getVersion()));
    }

    /**
     * What the postings of one day say of a part, in minor units.
     *
     * @param unit null for what an entry made by hand leaves without one
     * @param billed charged and not taken back by later figures or credit notes
     * @param open charged and not settled
     * @param writtenOff of that what was written off and not recovered
     */
    record Moved(
            String charge,
            @Nullable String unit,
            LocalDate date,
            long billed,
            long open,
            long writtenOff) {}

    /**
     * What moved the parts of divided charges, by day: the receivables that name them, and what
     * later figures and credit notes gave back to prepayments after it was paid, which is neither
     * billed nor paid any more.
     */
    List<Moved> moved(BodyId body, Which which, As as) {
        var moved = new ArrayList<Moved>(receivables(body, which.condition(), as));
        moved.addAll(givenBack(body, which.condition(), as));
        return moved;
    }

    private List<Moved> receivables(BodyId body, Condition which, As as) {
        var posting = POSTING;
        var paper = CONTRIBUTION_PAPER;
        var undoing = CONTRIBUTION_REVERSAL.as("undoing");
        var undone = CONTRIBUTION_PAPER.as("undone");
        var series = coalesce(paper.SERIES, undone.SERIES);
        var billing =
                series.in(Paper.Series.AS.name(), Paper.Series.TU.name(), Paper.Series.CN.name());
        var writing = series.in(Paper.Series.WO.name(), Paper.Series.RV.name());
        var open = sum(posting.AMOUNT);
        var billed = sum(when(billing, posting.AMOUNT).otherwise(0L));
        var written = sum(when(writing, posting.AMOUNT).otherwise(0L)).neg();
        return sql.select(
                        posting.CHARGE, PAYING_UNIT.CODE, posting.ENTRY_DATE, billed, open, written)
                .from(DIVIDED_CHARGE)
                .join(posting)
                .on(posting.BOOK_ID.eq(DIVIDED_CHARGE.BOOK_ID))
                .and(posting.PARTY_ID.eq(DIVIDED_CHARGE.PARTY_ID))
                .and(posting.CHARGE.eq(DIVIDED_CHARGE.CHARGE))
                .join(ACCOUNT)
                .on(ACCOUNT.BOOK_ID.eq(posting.BOOK_ID))
                .and(ACCOUNT.ACCOUNT_ID.eq(posting.ACCOUNT_ID))
                .leftJoin(PAYING_UNIT)
                .on(PAYING_UNIT.BOOK_ID.eq(posting.BOOK_ID))
                .and(PAYING_UNIT.UNIT_ID.eq(posting.UNIT_ID))
                .leftJoin(paper)
                .on(paper.BOOK_ID.eq(posting.BOOK_ID))
                .and(paper.ENTRY_NO.eq(posting.ENTRY_NO))
                .leftJoin(undoing)
                .on(undoing.BOOK_ID.eq(posting.BOOK_ID))
                .and(undoing.ENTRY_NO.eq(posting.ENTRY_NO))
                .leftJoin(undone)
                .on(undone.BOOK_ID.eq(undoing.BOOK_ID))
                .and(undone.CODE.eq(undoing.CODE))
                .where(DIVIDED_CHARGE.BOOK_ID.eq(body.value()))
                .and(which)
                .and(receivable())
                .and(OpenItemRepository.known(body, as))
                .groupBy(posting.CHARGE, PAYING_UNIT.CODE, posting.ENTRY_DATE)
                .fetch(row ->
                        new Moved(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                exact(row.value4()),
                                exact(row.value5()),
                                exact(row.value6())));
    }

    private List<Moved> givenBack(BodyId body, Condition which, As as) {
        var posting = POSTING;
        var paper = CONTRIBUTION_PAPER;
        var amount = sum(posting.AMOUNT);
        var series = List.of(Paper.Series.TU.name(), Paper.Series.CN.name());
        var entries =
                sql.select(paper.ENTRY_NO)
                        .from(paper)
                        .where(paper.BOOK_ID.eq(body.value()))
                        .and(paper.SERIES.in(series))
                        .unionAll(
                                sql.select(CONTRIBUTION_REVERSAL.ENTRY_NO)
                                        .from(CONTRIBUTION_REVERSAL)
                                        .join(paper)
                                        .on(paper.BOOK_ID.eq(CONTRIBUTION_REVERSAL.BOOK_ID))
                                        .and(paper.CODE.eq(CONTRIBUTION_REVERSAL.CODE))
                                        .where(paper.BOOK_ID.eq(body.value()))
                                        .and(paper.SERIES.in(series)));
        return sql.select(posting.MEMO, PAYING_UNIT.CODE, posting.ENTRY_DATE, amount)
                .from(posting)
                .join(ACCOUNT)
                .on(ACCOUNT.BOOK_ID.eq(posting.BOOK_ID))
                .and(ACCOUNT.ACCOUNT_ID.eq(posting.ACCOUNT_ID))
                .join(DIVIDED_CHARGE)
                .on(DIVIDED_CHARGE.BOOK_ID.eq(posting.BOOK_ID))
                .and(DIVIDED_CHARGE.PARTY_ID.eq(posting.PARTY_ID))
                .and(DIVIDED_CHARGE.CHARGE.eq(posting.MEMO))
                .leftJoin(PAYING_UNIT)
                .on(PAYING_UNIT.BOOK_ID.eq(posting.BOOK_ID))
                .and(PAYING_UNIT.UNIT_ID.eq(posting.UNIT_ID))
                .where(posting.BOOK_ID.eq(body.value()))
                .and(posting.ENTRY_NO.in(entries))
                .and(ACCOUNT.CODE.eq(Entries.PREPAID.value()))
                .and(which)
                .and(OpenItemRepository.known(body, as))
                .groupBy(posting.MEMO, PAYING_UNIT.CODE, posting.ENTRY_DATE)
                .fetch(row ->
                        new Moved(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                exact(row.value4()),
                                0,
                                0));
    }

    /**
     * What of a receipt has settled a part, less what went back to it.
     *
     * @param amount in minor units
     */
    record Paid(String charge, String receipt, @Nullable String unit, long amount) {}

    /** What receipts, and the use of their prepayments, have settled of divided charges. */
    List<Paid> paid(BodyId body, Which which) {
        var posting = POSTING;
        var paper = CONTRIBUTION_PAPER;
        var use = PREPAYMENT_USE;
        var back = ACCOUNT.CODE.eq(Entries.PREPAID.value());
        var receipt = when(back, posting.CHARGE).otherwise(coalesce(use.RECEIPT, paper.CODE));
        var amount = sum(when(back, posting.AMOUNT).otherwise(posting.AMOUNT.neg()));
        return sql.select(DIVIDED_CHARGE.CHARGE, receipt, PAYING_UNIT.CODE, amount)
                .from(DIVIDED_CHARGE)
                .join(posting)
                .on(posting.BOOK_ID.eq(DIVIDED_CHARGE.BOOK_ID))
                .and(posting.PARTY_ID.eq(DIVIDED_CHARGE.PARTY_ID))
                .join(ACCOUNT)
                .on(ACCOUNT.BOOK_ID.eq(posting.BOOK_ID))
                .and(ACCOUNT.ACCOUNT_ID.eq(posting.ACCOUNT_ID))
                .join(paper)
                .on(paper.BOOK_ID.eq(posting.BOOK_ID))
                .and(paper.ENTRY_NO.eq(posting.ENTRY_NO))
                .leftJoin(use)
                .on(use.BOOK_ID.eq(paper.BOOK_ID))
                .and(use.CODE.eq(paper.CODE))
                .leftJoin(CONTRIBUTION_REVERSAL)
                .on(CONTRIBUTION_REVERSAL.BOOK_ID.eq(paper.BOOK_ID))
                .and(CONTRIBUTION_REVERSAL.CODE.eq(paper.CODE))
                .leftJoin(PAYING_UNIT)
                .on(PAYING_UNIT.BOOK_ID.eq(posting.BOOK_ID))
                .and(PAYING_UNIT.UNIT_ID.eq(posting.UNIT_ID))
                .where(DIVIDED_CHARGE.BOOK_ID.eq(body.value()))
                .and(which.condition())
                .and(CONTRIBUTION_REVERSAL.CODE.isNull())
                .and(
                        posting.CHARGE
                                .eq(DIVIDED_CHARGE.CHARGE)
                                .and(
                                        paper.SERIES.in(
                                                Paper.Series.RC.name(), Paper.Series.PU.name()))
                                .and(receivable())
                                .or(
                                        posting.MEMO
                                                .eq(DIVIDED_CHARGE.CHARGE)
                                                .and(
                                                        paper.SERIES.in(
                                                                Paper.Series.TU.name(),
                                                                Paper.Series.CN.name()))
                                                .and(back)))
                .groupBy(DIVIDED_CHARGE.CHARGE, receipt, PAYING_UNIT.CODE)
                .fetch(row ->
                        new Paid(row.value1(), row.value2(), row.value3(), exact(row.value4())));
    }

    /** Those of the charges that stand on a receivable already. */
    Set<String> charged(BodyId body, Collection<String> charges) {
        return new HashSet<>(
                sql.selectDistinct(POSTING.CHARGE)
                        .from(POSTING)
                        .join(ACCOUNT)
                        .on(ACCOUNT.BOOK_ID.eq(POSTING.BOOK_ID))
                        .and(ACCOUNT.ACCOUNT_ID.eq(POSTING.ACCOUNT_ID))
                        .where(POSTING.BOOK_ID.eq(body.value()))
                        .and(POSTING.CHARGE.in(charges))
                        .and(receivable())
                        .fetch(POSTING.CHARGE));
    }

    /** What an entry debits to the parts of divided charges, in minor units. */
    List<Moved> debits(BodyId body, long entryNo) {
        var posting = POSTING;
        var amount = sum(posting.AMOUNT);
        return sql.select(posting.CHARGE, PAYING_UNIT.CODE, posting.ENTRY_DATE, amount)
                .from(posting)
                .join(ACCOUNT)
                .on(ACCOUNT.BOOK_ID.eq(posting.BOOK_ID))
                .and(ACCOUNT.ACCOUNT_ID.eq(posting.ACCOUNT_ID))
                .join(DIVIDED_CHARGE)
                .on(DIVIDED_CHARGE.BOOK_ID.eq(posting.BOOK_ID))
                .and(DIVIDED_CHARGE.CHARGE.eq(posting.CHARGE))
                .join(PAYING_UNIT)
                .on(PAYING_UNIT.BOOK_ID.eq(posting.BOOK_ID))
                .and(PAYING_UNIT.UNIT_ID.eq(posting.UNIT_ID))
                .where(posting.BOOK_ID.eq(body.value()))
                .and(posting.ENTRY_NO.eq(entryNo))
                .and(receivable())
                .groupBy(posting.CHARGE, PAYING_UNIT.CODE, posting.ENTRY_DATE)
                .having(amount.gt(BigDecimal.ZERO))
                .orderBy(posting.CHARGE, PAYING_UNIT.CODE)
                .fetch(row ->
                        new Moved(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                0,
                                exact(row.value4()),
                                0));
    }

    private static Condition receivable() {
        return ACCOUNT.CODE.in(Entries.DUES_RECEIVABLE.value(), Entries.PROJECT_RECEIVABLE.value());
    }

    private static long exact(@Nullable BigDecimal minorUnits) {
        return minorUnits == null ? 0 : minorUnits.longValueExact();
    }
}
