package id.patungan.budget;

import static id.patungan.platform.schema.Tables.BUDGET_ADOPTION;
import static id.patungan.platform.schema.Tables.BUDGET_VERSION;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;

import id.patungan.basics.BodyId;
import id.patungan.documents.Sha256;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** Saved states of budgets and their adoption. */
@Repository
class BudgetRepository {

    private final DSLContext sql;
    private final JsonMapper json;

    BudgetRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        // what states of old do not say is nothing
        this.json =
                json.rebuild().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
    }

    /**
     * A saved state.
     *
     * @param text of the plan, of which the digest is
     * @param adoptedDigest the digest that was adopted; null while it was not
     */
    record State(
            int year,
            String alternative,
            int version,
            BudgetStep step,
            String text,
            String digest,
            String preparedBy,
            Instant preparedAt,
            @Nullable String adoptedDigest,
            @Nullable String decision,
            @Nullable String adoptedBy,
            @Nullable Instant adoptedAt) {}

    void insert(
            BodyId body,
            int year,
            String alternative,
            int version,
            BudgetStep step,
            BudgetPlan plan,
            String by,
            Instant at) {
        var text = json.writeValueAsString(plan);
        var table = BUDGET_VERSION;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.FISCAL_YEAR, year)
                .set(table.ALTERNATIVE, alternative)
                .set(table.VERSION, version)
                .set(table.STEP, step.code())
                .set(table.PLAN, text)
                .set(table.DIGEST, digest(text))
                .set(table.PREPARED_BY, by)
                .set(table.PREPARED_AT, LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .execute();
    }

    void insertAdoption(BodyId body, State state, String decision, String by, Instant at) {
        var table = BUDGET_ADOPTION;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.FISCAL_YEAR, state.year())
                .set(table.STEP, state.step().code())
                .set(table.ALTERNATIVE, state.alternative())
                .set(table.VERSION, state.version())
                .set(table.PREPARED_BY, state.preparedBy())
                .set(table.DIGEST, state.digest())
                .set(table.DECISION, decision)
                .set(table.ADOPTED_BY, by)
                .set(table.ADOPTED_AT, LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .execute();
    }

    /** What was planned in that state. */
    BudgetPlan plan(State state) {
        return json.readValue(state.text(), BudgetPlan.class);
    }

    static String digest(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What was adopted, and the newest state of each budget, the newest year first.
     *
     * @param year null for all
     */
    List<State> states(BodyId body, @Nullable Integer year) {
        var version = BUDGET_VERSION;
        var adoption = BUDGET_ADOPTION;
        var later = BUDGET_VERSION.as("later");
        return sql.select(version.fields())
                .select(
                        adoption.DIGEST,
                        adoption.DECISION,
                        adoption.ADOPTED_BY,
                        adoption.ADOPTED_AT)
                .from(version)
                .leftJoin(adoption)
                .on(adoption.BOOK_ID.eq(version.BOOK_ID))
                .and(adoption.FISCAL_YEAR.eq(version.FISCAL_YEAR))
                .and(adoption.ALTERNATIVE.eq(version.ALTERNATIVE))
                .and(adoption.VERSION.eq(version.VERSION))
                .where(version.BOOK_ID.eq(body.value()))
                .and(year == null ? noCondition() : version.FISCAL_YEAR.eq(year))
                .and(
                        adoption.VERSION
                                .isNotNull()
                                .or(
                                        notExists(
                                                sql.selectOne()
                                                        .from(later)
                                                        .where(later.BOOK_ID.eq(version.BOOK_ID))
                                                        .and(
                                                                later.FISCAL_YEAR.eq(
                                                                        version.FISCAL_YEAR))
                                                        .and(
                                                                later.ALTERNATIVE.eq(
                                                                        version.ALTERNATIVE))
                                                        .and(later.VERSION.gt(version.VERSION)))))
                .orderBy(version.FISCAL_YEAR.desc(), version.ALTERNATIVE, version.VERSION)
                .fetch(BudgetRepository::state);
    }

    private static State state(Record row) {
        var version = BUDGET_VERSION;
        var adoption = BUDGET_ADOPTION;
        var adoptedAt = row.get(adoption.ADOPTED_AT);
        return new State(
                row.get(version.FISCAL_YEAR),
                row.get(version.ALTERNATIVE),
                row.get(version.VERSION),
                BudgetStep.of(row.get(version.STEP)).orElseThrow(),
                row.get(version.PLAN),
                row.get(version.DIGEST),
                row.get(version.PREPARED_BY),
                row.get(version.PREPARED_AT).toInstant(ZoneOffset.UTC),
                row.get(adoption.DIGEST),
                row.get(adoption.DECISION),
                row.get(adoption.ADOPTED_BY),
                adoptedAt == null ? null : adoptedAt.toInstant(ZoneOffset.UTC));
    }

    /** Everybody who saved a state of that step. */
    Set<String> preparers(BodyId body, int year, String alternative, BudgetStep step) {
        var table = BUDGET_VERSION;
        return sql.selectDistinct(table.PREPARED_BY)
                .from(table)
                .where(table.BOOK_ID.eq(body.value()))
                .and(table.FISCAL_YEAR.eq(year))
                .and(table.ALTERNATIVE.eq(alternative))
                .and(table.STEP.eq(step.code()))
                .fetchSet(table.PREPARED_BY);
    }

    int lastVersion(BodyId body, int year, String alternative) {
        var table = BUDGET_VERSION;
        var last =
                sql.select(max(table.VERSION))
                        .from(table)
                        .where(table.BOOK_ID.eq(body.value()))
                        .and(table.FISCAL_YEAR.eq(year))
                        .and(table.ALTERNATIVE.eq(alternative))
                        .fetchOne(row -> row.value1());
        return last == null ? 0 : last;
    }
}
