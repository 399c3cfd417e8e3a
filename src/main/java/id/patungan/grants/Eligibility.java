package id.patungan.grants;

import id.patungan.basics.Money;
import id.patungan.grants.AwardEvent.Kind;
import id.patungan.grants.AwardTerms.BudgetLine;
import id.patungan.grants.AwardTerms.Purpose;
import id.patungan.ledger.EntryRule.Proposed;
import id.patungan.ledger.Line;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tests what is to be posted against the terms of one award, entry after entry; what has passed
 * counts for the next. What is not eligible must name another fund, or a named person sets the rule
 * aside for that one document and the award's statement says so.
 */
final class Eligibility {

    /** What a cost is tested for. */
    enum Rule {
        /** The cost names the award's line. */
        LINE(false),
        /** The fund is that of the line's purpose. */
        PURPOSE(false),
        /** The activity stands in the giver's frame. */
        FRAME(false),
        /** The currency is the award's. */
        CURRENCY(false),
        /** A document shows it. */
        EVIDENCE(false),
        /** Conditional money becomes income as it is spent, in the same entry. */
        RELEASE(false),
        /** The money is there, and the condition of its tranche is met. */
        CONDITION(false),
        /** The day lies in the period of the purpose. */
        PERIOD(true),
        /** What was incurred is paid in time. */
        PAID_UNTIL(true),
        /** The line still takes costs. */
        CLOSED_LINE(true),
        /** The line takes costs of that account. */
        ACCOUNT(true),
        /** The document was not charged before. */
        TWICE(true),
        /** The line has enough left. */
        BUDGET(true),
        /** Indirect costs stay below their limit. */
        INDIRECT(true),
        /** Nothing is lent to another fund. */
        LOAN(true);

        private final boolean overridable;

        Rule(boolean overridable) {
            this.overridable = overridable;
        }

        /** Whether a named person may set it aside. */
        boolean overridable() {
            return overridable;
        }

        /** As stored and sent. */
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Rule of(String code) {
            for (var rule : values()) {
                if (rule.code().equals(code)) return rule;
            }
            throw AwardException.notAWord("rule", code);
        }
    }

    private final AwardBook book;
    private final AwardTerms terms;
    private final Predicate<String> chargedBefore;
    private final Set<String> charged = new HashSet<>();
    private final Map<String, Long> spent = new HashMap<>();
    private final List<AwardMovement> passed = new ArrayList<>();
    private long costs;

    /**
     * Starts from what the book has.
     *
     * @param chargedBefore whether a cost was charged to any award by a document, and still is
     */
    Eligibility(AwardBook book, Predicate<String> chargedBefore) {
        this.book = book;
        this.terms = book.terms();
        this.chargedBefore = chargedBefore;
        book.own()
                .filter(AwardMovement::cost)
                .forEach(one -> {
                    AwardLineCode.read(one.awardLine())
                            .ifPresent(line ->
                                    spent.merge(
                                            line.line(),
                                            AwardStanding.inAward(book, one),
                                            Math::addExact));
                    costs += one.amount();
                });
    }

    /**
     * Tests one entry and takes it in.
     *
     * @throws AwardException the first rule that it breaks
     */
    void require(Proposed entry) {
        var funds = terms.funds();
        // a sponsor without a budget was promised something else than costs
        var budgeted = !terms.lines().isEmpty();
        for (var line : entry.lines()) {
            var code = AwardLineCode.read(line.awardLine()).orElse(null);
            var named = code != null && code.award().equals(book.code());
            var own = funds.contains(line.fund().value());
            if (own && budgeted && AwardMovement.isCost(line.account().value())) {
                requireCost(entry, line, named ? code : null);
            } else if (code != null && named && own && code.outside()) {
                throw frame(entry, code);
            }
            if (own) requireNoLoan(entry, line);
        }
        requireRelease(entry);
        requirePaidInTime(entry);
    }

    private void requireCost(Proposed entry, Line line, @Nullable AwardLineCode code) {
        var fund = line.fund().value();
        if (code == null) {
            throw AwardException.ineligible(
                    Rule.LINE,
                    "A cost in fund %s must name a line of award %s, such as %s/%s"
                            .formatted(fund, book.code(), book.code(), firstLine(fund)),
                    fund,
                    book.code(),
                    firstLine(fund));
        }
        if (code.outside()) throw frame(entry, code);
        var budget =
                terms.line(code.line())
                        .orElseThrow(() ->
                                AwardException.ineligible(
                                        Rule.LINE,
                                        "Award %s has no line '%s'; it has %s/%s"
                                                .formatted(
                                                        book.code(),
                                                        code.line(),
                                                        book.code(),
                                                        firstLine(fund)),
                                        fund,
                                        book.code(),
                                        firstLine(fund)));
        requireFrame(entry, budget, code);
        requirePurpose(fund, budget);
        if (line.amount() > 0) requireNewCost(entry, line, budget);
        take(line, budget);
    }

    private String firstLine(String fund) {
        return terms.lines().stream()
                .filter(line -> terms.purpose(line.purpose()).fund().equals(fund))
                .map(BudgetLine::code)
                .findFirst()
                .orElse("?");
    }

    private AwardException frame(Proposed entry, AwardLineCode code) {
        return AwardException.ineligible(
                Rule.FRAME,
                "Activity '%s' is outside the frame of award %s, so %s cannot be charged to it: name another fund, with %s/-/%s"
                        .formatted(
                                code.activity(),
                                book.code(),
                                document(entry),
                                book.code(),
                                code.activity()),
                String.valueOf(code.activity()),
                book.code(),
                document(entry));
    }

    private static String document(Proposed entry) {
        return Objects.requireNonNullElse(entry.documentNo(), entry.description());
    }

    private void requireFrame(Proposed entry, BudgetLine budget, AwardLineCode code) {
        var fits =
                code.activity() == null
                        ? budget.activities().isEmpty()
                        : budget.activities().contains(code.activity());
        if (!fits) throw frame(entry, code);
    }

    private void requirePurpose(String fund, BudgetLine budget) {
        var purpose = terms.purpose(budget.purpose());
        if (!purpose.fund().equals(fund)) {
            throw AwardException.ineligible(
                    Rule.PURPOSE,
                    "Line %s serves '%s', whose money is in fund %s, not %s"
                            .formatted(budget.code(), purpose.nameEn(), purpose.fund(), fund),
                    budget.code(),
                    purpose.nameId(),
                    purpose.fund(),
                    fund);
        }
    }

    private void requireNewCost(Proposed entry, Line line, BudgetLine budget) {
        requireCurrency(line);
        requireDays(entry, line, budget);
        if (!budget.bears(line.account().value())
                && !overridden(Rule.ACCOUNT, entry, line.amount())) {
            throw AwardException.ineligible(
                    Rule.ACCOUNT,
                    "Line %s does not take costs of account %s, only %s"
                            .formatted(
                                    budget.code(),
                                    line.account().value(),
                                    String.join(", ", budget.accounts())),
                    budget.code(),
                    line.account().value(),
                    String.join(", ", budget.accounts()));
        }
        requireEvidence(entry, line);
        requireBudget(entry, line, budget);
        requireMoney(entry, line);
    }

    private void requireCurrency(Line line) {
        var original = line.original();
        var wrong =
                book.foreign()
                        ? original == null || !original.currency().equals(terms.currency())
                        : original != null;
        if (wrong) {
            var given = original == null ? book.currency() : original.currency();
            throw AwardException.ineligible(
                    Rule.CURRENCY,
                    "Costs of award %s are in %s, not in %s"
                            .formatted(book.code(), terms.currency(), given),
                    book.code(),
                    terms.currency().getCurrencyCode(),
                    given.getCurrencyCode());
        }
    }

    private void requireDays(Proposed entry, Line line, BudgetLine budget) {
        Purpose purpose = terms.purpose(budget.purpose());
        var last = terms.lastDay(purpose);
        if ((entry.date().isBefore(terms.from()) || entry.date().isAfter(last))
                && !overridden(Rule.PERIOD, entry, line.amount())) {
            throw AwardException.ineligible(
                    Rule.PERIOD,
                    "%s is outside %s to %s, when costs of line %s may be incurred"
                            .formatted(entry.date(), terms.from(), last, budget.code()),
                    entry.date(),
                    terms.from(),
                    last,
                    budget.code());
        }
        var closed = budget.closedFrom();
        if (closed != null
                && !entry.date().isBefore(closed)
                && !overridden(Rule.CLOSED_LINE, entry, line.amount())) {
            throw AwardException.ineligible(
                    Rule.CLOSED_LINE,
                    "Line %s takes no costs from %s on".formatted(budget.code(), closed),
                    budget.code(),
                    closed);
        }
    }

    private void requireEvidence(Proposed entry, Line line) {
        var document = entry.documentNo();
        if (document == null) {
            throw AwardException.ineligible(
                    Rule.EVIDENCE,
                    "A cost of award %s needs the number of its document".formatted(book.code()),
                    book.code());
        }
        if ((charged.contains(document) || chargedBefore.test(document))
                && !overridden(Rule.TWICE, entry, line.amount())) {
            throw AwardException.ineligible(
                    Rule.TWICE,
                    "Document %s has been charged to an award before".formatted(document),
                    document);
        }
    }

    private void requireBudget(Proposed entry, Line line, BudgetLine budget) {
        var before = spent.getOrDefault(budget.code(), 0L);
        var left = budget.amount() - before;
        var wanted = inAward(line);
        if (wanted > left && !overridden(Rule.BUDGET, entry, line.amount())) {
            throw AwardException.ineligible(
                    Rule.BUDGET,
                    "Line %s has %s left of %s; %s is more"
                            .formatted(
                                    budget.code(),
                                    terms.money(left),
                                    terms.money(budget.amount()),
                                    terms.money(wanted)),
                    budget.code(),
                    terms.money(left),
                    terms.money(budget.amount()),
                    terms.money(wanted));
        }
        var cap = terms.indirectCap();
        if (budget.indirect() && cap != null) requireCap(entry, line, wanted, cap);
    }

    private void requireCap(Proposed entry, Line line, long wanted, BigDecimal cap) {
        var direct = 0L;
        var indirect = wanted;
        for (var one : terms.lines()) {
            var sum = spent.getOrDefault(one.code(), 0L);
            if (one.indirect()) {
                indirect += sum;
            } else {
                direct += sum;
            }
        }
        var most =
                BigDecimal.valueOf(direct)
                        .multiply(cap)
                        .movePointLeft(2)
                        .setScale(0, java.math.RoundingMode.DOWN)
                        .longValueExact();
        if (indirect > most && !overridden(Rule.INDIRECT, entry, line.amount())) {
            throw AwardException.ineligible(
                    Rule.INDIRECT,
                    "Indirect costs would be %s; %s percent of the direct costs so far is %s"
                            .formatted(
                                    terms.money(indirect), cap.toPlainString(), terms.money(most)),
                    terms.money(indirect),
                    cap,
                    terms.money(most));
        }
    }

    /** Money that has not come, or whose condition is open, cannot be spent. */
    private void requireMoney(Proposed entry, Line line) {
        var standing = AwardStanding.of(with(passed), entry.date());
        var later =
                costs
                        - book.own()
                                .filter(AwardMovement::cost)
                                .filter(one -> !one.date().isAfter(entry.date()))
                                .mapToLong(AwardMovement::amount)
                                .sum()
                        - passed.stream()
                                .filter(AwardMovement::cost)
                                .filter(one -> !one.date().isAfter(entry.date()))
                                .mapToLong(AwardMovement::amount)
                                .sum();
        var left = Math.subtractExact(standing.spendable(), Math.max(0, later));
        var wanted = Math.addExact(line.amount(), exchange(entry));
        if (wanted > left) {
            throw AwardException.ineligible(
                    Rule.CONDITION,
                    "On %s award %s has %s that may be spent; %s is more: wait for the next tranche or its condition, or charge another fund"
                            .formatted(entry.date(), book.code(), inBook(left), inBook(wanted)),
                    entry.date(),
                    book.code(),
                    inBook(left),
                    inBook(wanted));
        }
    }

    /** By how much more leaves the bank than the costs at the award's rate; less below 0. */
    private long exchange(Proposed entry) {
        return entry.lines().stream()
                .filter(line -> terms.funds().contains(line.fund().value()))
                .filter(line -> AwardPosition.ofExchange(line.account().value()))
                .mapToLong(Line::amount)
                .sum();
    }

    private Money inBook(long amount) {
        return new Money(book.currency(), amount);
    }

    private AwardBook with(List<AwardMovement> more) {
        if (more.isEmpty()) return book;
        var all = new ArrayList<>(book.movements());
        all.addAll(more);
        return new AwardBook(book.code(), terms, book.currency(), all, book.events(), book.head());
    }

    private void take(Line line, BudgetLine budget) {
        spent.merge(budget.code(), inAward(line), Math::addExact);
        costs += line.amount();
    }

    private long inAward(Line line) {
        var original = line.original();
        return original == null ? line.amount() : original.amount();
    }

    private void requireNoLoan(Proposed entry, Line line) {
        if (line.account().value().equals("19100")
                && line.amount() > 0
                && !entry.kind().startsWith("award-")
                && !overridden(Rule.LOAN, entry, line.amount())) {
            throw AwardException.ineligible(
                    Rule.LOAN,
                    "Fund %s belongs to award %s and lends nothing to other funds"
                            .formatted(line.fund().value(), book.code()),
                    line.fund().value(),
                    book.code());
        }
    }

    /** What is spent of conditional money leaves the liability and becomes income. */
    private void requireRelease(Proposed entry) {
        if (!terms.conditional()
                || terms.kind() == AwardTerms.Kind.SPONSOR
                || entry.kind().startsWith("award-")) {
            return;
        }
        for (var fund : terms.funds()) {
            var cost = sum(entry, fund, AwardMovement::isCost);
            if (cost == 0) continue;
            var released = sum(entry, fund, terms.kind().liability()::equals);
            var earned = -sum(entry, fund, terms.kind().income()::equals);
            if (released != cost || earned != cost) {
                throw AwardException.ineligible(
                        Rule.RELEASE,
                        "Fund %s is conditional: with a cost of %s, debit %s and credit %s with the same amount in the same entry"
                                .formatted(
                                        fund,
                                        inBook(cost),
                                        terms.kind().liability(),
                                        terms.kind().income()),
                        fund,
                        inBook(cost),
                        terms.kind().liability(),
                        terms.kind().income());
            }
        }
    }

    private static long sum(Proposed entry, String fund, Predicate<String> accounts) {
        return entry.lines().stream()
                .filter(line -> line.fund().value().equals(fund))
                .filter(line -> accounts.test(line.account().value()))
                .mapToLong(Line::amount)
                .sum();
    }

    private void requirePaidInTime(Proposed entry) {
        if (!entry.date().isAfter(terms.paidUntil())) return;
        for (var line : entry.lines()) {
            var payable = Set.of("21100", "21200", "21300").contains(line.account().value());
            if (payable
                    && line.amount() > 0
                    && terms.funds().contains(line.fund().value())
                    && !overridden(Rule.PAID_UNTIL, entry, line.amount())) {
                throw AwardException.ineligible(
                        Rule.PAID_UNTIL,
                        "Costs of award %s may be paid until %s, not on %s"
                                .formatted(book.code(), terms.paidUntil(), entry.date()),
                        book.code(),
                        terms.paidUntil(),
                        entry.date());
            }
        }
    }

    /** Takes in the whole entry once it has passed. */
    void passed(Proposed entry) {
        for (var line : entry.lines()) {
            if (!terms.funds().contains(line.fund().value())) continue;
            passed.add(
                    new AwardMovement(
                            Long.MAX_VALUE,
                            line.number(),
                            entry.date(),
                            entry.kind(),
                            false,
                            entry.description(),
                            entry.documentNo(),
                            line.account().value(),
                            line.fund().value(),
                            line.amount(),
                            line.party(),
                            line.awardLine(),
                            line.charge(),
                            line.original(),
                            line.memo()));
        }
        var document = entry.documentNo();
        if (document != null) charged.add(document);
    }

    private boolean overridden(Rule rule, Proposed entry, long amount) {
        var document = entry.documentNo();
        return document != null
                && book.events(Kind.OVERRIDE)
                        .anyMatch(one ->
                                one.item().equals(rule.code())
                                        && document.equals(one.documentNo())
                                        && one.amount() != null
                                        && one.amount() >= amount);
    }
}
