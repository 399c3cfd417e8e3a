package id.patungan.grants.papers;

import static id.patungan.platform.schema.Tables.AWARD_NOTE;

import id.patungan.basics.BodyId;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Notes about the budget lines of awards; none is ever changed. */
@Repository
class AwardNoteRepository {

    private final DSLContext sql;

    AwardNoteRepository(DSLContext sql) {
        this.sql = sql;
    }

    void insert(BodyId body, String award, AwardNote note) {
        var table = AWARD_NOTE;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.AWARD, award)
                .set(table.NOTE_NO, note.no())
                .set(table.LINE, note.line())
                .set(table.PERIOD_FROM, note.from())
                .set(table.PERIOD_TO, note.until())
                .set(table.SAID_ID, note.textId())
                .set(table.SAID_EN, note.textEn())
                .set(table.RECORDED_BY, note.by())
                .set(table.RECORDED_AT, LocalDateTime.ofInstant(note.at(), ZoneOffset.UTC))
                .execute();
    }

    /** All that were ever typed about an award, in their order. */
    List<AwardNote> notes(BodyId body, String award) {
        var table = AWARD_NOTE;
        return sql.selectFrom(table)
                .where(table.BOOK_ID.eq(body.value()))
                .and(table.AWARD.eq(award))
                .orderBy(table.NOTE_NO)
                .fetch(row ->
                        new AwardNote(
                                row.getNoteNo(),
                                row.getLine(),
                                row.getPeriodFrom(),
                                row.getPeriodTo(),
                                row.getSaidId(),
                                row.getSaidEn(),
                                row.getRecordedBy(),
                                row.getRecordedAt().toInstant(ZoneOffset.UTC)));
    }
}
