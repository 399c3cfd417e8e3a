package id.patungan.ledger;

import static id.patungan.platform.schema.Tables.ACCOUNT;
import static id.patungan.platform.schema.Tables.BOOK_PARTY;
import static id.patungan.platform.schema.Tables.CHECKPOINT_CELL;
import static id.patungan.platform.schema.Tables.FUND;
import static id.patungan.platform.schema.Tables.JOURNAL_ENTRY;
import static id.patungan.platform.schema.Tables.PAYING_UNIT;
import static id.patungan.platform.schema.Tables.POSTING;
import static id.patungan.platform.schema.Tables.PROJECT;

import id.patungan.basics.AccountCode;
import id.patungan.basics.BodyId;
import id.patungan.basics.FundCode;
import id.patungan.ledger.CheckpointRepository.Range;
import id.patungan.platform.Reach;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Balances, from checkpoints and the postings that these leave out, and movements one by one. */
@Repository
class BalanceRepository extends JournalRepository {

    BalanceRepository(DSLContext sql) {
        super(sql);
    }

    /**
     * For each account in each fund what stood there before {@code from}, and debits and credits
     * from then on without closing entries: whole months from the ranges, months that a day cuts
     * from the postings in them, and everything after the ranges.
     *
     * @param cover ranges that follow each other from entry 0 on, up to {@code knownAt} at most
     * @return by account, then fund; also those whose sums are all zero
     */
    List<TrialBalance.Cell> sums(
            BodyId book,
            Reach reach,
            CardLines which,
            List<Range> cover,
            LocalDate from,
            LocalDate until,
            long knownAt) {
        if (which.party() == null && !reach.parties().isEmpty()) {
            throw new IllegalArgumentException(
                    "Ranges hold a party's own accounts alone; ask for those of one party");
        }
        var covered = cover.isEmpty() ? 0 : cover.getLast().to();
        // left to itself the server reads all of a party's lines, by an index without numbers
        var tail = cover.isEmpty() ? POSTING : POSTING.forceIndex("PRIMARY");
        var after = POSTING.ENTRY_NO.gt(covered).and(POSTING.ENTRY_DATE.lt(until));
        var summed =
                from.isBefore(until)
                        ? postings(book, reach, which, from, knownAt, withEntries(tail), after)
                        : openings(book, reach, which, knownAt, tail, after);
        if (!cover.isEmpty()) {
            summed = summed.unionAll(cells(book, reach, which, cover, from, until));
            for (var part : cut(from, until)) {
                var days =
                        POSTING.ENTRY_NO
                                .le(covered)
                                .and(POSTING.ENTRY_DATE.ge(part.from()))
                                .and(POSTING.ENTRY_DATE.lt(part.until()))
                                // the same day by construction; it has an index of days alone
                                .and(JOURNAL_ENTRY.ENTRY_DATE.ge(part.from()))
                                .and(JOURNAL_ENTRY.ENTRY_DATE.lt(part.until()));
                summed =
                        summed.unionAll(
                                postings(
                                        book,
                                        reach,
                                        which,
                                        from,
                                        knownAt,
                                        withEntries(POSTING),
                                        days));
            }
        }
        var parts = summed.asTable("parts");
        return sql.select(
                        ACCOUNT.CODE,
                        FUND.CODE,
                        DSL.sum(parts.field("opening", Long.class)),
                        DSL.sum(parts.field("debit", Long.class)),
                        DSL.sum(parts.field("credit", Long.class)))
                .from(parts)
                .join(ACCOUNT)
                .on(ACCOUNT.BOOK_ID.eq(book.value()))
                .and(ACCOUNT.ACCOUNT_ID.eq(parts.field(POSTING.ACCOUNT_ID)))
                .join(FUND)
                .on(FUND.BOOK_ID.eq(book.value()))
                .and(FUND.FUND_ID.eq(parts.field(POSTING.FUND_ID)))
                .groupBy(ACCOUNT.CODE, FUND.CODE)
                .orderBy(ACCOUNT.CODE, FUND.CODE)
                .fetch(row ->
                        new TrialBalance.Cell(
                                new AccountCode(row.value1()),
                                new FundCode(row.value2()),
                                minor(row.value3()),
                                minor(row.value4()),
                                minor(row.value5())));
    }

    /** Days from one to another, which is too late. */
    private record Days(LocalDate from, LocalDate until) {}

    /** The parts of months that the two days cut; what lies beyond them are whole months. */
    private static List<Days> cut(LocalDate from, LocalDate until) {
        var parts = new ArrayList<Days>();
        var first = YearMonth.from(from);
        if (from.getDayOfMonth() > 1) {
            var next = first.plusMonths(1).atDay(1);
            parts.add(new Days(first.atDay(1), next.isBefore(until) ? next : until));
        }
        var last = YearMonth.from(until);
        if (until.getDayOfMonth() > 1 && (parts.isEmpty() || !last.equals(first))) {
            parts.add(new Days(last.atDay(1), until));
        }
        return parts;
    }

    private Select<Record5<Integer, Integer, Long, Long, Long>> postings(
            BodyId book,
            Reach reach,
            CardLines which,
            LocalDate from,
            long knownAt,
            Table<?> table,
            Condition condition) {
        var opening = POSTING.ENTRY_DATE.lt(from);
        var active = opening.not().and(JOURNAL_ENTRY.KIND.ne(NewEntry.CLOSING));
        return sql.select(
                        POSTING.ACCOUNT_ID,
                        POSTING.FUND_ID,
                        DSL.when(opening, POSTING.AMOUNT).otherwise(0L).as("opening"),
                        DSL.when(active, debit(POSTING.AMOUNT)).otherwise(0L).as("debit"),
                        DSL.when(active, credit(POSTING.AMOUNT)).otherwise(0L).as("credit"))
                .from(table)
                .where(visible(book, reach, knownAt))
                .and(lines(book, which))
                .and(condition);
    }

    private static Table<?> withEntries(Table<?> postings) {
        return postings.join(JOURNAL_ENTRY)
                .on(JOURNAL_ENTRY.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(JOURNAL_ENTRY.ENTRY_NO.eq(POSTING.ENTRY_NO));
    }

    /**
     * Where no period is asked for, an index holds everything, and the kind of entry is nothing.
     */
    private Select<Record5<Integer, Integer, Long, Long, Long>> openings(
            BodyId book,
            Reach reach,
            CardLines which,
            long knownAt,
            Table<?> table,
            Condition condition) {
        return sql.select(
                        POSTING.ACCOUNT_ID,
                        POSTING.FUND_ID,
                        POSTING.AMOUNT.as("opening"),
                        DSL.inline(0L).as("debit"),
                        DSL.inline(0L).as("credit"))
                .from(table)
                .where(visible(book, reach, knownAt))
                .and(lines(book, which))
                .and(condition);
    }

    private Condition lines(BodyId book, CardLines which) {
        return of(book, which, POSTING.ACCOUNT_ID, POSTING.FUND_ID)
                .and(given(which.party(), party -> POSTING.PARTY_ID.eq(party.value())));
    }

    private Select<Record5<Integer, Integer, Long, Long, Long>> cells(
            BodyId book,
            Reach reach,
            CardLines which,
            List<Range> cover,
            LocalDate from,
            LocalDate until) {
        var c = CHECKPOINT_CELL;
        var party = which.party();
        var wholeFrom = from.getDayOfMonth() == 1 ? from : from.plusMonths(1);
        var opening = c.MONTH.lt(month(from));
        var active = c.MONTH.ge(month(wholeFrom)).and(c.CLOSING.eq((byte) 0));
        return sql.select(
                        c.ACCOUNT_ID,
                        c.FUND_ID,
                        DSL.when(opening, c.DEBIT.minus(c.CREDIT)).otherwise(0L),
                        DSL.when(active, c.DEBIT).otherwise(0L),
                        DSL.when(active, c.CREDIT).otherwise(0L))
                .from(c)
                .where(c.BOOK_ID.eq(book.value()))
                .and(
                        DSL.row(c.LEVEL, c.TO_NO)
                                .in(
                                        cover.stream()
                                                .map(range ->
                                                        DSL.row((byte) range.level(), range.to()))
                                                .toList()))
                .and(c.DIM.eq(party == null ? "L" : "P"))
                .and(c.DIM_ID.eq(party == null ? 0 : party.value()))
                .and(c.MONTH.lt(month(until)))
                .and(within(book, reach, c.DIM_ID, c.FUND_ID))
                .and(of(book, which, c.ACCOUNT_ID, c.FUND_ID));
    }

    private static int month(LocalDate day) {
        return day.getYear() * 100 + day.getMonthValue();
    }

    /** Debit, credit and number of the movements of a card. */
    record CardSums(long debit, long credit, long count) {}

    CardSums cardSums(
            BodyId book,
            Reach reach,
            CardLines which,
            LocalDate from,
            LocalDate until,
            long knownAt) {
        return sql.select(
                        DSL.sum(debit(POSTING.AMOUNT)),
                        DSL.sum(credit(POSTING.AMOUNT)),
                        DSL.count())
                .from(POSTING)
                .where(visible(book, reach, knownAt))
                .and(lines(book, which))
                .and(POSTING.ENTRY_DATE.ge(from))
                .and(POSTING.ENTRY_DATE.lt(until))
                .fetchSingle(row ->
                        new CardSums(minor(row.value1()), minor(row.value2()), row.value3()));
    }

    /**
     * The movements of a card in the order of their dates, with running balances from opening on.
     */
    List<Movement> movements(
            BodyId book,
            Reach reach,
            CardLines which,
            LocalDate from,
            LocalDate until,
            long knownAt,
            long opening,
            int limit,
            long offset) {
        var running =
                DSL.sum(POSTING.AMOUNT)
                        .over()
                        .orderBy(POSTING.ENTRY_DATE, POSTING.ENTRY_NO, POSTING.LINE_NO)
                        .rowsUnboundedPreceding()
                        .as("running");
        return sql.select(
                        POSTING.ENTRY_NO,
                        POSTING.LINE_NO,
                        POSTING.ENTRY_DATE,
                        ACCOUNT.CODE,
                        FUND.CODE,
                        BOOK_PARTY.CODE,
                        PROJECT.CODE,
                        PAYING_UNIT.CODE,
                        POSTING.AMOUNT,
                        running,
                        POSTING.CHARGE,
                        POSTING.CHARGE_PERIOD,
                        POSTING.ORIG_CURRENCY,
                        POSTING.ORIG_AMOUNT,
                        POSTING.RATE,
                        POSTING.MEMO,
                        JOURNAL_ENTRY.RECORDED_AT,
                        JOURNAL_ENTRY.KIND,
                        JOURNAL_ENTRY.DESCRIPTION,
                        JOURNAL_ENTRY.SOURCE_KEY,
                        JOURNAL_ENTRY.DOCUMENT_NO,
                        JOURNAL_ENTRY.REVERSES_NO,
                        REVERSAL.ENTRY_NO)
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
                .leftJoin(BOOK_PARTY)
                .on(BOOK_PARTY.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(BOOK_PARTY.PARTY_ID.eq(POSTING.PARTY_ID))
                .leftJoin(PROJECT)
                .on(PROJECT.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(PROJECT.PROJECT_ID.eq(POSTING.PROJECT_ID))
                .leftJoin(PAYING_UNIT)
                .on(PAYING_UNIT.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(PAYING_UNIT.UNIT_ID.eq(POSTING.UNIT_ID))
                .leftJoin(REVERSAL)
                .on(REVERSAL.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(REVERSAL.REVERSES_NO.eq(POSTING.ENTRY_NO))
                .and(REVERSAL.ENTRY_NO.le(knownAt))
                .where(visible(book, reach, knownAt))
                .and(lines(book, which))
                .and(POSTING.ENTRY_DATE.ge(from))
                .and(POSTING.ENTRY_DATE.lt(until))
                .orderBy(POSTING.ENTRY_DATE, POSTING.ENTRY_NO, POSTING.LINE_NO)
                .limit(limit)
                .offset(offset)
                .fetch(row -> movement(row, Math.addExact(opening, minor(row.get(running)))));
    }

    private static Movement movement(Record row, long balance) {
        return new Movement(
                row.get(POSTING.ENTRY_NO),
                row.get(POSTING.LINE_NO),
                row.get(POSTING.ENTRY_DATE),
                Utc.instant(row.get(JOURNAL_ENTRY.RECORDED_AT)),
                row.get(JOURNAL_ENTRY.KIND),
                row.get(JOURNAL_ENTRY.DESCRIPTION),
                row.get(JOURNAL_ENTRY.SOURCE_KEY),
                row.get(JOURNAL_ENTRY.DOCUMENT_NO),
                row.get(JOURNAL_ENTRY.REVERSES_NO),
                row.get(REVERSAL.ENTRY_NO),
                new AccountCode(row.get(ACCOUNT.CODE)),
                new FundCode(row.get(FUND.CODE)),
                row.get(POSTING.AMOUNT),
                row.get(BOOK_PARTY.CODE),
                row.get(PROJECT.CODE),
                row.get(PAYING_UNIT.CODE),
                row.get(POSTING.CHARGE),
                row.get(POSTING.CHARGE_PERIOD),
                original(row),
                row.get(POSTING.MEMO),
                balance);
    }

    /** What a fund's cash gained and lost; a transfer between two cash accounts moves nothing. */
    record CashSums(FundCode fund, long debit, long credit) {}

    List<CashSums> cashMovements(
            BodyId book, Reach reach, LocalDate from, LocalDate until, long knownAt) {
        var nets =
                sql.select(POSTING.FUND_ID, DSL.sum(POSTING.AMOUNT).cast(Long.class).as("net"))
                        .from(POSTING)
                        .where(visible(book, reach, knownAt))
                        .and(POSTING.ENTRY_DATE.ge(from))
                        .and(POSTING.ENTRY_DATE.lt(until))
                        .and(POSTING.ACCOUNT_ID.in(cash(book)))
                        .groupBy(POSTING.FUND_ID, POSTING.ENTRY_NO)
                        .asTable("nets");
        var net = Objects.requireNonNull(nets.field("net", Long.class));
        return sql.select(FUND.CODE, DSL.sum(debit(net)), DSL.sum(credit(net)))
                .from(nets)
                .join(FUND)
                .on(FUND.BOOK_ID.eq(book.value()))
                .and(FUND.FUND_ID.eq(nets.field(POSTING.FUND_ID)))
                .groupBy(FUND.CODE)
                .fetch(row ->
                        new CashSums(
                                new FundCode(row.value1()),
                                minor(row.value2()),
                                minor(row.value3())));
    }
}
