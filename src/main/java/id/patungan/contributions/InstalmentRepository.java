package id.patungan.contributions;

import static id.patungan.platform.schema.Tables.ASSESSMENT_INSTALMENT;

import static org.jooq.impl.DSL.noCondition;

import id.patungan.basics.BodyId;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The days on which assessments fall due in parts. */
@Repository
class InstalmentRepository {

    private final DSLContext sql;

    InstalmentRepository(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Stores the days of an assessment.
     *
     * @param unit to which parts are rounded, in minor units
     */
    void insert(BodyId body, String assessment, List<LocalDate> dues, long unit) {
        var table = ASSESSMENT_INSTALMENT;
        for (var at = 0; at < dues.size(); at++) {
            sql.insertInto(table)
                    .set(table.BOOK_ID, body.value())
                    .set(table.ASSESSMENT, assessment)
                    .set(table.NUMBER, at + 1)
                    .set(table.DUE_ON, dues.get(at))
                    .set(table.UNIT, unit)
                    .execute();
        }
    }

    /**
     * The days of the assessments that fall due in parts, by code.
     *
     * @param assessment its code; null for all of the body
     */
    Map<String, Schedule.Terms> terms(BodyId body, @Nullable String assessment) {
        var table = ASSESSMENT_INSTALMENT;
        var terms = new LinkedHashMap<String, Schedule.Terms>();
        sql.selectFrom(table)
                .where(table.BOOK_ID.eq(body.value()))
                .and(assessment == null ? noCondition() : table.ASSESSMENT.eq(assessment))
                .orderBy(table.ASSESSMENT, table.NUMBER)
                .fetchGroups(table.ASSESSMENT)
                .forEach((code, rows) ->
                        terms.put(
                                code,
                                new Schedule.Terms(
                                        rows.map(row -> row.get(table.DUE_ON)),
                                        rows.getFirst().get(table.UNIT))));
        return terms;
    }
}
