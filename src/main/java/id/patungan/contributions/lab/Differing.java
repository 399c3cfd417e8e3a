package id.patungan.contributions.lab;

import id.patungan.basics.AmountFormat;
import id.patungan.basics.Fraction;
import id.patungan.contributions.lab.Comparison.Changed;
import id.patungan.contributions.lab.Comparison.Outcome;
import id.patungan.contributions.lab.Comparison.Ruled;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Who would pay more and who less, in money, in percent and per head, in one language. */
final class Differing {

    private final Comparison comparison;
    private final LabView view;

    Differing(Comparison comparison, LabView view) {
        this.comparison = comparison;
        this.view = view;
    }

    /**
     * Before and after, party by party.
     *
     * @param base from which figure to which, where the rules start from different ones; null
     *     otherwise
     * @param finding in a sentence; the reason if there are no rows
     */
    record Table(
            String title,
            String before,
            String after,
            @Nullable String base,
            String finding,
            List<Row> rows,
            @Nullable Row total) {

        /** The members, and the total where there is one. */
        public boolean any() {
            return !rows.isEmpty();
        }
    }

    /**
     * A party.
     *
     * @param sign of the change
     * @param percent empty if nothing was paid before
     * @param perHead empty if the population is missing
     * @param verdict the sign in a word
     * @param exactBefore and {@code exactAfter} in main units, for spreadsheets
     */
    record Row(
            String party,
            String name,
            String before,
            String after,
            String change,
            int sign,
            String percent,
            String perHead,
            String verdict,
            BigDecimal exactBefore,
            BigDecimal exactAfter,
            @Nullable BigDecimal heads) {}

    /** Each rule beside the assessment, or beside the first rule. */
    List<Table> fromAgainst() {
        var against = comparison.against();
        var tables = new ArrayList<Table>();
        for (var at = against.assessment() == null ? 1 : 0; at < comparison.rules().size(); at++) {
            var rule = comparison.rules().get(at);
            if (!rule.applies() || against.shares().isEmpty()) {
                continue;
            }
            tables.add(
                    table(
                            view.text("difference.title", view.label(at + 1), view.against()),
                            view.against(),
                            view.label(at + 1),
                            null,
                            against.shares(),
                            LabView.byParty(rule.shares())));
        }
        return tables;
    }

    /** Each rule before and after the change of the figure. */
    List<Table> ofChange() {
        var change = comparison.change();
        var tables = new ArrayList<Table>();
        if (change == null) {
            return tables;
        }
        for (var at = 0; at < comparison.rules().size(); at++) {
            var rule = comparison.rules().get(at);
            var outcome = change.rules().get(at);
            var label = view.label(at + 1);
            var reason =
                    !rule.applies()
                            ? view.text("changed.not-applied")
                            : !outcome.named()
                                    ? view.text(
                                            "changed.not-named", view.indicator(change.indicator()))
                                    : outcome.refusals().isEmpty()
                                            ? null
                                            : view.said(outcome.refusals().getFirst());
            tables.add(
                    reason == null
                            ? table(
                                    label,
                                    view.text("before"),
                                    view.text("after"),
                                    base(rule, change, outcome),
                                    LabView.byParty(rule.shares()),
                                    LabView.byParty(outcome.shares()))
                            : new Table(label, "", "", null, reason, List.of(), null));
        }
        return tables;
    }

    /** The rule's own figure before and after, if the rules do not share one. */
    private @Nullable String base(Ruled rule, Changed change, Outcome outcome) {
        var after = outcome.after();
        if (change.after() != null || after == null) {
            return null;
        }
        var own = rule.figures().getOrDefault(change.party(), Map.of()).get(change.indicator());
        var known = own == null ? null : own.year();
        var year = Integer.toString(known == null ? rule.figuresOf() : known);
        var before = outcome.before();
        return before == null
                ? view.text("changed.base.new", year, view.exact(after))
                : view.text("changed.base", year, view.exact(before), view.exact(after));
    }

    private Table table(
            String title,
            String before,
            String after,
            @Nullable String base,
            Map<String, String> was,
            Map<String, String> is) {
        var rows = new ArrayList<Row>();
        for (var party : comparison.parties()) {
            var heads = party.population();
            rows.add(
                    row(
                            party.party(),
                            party.name(),
                            view.share(was, party.party()),
                            view.share(is, party.party()),
                            heads == null ? null : Fraction.parse(heads.value())));
        }
        var total = row("", view.text("total"), LabView.sum(was), LabView.sum(is), null);
        return new Table(title, before, after, base, finding(rows, total), rows, total);
    }

    private Row row(
            String party,
            String name,
            BigDecimal before,
            BigDecimal after,
            @Nullable Fraction heads) {
        var change = after.subtract(before);
        return new Row(
                party,
                name,
                view.amount(before),
                view.amount(after),
                signed(change),
                change.signum(),
                before.signum() == 0
                        ? ""
                        : signed(
                                        rounded(
                                                Fraction.of(change)
                                                        .times(Fraction.HUNDRED)
                                                        .dividedBy(Fraction.of(before))))
                                + " %",
                heads == null || heads.signum() == 0
                        ? ""
                        : signed(rounded(Fraction.of(change).dividedBy(heads))),
                view.text(change.signum() > 0 ? "more" : change.signum() < 0 ? "less" : "same"),
                before,
                after,
                heads == null ? null : heads.rounded(6, RoundingMode.HALF_UP));
    }

    private String finding(List<Row> rows, Row total) {
        var more = rows.stream().filter(row -> row.sign() > 0).toList();
        var less = rows.stream().filter(row -> row.sign() < 0).toList();
        if (more.isEmpty() && less.isEmpty()) {
            return view.text("finding.same");
        }
        var counts = view.text("finding", more.size(), less.size());
        var worst =
                more.stream()
                        .max(
                                Comparator.comparing(
                                        row -> row.exactAfter().subtract(row.exactBefore())))
                        .map(row -> " " + view.text("finding.most", row.name(), row.change()))
                        .orElse("");
        var best =
                less.stream()
                        .min(
                                Comparator.comparing(
                                        row -> row.exactAfter().subtract(row.exactBefore())))
                        .map(row -> " " + view.text("finding.least", row.name(), row.change()))
                        .orElse("");
        var other = total.sign() == 0 ? "" : " " + view.text("finding.total", total.change());
        return counts + worst + best + other;
    }

    /** With its sign, also above zero. */
    private String signed(BigDecimal number) {
        var text = AmountFormat.number(number, view.formats().language());
        return number.signum() > 0 ? "+" + text : text;
    }

    static BigDecimal rounded(Fraction value) {
        return value.rounded(2, RoundingMode.HALF_UP);
    }
}
