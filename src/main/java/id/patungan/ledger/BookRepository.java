package id.patungan.ledger;

import static id.patungan.platform.schema.Tables.BOOK;
import static id.patungan.platform.schema.Tables.BOOK_HEAD;
import static id.patungan.platform.schema.Tables.DOCUMENT_COUNTER;
import static id.patungan.platform.schema.Tables.DOCUMENT_SERIES;
import static id.patungan.platform.schema.Tables.PERIOD_EVENT;

import id.patungan.basics.BodyId;
import id.patungan.ledger.LockedBook.HeadRow;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All SQL of books, their heads, their periods and their counters. */
@Repository
class BookRepository {

    private final DSLContext sql;

    BookRepository(DSLContext sql) {
        this.sql = sql;
    }

    Optional<Book> find(BodyId body) {
        return sql.selectFrom(BOOK)
                .where(BOOK.BOOK_ID.eq(body.value()))
                .fetchOptional(BookRepository::book);
    }

    private static Book book(Record row) {
        return new Book(
                new BodyId(row.get(BOOK.BOOK_ID)),
                row.get(BOOK.CODE),
                UUID.fromString(row.get(BOOK.UID)),
                Currency.getInstance(row.get(BOOK.CURRENCY)),
                ZoneId.of(row.get(BOOK.ZONE)),
                row.get(BOOK.FIRST_OPEN),
                row.get(BOOK.APPROVAL_REQUIRED) != 0);
    }

    /** The book, and its head at the genesis of the chain. */
    void insert(Book book, Instant openedAt) {
        var at = Utc.of(openedAt);
        sql.insertInto(BOOK)
                .set(BOOK.BOOK_ID, book.id().value())
                .set(BOOK.CODE, book.code())
                .set(BOOK.UID, book.uid().toString())
                .set(BOOK.CURRENCY, book.currency().getCurrencyCode())
                .set(BOOK.ZONE, book.zone().getId())
                .set(BOOK.FIRST_OPEN, book.firstOpen())
                .set(BOOK.APPROVAL_REQUIRED, flag(book.approvalRequired()))
                .set(BOOK.OPENED_AT, at)
                .execute();
        sql.insertInto(BOOK_HEAD)
                .set(BOOK_HEAD.BOOK_ID, book.id().value())
                .set(BOOK_HEAD.LAST_NO, 0L)
                .set(BOOK_HEAD.HEAD_HASH, Chain.genesis(book.uid()).bytes())
                .set(BOOK_HEAD.LAST_RECORDED_AT, at)
                .set(BOOK_HEAD.CLOSED_THROUGH, book.firstOpen().minusDays(1))
                .set(BOOK_HEAD.PERIOD_SEQ, 0)
                .set(BOOK_HEAD.CHART_NO, 0)
                .execute();
    }

    void approvalRequired(BodyId body, boolean required) {
        sql.update(BOOK)
                .set(BOOK.APPROVAL_REQUIRED, flag(required))
                .where(BOOK.BOOK_ID.eq(body.value()))
                .execute();
    }

    /** The head, locked until the transaction ends. */
    Optional<HeadRow> lockHead(BodyId body) {
        return sql.selectFrom(BOOK_HEAD)
                .where(BOOK_HEAD.BOOK_ID.eq(body.value()))
                .forUpdate()
                .fetchOptional(BookRepository::head);
    }

    Optional<HeadRow> head(BodyId body) {
        return sql.selectFrom(BOOK_HEAD)
                .where(BOOK_HEAD.BOOK_ID.eq(body.value()))
                .fetchOptional(BookRepository::head);
    }

    private static HeadRow head(Record row) {
        return new HeadRow(
                row.get(BOOK_HEAD.LAST_NO),
                Hash.of(row.get(BOOK_HEAD.HEAD_HASH)),
                row.get(BOOK_HEAD.LAST_RECORDED_AT),
                row.get(BOOK_HEAD.CLOSED_THROUGH),
                row.get(BOOK_HEAD.PERIOD_SEQ),
                row.get(BOOK_HEAD.CHART_NO));
    }

    /** Takes everything between the old and the new head into the book, or is refused. */
    boolean seal(BodyId body, long from, HeadRow to) {
        return sql.update(BOOK_HEAD)
                        .set(BOOK_HEAD.LAST_NO, to.lastNo())
                        .set(BOOK_HEAD.HEAD_HASH, to.hash().bytes())
                        .set(BOOK_HEAD.LAST_RECORDED_AT, to.lastRecordedAt())
                        .where(BOOK_HEAD.BOOK_ID.eq(body.value()))
                        .and(BOOK_HEAD.LAST_NO.eq(from))
                        .execute()
                == 1;
    }

    /** Says that the chart of the book is another one now. */
    void changeChart(BodyId body, HeadRow to) {
        sql.update(BOOK_HEAD)
                .set(BOOK_HEAD.CHART_NO, to.chartNo())
                .where(BOOK_HEAD.BOOK_ID.eq(body.value()))
                .execute();
    }

    /** The record of a close or reopen, and the head with it. */
    void movePeriod(BodyId body, HeadRow to, PeriodEvent event) {
        sql.insertInto(PERIOD_EVENT)
                .set(PERIOD_EVENT.BOOK_ID, body.value())
                .set(PERIOD_EVENT.PERIOD_SEQ, to.periodSeq())
                .set(PERIOD_EVENT.CLOSED_THROUGH, to.closedThrough())
                .set(PERIOD_EVENT.ACTION, event.reopened() ? "reopen" : "close")
                .set(PERIOD_EVENT.ACTOR, event.by())
                .set(PERIOD_EVENT.REASON, event.reason())
                .set(PERIOD_EVENT.RECORDED_AT, Utc.of(event.at()))
                .set(PERIOD_EVENT.AT_ENTRY_NO, to.lastNo())
                .execute();
        sql.update(BOOK_HEAD)
                .set(BOOK_HEAD.CLOSED_THROUGH, to.closedThrough())
                .set(BOOK_HEAD.PERIOD_SEQ, to.periodSeq())
                .where(BOOK_HEAD.BOOK_ID.eq(body.value()))
                .execute();
    }

    /** Every close and reopen up to the head, oldest first. */
    List<PeriodEvent> periodEvents(BodyId body) {
        return sql.select(PERIOD_EVENT.asterisk())
                .from(PERIOD_EVENT)
                .join(BOOK_HEAD)
                .on(BOOK_HEAD.BOOK_ID.eq(PERIOD_EVENT.BOOK_ID))
                .and(PERIOD_EVENT.PERIOD_SEQ.le(BOOK_HEAD.PERIOD_SEQ))
                .where(PERIOD_EVENT.BOOK_ID.eq(body.value()))
                .orderBy(PERIOD_EVENT.PERIOD_SEQ)
                .fetch(row ->
                        new PeriodEvent(
                                row.get(PERIOD_EVENT.ACTION).equals("reopen"),
                                row.get(PERIOD_EVENT.CLOSED_THROUGH),
                                row.get(PERIOD_EVENT.ACTOR),
                                Utc.instant(row.get(PERIOD_EVENT.RECORDED_AT)),
                                row.get(PERIOD_EVENT.REASON),
                                row.get(PERIOD_EVENT.AT_ENTRY_NO)));
    }

    /** The next number of the series; the row of the counter is locked after the head. */
    int nextNumber(BodyId body, String type, int year) {
        var series =
                sql.select(DOCUMENT_SERIES.SERIES_ID)
                        .from(DOCUMENT_SERIES)
                        .where(DOCUMENT_SERIES.BOOK_ID.eq(body.value()))
                        .and(DOCUMENT_SERIES.TYPE.eq(type))
                        .and(DOCUMENT_SERIES.FISCAL_YEAR.eq((short) year))
                        .fetchOptional(DOCUMENT_SERIES.SERIES_ID)
                        .orElseGet(() -> insertSeries(body, type, year));
        var counter =
                DOCUMENT_COUNTER
                        .BOOK_ID
                        .eq(body.value())
                        .and(DOCUMENT_COUNTER.SERIES_ID.eq(series));
        sql.update(DOCUMENT_COUNTER)
                .set(DOCUMENT_COUNTER.LAST_NO, DOCUMENT_COUNTER.LAST_NO.plus(1))
                .where(counter)
                .execute();
        return sql.select(DOCUMENT_COUNTER.LAST_NO)
                .from(DOCUMENT_COUNTER)
                .where(counter)
                .fetchSingle()
                .value1();
    }

    private int insertSeries(BodyId body, String type, int year) {
        int next =
                sql.select(DSL.coalesce(DSL.max(DOCUMENT_SERIES.SERIES_ID), 0).plus(1))
                        .from(DOCUMENT_SERIES)
                        .where(DOCUMENT_SERIES.BOOK_ID.eq(body.value()))
                        .fetchSingle()
                        .value1();
        sql.insertInto(DOCUMENT_SERIES)
                .set(DOCUMENT_SERIES.BOOK_ID, body.value())
                .set(DOCUMENT_SERIES.SERIES_ID, next)
                .set(DOCUMENT_SERIES.TYPE, type)
                .set(DOCUMENT_SERIES.FISCAL_YEAR, (short) year)
                .execute();
        sql.insertInto(DOCUMENT_COUNTER)
                .set(DOCUMENT_COUNTER.BOOK_ID, body.value())
                .set(DOCUMENT_COUNTER.SERIES_ID, next)
                .set(DOCUMENT_COUNTER.LAST_NO, 0)
                .execute();
        return next;
    }

    static byte flag(boolean set) {
        return (byte) (set ? 1 : 0);
    }

    /**
     * A close or reopen.
     *
     * @param closedThrough as it is after the event
     */
    record PeriodEvent(
            boolean reopened,
            LocalDate closedThrough,
            String by,
            Instant at,
            @Nullable String reason,
            long atEntry) {}
}
