package id.patungan.parties;

import static id.patungan.platform.schema.Tables.MEMBERSHIP;
import static id.patungan.platform.schema.Tables.PARTY;

import static org.jooq.impl.DSL.noCondition;

import id.patungan.basics.BodyId;
import id.patungan.basics.PartyId;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

import java.time.LocalDate;
import java.util.List;

/** All SQL of memberships. Who is a member is no secret within a body, so reads have no limit. */
@Repository
class MemberRepository {

    private final DSLContext sql;

    MemberRepository(DSLContext sql) {
        this.sql = sql;
    }

    List<Member> all(BodyId body) {
        return members(body, noCondition());
    }

    /** Who was a member on some day from the first until before the second. */
    List<Member> during(BodyId body, LocalDate from, LocalDate until) {
        return members(
                body,
                MEMBERSHIP
                        .FROM_DATE
                        .lt(until)
                        .and(MEMBERSHIP.UNTIL_DATE.isNull().or(MEMBERSHIP.UNTIL_DATE.gt(from)))
                        .and(
                                MEMBERSHIP
                                        .UNTIL_DATE
                                        .isNull()
                                        .or(MEMBERSHIP.UNTIL_DATE.gt(MEMBERSHIP.FROM_DATE))));
    }

    List<Member> of(BodyId body, PartyId party) {
        return members(body, MEMBERSHIP.PARTY_ID.eq(party.value()));
    }

    private List<Member> members(BodyId body, Condition condition) {
        return sql.select()
                .from(MEMBERSHIP)
                .join(PARTY)
                .on(PARTY.PARTY_ID.eq(MEMBERSHIP.PARTY_ID))
                .where(MEMBERSHIP.BODY_ID.eq(body.value()).and(condition))
                .orderBy(PARTY.CODE, MEMBERSHIP.FROM_DATE)
                .fetch(MemberRepository::member);
    }

    void insert(BodyId body, PartyId party, NewMember wish) {
        sql.insertInto(MEMBERSHIP)
                .set(MEMBERSHIP.BODY_ID, body.value())
                .set(MEMBERSHIP.PARTY_ID, party.value())
                .set(MEMBERSHIP.FROM_DATE, wish.period().from())
                .set(MEMBERSHIP.UNTIL_DATE, wish.period().until())
                .set(MEMBERSHIP.MEMBER_CLASS, wish.memberClass())
                .set(MEMBERSHIP.VOTING, BodyRepository.flag(wish.voting()))
                .set(MEMBERSHIP.NOTE, wish.note())
                .execute();
    }

    void update(BodyId body, PartyId party, NewMember wish) {
        sql.update(MEMBERSHIP)
                .set(MEMBERSHIP.UNTIL_DATE, wish.period().until())
                .set(MEMBERSHIP.MEMBER_CLASS, wish.memberClass())
                .set(MEMBERSHIP.VOTING, BodyRepository.flag(wish.voting()))
                .set(MEMBERSHIP.NOTE, wish.note())
                .where(MEMBERSHIP.BODY_ID.eq(body.value()))
                .and(MEMBERSHIP.PARTY_ID.eq(party.value()))
                .and(MEMBERSHIP.FROM_DATE.eq(wish.period().from()))
                .execute();
    }

    private static Member member(Record row) {
        return new Member(
                new PartyId(row.get(MEMBERSHIP.PARTY_ID)),
                row.get(PARTY.CODE),
                row.get(PARTY.NAME),
                new Period(row.get(MEMBERSHIP.FROM_DATE), row.get(MEMBERSHIP.UNTIL_DATE)),
                row.get(MEMBERSHIP.MEMBER_CLASS),
                row.get(MEMBERSHIP.VOTING) != 0,
                row.get(MEMBERSHIP.NOTE));
    }
}
