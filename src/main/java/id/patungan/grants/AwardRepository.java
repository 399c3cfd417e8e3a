package id.patungan.grants;

import static id.patungan.platform.schema.Tables.AWARD_DECISION;
import static id.patungan.platform.schema.Tables.AWARD_EVENT;
import static id.patungan.platform.schema.Tables.AWARD_VERSION;
import static id.patungan.platform.schema.Tables.BOOK_PARTY;

import static org.jooq.impl.DSL.noCondition;

import id.patungan.basics.BodyId;
import id.patungan.basics.PartyId;
import id.patungan.documents.Sha256;
import id.patungan.grants.AwardEvent.Kind;
import id.patungan.grants.AwardVersion.State;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Versions of awards, the decisions about them, and what happened to awards besides money. */
@Repository
class AwardRepository {

    private final DSLContext sql;
    private final JsonMapper json;

    AwardRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = reader(json);
    }

    /** What versions of old do not say is false, or nothing. */
    static JsonMapper reader(JsonMapper json) {
        return json.rebuild().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
    }

    void insert(BodyId body, String award, int version, AwardTerms terms, String by, Instant at) {
        var text = json.writeValueAsString(terms);
        var table = AWARD_VERSION;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.AWARD, award)
                .set(table.VERSION, version)
                .set(
                        table.PARTY_ID,
                        sql.select(BOOK_PARTY.PARTY_ID)
                                .from(BOOK_PARTY)
                                .where(BOOK_PARTY.BOOK_ID.eq(body.value()))
                                .and(BOOK_PARTY.CODE.eq(terms.giver())))
                .set(table.TERMS, text)
                .set(table.DIGEST, Sha256.hex(text.getBytes(StandardCharsets.UTF_8)))
                .set(table.PREPARED_BY, by)
                .set(table.PREPARED_AT, LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .execute();
    }

    void insertDecision(
            BodyId body,
            AwardVersion version,
            boolean approved,
            @Nullable String reason,
            String by,
            Instant at) {
        var table = AWARD_DECISION;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.AWARD, version.award())
                .set(table.VERSION, version.version())
                .set(table.PREPARED_BY, version.preparedBy())
                .set(
                        table.DIGEST,
                        sql.select(AWARD_VERSION.DIGEST)
                                .from(AWARD_VERSION)
                                .where(AWARD_VERSION.BOOK_ID.eq(body.value()))
                                .and(AWARD_VERSION.AWARD.eq(version.award()))
                                .and(AWARD_VERSION.VERSION.eq(version.version())))
                .set(table.DECISION, approved ? "approve" : "reject")
                .set(table.REASON, reason)
                .set(table.DECIDED_BY, by)
                .set(table.DECIDED_AT, LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .execute();
    }

    /**
     * The awards of a body by code, each with its versions, the newest first.
     *
     * @param code null for all
     */
    List<Award> awards(BodyId body, @Nullable String code) {
        var version = AWARD_VERSION;
        var decision = AWARD_DECISION;
        var byCode = new LinkedHashMap<String, List<AwardVersion>>();
        sql.select(version.fields())
                .select(
                        decision.DECISION,
                        decision.REASON,
                        decision.DECIDED_BY,
                        decision.DECIDED_AT)
                .from(version)
                .leftJoin(decision)
                .on(decision.BOOK_ID.eq(version.BOOK_ID))
                .and(decision.AWARD.eq(version.AWARD))
                .and(decision.VERSION.eq(version.VERSION))
                .where(version.BOOK_ID.eq(body.value()))
                .and(code == null ? noCondition() : version.AWARD.eq(code))
                .orderBy(version.AWARD, version.VERSION.desc())
                .forEach(row -> {
                    var versions =
                            byCode.computeIfAbsent(row.get(version.AWARD), _ -> new ArrayList<>());
                    versions.add(read(row, versions.isEmpty()));
                });
        return byCode.entrySet().stream()
                .map(one -> new Award(one.getKey(), one.getValue()))
                .toList();
    }

    private AwardVersion read(Record row, boolean newest) {
        var version = AWARD_VERSION;
        var decision = AWARD_DECISION;
        var decidedAt = row.get(decision.DECIDED_AT);
        return new AwardVersion(
                row.get(version.AWARD),
                row.get(version.VERSION),
                state(row.get(decision.DECISION), newest),
                json.readValue(row.get(version.TERMS), AwardTerms.class),
                row.get(version.PREPARED_BY),
                row.get(version.PREPARED_AT).toInstant(ZoneOffset.UTC),
                row.get(decision.DECIDED_BY),
                decidedAt == null ? null : decidedAt.toInstant(ZoneOffset.UTC),
                row.get(decision.REASON));
    }

    private static State state(@Nullable String decision, boolean newest) {
        if (decision == null) return newest ? State.DRAFT : State.REPLACED;
        return decision.equals("approve") ? State.APPROVED : State.REJECTED;
    }

    /** The givers of a body's awards, by award. */
    Map<String, PartyId> givers(BodyId body) {
        return sql.selectDistinct(AWARD_VERSION.AWARD, AWARD_VERSION.PARTY_ID)
                .from(AWARD_VERSION)
                .where(AWARD_VERSION.BOOK_ID.eq(body.value()))
                .fetchMap(row -> row.value1(), row -> new PartyId(row.value2()));
    }

    void insertEvent(BodyId body, String award, AwardEvent event) {
        var table = AWARD_EVENT;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.AWARD, award)
                .set(table.EVENT_NO, event.no())
                .set(table.KIND, event.kind().code())
                .set(table.ITEM, event.item())
                .set(table.EVENT_DATE, event.date())
                .set(table.DOCUMENT_NO, event.documentNo())
                .set(table.AMOUNT, event.amount())
                .set(table.SAID, event.text())
                .set(table.RECORDED_BY, event.by())
                .set(table.RECORDED_AT, LocalDateTime.ofInstant(event.at(), ZoneOffset.UTC))
                .execute();
    }

    /** What happened to an award, in its order. */
    List<AwardEvent> events(BodyId body, String award) {
        var table = AWARD_EVENT;
        var rows =
                sql.selectFrom(table)
                        .where(table.BOOK_ID.eq(body.value()))
                        .and(table.AWARD.eq(award))
                        .orderBy(table.EVENT_NO)
                        .fetch();
        var undone = new HashSet<String>();
        for (var row : rows) {
            if (Kind.of(row.getKind()) == Kind.UNDO) undone.add(row.getItem());
        }
        return rows.map(row ->
                new AwardEvent(
                        row.getEventNo(),
                        Kind.of(row.getKind()),
                        row.getItem(),
                        row.getEventDate(),
                        row.getDocumentNo(),
                        row.getAmount(),
                        row.getSaid(),
                        row.getRecordedBy(),
                        row.getRecordedAt().toInstant(ZoneOffset.UTC),
                        undone.contains(Integer.toString(row.getEventNo()))));
    }

    /** The award with that code. */
    Optional<Award> award(BodyId body, String code) {
        return awards(body, code).stream().findFirst();
    }
}
