package id.patungan.contributions.entryexit;

import static id.patungan.platform.schema.Tables.AGREEMENT;
import static id.patungan.platform.schema.Tables.BOOK_PARTY;
import static id.patungan.platform.schema.Tables.MEMBERSHIP_CHANGE;
import static id.patungan.platform.schema.Tables.MEMBERSHIP_CHANGE_WITHDRAWAL;

import id.patungan.basics.BodyId;
import id.patungan.basics.PartyId;
import id.patungan.contributions.LegalBasis;
import id.patungan.contributions.entryexit.MembershipChange.Withdrawal;
import id.patungan.contributions.entryexit.NewSimulation.Kind;
import id.patungan.contributions.entryexit.NewSimulation.Notice;
import id.patungan.contributions.entryexit.Simulation.Way;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Recorded joinings and notices. */
@Repository
class ChangeRepository {

    private final DSLContext sql;

    ChangeRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** What is stored beyond the wish. */
    record Row(
            int number,
            PartyId party,
            @Nullable LocalDate untilBefore,
            int agreement,
            String article,
            String by,
            Instant at) {}

    void insert(BodyId body, NewMembershipChange wish, Row row) {
        var table = MEMBERSHIP_CHANGE;
        var effective = wish.effective();
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.NUMBER, row.number())
                .set(table.KIND, wish.kind().code())
                .set(table.PARTY_ID, row.party().value())
                .set(table.GIVEN_ON, wish.day())
                .set(table.NOTICE_MONTHS, wish.notice().months())
                .set(table.YEAR_END, (byte) (wish.notice().yearEnd() ? 1 : 0))
                .set(table.EFFECTIVE_ON, effective)
                .set(table.LIABLE_YEARS, wish.liableYears())
                .set(
                        table.PAYS_UNTIL,
                        wish.kind() == Kind.JOIN ? null : effective.plusYears(wish.liableYears()))
                .set(table.WAY, wish.way().code())
                .set(table.UNTIL_BEFORE, row.untilBefore())
                .set(table.AGREEMENT_ID, row.agreement())
                .set(table.ARTICLE, row.article())
                .set(table.DOCUMENT, wish.document())
                .set(table.REASON, wish.reason())
                .set(table.RECORDED_BY, row.by())
                .set(table.RECORDED_AT, LocalDateTime.ofInstant(row.at(), ZoneOffset.UTC))
                .execute();
    }

    void insertWithdrawal(BodyId body, int number, Withdrawal withdrawal) {
        var table = MEMBERSHIP_CHANGE_WITHDRAWAL;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.NUMBER, number)
                .set(table.REASON, withdrawal.reason())
                .set(table.WITHDRAWN_BY, withdrawal.by())
                .set(table.WITHDRAWN_AT, LocalDateTime.ofInstant(withdrawal.at(), ZoneOffset.UTC))
                .execute();
    }

    /** All of the body, the newest first. */
    List<MembershipChange> all(BodyId body) {
        var table = MEMBERSHIP_CHANGE;
        var withdrawal = MEMBERSHIP_CHANGE_WITHDRAWAL;
        return sql.select(table.fields())
                .select(withdrawal.REASON, withdrawal.WITHDRAWN_BY, withdrawal.WITHDRAWN_AT)
                .select(BOOK_PARTY.CODE, BOOK_PARTY.NAME, AGREEMENT.CODE)
                .from(table)
                .join(BOOK_PARTY)
                .on(BOOK_PARTY.BOOK_ID.eq(table.BOOK_ID))
                .and(BOOK_PARTY.PARTY_ID.eq(table.PARTY_ID))
                .join(AGREEMENT)
                .on(AGREEMENT.BODY_ID.eq(table.BOOK_ID))
                .and(AGREEMENT.AGREEMENT_ID.eq(table.AGREEMENT_ID))
                .leftJoin(withdrawal)
                .on(withdrawal.BOOK_ID.eq(table.BOOK_ID))
                .and(withdrawal.NUMBER.eq(table.NUMBER))
                .where(table.BOOK_ID.eq(body.value()))
                .orderBy(table.NUMBER.desc())
                .fetch(ChangeRepository::read);
    }

    private static MembershipChange read(Record row) {
        var table = MEMBERSHIP_CHANGE;
        var withdrawal = MEMBERSHIP_CHANGE_WITHDRAWAL;
        return new MembershipChange(
                row.get(table.NUMBER),
                Kind.of(row.get(table.KIND)),
                row.get(BOOK_PARTY.CODE),
                row.get(BOOK_PARTY.NAME),
                row.get(table.GIVEN_ON),
                new Notice(row.get(table.NOTICE_MONTHS), row.get(table.YEAR_END) == 1),
                row.get(table.EFFECTIVE_ON),
                row.get(table.LIABLE_YEARS),
                row.get(table.PAYS_UNTIL),
                Way.of(row.get(table.WAY)),
                row.get(table.UNTIL_BEFORE),
                new LegalBasis(row.get(AGREEMENT.CODE), row.get(table.ARTICLE)),
                row.get(table.DOCUMENT),
                row.get(table.REASON),
                row.get(table.RECORDED_BY),
                row.get(table.RECORDED_AT).toInstant(ZoneOffset.UTC),
                row.get(withdrawal.WITHDRAWN_AT) == null
                        ? null
                        : new Withdrawal(
                                row.get(withdrawal.REASON),
                                row.get(withdrawal.WITHDRAWN_BY),
                                row.get(withdrawal.WITHDRAWN_AT).toInstant(ZoneOffset.UTC)));
    }
}
