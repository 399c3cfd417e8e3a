package id.patungan.forecasting.projection;

import static java.time.temporal.ChronoUnit.MONTHS;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import id.patungan.basics.Fraction;
import id.patungan.basics.Money;
import id.patungan.forecasting.projection.Line.Group;
import id.patungan.forecasting.projection.Material.Charge;
import id.patungan.forecasting.projection.Material.Grant;
import id.patungan.forecasting.projection.Material.Part;
import id.patungan.forecasting.projection.Material.Plan;
import id.patungan.forecasting.projection.Material.PlanLine;
import id.patungan.forecasting.projection.Material.Sum;
import id.patungan.forecasting.projection.Origin.Kind;
import id.patungan.ledger.Restriction;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes the outlook of a body as it is: nothing grows and nobody leaves unless a scenario says so.
 *
 * <ul>
 *   <li>Dues: what was charged for the latest year comes again every year, on the same days, from
 *       each payer as late as it usually pays.
 *   <li>Open charges: each part when it falls due; what is overdue, as the rest of what its payer
 *       owes usually comes.
 *   <li>Awards: what has not come of them, when it is expected; after their last month nothing
 *       comes, and costs that go on fall on the body's own funds.
 *   <li>Costs and other income: the budget of the year, or the one before it again; in months
 *       before the first, and without any, what the books show of the twelve months before; of
 *       projects budgets alone, since their costs come with their payers' shares.
 *   <li>Debts: paid in the first month.
 * </ul>
 */
public final class Assembly {

    private static final int YEAR = 12;
    private static final Set<String> STAFF = Set.of("51100", "51200");

    /** Wear, allowances, exchange losses, returns of earlier years, handing over, things bought. */
    private static final Set<String> ONE_OFF =
            Set.of("12100", "55100", "56100", "57100", "58100", "58200");

    /** Costs that no cash goes out for. */
    private static final Set<String> NO_CASH = Set.of("55100", "56100", "57100", "58200");

    private final Material material;
    private final YearMonth from;
    private final int months;
    private final Map<String, Line> lines = new TreeMap<>();
    private final Set<String> granted = new HashSet<>();
    private final Set<String> once = new HashSet<>();

    private Assembly(Material material, int months) {
        this.material = material;
        this.from = YearMonth.from(material.asOf()).plusMonths(1);
        this.months = months;
        for (var grant : material.grants()) {
            if (!pot(grant.fund()).limited()) continue;
            granted.add(grant.fund());
            if (grant.once()) once.add(grant.fund());
        }
    }

    /** The outlook of so many months from the month after the last day that counts. */
    public static Outlook of(Material material, int months) {
        return new Assembly(material, months).outlook();
    }

    /**
     * The staff of the budgets of one alternative, as lines of the same months, for an organisation
     * model; after the end of a fund they are borne by the body's own funds like any others.
     */
    public static List<Line> staff(Material material, List<Plan> plans, int months) {
        var assembly = new Assembly(material, months);
        for (var plan : plans) {
            for (var line : plan.lines()) {
                if (STAFF.contains(line.account())) assembly.planned(plans, line, plan);
            }
        }
        return assembly.ended().lines();
    }

    private Outlook outlook() {
        var habits = habits();
        for (var charge : material.charges()) open(charge, habits);
        dues(habits);
        material.grants().forEach(this::grant);
        if (material.plans().isEmpty()) books(0, months);
        else plans();
        material.debts().forEach(this::debt);
        return ended();
    }

    private Outlook ended() {
        var awards =
                material.grants().stream()
                        .map(one ->
                                new Outlook.Award(
                                        one.award(),
                                        one.fund(),
                                        one.party(),
                                        one.fundingClass(),
                                        one.last()))
                        .toList();
        var outlook =
                new Outlook(
                        material.asOf(),
                        material.knownAt(),
                        from,
                        months,
                        material.currency(),
                        material.pots(),
                        awards,
                        List.copyOf(lines.values()));
        for (var award : awards) {
            outlook = Ending.after(outlook, award.fund(), award.last(), Ending.end(award));
        }
        return outlook;
    }

    /** How each payer pays; those whose charges say nothing, as all of them do. */
    private Map<String, PaymentHabit> habits() {
        var all = PaymentHabit.of(material.charges(), material.asOf());
        var habits = new HashMap<String, PaymentHabit>();
        material.charges().stream()
                .collect(groupingBy(Charge::party))
                .forEach((party, own) -> {
                    var habit = PaymentHabit.of(own, material.asOf());
                    habits.put(party, habit.charges() == 0 ? all : habit);
                });
        return habits;
    }

    private static Origin habit(PaymentHabit habit) {
        return Origin.of(
                Kind.HABIT,
                "",
                habit.charges(),
                habit.lag().mean().rounded(1, RoundingMode.HALF_UP));
    }

    private void open(Charge charge, Map<String, PaymentHabit> habits) {
        var habit = habits.getOrDefault(charge.party(), PaymentHabit.UNKNOWN);
        for (int at = 0; at < charge.parts().size(); at++) {
            var part = charge.parts().get(at);
            if (part.open() <= 0) continue;
            var month = index(part.due());
            var due = months();
            if (month >= months) continue;
            due[Math.max(0, month)] = part.open();
            add(
                    new Line(
                            "open/" + charge.code() + "/" + (at + 1),
                            Group.OPEN_CHARGES,
                            charge.fund(),
                            charge.dues() ? "11300" : "11310",
                            charge.dues() ? "D1" : null,
                            charge.party(),
                            null,
                            false,
                            list(due),
                            lag(part, habit.lag()),
                            List.of(
                                    Origin.of(Kind.CHARGE, charge.code(), part.due()),
                                    habit(habit))));
        }
    }

    /**
     * How late a part comes that is still open: what fell due before comes as the rest usually
     * does. What falls due on the last day that counts, or later in its month, is not late yet: if
     * it usually comes at once, it comes in the first month.
     */
    private Lag lag(Part part, Lag usual) {
        var month = index(part.due());
        if (month >= 0) return usual;
        var rest = usual.after(-month - 1);
        if (part.due().isBefore(material.asOf())) return rest;
        var over = YearMonth.from(material.asOf()).atEndOfMonth().equals(material.asOf());
        return over && !rest.shares().isEmpty() ? rest : usual;
    }

    private void dues(Map<String, PaymentHabit> habits) {
        var charged = material.charges().stream().filter(Charge::dues).toList();
        var latest = latest(charged);
        var left = new HashMap<>(material.prepaid());
        charged.stream()
                .filter(one -> !material.former().contains(one.party()))
                .collect(groupingBy(one -> one.party() + "\n" + one.fund(), TreeMap::new, toList()))
                .values()
                .forEach(all -> {
                    // who is not charged yet this year is charged as last year
                    var year = latest(all);
                    if (year < latest - 1) return;
                    var own = all.stream().filter(one -> one.year() == year).toList();
                    dues(own, year, left, habits);
                });
    }

    private static int latest(List<Charge> charges) {
        return charges.stream().mapToInt(Charge::year).max().orElse(0);
    }

    private void dues(
            List<Charge> own,
            int latest,
            Map<String, Long> left,
            Map<String, PaymentHabit> habits) {
        var one = own.getFirst();
        var due = months();
        for (int year = latest + 1; year <= from.plusMonths(months).getYear(); year++) {
            for (var charge : own) again(charge, year, latest, due);
        }
        var origins = new ArrayList<Origin>();
        own.forEach(charge -> origins.add(Origin.of(Kind.ASSESSMENT, charge.code(), latest)));
        var habit = habits.getOrDefault(one.party(), PaymentHabit.UNKNOWN);
        origins.add(habit(habit));
        var prepaid = use(due, left.getOrDefault(one.party(), 0L));
        if (prepaid > 0) {
            left.merge(one.party(), -prepaid, Long::sum);
            origins.add(Origin.of(Kind.PREPAID, one.party(), money(prepaid)));
        }
        add(
                new Line(
                        "dues/" + one.party() + "/" + one.fund(),
                        Group.DUES,
                        one.fund(),
                        "41100",
                        "D1",
                        one.party(),
                        null,
                        true,
                        list(due),
                        habit.lag(),
                        origins));
    }

    /** The same days in another year; what would have been due before the first month, in it. */
    private void again(Charge charge, int year, int latest, long[] due) {
        var credited = charge.credited();
        for (var part : charge.parts()) {
            var given = Math.min(credited, part.amount());
            credited -= given;
            var month = index(part.due().plusYears((long) year - latest));
            if (year < from.getYear() || month >= months) continue;
            due[Math.max(0, month)] += part.amount() - given;
        }
    }

    /** Takes what was paid in advance off what falls due first; returns how much. */
    private static long use(long[] due, long prepaid) {
        long used = 0;
        for (int at = 0; at < due.length && used < prepaid; at++) {
            var now = Math.min(due[at], prepaid - used);
            due[at] -= now;
            used += now;
        }
        return used;
    }

    private void grant(Grant grant) {
        var due = months();
        grant.expected()
                .forEach((month, amount) -> {
                    var at = Math.toIntExact(from.until(month, MONTHS));
                    if (at < months) due[Math.max(0, at)] += amount;
                });
        if (Arrays.stream(due).allMatch(one -> one == 0)) return;
        add(
                new Line(
                        "award/" + grant.award() + "/" + grant.fund(),
                        Group.AWARDS,
                        grant.fund(),
                        grant.account(),
                        grant.fundingClass(),
                        grant.party(),
                        grant.currency(),
                        false,
                        list(due),
                        Lag.AT_ONCE,
                        List.of(Origin.of(Kind.AWARD, grant.award()))));
    }

    private void debt(Material.Debt debt) {
        var due = months();
        due[0] = Math.abs(debt.amount());
        add(
                new Line(
                        "debt/" + debt.fund() + "/" + debt.account(),
                        debt.amount() > 0 ? Group.DEBTS : Group.OTHER_INCOME,
                        debt.fund(),
                        debt.account(),
                        null,
                        null,
                        null,
                        false,
                        list(due),
                        Lag.AT_ONCE,
                        List.of(Origin.of(Kind.DEBT, debt.account(), material.asOf()))));
    }

    private void plans() {
        var first = material.plans().stream().mapToInt(Plan::year).min().orElse(0);
        var before = Math.toIntExact(from.until(YearMonth.of(first, 1), MONTHS));
        books(0, Math.clamp(before, 0, months));
        for (var plan : material.plans()) {
            for (var line : plan.lines()) planned(material.plans(), line, plan);
        }
    }

    /** A line of a budget in its year, and in every year after it that has no budget of its own. */
    private void planned(List<Plan> plans, PlanLine line, Plan plan) {
        if (!taken(line.account(), line.fund())) return;
        var due = months();
        var recurring = recurring(line.account(), line.fund());
        for (int at = 0; at < months; at++) {
            var month = from.plusMonths(at);
            var later = month.getYear() > plan.year();
            if (charged(line, month.getYear())) continue;
            if (plan.year() == latest(plans, month.getYear()) && (recurring || !later)) {
                due[at] = line.months().get(month.getMonthValue() - 1);
            }
        }
        add(
                cost(
                        line.account(),
                        line.fund(),
                        due,
                        Origin.of(Kind.BUDGET, plan.reference(), plan.year(), line.text())));
    }

    /** Whether the shares of a project stand among the charges of that year already. */
    private boolean charged(PlanLine line, int year) {
        return line.account().equals("41200")
                && material.charges().stream()
                        .anyMatch(one ->
                                !one.dues()
                                        && one.year() == year
                                        && one.fund().equals(line.fund()));
    }

    /** The year of the newest budget that is not of a later year; 0 if there is none. */
    private static int latest(List<Plan> plans, int year) {
        return plans.stream().mapToInt(Plan::year).filter(one -> one <= year).max().orElse(0);
    }

    /** What the books show of the year before, in the months from one to before another. */
    private void books(int start, int end) {
        if (start >= end) return;
        material.activity().stream()
                .filter(sum -> !once.contains(sum.fund()))
                .filter(sum -> pot(sum.fund()).restriction() != Restriction.PROJECT)
                .filter(sum -> taken(sum.account(), sum.fund()))
                .filter(sum -> recurring(sum.account(), sum.fund()))
                .collect(
                        groupingBy(sum -> sum.fund() + "/" + sum.account(), TreeMap::new, toList()))
                .values()
                .forEach(sums -> books(sums, start, end));
    }

    private void books(List<Sum> sums, int start, int end) {
        var one = sums.getFirst();
        var known = known();
        var byMonth = new long[YEAR];
        long total = 0;
        for (var sum : sums) {
            byMonth[sum.month().getMonthValue() - 1] += sum.amount();
            total = Math.addExact(total, sum.amount());
        }
        if (total <= 0) return;
        var due = months();
        var even = Fraction.of(total, known).rounded(0, RoundingMode.HALF_UP).longValueExact();
        var seasonal = known == YEAR && Arrays.stream(byMonth).allMatch(amount -> amount >= 0);
        for (int at = start; at < end; at++) {
            due[at] = seasonal ? byMonth[from.plusMonths(at).getMonthValue() - 1] : even;
        }
        var since = YearMonth.from(material.asOf()).minusMonths(known - 1L);
        add(
                cost(
                        one.account(),
                        one.fund(),
                        due,
                        Origin.of(
                                Kind.BOOKS,
                                one.account(),
                                one.fund(),
                                since,
                                YearMonth.from(material.asOf()),
                                money(total))));
    }

    /** How many of the twelve months the book knows, 1 to 12. */
    private int known() {
        var first = material.first();
        if (first == null) return YEAR;
        var since = MONTHS.between(YearMonth.from(first), from);
        return Math.clamp(since, 1, YEAR);
    }

    /**
     * Whether what an account of a fund shows is taken from budgets and books, not from elsewhere.
     */
    private boolean taken(String account, String fund) {
        if (material.pots().stream().noneMatch(pot -> pot.fund().equals(fund))) return false;
        var restriction = pot(fund).restriction();
        if (restriction == Restriction.AGENCY) return false;
        if (!account.startsWith("4")) {
            return account.equals("12100")
                    || (account.startsWith("5") && !NO_CASH.contains(account));
        }
        var charged = account.equals("41100") && material.charges().stream().anyMatch(Charge::dues);
        return !charged && !granted.contains(fund) && !account.equals("47100");
    }

    /** Whether it comes again every year. */
    private boolean recurring(String account, String fund) {
        if (account.startsWith("4")) {
            return Set.of("D0", "D1", "D2", "D5")
                            .contains(material.classes().getOrDefault(account, ""))
                    && !account.equals("48100");
        }
        return !once.contains(fund) && !ONE_OFF.contains(account);
    }

    private Line cost(String account, String fund, long[] due, Origin origin) {
        var income = account.startsWith("4");
        var group =
                income ? Group.OTHER_INCOME : STAFF.contains(account) ? Group.STAFF : Group.COSTS;
        return new Line(
                group.code() + "/" + fund + "/" + account,
                group,
                fund,
                account,
                income ? material.classes().get(account) : null,
                null,
                null,
                recurring(account, fund),
                list(due),
                Lag.AT_ONCE,
                List.of(origin));
    }

    private Pot pot(String fund) {
        return material.pots().stream()
                .filter(one -> one.fund().equals(fund))
                .findFirst()
                .orElseThrow();
    }

    /** Adds a line; what is already there under its name is one with it. */
    private void add(Line line) {
        if (line.total() == 0) return;
        lines.merge(
                line.id(),
                line,
                (one, other) -> {
                    var sum = new ArrayList<Long>();
                    for (int at = 0; at < months; at++) {
                        sum.add(Math.addExact(one.due().get(at), other.due().get(at)));
                    }
                    return one.with(sum, other.origins().getFirst());
                });
    }

    private int index(LocalDate day) {
        return Math.toIntExact(from.until(YearMonth.from(day), MONTHS));
    }

    private long[] months() {
        return new long[months];
    }

    private static List<Long> list(long[] amounts) {
        return Arrays.stream(amounts).boxed().toList();
    }

    private String money(long amount) {
        return new Money(material.currency(), amount).toDecimal().toPlainString();
    }
}
