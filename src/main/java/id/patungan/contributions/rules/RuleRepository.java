package id.patungan.contributions.rules;

import static id.patungan.platform.schema.Tables.AGREEMENT;
import static id.patungan.platform.schema.Tables.SHARING_RULE_DECISION;
import static id.patungan.platform.schema.Tables.SHARING_RULE_VERSION;

import static org.jooq.impl.DSL.noCondition;

import id.patungan.basics.BodyId;
import id.patungan.contributions.rules.RuleVersion.State;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Versions of rules and the decisions about them. */
@Repository
class RuleRepository {

    private final DSLContext sql;

    RuleRepository(DSLContext sql) {
        this.sql = sql;
    }

    void insert(BodyId body, RuleVersion version, LegalGround ground) {
        var table = SHARING_RULE_VERSION;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.CODE, version.rule())
                .set(table.VERSION, version.version())
                .set(table.NAME, version.name())
                .set(table.RULE_TEXT, version.text())
                .set(table.EFFECTIVE_FROM, version.effectiveFrom())
                .set(table.AGREEMENT_ID, ground.agreementId())
                .set(table.ARTICLE, version.article())
                .set(table.PREPARED_BY, version.preparedBy())
                .set(
                        table.PREPARED_AT,
                        LocalDateTime.ofInstant(version.preparedAt(), ZoneOffset.UTC))
                .set(table.DIGEST, version.digest())
                .execute();
    }

    void insertDecision(BodyId body, RuleVersion version, Decision decision) {
        var table = SHARING_RULE_DECISION;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.CODE, version.rule())
                .set(table.VERSION, version.version())
                .set(table.PREPARED_BY, version.preparedBy())
                .set(table.DIGEST, version.digest())
                .set(table.DECISION, decision.approved() ? "approve" : "reject")
                .set(table.REASON, decision.reason())
                .set(table.DECIDED_BY, decision.by())
                .set(table.DECIDED_AT, LocalDateTime.ofInstant(decision.at(), ZoneOffset.UTC))
                .execute();
    }

    /** What somebody decided about a version. */
    record Decision(boolean approved, @Nullable String reason, String by, java.time.Instant at) {}

    /**
     * The rules of a body by code, each with its versions, the newest first.
     *
     * @param code null for all
     */
    List<SharingRule> rules(BodyId body, @Nullable String code) {
        var version = SHARING_RULE_VERSION;
        var decision = SHARING_RULE_DECISION;
        var rows =
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
                        .and(decision.CODE.eq(version.CODE))
                        .and(decision.VERSION.eq(version.VERSION))
                        .where(version.BOOK_ID.eq(body.value()))
                        .and(code == null ? noCondition() : version.CODE.eq(code))
                        .orderBy(version.CODE, version.VERSION.desc())
                        .fetch();
        var rules = new ArrayList<SharingRule>();
        var versions = new ArrayList<RuleVersion>();
        for (var row : rows) {
            if (!versions.isEmpty() && !versions.getFirst().rule().equals(row.get(version.CODE))) {
                rules.add(rule(versions));
                versions.clear();
            }
            versions.add(read(row, versions.isEmpty()));
        }
        if (!versions.isEmpty()) rules.add(rule(versions));
        return rules;
    }

    private static SharingRule rule(List<RuleVersion> versions) {
        return new SharingRule(versions.getFirst().rule(), versions);
    }

    private static RuleVersion read(Record row, boolean newest) {
        var version = SHARING_RULE_VERSION;
        var decision = SHARING_RULE_DECISION;
        var decidedAt = row.get(decision.DECIDED_AT);
        return new RuleVersion(
                row.get(version.CODE),
                row.get(version.VERSION),
                state(row.get(decision.DECISION), newest),
                row.get(version.NAME),
                row.get(version.RULE_TEXT),
                row.get(version.EFFECTIVE_FROM),
                row.get(AGREEMENT.CODE),
                row.get(version.ARTICLE),
                row.get(version.PREPARED_BY),
                row.get(version.PREPARED_AT).toInstant(ZoneOffset.UTC),
                row.get(decision.DECIDED_BY),
                decidedAt == null ? null : decidedAt.toInstant(ZoneOffset.UTC),
                row.get(decision.REASON),
                row.get(version.DIGEST));
    }

    private static State state(@Nullable String decision, boolean newest) {
        if (decision == null) {
            return newest ? State.DRAFT : State.REPLACED;
        }
        return decision.equals("approve") ? State.APPROVED : State.REJECTED;
    }
}
