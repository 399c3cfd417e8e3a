package id.patungan.platform;

import static id.patungan.platform.schema.Tables.PERMISSION;
import static id.patungan.platform.schema.Tables.PERSON;

import id.patungan.basics.BodyId;
import id.patungan.basics.FundCode;
import id.patungan.basics.PartyId;
import id.patungan.platform.Person.Grant;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All SQL of people and their permissions. */
@Repository
class PersonRepository {

    private final DSLContext sql;

    PersonRepository(DSLContext sql) {
        this.sql = sql;
    }

    List<Person> all() {
        return read(DSL.noCondition());
    }

    Optional<Person> find(String handle) {
        return read(PERSON.HANDLE.eq(handle)).stream().findFirst();
    }

    boolean exists(UUID uid) {
        return sql.fetchExists(PERSON, PERSON.UID.eq(uid.toString()));
    }

    boolean insert(UUID uid, String handle, String name, String hash, Instant at) {
        try {
            sql.insertInto(PERSON)
                    .set(PERSON.UID, uid.toString())
                    .set(PERSON.HANDLE, handle)
                    .set(PERSON.NAME, name)
                    .set(PERSON.PASSWORD_HASH, hash)
                    .set(PERSON.PASSWORD_CHANGED_AT, utc(at))
                    .set(PERSON.CREATED_AT, utc(at))
                    .execute();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    /** The person, whose row stays locked until the end of the transaction. */
    Optional<PersonId> lock(String handle) {
        return sql.select(PERSON.PERSON_ID)
                .from(PERSON)
                .where(PERSON.HANDLE.eq(handle))
                .forUpdate()
                .fetchOptional(row -> new PersonId(row.value1()));
    }

    /** Whoever may leave the installation without an administrator waits here for the others. */
    void lockAdministrators() {
        sql.select(PERMISSION.PERMISSION_ID)
                .from(PERMISSION)
                .where(PERMISSION.ROLE.eq(Role.ADMINISTRATOR.name()))
                .orderBy(PERMISSION.PERMISSION_ID)
                .forUpdate()
                .fetch();
    }

    boolean hasAdministrator(LocalDate today) {
        return sql.fetchExists(
                sql.selectOne()
                        .from(PERMISSION)
                        .join(PERSON)
                        .on(PERSON.PERSON_ID.eq(PERMISSION.PERSON_ID))
                        .where(PERMISSION.ROLE.eq(Role.ADMINISTRATOR.name()))
                        .and(PERMISSION.REVOKED_AT.isNull())
                        .and(PERMISSION.VALID_FROM.le(today))
                        .and(PERMISSION.VALID_UNTIL.isNull().or(PERMISSION.VALID_UNTIL.gt(today)))
                        .and(PERSON.DEACTIVATED_AT.isNull()));
    }

    Optional<String> passwordOfActive(String handle) {
        return sql.select(PERSON.PASSWORD_HASH)
                .from(PERSON)
                .where(PERSON.HANDLE.eq(handle))
                .and(PERSON.DEACTIVATED_AT.isNull())
                .fetchOptional(PERSON.PASSWORD_HASH);
    }

    void setPassword(PersonId person, String hash, Instant at) {
        sql.update(PERSON)
                .set(PERSON.PASSWORD_HASH, hash)
                .set(PERSON.PASSWORD_CHANGED_AT, utc(at))
                .where(PERSON.PERSON_ID.eq(person.value()))
                .execute();
    }

    void setActive(String handle, @Nullable Instant deactivatedAt) {
        sql.update(PERSON)
                .set(PERSON.DEACTIVATED_AT, deactivatedAt == null ? null : utc(deactivatedAt))
                .where(PERSON.HANDLE.eq(handle))
                .execute();
    }

    boolean grantExists(UUID uid) {
        return sql.fetchExists(PERMISSION, PERMISSION.UID.eq(uid.toString()));
    }

    void insertGrant(PersonId person, Grant grant, Instant at) {
        var permission = grant.permission();
        var body = permission.body();
        sql.insertInto(PERMISSION)
                .set(PERMISSION.UID, grant.uid().toString())
                .set(PERMISSION.PERSON_ID, person.value())
                .set(PERMISSION.ROLE, permission.role().name())
                .set(PERMISSION.BODY_ID, body == null ? null : body.value())
                .set(
                        PERMISSION.PARTY_ID,
                        permission.scope() instanceof Scope.OneParty(var party)
                                ? party.value()
                                : null)
                .set(
                        PERMISSION.FUND_CODE,
                        permission.scope() instanceof Scope.OneFund(var fund) ? fund.value() : null)
                .set(PERMISSION.VALID_FROM, grant.from())
                .set(PERMISSION.VALID_UNTIL, grant.until())
                .set(PERMISSION.GRANTED_BY, grant.grantedBy())
                .set(PERMISSION.GRANTED_AT, utc(at))
                .execute();
    }

    void revoke(UUID uid, String by, Instant at) {
        sql.update(PERMISSION)
                .set(PERMISSION.REVOKED_BY, by)
                .set(PERMISSION.REVOKED_AT, utc(at))
                .where(PERMISSION.UID.eq(uid.toString()))
                .execute();
    }

    private List<Person> read(Condition which) {
        return sql
                .select(
                        PERSON.HANDLE,
                        PERSON.NAME,
                        PERSON.CREATED_AT,
                        PERSON.DEACTIVATED_AT,
                        PERMISSION.UID,
                        PERMISSION.ROLE,
                        PERMISSION.BODY_ID,
                        PERMISSION.PARTY_ID,
                        PERMISSION.FUND_CODE,
                        PERMISSION.VALID_FROM,
                        PERMISSION.VALID_UNTIL,
                        PERMISSION.GRANTED_BY,
                        PERMISSION.REVOKED_BY)
                .from(PERSON)
                .leftJoin(PERMISSION)
                .on(PERMISSION.PERSON_ID.eq(PERSON.PERSON_ID))
                .where(which)
                .orderBy(PERSON.NAME, PERSON.HANDLE, PERMISSION.PERMISSION_ID.desc())
                .fetch()
                .intoGroups(PERSON.HANDLE)
                .values()
                .stream()
                .map(PersonRepository::person)
                .toList();
    }

    private static Person person(Result<? extends Record> rows) {
        var first = rows.getFirst();
        return new Person(
                first.get(PERSON.HANDLE),
                first.get(PERSON.NAME),
                first.get(PERSON.CREATED_AT).toInstant(ZoneOffset.UTC),
                first.get(PERSON.DEACTIVATED_AT) == null,
                rows.stream()
                        .filter(row -> row.get(PERMISSION.UID) != null)
                        .map(PersonRepository::grant)
                        .toList());
    }

    private static Grant grant(Record row) {
        var body = row.get(PERMISSION.BODY_ID);
        return new Grant(
                UUID.fromString(row.get(PERMISSION.UID)),
                new Permission(
                        Role.valueOf(row.get(PERMISSION.ROLE)),
                        body == null ? null : new BodyId(body),
                        scope(row.get(PERMISSION.PARTY_ID), row.get(PERMISSION.FUND_CODE))),
                row.get(PERMISSION.VALID_FROM),
                row.get(PERMISSION.VALID_UNTIL),
                row.get(PERMISSION.GRANTED_BY),
                row.get(PERMISSION.REVOKED_BY));
    }

    private static Scope scope(@Nullable Integer party, @Nullable String fund) {
        if (party != null) {
            return new Scope.OneParty(new PartyId(party));
        }
        return fund == null ? new Scope.All() : new Scope.OneFund(new FundCode(fund));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
