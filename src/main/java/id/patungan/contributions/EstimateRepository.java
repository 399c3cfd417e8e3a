package id.patungan.contributions;

import static id.patungan.platform.schema.Tables.ACCOUNT;
import static id.patungan.platform.schema.Tables.AGREEMENT;
import static id.patungan.platform.schema.Tables.BOOK_PARTY;
import static id.patungan.platform.schema.Tables.CONTRIBUTION_PAPER;
import static id.patungan.platform.schema.Tables.CONTRIBUTION_REVERSAL;
import static id.patungan.platform.schema.Tables.DUES_ESTIMATE;
import static id.patungan.platform.schema.Tables.DUES_ESTIMATE_SHARE;
import static id.patungan.platform.schema.Tables.ESTIMATE_BILLING;
import static id.patungan.platform.schema.Tables.POSTING;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import id.patungan.basics.BodyId;
import id.patungan.basics.Money;
import id.patungan.contributions.rules.LegalGround;
import id.patungan.platform.Reach;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Estimates of dues, and the assessments that bill them. */
@Repository
class EstimateRepository {

    private final DSLContext sql;

    EstimateRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** The code of what is estimated of a party, as postings name it. */
    static String charge(String estimate, String party) {
        return estimate + "/" + party;
    }

    void insert(
            BodyId body,
            String code,
            NewAssessment wish,
            Calculation calculation,
            LegalGround ground,
            AssessmentRepository.Frozen frozen) {
        var table = DUES_ESTIMATE;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.CODE, code)
                .set(table.FOR_YEAR, (short) wish.year())
                .set(table.FUND, wish.fund().value())
                .set(table.CURRENCY, calculation.total().currency().getCurrencyCode())
                .set(table.TOTAL, calculation.total().minorUnits())
                .set(table.AGREEMENT_ID, ground.agreementId())
                .set(table.ARTICLE, ground.article())
                .set(table.LEGAL_BASIS, ground.text())
                .set(table.RULE_TEXT, frozen.rule())
                .set(table.INPUTS, frozen.inputs())
                .set(table.RESULT, frozen.result())
                .set(table.DIGEST, frozen.digest())
                .execute();
        var share = DUES_ESTIMATE_SHARE;
        var position = 0;
        for (var part : calculation.parts()) {
            sql.insertInto(share)
                    .set(share.BOOK_ID, body.value())
                    .set(share.ESTIMATE, code)
                    .set(share.PARTY_ID, part.id().value())
                    .set(share.POSITION, ++position)
                    .set(share.CHARGE, charge(code, part.party()))
                    .set(share.SHARE, part.share().share().minorUnits())
                    .set(share.MEMBER, (byte) (part.member() ? 1 : 0))
                    .execute();
        }
    }

    void insertBilling(BodyId body, String assessment, String estimate) {
        var table = ESTIMATE_BILLING;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.ASSESSMENT, assessment)
                .set(table.ESTIMATE, estimate)
                .execute();
    }

    /** An estimate as stored, with the shares within reach. */
    record Stored(
            Paper paper,
            int year,
            String fund,
            Money total,
            LegalBasis legalBasis,
            String legalText,
            AssessmentRepository.Frozen frozen,
            List<DuesEstimate.Share> shares) {}

    /**
     * The estimates of which a share is within reach, the newest first; one if its code is given.
     */
    List<Stored> estimates(BodyId body, Reach reach, @Nullable String code) {
        var table = DUES_ESTIMATE;
        var shares = shares(body, reach, code);
        return sql.select(table.fields())
                .select(CONTRIBUTION_PAPER.fields())
                .select(CONTRIBUTION_REVERSAL.fields())
                .select(AGREEMENT.CODE)
                .from(table)
                .join(CONTRIBUTION_PAPER)
                .on(CONTRIBUTION_PAPER.BOOK_ID.eq(table.BOOK_ID))
                .and(CONTRIBUTION_PAPER.CODE.eq(table.CODE))
                .join(AGREEMENT)
                .on(AGREEMENT.AGREEMENT_ID.eq(table.AGREEMENT_ID))
                .leftJoin(CONTRIBUTION_REVERSAL)
                .on(CONTRIBUTION_REVERSAL.BOOK_ID.eq(table.BOOK_ID))
                .and(CONTRIBUTION_REVERSAL.CODE.eq(table.CODE))
                .where(table.BOOK_ID.eq(body.value()))
                .and(code == null ? noCondition() : table.CODE.eq(code))
                .and(table.CODE.in(shares.keySet()))
                .orderBy(CONTRIBUTION_PAPER.ENTRY_NO.desc())
                .fetch(row -> stored(row, shares.getOrDefault(row.get(table.CODE), List.of())));
    }

    private static Stored stored(Record row, List<DuesEstimate.Share> shares) {
        var table = DUES_ESTIMATE;
        return new Stored(
                PaperRepository.paper(row),
                row.get(table.FOR_YEAR),
                row.get(table.FUND),
                new Money(Currency.getInstance(row.get(table.CURRENCY)), row.get(table.TOTAL)),
                new LegalBasis(row.get(AGREEMENT.CODE), row.get(table.ARTICLE)),
                row.get(table.LEGAL_BASIS),
                new AssessmentRepository.Frozen(
                        row.get(table.RULE_TEXT),
                        row.get(table.INPUTS),
                        row.get(table.RESULT),
                        row.get(table.DIGEST)),
                shares);
    }

    private Map<String, List<DuesEstimate.Share>> shares(
            BodyId body, Reach reach, @Nullable String code) {
        var share = DUES_ESTIMATE_SHARE;
        return sql.select(share.fields())
                .select(BOOK_PARTY.CODE, BOOK_PARTY.NAME, DUES_ESTIMATE.CURRENCY)
                .from(share)
                .join(DUES_ESTIMATE)
                .on(DUES_ESTIMATE.BOOK_ID.eq(share.BOOK_ID))
                .and(DUES_ESTIMATE.CODE.eq(share.ESTIMATE))
                .join(BOOK_PARTY)
                .on(BOOK_PARTY.BOOK_ID.eq(share.BOOK_ID))
                .and(BOOK_PARTY.PARTY_ID.eq(share.PARTY_ID))
                .where(share.BOOK_ID.eq(body.value()))
                .and(code == null ? noCondition() : share.ESTIMATE.eq(code))
                .and(OpenItemRepository.parties(share.PARTY_ID, reach, null))
                .orderBy(share.ESTIMATE, share.POSITION)
                .fetchGroups(
                        row -> row.get(share.ESTIMATE),
                        row ->
                                new DuesEstimate.Share(
                                        row.get(BOOK_PARTY.CODE),
                                        row.get(BOOK_PARTY.NAME),
                                        row.get(share.CHARGE),
                                        new Money(
                                                Currency.getInstance(
                                                        row.get(DUES_ESTIMATE.CURRENCY)),
                                                row.get(share.SHARE)),
                                        row.get(share.MEMBER) != 0));
    }

    /** The assessments that billed each estimate, by its code; also those cancelled since. */
    Map<String, List<Dated>> billings(BodyId body, @Nullable String estimate) {
        var table = ESTIMATE_BILLING;
        return sql.select(
                        table.ESTIMATE,
                        CONTRIBUTION_PAPER.CODE,
                        CONTRIBUTION_PAPER.DATED_ON,
                        CONTRIBUTION_REVERSAL.REVERSED_ON)
                .from(table)
                .join(CONTRIBUTION_PAPER)
                .on(CONTRIBUTION_PAPER.BOOK_ID.eq(table.BOOK_ID))
                .and(CONTRIBUTION_PAPER.CODE.eq(table.ASSESSMENT))
                .leftJoin(CONTRIBUTION_REVERSAL)
                .on(CONTRIBUTION_REVERSAL.BOOK_ID.eq(table.BOOK_ID))
                .and(CONTRIBUTION_REVERSAL.CODE.eq(table.ASSESSMENT))
                .where(table.BOOK_ID.eq(body.value()))
                .and(estimate == null ? noCondition() : table.ESTIMATE.eq(estimate))
                .orderBy(CONTRIBUTION_PAPER.ENTRY_NO)
                .fetchGroups(row -> row.get(table.ESTIMATE), PaperRepository::dated);
    }

    /**
     * What should stand on 11330 by charge up to an entry: estimates that stand and are not billed.
     */
    Map<String, Long> expected(BodyId body, long knownAt) {
        var share = DUES_ESTIMATE_SHARE;
        var paper = CONTRIBUTION_PAPER;
        var undone = CONTRIBUTION_REVERSAL;
        var billing = ESTIMATE_BILLING;
        var bill = CONTRIBUTION_PAPER.as("bill");
        var unbilled = CONTRIBUTION_REVERSAL.as("unbilled");
        var expected = new TreeMap<String, Long>();
        sql.select(share.CHARGE, BOOK_PARTY.CODE, share.SHARE)
                .from(share)
                .join(paper)
                .on(paper.BOOK_ID.eq(share.BOOK_ID))
                .and(paper.CODE.eq(share.ESTIMATE))
                .join(BOOK_PARTY)
                .on(BOOK_PARTY.BOOK_ID.eq(share.BOOK_ID))
                .and(BOOK_PARTY.PARTY_ID.eq(share.PARTY_ID))
                .leftJoin(undone)
                .on(undone.BOOK_ID.eq(share.BOOK_ID))
                .and(undone.CODE.eq(share.ESTIMATE))
                .and(undone.ENTRY_NO.le(knownAt))
                .where(share.BOOK_ID.eq(body.value()))
                .and(share.SHARE.gt(0L))
                .and(paper.ENTRY_NO.le(knownAt))
                .and(undone.CODE.isNull())
                .andNotExists(
                        select(billing.ASSESSMENT)
                                .from(billing)
                                .join(bill)
                                .on(bill.BOOK_ID.eq(billing.BOOK_ID))
                                .and(bill.CODE.eq(billing.ASSESSMENT))
                                .leftJoin(unbilled)
                                .on(unbilled.BOOK_ID.eq(billing.BOOK_ID))
                                .and(unbilled.CODE.eq(billing.ASSESSMENT))
                                .and(unbilled.ENTRY_NO.le(knownAt))
                                .where(billing.BOOK_ID.eq(share.BOOK_ID))
                                .and(billing.ESTIMATE.eq(share.ESTIMATE))
                                .and(bill.ENTRY_NO.le(knownAt))
                                .and(unbilled.CODE.isNull()))
                .forEach(row -> expected.put(row.value2() + " " + row.value1(), row.value3()));
        return expected;
    }

    /** What stands on 11330 by party and charge up to an entry; what is zero is left out. */
    Map<String, Long> posted(BodyId body, long knownAt) {
        var posting = POSTING;
        var balance = sum(posting.AMOUNT);
        var posted = new TreeMap<String, Long>();
        sql.select(BOOK_PARTY.CODE, posting.CHARGE, balance)
                .from(posting)
                .join(ACCOUNT)
                .on(ACCOUNT.BOOK_ID.eq(posting.BOOK_ID))
                .and(ACCOUNT.ACCOUNT_ID.eq(posting.ACCOUNT_ID))
                .leftJoin(BOOK_PARTY)
                .on(BOOK_PARTY.BOOK_ID.eq(posting.BOOK_ID))
                .and(BOOK_PARTY.PARTY_ID.eq(posting.PARTY_ID))
                .where(posting.BOOK_ID.eq(body.value()))
                .and(ACCOUNT.CODE.eq(Entries.UNBILLED.value()))
                .and(posting.ENTRY_NO.le(knownAt))
                .groupBy(BOOK_PARTY.CODE, posting.CHARGE)
                .having(balance.ne(java.math.BigDecimal.ZERO))
                .forEach(row ->
                        posted.put(
                                row.value1() + " " + row.value2(), row.value3().longValueExact()));
        return posted;
    }
}
