package id.patungan.contributions.lab;

import id.patungan.allocation.Allocation;
import id.patungan.allocation.Parties;
import id.patungan.allocation.Parties.Party;
import id.patungan.allocation.RuleDocument;
import id.patungan.allocation.RuleDocument.Tie;
import id.patungan.allocation.Shares;
import id.patungan.basics.DomainException;
import id.patungan.basics.Fraction;
import id.patungan.contributions.RoundingHistory;
import id.patungan.platform.Access;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * From an old rule to a new one over k years: in year t everybody pays {@code (1 − t/k)} of the
 * exact quota that the old rule alone gives them and {@code t/k} of that of the new one, each among
 * its own parties and on its own figures; rounded once as the new rule says. Where that is one
 * rule's own result, as at both ends, that result stands, rounded as that rule says.
 */
@Component
class Ramps {

    private final Refused refused;
    private final RoundingHistory history;

    Ramps(Refused refused, RoundingHistory history) {
        this.refused = refused;
        this.history = history;
    }

    Comparison.Ramp ramp(Access access, NewComparison.Ramp ramp, List<Trial> trials) {
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
        return new Comparison.Ramp(
                ramp.from(),
                ramp.to(),
                corridor == null ? null : corridor.toString(),
                years(access, ramp, trials));
    }

    private List<Comparison.Year> years(
            Access access, NewComparison.Ramp ramp, List<Trial> trials) {
        Way way = null;
        List<Comparison.Words> reasons = List.of();
        try {
            way = way(access, end(trials, ramp.from()), end(trials, ramp.to()));
        } catch (DomainException refusal) {
            reasons = refused.words(refusal);
        }
        var years = new ArrayList<Comparison.Year>();
        for (var number = 0; number <= ramp.years(); number++) {
            var share = Fraction.of(100L * number, ramp.years());
            years.add(
                    way == null
                            ? new Comparison.Year(number, share.toString(), List.of(), reasons)
                            : year(way, new Step(number, share, ramp.corridor())));
        }
        return years;
    }

    private static boolean among(List<Trial> trials, int place) {
        return place >= 1 && place <= trials.size();
    }

    private record Step(int number, Fraction shareNew, @Nullable Fraction corridor) {}

    /** What a rule alone gives. */
    private record End(RuleDocument document, Shares shares, Parties parties) {}

    /**
     * Both ends.
     *
     * @param parties of either
     */
    private record Way(End before, End after, Parties parties) {}

    private Comparison.Year year(Way way, Step step) {
        var share = step.shareNew().toString();
        try {
            return new Comparison.Year(
                    step.number(), share, Lab.shares(shares(way, step)), List.of());
        } catch (DomainException refusal) {
            return new Comparison.Year(step.number(), share, List.of(), refused.words(refusal));
        }
    }

    /**
     * @throws DomainException if the rule cannot be applied, or divides no given total
     */
    private static End end(List<Trial> trials, int place) {
        var trial = trials.get(place - 1);
        if (trial.refusal() != null) {
            throw trial.refusal();
        }
        var document = trial.document();
        var shares = trial.shares();
        var gathered = trial.gathered();
        if (document == null || shares == null || gathered == null) {
            throw new IllegalStateException("Rule " + place + " has neither shares nor a refusal");
        }
        if (document.rule().ownTotal()) {
            throw LabException.ownTotal(place);
        }
        return new End(document, shares, gathered.parties());
    }

    private static Shares shares(Way way, Step step) {
        var before = way.before().shares();
        var after = way.after().shares();
        if (step.shareNew().signum() == 0) {
            return before;
        }
        var shares =
                Allocation.between(
                        before,
                        after,
                        step.shareNew(),
                        step.corridor(),
                        way.after().document(),
                        way.parties());
        return quotas(shares).equals(quotas(after)) ? after : shares;
    }

    /** Of those who have one other than zero. */
    private static Map<String, Fraction> quotas(Shares shares) {
        var quotas = new HashMap<String, Fraction>();
        for (var share : shares.shares()) {
            if (share.quota().signum() != 0) quotas.put(share.party(), share.quota());
        }
        return quotas;
    }

    /**
     * The parties of both rules; their figures have done their part. If the new rule breaks ties by
     * history, also those have theirs whom it does not know.
     */
    private Way way(Access access, End before, End after) {
        var parties = new TreeMap<String, Party>();
        for (var party : before.parties().all()) {
            parties.put(party.code(), party);
        }
        for (var party : after.parties().all()) {
            parties.put(party.code(), party);
        }
        if (after.document().tie() == Tie.HISTORY) {
            var units = units(access);
            parties.replaceAll((code, party) ->
                    party.tieHistory() != null
                            ? party
                            : new Party(
                                    code,
                                    party.name(),
                                    party.figures(),
                                    party.words(),
                                    units.getOrDefault(code, 0L)));
        }
        return new Way(before, after, new Parties(List.copyOf(parties.values())));
    }

    private Map<String, Long> units(Access access) {
        var units = new HashMap<String, Long>();
        for (var balance : history.of(access).parties()) {
            units.put(balance.party(), balance.sum().units());
        }
        return units;
    }
}
