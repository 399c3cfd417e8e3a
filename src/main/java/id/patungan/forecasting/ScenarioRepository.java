package id.patungan.forecasting;

import static id.patungan.platform.schema.Tables.SCENARIO;

import id.patungan.basics.BodyId;
import id.patungan.forecasting.scenarios.ScenarioFile;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;

/** Saved scenarios, every version of them. */
@Repository
class ScenarioRepository {

    private final DSLContext sql;

    ScenarioRepository(DSLContext sql) {
        this.sql = sql;
    }

    void insert(BodyId body, SavedScenario saved, Currency currency) {
        sql.insertInto(SCENARIO)
                .set(SCENARIO.BOOK_ID, body.value())
                .set(SCENARIO.SCENARIO_NO, saved.no())
                .set(SCENARIO.VERSION, saved.version())
                .set(SCENARIO.NAME, saved.scenario().name())
                .set(SCENARIO.SAID, ScenarioFile.write(saved.scenario(), currency))
                .set(SCENARIO.PUT_AWAY, saved.putAway() ? (byte) 1 : (byte) 0)
                .set(SCENARIO.RECORDED_BY, saved.by())
                .set(SCENARIO.RECORDED_AT, LocalDateTime.ofInstant(saved.at(), ZoneOffset.UTC))
                .execute();
    }

    /** Every version of every scenario, by number and version. */
    List<SavedScenario> all(BodyId body, Currency currency) {
        return sql.selectFrom(SCENARIO)
                .where(SCENARIO.BOOK_ID.eq(body.value()))
                .orderBy(SCENARIO.SCENARIO_NO, SCENARIO.VERSION)
                .fetch(row ->
                        new SavedScenario(
                                row.getScenarioNo(),
                                row.getVersion(),
                                ScenarioFile.read("scenario", row.getSaid(), currency),
                                row.getPutAway() != 0,
                                row.getRecordedBy(),
                                row.getRecordedAt().toInstant(ZoneOffset.UTC)));
    }
}
