package id.patungan.grants.iati;

import static id.patungan.platform.schema.Tables.IATI_SETTING;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;

import id.patungan.basics.BodyId;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What activity files say about a body and its awards, each in its newest version. */
@Repository
class IatiSettingRepository {

    private static final String BODY = "-";

    private final DSLContext sql;
    private final JsonMapper json;

    IatiSettingRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Optional<IatiPublisher> publisher(BodyId body) {
        return Optional.ofNullable(newest(body).get(BODY))
                .map(text -> json.readValue(text, IatiPublisher.class));
    }

    SortedMap<String, IatiAward> awards(BodyId body) {
        var awards = new TreeMap<String, IatiAward>();
        newest(body)
                .forEach((award, text) -> {
                    if (!award.equals(BODY)) {
                        awards.put(award, json.readValue(text, IatiAward.class));
                    }
                });
        return awards;
    }

    private SortedMap<String, String> newest(BodyId body) {
        var table = IATI_SETTING;
        var found = new TreeMap<String, String>();
        sql.select(table.AWARD, table.CONTENT)
                .from(table)
                .where(table.BOOK_ID.eq(body.value()))
                .orderBy(table.AWARD, table.VERSION)
                .forEach(row -> found.put(row.value1(), row.value2()));
        return found;
    }

    void insert(BodyId body, IatiPublisher publisher, String by, Instant at) {
        insert(body, BODY, json.writeValueAsString(publisher), by, at);
    }

    void insert(BodyId body, String award, IatiAward setting, String by, Instant at) {
        insert(body, award, json.writeValueAsString(setting), by, at);
    }

    private void insert(BodyId body, String award, String content, String by, Instant at) {
        var table = IATI_SETTING;
        var last =
                sql.select(coalesce(max(table.VERSION), val(0)))
                        .from(table)
                        .where(table.BOOK_ID.eq(body.value()))
                        .and(table.AWARD.eq(award))
                        .fetchSingle()
                        .value1();
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.AWARD, award)
                .set(table.VERSION, last + 1)
                .set(table.CONTENT, content)
                .set(table.RECORDED_BY, by)
                .set(table.RECORDED_AT, LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .execute();
    }
}
