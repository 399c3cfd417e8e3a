package id.patungan.forecasting.indicators;

import id.patungan.basics.Fraction;
import id.patungan.forecasting.indicators.Material.Gifts;
import id.patungan.forecasting.indicators.Term.Label;
import id.patungan.forecasting.indicators.Term.Part;
import id.patungan.forecasting.indicators.Value.Reason;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the expense of the year says. Operating expense leaves out depreciation (55100), assets
 * handed over (58200), agency money and costs that were given (against 47100).
 *
 * <p>Recurring expense leaves out besides: costs of purposes of awards that are paid for once,
 * allowances (56100), exchange losses (57100) and returns of grants of earlier years (58100).
 * Recurring income is D1 without levies that are paid once, D5, and D2 that is no award's money:
 * every award ends.
 */
final class ExpenseFigures {

    private static final String DEPRECIATION = "55100";
    private static final String HANDED_OVER = "58200";
    private static final Set<String> ONE_OFF = Set.of("56100", "57100", "58100");

    private final Material of;
    private final IncomeFigures income;

    ExpenseFigures(Material of, IncomeFigures income) {
        this.of = of;
        this.income = income;
    }

    void into(Map<IndicatorCode, Figure> figures) {
        var operating = operating(of.year(), of.gifts().given(), of.from(), _ -> true, "operating");
        var own = income.classes("own", "D1", "D5", "D0");
        figures.put(
                IndicatorCode.SELF_FINANCING,
                Figure.of(
                        Value.ratio(own.amount(), operating.amount(), Reason.NO_EXPENSE),
                        own,
                        operating));
        var sold = income.classes("d5", "D5");
        figures.put(
                IndicatorCode.OWN_SOURCE,
                Figure.of(
                        Value.ratio(sold.amount(), operating.amount(), Reason.NO_EXPENSE),
                        sold,
                        operating));
        figures.put(IndicatorCode.RESERVE_MONTHS, reserve());
        structural(figures);
    }

    /**
     * Free net assets without fixed assets against the operating expense of the last months, of
     * which dues that were paid in kind are taken off too: no cash will be needed for them.
     */
    private Figure reserve() {
        var liquid = new ArrayList<Part>();
        for (var one : of.balances()) {
            var free =
                    switch (one.restriction()) {
                        case UNRESTRICTED, DESIGNATED -> true;
                        case CONDITIONAL, RESTRICTED, PROJECT, AGENCY -> false;
                    };
            if (free && !one.fixed()) liquid.add(part(one, one.amount()));
        }
        var assets = Term.of("liquid", liquid);
        var gifts = of.recentGifts();
        var expense =
                operating(
                        of.recent(),
                        gifts.given() + gifts.forDues(),
                        of.recentFrom(),
                        _ -> true,
                        "recent-operating");
        var value =
                expense.amount() <= 0
                        ? new Value.Undefined(Reason.NO_EXPENSE)
                        : new Value.Exact(
                                Fraction.of(assets.amount(), expense.amount())
                                        .times(Fraction.of(of.months())));
        return Figure.of(value, assets, expense);
    }

    private Part part(Material.Balance balance, long amount) {
        return new Part(
                Label.account(balance.account(), balance.fund()),
                amount,
                new Place(
                        Place.Kind.JOURNAL,
                        null,
                        of.asOf(),
                        balance.account(),
                        balance.fund(),
                        null,
                        null));
    }

    private Term operating(
            List<Flow> flows, long gifts, LocalDate from, Predicate<Flow> which, String key) {
        var parts = new ArrayList<Part>();
        for (var flow : flows) {
            if (flow.income() || flow.agency() || !which.test(flow)) continue;
            if (flow.account().equals(DEPRECIATION) || flow.account().equals(HANDED_OVER)) continue;
            parts.add(
                    new Part(
                            Label.account(flow.account(), flow.fund()),
                            flow.amount(),
                            Place.journal(flow, from, of.asOf())));
        }
        if (gifts != 0) {
            parts.add(
                    new Part(
                            Label.account("47100", ""),
                            Math.negateExact(gifts),
                            new Place(
                                    Place.Kind.IN_KIND,
                                    from,
                                    of.asOf(),
                                    "47100",
                                    null,
                                    null,
                                    null)));
        }
        return Term.of(key, parts);
    }

    private boolean once(Flow flow) {
        var award = of.awards().get(flow.fund());
        return ONE_OFF.contains(flow.account()) || (award != null && award.once());
    }

    private boolean recurring(Flow flow) {
        return (flow.of("D1") && flow.charged() != Flow.Charged.LEVY)
                || flow.of("D5")
                || (flow.of("D2") && !of.awards().containsKey(flow.fund()));
    }

    /** Recurring income that is no dues: project shares, what is sold, D2 without an end. */
    private boolean besideDues(Flow flow) {
        return recurring(flow) && (!flow.of("D1") || flow.charged() == Flow.Charged.PROJECT);
    }

    /** E_rec. */
    Term recurringExpense() {
        return operating(
                of.year(), of.gifts().given(), of.from(), flow -> !once(flow), "recurring-expense");
    }

    /** O: what recurs and is no dues. */
    Term otherRecurring() {
        return income.term("other-recurring", this::besideDues);
    }

    private void structural(Map<IndicatorCode, Figure> figures) {
        var recurring = income.term("recurring-income", this::recurring);
        var expense = recurringExpense();
        var leftOut = operating(of.year(), Gifts.NONE.given(), of.from(), this::once, "one-off");
        var balance = Math.subtractExact(recurring.amount(), expense.amount());
        figures.put(
                IndicatorCode.STRUCTURAL_BALANCE,
                Figure.of(
                        of.months() == 0
                                ? new Value.Undefined(Reason.NO_BOOKS)
                                : new Value.Exact(Fraction.of(balance)),
                        recurring,
                        expense,
                        leftOut));
        figures.put(
                IndicatorCode.STRUCTURAL_GAP,
                Figure.of(
                        Value.ratio(
                                Math.negateExact(balance),
                                expense.amount(),
                                Reason.NO_RECURRING_EXPENSE),
                        recurring,
                        expense,
                        leftOut));
    }
}
