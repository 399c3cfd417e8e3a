package id.patungan.contributions;

import static id.patungan.platform.schema.Tables.AGREEMENT;
import static id.patungan.platform.schema.Tables.ASSESSMENT;
import static id.patungan.platform.schema.Tables.ASSESSMENT_SHARE;
import static id.patungan.platform.schema.Tables.BOOK_PARTY;
import static id.patungan.platform.schema.Tables.CONTRIBUTION_PAPER;
import static id.patungan.platform.schema.Tables.CONTRIBUTION_REVERSAL;
import static id.patungan.platform.schema.Tables.IN_KIND;
import static id.patungan.platform.schema.Tables.IN_KIND_DECISION;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;

import id.patungan.basics.BodyId;
import id.patungan.basics.Money;
import id.patungan.basics.PartyId;
import id.patungan.platform.Reach;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The register of what was given in kind, and the decisions about it. */
@Repository
class InKindRepository {

    private final DSLContext sql;

    InKindRepository(DSLContext sql) {
        this.sql = sql;
    }

    int nextNumber(BodyId body) {
        return 1
                + sql.select(max(IN_KIND.NUMBER))
                        .from(IN_KIND)
                        .where(IN_KIND.BOOK_ID.eq(body.value()))
                        .fetchOptional(max(IN_KIND.NUMBER))
                        .orElse(0);
    }

    /**
     * What a proposal is stored with beyond the wish.
     *
     * @param agreement that counts it; null if none does
     */
    record Row(
            int number,
            PartyId party,
            @Nullable Integer agreement,
            String fund,
            boolean approvalRequired,
            String by,
            Instant at) {}

    void insert(BodyId body, NewInKind wish, Row row) {
        var table = IN_KIND;
        var counts = wish.counts();
        var tariff = wish.tariff();
        var most = counts == null ? null : counts.yearlyMax();
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.NUMBER, row.number())
                .set(table.PARTY_ID, row.party().value())
                .set(table.KIND, wish.kind().code())
                .set(table.WHAT, wish.what())
                .set(table.PERIOD_FROM, wish.from())
                .set(table.PERIOD_UNTIL, wish.until())
                .set(table.QUANTITY, wish.quantity())
                .set(table.UNIT, wish.unit())
                .set(table.VALUATION, wish.valuation().code())
                .set(table.DOCUMENT, wish.document())
                .set(table.TARIFF, tariff == null ? null : tariff.minorUnits())
                .set(table.VALUE, wish.worth().minorUnits())
                .set(table.AGREEMENT_ID, row.agreement())
                .set(table.ARTICLE, counts == null ? null : counts.ground().article())
                .set(table.CHARGE, counts == null ? null : counts.charge())
                .set(table.YEARLY_MAX, most == null ? null : most.minorUnits())
                .set(table.FUND, row.fund())
                .set(table.ACCOUNT, wish.account().value())
                .set(table.DATED_ON, wish.on())
                .set(table.BASIS, PaperRepository.kind(wish.basis()))
                .set(table.BASIS_NOTE, PaperRepository.note(wish.basis()))
                .set(table.APPROVAL_REQUIRED, (byte) (row.approvalRequired() ? 1 : 0))
                .set(table.PREPARED_BY, row.by())
                .set(table.PREPARED_AT, utc(row.at()))
                .execute();
    }

    /**
     * @param code of the paper; null if it was turned down
     * @param counted null if it was turned down
     */
    void insertDecision(
            BodyId body,
            int number,
            InKind.Decision decision,
            @Nullable String code,
            @Nullable Money counted) {
        var table = IN_KIND_DECISION;
        var proposal =
                sql.select(IN_KIND.PREPARED_BY, IN_KIND.APPROVAL_REQUIRED)
                        .from(IN_KIND)
                        .where(IN_KIND.BOOK_ID.eq(body.value()))
                        .and(IN_KIND.NUMBER.eq(number))
                        .fetchSingle();
        sql.insertInto(table)
                .set(table.BOOK_ID, body.value())
                .set(table.NUMBER, number)
                .set(table.PREPARED_BY, proposal.value1())
                .set(table.APPROVAL_REQUIRED, proposal.value2())
                .set(table.DECISION, decision.approved() ? "approve" : "reject")
                .set(table.REASON, decision.reason())
                .set(table.CODE, code)
                .set(table.COUNTED, counted == null ? null : counted.minorUnits())
                .set(table.DECIDED_BY, decision.by())
                .set(table.DECIDED_AT, utc(decision.at()))
                .execute();
    }

    /** Whether the proposal needed another person, as the body said when it was made. */
    boolean needsAnother(BodyId body, int number) {
        return sql.fetchExists(
                IN_KIND,
                IN_KIND.BOOK_ID
                        .eq(body.value())
                        .and(IN_KIND.NUMBER.eq(number))
                        .and(IN_KIND.APPROVAL_REQUIRED.eq((byte) 1)));
    }

    Optional<InKind> find(BodyId body, Reach reach, int number, Currency currency) {
        return all(body, reach, IN_KIND.NUMBER.eq(number), currency).stream().findFirst();
    }

    /** The register within reach, the newest first. */
    List<InKind> all(BodyId body, Reach reach, Currency currency) {
        return all(body, reach, noCondition(), currency);
    }

    /** What of a party touches the days, as it stood in the book at an entry. */
    List<InKind> standing(
            BodyId body,
            PartyId party,
            LocalDate from,
            LocalDate until,
            long knownAt,
            Currency currency) {
        return all(
                body,
                Assessments.EVERYTHING,
                IN_KIND.PARTY_ID
                        .eq(party.value())
                        .and(IN_KIND.DATED_ON.ge(from))
                        .and(IN_KIND.DATED_ON.lt(until))
                        .and(CONTRIBUTION_PAPER.ENTRY_NO.le(knownAt))
                        .and(
                                CONTRIBUTION_REVERSAL
                                        .ENTRY_NO
                                        .isNull()
                                        .or(CONTRIBUTION_REVERSAL.ENTRY_NO.gt(knownAt))
                                        .or(CONTRIBUTION_REVERSAL.REVERSED_ON.ge(until))),
                currency);
    }

    private List<InKind> all(BodyId body, Reach reach, Condition which, Currency currency) {
        var decision = IN_KIND_DECISION;
        return sql.select(IN_KIND.fields())
                .select(BOOK_PARTY.CODE, BOOK_PARTY.NAME, AGREEMENT.CODE)
                .select(decision.fields())
                .select(CONTRIBUTION_PAPER.fields())
                .select(CONTRIBUTION_REVERSAL.fields())
                .from(IN_KIND)
                .join(BOOK_PARTY)
                .on(BOOK_PARTY.BOOK_ID.eq(IN_KIND.BOOK_ID))
                .and(BOOK_PARTY.PARTY_ID.eq(IN_KIND.PARTY_ID))
                .leftJoin(AGREEMENT)
                .on(AGREEMENT.BODY_ID.eq(IN_KIND.BOOK_ID))
                .and(AGREEMENT.AGREEMENT_ID.eq(IN_KIND.AGREEMENT_ID))
                .leftJoin(decision)
                .on(decision.BOOK_ID.eq(IN_KIND.BOOK_ID))
                .and(decision.NUMBER.eq(IN_KIND.NUMBER))
                .leftJoin(CONTRIBUTION_PAPER)
                .on(CONTRIBUTION_PAPER.BOOK_ID.eq(decision.BOOK_ID))
                .and(CONTRIBUTION_PAPER.CODE.eq(decision.CODE))
                .leftJoin(CONTRIBUTION_REVERSAL)
                .on(CONTRIBUTION_REVERSAL.BOOK_ID.eq(CONTRIBUTION_PAPER.BOOK_ID))
                .and(CONTRIBUTION_REVERSAL.CODE.eq(CONTRIBUTION_PAPER.CODE))
                .where(IN_KIND.BOOK_ID.eq(body.value()))
                .and(OpenItemRepository.parties(IN_KIND.PARTY_ID, reach, null))
                .and(which)
                .orderBy(IN_KIND.NUMBER.desc())
                .fetch(row -> read(row, currency));
    }

    private static InKind read(Record row, Currency currency) {
        var item = IN_KIND;
        return new InKind(
                row.get(item.NUMBER),
                row.get(BOOK_PARTY.CODE),
                row.get(BOOK_PARTY.NAME),
                InKind.Kind.of(row.get(item.KIND)),
                row.get(item.WHAT),
                row.get(item.PERIOD_FROM),
                row.get(item.PERIOD_UNTIL),
                row.get(item.QUANTITY),
                row.get(item.UNIT),
                InKind.Valuation.of(row.get(item.VALUATION)),
                row.get(item.DOCUMENT),
                money(currency, row.get(item.TARIFF)),
                new Money(currency, row.get(item.VALUE)),
                counting(row, currency),
                row.get(item.FUND),
                row.get(item.ACCOUNT),
                row.get(item.DATED_ON),
                PaperRepository.basis(row.get(item.BASIS), row.get(item.BASIS_NOTE)),
                row.get(item.PREPARED_BY),
                row.get(item.PREPARED_AT).toInstant(ZoneOffset.UTC),
                decision(row),
                money(currency, row.get(IN_KIND_DECISION.COUNTED)),
                row.get(CONTRIBUTION_PAPER.CODE) == null ? null : PaperRepository.paper(row));
    }

    private static @Nullable InKindCounting counting(Record row, Currency currency) {
        var charge = row.get(IN_KIND.CHARGE);
        return charge == null
                ? null
                : new InKindCounting(
                        charge,
                        new LegalBasis(row.get(AGREEMENT.CODE), row.get(IN_KIND.ARTICLE)),
                        money(currency, row.get(IN_KIND.YEARLY_MAX)));
    }

    private static InKind.@Nullable Decision decision(Record row) {
        var decision = IN_KIND_DECISION;
        var said = row.get(decision.DECISION);
        return said == null
                ? null
                : new InKind.Decision(
                        said.equals("approve"),
                        row.get(decision.REASON),
                        row.get(decision.DECIDED_BY),
                        row.get(decision.DECIDED_AT).toInstant(ZoneOffset.UTC));
    }

    private static @Nullable Money money(Currency currency, @Nullable Long minorUnits) {
        return minorUnits == null ? null : new Money(currency, minorUnits);
    }

    /** What an article of an agreement has counted for a party and fiscal year, in minor units. */
    long counted(BodyId body, PartyId party, int agreement, String article, int year) {
        var found = sum(IN_KIND_DECISION.COUNTED);
        var all =
                sql.select(found)
                        .from(IN_KIND)
                        .join(IN_KIND_DECISION)
                        .on(IN_KIND_DECISION.BOOK_ID.eq(IN_KIND.BOOK_ID))
                        .and(IN_KIND_DECISION.NUMBER.eq(IN_KIND.NUMBER))
                        .join(ASSESSMENT_SHARE)
                        .on(ASSESSMENT_SHARE.BOOK_ID.eq(IN_KIND.BOOK_ID))
                        .and(ASSESSMENT_SHARE.CHARGE.eq(IN_KIND.CHARGE))
                        .join(ASSESSMENT)
                        .on(ASSESSMENT.BOOK_ID.eq(ASSESSMENT_SHARE.BOOK_ID))
                        .and(ASSESSMENT.CODE.eq(ASSESSMENT_SHARE.ASSESSMENT))
                        .leftJoin(CONTRIBUTION_REVERSAL)
                        .on(CONTRIBUTION_REVERSAL.BOOK_ID.eq(IN_KIND_DECISION.BOOK_ID))
                        .and(CONTRIBUTION_REVERSAL.CODE.eq(IN_KIND_DECISION.CODE))
                        .where(IN_KIND.BOOK_ID.eq(body.value()))
                        .and(IN_KIND.PARTY_ID.eq(party.value()))
                        .and(IN_KIND.AGREEMENT_ID.eq(agreement))
                        .and(IN_KIND.ARTICLE.eq(article))
                        .and(ASSESSMENT.FOR_YEAR.eq((short) year))
                        .and(CONTRIBUTION_REVERSAL.CODE.isNull())
                        .fetchSingle();
        return all.value1() == null ? 0 : all.value1().longValueExact();
    }

    /**
     * What of each charge was settled in kind, in minor units; of those that stood on the day and
     * at the entry asked for.
     */
    Map<String, Long> settled(BodyId body, @Nullable LocalDate asOf, @Nullable Long knownAt) {
        var undone = CONTRIBUTION_REVERSAL;
        var known = knownAt == null ? Long.MAX_VALUE : knownAt;
        var stillStands = undone.CODE.isNull().or(undone.ENTRY_NO.gt(known));
        if (asOf != null) stillStands = stillStands.or(undone.REVERSED_ON.gt(asOf));
        var counted = sum(IN_KIND_DECISION.COUNTED);
        return sql.select(IN_KIND.CHARGE, counted)
                .from(IN_KIND)
                .join(IN_KIND_DECISION)
                .on(IN_KIND_DECISION.BOOK_ID.eq(IN_KIND.BOOK_ID))
                .and(IN_KIND_DECISION.NUMBER.eq(IN_KIND.NUMBER))
                .join(CONTRIBUTION_PAPER)
                .on(CONTRIBUTION_PAPER.BOOK_ID.eq(IN_KIND_DECISION.BOOK_ID))
                .and(CONTRIBUTION_PAPER.CODE.eq(IN_KIND_DECISION.CODE))
                .leftJoin(undone)
                .on(undone.BOOK_ID.eq(IN_KIND_DECISION.BOOK_ID))
                .and(undone.CODE.eq(IN_KIND_DECISION.CODE))
                .where(IN_KIND.BOOK_ID.eq(body.value()))
                .and(IN_KIND.CHARGE.isNotNull())
                .and(CONTRIBUTION_PAPER.ENTRY_NO.le(known))
                .and(asOf == null ? noCondition() : CONTRIBUTION_PAPER.DATED_ON.le(asOf))
                .and(stillStands)
                .groupBy(IN_KIND.CHARGE)
                .fetchMap(row -> row.value1(), row -> row.value2().longValueExact());
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
