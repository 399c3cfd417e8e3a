package id.patungan.ledger;

import static id.patungan.platform.schema.Tables.ACCOUNT;
import static id.patungan.platform.schema.Tables.AWARD_LINE;
import static id.patungan.platform.schema.Tables.BOOK_PARTY;
import static id.patungan.platform.schema.Tables.FUND;
import static id.patungan.platform.schema.Tables.JOURNAL_ENTRY;
import static id.patungan.platform.schema.Tables.PAYING_UNIT;
import static id.patungan.platform.schema.Tables.POSTING;
import static id.patungan.platform.schema.Tables.PROJECT;

import id.patungan.basics.AccountCode;
import id.patungan.basics.BodyId;
import id.patungan.basics.FundCode;
import id.patungan.platform.Reach;
import id.patungan.platform.schema.Routines;

import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Entries of the journal: all SQL that writes them, and the one way to read them. */
@Repository
class EntryRepository extends JournalRepository {

    private static final int ROWS_PER_STATEMENT = 500;

    private static final Query HEADER =
            DSL.insertInto(
                            JOURNAL_ENTRY,
                            JOURNAL_ENTRY.BOOK_ID,
                            JOURNAL_ENTRY.ENTRY_NO,
                            JOURNAL_ENTRY.ENTRY_DATE,
                            JOURNAL_ENTRY.RECORDED_AT,
                            JOURNAL_ENTRY.KIND,
                            JOURNAL_ENTRY.DESCRIPTION,
                            JOURNAL_ENTRY.SOURCE_KEY,
                            JOURNAL_ENTRY.DOCUMENT_NO,
                            JOURNAL_ENTRY.REVERSES_NO,
                            JOURNAL_ENTRY.REASON,
                            JOURNAL_ENTRY.PREPARED_BY,
                            JOURNAL_ENTRY.APPROVED_BY,
                            JOURNAL_ENTRY.LINE_COUNT,
                            JOURNAL_ENTRY.FORM,
                            JOURNAL_ENTRY.CONTENT_HASH,
                            JOURNAL_ENTRY.PREV_HASH,
                            JOURNAL_ENTRY.HASH)
                    .values(
                            (Integer) null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null);

    private static final Query LINE =
            DSL.insertInto(
                            POSTING,
                            POSTING.BOOK_ID,
                            POSTING.ENTRY_NO,
                            POSTING.LINE_NO,
                            POSTING.ENTRY_DATE,
                            POSTING.ACCOUNT_ID,
                            POSTING.FUND_ID,
                            POSTING.AMOUNT,
                            POSTING.PARTY_ID,
                            POSTING.PROJECT_ID,
                            POSTING.AWARD_LINE_ID,
                            POSTING.UNIT_ID,
                            POSTING.CHARGE,
                            POSTING.CHARGE_PERIOD,
                            POSTING.ORIG_CURRENCY,
                            POSTING.ORIG_AMOUNT,
                            POSTING.RATE,
                            POSTING.MEMO)
                    .values(
                            (Integer) null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null);

    EntryRepository(DSLContext sql) {
        super(sql);
    }

    /** What is posted under these source keys, up to the head. */
    Map<String, Twin> twins(BodyId body, long lastNo, Collection<String> sourceKeys) {
        return sql.select(
                        JOURNAL_ENTRY.SOURCE_KEY,
                        JOURNAL_ENTRY.ENTRY_NO,
                        JOURNAL_ENTRY.CONTENT_HASH)
                .from(JOURNAL_ENTRY)
                .where(JOURNAL_ENTRY.BOOK_ID.eq(body.value()))
                .and(JOURNAL_ENTRY.SOURCE_KEY.in(sourceKeys))
                .and(JOURNAL_ENTRY.ENTRY_NO.le(lastNo))
                .fetchMap(
                        JOURNAL_ENTRY.SOURCE_KEY,
                        row -> new Twin(row.value2(), Hash.of(row.value3())));
    }

    /** The number of the entry that undoes that one, up to the head. */
    Optional<Long> reversalOf(BodyId body, long lastNo, long no) {
        return sql.select(JOURNAL_ENTRY.ENTRY_NO)
                .from(JOURNAL_ENTRY)
                .where(JOURNAL_ENTRY.BOOK_ID.eq(body.value()))
                .and(JOURNAL_ENTRY.REVERSES_NO.eq(no))
                .and(JOURNAL_ENTRY.ENTRY_NO.le(lastNo))
                .fetchOptional(JOURNAL_ENTRY.ENTRY_NO);
    }

    /** Those entries in that order, whole. */
    List<Entry> entries(BodyId body, Collection<Long> numbers, long knownAt) {
        return entries(body, EVERYTHING, numbers, knownAt);
    }

    /**
     * Those entries in that order, each with the lines that may be seen; without any it is left
     * out.
     */
    List<Entry> entries(BodyId body, Reach reach, Collection<Long> numbers, long knownAt) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        var lines = lines(body, reach, numbers, knownAt);
        var found =
                sql.select(JOURNAL_ENTRY.asterisk(), REVERSAL.ENTRY_NO)
                        .from(JOURNAL_ENTRY)
                        .leftJoin(REVERSAL)
                        .on(REVERSAL.BOOK_ID.eq(JOURNAL_ENTRY.BOOK_ID))
                        .and(REVERSAL.REVERSES_NO.eq(JOURNAL_ENTRY.ENTRY_NO))
                        .and(REVERSAL.ENTRY_NO.le(knownAt))
                        .where(JOURNAL_ENTRY.BOOK_ID.eq(body.value()))
                        .and(JOURNAL_ENTRY.ENTRY_NO.in(lines.keySet()))
                        .fetchMap(
                                JOURNAL_ENTRY.ENTRY_NO,
                                row ->
                                        entry(
                                                row,
                                                lines.getOrDefault(
                                                        row.get(JOURNAL_ENTRY.ENTRY_NO),
                                                        List.of())));
        return numbers.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static Entry entry(Record row, List<Line> lines) {
        return new Entry(
                row.get(JOURNAL_ENTRY.ENTRY_NO),
                row.get(JOURNAL_ENTRY.ENTRY_DATE),
                Utc.instant(row.get(JOURNAL_ENTRY.RECORDED_AT)),
                row.get(JOURNAL_ENTRY.KIND),
                row.get(JOURNAL_ENTRY.DESCRIPTION),
                row.get(JOURNAL_ENTRY.SOURCE_KEY),
                row.get(JOURNAL_ENTRY.DOCUMENT_NO),
                row.get(JOURNAL_ENTRY.REVERSES_NO),
                row.get(REVERSAL.ENTRY_NO),
                row.get(JOURNAL_ENTRY.REASON),
                row.get(JOURNAL_ENTRY.PREPARED_BY),
                row.get(JOURNAL_ENTRY.APPROVED_BY),
                Hash.of(row.get(JOURNAL_ENTRY.HASH)).hex(),
                lines);
    }

    /** The lines of these entries that may be seen, with codes, in their order. */
    private Map<Long, List<Line>> lines(
            BodyId body, Reach reach, Collection<Long> numbers, long knownAt) {
        var lines = new HashMap<Long, List<Line>>();
        sql.select(
                        POSTING.asterisk(),
                        ACCOUNT.CODE,
                        FUND.CODE,
                        BOOK_PARTY.CODE,
                        PROJECT.CODE,
                        AWARD_LINE.CODE,
                        PAYING_UNIT.CODE)
                .from(POSTING)
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
                .leftJoin(AWARD_LINE)
                .on(AWARD_LINE.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(AWARD_LINE.AWARD_LINE_ID.eq(POSTING.AWARD_LINE_ID))
                .leftJoin(PAYING_UNIT)
                .on(PAYING_UNIT.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(PAYING_UNIT.UNIT_ID.eq(POSTING.UNIT_ID))
                .where(visible(body, reach, knownAt))
                .and(POSTING.ENTRY_NO.in(numbers))
                .orderBy(POSTING.ENTRY_NO, POSTING.LINE_NO)
                .forEach(row ->
                        lines.computeIfAbsent(row.get(POSTING.ENTRY_NO), _ -> new ArrayList<>())
                                .add(line(row)));
        return lines;
    }

    private static Line line(Record row) {
        return new Line(
                row.get(POSTING.LINE_NO),
                new AccountCode(row.get(ACCOUNT.CODE)),
                new FundCode(row.get(FUND.CODE)),
                row.get(POSTING.AMOUNT),
                row.get(BOOK_PARTY.CODE),
                row.get(PROJECT.CODE),
                row.get(AWARD_LINE.CODE),
                row.get(PAYING_UNIT.CODE),
                row.get(POSTING.CHARGE),
                row.get(POSTING.CHARGE_PERIOD),
                original(row),
                row.get(POSTING.MEMO));
    }

    /** Writes headers and lines beyond the head; they are in the book once it has moved. */
    void insert(BodyId body, List<Row> rows) {
        for (var from = 0; from < rows.size(); from += ROWS_PER_STATEMENT) {
            insertHeaders(
                    body, rows.subList(from, Math.min(rows.size(), from + ROWS_PER_STATEMENT)));
        }
        var lines = new ArrayList<LineRow>();
        for (var row : rows) {
            lines.addAll(row.lines());
        }
        for (var from = 0; from < lines.size(); from += ROWS_PER_STATEMENT) {
            insertLines(
                    body, lines.subList(from, Math.min(lines.size(), from + ROWS_PER_STATEMENT)));
        }
    }

    // Rendered once and bound for each row; the driver sends the rows of a batch as one statement
    private void insertHeaders(BodyId body, List<Row> rows) {
        var insert = sql.batch(HEADER);
        for (var row : rows) {
            var content = row.content();
            insert =
                    insert.bind(
                            body.value(),
                            row.no(),
                            content.date(),
                            row.recordedAt(),
                            content.kind(),
                            content.description(),
                            content.sourceKey(),
                            content.documentNo(),
                            content.reverses(),
                            content.reason(),
                            row.preparedBy(),
                            row.approvedBy(),
                            content.lines().size(),
                            (byte) CanonicalForm.VERSION,
                            row.contentHash().bytes(),
                            row.previous().bytes(),
                            row.hash().bytes());
        }
        insert.execute();
    }

    private void insertLines(BodyId body, List<LineRow> rows) {
        var insert = sql.batch(LINE);
        for (var row : rows) {
            var line = row.line();
            var original = line.original();
            insert =
                    insert.bind(
                            body.value(),
                            row.no(),
                            line.number(),
                            row.date(),
                            row.account(),
                            row.fund(),
                            line.amount(),
                            row.party(),
                            row.project(),
                            row.awardLine(),
                            row.unit(),
                            line.charge(),
                            line.period(),
                            original == null ? null : original.currency().getCurrencyCode(),
                            original == null ? null : original.amount(),
                            original == null ? null : original.rate(),
                            line.memo());
        }
        insert.execute();
    }

    /** Deletes what a fault left beyond the head; nothing else can be deleted. */
    void discardUnsealed(BodyId body) {
        Routines.ledgerDiscardUnsealed(sql.configuration(), body.value());
    }

    /** An entry that is there under a source key. */
    record Twin(long no, Hash contentHash) {}

    /** A header beyond the head. */
    record Row(
            long no,
            LocalDateTime recordedAt,
            CanonicalForm.Content content,
            String preparedBy,
            @Nullable String approvedBy,
            Hash contentHash,
            Hash previous,
            Hash hash,
            List<LineRow> lines) {}

    /** A line beyond the head, with the numbers of the database. */
    record LineRow(
            long no,
            java.time.LocalDate date,
            Line line,
            int account,
            int fund,
            @Nullable Integer party,
            @Nullable Integer project,
            @Nullable Integer awardLine,
            @Nullable Integer unit) {}
}
