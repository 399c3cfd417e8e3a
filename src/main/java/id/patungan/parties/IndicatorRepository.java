package id.patungan.parties;

import static id.patungan.platform.schema.Tables.INDICATOR_VALUE;
import static id.patungan.platform.schema.Tables.PARTY;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import id.patungan.basics.BodyId;
import id.patungan.basics.PartyId;
import id.patungan.platform.Access;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** All SQL of indicators. Reads are limited to the parties within the asker's reach. */
@Repository
class IndicatorRepository {

    private final DSLContext sql;

    IndicatorRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** The revisions that hold, limited by what is given. */
    List<IndicatorValue> holding(
            Access access, @Nullable String indicator, @Nullable Integer year) {
        var condition = indicator == null ? noCondition() : indicator(indicator);
        if (year != null) {
            condition = condition.and(INDICATOR_VALUE.YEAR.eq(year));
        }
        return values(access, condition.and(newest()));
    }

    List<IndicatorValue> holding(
            Access access, Collection<String> parties, String indicator, int year) {
        return values(
                access,
                indicator(indicator)
                        .and(INDICATOR_VALUE.YEAR.eq(year))
                        .and(PARTY.CODE.in(parties))
                        .and(newest()));
    }

    List<IndicatorValue> revisions(Access access, String party, String indicator, int year) {
        return values(
                access,
                indicator(indicator).and(INDICATOR_VALUE.YEAR.eq(year)).and(PARTY.CODE.eq(party)));
    }

    private static Condition indicator(String indicator) {
        return INDICATOR_VALUE.INDICATOR.eq(indicator);
    }

    private static Condition newest() {
        var later = INDICATOR_VALUE.as("later");
        return notExists(
                selectOne()
                        .from(later)
                        .where(later.BODY_ID.eq(INDICATOR_VALUE.BODY_ID))
                        .and(later.INDICATOR.eq(INDICATOR_VALUE.INDICATOR))
                        .and(later.YEAR.eq(INDICATOR_VALUE.YEAR))
                        .and(later.PARTY_ID.eq(INDICATOR_VALUE.PARTY_ID))
                        .and(later.REVISION.gt(INDICATOR_VALUE.REVISION)));
    }

    private List<IndicatorValue> values(Access access, Condition condition) {
        return sql.select()
                .from(INDICATOR_VALUE)
                .join(PARTY)
                .on(PARTY.PARTY_ID.eq(INDICATOR_VALUE.PARTY_ID))
                .where(INDICATOR_VALUE.BODY_ID.eq(access.body().value()))
                .and(PartyRepository.within(access.reach(), INDICATOR_VALUE.PARTY_ID))
                .and(condition)
                .orderBy(
                        INDICATOR_VALUE.INDICATOR,
                        INDICATOR_VALUE.YEAR.desc(),
                        PARTY.CODE,
                        INDICATOR_VALUE.REVISION.desc())
                .fetch(IndicatorRepository::value);
    }

    void insert(
            BodyId body,
            PartyId party,
            NewIndicatorValue figure,
            int revision,
            Instant recordedAt,
            String recordedBy) {
        var basis = figure.revenueBasis();
        sql.insertInto(INDICATOR_VALUE)
                .set(INDICATOR_VALUE.BODY_ID, body.value())
                .set(INDICATOR_VALUE.PARTY_ID, party.value())
                .set(INDICATOR_VALUE.INDICATOR, figure.indicator())
                .set(INDICATOR_VALUE.YEAR, figure.year())
                .set(INDICATOR_VALUE.REVISION, revision)
                .set(INDICATOR_VALUE.VALUE, figure.value())
                .set(INDICATOR_VALUE.UNIT, figure.unit())
                .set(INDICATOR_VALUE.SOURCE, figure.source())
                .set(INDICATOR_VALUE.SOURCE_DATE, figure.sourceDate())
                .set(INDICATOR_VALUE.REVENUE_BASIS, basis == null ? null : basis.code())
                .set(
                        INDICATOR_VALUE.RECORDED_AT,
                        LocalDateTime.ofInstant(recordedAt, ZoneOffset.UTC))
                .set(INDICATOR_VALUE.RECORDED_BY, recordedBy)
                .execute();
    }

    private static IndicatorValue value(Record row) {
        return new IndicatorValue(
                new NewIndicatorValue(
                        row.get(PARTY.CODE),
                        row.get(INDICATOR_VALUE.INDICATOR),
                        row.get(INDICATOR_VALUE.YEAR),
                        row.get(INDICATOR_VALUE.VALUE),
                        row.get(INDICATOR_VALUE.UNIT),
                        row.get(INDICATOR_VALUE.SOURCE),
                        row.get(INDICATOR_VALUE.SOURCE_DATE),
                        basis(row.get(INDICATOR_VALUE.REVENUE_BASIS))),
                row.get(PARTY.NAME),
                row.get(INDICATOR_VALUE.REVISION),
                row.get(INDICATOR_VALUE.RECORDED_AT).toInstant(ZoneOffset.UTC),
                row.get(INDICATOR_VALUE.RECORDED_BY));
    }

    private static @Nullable RevenueBasis basis(@Nullable String code) {
        return code == null ? null : RevenueBasis.valueOf(code.toUpperCase(Locale.ROOT));
    }
}
