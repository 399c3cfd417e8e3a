package id.patungan.contributions;

import static id.patungan.platform.schema.Tables.AGREEMENT;
import static id.patungan.platform.schema.Tables.ASSESSMENT;
import static id.patungan.platform.schema.Tables.ASSESSMENT_SHARE;
import static id.patungan.platform.schema.Tables.BOOK_PARTY;
import static id.patungan.platform.schema.Tables.CONTRIBUTION_PAPER;
import static id.patungan.platform.schema.Tables.CONTRIBUTION_REVERSAL;
import static id.patungan.platform.schema.Tables.EARNING;
import static id.patungan.platform.schema.Tables.SHARING_RULE_VERSION;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import id.patungan.basics.BodyId;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;
import id.patungan.contributions.rules.LegalGround;
import id.patungan.contributions.rules.RuleReference;
import id.patungan.platform.Reach;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Issued assessments with their shares and earnings. */
@Repository
class AssessmentRepository {

    private final DSLContext sql;
    private final InstalmentRepository instalments;

    AssessmentRepository(DSLContext sql, InstalmentRepository instalments) {
        this.sql = sql;
        this.instalments = instalments;
    }

    /** The frozen parts of an assessment, as stored. */
    record Frozen(String rule, String inputs, String result, String digest) {}

    /** The head of an assessment; what belongs to the whole is left to the service to show. */
    record Header(
            Paper paper,
            NewAssessment.Kind kind,
            int year,
            String fund,
            @Nullable String project,
            Money total,
            List<LocalDate> dues,
            LegalBasis legalBasis,
            String legalText,
            @Nullable RuleReference rule,
            Frozen frozen) {

        /** The day on which it, or its first instalment, falls due. */
        LocalDate due() {
            return dues.getFirst();
        }
    }

    /** A stored share. */
    record StoredShare(
            String party,
            String name,
            String charge,
            @Nullable String unit,
            Money share,
            Fraction quota,
            @Nullable String bound,
            Money rounding,
            boolean member,
            @Nullable Basis basis) {}

    void insert(
            BodyId body,
            String code,
            NewAssessment wish,
            Calculation calculation,
            LegalGround ground,
            Frozen frozen) {
        var table = ASSESSMENT;
        var total = calculation.total();
        var rule = calculation.reference();
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.CODE, code)
                .set(table.KIND, wish.kind().code())
                .set(table.FOR_YEAR, (short) wish.year())
                .set(table.FUND, wish.fund().value())
                .set(table.PROJECT, wish.project())
                .set(table.CURRENCY, total.currency().getCurrencyCode())
                .set(table.TOTAL, total.minorUnits())
                .set(table.DUE_ON, wish.due())
                .set(table.AGREEMENT_ID, ground.agreementId())
                .set(table.ARTICLE, ground.article())
                .set(table.LEGAL_BASIS, ground.text())
                .set(table.RULE_CODE, rule == null ? null : rule.code())
                .set(table.RULE_VERSION, rule == null ? null : rule.version())
                .set(table.RULE_TEXT, frozen.rule())
                .set(table.INPUTS, frozen.inputs())
                .set(table.RESULT, frozen.result())
                .set(table.DIGEST, frozen.digest())
                .execute();
        instalments.insert(body, code, wish.instalments(), calculation.shares().unit());
    }

    void insertShares(BodyId body, String code, List<Calculation.Part> parts) {
        var table = ASSESSMENT_SHARE;
        var insert =
                sql.insertInto(
                        table,
                        table.BOOK_ID,
                        table.ASSESSMENT,
                        table.PARTY_ID,
                        table.POSITION,
                        table.CHARGE,
                        table.UNIT,
                        table.SHARE,
                        table.QUOTA,
                        table.BOUND,
                        table.ROUNDING,
                        table.MEMBER,
                        table.BASIS,
                        table.BASIS_NOTE);
        var position = 0;
        for (var part : parts) {
            var share = part.share();
            insert =
                    insert.values(
                            body.value(),
                            code,
                            part.id().value(),
                            ++position,
                            charge(code, part.party()),
                            part.unit(),
                            share.share().minorUnits(),
                            share.quota().toString(),
                            share.bound() == null ? null : share.bound().code(),
                            share.rounding().toDecimal().toPlainString(),
                            (byte) (part.member() ? 1 : 0),
                            PaperRepository.kind(part.basis()),
                            PaperRepository.note(part.basis()));
        }
        insert.execute();
    }

    /** The code of the open item of a party in an assessment. */
    static String charge(String assessment, String party) {
        return assessment + "/" + party;
    }

    void insertEarning(BodyId body, String code, String assessment, boolean cost, Money amount) {
        var table = EARNING;
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.CODE, code)
                .set(table.KIND, cost ? "cost" : "dues")
                .set(table.ASSESSMENT, assessment)
                .set(table.AMOUNT, amount.minorUnits())
                .execute();
    }

    /** Assessments of which some share is within reach, the newest first. */
    List<Header> headers(BodyId body, Reach reach, @Nullable Integer year) {
        return headers(body, reach, year, null);
    }

    /** The assessment, if some share of it is within reach. */
    Optional<Header> header(BodyId body, Reach reach, String code) {
        return headers(body, reach, null, code).stream().findFirst();
    }

    private List<Header> headers(
            BodyId body, Reach reach, @Nullable Integer year, @Nullable String code) {
        var share = ASSESSMENT_SHARE;
        var found =
                sql.select(ASSESSMENT.fields())
                        .select(CONTRIBUTION_PAPER.fields())
                        .select(CONTRIBUTION_REVERSAL.fields())
                        .select(AGREEMENT.CODE, SHARING_RULE_VERSION.DIGEST)
                        .from(ASSESSMENT)
                        .join(CONTRIBUTION_PAPER)
                        .on(CONTRIBUTION_PAPER.BOOK_ID.eq(ASSESSMENT.BOOK_ID))
                        .and(CONTRIBUTION_PAPER.CODE.eq(ASSESSMENT.CODE))
                        .join(AGREEMENT)
                        .on(AGREEMENT.AGREEMENT_ID.eq(ASSESSMENT.AGREEMENT_ID))
                        .leftJoin(SHARING_RULE_VERSION)
                        .on(SHARING_RULE_VERSION.BOOK_ID.eq(ASSESSMENT.BOOK_ID))
                        .and(SHARING_RULE_VERSION.CODE.eq(ASSESSMENT.RULE_CODE))
                        .and(SHARING_RULE_VERSION.VERSION.eq(ASSESSMENT.RULE_VERSION))
                        .leftJoin(CONTRIBUTION_REVERSAL)
                        .on(CONTRIBUTION_REVERSAL.BOOK_ID.eq(ASSESSMENT.BOOK_ID))
                        .and(CONTRIBUTION_REVERSAL.CODE.eq(ASSESSMENT.CODE))
                        .where(ASSESSMENT.BOOK_ID.eq(body.value()))
                        .and(
                                year == null
                                        ? noCondition()
                                        : ASSESSMENT.FOR_YEAR.eq(year.shortValue()))
                        .and(code == null ? noCondition() : ASSESSMENT.CODE.eq(code))
                        .and(
                                reach.everything()
                                        ? noCondition()
                                        : ASSESSMENT.CODE.in(
                                                select(share.ASSESSMENT)
                                                        .from(share)
                                                        .where(share.BOOK_ID.eq(body.value()))
                                                        .and(
                                                                OpenItemRepository.parties(
                                                                        share.PARTY_ID,
                                                                        reach,
                                                                        null))))
                        .orderBy(
                                CONTRIBUTION_PAPER.FISCAL_YEAR.desc(),
                                CONTRIBUTION_PAPER.NUMBER.desc())
                        .fetch();
        // Read after the assessments: whatever is among them has its days in the database by now
        var terms = instalments.terms(body, code);
        return found.map(row ->
                header(
                        row,
                        terms.getOrDefault(
                                        row.get(ASSESSMENT.CODE),
                                        Schedule.Terms.once(row.get(ASSESSMENT.DUE_ON)))
                                .dues()));
    }

    private static Header header(Record row, List<LocalDate> dues) {
        var currency = Currency.getInstance(row.get(ASSESSMENT.CURRENCY));
        return new Header(
                PaperRepository.paper(row),
                NewAssessment.Kind.of(row.get(ASSESSMENT.KIND)),
                row.get(ASSESSMENT.FOR_YEAR),
                row.get(ASSESSMENT.FUND),
                row.get(ASSESSMENT.PROJECT),
                new Money(currency, row.get(ASSESSMENT.TOTAL)),
                dues,
                new LegalBasis(row.get(AGREEMENT.CODE), row.get(ASSESSMENT.ARTICLE)),
                row.get(ASSESSMENT.LEGAL_BASIS),
                row.get(ASSESSMENT.RULE_CODE) == null
                        ? null
                        : new RuleReference(
                                row.get(ASSESSMENT.RULE_CODE),
                                row.get(ASSESSMENT.RULE_VERSION),
                                row.get(SHARING_RULE_VERSION.DIGEST)),
                new Frozen(
                        row.get(ASSESSMENT.RULE_TEXT),
                        row.get(ASSESSMENT.INPUTS),
                        row.get(ASSESSMENT.RESULT),
                        row.get(ASSESSMENT.DIGEST)));
    }

    /** The shares within reach, in the order of the sheet. */
    List<StoredShare> shares(BodyId body, Reach reach, String code, Currency currency) {
        var share = ASSESSMENT_SHARE;
        return sql.select(share.fields())
                .select(BOOK_PARTY.CODE, BOOK_PARTY.NAME)
                .from(share)
                .join(BOOK_PARTY)
                .on(BOOK_PARTY.BOOK_ID.eq(share.BOOK_ID))
                .and(BOOK_PARTY.PARTY_ID.eq(share.PARTY_ID))
                .where(share.BOOK_ID.eq(body.value()))
                .and(share.ASSESSMENT.eq(code))
                .and(OpenItemRepository.parties(share.PARTY_ID, reach, null))
                .orderBy(share.POSITION)
                .fetch(row ->
                        new StoredShare(
                                row.get(BOOK_PARTY.CODE),
                                row.get(BOOK_PARTY.NAME),
                                row.get(share.CHARGE),
                                row.get(share.UNIT),
                                new Money(currency, row.get(share.SHARE)),
                                Fraction.parse(row.get(share.QUOTA)),
                                row.get(share.BOUND),
                                Money.of(currency, new BigDecimal(row.get(share.ROUNDING))),
                                row.get(share.MEMBER) != 0,
                                PaperRepository.basis(
                                        row.get(share.BASIS), row.get(share.BASIS_NOTE))));
    }

    /** The earnings of an assessment, the oldest first. */
    List<Assessment.Earning> earnings(BodyId body, String assessment, Currency currency) {
        return earnings(body, currency, EARNING.ASSESSMENT.eq(assessment));
    }

    private List<Assessment.Earning> earnings(
            BodyId body, Currency currency, org.jooq.Condition which) {
        return sql.select(EARNING.fields())
                .select(CONTRIBUTION_PAPER.fields())
                .select(CONTRIBUTION_REVERSAL.fields())
                .from(EARNING)
                .join(CONTRIBUTION_PAPER)
                .on(CONTRIBUTION_PAPER.BOOK_ID.eq(EARNING.BOOK_ID))
                .and(CONTRIBUTION_PAPER.CODE.eq(EARNING.CODE))
                .leftJoin(CONTRIBUTION_REVERSAL)
                .on(CONTRIBUTION_REVERSAL.BOOK_ID.eq(EARNING.BOOK_ID))
                .and(CONTRIBUTION_REVERSAL.CODE.eq(EARNING.CODE))
                .where(EARNING.BOOK_ID.eq(body.value()))
                .and(which)
                .orderBy(CONTRIBUTION_PAPER.FISCAL_YEAR, CONTRIBUTION_PAPER.NUMBER)
                .fetch(row ->
                        new Assessment.Earning(
                                PaperRepository.paper(row),
                                row.get(EARNING.KIND).equals("cost"),
                                new Money(currency, row.get(EARNING.AMOUNT))));
    }
}
