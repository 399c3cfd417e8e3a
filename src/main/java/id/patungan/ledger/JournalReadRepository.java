package id.patungan.ledger;

import static id.patungan.platform.schema.Tables.BOOK_HEAD;
import static id.patungan.platform.schema.Tables.BOOK_PARTY;
import static id.patungan.platform.schema.Tables.JOURNAL_ENTRY;
import static id.patungan.platform.schema.Tables.PERIOD_EVENT;
import static id.patungan.platform.schema.Tables.POSTING;
import static id.patungan.platform.schema.Tables.PROJECT;

import id.patungan.basics.BodyId;
import id.patungan.platform.Reach;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where a book stands, and finding entries in it. */
@Repository
class JournalReadRepository extends JournalRepository {

    JournalReadRepository(DSLContext sql) {
        super(sql);
    }

    Optional<Head> head(BodyId book) {
        return sql.select(
                        BOOK_HEAD.LAST_NO,
                        BOOK_HEAD.HEAD_HASH,
                        BOOK_HEAD.LAST_RECORDED_AT,
                        BOOK_HEAD.CLOSED_THROUGH)
                .from(BOOK_HEAD)
                .where(BOOK_HEAD.BOOK_ID.eq(book.value()))
                .fetchOptional(row ->
                        new Head(
                                row.value1(),
                                Hash.of(row.value2()).hex(),
                                Utc.instant(row.value3()),
                                row.value4()));
    }

    /** The latest accounting date that is not after that day, if there is any. */
    Optional<LocalDate> latestDate(BodyId book, LocalDate notAfter, long knownAt) {
        return sql.select(DSL.max(JOURNAL_ENTRY.ENTRY_DATE))
                .from(JOURNAL_ENTRY)
                .where(JOURNAL_ENTRY.BOOK_ID.eq(book.value()))
                .and(JOURNAL_ENTRY.ENTRY_NO.le(knownAt))
                .and(JOURNAL_ENTRY.ENTRY_DATE.le(notAfter))
                .fetchOptional(row -> row.value1());
    }

    /** What is known of all matching entries: count, debit, credit. */
    record Totals(long count, long debit, long credit) {}

    Totals totals(BodyId book, Reach reach, Filter filter, long knownAt) {
        return sql.select(
                        DSL.countDistinct(POSTING.ENTRY_NO),
                        DSL.sum(debit(POSTING.AMOUNT)),
                        DSL.sum(credit(POSTING.AMOUNT)))
                .from(POSTING)
                .join(JOURNAL_ENTRY)
                .on(JOURNAL_ENTRY.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(JOURNAL_ENTRY.ENTRY_NO.eq(POSTING.ENTRY_NO))
                .where(visible(book, reach, knownAt))
                .and(matches(book, filter))
                .fetchSingle(
                        row -> new Totals(row.value1(), minor(row.value2()), minor(row.value3())));
    }

    /** The numbers of the entries of one page, newest first. */
    List<Long> numbers(BodyId book, Reach reach, Filter filter, long knownAt) {
        return sql.select(JOURNAL_ENTRY.ENTRY_NO)
                .from(JOURNAL_ENTRY)
                .where(JOURNAL_ENTRY.BOOK_ID.eq(book.value()))
                .and(JOURNAL_ENTRY.ENTRY_NO.le(knownAt))
                .and(
                        DSL.exists(
                                sql.selectOne()
                                        .from(POSTING)
                                        .where(visible(book, reach, knownAt))
                                        .and(POSTING.ENTRY_NO.eq(JOURNAL_ENTRY.ENTRY_NO))
                                        .and(matches(book, filter))))
                .orderBy(JOURNAL_ENTRY.ENTRY_DATE.desc(), JOURNAL_ENTRY.ENTRY_NO.desc())
                .limit(filter.size())
                .offset((long) (filter.page() - 1) * filter.size())
                .fetch(JOURNAL_ENTRY.ENTRY_NO);
    }

    /** What proves the place of an entry in the chain: its previous hash and number of lines. */
    record Proof(String previousHash, int lineCount) {}

    Proof proof(BodyId book, long number) {
        return sql.select(JOURNAL_ENTRY.PREV_HASH, JOURNAL_ENTRY.LINE_COUNT)
                .from(JOURNAL_ENTRY)
                .where(JOURNAL_ENTRY.BOOK_ID.eq(book.value()))
                .and(JOURNAL_ENTRY.ENTRY_NO.eq(number))
                .fetchSingle(row -> new Proof(Hash.of(row.value1()).hex(), row.value2()));
    }

    /** The closing and reopening of months, newest first. */
    List<PeriodEvent> periodEvents(BodyId book) {
        return sql.selectFrom(PERIOD_EVENT)
                .where(PERIOD_EVENT.BOOK_ID.eq(book.value()))
                .orderBy(PERIOD_EVENT.PERIOD_SEQ.desc())
                .fetch(row ->
                        new PeriodEvent(
                                row.getPeriodSeq(),
                                row.getClosedThrough(),
                                row.getAction().equals("close"),
                                row.getActor(),
                                row.getReason(),
                                Utc.instant(row.getRecordedAt()),
                                row.getAtEntryNo()));
    }

    /** The conditions of a filter on one line together with its entry. */
    private Condition matches(BodyId book, Filter filter) {
        return DSL.and(
                given(filter.from(), JOURNAL_ENTRY.ENTRY_DATE::ge),
                given(filter.until(), JOURNAL_ENTRY.ENTRY_DATE::lt),
                given(filter.kind(), JOURNAL_ENTRY.KIND::eq),
                given(filter.number(), JOURNAL_ENTRY.ENTRY_NO::eq),
                given(filter.account(), code -> POSTING.ACCOUNT_ID.eq(accountId(book, code))),
                given(filter.fund(), code -> POSTING.FUND_ID.eq(fundId(book, code))),
                given(filter.party(), code -> POSTING.PARTY_ID.eq(partyId(book, code))),
                given(filter.project(), code -> POSTING.PROJECT_ID.eq(projectId(book, code))),
                given(filter.text(), text -> says(text, filter.amounts())));
    }

    /** Keys are ASCII: other text cannot be compared with them, and none holds it. */
    private static boolean ascii(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }

    private static Condition says(String text, List<Long> amounts) {
        var number =
                text.matches("[0-9]{1,18}")
                        ? JOURNAL_ENTRY.ENTRY_NO.eq(Long.valueOf(text))
                        : DSL.falseCondition();
        var pattern = "%" + DSL.escape(text, '!') + "%";
        return JOURNAL_ENTRY
                .DESCRIPTION
                .like(pattern, '!')
                .or(JOURNAL_ENTRY.DOCUMENT_NO.like(pattern, '!'))
                .or(
                        ascii(text)
                                ? JOURNAL_ENTRY.SOURCE_KEY.like(pattern, '!')
                                : DSL.falseCondition())
                .or(POSTING.MEMO.like(pattern, '!'))
                .or(number)
                .or(amounts.isEmpty() ? DSL.falseCondition() : DSL.abs(POSTING.AMOUNT).in(amounts));
    }

    private Field<Integer> partyId(BodyId book, String code) {
        return DSL.field(
                sql.select(BOOK_PARTY.PARTY_ID)
                        .from(BOOK_PARTY)
                        .where(BOOK_PARTY.BOOK_ID.eq(book.value()))
                        .and(BOOK_PARTY.CODE.eq(code)));
    }

    private Field<Integer> projectId(BodyId book, String code) {
        return DSL.field(
                sql.select(PROJECT.PROJECT_ID)
                        .from(PROJECT)
                        .where(PROJECT.BOOK_ID.eq(book.value()))
                        .and(PROJECT.CODE.eq(code)));
    }
}
