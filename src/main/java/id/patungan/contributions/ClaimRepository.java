package id.patungan.contributions;

import static id.patungan.platform.schema.Tables.ACCOUNT;
import static id.patungan.platform.schema.Tables.ASSESSMENT_SHARE;
import static id.patungan.platform.schema.Tables.BOOK_PARTY;
import static id.patungan.platform.schema.Tables.CLAIM_MEMO_RELEASE;
import static id.patungan.platform.schema.Tables.CLAIM_PAPER;
import static id.patungan.platform.schema.Tables.CONTRIBUTION_PAPER;
import static id.patungan.platform.schema.Tables.CONTRIBUTION_REVERSAL;
import static id.patungan.platform.schema.Tables.POSTING;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import id.patungan.basics.BodyId;
import id.patungan.basics.Money;
import id.patungan.contributions.NewClaim.Kind;
import id.patungan.contributions.OpenItemRepository.As;
import id.patungan.platform.Reach;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Papers about single charges, and claims that were given up. */
@Repository
class ClaimRepository {

    private final DSLContext sql;

    ClaimRepository(DSLContext sql) {
        this.sql = sql;
    }

    void insert(BodyId body, String code, NewClaim wish, long provided, @Nullable Integer number) {
        var table = CLAIM_PAPER;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.CODE, code)
                .set(table.KIND, wish.kind().code())
                .set(
                        table.PARTY_ID,
                        select(ASSESSMENT_SHARE.PARTY_ID)
                                .from(ASSESSMENT_SHARE)
                                .where(ASSESSMENT_SHARE.BOOK_ID.eq(body.value()))
                                .and(ASSESSMENT_SHARE.CHARGE.eq(wish.charge())))
                .set(table.CHARGE, wish.charge())
                .set(table.AMOUNT, wish.amount().minorUnits())
                .set(table.PROVIDED, provided)
                .set(table.DOCUMENT, wish.document())
                .set(table.WISH, number)
                .execute();
    }

    void insert(BodyId body, MemoRelease release) {
        var table = CLAIM_MEMO_RELEASE;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.CODE, release.code())
                .set(table.CHARGE, release.charge())
                .set(table.AMOUNT, release.amount().minorUnits())
                .set(table.DATED_ON, release.date())
                .set(table.DOCUMENT, release.document())
                .set(table.REASON, release.reason())
                .set(table.KNOWN_AT, release.knownAt())
                .set(table.WISH, release.wish())
                .set(table.RECORDED_BY, release.by())
                .set(table.RECORDED_AT, LocalDateTime.ofInstant(release.at(), ZoneOffset.UTC))
                .execute();
    }

    /**
     * What papers that stand have taken off a charge, in minor units.
     *
     * @param writtenOff less what was recovered
     * @param released given up of what was written off
     * @param allowance on 11390
     */
    record Sums(long credited, long writtenOff, long released, long allowance) {

        static final Sums NONE = new Sums(0, 0, 0, 0);

        /** What is claimed still though it is written off. */
        long memo() {
            return writtenOff - released;
        }

        private Sums plus(Kind kind, long amount) {
            return switch (kind) {
                case CREDIT -> new Sums(credited + amount, writtenOff, released, allowance);
                case WRITE_OFF -> new Sums(credited, writtenOff + amount, released, allowance);
                case RECOVERY -> new Sums(credited, writtenOff - amount, released, allowance);
                case MEMO_RELEASE -> new Sums(credited, writtenOff, released + amount, allowance);
                case ALLOWANCE, RELEASE -> this;
            };
        }
    }

    /**
     * By charge, as of a day and as known at an entry; allowances only for those who read the whole
     * book.
     *
     * @param assessment null for all
     */
    Map<String, Sums> sums(BodyId body, @Nullable String assessment, Reach reach, As as) {
        var sums = new HashMap<String, Sums>();
        if (reach.everything()) {
            allowances(body, assessment, as)
                    .forEach((charge, amount) -> sums.put(charge, new Sums(0, 0, 0, amount)));
        }
        var known = as.knownAt() == null ? Long.MAX_VALUE : as.knownAt();
        var undone = CONTRIBUTION_REVERSAL;
        var stands = undone.CODE.isNull().or(undone.ENTRY_NO.gt(known));
        if (as.asOf() != null) stands = stands.or(undone.REVERSED_ON.gt(as.asOf()));
        var claim = CLAIM_PAPER;
        sql.select(claim.CHARGE, claim.KIND, sum(claim.AMOUNT))
                .from(claim)
                .join(CONTRIBUTION_PAPER)
                .on(CONTRIBUTION_PAPER.BOOK_ID.eq(claim.BOOK_ID))
                .and(CONTRIBUTION_PAPER.CODE.eq(claim.CODE))
                .leftJoin(undone)
                .on(undone.BOOK_ID.eq(claim.BOOK_ID))
                .and(undone.CODE.eq(claim.CODE))
                .where(claim.BOOK_ID.eq(body.value()))
                .and(assessment == null ? noCondition() : claim.CHARGE.startsWith(assessment + "/"))
                .and(CONTRIBUTION_PAPER.ENTRY_NO.le(known))
                .and(as.asOf() == null ? noCondition() : CONTRIBUTION_PAPER.DATED_ON.le(as.asOf()))
                .and(stands)
                .groupBy(claim.CHARGE, claim.KIND)
                .forEach(row ->
                        add(
                                sums,
                                row.value1(),
                                Kind.of(row.value2()),
                                row.value3().longValueExact()));
        var memo = CLAIM_MEMO_RELEASE;
        sql.select(memo.CHARGE, sum(memo.AMOUNT))
                .from(memo)
                .where(memo.BOOK_ID.eq(body.value()))
                .and(assessment == null ? noCondition() : memo.CHARGE.startsWith(assessment + "/"))
                .and(memo.KNOWN_AT.le(known))
                .and(as.asOf() == null ? noCondition() : memo.DATED_ON.le(as.asOf()))
                .groupBy(memo.CHARGE)
                .forEach(row ->
                        add(sums, row.value1(), Kind.MEMO_RELEASE, row.value2().longValueExact()));
        return sums;
    }

    private static void add(Map<String, Sums> sums, String charge, Kind kind, long amount) {
        sums.put(charge, sums.getOrDefault(charge, Sums.NONE).plus(kind, amount));
    }

    private Map<String, Long> allowances(BodyId body, @Nullable String assessment, As as) {
        var posting = POSTING;
        var balance = sum(posting.AMOUNT);
        return sql.select(posting.CHARGE, balance)
                .from(posting)
                .join(ACCOUNT)
                .on(ACCOUNT.BOOK_ID.eq(posting.BOOK_ID))
                .and(ACCOUNT.ACCOUNT_ID.eq(posting.ACCOUNT_ID))
                .where(posting.BOOK_ID.eq(body.value()))
                .and(ACCOUNT.CODE.eq(ClaimEntries.ALLOWANCE.value()))
                .and(
                        assessment == null
                                ? posting.CHARGE.isNotNull()
                                : posting.CHARGE.startsWith(assessment + "/"))
                .and(OpenItemRepository.known(body, as))
                .groupBy(posting.CHARGE)
                .having(balance.ne(BigDecimal.ZERO))
                .fetchMap(row -> row.value1(), row -> -row.value2().longValueExact());
    }

    /**
     * What assessments and later figures that stand have charged on charges that were credited, in
     * minor units: what their entries posted on the other side of the receivable.
     */
    Map<String, Long> charged(BodyId body, As as) {
        var posting = POSTING;
        var paper = CONTRIBUTION_PAPER;
        var undoing = CONTRIBUTION_REVERSAL.as("undoing");
        var undone = CONTRIBUTION_PAPER.as("undone");
        var charging = List.of(Paper.Series.AS.name(), Paper.Series.TU.name());
        return sql.select(posting.CHARGE, sum(posting.AMOUNT).neg())
                .from(posting)
                .join(ACCOUNT)
                .on(ACCOUNT.BOOK_ID.eq(posting.BOOK_ID))
                .and(ACCOUNT.ACCOUNT_ID.eq(posting.ACCOUNT_ID))
                .leftJoin(paper)
                .on(paper.BOOK_ID.eq(posting.BOOK_ID))
                .and(paper.ENTRY_NO.eq(posting.ENTRY_NO))
                .and(paper.SERIES.in(charging))
                .leftJoin(undoing)
                .on(undoing.BOOK_ID.eq(posting.BOOK_ID))
                .and(undoing.ENTRY_NO.eq(posting.ENTRY_NO))
                .leftJoin(undone)
                .on(undone.BOOK_ID.eq(undoing.BOOK_ID))
                .and(undone.CODE.eq(undoing.CODE))
                .and(undone.SERIES.in(charging))
                .where(posting.BOOK_ID.eq(body.value()))
                .and(paper.CODE.isNotNull().or(undone.CODE.isNotNull()))
                .and(
                        ACCOUNT.CODE.notIn(
                                Entries.DUES_RECEIVABLE.value(),
                                Entries.PROJECT_RECEIVABLE.value(),
                                Entries.PREPAID.value()))
                .and(
                        posting.CHARGE.in(
                                select(CLAIM_PAPER.CHARGE)
                                        .from(CLAIM_PAPER)
                                        .where(CLAIM_PAPER.BOOK_ID.eq(body.value()))))
                .and(OpenItemRepository.known(body, as))
                .groupBy(posting.CHARGE)
                .fetchMap(row -> row.value1(), row -> row.value2().longValueExact());
    }

    /** The least allowance that a charge has on any day from then on, in minor units. */
    long leastAllowance(BodyId body, String charge, LocalDate from) {
        var posting = POSTING;
        var least = 0L;
        var then = 0L;
        for (var row :
                sql.select(posting.ENTRY_DATE, sum(posting.AMOUNT))
                        .from(posting)
                        .join(ACCOUNT)
                        .on(ACCOUNT.BOOK_ID.eq(posting.BOOK_ID))
                        .and(ACCOUNT.ACCOUNT_ID.eq(posting.ACCOUNT_ID))
                        .where(posting.BOOK_ID.eq(body.value()))
                        .and(ACCOUNT.CODE.eq(ClaimEntries.ALLOWANCE.value()))
                        .and(posting.CHARGE.eq(charge))
                        .and(OpenItemRepository.known(body, As.now(from)))
                        .groupBy(posting.ENTRY_DATE)
                        .orderBy(posting.ENTRY_DATE)
                        .fetch()) {
            then = Math.subtractExact(then, row.value2().longValueExact());
            least = row.value1().isAfter(from) ? Math.min(least, then) : then;
        }
        return least;
    }

    /**
     * What happened to a charge.
     *
     * @param entryNo of the paper; for a claim that was given up the entry then known
     */
    record Event(Kind kind, String charge, Dated paper, long entryNo, long amount) {}

    /** What happened to the charges of an assessment, also what was undone since, in order. */
    List<Event> ofAssessment(BodyId body, String assessment) {
        var claim = CLAIM_PAPER;
        var events = new ArrayList<Event>();
        sql.select(claim.fields())
                .select(
                        CONTRIBUTION_PAPER.CODE,
                        CONTRIBUTION_PAPER.DATED_ON,
                        CONTRIBUTION_PAPER.ENTRY_NO,
                        CONTRIBUTION_REVERSAL.REVERSED_ON)
                .from(claim)
                .join(CONTRIBUTION_PAPER)
                .on(CONTRIBUTION_PAPER.BOOK_ID.eq(claim.BOOK_ID))
                .and(CONTRIBUTION_PAPER.CODE.eq(claim.CODE))
                .leftJoin(CONTRIBUTION_REVERSAL)
                .on(CONTRIBUTION_REVERSAL.BOOK_ID.eq(claim.BOOK_ID))
                .and(CONTRIBUTION_REVERSAL.CODE.eq(claim.CODE))
                .where(claim.BOOK_ID.eq(body.value()))
                .and(claim.CHARGE.startsWith(assessment + "/"))
                .forEach(row ->
                        events.add(
                                new Event(
                                        Kind.of(row.get(claim.KIND)),
                                        row.get(claim.CHARGE),
                                        PaperRepository.dated(row),
                                        row.get(CONTRIBUTION_PAPER.ENTRY_NO),
                                        row.get(claim.AMOUNT))));
        var memo = CLAIM_MEMO_RELEASE;
        sql.selectFrom(memo)
                .where(memo.BOOK_ID.eq(body.value()))
                .and(memo.CHARGE.startsWith(assessment + "/"))
                .forEach(row ->
                        events.add(
                                new Event(
                                        Kind.MEMO_RELEASE,
                                        row.getCharge(),
                                        new Dated(row.getCode(), row.getDatedOn(), null),
                                        row.getKnownAt(),
                                        row.getAmount())));
        events.sort(Comparator.comparingLong(Event::entryNo));
        return events;
    }

    /**
     * The papers within reach, the oldest first.
     *
     * @param assessment null for all
     */
    List<ClaimPaper> papers(
            BodyId body, Reach reach, @Nullable String assessment, Currency currency) {
        return papers(
                body,
                reach,
                assessment == null
                        ? noCondition()
                        : CLAIM_PAPER.CHARGE.startsWith(assessment + "/"),
                currency);
    }

    /** The paper, if it is within reach. */
    Optional<ClaimPaper> paper(BodyId body, Reach reach, String code, Currency currency) {
        return papers(body, reach, CLAIM_PAPER.CODE.eq(code), currency).stream().findFirst();
    }

    private List<ClaimPaper> papers(BodyId body, Reach reach, Condition which, Currency currency) {
        var claim = CLAIM_PAPER;
        return sql.select(claim.fields())
                .select(CONTRIBUTION_PAPER.fields())
                .select(CONTRIBUTION_REVERSAL.fields())
                .select(BOOK_PARTY.CODE, BOOK_PARTY.NAME)
                .from(claim)
                .join(CONTRIBUTION_PAPER)
                .on(CONTRIBUTION_PAPER.BOOK_ID.eq(claim.BOOK_ID))
                .and(CONTRIBUTION_PAPER.CODE.eq(claim.CODE))
                .join(BOOK_PARTY)
                .on(BOOK_PARTY.BOOK_ID.eq(claim.BOOK_ID))
                .and(BOOK_PARTY.PARTY_ID.eq(claim.PARTY_ID))
                .leftJoin(CONTRIBUTION_REVERSAL)
                .on(CONTRIBUTION_REVERSAL.BOOK_ID.eq(claim.BOOK_ID))
                .and(CONTRIBUTION_REVERSAL.CODE.eq(claim.CODE))
                .where(claim.BOOK_ID.eq(body.value()))
                .and(OpenItemRepository.parties(claim.PARTY_ID, reach, null))
                // What the body thinks of its debtors is its own matter
                .and(
                        reach.everything()
                                ? noCondition()
                                : claim.KIND.notIn(Kind.ALLOWANCE.code(), Kind.RELEASE.code()))
                .and(which)
                .orderBy(CONTRIBUTION_PAPER.ENTRY_NO)
                .fetch(row -> paper(row, currency));
    }

    private static ClaimPaper paper(Record row, Currency currency) {
        var claim = CLAIM_PAPER;
        var charge = row.get(claim.CHARGE);
        return new ClaimPaper(
                PaperRepository.paper(row),
                Kind.of(row.get(claim.KIND)),
                charge.substring(0, charge.indexOf('/')),
                charge,
                row.get(BOOK_PARTY.CODE),
                row.get(BOOK_PARTY.NAME),
                new Money(currency, row.get(claim.AMOUNT)),
                new Money(currency, row.get(claim.PROVIDED)),
                row.get(claim.DOCUMENT),
                row.get(claim.WISH));
    }

    /**
     * The claims given up within reach, the oldest first.
     *
     * @param assessment null for all
     */
    List<MemoRelease> releases(
            BodyId body, Reach reach, @Nullable String assessment, Currency currency) {
        var memo = CLAIM_MEMO_RELEASE;
        return sql.select(memo.fields())
                .select(ASSESSMENT_SHARE.ASSESSMENT, BOOK_PARTY.CODE, BOOK_PARTY.NAME)
                .from(memo)
                .join(ASSESSMENT_SHARE)
                .on(ASSESSMENT_SHARE.BOOK_ID.eq(memo.BOOK_ID))
                .and(ASSESSMENT_SHARE.CHARGE.eq(memo.CHARGE))
                .join(BOOK_PARTY)
                .on(BOOK_PARTY.BOOK_ID.eq(memo.BOOK_ID))
                .and(BOOK_PARTY.PARTY_ID.eq(ASSESSMENT_SHARE.PARTY_ID))
                .where(memo.BOOK_ID.eq(body.value()))
                .and(OpenItemRepository.parties(ASSESSMENT_SHARE.PARTY_ID, reach, null))
                .and(assessment == null ? noCondition() : memo.CHARGE.startsWith(assessment + "/"))
                .orderBy(memo.RECORDED_AT, memo.CODE)
                .fetch(row ->
                        new MemoRelease(
                                row.get(memo.CODE),
                                row.get(ASSESSMENT_SHARE.ASSESSMENT),
                                row.get(memo.CHARGE),
                                row.get(BOOK_PARTY.CODE),
                                row.get(BOOK_PARTY.NAME),
                                new Money(currency, row.get(memo.AMOUNT)),
                                row.get(memo.DATED_ON),
                                row.get(memo.DOCUMENT),
                                row.get(memo.REASON),
                                row.get(memo.KNOWN_AT),
                                row.get(memo.WISH),
                                row.get(memo.RECORDED_BY),
                                row.get(memo.RECORDED_AT).toInstant(ZoneOffset.UTC)));
    }
}
