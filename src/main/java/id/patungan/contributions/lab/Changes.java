package id.patungan.contributions.lab;

import id.patungan.allocation.Parties;
import id.patungan.allocation.Parties.Party;
import id.patungan.basics.DomainException;
import id.patungan.basics.Fraction;
import id.patungan.contributions.lab.Comparison.Changed;
import id.patungan.contributions.lab.Comparison.Outcome;
import id.patungan.contributions.lab.Comparison.Words;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * One figure of one party, changed in every rule. A change in percent starts in each rule from that
 * rule's own figure, which may be of another year than the others'.
 */
@Component
class Changes {

    private final Refused refused;

    Changes(Refused refused) {
        this.refused = refused;
    }

    /** A figure and what becomes of it. */
    private record Step(@Nullable String before, String after) {}

    /**
     * What the rules give after the change.
     *
     * @throws LabException if the text is no change, the party shares by none of the rules, or a
     *     percentage is to be taken of a figure that none of them has
     */
    Changed changed(NewComparison wish, NewComparison.Change change, List<Trial> trials) {
        if (trials.stream().noneMatch(trial -> party(trial, change) != null)) {
            throw LabException.noParty(change.party());
        }
        var first =
                trials.stream()
                        .flatMap(trial -> Stream.ofNullable(figure(trial, change)))
                        .findFirst()
                        .orElse(null);
        var after = FigureChange.apply(change, first, wish.year());
        var outcomes = trials.stream().map(trial -> outcome(wish, change, trial)).toList();
        var steps =
                outcomes.stream()
                        .flatMap(outcome ->
                                Stream.ofNullable(outcome.after())
                                        .map(figure -> new Step(outcome.before(), figure)))
                        .distinct()
                        .toList();
        var step =
                steps.isEmpty()
                        ? new Step(null, after.toString())
                        : steps.size() == 1 ? steps.getFirst() : null;
        return new Changed(
                change.party(),
                change.indicator(),
                step == null ? null : step.before(),
                step == null ? null : step.after(),
                outcomes);
    }

    private Outcome outcome(NewComparison wish, NewComparison.Change change, Trial trial) {
        var gathered = trial.gathered();
        if (trial.document() == null || gathered == null) {
            return new Outcome(false, null, null, List.of(), List.of());
        }
        var named =
                gathered.figures().values().stream()
                        .anyMatch(own -> own.containsKey(change.indicator()));
        if (!named || party(trial, change) == null) {
            return outcome(wish, trial, named, null, null, gathered.parties());
        }
        var before = figure(trial, change);
        try {
            var after = FigureChange.apply(change, before, trial.figuresOf());
            var parties =
                    gathered.parties().all().stream()
                            .map(party ->
                                    party.code().equals(change.party())
                                            ? with(party, change.indicator(), after)
                                            : party)
                            .toList();
            return outcome(wish, trial, true, before, after, new Parties(parties));
        } catch (LabException refusal) {
            return refused(true, null, null, refused.words(refusal));
        }
    }

    private Outcome outcome(
            NewComparison wish,
            Trial trial,
            boolean named,
            @Nullable Fraction before,
            @Nullable Fraction after,
            Parties parties) {
        var document = trial.document();
        if (document == null) {
            throw new IllegalStateException("A rule without a text divides nothing");
        }
        try {
            var shares = Lab.shares(Lab.divide(wish.total(), document, parties));
            return new Outcome(named, text(before), text(after), shares, List.of());
        } catch (DomainException refusal) {
            return refused(named, before, after, refused.words(refusal));
        }
    }

    private static Outcome refused(
            boolean named,
            @Nullable Fraction before,
            @Nullable Fraction after,
            List<Words> reasons) {
        return new Outcome(named, text(before), text(after), List.of(), reasons);
    }

    private static @Nullable String text(@Nullable Fraction figure) {
        return figure == null ? null : figure.toString();
    }

    /** The party, if it is among those who share by the rule. */
    private static @Nullable Party party(Trial trial, NewComparison.Change change) {
        var gathered = trial.gathered();
        return gathered == null ? null : gathered.parties().find(change.party()).orElse(null);
    }

    private static @Nullable Fraction figure(Trial trial, NewComparison.Change change) {
        var party = party(trial, change);
        return party == null ? null : party.figures().get(change.indicator());
    }

    private static Party with(Party party, String indicator, Fraction figure) {
        var figures = new LinkedHashMap<>(party.figures());
        figures.put(indicator, figure);
        return new Party(party.code(), party.name(), figures, party.words(), party.tieHistory());
    }
}
