package id.patungan.contributions.lab;

import id.patungan.basics.AmountFormat;
import id.patungan.basics.Fraction;
import id.patungan.contributions.RoundingHistory.Balance;
import id.patungan.contributions.RoundingHistory.History;
import id.patungan.contributions.RoundingHistory.Part;
import id.patungan.contributions.RoundingHistory.Run;

import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What rounding gave and took, as the page shows it in one language. */
record RoundingView(History history, Locale language, Currency currency) {

    private static final Part NONE = new Part(0, Fraction.ZERO);

    /** The years that were charged. */
    public List<Integer> years() {
        var years = new TreeSet<Integer>();
        history.parties().forEach(party -> years.addAll(party.years().keySet()));
        return List.copyOf(years);
    }

    public long units(Balance party, int year) {
        return party.years().getOrDefault(year, NONE).units();
    }

    /** With its sign, six decimals. */
    public String balance(Fraction exact) {
        var rounded = exact.rounded(6, RoundingMode.HALF_UP);
        return (exact.signum() > 0 ? "+" : "") + AmountFormat.number(rounded, language);
    }

    public String balance(Balance party, int year) {
        return balance(party.years().getOrDefault(year, NONE).balance());
    }

    /** All parties together; zero where every total was divided exactly. */
    public String sum() {
        return balance(
                history.parties().stream()
                        .map(party -> party.sum().balance())
                        .reduce(Fraction.ZERO, Fraction::plus));
    }

    public long units() {
        return history.parties().stream().mapToLong(party -> party.sum().units()).sum();
    }

    /** Who got a unit in a run; a hyphen where nothing had to be rounded. */
    public String favoured(Run run) {
        var names =
                history.parties().stream()
                        .filter(party -> run.parts().getOrDefault(party.party(), NONE).units() > 0)
                        .map(Balance::name)
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? "-" : names;
    }

    /** How far the most favoured is ahead of the least, in units. */
    public long spread() {
        var units = history.parties().stream().mapToLong(party -> party.sum().units());
        var figures = units.summaryStatistics();
        return figures.getCount() == 0 ? 0 : figures.getMax() - figures.getMin();
    }
}
