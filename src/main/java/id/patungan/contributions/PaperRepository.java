package id.patungan.contributions;

import static id.patungan.platform.schema.Tables.CONTRIBUTION_PAPER;
import static id.patungan.platform.schema.Tables.CONTRIBUTION_REVERSAL;

import id.patungan.basics.BodyId;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Headers and reversals of papers. */
@Repository
class PaperRepository {

    private final DSLContext sql;

    PaperRepository(DSLContext sql) {
        this.sql = sql;
    }

    void insert(BodyId body, Paper.Series series, int number, Paper paper) {
        var table = CONTRIBUTION_PAPER;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.CODE, paper.code())
                .set(table.SERIES, series.name())
                .set(table.FISCAL_YEAR, (short) paper.date().getYear())
                .set(table.NUMBER, number)
                .set(table.DATED_ON, paper.date())
                .set(table.DESCRIPTION, paper.description())
                .set(table.BASIS, kind(paper.basis()))
                .set(table.BASIS_NOTE, note(paper.basis()))
                .set(table.ENTRY_NO, paper.entryNo())
                .set(table.RECORDED_BY, paper.by())
                .set(table.RECORDED_AT, LocalDateTime.ofInstant(paper.at(), ZoneOffset.UTC))
                .execute();
    }

    void insertReversal(BodyId body, String code, Paper.Reversal reversal) {
        var table = CONTRIBUTION_REVERSAL;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.CODE, code)
                .set(table.REVERSED_ON, reversal.date())
                .set(table.REASON, reversal.reason())
                .set(table.ENTRY_NO, reversal.entryNo())
                .set(table.REVERSED_BY, reversal.by())
                .set(table.REVERSED_AT, LocalDateTime.ofInstant(reversal.at(), ZoneOffset.UTC))
                .execute();
    }

    Optional<Paper> find(BodyId body, Paper.Series series, String code) {
        var paper = CONTRIBUTION_PAPER;
        var reversal = CONTRIBUTION_REVERSAL;
        return sql.select(paper.fields())
                .select(reversal.fields())
                .from(paper)
                .leftJoin(reversal)
                .on(reversal.BOOK_ID.eq(paper.BOOK_ID))
                .and(reversal.CODE.eq(paper.CODE))
                .where(paper.BOOK_ID.eq(body.value()))
                .and(paper.SERIES.eq(series.name()))
                .and(paper.CODE.eq(code))
                .fetchOptional(PaperRepository::paper);
    }

    /** The header in a row that holds the fields of paper and reversal. */
    static Paper paper(Record row) {
        var paper = CONTRIBUTION_PAPER;
        var reversal = CONTRIBUTION_REVERSAL;
        return new Paper(
                row.get(paper.CODE),
                row.get(paper.DATED_ON),
                row.get(paper.DESCRIPTION),
                basis(row.get(paper.BASIS), row.get(paper.BASIS_NOTE)),
                row.get(paper.ENTRY_NO),
                row.get(paper.RECORDED_BY),
                row.get(paper.RECORDED_AT).toInstant(ZoneOffset.UTC),
                row.get(reversal.ENTRY_NO) == null
                        ? null
                        : new Paper.Reversal(
                                row.get(reversal.REVERSED_ON),
                                row.get(reversal.REASON),
                                row.get(reversal.ENTRY_NO),
                                row.get(reversal.REVERSED_BY),
                                row.get(reversal.REVERSED_AT).toInstant(ZoneOffset.UTC)));
    }

    /** The days of the paper in such a row. */
    static Dated dated(Record row) {
        return new Dated(
                row.get(CONTRIBUTION_PAPER.CODE),
                row.get(CONTRIBUTION_PAPER.DATED_ON),
                row.get(CONTRIBUTION_REVERSAL.REVERSED_ON));
    }

    static @Nullable String kind(@Nullable Basis basis) {
        return basis == null ? null : basis.kind().code();
    }

    static @Nullable String note(@Nullable Basis basis) {
        return basis == null ? null : basis.note();
    }

    static @Nullable Basis basis(@Nullable String kind, @Nullable String note) {
        return kind == null || note == null ? null : new Basis(Basis.Kind.of(kind), note);
    }
}
