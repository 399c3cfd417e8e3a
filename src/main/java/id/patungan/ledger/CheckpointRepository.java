package id.patungan.ledger;

import static id.patungan.platform.schema.Tables.ACCOUNT;
import static id.patungan.platform.schema.Tables.CHECKPOINT;
import static id.patungan.platform.schema.Tables.CHECKPOINT_CELL;
import static id.patungan.platform.schema.Tables.JOURNAL_ENTRY;
import static id.patungan.platform.schema.Tables.POSTING;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import id.patungan.basics.BodyId;
import id.patungan.platform.schema.tables.records.CheckpointRecord;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The SQL of checkpoints: building ranges and merging them; {@link BalanceRepository} reads them.
 */
@Repository
class CheckpointRepository {

    private static final String LEDGER = "L";

    private final DSLContext sql;

    CheckpointRepository(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * One range of entry numbers, {@code (from, to]}.
     *
     * @param level 0 for ranges built from postings, one more for each merging
     */
    record Range(int level, long from, long to) {}

    /** All ranges of the book, by beginning, the longest first. */
    List<Range> ranges(BodyId book) {
        return ranges(book, DSL.noCondition());
    }

    /**
     * Those of them that end at the entry they were built on: after a restore of the journal alone,
     * ranges of another chain may be left, and nobody must read them.
     */
    List<Range> rangesInChain(BodyId book) {
        return ranges(
                book,
                exists(
                        selectOne()
                                .from(JOURNAL_ENTRY)
                                .where(JOURNAL_ENTRY.BOOK_ID.eq(CHECKPOINT.BOOK_ID))
                                .and(JOURNAL_ENTRY.ENTRY_NO.eq(CHECKPOINT.TO_NO))
                                .and(JOURNAL_ENTRY.HASH.eq(CHECKPOINT.HEAD_HASH))));
    }

    private List<Range> ranges(BodyId book, Condition which) {
        return sql.select(CHECKPOINT.LEVEL, CHECKPOINT.FROM_NO, CHECKPOINT.TO_NO)
                .from(CHECKPOINT)
                .where(CHECKPOINT.BOOK_ID.eq(book.value()))
                .and(which)
                .orderBy(CHECKPOINT.FROM_NO, CHECKPOINT.LEVEL.desc())
                .fetch(row -> new Range(row.value1().intValue(), row.value2(), row.value3()));
    }

    // One by one: a range that somebody builds meanwhile stays, with its sums
    void drop(BodyId book) {
        for (var range : ranges(book)) {
            sql.deleteFrom(CHECKPOINT_CELL)
                    .where(CHECKPOINT_CELL.BOOK_ID.eq(book.value()))
                    .and(CHECKPOINT_CELL.LEVEL.eq((byte) range.level()))
                    .and(CHECKPOINT_CELL.TO_NO.eq(range.to()))
                    .execute();
            sql.deleteFrom(CHECKPOINT)
                    .where(CHECKPOINT.BOOK_ID.eq(book.value()))
                    .and(CHECKPOINT.LEVEL.eq((byte) range.level()))
                    .and(CHECKPOINT.TO_NO.eq(range.to()))
                    .execute();
        }
    }

    /**
     * Registers the range, tied to the chain by the hash of its last entry.
     *
     * @return whether it is new; if not, somebody else has built it
     */
    boolean insert(BodyId book, Range range, Instant at) {
        var row = new CheckpointRecord();
        row.setBookId(book.value());
        row.setLevel((byte) range.level());
        row.setFromNo(range.from());
        row.setToNo(range.to());
        row.setBuiltAt(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
        return sql.insertInto(
                                CHECKPOINT,
                                CHECKPOINT.BOOK_ID,
                                CHECKPOINT.LEVEL,
                                CHECKPOINT.FROM_NO,
                                CHECKPOINT.TO_NO,
                                CHECKPOINT.BUILT_AT,
                                CHECKPOINT.HEAD_HASH)
                        .select(
                                sql.select(
                                                DSL.val(row.getBookId()),
                                                DSL.val(row.getLevel()),
                                                DSL.val(row.getFromNo()),
                                                DSL.val(row.getToNo()),
                                                DSL.val(row.getBuiltAt()),
                                                JOURNAL_ENTRY.HASH)
                                        .from(JOURNAL_ENTRY)
                                        .where(JOURNAL_ENTRY.BOOK_ID.eq(book.value()))
                                        .and(JOURNAL_ENTRY.ENTRY_NO.eq(range.to())))
                        .onDuplicateKeyIgnore()
                        .execute()
                == 1;
    }

    /** Fills a range from the postings: the ledger alone, parties, projects, award lines. */
    void fillFromPostings(BodyId book, Range range) {
        fill(book, range, LEDGER, DSL.inline(0), DSL.noCondition());
        fill(
                book,
                range,
                "P",
                POSTING.PARTY_ID,
                POSTING.PARTY_ID.isNotNull().and(ACCOUNT.CONTROL.eq("party")));
        fill(book, range, "J", POSTING.PROJECT_ID, POSTING.PROJECT_ID.isNotNull());
        fill(book, range, "A", POSTING.AWARD_LINE_ID, POSTING.AWARD_LINE_ID.isNotNull());
    }

    private void fill(BodyId book, Range range, String dim, Field<Integer> id, Condition which) {
        sql.insertInto(CHECKPOINT_CELL, CELL_FIELDS)
                .select(cellsFromPostings(book, range, dim, id, which))
                .execute();
    }

    private static final List<Field<?>> CELL_FIELDS =
            List.of(
                    CHECKPOINT_CELL.BOOK_ID,
                    CHECKPOINT_CELL.LEVEL,
                    CHECKPOINT_CELL.TO_NO,
                    CHECKPOINT_CELL.DIM,
                    CHECKPOINT_CELL.DIM_ID,
                    CHECKPOINT_CELL.ACCOUNT_ID,
                    CHECKPOINT_CELL.FUND_ID,
                    CHECKPOINT_CELL.MONTH,
                    CHECKPOINT_CELL.CLOSING,
                    CHECKPOINT_CELL.ORIG_CURRENCY,
                    CHECKPOINT_CELL.DEBIT,
                    CHECKPOINT_CELL.CREDIT,
                    CHECKPOINT_CELL.ORIG_AMOUNT,
                    CHECKPOINT_CELL.N);

    private Select<?> cellsFromPostings(
            BodyId book, Range range, String dim, Field<Integer> id, Condition which) {
        var month = DSL.year(POSTING.ENTRY_DATE).times(100).plus(DSL.month(POSTING.ENTRY_DATE));
        var closing = DSL.when(JOURNAL_ENTRY.KIND.eq(NewEntry.CLOSING), 1).otherwise(0);
        var currency = DSL.coalesce(POSTING.ORIG_CURRENCY, DSL.inline(""));
        return sql.select(
                        POSTING.BOOK_ID,
                        DSL.val(range.level()),
                        DSL.val(range.to()),
                        DSL.val(dim),
                        id,
                        POSTING.ACCOUNT_ID,
                        POSTING.FUND_ID,
                        month,
                        closing,
                        currency,
                        DSL.sum(DSL.greatest(POSTING.AMOUNT, DSL.inline(0L))),
                        DSL.sum(DSL.greatest(POSTING.AMOUNT.neg(), DSL.inline(0L))),
                        DSL.coalesce(DSL.sum(POSTING.ORIG_AMOUNT), BigDecimal.ZERO),
                        DSL.count())
                .from(POSTING)
                .join(JOURNAL_ENTRY)
                .on(JOURNAL_ENTRY.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(JOURNAL_ENTRY.ENTRY_NO.eq(POSTING.ENTRY_NO))
                .join(ACCOUNT)
                .on(ACCOUNT.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(ACCOUNT.ACCOUNT_ID.eq(POSTING.ACCOUNT_ID))
                .where(POSTING.BOOK_ID.eq(book.value()))
                .and(POSTING.ENTRY_NO.gt(range.from()))
                .and(POSTING.ENTRY_NO.le(range.to()))
                .and(which)
                .groupBy(
                        POSTING.BOOK_ID,
                        // A literal here would mean the column with that number
                        dim.equals(LEDGER) ? POSTING.BOOK_ID : id,
                        POSTING.ACCOUNT_ID,
                        POSTING.FUND_ID,
                        month,
                        closing,
                        currency);
    }

    /** Fills a range from the ranges one level below that it spans. */
    void fillFromRanges(BodyId book, Range range) {
        var c = CHECKPOINT_CELL;
        sql.insertInto(CHECKPOINT_CELL, CELL_FIELDS)
                .select(
                        sql.select(
                                        c.BOOK_ID,
                                        DSL.val(range.level()),
                                        DSL.val(range.to()),
                                        c.DIM,
                                        c.DIM_ID,
                                        c.ACCOUNT_ID,
                                        c.FUND_ID,
                                        c.MONTH,
                                        c.CLOSING,
                                        c.ORIG_CURRENCY,
                                        DSL.sum(c.DEBIT),
                                        DSL.sum(c.CREDIT),
                                        DSL.sum(c.ORIG_AMOUNT),
                                        DSL.sum(c.N))
                                .from(c)
                                .where(c.BOOK_ID.eq(book.value()))
                                .and(c.LEVEL.eq((byte) (range.level() - 1)))
                                .and(c.TO_NO.gt(range.from()))
                                .and(c.TO_NO.le(range.to()))
                                .groupBy(
                                        c.BOOK_ID,
                                        c.DIM,
                                        c.DIM_ID,
                                        c.ACCOUNT_ID,
                                        c.FUND_ID,
                                        c.MONTH,
                                        c.CLOSING,
                                        c.ORIG_CURRENCY))
                .execute();
    }
}
