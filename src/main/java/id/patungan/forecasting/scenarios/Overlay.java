package id.patungan.forecasting.scenarios;

import static id.patungan.forecasting.projection.Line.Group.COSTS;
import static id.patungan.forecasting.projection.Line.Group.DUES;
import static id.patungan.forecasting.projection.Line.Group.OPEN_CHARGES;
import static id.patungan.forecasting.projection.Line.Group.STAFF;

import id.patungan.basics.Fraction;
import id.patungan.basics.Money;
import id.patungan.forecasting.projection.Ending;
import id.patungan.forecasting.projection.Lag;
import id.patungan.forecasting.projection.Line;
import id.patungan.forecasting.projection.Origin;
import id.patungan.forecasting.projection.Origin.Kind;
import id.patungan.forecasting.projection.Outlook;

import org.jspecify.annotations.Nullable;

import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;

/**
 * One change of an outlook. A percentage is a fraction of 100, an amount is minor units of the
 * book's currency, a month counts from its first day. Amounts are rounded half up to a minor unit
 * month by month.
 */
public sealed interface Overlay {

    /** When it is made among the others: first what there is, last when it comes. */
    enum Step {
        /** Staff and new sources. */
        STRUCTURE,
        /** Rates of growth. */
        GROWTH,
        /** Levels. */
        LEVEL,
        /** Who leaves. */
        LEAVING,
        /** What does not come at all. */
        LOSS,
        /** What comes late. */
        TIMING
    }

    /** The longest delay that can be asked for, in months. */
    int LATEST = 36;

    /** When it is made. */
    default Step step() {
        return switch (this) {
            case BusinessUnit _, OrganisationModel _, Reserve _ -> Step.STRUCTURE;
            case DuesGrowth _, Inflation _ -> Step.GROWTH;
            case DuesChange _, CostChange _, ExchangeRate _ -> Step.LEVEL;
            case DonorExit _, AwardEnd _, Withdrawal _ -> Step.LEAVING;
            case MemberDefault _ -> Step.LOSS;
            case LatePayment _, LegislatureDelay _ -> Step.TIMING;
        };
    }

    /** As in files and messages. */
    default String kind() {
        return OverlayKind.of(this).code();
    }

    /**
     * The outlook after it.
     *
     * @param models the staff of each organisation model, as lines of the outlook's months
     * @throws ScenarioException if it names what is not there
     */
    Outlook apply(Outlook outlook, Map<String, List<Line>> models);

    /**
     * A giver stops after a month: its money does not come any more, what goes on is to be borne.
     */
    record DonorExit(String party, YearMonth after) implements Overlay {

        @Override
        public Outlook apply(Outlook outlook, Map<String, List<Line>> models) {
            var why = Origin.of(Kind.OVERLAY, kind(), party, after);
            var given = outlook.awards().stream().filter(one -> one.party().equals(party)).toList();
            Predicate<Line> other =
                    line ->
                            line.group().income()
                                    && party.equals(line.party())
                                    && line.group() != DUES
                                    && line.group() != OPEN_CHARGES;
            if (given.isEmpty() && outlook.lines().stream().noneMatch(other)) {
                throw ScenarioException.unknown("donor", party);
            }
            var ended = outlook;
            for (var award : given) ended = Ending.after(ended, award.fund(), after, why);
            return changed(ended, other, after.plusMonths(1), amount -> 0L, why);
        }
    }

    /** An award ends after a month that is earlier than its own last one. */
    record AwardEnd(String award, YearMonth after) implements Overlay {

        @Override
        public Outlook apply(Outlook outlook, Map<String, List<Line>> models) {
            var why = Origin.of(Kind.OVERLAY, kind(), award, after);
            var funds = outlook.awards().stream().filter(one -> one.code().equals(award)).toList();
            if (funds.isEmpty()) throw ScenarioException.unknown("award", award);
            var ended = outlook;
            for (var one : funds) ended = Ending.after(ended, one.fund(), after, why);
            return ended;
        }
    }

    /** A member does not pay a part of what falls due. */
    record MemberDefault(String party, YearMonth from, Fraction percent) implements Overlay {

        @Override
        public Outlook apply(Outlook outlook, Map<String, List<Line>> models) {
            Predicate<Line> its = dues(party).or(charges(party));
            required(outlook, its, "member", party);
            var left = Fraction.ONE.minus(percent.dividedBy(Fraction.HUNDRED));
            return changed(
                    outlook,
                    its,
                    from,
                    amount -> times(amount, left),
                    Origin.of(Kind.OVERLAY, kind(), party, from, percent));
        }
    }

    /**
     * What members owe comes later than they usually pay.
     *
     * @param party null for all of them
     */
    record LatePayment(@Nullable String party, int months) implements Overlay {

        @Override
        public Outlook apply(Outlook outlook, Map<String, List<Line>> models) {
            Predicate<Line> its =
                    party == null
                            ? line -> line.group() == DUES || line.group() == OPEN_CHARGES
                            : dues(party).or(charges(party));
            if (party != null) required(outlook, its, "member", party);
            var why = Origin.of(Kind.OVERLAY, kind(), party == null ? "" : party, months);
            return outlook.each(
                    line -> its.test(line) ? line.with(line.lag().later(months), why) : line);
        }
    }

    /** Approval is late by some months: the dues of that year fall due that much later. */
    record LegislatureDelay(int year, int months) implements Overlay {

        @Override
        public Outlook apply(Outlook outlook, Map<String, List<Line>> models) {
            var why = Origin.of(Kind.OVERLAY, kind(), year, months);
            return outlook.each(line ->
                    line.group() == DUES ? line.with(moved(outlook, line.due()), why) : line);
        }

        private List<Long> moved(Outlook outlook, List<Long> due) {
            var moved = new ArrayList<>(Collections.nCopies(due.size(), 0L));
            for (int at = 0; at < due.size(); at++) {
                var to = outlook.month(at).getYear() == year ? at + months : at;
                if (to < due.size()) moved.set(to, Math.addExact(moved.get(to), due.get(at)));
            }
            return moved;
        }
    }

    /** What becomes of the share of a member that leaves. */
    enum Left {
        /**
         * The others pay it, in the proportion of their own shares, in whole units of the currency.
         */
        SPREAD,
        /**
         * The body spends that much less, every recurring cost of its own in the same proportion.
         */
        CUT;

        /** As in files. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A member leaves: it pays nothing that falls due from a month on. */
    record Withdrawal(String party, YearMonth from, Left left) implements Overlay {

        @Override
        public Outlook apply(Outlook outlook, Map<String, List<Line>> models) {
            required(outlook, dues(party), "member", party);
            var why = Origin.of(Kind.OVERLAY, kind(), party, from, left.code());
            var lost = sums(outlook, dues(party));
            var without = changed(outlook, dues(party), from, amount -> 0L, why);
            var start = Math.clamp(outlook.index(from), 0, outlook.months());
            return left == Left.SPREAD
                    ? Spreading.onDues(without, lost, start, why)
                    : Spreading.onCosts(without, lost, start, why);
        }
    }

    /** Dues rise every year from a year on, compounded. */
    record DuesGrowth(int from, Fraction percent) implements Overlay {

        @Override
        public Outlook apply(Outlook outlook, Map<String, List<Line>> models) {
            var why = Origin.of(Kind.OVERLAY, kind(), from, percent);
            return outlook.each(line ->
                    line.group() == DUES
                            ? line.with(grown(outlook, line, from, percent), why)
                            : line);
        }
    }

    /**
     * Dues that fall due from a month on are raised, or lowered, once.
     *
     * @param party null for all members
     */
    record DuesChange(@Nullable String party, YearMonth from, Fraction percent) implements Overlay {

        @Override
        public Outlook apply(Outlook outlook, Map<String, List<Line>> models) {
            Predicate<Line> its = party == null ? line -> line.group() == DUES : dues(party);
            required(outlook, its, "member", party == null ? "" : party);
            return changed(
                    outlook,
                    its,
                    from,
                    amount -> times(amount, raised(percent)),
                    Origin.of(Kind.OVERLAY, kind(), party == null ? "" : party, from, percent));
        }
    }

    /** Costs rise by so much more every year from a year on, compounded. */
    record Inflation(int from, Fraction percent) implements Overlay {

        @Override
        public Outlook apply(Outlook outlook, Map<String, List<Line>> models) {
            var why = Origin.of(Kind.OVERLAY, kind(), from, percent);
            return outlook.each(line ->
                    line.group() == COSTS || line.group() == STAFF
                            ? line.with(grown(outlook, line, from, percent), why)
                            : line);
        }
    }

    /**
     * Costs from a month on are raised, or cut, once.
     *
     * @param account the beginning of the accounts that change; empty for all
     */
    record CostChange(String account, YearMonth from, Fraction percent) implements Overlay {

        @Override
        public Outlook apply(Outlook outlook, Map<String, List<Line>> models) {
            Predicate<Line> its =
                    line ->
                            (line.group() == COSTS || line.group() == STAFF)
                                    && line.account().startsWith(account);
            required(outlook, its, "account", account);
            return changed(
                    outlook,
                    its,
                    from,
                    amount -> times(amount, raised(percent)),
                    Origin.of(Kind.OVERLAY, kind(), account, from, percent));
        }
    }

    /** A currency is worth more, or less, from a month on. */
    record ExchangeRate(String currency, YearMonth from, Fraction percent) implements Overlay {

        @Override
        public Outlook apply(Outlook outlook, Map<String, List<Line>> models) {
            Predicate<Line> its = line -> currency.equals(line.currency());
            required(outlook, its, "currency", currency);
            return changed(
                    outlook,
                    its,
                    from,
                    amount -> times(amount, raised(percent)),
                    Origin.of(Kind.OVERLAY, kind(), currency, from, percent));
        }
    }

    /**
     * A unit that earns begins: its income grows evenly to the full amount within the months of the
     * ramp, its costs are full from the first month. What is counted is the amount times the
     * probability that it comes about.
     *
     * @param income of a month once it is running
     * @param cost of a month
     * @param ramp months until the full income; 0 for at once
     * @param probability in percent
     */
    record BusinessUnit(
            String name, YearMonth from, long income, long cost, int ramp, Fraction probability)
            implements Overlay {

        private static final String INCOME = "45100";
        private static final String COST = "52400";

        @Override
        public Outlook apply(Outlook outlook, Map<String, List<Line>> models) {
            var fund = outlook.general().orElseThrow(() -> ScenarioException.unknown("fund", ""));
            var lines = new ArrayList<>(outlook.lines());
            lines.add(line(outlook, fund.fund(), Line.Group.OTHER_INCOME));
            lines.add(line(outlook, fund.fund(), COSTS));
            return outlook.with(lines);
        }

        private Line line(Outlook outlook, String fund, Line.Group group) {
            var start = outlook.index(from);
            var due = new ArrayList<Long>();
            for (int at = 0; at < outlook.months(); at++) {
                due.add(at < start ? 0L : amount(group, at - start));
            }
            return new Line(
                    "unit/" + name + "/" + group.code(),
                    group,
                    fund,
                    group.income() ? INCOME : COST,
                    group.income() ? "D5" : null,
                    null,
                    null,
                    true,
                    due,
                    Lag.AT_ONCE,
                    List.of(Origin.of(Kind.OVERLAY, kind(), name, from, ramp, probability)));
        }

        private long amount(Line.Group group, int month) {
            var chance = probability.dividedBy(Fraction.HUNDRED);
            if (!group.income()) return times(cost, chance);
            return month >= ramp
                    ? times(income, chance)
                    : times(income, chance.times(Fraction.of(month + 1L, ramp + 1L)));
        }
    }

    /** The staff of another organisation model takes the place of the present one. */
    record OrganisationModel(String model, YearMonth from) implements Overlay {

        @Override
        public Outlook apply(Outlook outlook, Map<String, List<Line>> models) {
            var staff = models.get(model);
            if (staff == null) throw ScenarioException.unknown("model", model);
            var why = Origin.of(Kind.OVERLAY, kind(), model, from);
            var start = Math.max(0, outlook.index(from));
            var lines =
                    new ArrayList<>(
                            changed(outlook, line -> line.group() == STAFF, from, a -> 0L, why)
                                    .lines());
            for (var line : staff) {
                var due = new TreeMap<Integer, Long>();
                for (int at = 0; at < outlook.months(); at++) {
                    due.put(at, at < start ? 0L : line.due().get(at));
                }
                lines.add(
                        line.in(
                                line.fund(),
                                "model/" + model + "/" + line.id(),
                                List.copyOf(due.values()),
                                why));
            }
            return outlook.with(lines);
        }
    }

    /**
     * Money that members put aside once for the body to be free with, beside their dues.
     *
     * @param from the month in which it comes; before the first, it is there at the start
     */
    record Reserve(YearMonth from, long amount) implements Overlay {

        private static final String CAPITAL = "31200";

        @Override
        public Outlook apply(Outlook outlook, Map<String, List<Line>> models) {
            var pot = outlook.general().orElseThrow(() -> ScenarioException.unknown("fund", ""));
            var at = outlook.index(from);
            if (at < 0) return outlook.holding(pot.with(Math.addExact(pot.opening(), amount)));
            if (at >= outlook.months()) return outlook;
            var id = "reserve/" + from;
            var lines = new ArrayList<>(outlook.lines());
            var there = lines.stream().filter(line -> line.id().equals(id)).findFirst();
            var due = new ArrayList<>(Collections.nCopies(outlook.months(), 0L));
            due.set(at, Math.addExact(amount, there.map(Line::total).orElse(0L)));
            there.ifPresent(lines::remove);
            lines.add(line(id, pot.fund(), due, there.map(Line::origins), outlook));
            return outlook.with(lines);
        }

        private Line line(
                String id,
                String fund,
                List<Long> due,
                Optional<List<Origin>> before,
                Outlook outlook) {
            var origins = new ArrayList<>(before.orElse(List.of()));
            var said = new Money(outlook.currency(), amount).toDecimal().toPlainString();
            origins.add(Origin.of(Kind.OVERLAY, kind(), from, said));
            return new Line(
                    id,
                    Line.Group.OTHER_INCOME,
                    fund,
                    CAPITAL,
                    "D1",
                    null,
                    null,
                    false,
                    due,
                    Lag.AT_ONCE,
                    origins);
        }
    }

    private static Predicate<Line> dues(String party) {
        return line -> line.group() == DUES && party.equals(line.party());
    }

    private static Predicate<Line> charges(String party) {
        return line -> line.group() == OPEN_CHARGES && party.equals(line.party());
    }

    private static void required(Outlook outlook, Predicate<Line> which, String what, String code) {
        if (outlook.lines().stream().noneMatch(which)) throw ScenarioException.unknown(what, code);
    }

    private static List<Long> sums(Outlook outlook, Predicate<Line> which) {
        var sums = new ArrayList<>(Collections.nCopies(outlook.months(), 0L));
        for (var line : outlook.lines()) {
            if (!which.test(line)) continue;
            for (int at = 0; at < sums.size(); at++) {
                sums.set(at, Math.addExact(sums.get(at), line.due().get(at)));
            }
        }
        return sums;
    }

    private static Outlook changed(
            Outlook outlook,
            Predicate<Line> which,
            YearMonth from,
            LongUnaryOperator change,
            Origin why) {
        var start = Math.max(0, outlook.index(from));
        return outlook.each(
                line -> which.test(line) ? line.with(line.dueFrom(start, change), why) : line);
    }

    private static List<Long> grown(Outlook outlook, Line line, int from, Fraction percent) {
        var due = new ArrayList<Long>();
        var factor = raised(percent);
        // what the years before brought stands in the amounts already
        var first = outlook.from().getYear();
        var grown = new ArrayList<>(List.of(Fraction.ONE));
        for (int at = 0; at < line.due().size(); at++) {
            var years = outlook.month(at).getYear() - Math.max(from, first) + 1;
            while (grown.size() <= Math.max(0, years)) grown.add(grown.getLast().times(factor));
            due.add(times(line.due().get(at), grown.get(Math.max(0, years))));
        }
        return due;
    }

    private static Fraction raised(Fraction percent) {
        return Fraction.ONE.plus(percent.dividedBy(Fraction.HUNDRED));
    }

    private static long times(long amount, Fraction factor) {
        return Fraction.of(amount).times(factor).rounded(0, RoundingMode.HALF_UP).longValueExact();
    }
}
