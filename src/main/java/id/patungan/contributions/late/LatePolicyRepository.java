package id.patungan.contributions.late;

import static id.patungan.platform.schema.Tables.AGREEMENT;
import static id.patungan.platform.schema.Tables.BOOK;
import static id.patungan.platform.schema.Tables.LATE_POLICY;
import static id.patungan.platform.schema.Tables.LATE_POLICY_DECISION;

import id.patungan.basics.BodyId;
import id.patungan.basics.Money;
import id.patungan.contributions.Basis;
import id.patungan.contributions.agreed.AgreedStore;
import id.patungan.contributions.agreed.AgreedVersion.State;
import id.patungan.contributions.late.LatePolicy.Kind;
import id.patungan.contributions.late.LatePolicy.Terms;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Versions of the policy about lateness and the decisions about them. */
@Repository
class LatePolicyRepository implements AgreedStore<LatePolicy, NewLatePolicy> {

    private final DSLContext sql;

    LatePolicyRepository(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public void insert(
            BodyId body, int version, NewLatePolicy wish, int agreement, String by, Instant at) {
        var table = LATE_POLICY;
        var basis = wish.basis();
        var terms = wish.terms();
        var fine = terms.fine();
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.VERSION, version)
                .set(table.EFFECTIVE_FROM, wish.effectiveFrom())
                .set(table.AGREEMENT_ID, agreement)
                .set(table.ARTICLE, wish.article())
                .set(table.KIND, terms.kind().code())
                .set(table.PERCENT, terms.percent())
                .set(table.FINE, fine == null ? null : fine.minorUnits())
                .set(table.GRACE_DAYS, terms.graceDays())
                .set(table.CAP_PERCENT, terms.capPercent())
                .set(table.ROUNDING_UNIT, terms.unit().minorUnits())
                .set(table.DECIDED_BY_ORGAN, wish.organ())
                .set(table.BASIS, basis == null ? null : basis.kind().code())
                .set(table.BASIS_NOTE, basis == null ? null : basis.note())
                .set(table.PREPARED_BY, by)
                .set(table.PREPARED_AT, LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .execute();
    }

    @Override
    public void insertDecision(
            BodyId body,
            LatePolicy policy,
            boolean approved,
            @Nullable String reason,
            String by,
            Instant at) {
        var table = LATE_POLICY_DECISION;
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
    public List<LatePolicy> versions(BodyId body) {
        var version = LATE_POLICY;
        var decision = LATE_POLICY_DECISION;
        var found = new ArrayList<LatePolicy>();
        for (var row :
                sql.select(version.fields())
                        .select(
                                decision.DECISION,
                                decision.REASON,
                                decision.DECIDED_BY,
                                decision.DECIDED_AT)
                        .select(AGREEMENT.CODE, BOOK.CURRENCY)
                        .from(version)
                        .join(BOOK)
                        .on(BOOK.BOOK_ID.eq(version.BOOK_ID))
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

    private static LatePolicy read(Record row, boolean newest) {
        var currency = Currency.getInstance(row.get(BOOK.CURRENCY));
        var version = LATE_POLICY;
        var decision = LATE_POLICY_DECISION;
        var decidedAt = row.get(decision.DECIDED_AT);
        var basis = row.get(version.BASIS);
        var fine = row.get(version.FINE);
        return new LatePolicy(
                row.get(version.VERSION),
                State.of(row.get(decision.DECISION), newest),
                row.get(version.EFFECTIVE_FROM),
                row.get(AGREEMENT.CODE),
                row.get(version.ARTICLE),
                new Terms(
                        Kind.of(row.get(version.KIND)),
                        row.get(version.PERCENT),
                        fine == null ? null : new Money(currency, fine),
                        row.get(version.GRACE_DAYS),
                        row.get(version.CAP_PERCENT),
                        new Money(currency, row.get(version.ROUNDING_UNIT))),
                row.get(version.DECIDED_BY_ORGAN),
                basis == null ? null : new Basis(Basis.Kind.of(basis), row.get(version.BASIS_NOTE)),
                row.get(version.PREPARED_BY),
                row.get(version.PREPARED_AT).toInstant(ZoneOffset.UTC),
                row.get(decision.DECIDED_BY),
                decidedAt == null ? null : decidedAt.toInstant(ZoneOffset.UTC),
                row.get(decision.REASON));
    }
}
