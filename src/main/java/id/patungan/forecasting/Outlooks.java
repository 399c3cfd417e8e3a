package id.patungan.forecasting;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import id.patungan.basics.Fraction;
import id.patungan.budget.Budget;
import id.patungan.budget.Budgets;
import id.patungan.budget.YearBudget;
import id.patungan.contributions.Contributions;
import id.patungan.contributions.OpenCharge;
import id.patungan.forecasting.projection.Assembly;
import id.patungan.forecasting.projection.Line;
import id.patungan.forecasting.projection.Material;
import id.patungan.forecasting.projection.Material.Charge;
import id.patungan.forecasting.projection.Material.Debt;
import id.patungan.forecasting.projection.Material.Grant;
import id.patungan.forecasting.projection.Material.Plan;
import id.patungan.forecasting.projection.Material.PlanLine;
import id.patungan.forecasting.projection.Pot;
import id.patungan.grants.Award;
import id.patungan.grants.AwardBook;
import id.patungan.grants.AwardTerms;
import id.patungan.grants.Awards;
import id.patungan.ledger.AccountKind;
import id.patungan.ledger.Books;
import id.patungan.ledger.Journal;
import id.patungan.ledger.TrialBalance.Cell;
import id.patungan.parties.Member;
import id.patungan.parties.Members;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Transactions;

import org.springframework.stereotype.Service;

import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Gathers what the months ahead are worked out from. Only for who reads all of a book. */
@Service
public class Outlooks {

    /** What is to be paid at once: suppliers, taxes, accruals, returns, shares of profit. */
    private static final Set<String> OWED =
            Set.of("21100", "21200", "21300", "21310", "21700", "21760");

    private static final Set<String> BETWEEN_FUNDS = Set.of("19100", "29100");

    private final OutlookRepository past;
    private final Books books;
    private final Journal journal;
    private final Contributions contributions;
    private final Members members;
    private final Awards awards;
    private final Budgets budgets;
    private final Transactions transactions;
    private final Clock clock;

    Outlooks(
            OutlookRepository past,
            Books books,
            Journal journal,
            Contributions contributions,
            Members members,
            Awards awards,
            Budgets budgets,
            Transactions transactions,
            Clock clock) {
        this.past = past;
        this.books = books;
        this.journal = journal;
        this.contributions = contributions;
        this.members = members;
        this.awards = awards;
        this.budgets = budgets;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The day that is looked from where nobody asks for another: the end of the last month that is
     * over, or of the last year with entries. From a day within a month, costs of the rest of that
     * month would be left out.
     */
    public LocalDate day(Access access) {
        var today = LocalDate.now(clock.withZone(books.get(access.body()).zone()));
        var day = journal.reportingDay(access, today);
        return day.plusDays(1).withDayOfMonth(1).minusDays(1);
    }

    /** The staff of each organisation model that a budget has, for so many months. */
    public Map<String, List<Line>> models(Access access, Material material, int months) {
        var models = new TreeMap<String, List<Line>>();
        budgets.all(access).stream()
                .collect(groupingBy(YearBudget::alternative))
                .forEach((model, years) ->
                        models.put(
                                model,
                                Assembly.staff(
                                        material,
                                        years.stream().map(Outlooks::plan).toList(),
                                        months)));
        models.values().removeIf(List::isEmpty);
        return models;
    }

    /**
     * What {@link Assembly} makes the outlook of the body of.
     *
     * @param asOf the last day of the books that counts
     * @param knownAt an entry, or {@link Journal#HEAD}
     */
    public Material material(Access access, LocalDate asOf, long knownAt) {
        access.require(Action.READ_BOOKS);
        return transactions.read(() -> {
            var body = access.body();
            var known = Math.min(knownAt, journal.head(body).lastNo());
            var currency = books.get(body).currency();
            var cells = journal.trialBalance(access, asOf, known).cells();
            var charges = charges(access, asOf, known);
            return new Material(
                    asOf,
                    known,
                    past.firstDay(body, known).orElse(null),
                    currency,
                    pots(access, cells),
                    past.activity(body, asOf.plusDays(1).minusYears(1), asOf, known),
                    classes(access),
                    charges,
                    prepaid(access, charges, asOf, known),
                    former(access, asOf),
                    grants(access, asOf, known),
                    debts(cells),
                    plans(access));
        });
    }

    private List<Pot> pots(Access access, List<Cell> cells) {
        var cash = new HashMap<String, Long>();
        for (var cell : cells) {
            var account = cell.account().value();
            if (!account.startsWith("111") && !account.startsWith("112")) continue;
            cash.merge(cell.fund().value(), closing(cell), Math::addExact);
        }
        return books.funds(access).stream()
                .filter(fund -> fund.active() || cash.containsKey(fund.code().value()))
                .map(fund ->
                        new Pot(
                                fund.code().value(),
                                fund.name(Locale.of("id")),
                                fund.restriction(),
                                cash.getOrDefault(fund.code().value(), 0L)))
                .toList();
    }

    private static long closing(Cell cell) {
        return Math.subtractExact(Math.addExact(cell.opening(), cell.debit()), cell.credit());
    }

    private Map<String, String> classes(Access access) {
        var classes = new HashMap<String, String>();
        for (var account : books.accounts(access)) {
            var fundingClass = account.fundingClass();
            if (account.kind() == AccountKind.INCOME && fundingClass != null) {
                classes.put(account.code().value(), fundingClass);
            }
        }
        return classes;
    }

    private List<Charge> charges(Access access, LocalDate asOf, long known) {
        var payments = past.payments(access.body(), asOf, known);
        return contributions.openCharges(access, null, asOf, known).stream()
                .filter(one -> one.status() != OpenCharge.Status.CANCELLED)
                .map(one ->
                        new Charge(
                                one.charge(),
                                one.party(),
                                one.fund(),
                                one.account().equals("11300"),
                                Integer.parseInt(one.period()),
                                one.credited().minorUnits(),
                                one.writtenOff().minorUnits(),
                                one.schedule().stream()
                                        .map(part ->
                                                new Material.Part(
                                                        part.due(),
                                                        part.amount().minorUnits(),
                                                        part.open().minorUnits()))
                                        .toList(),
                                payments.getOrDefault(one.charge(), List.of())))
                .toList();
    }

    private Map<String, Long> prepaid(
            Access access, List<Charge> charges, LocalDate asOf, long known) {
        var prepaid = new HashMap<String, Long>();
        for (var party : charges.stream().map(Charge::party).collect(toSet())) {
            prepaid.put(party, contributions.prepaid(access, party, asOf, known).minorUnits());
        }
        return prepaid;
    }

    private Set<String> former(Access access, LocalDate asOf) {
        var all = members.all(access);
        var present =
                all.stream()
                        .filter(one ->
                                one.period().contains(asOf) || one.period().from().isAfter(asOf))
                        .map(Member::code)
                        .collect(toSet());
        return all.stream()
                .map(Member::code)
                .filter(one -> !present.contains(one))
                .collect(toSet());
    }

    private List<Grant> grants(Access access, LocalDate asOf, long known) {
        var grants = new ArrayList<Grant>();
        for (var award : awards.all(access)) {
            if (award.terms().isEmpty()) continue;
            grants.addAll(grants(award, awards.book(access, award.code(), known), asOf));
        }
        return grants;
    }

    /** The purposes of an award with what is still to come for each. */
    private List<Grant> grants(Award award, AwardBook book, LocalDate asOf) {
        var terms = book.terms();
        var rate = rate(book, asOf);
        var shares = TrancheShares.of(book, asOf);
        var classes = Map.of("42100", "D2", "42200", "D2", "43100", "D3", "44100", "D4");
        return terms.purposes().stream()
                .map(purpose -> {
                    var own = new TreeMap<YearMonth, Long>();
                    shares.getOrDefault(purpose.code(), Map.of())
                            .forEach((month, amount) -> own.put(month, times(amount, rate)));
                    return new Grant(
                            award.code(),
                            purpose.fund(),
                            terms.giver(),
                            terms.kind().income(),
                            classes.getOrDefault(terms.kind().income(), "D3"),
                            YearMonth.from(terms.lastDay(purpose)),
                            purpose.once() || terms.kind() == AwardTerms.Kind.SPONSOR,
                            book.foreign() ? terms.currency().getCurrencyCode() : null,
                            own);
                })
                .toList();
    }

    /** Minor units of the book's currency for one of the award's, by its last entry with a rate. */
    private static Fraction rate(AwardBook book, LocalDate asOf) {
        if (!book.foreign()) return Fraction.ONE;
        var digits =
                book.currency().getDefaultFractionDigits()
                        - book.terms().currency().getDefaultFractionDigits();
        return book.own()
                .filter(one -> !one.date().isAfter(asOf))
                .flatMap(one -> Stream.ofNullable(one.original()))
                .filter(one -> one.currency().equals(book.terms().currency()))
                .reduce((one, other) -> other)
                .map(one -> Fraction.of(one.rate().movePointRight(digits)))
                .orElse(Fraction.ZERO);
    }

    private static long times(long amount, Fraction factor) {
        return Fraction.of(amount).times(factor).rounded(0, RoundingMode.HALF_UP).longValueExact();
    }

    /**
     * The budget of each year: what is adopted, else the usual draft, else the alternative that was
     * taken the year before, else the only one.
     */
    private List<Plan> plans(Access access) {
        var years =
                budgets.all(access).stream()
                        .collect(groupingBy(YearBudget::year, TreeMap::new, toList()));
        var plans = new ArrayList<Plan>();
        var before = Budget.MAIN;
        for (var year : years.values()) {
            var chosen = chosen(year, before);
            if (chosen.isEmpty()) continue;
            before = chosen.get().alternative();
            plans.add(plan(chosen.get()));
        }
        return plans;
    }

    private static Optional<YearBudget> chosen(List<YearBudget> year, String before) {
        return first(year, YearBudget::adopted)
                .or(() -> first(year, one -> one.alternative().equals(Budget.MAIN)))
                .or(() -> first(year, one -> one.alternative().equals(before)))
                .or(() -> first(year, _ -> year.size() == 1));
    }

    private static Optional<YearBudget> first(List<YearBudget> year, Predicate<YearBudget> which) {
        return year.stream().filter(which).findFirst();
    }

    private static Plan plan(YearBudget budget) {
        return new Plan(
                budget.year(),
                budget.year() + "/" + budget.alternative(),
                budget.lines().stream()
                        .map(one ->
                                new PlanLine(one.account(), one.fund(), one.text(), one.months()))
                        .toList());
    }

    private static List<Debt> debts(List<Cell> cells) {
        return cells.stream()
                .filter(cell ->
                        OWED.contains(cell.account().value())
                                || BETWEEN_FUNDS.contains(cell.account().value()))
                .filter(cell -> closing(cell) != 0)
                .map(cell -> new Debt(cell.account().value(), cell.fund().value(), -closing(cell)))
                .toList();
    }
}
