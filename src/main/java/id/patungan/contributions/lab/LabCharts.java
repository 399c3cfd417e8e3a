package id.patungan.contributions.lab;

import id.patungan.basics.Fraction;
import id.patungan.documents.StackedShares;
import id.patungan.documents.StackedShares.Bar;
import id.patungan.documents.StackedShares.Part;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The charts of a comparison: what each party bears, by rule and from year to year. */
final class LabCharts {

    private final LabView view;

    LabCharts(LabView view) {
        this.view = view;
    }

    /** One bar per rule; null if some share is no part of a whole. */
    @Nullable StackedShares rules() {
        var bars = new ArrayList<Bar>();
        if (view.comparison().against().assessment() != null) {
            bars.add(bar(view.against(), view.comparison().against().shares()));
        }
        for (var at = 0; at < view.comparison().rules().size(); at++) {
            var rule = view.comparison().rules().get(at);
            if (rule.applies()) {
                bars.add(bar(view.label(at + 1), LabView.byParty(rule.shares())));
            }
        }
        return chart(view.text("chart.title"), view.text("chart.description"), bars);
    }

    /** One bar per year. */
    @Nullable StackedShares years() {
        var bars = new ArrayList<Bar>();
        var ramp = view.comparison().ramp();
        if (ramp == null) {
            return null;
        }
        var shown = view.years();
        for (var at = 0; at < ramp.years().size(); at++) {
            if (ramp.years().get(at).refusals().isEmpty()) {
                bars.add(
                        bar(shown.get(at).label(), LabView.byParty(ramp.years().get(at).shares())));
            }
        }
        return chart(view.text("ramp.chart"), String.valueOf(view.way()), bars);
    }

    private @Nullable StackedShares chart(String title, String description, List<Bar> bars) {
        return StackedShares.drawable(bars)
                ? new StackedShares(
                        title,
                        description,
                        bars,
                        count -> view.text("others", Integer.toString(count)),
                        view.formats())
                : null;
    }

    private Bar bar(String label, Map<String, String> shares) {
        var parts = new ArrayList<Part>();
        for (var party : view.comparison().parties()) {
            var share = shares.get(party.party());
            if (share != null) {
                parts.add(
                        new Part(
                                party.party(),
                                shortName(party.name()),
                                Fraction.of(new BigDecimal(share))));
            }
        }
        return new Bar(label, parts);
    }

    /** Without the kind of region, which all of them have. */
    private static String shortName(String name) {
        return name.replaceFirst("^(Kabupaten|Kota|Provinsi) ", "");
    }
}
