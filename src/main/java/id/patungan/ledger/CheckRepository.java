package id.patungan.ledger;

import static id.patungan.platform.schema.Tables.BOOK_HEAD;
import static id.patungan.platform.schema.Tables.JOURNAL_ENTRY;

import id.patungan.basics.BodyId;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Runs the SQL of the checks. Both statements take the book as {1} and the last number as {2}. */
@Repository
class CheckRepository {

    private final DSLContext sql;

    CheckRepository(DSLContext sql) {
        this.sql = sql;
    }

    long count(String query, BodyId body, long knownAt) {
        return Objects.requireNonNull(
                sql.fetchSingle(bound(query, body, knownAt)).get(0, Long.class));
    }

    List<String> findings(String query, String finding, BodyId body, long knownAt) {
        return sql.fetch(bound(query, body, knownAt))
                .map(row -> String.format(Locale.ROOT, finding, row.intoArray()));
    }

    /** The hashes of those entries, by number; numbers without an entry are left out. */
    Map<Long, Hash> hashes(BodyId body, List<Long> numbers) {
        return sql.select(JOURNAL_ENTRY.ENTRY_NO, JOURNAL_ENTRY.HASH)
                .from(JOURNAL_ENTRY)
                .where(JOURNAL_ENTRY.BOOK_ID.eq(body.value()))
                .and(JOURNAL_ENTRY.ENTRY_NO.in(numbers))
                .fetchMap(JOURNAL_ENTRY.ENTRY_NO, row -> Hash.of(row.value2()));
    }

    /** What ties an entry into the chain. */
    record Link(
            long no,
            int form,
            LocalDateTime recordedAt,
            String preparedBy,
            @Nullable String approvedBy,
            Hash content,
            Hash previous,
            Hash hash) {}

    /** The links of those entries in order; numbers without an entry are left out. */
    List<Link> links(BodyId body, long from, long to) {
        return sql.select(
                        JOURNAL_ENTRY.ENTRY_NO,
                        JOURNAL_ENTRY.FORM,
                        JOURNAL_ENTRY.RECORDED_AT,
                        JOURNAL_ENTRY.PREPARED_BY,
                        JOURNAL_ENTRY.APPROVED_BY,
                        JOURNAL_ENTRY.CONTENT_HASH,
                        JOURNAL_ENTRY.PREV_HASH,
                        JOURNAL_ENTRY.HASH)
                .from(JOURNAL_ENTRY)
                .where(JOURNAL_ENTRY.BOOK_ID.eq(body.value()))
                .and(JOURNAL_ENTRY.ENTRY_NO.between(from, to))
                .orderBy(JOURNAL_ENTRY.ENTRY_NO)
                .fetch(row ->
                        new Link(
                                row.value1(),
                                row.value2().intValue(),
                                row.value3(),
                                row.value4(),
                                row.value5(),
                                Hash.of(row.value6()),
                                Hash.of(row.value7()),
                                Hash.of(row.value8())));
    }

    /** The number and hash that the head names. */
    record HeadHash(long no, Hash hash) {}

    HeadHash headHash(BodyId body) {
        return sql.select(BOOK_HEAD.LAST_NO, BOOK_HEAD.HEAD_HASH)
                .from(BOOK_HEAD)
                .where(BOOK_HEAD.BOOK_ID.eq(body.value()))
                .fetchSingle(row -> new HeadHash(row.value1(), Hash.of(row.value2())));
    }

    // Two numbers, so nothing can be injected; plain text keeps the queries readable for an auditor
    private static String bound(String query, BodyId body, long knownAt) {
        return query.replace("{1}", Integer.toString(body.value()))
                .replace("{2}", Long.toString(knownAt));
    }
}
