package id.patungan.forecasting.indicators;

import id.patungan.basics.Fraction;
import id.patungan.forecasting.indicators.Term.Label;
import id.patungan.forecasting.indicators.Term.Part;
import id.patungan.forecasting.indicators.Value.Reason;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the income of the year says about who pays: accrual, agency money and closing entries left
 * out. Income in kind (47100) and exchange gains have no funding class and are not in it.
 */
final class IncomeFigures {

    private final Material of;
    private final List<Flow> income;

    IncomeFigures(Material of) {
        this.of = of;
        this.income =
                of.year().stream()
                        .filter(one -> one.income() && !one.agency() && one.fundingClass() != null)
                        .toList();
    }

    void into(Map<IndicatorCode, Figure> figures) {
        var all = all();
        shares(figures, all);
        concentration(figures);
        figures.put(IndicatorCode.GRANT_CLIFF, cliff(all));
    }

    /** ΣR. */
    Term all() {
        return term("income", _ -> true);
    }

    Term term(String key, Predicate<Flow> which) {
        return Term.of(key, income.stream().filter(which).map(this::part).toList());
    }

    Term classes(String key, String... classes) {
        var wanted = List.of(classes);
        return term(key, flow -> wanted.contains(String.valueOf(flow.fundingClass())));
    }

    private Part part(Flow flow) {
        return new Part(
                Label.payer(payer(flow), flow.account(), flow.fund()),
                flow.amount(),
                Place.journal(flow, of.from(), of.asOf()));
    }

    private void shares(Map<IndicatorCode, Figure> figures, Term all) {
        share(figures, IndicatorCode.DONOR_DEPENDENCY, classes("d3", "D3"), all);
        share(
                figures,
                IndicatorCode.EXTERNAL_DEPENDENCY,
                classes("external", "D2", "D3", "D4"),
                all);
        share(figures, IndicatorCode.MEMBER_SHARE, classes("d1", "D1"), all);
    }

    private static void share(
            Map<IndicatorCode, Figure> figures, IndicatorCode code, Term part, Term all) {
        figures.put(
                code,
                Figure.of(Value.ratio(part.amount(), all.amount(), Reason.NO_INCOME), part, all));
    }

    private void concentration(Map<IndicatorCode, Figure> figures) {
        var payers = grouped(this::payer, Comparator.comparing(Payer::code));
        var classes =
                grouped(
                        flow -> String.valueOf(flow.fundingClass()),
                        Comparator.<String>naturalOrder());
        index(
                figures,
                IndicatorCode.HHI_PAYER,
                IndicatorCode.HHI_PAYER_NORMALISED,
                payers,
                Reason.ONE_PAYER,
                byPayer(payers));
        index(
                figures,
                IndicatorCode.HHI_CLASS,
                IndicatorCode.HHI_CLASS_NORMALISED,
                classes,
                Reason.ONE_CLASS,
                byClass(classes));
        figures.put(IndicatorCode.TOP_1, largest(payers, 1));
        figures.put(IndicatorCode.TOP_3, largest(payers, 3));
    }

    /** By whom or for what, with those left out of whom nothing, or less, came in. */
    private <K> Map<K, Long> grouped(Function<Flow, K> key, Comparator<K> order) {
        var sums = new TreeMap<K, Long>(order);
        income.forEach(flow -> sums.merge(key.apply(flow), flow.amount(), Math::addExact));
        sums.values().removeIf(sum -> sum <= 0);
        return sums;
    }

    private static void index(
            Map<IndicatorCode, Figure> figures,
            IndicatorCode plain,
            IndicatorCode normalised,
            Map<?, Long> sums,
            Reason single,
            Term input) {
        if (sums.isEmpty()) {
            var none = Figure.of(new Value.Undefined(Reason.NO_INCOME), input);
            figures.put(plain, none);
            figures.put(normalised, none);
            return;
        }
        var total = sums.values().stream().reduce(0L, Math::addExact);
        var index = Fraction.ZERO;
        for (var sum : sums.values()) {
            var share = Fraction.of(sum, total);
            index = index.plus(share.times(share));
        }
        figures.put(plain, Figure.of(new Value.Exact(index), input));
        var least = Fraction.of(1, sums.size());
        figures.put(
                normalised,
                Figure.of(
                        sums.size() == 1
                                ? new Value.Undefined(single)
                                : new Value.Exact(
                                        index.minus(least).dividedBy(Fraction.ONE.minus(least))),
                        input));
    }

    private Term byPayer(Map<Payer, Long> payers) {
        return term("payers", flow -> payers.containsKey(payer(flow)));
    }

    private Term byClass(Map<String, Long> classes) {
        return term("classes", flow -> classes.containsKey(String.valueOf(flow.fundingClass())));
    }

    private Figure largest(Map<Payer, Long> payers, int count) {
        var largest =
                payers.entrySet().stream()
                        .sorted(
                                Map.Entry.<Payer, Long>comparingByValue()
                                        .reversed()
                                        .thenComparing(one -> one.getKey().code()))
                        .limit(count)
                        .map(Map.Entry::getKey)
                        .toList();
        var top = term("largest-" + count, flow -> largest.contains(payer(flow)));
        var all = byPayer(payers);
        return Figure.of(Value.ratio(top.amount(), all.amount(), Reason.NO_INCOME), top, all);
    }

    /** Income of this year whose award is over by a day twelve months from now. */
    private Figure cliff(Term all) {
        var horizon = of.asOf().plusMonths(Indicators.CLIFF_MONTHS);
        var ending = new ArrayList<Part>();
        for (var flow : income) {
            var award = of.awards().get(flow.fund());
            if (award == null || award.ends().isAfter(horizon)) continue;
            ending.add(
                    new Part(
                            Label.payer(
                                    payer(flow),
                                    flow.account(),
                                    award.award() + " → " + typed(award.ends())),
                            flow.amount(),
                            Place.journal(flow, of.from(), of.asOf())));
        }
        var term = Term.of("ending", ending);
        return Figure.of(Value.ratio(term.amount(), all.amount(), Reason.NO_INCOME), term, all);
    }

    private static String typed(LocalDate day) {
        return id.patungan.basics.DateReader.typed(day);
    }

    /** Who paid: the posting's or the fund's party, else the giver of the fund's award. */
    private Payer payer(Flow flow) {
        var payer = flow.payer();
        if (payer != null) return payer;
        var award = of.awards().get(flow.fund());
        return award == null ? Payer.UNNAMED : award.giver();
    }
}
