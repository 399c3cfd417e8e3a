package id.patungan.forecasting;

import static id.patungan.platform.schema.Tables.ACCOUNT;
import static id.patungan.platform.schema.Tables.FUND;
import static id.patungan.platform.schema.Tables.JOURNAL_ENTRY;
import static id.patungan.platform.schema.Tables.POSTING;

import id.patungan.basics.BodyId;
import id.patungan.forecasting.projection.Material.Payment;
import id.patungan.forecasting.projection.Material.Sum;
import id.patungan.ledger.NewEntry;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the journal says about the past that the future is taken from. */
@Repository
class OutlookRepository {

    private static final String IN_KIND = "in-kind";

    /** Entries that settle what was charged, and no others: no cancellations, no credit notes. */
    private static final Set<String> PAYING =
            Set.of("receipt", "prepayment", IN_KIND, NewEntry.MANUAL, NewEntry.IMPORT);

    private final DSLContext sql;

    OutlookRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** The day of a book's first entry; empty while it has none. */
    Optional<LocalDate> firstDay(BodyId body, long knownAt) {
        return sql.select(DSL.min(JOURNAL_ENTRY.ENTRY_DATE))
                .from(JOURNAL_ENTRY)
                .where(JOURNAL_ENTRY.BOOK_ID.eq(body.value()))
                .and(JOURNAL_ENTRY.ENTRY_NO.le(knownAt))
                .fetchOptional(DSL.min(JOURNAL_ENTRY.ENTRY_DATE));
    }

    /**
     * What income, costs and things bought came to by month, account and fund, in money: gifts in
     * kind and closing entries are left out. Income and costs are both positive.
     */
    List<Sum> activity(BodyId body, LocalDate from, LocalDate until, long knownAt) {
        var year = DSL.year(POSTING.ENTRY_DATE);
        var month = DSL.month(POSTING.ENTRY_DATE);
        var amount = DSL.sum(POSTING.AMOUNT);
        return sql.select(ACCOUNT.CODE, FUND.CODE, year, month, amount)
                .from(POSTING)
                .join(JOURNAL_ENTRY)
                .on(JOURNAL_ENTRY.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(JOURNAL_ENTRY.ENTRY_NO.eq(POSTING.ENTRY_NO))
                .join(ACCOUNT)
                .on(ACCOUNT.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(ACCOUNT.ACCOUNT_ID.eq(POSTING.ACCOUNT_ID))
                .join(FUND)
                .on(FUND.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(FUND.FUND_ID.eq(POSTING.FUND_ID))
                .where(POSTING.BOOK_ID.eq(body.value()))
                .and(POSTING.ENTRY_NO.le(knownAt))
                .and(POSTING.ENTRY_DATE.between(from, until))
                .and(ACCOUNT.KIND.in("income", "expense").or(ACCOUNT.CODE.eq("12100")))
                .and(JOURNAL_ENTRY.KIND.notIn(NewEntry.CLOSING, IN_KIND))
                .and(notTakenBack(body, IN_KIND))
                .groupBy(ACCOUNT.CODE, FUND.CODE, year, month)
                .orderBy(ACCOUNT.CODE, FUND.CODE, year, month)
                .fetch(row ->
                        new Sum(
                                row.value1(),
                                row.value2(),
                                YearMonth.of(row.value3(), row.value4()),
                                row.value1().startsWith("4")
                                        ? -row.value5().longValueExact()
                                        : row.value5().longValueExact()));
    }

    /** No reversal of an entry of a kind. */
    private static Condition notTakenBack(BodyId body, String kind) {
        var undone = JOURNAL_ENTRY.as("undone");
        return DSL.notExists(
                DSL.selectOne()
                        .from(undone)
                        .where(undone.BOOK_ID.eq(body.value()))
                        .and(undone.ENTRY_NO.eq(JOURNAL_ENTRY.REVERSES_NO))
                        .and(undone.KIND.eq(kind)));
    }

    /** What settled each charge, by its code and day; what was taken back again is not there. */
    Map<String, List<Payment>> payments(BodyId body, LocalDate asOf, long knownAt) {
        var undoing = JOURNAL_ENTRY.as("undoing");
        return sql.select(
                        POSTING.CHARGE,
                        POSTING.ENTRY_DATE,
                        JOURNAL_ENTRY.KIND,
                        DSL.sum(POSTING.AMOUNT).neg())
                .from(POSTING)
                .join(JOURNAL_ENTRY)
                .on(JOURNAL_ENTRY.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(JOURNAL_ENTRY.ENTRY_NO.eq(POSTING.ENTRY_NO))
                .join(ACCOUNT)
                .on(ACCOUNT.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(ACCOUNT.ACCOUNT_ID.eq(POSTING.ACCOUNT_ID))
                .where(POSTING.BOOK_ID.eq(body.value()))
                .and(POSTING.ENTRY_NO.le(knownAt))
                .and(POSTING.ENTRY_DATE.le(asOf))
                .and(ACCOUNT.CODE.in("11300", "11310"))
                .and(POSTING.CHARGE.isNotNull())
                .and(POSTING.AMOUNT.lt(0L))
                .and(JOURNAL_ENTRY.KIND.in(PAYING))
                .and(
                        DSL.notExists(
                                DSL.selectOne()
                                        .from(undoing)
                                        .where(undoing.BOOK_ID.eq(body.value()))
                                        .and(undoing.REVERSES_NO.eq(POSTING.ENTRY_NO))
                                        .and(undoing.ENTRY_NO.le(knownAt))
                                        .and(undoing.ENTRY_DATE.le(asOf))))
                .groupBy(POSTING.CHARGE, POSTING.ENTRY_DATE, JOURNAL_ENTRY.KIND)
                .orderBy(POSTING.CHARGE, POSTING.ENTRY_DATE, JOURNAL_ENTRY.KIND)
                .fetchGroups(
                        POSTING.CHARGE,
                        row ->
                                new Payment(
                                        row.value2(),
                                        row.value4().longValueExact(),
                                        !row.value3().equals(IN_KIND)));
    }

    /**
     * By how much cash and bank of these funds changed, by month; months without a change left out.
     */
    SortedMap<YearMonth, Long> cash(
            BodyId body, List<String> funds, LocalDate until, long knownAt) {
        var year = DSL.year(POSTING.ENTRY_DATE);
        var month = DSL.month(POSTING.ENTRY_DATE);
        var moves = new TreeMap<YearMonth, Long>();
        sql.select(year, month, DSL.sum(POSTING.AMOUNT))
                .from(POSTING)
                .join(ACCOUNT)
                .on(ACCOUNT.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(ACCOUNT.ACCOUNT_ID.eq(POSTING.ACCOUNT_ID))
                .join(FUND)
                .on(FUND.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(FUND.FUND_ID.eq(POSTING.FUND_ID))
                .where(POSTING.BOOK_ID.eq(body.value()))
                .and(POSTING.ENTRY_NO.le(knownAt))
                .and(POSTING.ENTRY_DATE.le(until))
                .and(FUND.CODE.in(funds))
                .and(ACCOUNT.CODE.startsWith("111").or(ACCOUNT.CODE.startsWith("112")))
                .groupBy(year, month)
                .forEach(row ->
                        moves.put(
                                YearMonth.of(row.value1(), row.value2()),
                                row.value3().longValueExact()));
        return moves;
    }
}
