package id.patungan.statements;

import static id.patungan.platform.schema.Tables.ACCOUNT;
import static id.patungan.platform.schema.Tables.ASSESSMENT;
import static id.patungan.platform.schema.Tables.ASSESSMENT_SHARE;
import static id.patungan.platform.schema.Tables.BOOK_HEAD;
import static id.patungan.platform.schema.Tables.BOOK_PARTY;
import static id.patungan.platform.schema.Tables.CONTRIBUTION_PAPER;
import static id.patungan.platform.schema.Tables.JOURNAL_ENTRY;
import static id.patungan.platform.schema.Tables.POSTING;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import id.patungan.basics.AccountCode;
import id.patungan.basics.BodyId;
import id.patungan.basics.PartyId;
import id.patungan.contributions.Contributions;
import id.patungan.platform.Reach;
import id.patungan.statements.RegionStatement.Known;
import id.patungan.statements.RegionStatement.Party;
import id.patungan.statements.RegionStatement.Share;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The database's own sums over the postings of a party, with which a statement is compared, and who
 * has postings at all. Deliberately not the journal's reads: two ways must lead to one figure.
 */
@Repository
class StatementRepository {

    private static final List<String> ACCOUNTS =
            Contributions.STATEMENT_ACCOUNTS.stream().map(AccountCode::value).sorted().toList();

    private final DSLContext sql;

    StatementRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** A party that a statement can be made of. */
    record Charged(PartyId id, Party party) {}

    /** The balances of a party on each account before a day, in minor units. */
    Map<String, Long> balances(BodyId body, PartyId party, LocalDate before, long knownAt) {
        var balances = new TreeMap<String, Long>();
        sql.select(ACCOUNT.CODE, sum(POSTING.AMOUNT))
                .from(POSTING)
                .join(ACCOUNT)
                .on(ACCOUNT.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(ACCOUNT.ACCOUNT_ID.eq(POSTING.ACCOUNT_ID))
                .where(POSTING.BOOK_ID.eq(body.value()))
                .and(POSTING.PARTY_ID.eq(party.value()))
                .and(POSTING.ENTRY_NO.le(knownAt))
                .and(POSTING.ENTRY_DATE.lt(before))
                .and(ACCOUNT.CODE.in(ACCOUNTS))
                .groupBy(ACCOUNT.CODE)
                .forEach(row -> balances.put(row.value1(), minor(row.value2())));
        return balances;
    }

    /** The party of that code, whether it has postings or not. */
    Optional<Charged> party(BodyId body, String code) {
        return sql.select(BOOK_PARTY.PARTY_ID, BOOK_PARTY.CODE, BOOK_PARTY.NAME)
                .from(BOOK_PARTY)
                .where(BOOK_PARTY.BOOK_ID.eq(body.value()))
                .and(BOOK_PARTY.CODE.eq(code))
                .fetchOptional(row ->
                        new Charged(
                                new PartyId(row.value1()), new Party(row.value2(), row.value3())));
    }

    /** Every party within reach with postings on a statement's accounts, with its balances. */
    List<Statements.Line> lines(
            BodyId body, Reach reach, LocalDate from, LocalDate until, long knownAt) {
        var opening = sum(when(POSTING.ENTRY_DATE.lt(from), POSTING.AMOUNT).otherwise(0L));
        var closing = sum(POSTING.AMOUNT);
        return sql.select(BOOK_PARTY.CODE, max(BOOK_PARTY.NAME), opening, closing)
                .from(POSTING)
                .join(ACCOUNT)
                .on(ACCOUNT.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(ACCOUNT.ACCOUNT_ID.eq(POSTING.ACCOUNT_ID))
                .join(BOOK_PARTY)
                .on(BOOK_PARTY.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(BOOK_PARTY.PARTY_ID.eq(POSTING.PARTY_ID))
                .where(POSTING.BOOK_ID.eq(body.value()))
                .and(POSTING.ENTRY_NO.le(knownAt))
                .and(POSTING.ENTRY_DATE.lt(until))
                .and(ACCOUNT.CODE.in(ACCOUNTS))
                .and(within(reach))
                .groupBy(BOOK_PARTY.CODE)
                .orderBy(BOOK_PARTY.CODE)
                .fetch(row ->
                        new Statements.Line(
                                new Party(row.value1(), row.value2()),
                                minor(row.value3()),
                                minor(row.value4())));
    }

    /** The day of the last posting within reach on a statement's accounts. */
    Optional<LocalDate> lastDay(BodyId body, Reach reach) {
        return Optional.ofNullable(
                sql.select(max(POSTING.ENTRY_DATE))
                        .from(POSTING)
                        .join(ACCOUNT)
                        .on(ACCOUNT.BOOK_ID.eq(POSTING.BOOK_ID))
                        .and(ACCOUNT.ACCOUNT_ID.eq(POSTING.ACCOUNT_ID))
                        .join(BOOK_HEAD)
                        .on(BOOK_HEAD.BOOK_ID.eq(POSTING.BOOK_ID))
                        .where(POSTING.BOOK_ID.eq(body.value()))
                        .and(POSTING.PARTY_ID.isNotNull())
                        .and(POSTING.ENTRY_NO.le(BOOK_HEAD.LAST_NO))
                        .and(ACCOUNT.CODE.in(ACCOUNTS))
                        .and(within(reach))
                        .fetchSingle()
                        .value1());
    }

    /** What a party bears of each assessment issued in the period and not cancelled since. */
    List<Share> shares(BodyId body, PartyId party, LocalDate from, LocalDate until, long knownAt) {
        return sql.select(
                        CONTRIBUTION_PAPER.CODE,
                        CONTRIBUTION_PAPER.DESCRIPTION,
                        ASSESSMENT_SHARE.SHARE,
                        ASSESSMENT.TOTAL)
                .from(ASSESSMENT_SHARE)
                .join(ASSESSMENT)
                .on(ASSESSMENT.BOOK_ID.eq(ASSESSMENT_SHARE.BOOK_ID))
                .and(ASSESSMENT.CODE.eq(ASSESSMENT_SHARE.ASSESSMENT))
                .join(CONTRIBUTION_PAPER)
                .on(CONTRIBUTION_PAPER.BOOK_ID.eq(ASSESSMENT_SHARE.BOOK_ID))
                .and(CONTRIBUTION_PAPER.CODE.eq(ASSESSMENT_SHARE.ASSESSMENT))
                .where(issued(body, party, from, until, knownAt))
                .orderBy(CONTRIBUTION_PAPER.CODE)
                .fetch(row -> new Share(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** The agreements and articles on which these assessments rest. */
    List<String> legalBases(
            BodyId body, PartyId party, LocalDate from, LocalDate until, long knownAt) {
        var articles = new LinkedHashMap<String, List<String>>();
        sql.selectDistinct(ASSESSMENT.LEGAL_BASIS, ASSESSMENT.ARTICLE)
                .from(ASSESSMENT_SHARE)
                .join(ASSESSMENT)
                .on(ASSESSMENT.BOOK_ID.eq(ASSESSMENT_SHARE.BOOK_ID))
                .and(ASSESSMENT.CODE.eq(ASSESSMENT_SHARE.ASSESSMENT))
                .join(CONTRIBUTION_PAPER)
                .on(CONTRIBUTION_PAPER.BOOK_ID.eq(ASSESSMENT_SHARE.BOOK_ID))
                .and(CONTRIBUTION_PAPER.CODE.eq(ASSESSMENT_SHARE.ASSESSMENT))
                .where(issued(body, party, from, until, knownAt))
                .orderBy(ASSESSMENT.LEGAL_BASIS, ASSESSMENT.ARTICLE)
                .forEach(row ->
                        articles.computeIfAbsent(row.value1(), basis -> new ArrayList<>())
                                .add(row.value2()));
        return articles.entrySet().stream()
                .map(basis -> basis.getKey() + ", " + String.join(", ", basis.getValue()))
                .toList();
    }

    /** The head of the chain at an entry. */
    Optional<Known> known(BodyId body, long entryNo) {
        return sql.select(JOURNAL_ENTRY.ENTRY_NO, JOURNAL_ENTRY.HASH, JOURNAL_ENTRY.RECORDED_AT)
                .from(JOURNAL_ENTRY)
                .where(JOURNAL_ENTRY.BOOK_ID.eq(body.value()))
                .and(JOURNAL_ENTRY.ENTRY_NO.eq(entryNo))
                .fetchOptional(row ->
                        new Known(
                                row.value1(),
                                HexFormat.of().formatHex(row.value2()),
                                row.value3().toInstant(ZoneOffset.UTC)));
    }

    private static Condition issued(
            BodyId body, PartyId party, LocalDate from, LocalDate until, long knownAt) {
        var reversal = JOURNAL_ENTRY.as("reversal");
        return ASSESSMENT_SHARE
                .BOOK_ID
                .eq(body.value())
                .and(ASSESSMENT_SHARE.PARTY_ID.eq(party.value()))
                .and(ASSESSMENT_SHARE.SHARE.gt(0L))
                .and(CONTRIBUTION_PAPER.DATED_ON.ge(from))
                .and(CONTRIBUTION_PAPER.DATED_ON.lt(until))
                .and(CONTRIBUTION_PAPER.ENTRY_NO.le(knownAt))
                .andNotExists(
                        selectOne()
                                .from(reversal)
                                .where(reversal.BOOK_ID.eq(CONTRIBUTION_PAPER.BOOK_ID))
                                .and(reversal.REVERSES_NO.eq(CONTRIBUTION_PAPER.ENTRY_NO))
                                .and(reversal.ENTRY_NO.le(knownAt)));
    }

    private static Condition within(Reach reach) {
        return reach.everything()
                ? noCondition()
                : POSTING.PARTY_ID.in(reach.parties().stream().map(PartyId::value).toList());
    }

    private static long minor(@Nullable BigDecimal sum) {
        return sum == null ? 0 : sum.longValueExact();
    }
}
