package id.patungan.contributions.lab;

import static id.patungan.platform.schema.Tables.LAB_PAPER;

import id.patungan.basics.BodyId;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Saved comparisons. */
@Repository
class LabPaperRepository {

    private final DSLContext sql;

    LabPaperRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** A paper as stored. */
    record Stored(LabPaper.Line line, String content) {}

    void insert(BodyId body, int year, int number, Stored paper) {
        var table = LAB_PAPER;
        var line = paper.line();
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.CODE, line.code())
                .set(table.FISCAL_YEAR, (short) year)
                .set(table.NUMBER, number)
                .set(table.TITLE, line.title())
                .set(table.CONTENT, paper.content())
                .set(table.DIGEST, line.digest())
                .set(table.SAVED_BY, line.by())
                .set(table.SAVED_AT, LocalDateTime.ofInstant(line.at(), ZoneOffset.UTC))
                .execute();
    }

    /** The newest first. */
    List<LabPaper.Line> lines(BodyId body) {
        var table = LAB_PAPER;
        return sql.select(table.CODE, table.TITLE, table.DIGEST, table.SAVED_BY, table.SAVED_AT)
                .from(table)
                .where(table.BOOK_ID.eq(body.value()))
                .orderBy(table.FISCAL_YEAR.desc(), table.NUMBER.desc())
                .fetch(row ->
                        new LabPaper.Line(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                row.value5().toInstant(ZoneOffset.UTC)));
    }

    Optional<Stored> find(BodyId body, String code) {
        var table = LAB_PAPER;
        return sql.selectFrom(table)
                .where(table.BOOK_ID.eq(body.value()))
                .and(table.CODE.eq(code))
                .fetchOptional(row ->
                        new Stored(
                                new LabPaper.Line(
                                        row.getCode(),
                                        row.getTitle(),
                                        row.getDigest(),
                                        row.getSavedBy(),
                                        row.getSavedAt().toInstant(ZoneOffset.UTC)),
                                row.getContent()));
    }
}
