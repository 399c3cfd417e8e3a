package id.patungan.parties;

import static id.patungan.platform.schema.Tables.BODY;

import id.patungan.basics.BodyId;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** All SQL of bodies. */
@Repository
class BodyRepository {

    private final DSLContext sql;

    BodyRepository(DSLContext sql) {
        this.sql = sql;
    }

    Optional<Body> byCode(String code) {
        return sql.selectFrom(BODY).where(BODY.CODE.eq(code)).fetchOptional(BodyRepository::body);
    }

    Optional<Body> byId(BodyId id) {
        return sql.selectFrom(BODY)
                .where(BODY.BODY_ID.eq(id.value()))
                .fetchOptional(BodyRepository::body);
    }

    List<Body> all() {
        return sql.selectFrom(BODY).orderBy(BODY.NAME, BODY.CODE).fetch(BodyRepository::body);
    }

    List<Body> some(Collection<BodyId> ids) {
        return sql.selectFrom(BODY)
                .where(BODY.BODY_ID.in(ids.stream().map(BodyId::value).toList()))
                .orderBy(BODY.NAME, BODY.CODE)
                .fetch(BodyRepository::body);
    }

    BodyId insert(NewBody wish) {
        var profile = wish.profile();
        var head = profile.letterhead();
        var sample = profile.sample();
        var id =
                sql.insertInto(BODY)
                        .set(BODY.CODE, wish.code())
                        .set(BODY.NAME, profile.name())
                        .set(BODY.NAME_EN, profile.nameEn())
                        .set(BODY.LEGAL_FORM, profile.legalForm())
                        .set(BODY.LETTERHEAD, head.line())
                        .set(BODY.ADDRESS, head.address())
                        .set(BODY.PLACE, head.place())
                        .set(BODY.PHONE, head.phone())
                        .set(BODY.EMAIL, head.email())
                        .set(BODY.WEBSITE, head.website())
                        .set(BODY.ZONE, wish.zone().getId())
                        .set(BODY.CURRENCY, wish.currency().getCurrencyCode())
                        .set(BODY.SAMPLE, flag(sample != null))
                        .set(BODY.SAMPLE_NOTE, sample == null ? null : sample.note())
                        .set(BODY.SAMPLE_NOTE_EN, sample == null ? null : sample.noteEn())
                        .returningResult(BODY.BODY_ID)
                        .fetchSingle()
                        .value1();
        return new BodyId(id);
    }

    void update(BodyId id, Profile profile) {
        var head = profile.letterhead();
        var sample = profile.sample();
        sql.update(BODY)
                .set(BODY.NAME, profile.name())
                .set(BODY.NAME_EN, profile.nameEn())
                .set(BODY.LEGAL_FORM, profile.legalForm())
                .set(BODY.LETTERHEAD, head.line())
                .set(BODY.ADDRESS, head.address())
                .set(BODY.PLACE, head.place())
                .set(BODY.PHONE, head.phone())
                .set(BODY.EMAIL, head.email())
                .set(BODY.WEBSITE, head.website())
                .set(BODY.SAMPLE, flag(sample != null))
                .set(BODY.SAMPLE_NOTE, sample == null ? null : sample.note())
                .set(BODY.SAMPLE_NOTE_EN, sample == null ? null : sample.noteEn())
                .where(BODY.BODY_ID.eq(id.value()))
                .execute();
    }

    static byte flag(boolean value) {
        return (byte) (value ? 1 : 0);
    }

    private static Body body(Record row) {
        var note = row.get(BODY.SAMPLE_NOTE);
        var noteEn = row.get(BODY.SAMPLE_NOTE_EN);
        var sample =
                row.get(BODY.SAMPLE) == 0 || note == null || noteEn == null
                        ? null
                        : new Sample(note, noteEn);
        var profile =
                new Profile(
                        row.get(BODY.NAME),
                        row.get(BODY.NAME_EN),
                        row.get(BODY.LEGAL_FORM),
                        new Letterhead(
                                row.get(BODY.LETTERHEAD),
                                row.get(BODY.ADDRESS),
                                row.get(BODY.PLACE),
                                row.get(BODY.PHONE),
                                row.get(BODY.EMAIL),
                                row.get(BODY.WEBSITE)),
                        sample);
        return new Body(
                new BodyId(row.get(BODY.BODY_ID)),
                row.get(BODY.CODE),
                profile,
                ZoneId.of(row.get(BODY.ZONE)),
                Currency.getInstance(row.get(BODY.CURRENCY)));
    }
}
