package id.patungan.contributions.stages;

import static id.patungan.platform.schema.Tables.HOLIDAY;
import static id.patungan.platform.schema.Tables.YEAR_WITHOUT_HOLIDAY;

import id.patungan.basics.BodyId;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Holidays and years without any. */
@Repository
class HolidayRepository {

    private final DSLContext sql;

    HolidayRepository(DSLContext sql) {
        this.sql = sql;
    }

    List<Holiday> holidays(BodyId body) {
        var table = HOLIDAY;
        return sql.selectFrom(table)
                .where(table.BOOK_ID.eq(body.value()))
                .orderBy(table.DAY)
                .fetch(row ->
                        new Holiday(row.getDay(), row.getName(), row.getNameEn(), row.getSource()));
    }

    List<Holidays.Without> without(BodyId body) {
        var table = YEAR_WITHOUT_HOLIDAY;
        return sql.selectFrom(table)
                .where(table.BOOK_ID.eq(body.value()))
                .orderBy(table.YEAR)
                .fetch(row -> new Holidays.Without(row.getYear(), row.getSource()));
    }

    void insert(BodyId body, Holiday holiday, String by, Instant at) {
        var table = HOLIDAY;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.DAY, holiday.day())
                .set(table.NAME, holiday.name())
                .set(table.NAME_EN, holiday.nameEn())
                .set(table.SOURCE, holiday.source())
                .set(table.RECORDED_BY, by)
                .set(table.RECORDED_AT, LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .execute();
    }

    void delete(BodyId body, LocalDate day) {
        sql.deleteFrom(HOLIDAY)
                .where(HOLIDAY.BOOK_ID.eq(body.value()))
                .and(HOLIDAY.DAY.eq(day))
                .execute();
    }

    void insertWithout(BodyId body, Holidays.Without none, String by, Instant at) {
        var table = YEAR_WITHOUT_HOLIDAY;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.YEAR, (short) none.year())
                .set(table.SOURCE, none.source())
                .set(table.STATED_BY, by)
                .set(table.STATED_AT, LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .execute();
    }

    void deleteWithout(BodyId body, int year) {
        sql.deleteFrom(YEAR_WITHOUT_HOLIDAY)
                .where(YEAR_WITHOUT_HOLIDAY.BOOK_ID.eq(body.value()))
                .and(YEAR_WITHOUT_HOLIDAY.YEAR.eq((short) year))
                .execute();
    }
}
