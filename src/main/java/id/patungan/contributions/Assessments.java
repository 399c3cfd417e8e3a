package id.patungan.contributions;

import id.patungan.basics.AccountCode;
import id.patungan.basics.FundCode;
import id.patungan.basics.Money;
import id.patungan.contributions.AssessmentRepository.Header;
import id.patungan.contributions.OpenItemRepository.As;
import id.patungan.contributions.OpenItemRepository.Which;
import id.patungan.contributions.rules.LegalGround;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Reach;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Dues, levies, fines and shares of project costs: worked out by a rule, frozen, charged, and
 * earned when the year begins or the cost arises.
 */
@Service
public class Assessments {

    static final Reach EVERYTHING = new Reach(true, Set.of(), Set.of());

    private final Papers papers;
    private final Sharing sharing;
    private final Sheets sheets;
    private final AssessmentRepository assessments;
    private final OpenItemRepository openItems;
    private final PaperOrder order;
    private final Transactions transactions;

    Assessments(
            Papers papers,
            Sharing sharing,
            Sheets sheets,
            AssessmentRepository assessments,
            OpenItemRepository openItems,
            PaperOrder order,
            Transactions transactions) {
        this.papers = papers;
        this.sharing = sharing;
        this.sheets = sheets;
        this.assessments = assessments;
        this.openItems = openItems;
        this.order = order;
        this.transactions = transactions;
    }

    /**
     * What issuing would charge; posts and stores nothing. A legal basis is not needed yet.
     *
     * @throws id.patungan.basics.DomainException if there is no rule, or it cannot be applied
     */
    public Calculation preview(Access access, NewAssessment wish) {
        access.require(Action.PREPARE);
        return transactions.read(() -> sharing.calculate(access, wish));
    }

    /**
     * Charges every payer its share: one entry, one open item per payer, with rule, figures and
     * result frozen.
     *
     * @param key of the command; the same key with the same wish answers the same assessment
     * @throws id.patungan.basics.DomainException if there is no rule or no legal basis, or the rule
     *     cannot be applied; nothing is stored then
     */
    public Assessment issue(Access access, NewAssessment wish, String key) {
        return get(
                access,
                papers.once(access, key, "assessment", wish, () -> issueOnce(access, wish, false)));
    }

    /**
     * As {@link #issue}, by something else than a rule that another person has approved: the policy
     * of the body about lateness.
     */
    public Assessment issueApproved(Access access, NewAssessment wish, String key) {
        return get(
                access,
                papers.once(
                        access,
                        key,
                        "approved-assessment",
                        wish,
                        () -> issueOnce(access, wish, true)));
    }

    private String issueOnce(Access access, NewAssessment wish, boolean approved) {
        var calculation = sharing.calculate(access, wish);
        var ground = sharing.ground(access, wish, calculation, approved);
        return issue(access, wish, calculation, ground, null, List.of());
    }

    /**
     * Issues what was worked out; within a transaction that holds the book.
     *
     * @param approvedBy another person, who has approved it; null where one word is enough
     */
    String issue(
            Access access,
            NewAssessment wish,
            Calculation calculation,
            @Nullable String approvedBy) {
        var ground = sharing.ground(access, wish, calculation, false);
        return issue(access, wish, calculation, ground, approvedBy, List.of());
    }

    /**
     * Issues what bills an estimate; within a transaction that holds the book.
     *
     * @param estimated what was estimated before and comes off
     */
    String bill(Access access, NewAssessment wish, List<Entries.Estimated> estimated) {
        var calculation = sharing.calculate(access, wish);
        var ground = sharing.ground(access, wish, calculation, false);
        return issue(access, wish, calculation, ground, null, estimated);
    }

    private String issue(
            Access access,
            NewAssessment wish,
            Calculation calculation,
            LegalGround ground,
            @Nullable String approvedBy,
            List<Entries.Estimated> estimated) {
        var paper =
                papers.issue(
                        access,
                        Paper.Series.AS,
                        wish.date(),
                        wish.basis(),
                        approvedBy,
                        code ->
                                Entries.billing(
                                        Entries.assessment(code, wish, payers(code, calculation)),
                                        estimated));
        var body = access.body();
        assessments.insert(
                body, paper.code(), wish, calculation, ground, sheets.freeze(calculation));
        assessments.insertShares(body, paper.code(), calculation.parts());
        papers.issued(access, paper, wish);
        return paper.code();
    }

    private static List<Entries.Payer> payers(String code, Calculation calculation) {
        return calculation.parts().stream()
                .filter(part -> !part.share().share().isZero())
                .map(part ->
                        new Entries.Payer(
                                part.party(),
                                AssessmentRepository.charge(code, part.party()),
                                part.share().share(),
                                part.unit()))
                .toList();
    }

    /**
     * Cancels an assessment by the linked reversal of its entry; it keeps its number.
     *
     * @throws ContributionsException if money is allocated to it or part of it is earned
     */
    public Assessment cancel(Access access, String code, LocalDate on, String reason, String key) {
        return get(
                access,
                papers.once(
                        access,
                        key,
                        "cancel-assessment",
                        List.of(code, on, reason),
                        () -> {
                            var paper = papers.get(access, Paper.Series.AS, code);
                            order.requireUntouched(access, paper, on);
                            papers.reverse(access, paper, on, reason);
                            return code;
                        }));
    }

    /**
     * Records a project's cost and earns the payers' deferred charges in the proportions of the
     * split; at full cost nothing stays deferred.
     *
     * @throws ContributionsException if the cost is more than what is deferred
     */
    public Assessment recogniseCost(Access access, NewProjectCost wish, String key) {
        return get(
                access,
                papers.once(access, key, "project-cost", wish, () -> recogniseOnce(access, wish)));
    }

    private String recogniseOnce(Access access, NewProjectCost wish) {
        var header = standing(access, wish.assessment());
        if (header.kind() != NewAssessment.Kind.PROJECT) {
            throw ContributionsException.notSplit(wish.assessment());
        }
        if (wish.amount().minorUnits() <= 0) {
            throw ContributionsException.notPositive("amount", wish.amount());
        }
        if (!wish.amount().currency().equals(header.total().currency())) {
            throw ContributionsException.otherCurrency(
                    wish.amount().currency().getCurrencyCode(),
                    header.total().currency().getCurrencyCode());
        }
        if (!isExpense(wish.expense())) {
            throw ContributionsException.notAnExpense(wish.expense().value());
        }
        if (!isSource(wish.against())) {
            throw ContributionsException.notAgainst(wish.against().value());
        }
        order.ofEarning(access, header.paper()).require(wish.date());
        var left = deferred(access, header);
        var rest = sum(header, left.values().stream().mapToLong(Long::longValue).sum());
        if (wish.amount().compareTo(rest) > 0) {
            throw ContributionsException.costExceeds(wish.assessment(), wish.amount(), rest);
        }
        var earned = earned(access, header, Sharing.earn(wish.amount(), left));
        var paper =
                papers.issue(
                        access,
                        Paper.Series.ER,
                        wish.date(),
                        wish.basis(),
                        code ->
                                Entries.cost(
                                        code,
                                        wish,
                                        new FundCode(header.fund()),
                                        header.project(),
                                        Integer.toString(header.year()),
                                        earned));
        assessments.insertEarning(
                access.body(), paper.code(), wish.assessment(), true, wish.amount());
        papers.issued(access, paper, wish);
        return wish.assessment();
    }

    /** Expenses stand in class 5. */
    private static boolean isExpense(AccountCode account) {
        return account.value().startsWith("5");
    }

    /** Paid from cash or bank, or owed. */
    private static boolean isSource(AccountCode account) {
        return account.value().startsWith("111")
                || account.value().startsWith("112")
                || account.value().startsWith("211")
                || account.value().startsWith("213");
    }

    /**
     * Makes deferred dues income once their year has begun.
     *
     * @throws ContributionsException if nothing is deferred, or the year has not begun
     */
    public Assessment earnDues(
            Access access, String code, LocalDate date, String description, String key) {
        var text = Typed.text("description", description);
        return get(
                access,
                papers.once(
                        access,
                        key,
                        "earn-dues",
                        List.of(code, date, text),
                        () -> earnOnce(access, code, date, text)));
    }

    private String earnOnce(Access access, String code, LocalDate date, String description) {
        var header = standing(access, code);
        var left = deferred(access, header);
        if (!header.kind().ofMembers() || left.isEmpty()) {
            throw ContributionsException.notDeferred(code);
        }
        var day = order.ofEarning(access, header.paper());
        var begins = LocalDate.of(header.year(), 1, 1);
        if (date.isBefore(begins) && !day.isAfter(begins)) {
            throw ContributionsException.yearNotBegun(code, header.year());
        }
        day.require(date);
        var amounts = new LinkedHashMap<String, Money>();
        left.forEach((charge, minorUnits) -> amounts.put(charge, sum(header, minorUnits)));
        var earned = earned(access, header, amounts);
        var paper =
                papers.issue(
                        access,
                        Paper.Series.ER,
                        date,
                        null,
                        number ->
                                Entries.duesEarned(
                                        number,
                                        date,
                                        description,
                                        new FundCode(header.fund()),
                                        header.project(),
                                        Integer.toString(header.year()),
                                        earned));
        var total = sum(header, left.values().stream().mapToLong(Long::longValue).sum());
        assessments.insertEarning(access.body(), paper.code(), code, false, total);
        papers.issued(access, paper, Map.of("assessment", code));
        return code;
    }

    /** Undoes an earning; its charges are deferred again. */
    public Assessment reverseEarning(
            Access access, String code, String earning, LocalDate on, String reason, String key) {
        return get(
                access,
                papers.once(
                        access,
                        key,
                        "reverse-earning",
                        List.of(code, earning, on, reason),
                        () -> {
                            var header = standing(access, code);
                            var found =
                                    assessments
                                            .earnings(
                                                    access.body(), code, header.total().currency())
                                            .stream()
                                            .filter(one -> one.paper().code().equals(earning))
                                            .findFirst()
                                            .orElseThrow(() ->
                                                    ContributionsException.noSuchPaper(earning));
                            order.requireNotRecalculated(access, code, found.paper(), on);
                            papers.reverse(access, found.paper(), on, reason);
                            return code;
                        }));
    }

    private Header standing(Access access, String code) {
        var header =
                assessments
                        .header(access.body(), EVERYTHING, code)
                        .orElseThrow(() -> ContributionsException.noSuchPaper(code));
        if (header.paper().reversal() != null) {
            throw ContributionsException.alreadyReversed(code);
        }
        return header;
    }

    /** By charge, in the order of the sheet; only what is not zero. */
    private Map<String, Long> deferred(Access access, Header header) {
        var left = openItems.deferred(access.body(), header.paper().code());
        var ordered = new LinkedHashMap<String, Long>();
        for (var share : shares(access, EVERYTHING, header)) {
            var own = left.getOrDefault(share.charge(), 0L);
            if (own > 0) ordered.put(share.charge(), own);
        }
        return ordered;
    }

    private List<Entries.Earned> earned(Access access, Header header, Map<String, Money> amounts) {
        var earned = new ArrayList<Entries.Earned>();
        for (var share : shares(access, EVERYTHING, header)) {
            var amount = amounts.get(share.charge());
            if (amount != null && !amount.isZero()) {
                earned.add(
                        new Entries.Earned(
                                share.party(),
                                share.charge(),
                                share.member(),
                                share.unit(),
                                amount));
            }
        }
        return earned;
    }

    /**
     * The assessment, with the shares within the viewer's reach.
     *
     * @throws ContributionsException not found, also where no share is within reach
     */
    public Assessment get(Access access, String code) {
        access.require(Action.READ_OWN);
        return transactions.read(() ->
                assessments
                        .header(access.body(), access.reach(), code)
                        .map(header -> assembled(access, header))
                        .orElseThrow(() -> ContributionsException.noSuchPaper(code)));
    }

    private Assessment assembled(Access access, Header header) {
        var reach = access.reach();
        var charges =
                openItems
                        .charges(
                                access.body(),
                                reach,
                                Which.ofAssessment(header.paper().code()),
                                As.now(papers.today(access)))
                        .stream()
                        .collect(Collectors.toMap(OpenCharge::charge, Function.identity()));
        var shares =
                shares(access, reach, header).stream()
                        .map(share ->
                                new Assessment.Share(
                                        share.party(),
                                        share.name(),
                                        share.quota(),
                                        share.share(),
                                        share.bound(),
                                        share.rounding(),
                                        share.member(),
                                        share.unit(),
                                        share.basis(),
                                        charges.get(share.charge())))
                        .toList();
        return new Assessment(
                header.paper(),
                header.kind(),
                header.year(),
                header.fund(),
                header.project(),
                header.dues(),
                header.legalBasis(),
                header.legalText(),
                header.rule(),
                shares,
                reach.everything() ? whole(access, header) : null);
    }

    private Assessment.Whole whole(Access access, Header header) {
        var currency = header.total().currency();
        var deferred =
                openItems.deferred(access.body(), header.paper().code()).values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
        return new Assessment.Whole(
                header.total(),
                header.frozen().rule(),
                sheets.thaw(header.frozen()),
                header.frozen().digest(),
                assessments.earnings(access.body(), header.paper().code(), currency),
                new Money(currency, deferred));
    }

    private List<AssessmentRepository.StoredShare> shares(
            Access access, Reach reach, Header header) {
        return assessments.shares(
                access.body(), reach, header.paper().code(), header.total().currency());
    }

    /**
     * The assessments of which a share is within the viewer's reach, the newest first; the figures
     * are those of these shares alone.
     *
     * @param year fiscal year that is charged; null for all
     */
    public List<Assessment.Summary> list(Access access, @Nullable Integer year) {
        access.require(Action.READ_OWN);
        return transactions.read(() -> {
            var charges =
                    openItems
                            .charges(
                                    access.body(),
                                    access.reach(),
                                    new Which(null, null, year),
                                    As.now(papers.today(access)))
                            .stream()
                            .collect(Collectors.groupingBy(OpenCharge::assessment));
            return assessments.headers(access.body(), access.reach(), year).stream()
                    .map(header ->
                            summary(
                                    header,
                                    charges.getOrDefault(header.paper().code(), List.of()),
                                    papers.today(access)))
                    .toList();
        });
    }

    private static Assessment.Summary summary(
            Header header, List<OpenCharge> charges, LocalDate today) {
        var zero = sum(header, 0);
        var figures =
                charges.stream()
                        .map(OpenCharge::figures)
                        .reduce(
                                new OpenCharge.Figures(zero, zero, zero, zero),
                                OpenCharge.Figures::plus);
        var due =
                charges.stream()
                        .filter(charge -> charge.open().minorUnits() > 0)
                        .map(OpenCharge::due)
                        .min(LocalDate::compareTo)
                        .orElse(header.due());
        return new Assessment.Summary(
                header.paper(),
                header.kind(),
                header.year(),
                header.fund(),
                due,
                figures.charged(),
                figures.credited(),
                figures.writtenOff(),
                figures.paid(),
                figures.open(),
                OpenCharge.status(figures, due, header.paper().reversal() != null, today));
    }

    private static Money sum(Header header, long minorUnits) {
        return new Money(header.total().currency(), minorUnits);
    }
}
