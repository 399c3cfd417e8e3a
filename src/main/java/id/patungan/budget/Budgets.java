package id.patungan.budget;

import id.patungan.basics.FundCode;
import id.patungan.budget.BudgetRepository.State;
import id.patungan.ledger.Books;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The yearly budgets of a body: drafted by one person, adopted by another with a reference to the
 * decision, changed once by a revision that goes the same way.
 *
 * <p>Every saved state of a draft stays; the newest one counts. Whoever does not read the whole
 * book sees adopted budgets alone, and of those the lines of its own funds.
 */
@Service
public class Budgets {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;
    private static final int LONGEST_DECISION = 200;

    private final BudgetRepository budgets;
    private final BudgetRules rules;
    private final Books books;
    private final Audit audit;
    private final Transactions transactions;
    private final Clock clock;

    Budgets(
            BudgetRepository budgets,
            BudgetRules rules,
            Books books,
            Audit audit,
            Transactions transactions,
            Clock clock) {
        this.budgets = budgets;
        this.rules = rules;
        this.books = books;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** An alternative of a year, with its names. */
    public record Alternative(String code, String nameId, String nameEn) {}

    /** What is in force of each year and alternative within reach, the newest year first. */
    public List<YearBudget> all(Access access) {
        return budgets(access).stream().map(Budget::inForce).toList();
    }

    /**
     * What is in force: the adopted revision, else the adopted original, else the draft, which says
     * of itself that it is none.
     *
     * @param alternative {@link Budget#MAIN} for the usual one
     */
    public Optional<YearBudget> inForce(Access access, int year, String alternative) {
        return find(access, year, alternative).map(Budget::inForce);
    }

    /** The alternatives of a year within reach, by code. */
    public List<Alternative> alternatives(Access access, int year) {
        return budgets(access, year).stream()
                .map(one -> {
                    var plan = one.newest().plan();
                    return new Alternative(one.alternative(), plan.nameId(), plan.nameEn());
                })
                .toList();
    }

    /** Every budget within reach, the newest year first. */
    public List<Budget> budgets(Access access) {
        return budgets(access, null);
    }

    private List<Budget> budgets(Access access, @Nullable Integer year) {
        access.require(Action.READ_OWN);
        return transactions.read(() -> {
            var currency = books.get(access.body()).currency();
            var sides = rules.sides(access);
            var found = new LinkedHashMap<String, List<YearBudget>>();
            for (var state : budgets.states(access.body(), year)) {
                limited(access, shown(state, currency, sides))
                        .ifPresent(one ->
                                found.computeIfAbsent(
                                                one.year() + " " + one.alternative(),
                                                _ -> new ArrayList<>())
                                        .add(one));
            }
            return found.values().stream().map(Budgets::of).toList();
        });
    }

    private YearBudget shown(State state, Currency currency, Map<String, BudgetSide> sides) {
        return new YearBudget(
                state.year(),
                state.alternative(),
                state.step(),
                state.version(),
                currency,
                budgets.plan(state),
                sides,
                state.preparedBy(),
                state.preparedAt(),
                state.decision(),
                state.adoptedBy(),
                state.adoptedAt());
    }

    /** What the viewer sees of it. */
    private static Optional<YearBudget> limited(Access access, YearBudget budget) {
        var reach = access.reach();
        if (reach.everything()) return Optional.of(budget);
        if (!budget.adopted()) return Optional.empty();
        var own =
                budget.lines().stream()
                        .filter(line -> reach.funds().contains(new FundCode(line.fund())))
                        .toList();
        return own.isEmpty() ? Optional.empty() : Optional.of(budget.with(budget.plan().with(own)));
    }

    /** Without its original, a revision of which one sees lines stands for both. */
    private static Budget of(List<YearBudget> steps) {
        var first = steps.getFirst();
        return new Budget(
                first.year(),
                first.alternative(),
                first,
                steps.size() > 1 ? steps.getLast() : null);
    }

    /** The budget of that year and alternative, if there is one within reach. */
    public Optional<Budget> find(Access access, int year, String alternative) {
        return budgets(access, year).stream()
                .filter(one -> one.alternative().equals(alternative))
                .findFirst();
    }

    /**
     * The budget of that year and alternative.
     *
     * @throws BudgetException not found, also where the viewer does not reach it
     */
    public Budget get(Access access, int year, String alternative) {
        return find(access, year, alternative)
                .orElseThrow(() -> BudgetException.noSuchBudget(year, alternative));
    }

    /**
     * The code of an alternative as it is kept: {@code main}, or upper case.
     *
     * @throws BudgetException if it is none
     */
    public static String alternative(@Nullable String text) {
        var code = text == null ? "" : text.strip();
        if (code.isEmpty() || code.equalsIgnoreCase(Budget.MAIN)) return Budget.MAIN;
        var upper = code.toUpperCase(Locale.ROOT);
        if (!upper.matches("[A-Z0-9][A-Z0-9-]{0,15}")) throw BudgetException.alternative(code);
        return upper;
    }

    /** What the trail keeps of a saved state, which itself stays. */
    private record Trail(int version, int lines, String income, String expense, String assets) {

        static Trail of(YearBudget budget) {
            return new Trail(
                    budget.version(),
                    budget.lines().size(),
                    text(budget, BudgetSide.INCOME),
                    text(budget, BudgetSide.EXPENSE),
                    text(budget, BudgetSide.ASSETS));
        }

        private static String text(YearBudget budget, BudgetSide side) {
            return BigDecimal.valueOf(
                            budget.total(side, null), budget.currency().getDefaultFractionDigits())
                    .toPlainString();
        }
    }

    /**
     * Saves a draft, whole; the same once more changes nothing.
     *
     * @param alternative as {@link #alternative} makes it
     * @param seen the version on which the draft was made, 0 for none; null if it replaces whatever
     *     is there
     * @throws BudgetException if it is adopted, or a revision of what is not, if somebody saved
     *     another state since, or a line does not fit the book
     */
    public YearBudget draft(
            Access access,
            int year,
            String alternative,
            BudgetStep step,
            BudgetPlan plan,
            @Nullable Integer seen) {
        access.require(Action.PREPARE);
        return books.write(
                access.body(),
                () -> {
                    requireOpen(access, year, alternative, step);
                    BudgetRules.require(plan, rules.known(access));
                    var last = budgets.lastVersion(access.body(), year, alternative);
                    var newest = newest(access, year, alternative);
                    if (newest != null && newest.step() == step && newest.plan().equals(plan)) {
                        return newest;
                    }
                    if (seen != null && seen != last) throw BudgetException.changedMeanwhile();
                    budgets.insert(
                            access.body(),
                            year,
                            alternative,
                            last + 1,
                            step,
                            plan,
                            access.handle(),
                            clock.instant().truncatedTo(ChronoUnit.MICROS));
                    var saved = Objects.requireNonNull(newest(access, year, alternative));
                    audit.record(
                            access,
                            "budget.draft",
                            subject(saved),
                            newest == null ? null : Trail.of(newest),
                            Trail.of(saved));
                    return saved;
                });
    }

    /** Refuses what {@link #draft} would, but for the lines; stores nothing. */
    void requireOpen(Access access, int year, String alternative, BudgetStep step) {
        access.require(Action.PREPARE);
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw BudgetException.year(Integer.toString(year));
        }
        if (!alternative(alternative).equals(alternative)) {
            throw BudgetException.alternative(alternative);
        }
        var newest = newest(access, year, alternative);
        var adopted = newest != null && (newest.adopted() || newest.step() == BudgetStep.REVISION);
        if (!adopted && step == BudgetStep.REVISION) {
            throw BudgetException.notAdopted(year, alternative);
        }
        if (adopted && step == BudgetStep.ORIGINAL) {
            throw BudgetException.frozen(year, alternative);
        }
        if (newest != null && newest.adopted() && newest.step() == BudgetStep.REVISION) {
            throw BudgetException.revised(year, alternative);
        }
    }

    private @Nullable YearBudget newest(Access access, int year, String alternative) {
        return find(Access.system(access.body()), year, alternative)
                .map(Budget::newest)
                .orElse(null);
    }

    /**
     * Starts a budget without lines.
     *
     * @throws BudgetException if it is there
     */
    public YearBudget start(
            Access access, int year, String alternative, String nameId, String nameEn) {
        access.require(Action.PREPARE);
        return draft(
                access,
                year,
                alternative,
                BudgetStep.ORIGINAL,
                new BudgetPlan(nameId, nameEn, List.of()),
                requireNew(access, year, alternative));
    }

    /** Nothing was seen of what is not there. */
    private int requireNew(Access access, int year, String alternative) {
        if (newest(access, year, alternative) != null) {
            throw BudgetException.alreadyThere(year, alternative);
        }
        return 0;
    }

    /**
     * Starts a budget from what is in force of another, usually last year's.
     *
     * @param income percent of each amount of income, 100 for the same
     * @param expense percent of each other amount
     * @throws BudgetException if the budget is there, or the other is not
     */
    public YearBudget copy(
            Access access,
            int year,
            String alternative,
            String nameId,
            String nameEn,
            Budget from,
            BigDecimal income,
            BigDecimal expense) {
        access.require(Action.PREPARE);
        requirePercent(income);
        requirePercent(expense);
        var lines = new BudgetCopy(rules.known(access).unit()).of(from.inForce(), income, expense);
        return draft(
                access,
                year,
                alternative,
                BudgetStep.ORIGINAL,
                new BudgetPlan(nameId, nameEn, lines),
                requireNew(access, year, alternative));
    }

    private static void requirePercent(BigDecimal percent) {
        var most = BigDecimal.valueOf(1000);
        if (percent.compareTo(BigDecimal.ONE) < 0
                || percent.compareTo(most) > 0
                || percent.stripTrailingZeros().scale() > 4) {
            throw BudgetException.index(percent.toPlainString());
        }
    }

    /**
     * Starts the revision as a copy of the adopted original.
     *
     * @throws BudgetException if the original is not adopted
     */
    public YearBudget revise(Access access, int year, String alternative) {
        access.require(Action.PREPARE);
        var budget = get(access, year, alternative);
        var revision = budget.revision();
        if (revision != null && !revision.adopted()) return revision;
        return draft(
                access,
                year,
                alternative,
                BudgetStep.REVISION,
                budget.original().plan(),
                budget.original().version());
    }

    /**
     * Adopts the newest state; never one's own. From then on it stays as it is. A year has one
     * adopted alternative.
     *
     * @param decision its number and date, as written on it
     * @throws BudgetException if it is one's own work, not the newest, empty, or the year has
     *     another
     */
    public YearBudget adopt(
            Access access, int year, String alternative, int version, @Nullable String decision) {
        access.require(Action.APPROVE);
        var said = BudgetRules.text(BudgetField.DECISION, decision, LONGEST_DECISION);
        return books.write(
                access.body(),
                () -> {
                    var draft = get(access, year, alternative).newest();
                    if (draft.adopted()
                            && draft.version() == version
                            && same(draft, access, said)) {
                        return draft;
                    }
                    requireAdoptable(access, draft, version);
                    var state =
                            budgets.states(access.body(), year).stream()
                                    .filter(one ->
                                            one.alternative().equals(alternative)
                                                    && one.version() == version)
                                    .findFirst()
                                    .orElseThrow();
                    budgets.insertAdoption(
                            access.body(),
                            state,
                            said,
                            access.handle(),
                            clock.instant().truncatedTo(ChronoUnit.MICROS));
                    var adopted = get(access, year, alternative).newest();
                    audit.record(
                            access,
                            "budget.adopt",
                            subject(adopted),
                            null,
                            new Adopted(version, said));
                    return adopted;
                });
    }

    private record Adopted(int version, String decision) {}

    private static boolean same(YearBudget adopted, Access access, String decision) {
        return access.handle().equals(adopted.adoptedBy()) && decision.equals(adopted.decision());
    }

    private void requireAdoptable(Access access, YearBudget draft, int version) {
        var year = draft.year();
        var alternative = draft.alternative();
        if (draft.adopted()) {
            throw draft.step() == BudgetStep.REVISION
                    ? BudgetException.revised(year, alternative)
                    : BudgetException.frozen(year, alternative);
        }
        if (draft.version() != version) throw BudgetException.changedMeanwhile();
        if (draft.lines().isEmpty()) throw BudgetException.noLines();
        if (prepared(access, draft)) throw BudgetException.ownWork();
        adoptedOf(access, year)
                .filter(other -> !other.equals(alternative))
                .ifPresent(other -> {
                    throw BudgetException.yearAdopted(year, other);
                });
    }

    private boolean prepared(Access access, YearBudget draft) {
        return budgets.preparers(access.body(), draft.year(), draft.alternative(), draft.step())
                .contains(access.handle());
    }

    private Optional<String> adoptedOf(Access access, int year) {
        return budgets.states(access.body(), year).stream()
                .filter(one -> one.adoptedBy() != null)
                .map(State::alternative)
                .findFirst();
    }

    /** Whether the viewer may adopt the draft of it, if there is one. */
    public boolean mayAdopt(Access access, Budget budget) {
        var draft = budget.draft();
        return draft != null
                && access.may(Action.APPROVE)
                && transactions.read(() ->
                        !draft.lines().isEmpty()
                                && !prepared(access, draft)
                                && adoptedOf(access, draft.year())
                                        .filter(other -> !other.equals(draft.alternative()))
                                        .isEmpty());
    }

    private static String subject(YearBudget budget) {
        return "%d %s %s".formatted(budget.year(), budget.alternative(), budget.step().code());
    }

    /** This year where the body is. */
    public int thisYear(Access access) {
        return LocalDate.now(clock.withZone(books.get(access.body()).zone())).getYear();
    }
}
