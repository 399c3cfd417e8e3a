package id.patungan.platform;

import static id.patungan.platform.schema.Tables.AUDIT_EVENT;

import id.patungan.basics.BodyId;
import id.patungan.platform.Audit.AuditEvent;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** All SQL of the audit trail. */
@Repository
class AuditRepository {

    private final DSLContext sql;

    AuditRepository(DSLContext sql) {
        this.sql = sql;
    }

    void insert(
            @Nullable BodyId body,
            Instant at,
            String handle,
            String action,
            String subject,
            @Nullable String before,
            @Nullable String after) {
        sql.insertInto(AUDIT_EVENT)
                .set(AUDIT_EVENT.BODY_ID, body == null ? null : body.value())
                .set(AUDIT_EVENT.HAPPENED_AT, LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .set(AUDIT_EVENT.HANDLE, handle)
                .set(AUDIT_EVENT.ACTION, action)
                .set(AUDIT_EVENT.SUBJECT, subject)
                .set(AUDIT_EVENT.BEFORE_JSON, before)
                .set(AUDIT_EVENT.AFTER_JSON, after)
                .execute();
    }

    List<AuditEvent> trail(@Nullable BodyId body, @Nullable Long before, int most) {
        return sql.select(
                        AUDIT_EVENT.EVENT_ID,
                        AUDIT_EVENT.HAPPENED_AT,
                        AUDIT_EVENT.HANDLE,
                        AUDIT_EVENT.ACTION,
                        AUDIT_EVENT.SUBJECT,
                        AUDIT_EVENT.BEFORE_JSON,
                        AUDIT_EVENT.AFTER_JSON)
                .from(AUDIT_EVENT)
                .where(
                        body == null
                                ? AUDIT_EVENT.BODY_ID.isNull()
                                : AUDIT_EVENT.BODY_ID.eq(body.value()))
                .and(before == null ? DSL.noCondition() : AUDIT_EVENT.EVENT_ID.lt(before))
                .orderBy(AUDIT_EVENT.EVENT_ID.desc())
                .limit(most)
                .fetch(row ->
                        new AuditEvent(
                                row.value1(),
                                row.value2().toInstant(ZoneOffset.UTC),
                                row.value3(),
                                row.value4(),
                                row.value5(),
                                row.value6(),
                                row.value7()));
    }
}
