package id.patungan.contributions.entryexit;

import id.patungan.allocation.Parties;
import id.patungan.allocation.RuleFile;
import id.patungan.basics.DomainException;
import id.patungan.basics.Money;
import id.patungan.contributions.Assessment;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.IssuedDivisions;
import id.patungan.contributions.IssuedDivisions.Standing;
import id.patungan.contributions.NewAssessment;
import id.patungan.contributions.Sharing;
import id.patungan.contributions.entryexit.DayShares.Step;
import id.patungan.contributions.entryexit.NewSimulation.Kind;
import id.patungan.contributions.entryexit.Simulation.Way;
import id.patungan.contributions.rules.Rules;
import id.patungan.contributions.sheet.CalculationSheets;
import id.patungan.platform.Access;
import id.patungan.platform.Action;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What joinings and notices make of the dues of their years. An assessment charges whole years and
 * stays as it was frozen; for each change this says, party by party and by days, how much more or
 * less is due of it, as the agreement says who makes room. What later figures change is followed.
 */
@Service
public class DuesByDays {

    private final MembershipChanges changes;
    private final SettlementRepository settlements;
    private final Assessments assessments;
    private final IssuedDivisions divisions;
    private final Sharing sharing;
    private final Rules rules;

    DuesByDays(
            MembershipChanges changes,
            SettlementRepository settlements,
            Assessments assessments,
            IssuedDivisions divisions,
            Sharing sharing,
            Rules rules) {
        this.changes = changes;
        this.settlements = settlements;
        this.assessments = assessments;
        this.divisions = divisions;
        this.sharing = sharing;
        this.rules = rules;
    }

    /**
     * The assessments of dues that a change touches, the newest first, with what it makes of them;
     * none for a record that was withdrawn.
     *
     * @param otherRule code of the rule that divides the case which an assessment did not; null for
     *     the one by which it was settled before, else its own
     */
    public List<DayDues> of(Access access, int change, @Nullable String otherRule) {
        return of(access, change, one -> true, otherRule);
    }

    /**
     * What a change makes of one assessment.
     *
     * @throws EntryExitException if it does not touch it
     */
    public DayDues of(Access access, int change, String assessment, @Nullable String otherRule) {
        return of(access, change, assessment::equals, otherRule).stream()
                .findFirst()
                .orElseThrow(() -> EntryExitException.untouched(assessment, change));
    }

    /** Not one transaction: what cannot be worked out is an answer, and undoes nothing. */
    private List<DayDues> of(
            Access access, int change, Predicate<String> codes, @Nullable String otherRule) {
        access.require(Action.READ_BOOKS);
        var record = changes.get(access, change);
        if (!record.stands()) return List.of();
        var standing = changes.all(access).stream().filter(MembershipChange::stands).toList();
        return assessments.list(access, null).stream()
                .filter(one -> codes.test(one.code()))
                .filter(one -> one.kind() == NewAssessment.Kind.DUES)
                .filter(one -> one.paper().reversal() == null)
                .filter(one -> one.year() >= record.effective().getYear())
                .map(one -> dues(access, record, standing, one, otherRule))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<DayDues> dues(
            Access access,
            MembershipChange change,
            List<MembershipChange> all,
            Assessment.Summary assessment,
            @Nullable String asked) {
        var standing = divisions.asItStands(access, assessment.code());
        var steps = steps(all, assessment.year(), standing);
        var step =
                steps.stream()
                        .filter(one -> one.kind() == change.kind())
                        .filter(one -> one.party().equals(change.party()))
                        .findFirst();
        if (step.isEmpty() || !concerns(change, assessment, standing)) return Optional.empty();
        var parts =
                settlements.all(access.body(), standing.total().currency()).stream()
                        .filter(SettledPart::stands)
                        .filter(part -> part.change() == change.number())
                        .filter(part -> assessment.code().equals(part.assessment()))
                        .toList();
        var otherRule = asked != null || parts.isEmpty() ? asked : parts.getLast().otherRule();
        List<DayDues.Line> lines = List.of();
        DomainException refusal = null;
        try {
            var differences =
                    differences(access, change, all, standing, steps, step.get(), otherRule);
            lines = lines(standing, differences.names(), differences.amounts(), parts);
        } catch (DomainException refused) {
            refusal = refused;
        }
        return Optional.of(
                new DayDues(
                        assessment.code(),
                        assessment.paper().description(),
                        assessment.year(),
                        assessment.fund(),
                        step.get().days(),
                        step.get().of(),
                        otherRule,
                        lines,
                        refusal));
    }

    /** A joiner concerns what was issued before it joined, and its first year. */
    private static boolean concerns(
            MembershipChange change, Assessment.Summary assessment, Standing standing) {
        if (change.kind() == Kind.JOIN) {
            return assessment.year() == change.effective().getYear()
                    || assessment.paper().date().isBefore(change.effective());
        }
        // Whoever shares nothing of it has nothing to gain or lose
        return standing.shares().stream()
                .filter(share -> share.party().equals(change.party()))
                .allMatch(share -> !share.share().isZero());
    }

    /** The changes that the shares of the year do not, or not wholly, count, by their days. */
    private static List<Step> steps(List<MembershipChange> all, int year, Standing standing) {
        var of = LocalDate.of(year, 1, 1).lengthOfYear();
        var sharers =
                standing.shares().stream().map(Standing.Share::party).collect(Collectors.toSet());
        var steps = new ArrayList<Step>();
        all.stream()
                .sorted(
                        Comparator.comparing(MembershipChange::boundary)
                                .thenComparingInt(MembershipChange::number))
                .forEach(one -> {
                    var step = new Step(one.kind(), one.party(), one.days(year), of);
                    var shares = sharers.contains(one.party());
                    if (changesShares(step, shares, steps)) steps.add(step);
                });
        return steps;
    }

    /** Whoever is charged wholly and pays wholly, or neither, is no step. */
    private static boolean changesShares(Step step, boolean shares, List<Step> before) {
        var joined =
                before.stream()
                        .anyMatch(
                                one -> one.kind() == Kind.JOIN && one.party().equals(step.party()));
        if (shares) return step.days() < step.of();
        if (step.kind() == Kind.JOIN) return step.days() > 0;
        return joined ? step.days() < step.of() : step.days() > 0;
    }

    private record Differences(Map<String, String> names, Map<String, Money> amounts) {}

    private Differences differences(
            Access access,
            MembershipChange change,
            List<MembershipChange> changed,
            Standing standing,
            List<Step> steps,
            Step step,
            @Nullable String otherRule) {
        requireOnce(steps);
        var day = change.effective();
        var rule = RuleFile.read("rule", standing.issued().rule()).document();
        var other = rule;
        if (otherRule != null) {
            var found = rules.get(access, otherRule);
            var version = found.inForce(day).orElseGet(found::newest);
            other = RuleFile.read("rule", version.text()).document();
        }
        var all = new ArrayList<>(CalculationSheets.parties(standing.sheet()).all());
        var issued = new Parties(List.copyOf(all));
        var codes = new LinkedHashSet<String>();
        steps.forEach(one -> codes.add(one.party()));
        var year = standing.sheet().indicatorYear();
        sharing
                .gather(access, other, codes, day, year == null ? standing.issued().year() : year)
                .parties()
                .all()
                .stream()
                .filter(one -> codes.contains(one.code()))
                .filter(one -> issued.all().stream().noneMatch(has(one.code())))
                .forEach(all::add);
        all.sort(Comparator.comparing(Parties.Party::code));
        var shares = new DayShares(standing.total(), rule, other, issued, new Parties(all), steps);
        var names =
                all.stream().collect(Collectors.toMap(Parties.Party::code, Parties.Party::name));
        if (change.way() == Way.APART) return new Differences(names, shares.apart(step));
        if (rule.rule().ownTotal() || other.rule().ownTotal()) throw EntryExitException.ownTotal();
        if (otherWay(changed, steps)) {
            throw EntryExitException.mixedWays(standing.issued().year());
        }
        return new Differences(names, shares.kept(step));
    }

    /** Somebody who leaves and comes back within the year is counted by nobody's rule. */
    private static void requireOnce(List<Step> steps) {
        var left = new HashSet<String>();
        for (var step : steps) {
            if (step.kind() == Kind.LEAVE) left.add(step.party());
            else if (left.contains(step.party())) throw EntryExitException.backAgain(step.party());
        }
    }

    private static Predicate<Parties.Party> has(String code) {
        return one -> one.code().equals(code);
    }

    /** Whether another change of the year lets the others stay, so that the total is not kept. */
    private static boolean otherWay(List<MembershipChange> changed, List<Step> steps) {
        return changed.stream()
                .filter(one -> one.way() == Way.APART)
                .anyMatch(one ->
                        steps.stream()
                                .anyMatch(step ->
                                        step.party().equals(one.party())
                                                && step.kind() == one.kind()));
    }

    private static List<DayDues.Line> lines(
            Standing standing,
            Map<String, String> names,
            Map<String, Money> differences,
            List<SettledPart> parts) {
        var zero = Money.zero(standing.total().currency());
        var charged = new TreeMap<String, Money>();
        differences.keySet().forEach(party -> charged.put(party, zero));
        standing.shares().forEach(share -> charged.put(share.party(), share.share()));
        var lines = new ArrayList<DayDues.Line>();
        charged.forEach((party, share) -> {
            var settled =
                    parts.stream()
                            .filter(part -> part.party().equals(party))
                            .map(SettledPart::amount)
                            .reduce(zero, Money::plus);
            var line =
                    new DayDues.Line(
                            party,
                            names.getOrDefault(party, party),
                            share,
                            share.plus(differences.getOrDefault(party, zero)),
                            settled);
            var nothing = line.charged().isZero() && line.byDays().isZero() && settled.isZero();
            if (!nothing) lines.add(line);
        });
        return lines;
    }
}
