package id.patungan.forecasting.indicators;

import static id.patungan.platform.schema.Tables.FORECAST_THRESHOLD;

import id.patungan.basics.BodyId;
import id.patungan.basics.Fraction;
import id.patungan.forecasting.indicators.Threshold.Side;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Thresholds of bodies in versions; none is ever changed. */
@Repository
class ThresholdRepository {

    private final DSLContext sql;

    ThresholdRepository(DSLContext sql) {
        this.sql = sql;
    }

    void insert(BodyId body, Threshold threshold) {
        var table = FORECAST_THRESHOLD;
        var side = threshold.side();
        var bound = threshold.bound();
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.INDICATOR, threshold.indicator().code())
                .set(table.VERSION_NO, threshold.version())
                .set(table.SIDE, side == null ? null : side.code())
                .set(table.BOUND, bound == null ? null : bound.toString())
                .set(table.OWNER, threshold.owner())
                .set(table.BASIS, threshold.basis())
                .set(table.EFFECTIVE_FROM, threshold.from())
                .set(table.RECORDED_BY, threshold.by())
                .set(table.RECORDED_AT, LocalDateTime.ofInstant(threshold.at(), ZoneOffset.UTC))
                .execute();
    }

    /** All versions, by indicator and number. */
    List<Threshold> all(BodyId body) {
        var table = FORECAST_THRESHOLD;
        return sql.selectFrom(table)
                .where(table.BOOK_ID.eq(body.value()))
                .orderBy(table.INDICATOR, table.VERSION_NO)
                .fetch(row -> {
                    var side = row.getSide();
                    var bound = row.getBound();
                    return new Threshold(
                            IndicatorCode.of(row.getIndicator()).orElseThrow(),
                            row.getVersionNo(),
                            side == null ? null : Side.of(side).orElseThrow(),
                            bound == null ? null : Fraction.parse(bound),
                            row.getOwner(),
                            row.getBasis(),
                            row.getEffectiveFrom(),
                            row.getRecordedBy(),
                            row.getRecordedAt().toInstant(ZoneOffset.UTC));
                });
    }
}
