package id.patungan.ledger;

import static id.patungan.platform.schema.Tables.DRAFT;
import static id.patungan.platform.schema.Tables.DRAFT_DECISION;
import static id.patungan.platform.schema.Tables.DRAFT_LINE;
import static id.patungan.platform.schema.Tables.DRAFT_VERSION;

import id.patungan.basics.AccountCode;
import id.patungan.basics.BodyId;
import id.patungan.basics.FundCode;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All SQL of drafts, their versions and the decisions about them. */
@Repository
class DraftRepository {

    private final DSLContext sql;

    DraftRepository(DSLContext sql) {
        this.sql = sql;
    }

    int nextId(BodyId body) {
        return sql.select(DSL.coalesce(DSL.max(DRAFT.DRAFT_ID), 0).plus(1))
                .from(DRAFT)
                .where(DRAFT.BOOK_ID.eq(body.value()))
                .fetchSingle()
                .value1();
    }

    void insert(BodyId body, int id, String askedKey) {
        sql.insertInto(DRAFT)
                .set(DRAFT.BOOK_ID, body.value())
                .set(DRAFT.DRAFT_ID, id)
                .set(DRAFT.VERSION, 1)
                .set(DRAFT.STATE, Draft.State.OPEN.code())
                .set(DRAFT.ASKED_KEY, askedKey)
                .execute();
    }

    void insertVersion(
            BodyId body, int id, int version, Asked asked, String preparedBy, Instant at) {
        var content = asked.content();
        sql.insertInto(DRAFT_VERSION)
                .set(DRAFT_VERSION.BOOK_ID, body.value())
                .set(DRAFT_VERSION.DRAFT_ID, id)
                .set(DRAFT_VERSION.VERSION, version)
                .set(DRAFT_VERSION.ENTRY_DATE, content.date())
                .set(DRAFT_VERSION.KIND, content.kind())
                .set(DRAFT_VERSION.DESCRIPTION, content.description())
                .set(DRAFT_VERSION.DOCUMENT_NO, content.documentNo())
                .set(DRAFT_VERSION.CONTENT_HASH, asked.contentHash().bytes())
                .set(DRAFT_VERSION.PREPARED_BY, preparedBy)
                .set(DRAFT_VERSION.PREPARED_AT, Utc.of(at))
                .execute();
        insertLines(body, id, version, content.lines());
    }

    private void insertLines(BodyId body, int id, int version, List<Line> lines) {
        var insert =
                sql.insertInto(
                        DRAFT_LINE,
                        DRAFT_LINE.BOOK_ID,
                        DRAFT_LINE.DRAFT_ID,
                        DRAFT_LINE.VERSION,
                        DRAFT_LINE.LINE_NO,
                        DRAFT_LINE.ACCOUNT,
                        DRAFT_LINE.FUND,
                        DRAFT_LINE.AMOUNT,
                        DRAFT_LINE.PARTY,
                        DRAFT_LINE.PROJECT,
                        DRAFT_LINE.AWARD_LINE,
                        DRAFT_LINE.UNIT,
                        DRAFT_LINE.CHARGE,
                        DRAFT_LINE.CHARGE_PERIOD,
                        DRAFT_LINE.ORIG_CURRENCY,
                        DRAFT_LINE.ORIG_AMOUNT,
                        DRAFT_LINE.RATE,
                        DRAFT_LINE.MEMO);
        for (var line : lines) {
            var original = line.original();
            insert =
                    insert.values(
                            body.value(),
                            id,
                            version,
                            line.number(),
                            line.account().value(),
                            line.fund().value(),
                            line.amount(),
                            line.party(),
                            line.project(),
                            line.awardLine(),
                            line.unit(),
                            line.charge(),
                            line.period(),
                            original == null ? null : original.currency().getCurrencyCode(),
                            original == null ? null : original.amount(),
                            original == null ? null : original.rate(),
                            line.memo());
        }
        insert.execute();
    }

    void update(BodyId body, int id, int version, Draft.State state, @Nullable Long postedNo) {
        sql.update(DRAFT)
                .set(DRAFT.VERSION, version)
                .set(DRAFT.STATE, state.code())
                .set(DRAFT.POSTED_NO, postedNo)
                .where(DRAFT.BOOK_ID.eq(body.value()))
                .and(DRAFT.DRAFT_ID.eq(id))
                .execute();
    }

    void insertDecision(BodyId body, Draft draft, Draft.Decision decision) {
        sql.insertInto(DRAFT_DECISION)
                .set(DRAFT_DECISION.BOOK_ID, body.value())
                .set(DRAFT_DECISION.DRAFT_ID, draft.id())
                .set(DRAFT_DECISION.VERSION, draft.version())
                .set(DRAFT_DECISION.DECIDED_BY, decision.by())
                .set(DRAFT_DECISION.PREPARED_BY, draft.preparedBy())
                .set(DRAFT_DECISION.CONTENT_HASH, new Hash(draft.contentHash()).bytes())
                .set(DRAFT_DECISION.DECISION, decision.approved() ? "approve" : "reject")
                .set(DRAFT_DECISION.REASON, decision.reason())
                .set(DRAFT_DECISION.DECIDED_AT, Utc.of(decision.at()))
                .execute();
    }

    /** The content hash that was approved. */
    Optional<Hash> approvedHash(BodyId body, int id, int version) {
        return sql.select(DRAFT_DECISION.CONTENT_HASH)
                .from(DRAFT_DECISION)
                .where(DRAFT_DECISION.BOOK_ID.eq(body.value()))
                .and(DRAFT_DECISION.DRAFT_ID.eq(id))
                .and(DRAFT_DECISION.VERSION.eq(version))
                .and(DRAFT_DECISION.DECISION.eq("approve"))
                .fetchOptional(DRAFT_DECISION.CONTENT_HASH)
                .map(Hash::of);
    }

    /** The handles of all who made a version of it. */
    Set<String> preparers(BodyId body, int id) {
        return sql.selectDistinct(DRAFT_VERSION.PREPARED_BY)
                .from(DRAFT_VERSION)
                .where(DRAFT_VERSION.BOOK_ID.eq(body.value()))
                .and(DRAFT_VERSION.DRAFT_ID.eq(id))
                .fetchSet(DRAFT_VERSION.PREPARED_BY);
    }

    Optional<Draft> find(BodyId body, int id) {
        return drafts(body, DRAFT.DRAFT_ID.eq(id)).stream().findFirst();
    }

    Optional<Draft> findAsked(BodyId body, String askedKey) {
        return drafts(body, DRAFT.ASKED_KEY.eq(askedKey)).stream().findFirst();
    }

    /** Neither posted nor withdrawn, newest first. */
    List<Draft> open(BodyId body) {
        return drafts(
                body, DRAFT.STATE.notIn(Draft.State.POSTED.code(), Draft.State.WITHDRAWN.code()));
    }

    private List<Draft> drafts(BodyId body, Condition which) {
        var condition = DRAFT.BOOK_ID.eq(body.value()).and(which);
        var lines = lines(condition);
        return sql.select()
                .from(DRAFT)
                .join(DRAFT_VERSION)
                .on(DRAFT_VERSION.BOOK_ID.eq(DRAFT.BOOK_ID))
                .and(DRAFT_VERSION.DRAFT_ID.eq(DRAFT.DRAFT_ID))
                .and(DRAFT_VERSION.VERSION.eq(DRAFT.VERSION))
                .leftJoin(DRAFT_DECISION)
                .on(DRAFT_DECISION.BOOK_ID.eq(DRAFT.BOOK_ID))
                .and(DRAFT_DECISION.DRAFT_ID.eq(DRAFT.DRAFT_ID))
                .and(DRAFT_DECISION.VERSION.eq(DRAFT.VERSION))
                .where(condition)
                .orderBy(DRAFT.DRAFT_ID.desc())
                .fetch(row -> draft(row, lines.getOrDefault(row.get(DRAFT.DRAFT_ID), List.of())));
    }

    private Map<Integer, List<NewPosting>> lines(Condition condition) {
        var lines = new LinkedHashMap<Integer, List<NewPosting>>();
        sql.select(DRAFT_LINE.asterisk())
                .from(DRAFT)
                .join(DRAFT_LINE)
                .on(DRAFT_LINE.BOOK_ID.eq(DRAFT.BOOK_ID))
                .and(DRAFT_LINE.DRAFT_ID.eq(DRAFT.DRAFT_ID))
                .and(DRAFT_LINE.VERSION.eq(DRAFT.VERSION))
                .where(condition)
                .orderBy(DRAFT_LINE.DRAFT_ID, DRAFT_LINE.LINE_NO)
                .forEach(row ->
                        lines.computeIfAbsent(row.get(DRAFT_LINE.DRAFT_ID), _ -> new ArrayList<>())
                                .add(posting(row)));
        return lines;
    }

    private static NewPosting posting(Record row) {
        @Nullable String currency = row.get(DRAFT_LINE.ORIG_CURRENCY);
        return new NewPosting(
                new AccountCode(row.get(DRAFT_LINE.ACCOUNT)),
                new FundCode(row.get(DRAFT_LINE.FUND)),
                row.get(DRAFT_LINE.AMOUNT),
                row.get(DRAFT_LINE.PARTY),
                row.get(DRAFT_LINE.PROJECT),
                row.get(DRAFT_LINE.AWARD_LINE),
                row.get(DRAFT_LINE.UNIT),
                row.get(DRAFT_LINE.CHARGE),
                row.get(DRAFT_LINE.CHARGE_PERIOD),
                currency == null
                        ? null
                        : new Original(
                                Currency.getInstance(currency),
                                row.get(DRAFT_LINE.ORIG_AMOUNT),
                                row.get(DRAFT_LINE.RATE)),
                row.get(DRAFT_LINE.MEMO));
    }

    private static Draft draft(Record row, List<NewPosting> lines) {
        int id = row.get(DRAFT.DRAFT_ID);
        @Nullable String decision = row.get(DRAFT_DECISION.DECISION);
        return new Draft(
                id,
                row.get(DRAFT.VERSION),
                Draft.State.of(row.get(DRAFT.STATE)),
                new NewEntry(
                        row.get(DRAFT_VERSION.ENTRY_DATE),
                        row.get(DRAFT_VERSION.KIND),
                        row.get(DRAFT_VERSION.DESCRIPTION),
                        Drafts.KEY + id,
                        row.get(DRAFT_VERSION.DOCUMENT_NO),
                        lines),
                Hash.of(row.get(DRAFT_VERSION.CONTENT_HASH)).hex(),
                row.get(DRAFT_VERSION.PREPARED_BY),
                Utc.instant(row.get(DRAFT_VERSION.PREPARED_AT)),
                decision == null
                        ? null
                        : new Draft.Decision(
                                decision.equals("approve"),
                                row.get(DRAFT_DECISION.DECIDED_BY),
                                Utc.instant(row.get(DRAFT_DECISION.DECIDED_AT)),
                                row.get(DRAFT_DECISION.REASON)),
                row.get(DRAFT.POSTED_NO));
    }
}
