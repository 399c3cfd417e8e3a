package id.patungan.grants;

import static id.patungan.platform.schema.Tables.ACCOUNT;
import static id.patungan.platform.schema.Tables.AWARD_LINE;
import static id.patungan.platform.schema.Tables.BOOK_HEAD;
import static id.patungan.platform.schema.Tables.BOOK_PARTY;
import static id.patungan.platform.schema.Tables.FUND;
import static id.patungan.platform.schema.Tables.JOURNAL_ENTRY;
import static id.patungan.platform.schema.Tables.POSTING;

import id.patungan.basics.BodyId;
import id.patungan.ledger.NewEntry;
import id.patungan.ledger.Original;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The postings of awards' money. */
@Repository
class AwardMovementRepository {

    private static final String REVERSAL = NewEntry.REVERSAL;

    private final DSLContext sql;

    AwardMovementRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** Number of the last entry of the book. */
    long head(BodyId body) {
        return sql.select(BOOK_HEAD.LAST_NO)
                .from(BOOK_HEAD)
                .where(BOOK_HEAD.BOOK_ID.eq(body.value()))
                .fetchSingle()
                .value1();
    }

    /** The day of a book's first entry; empty while it has none. */
    Optional<LocalDate> firstDay(BodyId body) {
        return sql.select(DSL.min(JOURNAL_ENTRY.ENTRY_DATE))
                .from(JOURNAL_ENTRY)
                .where(JOURNAL_ENTRY.BOOK_ID.eq(body.value()))
                .fetchOptional(DSL.min(JOURNAL_ENTRY.ENTRY_DATE));
    }

    /**
     * The postings in funds, and those with lines of an award in other funds, by date and entry.
     *
     * @param award null if other funds are not to be read
     */
    List<AwardMovement> movements(
            BodyId body, Set<String> funds, @Nullable String award, long knownAt) {
        Condition which = FUND.CODE.in(funds);
        if (award != null) which = which.or(AWARD_LINE.CODE.startsWith(award + "/"));
        var rows =
                sql.select(
                                POSTING.ENTRY_NO,
                                POSTING.LINE_NO,
                                POSTING.ENTRY_DATE,
                                JOURNAL_ENTRY.KIND,
                                JOURNAL_ENTRY.REVERSES_NO,
                                JOURNAL_ENTRY.DESCRIPTION,
                                JOURNAL_ENTRY.DOCUMENT_NO,
                                ACCOUNT.CODE,
                                FUND.CODE,
                                POSTING.AMOUNT,
                                BOOK_PARTY.CODE,
                                AWARD_LINE.CODE,
                                POSTING.CHARGE,
                                POSTING.ORIG_CURRENCY,
                                POSTING.ORIG_AMOUNT,
                                POSTING.RATE,
                                POSTING.MEMO)
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
                        .leftJoin(AWARD_LINE)
                        .on(AWARD_LINE.BOOK_ID.eq(POSTING.BOOK_ID))
                        .and(AWARD_LINE.AWARD_LINE_ID.eq(POSTING.AWARD_LINE_ID))
                        .where(POSTING.BOOK_ID.eq(body.value()))
                        .and(POSTING.ENTRY_NO.le(knownAt))
                        .and(JOURNAL_ENTRY.KIND.ne(NewEntry.CLOSING))
                        .and(which)
                        .orderBy(POSTING.ENTRY_DATE, POSTING.ENTRY_NO, POSTING.LINE_NO)
                        .fetch();
        var kinds = new HashMap<Long, String>();
        var reverses = new HashMap<Long, Long>();
        rows.forEach(row -> {
            kinds.put(row.get(POSTING.ENTRY_NO), row.get(JOURNAL_ENTRY.KIND));
            var undone = row.get(JOURNAL_ENTRY.REVERSES_NO);
            if (undone != null) reverses.put(row.get(POSTING.ENTRY_NO), undone);
        });
        return rows.map(row -> movement(row, kinds, reverses));
    }

    private static AwardMovement movement(
            Record row, Map<Long, String> kinds, Map<Long, Long> reverses) {
        var entry = row.get(POSTING.ENTRY_NO);
        var undoes = 0;
        var first = entry;
        for (var next = reverses.get(first); next != null; next = reverses.get(first)) {
            first = next;
            undoes++;
        }
        return new AwardMovement(
                entry,
                row.get(POSTING.LINE_NO),
                row.get(POSTING.ENTRY_DATE),
                kinds.getOrDefault(first, REVERSAL),
                undoes % 2 == 1,
                row.get(JOURNAL_ENTRY.DESCRIPTION),
                row.get(JOURNAL_ENTRY.DOCUMENT_NO),
                row.get(ACCOUNT.CODE),
                row.get(FUND.CODE),
                row.get(POSTING.AMOUNT),
                row.get(BOOK_PARTY.CODE),
                row.get(AWARD_LINE.CODE),
                row.get(POSTING.CHARGE),
                original(row),
                row.get(POSTING.MEMO));
    }

    private static @Nullable Original original(Record row) {
        var currency = row.get(POSTING.ORIG_CURRENCY);
        return currency == null
                ? null
                : new Original(
                        Currency.getInstance(currency),
                        row.get(POSTING.ORIG_AMOUNT),
                        row.get(POSTING.RATE));
    }

    /** Whether a cost was charged to an award by that document, and still is. */
    boolean charged(BodyId body, String documentNo) {
        var reversal = JOURNAL_ENTRY.as("reversal");
        return sql.fetchExists(
                sql.selectOne()
                        .from(JOURNAL_ENTRY)
                        .join(POSTING)
                        .on(POSTING.BOOK_ID.eq(JOURNAL_ENTRY.BOOK_ID))
                        .and(POSTING.ENTRY_NO.eq(JOURNAL_ENTRY.ENTRY_NO))
                        .join(ACCOUNT)
                        .on(ACCOUNT.BOOK_ID.eq(POSTING.BOOK_ID))
                        .and(ACCOUNT.ACCOUNT_ID.eq(POSTING.ACCOUNT_ID))
                        .where(JOURNAL_ENTRY.BOOK_ID.eq(body.value()))
                        .and(JOURNAL_ENTRY.DOCUMENT_NO.eq(documentNo))
                        .and(JOURNAL_ENTRY.REVERSES_NO.isNull())
                        .and(POSTING.AWARD_LINE_ID.isNotNull())
                        .and(POSTING.AMOUNT.gt(0L))
                        .and(ACCOUNT.KIND.eq("expense").or(ACCOUNT.CODE.eq("12100")))
                        .and(
                                DSL.notExists(
                                        sql.selectOne()
                                                .from(reversal)
                                                .where(reversal.BOOK_ID.eq(JOURNAL_ENTRY.BOOK_ID))
                                                .and(
                                                        reversal.REVERSES_NO.eq(
                                                                JOURNAL_ENTRY.ENTRY_NO)))));
    }
}
