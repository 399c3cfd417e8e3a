package id.patungan.contributions.lab;

import id.patungan.basics.AmountFormat;
import id.patungan.basics.Fraction;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** The way from an old rule to a new one, year by year, in one language. */
final class LabWay {

    private final LabView view;

    LabWay(LabView view) {
        this.view = view;
    }

    /** A year on the way, with what each party pays; a refusal instead if it cannot be. */
    record YearShown(
            String label,
            String percent,
            List<String> amounts,
            String total,
            List<String> refusals) {}

    List<YearShown> years() {
        var ramp = view.comparison().ramp();
        if (ramp == null) {
            return List.of();
        }
        var years = new ArrayList<YearShown>();
        for (var year : ramp.years()) {
            var shares = LabView.byParty(year.shares());
            years.add(
                    new YearShown(
                            year.number() == 0
                                    ? view.text("ramp.start")
                                    : view.text("ramp.year", Integer.toString(year.number())),
                            AmountFormat.percent(
                                    Fraction.parse(year.shareNew()), 2, view.formats().language()),
                            year.refusals().isEmpty()
                                    ? view.comparison().parties().stream()
                                            .map(party ->
                                                    view.amount(view.share(shares, party.party())))
                                            .toList()
                                    : List.of(),
                            view.amount(LabView.sum(shares)),
                            year.refusals().stream().map(view::said).toList()));
        }
        return years;
    }

    /** From which rule to which; null if none was asked for. */
    @Nullable String said() {
        var ramp = view.comparison().ramp();
        if (ramp == null) {
            return null;
        }
        var corridor = ramp.corridor();
        return corridor == null
                ? view.text(
                        "ramp.way",
                        view.label(ramp.from()),
                        view.label(ramp.to()),
                        ramp.years().size() - 1)
                : view.text(
                        "ramp.corridor",
                        view.label(ramp.from()),
                        view.label(ramp.to()),
                        ramp.years().size() - 1,
                        view.exact(corridor));
    }

    /** Why there are years that cannot be; said once where it is the same for all of them. */
    List<String> refusals() {
        var years = years();
        if (years.stream().map(YearShown::refusals).distinct().count() == 1) {
            return years.getFirst().refusals();
        }
        return years.stream()
                .flatMap(year ->
                        year.refusals().stream().map(reason -> year.label() + ": " + reason))
                .toList();
    }
}
