package id.patungan.contributions;

import static id.patungan.platform.schema.Tables.ASSESSMENT;
import static id.patungan.platform.schema.Tables.ASSESSMENT_SHARE;
import static id.patungan.platform.schema.Tables.CONTRIBUTION_PAPER;
import static id.patungan.platform.schema.Tables.CONTRIBUTION_REVERSAL;
import static id.patungan.platform.schema.Tables.DIVIDED_CHARGE;
import static id.patungan.platform.schema.Tables.IN_KIND;
import static id.patungan.platform.schema.Tables.IN_KIND_DECISION;
import static id.patungan.platform.schema.Tables.PAYING_UNIT;
import static id.patungan.platform.schema.Tables.POSTING;
import static id.patungan.platform.schema.Tables.PREPAYMENT_USE;
import static id.patungan.platform.schema.Tables.RECALCULATION;
import static id.patungan.platform.schema.Tables.RECALCULATION_SHARE;
import static id.patungan.platform.schema.Tables.RECEIPT;
import static id.patungan.platform.schema.Tables.RECEIPT_DEDUCTION;
import static id.patungan.platform.schema.Tables.RECEIPT_PART;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import id.patungan.basics.BodyId;
import id.patungan.basics.Money;
import id.patungan.basics.PartyId;
import id.patungan.contributions.StatementFact.Instalment;
import id.patungan.contributions.StatementFact.Kind;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the papers say about the entries of one party. */
@Repository
class FactRepository {

    private final DSLContext sql;
    private final InstalmentRepository instalments;
    private final ClaimFactRepository claims;

    FactRepository(DSLContext sql, InstalmentRepository instalments, ClaimFactRepository claims) {
        this.sql = sql;
        this.instalments = instalments;
        this.claims = claims;
    }

    /** Which entries: of a party, dated in {@code [from, until)}, known at an entry number. */
    record Span(PartyId party, LocalDate from, LocalDate until, long knownAt, Currency currency) {

        Money money(long minorUnits) {
            return new Money(currency, minorUnits);
        }

        Money money(@Nullable BigDecimal minorUnits) {
            return money(minorUnits == null ? 0 : minorUnits.longValueExact());
        }

        boolean holds(LocalDate date, long entryNo) {
            return !date.isBefore(from) && date.isBefore(until) && entryNo <= knownAt;
        }
    }

    /** The facts of the span, by entry number. */
    List<StatementFact> facts(BodyId body, Span span) {
        var facts = new ArrayList<StatementFact>();
        facts.addAll(charges(body, span));
        facts.addAll(trueUps(body, span));
        facts.addAll(receipts(body, span));
        facts.addAll(uses(body, span));
        facts.addAll(inKind(body, span));
        facts.addAll(claims.facts(body, span));
        facts.sort(Comparator.comparingLong(StatementFact::entryNo));
        var entries = facts.stream().map(StatementFact::entryNo).toList();
        var periods = periods(body, span, entries);
        var units = units(body, span, entries);
        return facts.stream()
                .map(fact ->
                        withPostings(fact, periods.get(fact.entryNo()), units.get(fact.entryNo())))
                .toList();
    }

    static Condition touched(Span span) {
        return CONTRIBUTION_PAPER
                .ENTRY_NO
                .le(span.knownAt())
                .and(CONTRIBUTION_PAPER.DATED_ON.lt(span.until()))
                .and(
                        CONTRIBUTION_PAPER
                                .DATED_ON
                                .ge(span.from())
                                .or(CONTRIBUTION_REVERSAL.REVERSED_ON.ge(span.from())));
    }

    private List<StatementFact> charges(BodyId body, Span span) {
        var share = ASSESSMENT_SHARE;
        var facts = new ArrayList<StatementFact>();
        var terms = instalments.terms(body, null);
        sql.select(share.fields())
                .select(ASSESSMENT.DUE_ON)
                .select(CONTRIBUTION_PAPER.fields())
                .select(CONTRIBUTION_REVERSAL.fields())
                .from(share)
                .join(ASSESSMENT)
                .on(ASSESSMENT.BOOK_ID.eq(share.BOOK_ID))
                .and(ASSESSMENT.CODE.eq(share.ASSESSMENT))
                .join(CONTRIBUTION_PAPER)
                .on(CONTRIBUTION_PAPER.BOOK_ID.eq(share.BOOK_ID))
                .and(CONTRIBUTION_PAPER.CODE.eq(share.ASSESSMENT))
                .leftJoin(CONTRIBUTION_REVERSAL)
                .on(CONTRIBUTION_REVERSAL.BOOK_ID.eq(share.BOOK_ID))
                .and(CONTRIBUTION_REVERSAL.CODE.eq(share.ASSESSMENT))
                .where(share.BOOK_ID.eq(body.value()))
                .and(share.PARTY_ID.eq(span.party().value()))
                .and(share.SHARE.gt(0L))
                .and(touched(span))
                .forEach(row -> {
                    var own =
                            PaperRepository.basis(row.get(share.BASIS), row.get(share.BASIS_NOTE));
                    var zero = span.money(0);
                    var sums = new Sums(span.money(row.get(share.SHARE)), zero, zero, zero);
                    var about =
                            new About(
                                    row.get(share.UNIT),
                                    null,
                                    null,
                                    null,
                                    row.get(ASSESSMENT.DUE_ON),
                                    own,
                                    instalments(
                                            terms.get(row.get(share.ASSESSMENT)), sums.charged()));
                    add(facts, row, span, Kind.CHARGE, sums, about);
                });
        return facts;
    }

    private static List<Instalment> instalments(Schedule.@Nullable Terms terms, Money charged) {
        if (terms == null) return List.of();
        return Schedule.of(terms, charged, Money.zero(charged.currency()), null, charged).stream()
                .map(part -> new Instalment(part.number(), part.due(), part.amount()))
                .toList();
    }

    private List<StatementFact> trueUps(BodyId body, Span span) {
        var share = RECALCULATION_SHARE;
        var facts = new ArrayList<StatementFact>();
        sql.select(share.fields())
                .select(RECALCULATION.DUE_ON)
                .select(CONTRIBUTION_PAPER.fields())
                .select(CONTRIBUTION_REVERSAL.fields())
                .from(share)
                .join(RECALCULATION)
                .on(RECALCULATION.BOOK_ID.eq(share.BOOK_ID))
                .and(RECALCULATION.CODE.eq(share.CODE))
                .join(CONTRIBUTION_PAPER)
                .on(CONTRIBUTION_PAPER.BOOK_ID.eq(share.BOOK_ID))
                .and(CONTRIBUTION_PAPER.CODE.eq(share.CODE))
                .leftJoin(CONTRIBUTION_REVERSAL)
                .on(CONTRIBUTION_REVERSAL.BOOK_ID.eq(share.BOOK_ID))
                .and(CONTRIBUTION_REVERSAL.CODE.eq(share.CODE))
                .where(share.BOOK_ID.eq(body.value()))
                .and(share.PARTY_ID.eq(span.party().value()))
                .and(share.SHARE.ne(share.CHARGED_BEFORE))
                .and(touched(span))
                .forEach(row -> {
                    var zero = span.money(0);
                    var more = row.get(share.SHARE) - row.get(share.CHARGED_BEFORE);
                    var due = more > 0 ? row.get(RECALCULATION.DUE_ON) : null;
                    var about = new About(null, null, null, null, due, null, List.of());
                    add(
                            facts,
                            row,
                            span,
                            Kind.CHARGE,
                            new Sums(span.money(more), zero, zero, zero),
                            about);
                });
        return facts;
    }

    private List<StatementFact> receipts(BodyId body, Span span) {
        var gross =
                field(
                        select(sum(RECEIPT_PART.GROSS))
                                .from(RECEIPT_PART)
                                .where(RECEIPT_PART.BOOK_ID.eq(RECEIPT.BOOK_ID))
                                .and(RECEIPT_PART.RECEIPT.eq(RECEIPT.CODE)));
        var net =
                field(
                        select(sum(RECEIPT_PART.NET))
                                .from(RECEIPT_PART)
                                .where(RECEIPT_PART.BOOK_ID.eq(RECEIPT.BOOK_ID))
                                .and(RECEIPT_PART.RECEIPT.eq(RECEIPT.CODE)));
        var unrecognised =
                field(
                        select(sum(RECEIPT_DEDUCTION.AMOUNT))
                                .from(RECEIPT_DEDUCTION)
                                .where(RECEIPT_DEDUCTION.BOOK_ID.eq(RECEIPT.BOOK_ID))
                                .and(RECEIPT_DEDUCTION.RECEIPT.eq(RECEIPT.CODE))
                                .and(
                                        RECEIPT_DEDUCTION.KIND.eq(
                                                NewReceipt.Deduction.Kind.UNRECOGNISED.code())));
        var facts = new ArrayList<StatementFact>();
        sql.select(RECEIPT.fields())
                .select(gross, net, unrecognised)
                .select(CONTRIBUTION_PAPER.fields())
                .select(CONTRIBUTION_REVERSAL.fields())
                .from(RECEIPT)
                .join(CONTRIBUTION_PAPER)
                .on(CONTRIBUTION_PAPER.BOOK_ID.eq(RECEIPT.BOOK_ID))
                .and(CONTRIBUTION_PAPER.CODE.eq(RECEIPT.CODE))
                .leftJoin(CONTRIBUTION_REVERSAL)
                .on(CONTRIBUTION_REVERSAL.BOOK_ID.eq(RECEIPT.BOOK_ID))
                .and(CONTRIBUTION_REVERSAL.CODE.eq(RECEIPT.CODE))
                .where(RECEIPT.BOOK_ID.eq(body.value()))
                .and(RECEIPT.PARTY_ID.eq(span.party().value()))
                .and(touched(span))
                .forEach(row -> {
                    var open = span.money(row.get(unrecognised));
                    var sums =
                            new Sums(
                                    span.money(0),
                                    span.money(row.get(gross)).minus(open),
                                    span.money(row.get(net)),
                                    open);
                    var about =
                            new About(
                                    row.get(RECEIPT.UNIT),
                                    row.get(RECEIPT.PAYER_ACCOUNT),
                                    row.get(RECEIPT.SP2D_NO),
                                    row.get(RECEIPT.SP2D_ON),
                                    null,
                                    null,
                                    List.of());
                    add(facts, row, span, Kind.RECEIPT, sums, about);
                });
        return facts;
    }

    private List<StatementFact> uses(BodyId body, Span span) {
        var use = PREPAYMENT_USE;
        var facts = new ArrayList<StatementFact>();
        sql.select(use.fields())
                .select(CONTRIBUTION_PAPER.fields())
                .select(CONTRIBUTION_REVERSAL.fields())
                .from(use)
                .join(CONTRIBUTION_PAPER)
                .on(CONTRIBUTION_PAPER.BOOK_ID.eq(use.BOOK_ID))
                .and(CONTRIBUTION_PAPER.CODE.eq(use.CODE))
                .leftJoin(CONTRIBUTION_REVERSAL)
                .on(CONTRIBUTION_REVERSAL.BOOK_ID.eq(use.BOOK_ID))
                .and(CONTRIBUTION_REVERSAL.CODE.eq(use.CODE))
                .where(use.BOOK_ID.eq(body.value()))
                .and(use.PARTY_ID.eq(span.party().value()))
                .and(touched(span))
                .forEach(row -> {
                    var refund = row.get(use.CHARGE) == null;
                    var zero = span.money(0);
                    var moved = refund ? span.money(row.get(use.AMOUNT)).negated() : zero;
                    add(
                            facts,
                            row,
                            span,
                            refund ? Kind.REFUND : Kind.APPLICATION,
                            new Sums(zero, moved, moved, zero),
                            new About(null, null, null, null, null, null, List.of()));
                });
        return facts;
    }

    /** Only what settled a charge stands on the account; the rest is in the memo. */
    private List<StatementFact> inKind(BodyId body, Span span) {
        var item = IN_KIND;
        var facts = new ArrayList<StatementFact>();
        sql.select(IN_KIND_DECISION.COUNTED)
                .select(CONTRIBUTION_PAPER.fields())
                .select(CONTRIBUTION_REVERSAL.fields())
                .from(item)
                .join(IN_KIND_DECISION)
                .on(IN_KIND_DECISION.BOOK_ID.eq(item.BOOK_ID))
                .and(IN_KIND_DECISION.NUMBER.eq(item.NUMBER))
                .join(CONTRIBUTION_PAPER)
                .on(CONTRIBUTION_PAPER.BOOK_ID.eq(item.BOOK_ID))
                .and(CONTRIBUTION_PAPER.CODE.eq(IN_KIND_DECISION.CODE))
                .leftJoin(CONTRIBUTION_REVERSAL)
                .on(CONTRIBUTION_REVERSAL.BOOK_ID.eq(CONTRIBUTION_PAPER.BOOK_ID))
                .and(CONTRIBUTION_REVERSAL.CODE.eq(CONTRIBUTION_PAPER.CODE))
                .where(item.BOOK_ID.eq(body.value()))
                .and(item.PARTY_ID.eq(span.party().value()))
                .and(IN_KIND_DECISION.COUNTED.gt(0L))
                .and(touched(span))
                .forEach(row -> {
                    var zero = span.money(0);
                    var counted = span.money(row.get(IN_KIND_DECISION.COUNTED));
                    add(
                            facts,
                            row,
                            span,
                            Kind.IN_KIND,
                            new Sums(zero, counted, zero, zero),
                            new About(null, null, null, null, null, null, List.of()));
                });
        return facts;
    }

    record Sums(Money charged, Money gross, Money net, Money unrecognised) {

        Sums negated() {
            return new Sums(
                    charged.negated(), gross.negated(), net.negated(), unrecognised.negated());
        }
    }

    record About(
            @Nullable String unit,
            @Nullable String payerAccount,
            @Nullable String sp2dNo,
            @Nullable LocalDate sp2dOn,
            @Nullable LocalDate due,
            @Nullable Basis basis,
            List<Instalment> instalments) {}

    /** Adds the fact of a paper, and that of its reversal, as far as they lie in the span. */
    static void add(
            List<StatementFact> facts, Record row, Span span, Kind kind, Sums sums, About about) {
        var paper = PaperRepository.paper(row);
        if (span.holds(paper.date(), paper.entryNo())) {
            facts.add(
                    fact(
                            paper,
                            paper.entryNo(),
                            kind,
                            paper.date(),
                            paper.description(),
                            sums,
                            about,
                            null));
        }
        var reversal = paper.reversal();
        if (reversal != null && span.holds(reversal.date(), reversal.entryNo())) {
            facts.add(
                    fact(
                            paper,
                            reversal.entryNo(),
                            Kind.CORRECTION,
                            reversal.date(),
                            reversal.reason(),
                            sums.negated(),
                            about,
                            paper.entryNo()));
        }
    }

    private static StatementFact fact(
            Paper paper,
            long entryNo,
            Kind kind,
            LocalDate date,
            String description,
            Sums sums,
            About about,
            @Nullable Long reverses) {
        return new StatementFact(
                entryNo,
                kind,
                paper.code(),
                date,
                description,
                null,
                about.unit(),
                about.payerAccount(),
                about.sp2dNo(),
                about.sp2dOn(),
                sums.charged(),
                sums.gross(),
                sums.gross().minus(sums.net()),
                sums.net(),
                sums.unrecognised(),
                kind == Kind.CHARGE ? about.due() : null,
                about.basis() == null ? paper.basis() : about.basis(),
                reverses,
                kind == Kind.CHARGE ? about.instalments() : List.of());
    }

    /** What the party's lines of each entry are for, by entry number. */
    private Map<Long, String> periods(BodyId body, Span span, Collection<Long> entries) {
        return sql
                .selectDistinct(POSTING.ENTRY_NO, POSTING.CHARGE_PERIOD)
                .from(POSTING)
                .where(POSTING.BOOK_ID.eq(body.value()))
                .and(POSTING.ENTRY_NO.in(entries))
                .and(POSTING.PARTY_ID.eq(span.party().value()))
                .and(POSTING.CHARGE_PERIOD.isNotNull())
                .fetchGroups(POSTING.ENTRY_NO, POSTING.CHARGE_PERIOD)
                .entrySet()
                .stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> String.join(", ", new TreeSet<>(entry.getValue()))));
    }

    /** The paying units whose parts of divided charges each entry moved, by entry number. */
    private Map<Long, String> units(BodyId body, Span span, Collection<Long> entries) {
        return sql
                .selectDistinct(POSTING.ENTRY_NO, PAYING_UNIT.CODE)
                .from(POSTING)
                .join(DIVIDED_CHARGE)
                .on(DIVIDED_CHARGE.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(DIVIDED_CHARGE.CHARGE.eq(POSTING.CHARGE))
                .join(PAYING_UNIT)
                .on(PAYING_UNIT.BOOK_ID.eq(POSTING.BOOK_ID))
                .and(PAYING_UNIT.UNIT_ID.eq(POSTING.UNIT_ID))
                .where(POSTING.BOOK_ID.eq(body.value()))
                .and(POSTING.ENTRY_NO.in(entries))
                .and(POSTING.PARTY_ID.eq(span.party().value()))
                .fetchGroups(POSTING.ENTRY_NO, PAYING_UNIT.CODE)
                .entrySet()
                .stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> String.join(", ", new TreeSet<>(entry.getValue()))));
    }

    /** What the postings say; a unit that the paper names goes before theirs. */
    private static StatementFact withPostings(
            StatementFact fact, @Nullable String period, @Nullable String units) {
        return new StatementFact(
                fact.entryNo(),
                fact.kind(),
                fact.documentNo(),
                fact.date(),
                fact.description(),
                period,
                fact.unit() == null ? units : fact.unit(),
                fact.payerAccount(),
                fact.sp2dNo(),
                fact.sp2dOn(),
                fact.charged(),
                fact.gross(),
                fact.deductions(),
                fact.net(),
                fact.unrecognised(),
                fact.due(),
                fact.basis(),
                fact.reverses(),
                fact.instalments());
    }
}
