package id.patungan.platform;

import static id.patungan.platform.schema.Tables.COMMAND;

import id.patungan.basics.BodyId;

import org.jooq.DSLContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** All SQL of idempotency keys. */
@Repository
class CommandRepository {

    private final DSLContext sql;

    CommandRepository(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Takes the key, waiting for anyone who is working under it.
     *
     * @return false if the key has been used
     */
    boolean reserve(BodyId body, String key, String digest, Instant at) {
        if (sql.fetchExists(
                COMMAND, COMMAND.BODY_ID.eq(body.value()), COMMAND.COMMAND_KEY.eq(key))) {
            return false;
        }
        try {
            sql.insertInto(COMMAND)
                    .set(COMMAND.BODY_ID, body.value())
                    .set(COMMAND.COMMAND_KEY, key)
                    .set(COMMAND.REQUEST_DIGEST, digest)
                    .set(COMMAND.RECORDED_AT, LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                    .execute();
            return true;
        } catch (DuplicateKeyException twin) {
            return false;
        }
    }

    Stored get(BodyId body, String key) {
        return sql.select(COMMAND.REQUEST_DIGEST, COMMAND.RESULT_JSON)
                .from(COMMAND)
                .where(COMMAND.BODY_ID.eq(body.value()))
                .and(COMMAND.COMMAND_KEY.eq(key))
                .fetchSingle(row -> new Stored(row.value1(), row.value2()));
    }

    void complete(BodyId body, String key, String result) {
        sql.update(COMMAND)
                .set(COMMAND.RESULT_JSON, result)
                .where(COMMAND.BODY_ID.eq(body.value()))
                .and(COMMAND.COMMAND_KEY.eq(key))
                .execute();
    }

    record Stored(String digest, String result) {}
}
