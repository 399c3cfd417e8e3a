package id.patungan.contributions.arrears;

import static id.patungan.platform.schema.Tables.AGREEMENT;
import static id.patungan.platform.schema.Tables.ARREARS_POLICY;
import static id.patungan.platform.schema.Tables.ARREARS_POLICY_DECISION;

import id.patungan.basics.BodyId;
import id.patungan.contributions.Basis;
import id.patungan.contributions.agreed.AgreedStore;
import id.patungan.contributions.agreed.AgreedVersion.State;
import id.patungan.contributions.arrears.ArrearsPolicy.ClockStart;
import id.patungan.contributions.arrears.ArrearsPolicy.Terms;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Versions of the arrears policy and the decisions about them. */
@Repository
class PolicyRepository implements AgreedStore<ArrearsPolicy, NewArrearsPolicy> {

    private final DSLContext sql;

    PolicyRepository(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void insert(
            BodyId body, int version, NewArrearsPolicy wish, int agreement, String by, Instant at) {
        var table = ARREARS_POLICY;
        var basis = wish.basis();
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.VERSION, version)
                .set(table.EFFECTIVE_FROM, wish.effectiveFrom())
                .set(table.AGREEMENT_ID, agreement)
                .set(table.ARTICLE, wish.article())
                .set(table.CLOCK, wish.terms().clock().code())
                .set(table.NOTICE_AFTER, wish.terms().noticeAfter())
                .set(table.SUSPEND_AFTER, wish.terms().suspendAfter())
                .set(table.EXPEL_AFTER, wish.terms().expelAfter())
                .set(table.DECIDED_BY_ORGAN, wish.organ())
                .set(table.APPROVAL_REQUIRED, flag(wish.approval()))
                .set(table.OPEN_ARREARS, flag(wish.openArrears()))
                .set(table.OPEN_STANDING, flag(wish.openStanding()))
                .set(table.BASIS, basis == null ? null : basis.kind().code())
                .set(table.BASIS_NOTE, basis == null ? null : basis.note())
                .set(table.PREPARED_BY, by)
                .set(table.PREPARED_AT, LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .execute();
    }

    @Override
    public void insertDecision(
            BodyId body,
            ArrearsPolicy policy,
            boolean approved,
            @Nullable String reason,
            String by,
            Instant at) {
        var table = ARREARS_POLICY_DECISION;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.VERSION, policy.version())
                .set(table.PREPARED_BY, policy.preparedBy())
                .set(table.DECISION, approved ? "approve" : "reject")
                .set(table.REASON, reason)
                .set(table.DECIDED_BY, by)
                .set(table.DECIDED_AT, LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .execute();
    }

    @Override
    public List<ArrearsPolicy> versions(BodyId body) {
        var version = ARREARS_POLICY;
        var decision = ARREARS_POLICY_DECISION;
        var found = new ArrayList<ArrearsPolicy>();
        for (var row :
                sql.select(version.fields())
                        .select(
                                decision.DECISION,
                                decision.REASON,
                                decision.DECIDED_BY,
                                decision.DECIDED_AT)
                        .select(AGREEMENT.CODE)
                        .from(version)
                        .join(AGREEMENT)
                        .on(AGREEMENT.AGREEMENT_ID.eq(version.AGREEMENT_ID))
                        .leftJoin(decision)
                        .on(decision.BOOK_ID.eq(version.BOOK_ID))
                        .and(decision.VERSION.eq(version.VERSION))
                        .where(version.BOOK_ID.eq(body.value()))
                        .orderBy(version.VERSION.desc())
                        .fetch()) {
            found.add(read(row, found.isEmpty()));
        }
        return found;
    }

    private static ArrearsPolicy read(Record row, boolean newest) {
        var version = ARREARS_POLICY;
        var decision = ARREARS_POLICY_DECISION;
        var decidedAt = row.get(decision.DECIDED_AT);
        var basis = row.get(version.BASIS);
        return new ArrearsPolicy(
                row.get(version.VERSION),
                State.of(row.get(decision.DECISION), newest),
                row.get(version.EFFECTIVE_FROM),
                row.get(AGREEMENT.CODE),
                row.get(version.ARTICLE),
                new Terms(
                        ClockStart.of(row.get(version.CLOCK)),
                        row.get(version.NOTICE_AFTER),
                        row.get(version.SUSPEND_AFTER),
                        row.get(version.EXPEL_AFTER)),
                row.get(version.DECIDED_BY_ORGAN),
                row.get(version.APPROVAL_REQUIRED) == 1,
                row.get(version.OPEN_ARREARS) == 1,
                row.get(version.OPEN_STANDING) == 1,
                basis == null ? null : new Basis(Basis.Kind.of(basis), row.get(version.BASIS_NOTE)),
                row.get(version.PREPARED_BY),
                row.get(version.PREPARED_AT).toInstant(ZoneOffset.UTC),
                row.get(decision.DECIDED_BY),
                decidedAt == null ? null : decidedAt.toInstant(ZoneOffset.UTC),
                row.get(decision.REASON));
    }

    private static byte flag(boolean on) {
        return (byte) (on ? 1 : 0);
    }
}
