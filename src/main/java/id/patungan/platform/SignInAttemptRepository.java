package id.patungan.platform;

import static id.patungan.platform.schema.Tables.SIGN_IN_ATTEMPT;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** All SQL of failed attempts to sign in. */
@Repository
class SignInAttemptRepository {

    private final DSLContext sql;

    SignInAttemptRepository(DSLContext sql) {
        this.sql = sql;
    }

    long insert(String nameDigest, String address, Instant at) {
        return sql.insertInto(SIGN_IN_ATTEMPT)
                .set(SIGN_IN_ATTEMPT.NAME_DIGEST, nameDigest)
                .set(SIGN_IN_ATTEMPT.ADDRESS, address)
                .set(SIGN_IN_ATTEMPT.FAILED_AT, utc(at))
                .returningResult(SIGN_IN_ATTEMPT.ATTEMPT_ID)
                .fetchSingle()
                .value1();
    }

    int countByName(String nameDigest, Instant since) {
        return sql.fetchCount(
                SIGN_IN_ATTEMPT,
                SIGN_IN_ATTEMPT.NAME_DIGEST.eq(nameDigest),
                SIGN_IN_ATTEMPT.FAILED_AT.gt(utc(since)));
    }

    int countByAddress(String address, Instant since) {
        return sql.fetchCount(
                SIGN_IN_ATTEMPT,
                SIGN_IN_ATTEMPT.ADDRESS.eq(address),
                SIGN_IN_ATTEMPT.FAILED_AT.gt(utc(since)));
    }

    void delete(long attempt) {
        sql.deleteFrom(SIGN_IN_ATTEMPT).where(SIGN_IN_ATTEMPT.ATTEMPT_ID.eq(attempt)).execute();
    }

    void deleteByName(String nameDigest) {
        sql.deleteFrom(SIGN_IN_ATTEMPT).where(SIGN_IN_ATTEMPT.NAME_DIGEST.eq(nameDigest)).execute();
    }

    int deleteBefore(Instant since) {
        return sql.deleteFrom(SIGN_IN_ATTEMPT)
                .where(SIGN_IN_ATTEMPT.FAILED_AT.le(utc(since)))
                .execute();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
