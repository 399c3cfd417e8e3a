package id.patungan.parties;

import static id.patungan.platform.schema.Tables.BODY_PARTY;
import static id.patungan.platform.schema.Tables.PARTY;
import static id.patungan.platform.schema.Tables.REGION;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;

import id.patungan.basics.BodyId;
import id.patungan.basics.PartyId;
import id.patungan.platform.Access;
import id.patungan.platform.Reach;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All SQL of regions and parties. Reads of a body's parties are limited to the asker's reach. */
@Repository
class PartyRepository {

    private final DSLContext sql;

    PartyRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** What the asker may know of parties, as a condition on the column that holds their number. */
    static Condition within(Reach reach, Field<Integer> party) {
        if (reach.everything()) {
            return noCondition();
        }
        if (reach.parties().isEmpty()) {
            return falseCondition();
        }
        return party.in(reach.parties().stream().map(PartyId::value).toList());
    }

    List<Party> list(Access access, String text, @Nullable PartyKind kind, int offset, int most) {
        return sql.select()
                .from(BODY_PARTY)
                .join(PARTY)
                .on(PARTY.PARTY_ID.eq(BODY_PARTY.PARTY_ID))
                .where(listed(access, text, kind))
                .orderBy(PARTY.CODE)
                .limit(offset, most)
                .fetch(PartyRepository::party);
    }

    int count(Access access, String text, @Nullable PartyKind kind) {
        return sql.selectCount()
                .from(BODY_PARTY)
                .join(PARTY)
                .on(PARTY.PARTY_ID.eq(BODY_PARTY.PARTY_ID))
                .where(listed(access, text, kind))
                .fetchSingle()
                .value1();
    }

    private static Condition listed(Access access, String text, @Nullable PartyKind kind) {
        var condition = in(access);
        if (!text.isBlank()) {
            condition =
                    condition.and(
                            PARTY.NAME
                                    .containsIgnoreCase(text.strip())
                                    .or(startsWith(PARTY.CODE, text.strip())));
        }
        return kind == null ? condition : condition.and(PARTY.KIND.eq(kind.name()));
    }

    /** Codes are ASCII: other text cannot be compared with them, and none begins with it. */
    private static Condition startsWith(Field<String> code, String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text)
                ? code.startsWithIgnoreCase(text)
                : falseCondition();
    }

    private static Condition in(Access access) {
        return BODY_PARTY
                .BODY_ID
                .eq(access.body().value())
                .and(within(access.reach(), BODY_PARTY.PARTY_ID));
    }

    Map<String, Party> byCodes(Access access, Collection<String> codes) {
        var found = new LinkedHashMap<String, Party>();
        sql.select()
                .from(BODY_PARTY)
                .join(PARTY)
                .on(PARTY.PARTY_ID.eq(BODY_PARTY.PARTY_ID))
                .where(in(access).and(PARTY.CODE.in(codes)))
                .orderBy(PARTY.CODE)
                .forEach(row -> found.put(row.get(PARTY.CODE), party(row)));
        return found;
    }

    /** The number of any party of the body, whoever asks: for writing, never for showing. */
    Optional<PartyId> idOf(BodyId body, String code) {
        return sql.select(PARTY.PARTY_ID)
                .from(BODY_PARTY)
                .join(PARTY)
                .on(PARTY.PARTY_ID.eq(BODY_PARTY.PARTY_ID))
                .where(BODY_PARTY.BODY_ID.eq(body.value()).and(PARTY.CODE.eq(code)))
                .fetchOptional(row -> new PartyId(row.value1()));
    }

    /** Code and name of any party of the body, for whoever gives permissions. */
    Optional<String> labelOf(BodyId body, PartyId party) {
        return sql.select(PARTY.CODE, PARTY.NAME)
                .from(BODY_PARTY)
                .join(PARTY)
                .on(PARTY.PARTY_ID.eq(BODY_PARTY.PARTY_ID))
                .where(BODY_PARTY.BODY_ID.eq(body.value()))
                .and(PARTY.PARTY_ID.eq(party.value()))
                .fetchOptional(row -> row.value1() + " " + row.value2());
    }

    /** The party that a region is, in whichever body. */
    Optional<KnownRegion> regionParty(String code) {
        return sql.select(PARTY.PARTY_ID, PARTY.NAME)
                .from(PARTY)
                .where(PARTY.REGION_CODE.eq(code))
                .fetchOptional(row -> new KnownRegion(new PartyId(row.value1()), row.value2()));
    }

    Map<String, KnownRegion> regionParties(Collection<String> codes) {
        return sql.select(PARTY.CODE, PARTY.PARTY_ID, PARTY.NAME)
                .from(PARTY)
                .where(PARTY.REGION_CODE.in(codes))
                .fetchMap(
                        PARTY.CODE,
                        row -> new KnownRegion(new PartyId(row.value2()), row.value3()));
    }

    PartyId insert(BodyId body, NewParty wish, String name) {
        var id =
                sql.insertInto(PARTY)
                        .set(PARTY.BODY_ID, body.value())
                        .set(PARTY.CODE, wish.code())
                        .set(PARTY.KIND, wish.kind().name())
                        .set(PARTY.NAME, name)
                        .returningResult(PARTY.PARTY_ID)
                        .fetchSingle()
                        .value1();
        return new PartyId(id);
    }

    void insertIntoBody(BodyId body, PartyId party, Contact contact) {
        sql.insertInto(BODY_PARTY)
                .set(BODY_PARTY.BODY_ID, body.value())
                .set(BODY_PARTY.PARTY_ID, party.value())
                .set(BODY_PARTY.ADDRESSEE, contact.addressee())
                .set(BODY_PARTY.ADDRESS, contact.address())
                .set(BODY_PARTY.EMAIL, contact.email())
                .set(BODY_PARTY.NOTE, contact.note())
                .execute();
    }

    void rename(PartyId party, String name) {
        sql.update(PARTY)
                .set(PARTY.NAME, name)
                .where(PARTY.PARTY_ID.eq(party.value()))
                .and(PARTY.KIND.ne(PartyKind.REGION.name()))
                .execute();
    }

    void updateContact(BodyId body, PartyId party, Contact contact) {
        sql.update(BODY_PARTY)
                .set(BODY_PARTY.ADDRESSEE, contact.addressee())
                .set(BODY_PARTY.ADDRESS, contact.address())
                .set(BODY_PARTY.EMAIL, contact.email())
                .set(BODY_PARTY.NOTE, contact.note())
                .where(BODY_PARTY.BODY_ID.eq(body.value()))
                .and(BODY_PARTY.PARTY_ID.eq(party.value()))
                .execute();
    }

    List<Region> regions(String text, int most) {
        var condition =
                text.isBlank()
                        ? noCondition()
                        : REGION.NAME
                                .containsIgnoreCase(text.strip())
                                .or(startsWith(REGION.CODE, text.strip()));
        return sql.selectFrom(REGION)
                .where(condition)
                .orderBy(REGION.CODE)
                .limit(most)
                .fetch(PartyRepository::region);
    }

    Map<String, Region> regions(Collection<String> codes) {
        return sql.selectFrom(REGION)
                .where(REGION.CODE.in(codes))
                .orderBy(REGION.CODE)
                .fetchMap(REGION.CODE, PartyRepository::region);
    }

    private static Region region(Record row) {
        return new Region(
                row.get(REGION.CODE),
                row.get(REGION.NAME),
                row.get(REGION.PROVINCE_CODE),
                row.get(REGION.POPULATION),
                row.get(REGION.AREA_KM2));
    }

    private static Party party(Record row) {
        return new Party(
                new PartyId(row.get(PARTY.PARTY_ID)),
                row.get(PARTY.CODE),
                PartyKind.valueOf(row.get(PARTY.KIND)),
                row.get(PARTY.NAME),
                new Contact(
                        row.get(BODY_PARTY.ADDRESSEE),
                        row.get(BODY_PARTY.ADDRESS),
                        row.get(BODY_PARTY.EMAIL),
                        row.get(BODY_PARTY.NOTE)));
    }

    /** A region as a party of no body yet. */
    record KnownRegion(PartyId party, String name) {}
}
