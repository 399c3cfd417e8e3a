package id.patungan.contributions;

import static id.patungan.platform.schema.Tables.ACCOUNT;
import static id.patungan.platform.schema.Tables.ASSESSMENT;
import static id.patungan.platform.schema.Tables.ASSESSMENT_SHARE;
import static id.patungan.platform.schema.Tables.BOOK_HEAD;
import static id.patungan.platform.schema.Tables.BOOK_PARTY;
import static id.patungan.platform.schema.Tables.CONTRIBUTION_PAPER;
import static id.patungan.platform.schema.Tables.CONTRIBUTION_REVERSAL;
import static id.patungan.platform.schema.Tables.FUND;
import static id.patungan.platform.schema.Tables.POSTING;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import static java.util.Objects.requireNonNull;

import id.patungan.basics.BodyId;
import id.patungan.basics.FundCode;
import id.patungan.basics.Money;
import id.patungan.basics.PartyId;
import id.patungan.platform.Reach;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Open items, summed from the postings that name them; nothing of this is stored. */
@Repository
class OpenItemRepository {

    private final DSLContext sql;
    private final RecalculationRepository recalculations;
    private final InstalmentRepository instalments;
    private final InKindRepository inKind;
    private final ClaimRepository claims;

    OpenItemRepository(
            DSLContext sql,
            RecalculationRepository recalculations,
            InstalmentRepository instalments,
            InKindRepository inKind,
            ClaimRepository claims) {
        this.sql = sql;
        this.recalculations = recalculations;
        this.instalments = instalments;
        this.inKind = inKind;
        this.claims = claims;
    }

    /**
     * What to sum over.
     *
     * @param asOf accounting dates up to this day; null for all
     * @param knownAt entries up to this number; null for the whole book
     */
    record As(@Nullable LocalDate asOf, @Nullable Long knownAt, LocalDate today) {

        /** All that is in the book. */
        static As now(LocalDate today) {
            return new As(null, null, today);
        }

        private As upTo(long head) {
            return new As(asOf, knownAt == null ? head : Math.min(knownAt, head), today);
        }
    }

    /** Which charges; null for all. */
    record Which(@Nullable PartyId party, @Nullable String assessment, @Nullable Integer year) {

        static Which ofParty(PartyId party) {
            return new Which(party, null, null);
        }

        static Which ofAssessment(String code) {
            return new Which(null, code, null);
        }
    }

    /**
     * The same, bound to what is in the book now: all that is read with it shows one state of the
     * book, whatever is posted meanwhile.
     */
    As bound(BodyId body, As asked) {
        return asked.upTo(
                sql.select(BOOK_HEAD.LAST_NO)
                        .from(BOOK_HEAD)
                        .where(BOOK_HEAD.BOOK_ID.eq(body.value()))
                        .fetchOptional(BOOK_HEAD.LAST_NO)
                        .orElse(0L));
    }

    /** The charges within reach, the oldest first, all as of one state of the book. */
    List<OpenCharge> charges(BodyId body, Reach reach, Which which, As asked) {
        var as = bound(body, asked);
        var posting = POSTING;
        var later = recalculations.later(body, which.assessment(), as.asOf(), as.knownAt());
        var terms = instalments.terms(body, which.assessment());
        var given = inKind.settled(body, as.asOf(), as.knownAt());
        var taken = claims.sums(body, which.assessment(), reach, as);
        var issue = CONTRIBUTION_PAPER.as("issue");
        var undone = CONTRIBUTION_PAPER.as("undone");
        var undoing = CONTRIBUTION_REVERSAL.as("undoing");
        var charging = issue.CODE.isNotNull().or(undone.CODE.isNotNull());
        Field<BigDecimal> charged = sum(when(charging, posting.AMOUNT).otherwise(0L)).as("charged");
        Field<BigDecimal> balance = sum(posting.AMOUNT).as("balance");
        // One pass over the receivables: what the assessment and its cancellation posted was
        // charged, everything else that names the charge has settled it
        var sums =
                select(posting.PARTY_ID, posting.CHARGE, charged, balance)
                        .from(posting)
                        .join(ACCOUNT)
                        .on(ACCOUNT.BOOK_ID.eq(posting.BOOK_ID))
                        .and(ACCOUNT.ACCOUNT_ID.eq(posting.ACCOUNT_ID))
                        .leftJoin(issue)
                        .on(issue.BOOK_ID.eq(posting.BOOK_ID))
                        .and(issue.ENTRY_NO.eq(posting.ENTRY_NO))
                        .and(issue.SERIES.eq(Paper.Series.AS.name()))
                        .leftJoin(undoing)
                        .on(undoing.BOOK_ID.eq(posting.BOOK_ID))
                        .and(undoing.ENTRY_NO.eq(posting.ENTRY_NO))
                        .leftJoin(undone)
                        .on(undone.BOOK_ID.eq(undoing.BOOK_ID))
                        .and(undone.CODE.eq(undoing.CODE))
                        .and(undone.SERIES.eq(Paper.Series.AS.name()))
                        .where(posting.BOOK_ID.eq(body.value()))
                        .and(
                                ACCOUNT.CODE.in(
                                        Entries.DUES_RECEIVABLE.value(),
                                        Entries.PROJECT_RECEIVABLE.value()))
                        .and(posting.CHARGE.isNotNull())
                        .and(known(body, as))
                        .and(parties(posting.PARTY_ID, reach, which.party()))
                        .groupBy(posting.PARTY_ID, posting.CHARGE)
                        .asTable("sums");
        var allCharged = requireNonNull(sums.field(charged));
        var allBalance = requireNonNull(sums.field(balance));
        var paper = CONTRIBUTION_PAPER;
        var share = ASSESSMENT_SHARE;
        var where =
                share.BOOK_ID
                        .eq(body.value())
                        .and(share.SHARE.gt(0L).or(share.CHARGE.in(later.keySet())))
                        .and(parties(share.PARTY_ID, reach, which.party()))
                        .and(
                                which.assessment() == null
                                        ? noCondition()
                                        : share.ASSESSMENT.eq(which.assessment()))
                        .and(
                                which.year() == null
                                        ? noCondition()
                                        : ASSESSMENT.FOR_YEAR.eq(which.year().shortValue()))
                        .and(as.asOf() == null ? noCondition() : paper.DATED_ON.le(as.asOf()))
                        .and(
                                as.knownAt() == null
                                        ? noCondition()
                                        : paper.ENTRY_NO.le(as.knownAt()));
        return sql.select(share.fields())
                .select(ASSESSMENT.fields())
                .select(paper.fields())
                .select(BOOK_PARTY.CODE, BOOK_PARTY.NAME)
                .select(CONTRIBUTION_REVERSAL.ENTRY_NO, CONTRIBUTION_REVERSAL.REVERSED_ON)
                .select(allCharged, allBalance)
                .from(share)
                .join(ASSESSMENT)
                .on(ASSESSMENT.BOOK_ID.eq(share.BOOK_ID))
                .and(ASSESSMENT.CODE.eq(share.ASSESSMENT))
                .join(paper)
                .on(paper.BOOK_ID.eq(share.BOOK_ID))
                .and(paper.CODE.eq(share.ASSESSMENT))
                .join(BOOK_PARTY)
                .on(BOOK_PARTY.BOOK_ID.eq(share.BOOK_ID))
                .and(BOOK_PARTY.PARTY_ID.eq(share.PARTY_ID))
                .leftJoin(CONTRIBUTION_REVERSAL)
                .on(CONTRIBUTION_REVERSAL.BOOK_ID.eq(paper.BOOK_ID))
                .and(CONTRIBUTION_REVERSAL.CODE.eq(paper.CODE))
                .leftJoin(sums)
                .on(requireNonNull(sums.field(posting.PARTY_ID)).eq(share.PARTY_ID))
                .and(requireNonNull(sums.field(posting.CHARGE)).eq(share.CHARGE))
                .where(where)
                .orderBy(ASSESSMENT.DUE_ON, paper.DATED_ON, share.ASSESSMENT, share.POSITION)
                .fetch(row ->
                        charge(
                                row,
                                allCharged,
                                allBalance,
                                later.get(row.get(share.CHARGE)),
                                terms.getOrDefault(
                                        row.get(share.ASSESSMENT),
                                        Schedule.Terms.once(row.get(ASSESSMENT.DUE_ON))),
                                given.getOrDefault(row.get(share.CHARGE), 0L),
                                taken.getOrDefault(
                                        row.get(share.CHARGE), ClaimRepository.Sums.NONE),
                                as));
    }

    /** The charges of a party, of each what can be settled of it on the day. */
    List<OpenCharge> settleable(BodyId body, PartyId party, LocalDate date) {
        var least = leastOpen(body, party, date);
        return charges(body, Assessments.EVERYTHING, Which.ofParty(party), As.now(date)).stream()
                .map(charge -> charge.withOpen(least.getOrDefault(charge.charge(), 0L)))
                .toList();
    }

    /** What can be settled of one charge on the day, in minor units. */
    long leastOpen(BodyId body, String charge, LocalDate from) {
        return leastOpen(body, POSTING.CHARGE.eq(charge), from).getOrDefault(charge, 0L);
    }

    /**
     * What money of a day can settle of each charge of a party, in minor units: the least that is
     * open of it on any day from then on, so that on no day more is paid than charged.
     */
    Map<String, Long> leastOpen(BodyId body, PartyId party, LocalDate from) {
        return leastOpen(body, POSTING.PARTY_ID.eq(party.value()), from);
    }

    private Map<String, Long> leastOpen(BodyId body, Condition which, LocalDate from) {
        var posting = POSTING;
        var moved = sum(posting.AMOUNT);
        var open = new HashMap<String, Long>();
        var least = new HashMap<String, Long>();
        sql.select(posting.CHARGE, posting.ENTRY_DATE, moved)
                .from(posting)
                .join(ACCOUNT)
                .on(ACCOUNT.BOOK_ID.eq(posting.BOOK_ID))
                .and(ACCOUNT.ACCOUNT_ID.eq(posting.ACCOUNT_ID))
                .where(posting.BOOK_ID.eq(body.value()))
                .and(
                        ACCOUNT.CODE.in(
                                Entries.DUES_RECEIVABLE.value(),
                                Entries.PROJECT_RECEIVABLE.value()))
                .and(posting.CHARGE.isNotNull())
                .and(which)
                .and(known(body, As.now(from)))
                .groupBy(posting.CHARGE, posting.ENTRY_DATE)
                .orderBy(posting.ENTRY_DATE)
                .forEach(row -> {
                    var charge = row.value1();
                    var then = open.merge(charge, row.value3().longValueExact(), Math::addExact);
                    // Before its first posting nothing of a charge is open
                    least.merge(
                            charge,
                            row.value2().isAfter(from) ? Math.min(0, then) : then,
                            (earlier, _) ->
                                    row.value2().isAfter(from) ? Math.min(earlier, then) : then);
                });
        return least;
    }

    /** What is left of prepayments within reach, by the receipt that brought them, and fund. */
    List<Prepaid> prepaid(BodyId body, Reach reach, As as, Currency currency) {
        var posting = POSTING;
        var left = sum(posting.AMOUNT);
        return sql.select(posting.CHARGE, BOOK_PARTY.CODE, BOOK_PARTY.NAME, FUND.CODE, left)
                .from(posting)
                .join(ACCOUNT)
                .on(ACCOUNT.BOOK_ID.eq(posting.BOOK_ID))
                .and(ACCOUNT.ACCOUNT_ID.eq(posting.ACCOUNT_ID))
                .join(FUND)
                .on(FUND.BOOK_ID.eq(posting.BOOK_ID))
                .and(FUND.FUND_ID.eq(posting.FUND_ID))
                .join(BOOK_PARTY)
                .on(BOOK_PARTY.BOOK_ID.eq(posting.BOOK_ID))
                .and(BOOK_PARTY.PARTY_ID.eq(posting.PARTY_ID))
                .where(posting.BOOK_ID.eq(body.value()))
                .and(ACCOUNT.CODE.eq(Entries.PREPAID.value()))
                .and(posting.CHARGE.isNotNull())
                .and(known(body, as))
                .and(parties(posting.PARTY_ID, reach, null))
                .groupBy(posting.CHARGE, BOOK_PARTY.CODE, BOOK_PARTY.NAME, FUND.CODE)
                .having(left.ne(BigDecimal.ZERO))
                .orderBy(posting.CHARGE, FUND.CODE)
                .fetch(row ->
                        new Prepaid(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                new FundCode(row.value4()),
                                new Money(
                                        currency,
                                        Math.negateExact(row.value5().longValueExact()))));
    }

    /** What is left of a prepayment, by receipt and fund. */
    record Prepaid(String receipt, String party, String partyName, FundCode fund, Money left) {}

    /** What each charge of an assessment still has deferred on 21610, in minor units. */
    Map<String, Long> deferred(BodyId body, String assessment) {
        var posting = POSTING;
        return sql.select(posting.CHARGE, sum(posting.AMOUNT).neg())
                .from(posting)
                .join(ACCOUNT)
                .on(ACCOUNT.BOOK_ID.eq(posting.BOOK_ID))
                .and(ACCOUNT.ACCOUNT_ID.eq(posting.ACCOUNT_ID))
                .join(ASSESSMENT_SHARE)
                .on(ASSESSMENT_SHARE.BOOK_ID.eq(posting.BOOK_ID))
                .and(ASSESSMENT_SHARE.CHARGE.eq(posting.CHARGE))
                .where(posting.BOOK_ID.eq(body.value()))
                .and(ASSESSMENT_SHARE.ASSESSMENT.eq(assessment))
                .and(ACCOUNT.CODE.eq(Entries.DEFERRED.value()))
                .and(known(body, As.now(LocalDate.EPOCH)))
                .groupBy(posting.CHARGE)
                .fetchMap(row -> row.value1(), row -> row.value2().longValueExact());
    }

    /** Papers that touched charges of an assessment after an entry, also those undone since. */
    List<Dated> after(BodyId body, String assessment, long entryNo) {
        var posting = POSTING;
        var paper = CONTRIBUTION_PAPER;
        return sql.selectDistinct(paper.CODE, paper.DATED_ON, CONTRIBUTION_REVERSAL.REVERSED_ON)
                .from(posting)
                .join(ASSESSMENT_SHARE)
                .on(ASSESSMENT_SHARE.BOOK_ID.eq(posting.BOOK_ID))
                .and(ASSESSMENT_SHARE.CHARGE.eq(posting.CHARGE))
                .join(paper)
                .on(paper.BOOK_ID.eq(posting.BOOK_ID))
                .and(paper.ENTRY_NO.eq(posting.ENTRY_NO))
                .leftJoin(CONTRIBUTION_REVERSAL)
                .on(CONTRIBUTION_REVERSAL.BOOK_ID.eq(paper.BOOK_ID))
                .and(CONTRIBUTION_REVERSAL.CODE.eq(paper.CODE))
                .where(posting.BOOK_ID.eq(body.value()))
                .and(ASSESSMENT_SHARE.ASSESSMENT.eq(assessment))
                .and(paper.ENTRY_NO.gt(entryNo))
                .orderBy(paper.CODE)
                .fetch(PaperRepository::dated);
    }

    private static OpenCharge charge(
            Record row,
            Field<BigDecimal> charged,
            Field<BigDecimal> balance,
            RecalculationRepository.@Nullable Later later,
            Schedule.Terms terms,
            long inKind,
            ClaimRepository.Sums taken,
            As as) {
        var share = ASSESSMENT_SHARE;
        var paper = CONTRIBUTION_PAPER;
        var currency = Currency.getInstance(row.get(ASSESSMENT.CURRENCY));
        var kind = NewAssessment.Kind.of(row.get(ASSESSMENT.KIND));
        var more = new Money(currency, later == null ? 0 : later.more());
        var first = money(currency, row.get(charged));
        var billed = first.plus(more);
        var open = money(currency, row.get(balance));
        var parts = Schedule.of(terms, first, more, later == null ? null : later.due(), open);
        var due = Schedule.due(parts);
        var credited = new Money(currency, taken.credited());
        var writtenOff = new Money(currency, taken.writtenOff());
        var paid = billed.minus(credited).minus(writtenOff).minus(open);
        var figures = new OpenCharge.Figures(billed, credited, writtenOff, paid);
        var own = PaperRepository.basis(row.get(share.BASIS), row.get(share.BASIS_NOTE));
        return new OpenCharge(
                row.get(share.CHARGE),
                row.get(share.ASSESSMENT),
                row.get(paper.DESCRIPTION),
                row.get(BOOK_PARTY.CODE),
                row.get(BOOK_PARTY.NAME),
                row.get(ASSESSMENT.FUND),
                Entries.receivable(kind).value(),
                row.get(ASSESSMENT.PROJECT),
                row.get(share.UNIT),
                Integer.toString(row.get(ASSESSMENT.FOR_YEAR)),
                row.get(paper.DATED_ON),
                due,
                billed,
                credited,
                writtenOff,
                paid,
                new Money(currency, inKind),
                open,
                new Money(currency, taken.memo()),
                new Money(currency, taken.allowance()),
                own == null
                        ? PaperRepository.basis(row.get(paper.BASIS), row.get(paper.BASIS_NOTE))
                        : own,
                OpenCharge.status(figures, due, cancelled(row, as), as.today()),
                parts);
    }

    private static boolean cancelled(Record row, As as) {
        var entry = row.get(CONTRIBUTION_REVERSAL.ENTRY_NO);
        var date = row.get(CONTRIBUTION_REVERSAL.REVERSED_ON);
        return entry != null
                && (as.knownAt() == null || entry <= as.knownAt())
                && (as.asOf() == null || !date.isAfter(as.asOf()));
    }

    private static Money money(Currency currency, @Nullable BigDecimal minorUnits) {
        return new Money(currency, minorUnits == null ? 0 : minorUnits.longValueExact());
    }

    /** What lies beyond the head is not in the book; a read "as known at" stops earlier. */
    static Condition known(BodyId body, As as) {
        var posting = POSTING;
        return posting.ENTRY_NO
                .le(
                        select(BOOK_HEAD.LAST_NO)
                                .from(BOOK_HEAD)
                                .where(BOOK_HEAD.BOOK_ID.eq(body.value())))
                .and(as.knownAt() == null ? noCondition() : posting.ENTRY_NO.le(as.knownAt()))
                .and(as.asOf() == null ? noCondition() : posting.ENTRY_DATE.le(as.asOf()));
    }

    /**
     * The viewer's reach: charges and payments are a party's own affair, so a permission for a fund
     * alone opens none of them.
     */
    static Condition parties(Field<Integer> field, Reach reach, @Nullable PartyId party) {
        var within =
                reach.everything()
                        ? noCondition()
                        : field.in(reach.parties().stream().map(PartyId::value).toList());
        return party == null ? within : within.and(field.eq(party.value()));
    }
}
