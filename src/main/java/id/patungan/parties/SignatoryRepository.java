package id.patungan.parties;

import static id.patungan.platform.schema.Tables.SIGNATORY;

import id.patungan.basics.BodyId;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

import java.util.List;

/** All SQL of signatories. They stand on every paper of the body, so reads have no limit. */
@Repository
class SignatoryRepository {

    private final DSLContext sql;

    SignatoryRepository(DSLContext sql) {
        this.sql = sql;
    }

    List<Signatory> all(BodyId body) {
        return sql.selectFrom(SIGNATORY)
                .where(SIGNATORY.BODY_ID.eq(body.value()))
                .orderBy(SIGNATORY.ROLE, SIGNATORY.FROM_DATE)
                .fetch(SignatoryRepository::signatory);
    }

    void insert(BodyId body, Signatory signatory) {
        sql.insertInto(SIGNATORY)
                .set(SIGNATORY.BODY_ID, body.value())
                .set(SIGNATORY.ROLE, signatory.role().name())
                .set(SIGNATORY.NAME, signatory.name())
                .set(SIGNATORY.NIP, signatory.nip())
                .set(SIGNATORY.POSITION, signatory.position())
                .set(SIGNATORY.FROM_DATE, signatory.period().from())
                .set(SIGNATORY.UNTIL_DATE, signatory.period().until())
                .execute();
    }

    void update(BodyId body, Signatory signatory) {
        sql.update(SIGNATORY)
                .set(SIGNATORY.NAME, signatory.name())
                .set(SIGNATORY.NIP, signatory.nip())
                .set(SIGNATORY.POSITION, signatory.position())
                .set(SIGNATORY.UNTIL_DATE, signatory.period().until())
                .where(SIGNATORY.BODY_ID.eq(body.value()))
                .and(SIGNATORY.ROLE.eq(signatory.role().name()))
                .and(SIGNATORY.FROM_DATE.eq(signatory.period().from()))
                .execute();
    }

    private static Signatory signatory(Record row) {
        return new Signatory(
                SignatoryRole.valueOf(row.get(SIGNATORY.ROLE)),
                row.get(SIGNATORY.NAME),
                row.get(SIGNATORY.NIP),
                row.get(SIGNATORY.POSITION),
                new Period(row.get(SIGNATORY.FROM_DATE), row.get(SIGNATORY.UNTIL_DATE)));
    }
}
