package id.patungan.contributions.lab;

import id.patungan.allocation.Allocation;
import id.patungan.allocation.Parties;
import id.patungan.allocation.Parties.Party;
import id.patungan.allocation.Rule;
import id.patungan.allocation.RuleDocument;
import id.patungan.basics.DomainException;
import id.patungan.basics.Fraction;
import id.patungan.contributions.Sharing.Gathered;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * From an old rule to a new one over k years: in year t the whole total is divided by {@code (1 −
 * t/k)} of the old and {@code t/k} of the new rule, exactly, and rounded once as the new rule says.
 */
final class Ramps {

    private final Refused refused;

    Ramps(Refused refused) {
        this.refused = refused;
    }

    Comparison.Ramp ramp(NewComparison wish, NewComparison.Ramp ramp, List<Trial> trials) {
        if (ramp.years() < 1
                || ramp.years() > NewComparison.MOST_YEARS
                || !among(trials, ramp.from())
                || !among(trials, ramp.to())
                || ramp.from() == ramp.to()) {
            throw LabException.ramp(NewComparison.MOST_YEARS);
        }
        var corridor = ramp.corridor();
        if (corridor != null && corridor.signum() < 0) {
            throw LabException.corridor();
        }
        var before = trials.get(ramp.from() - 1);
        var after = trials.get(ramp.to() - 1);
        var years = new ArrayList<Comparison.Year>();
        for (var year = 0; year <= ramp.years(); year++) {
            var shareNew = Fraction.of(100L * year, ramp.years());
            years.add(year(wish, before, after, new Step(year, shareNew, corridor)));
        }
        return new Comparison.Ramp(
                ramp.from(), ramp.to(), corridor == null ? null : corridor.toString(), years);
    }

    private static boolean among(List<Trial> trials, int place) {
        return place >= 1 && place <= trials.size();
    }

    private record Step(int number, Fraction shareNew, @Nullable Fraction corridor) {}

    private Comparison.Year year(NewComparison wish, Trial before, Trial after, Step step) {
        var share = step.shareNew().toString();
        try {
            var shares =
                    Allocation.allocate(
                            wish.total(), blend(before, after, step), joined(before, after));
            return new Comparison.Year(step.number(), share, Lab.shares(shares), List.of());
        } catch (DomainException refusal) {
            return new Comparison.Year(step.number(), share, List.of(), refused.words(refusal));
        }
    }

    private static RuleDocument blend(Trial before, Trial after, Step step) {
        var old = document(before);
        var young = document(after);
        return new RuleDocument(
                young.name(),
                young.basis(),
                young.tie(),
                young.unit(),
                new Rule.Blend(old.rule(), young.rule(), step.shareNew(), step.corridor()));
    }

    private static RuleDocument document(Trial trial) {
        var document = trial.document();
        if (document == null || trial.refusal() != null) {
            throw trial.refusal() == null ? new IllegalStateException() : trial.refusal();
        }
        return document;
    }

    /**
     * The parties of both rules with the figures of both.
     *
     * @throws LabException if one figure has two values, being of two years
     */
    private static Parties joined(Trial before, Trial after) {
        var parties = new TreeMap<String, Party>();
        for (var trial : List.of(before, after)) {
            Gathered gathered = trial.gathered();
            if (gathered == null) continue;
            for (var party : gathered.parties().all()) {
                parties.merge(party.code(), party, Ramps::joined);
            }
        }
        return new Parties(List.copyOf(parties.values()));
    }

    private static Party joined(Party one, Party other) {
        Map<String, Fraction> figures = new LinkedHashMap<>(one.figures());
        other.figures()
                .forEach((indicator, figure) -> {
                    var known = figures.putIfAbsent(indicator, figure);
                    if (known != null && !known.equals(figure)) {
                        throw LabException.twoYears(indicator);
                    }
                });
        var history = one.tieHistory() == null ? other.tieHistory() : one.tieHistory();
        return new Party(one.code(), one.name(), figures, one.words(), history);
    }
}
