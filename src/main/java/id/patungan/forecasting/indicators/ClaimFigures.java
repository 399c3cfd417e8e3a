package id.patungan.forecasting.indicators;

import id.patungan.basics.Fraction;
import id.patungan.contributions.DuesRule;
import id.patungan.forecasting.DuesSpread;
import id.patungan.forecasting.indicators.Material.Claim;
import id.patungan.forecasting.indicators.Term.Label;
import id.patungan.forecasting.indicators.Term.Part;
import id.patungan.forecasting.indicators.Value.Reason;

import org.jspecify.annotations.Nullable;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What charges and their payment say, and by how much dues would have to rise. */
final class ClaimFigures {

    private static final int DAYS = 365;

    private final Material of;
    private final ExpenseFigures expense;
    private final List<Claim> ofYear;

    ClaimFigures(Material of, ExpenseFigures expense) {
        this.of = of;
        this.expense = expense;
        this.ofYear =
                of.claims().stream().filter(one -> one.year() == of.asOf().getYear()).toList();
    }

    void into(Map<IndicatorCode, Figure> figures) {
        var assessed = term("assessed", ofYear, Claim::net);
        var collected = term("collected", ofYear, Claim::paid);
        figures.put(
                IndicatorCode.COLLECTION,
                Figure.of(
                        Value.ratio(collected.amount(), assessed.amount(), Reason.NOTHING_ASSESSED),
                        collected,
                        assessed));
        overdue(figures, IndicatorCode.ARREARS_30, 30, assessed);
        overdue(figures, IndicatorCode.ARREARS_90, 90, assessed);
        overdue(figures, IndicatorCode.ARREARS_360, 360, assessed);
        var open = term("receivable", of.claims(), ClaimFigures::open);
        var days = Value.ratio(open.amount(), assessed.amount(), Reason.NOTHING_ASSESSED);
        figures.put(
                IndicatorCode.DSO,
                Figure.of(
                        days instanceof Value.Exact(var share)
                                ? new Value.Exact(share.times(Fraction.of(DAYS)))
                                : days,
                        open,
                        assessed));
        figures.put(
                IndicatorCode.UPLIFT,
                Figure.of(
                        uplift(),
                        expense.recurringExpense(),
                        expense.otherRecurring(),
                        duesCollected(),
                        duesAssessed()));
    }

    private void overdue(
            Map<IndicatorCode, Figure> figures, IndicatorCode code, int days, Term assessed) {
        var late = term("overdue-" + days, of.claims(), claim -> overdue(claim, days));
        figures.put(
                code,
                Figure.of(
                        Value.ratio(late.amount(), assessed.amount(), Reason.NOTHING_ASSESSED),
                        late,
                        assessed));
    }

    /** What of a charge is overdue by more than that many days. */
    private long overdue(Claim claim, int days) {
        var late = 0L;
        for (var part : claim.parts()) {
            if (ChronoUnit.DAYS.between(part.on(), of.asOf()) > days) late += part.open();
        }
        return late;
    }

    private static long open(Claim claim) {
        return claim.parts().stream().mapToLong(Material.Due::open).sum();
    }

    private static Term term(String key, List<Claim> claims, ToLongFunction<Claim> amount) {
        var parts = new ArrayList<Part>();
        for (var claim : claims) {
            var own = amount.applyAsLong(claim);
            if (own == 0) continue;
            parts.add(
                    new Part(
                            Label.payer(claim.payer(), "", claim.assessment()),
                            own,
                            Place.charge(claim)));
        }
        return Term.of(key, parts);
    }

    private List<Claim> dues() {
        return ofYear.stream().filter(one -> one.kind() == Flow.Charged.DUES).toList();
    }

    private Term duesCollected() {
        return term("dues-collected", dues(), Claim::paid);
    }

    private Term duesAssessed() {
        return term("dues-assessed", dues(), Claim::net);
    }

    /** u = (E_rec − O) / (coll · ΣA) − 1, where coll · ΣA is what was collected of the dues. */
    private Value uplift() {
        var collected = duesCollected().amount();
        if (collected <= 0 || duesAssessed().amount() <= 0) {
            return new Value.Undefined(Reason.NOTHING_COLLECTED);
        }
        var needed =
                Math.subtractExact(
                        expense.recurringExpense().amount(), expense.otherRecurring().amount());
        return new Value.Exact(Fraction.of(needed, collected).minus(Fraction.ONE));
    }

    /**
     * What the uplift means for each member that is charged dues of the year.
     *
     * @param rule the one in force for those with these codes
     */
    MemberUplifts members(Function<Set<String>, Optional<DuesRule>> rule) {
        var charged = new TreeMap<String, Long>();
        var names = new TreeMap<String, Payer>();
        for (var claim : dues()) {
            charged.merge(claim.payer().code(), claim.net(), Math::addExact);
            names.putIfAbsent(claim.payer().code(), claim.payer());
        }
        var uplift = uplift();
        if (!(uplift instanceof Value.Exact(var rate))) {
            return new MemberUplifts(
                    null,
                    names.values().stream()
                            .map(one -> member(one, charged.getOrDefault(one.code(), 0L), uplift))
                            .toList());
        }
        var sum = charged.values().stream().reduce(0L, Math::addExact);
        var spread =
                DuesSpread.of(
                        charged,
                        rate.plus(Fraction.ONE).times(Fraction.of(sum)),
                        of.currency(),
                        () -> rule.apply(charged.keySet()));
        return new MemberUplifts(
                spread,
                spread.parts().stream()
                        .map(part -> member(names.get(part.party()), part))
                        .toList());
    }

    private MemberUplift member(Payer member, long dues, Value undefined) {
        return new MemberUplift(member, dues, undefined, undefined, null, null);
    }

    private MemberUplift member(@Nullable Payer member, DuesSpread.Part part) {
        var budget = of.budgets().get(part.party());
        return new MemberUplift(
                member == null ? new Payer(part.party(), part.party()) : member,
                part.before(),
                new Value.Exact(Fraction.of(part.extra())),
                weight(part.after(), budget),
                budget == null ? null : budget.indicator(),
                budget == null ? null : budget.year());
    }

    private static Value weight(long dues, Material.@Nullable Budget budget) {
        if (budget == null) return new Value.Undefined(Reason.NO_BUDGET);
        var amount = budget.amount();
        if (amount == null) return new Value.Undefined(Reason.BUDGET_UNIT);
        if (amount.signum() <= 0) return new Value.Undefined(Reason.BUDGET_NOT_POSITIVE);
        return new Value.Exact(Fraction.of(dues).dividedBy(Fraction.of(amount)));
    }
}
