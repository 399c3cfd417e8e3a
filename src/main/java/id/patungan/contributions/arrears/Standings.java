package id.patungan.contributions.arrears;

import id.patungan.contributions.Contributions;
import id.patungan.contributions.arrears.Standing.Late;
import id.patungan.contributions.arrears.StandingStep.State;
import id.patungan.ledger.Books;
import id.patungan.ledger.Journal;
import id.patungan.parties.Members;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.Action;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The standing of members: derived from the policy, from what people decided and from what is
 * overdue, with the step that follows from it, if one does. {@link StandingDecisions} takes it.
 *
 * <p>A party sees its own standing with all that led to it, and the state of the others if the
 * policy opens that to every member.
 */
@Service
public class Standings {

    private final StandingRepository steps;
    private final ArrearsPolicies policies;
    private final Contributions contributions;
    private final Members members;
    private final Journal journal;
    private final Books books;
    private final Transactions transactions;

    Standings(
            StandingRepository steps,
            ArrearsPolicies policies,
            Contributions contributions,
            Members members,
            Journal journal,
            Books books,
            Transactions transactions) {
        this.steps = steps;
        this.policies = policies;
        this.contributions = contributions;
        this.members = members;
        this.journal = journal;
        this.books = books;
        this.transactions = transactions;
    }

    /** Who was a member on the day, or has had a step decided, by code. */
    public List<MemberStanding> all(Access access, LocalDate asOf) {
        access.require(Action.READ_OWN);
        return transactions.read(() -> seen(access, Days.require(asOf)));
    }

    /**
     * One member.
     *
     * @throws AccessException not found, if it is none or not within reach
     */
    public MemberStanding of(Access access, String party, LocalDate asOf) {
        return all(access, asOf).stream()
                .filter(one -> one.party().equals(party))
                .findFirst()
                .orElseThrow(() -> AccessException.nothingHere("member"));
    }

    /**
     * A step that holds because people decided it, whatever became of it since.
     *
     * @throws StandingException if there is none of that number within reach, or it is not approved
     */
    public DecidedStep decided(Access access, int number) {
        access.require(Action.READ_OWN);
        return transactions.read(() -> {
            var step =
                    steps(access).stream()
                            .filter(one -> one.number() == number)
                            .filter(one ->
                                    access.reach().everything()
                                            || own(access).contains(one.party()))
                            .findFirst()
                            .orElseThrow(() -> StandingException.noSuchStep(number));
            if (step.state() != State.APPROVED) throw StandingException.notDecided(number);
            return withPolicy(access, step);
        });
    }

    /**
     * The same for the step of a party.
     *
     * @throws StandingException also if the step is of another party
     */
    public DecidedStep decided(Access access, String party, int number) {
        var found = decided(access, number);
        if (!found.step().party().equals(party)) throw StandingException.noSuchStep(number);
        return found;
    }

    /**
     * The step by which a party's standing is what it is on a day, as it was known when the book
     * stood at an entry.
     *
     * @param before only what was decided before that instant; null for everything
     * @return empty where no notice, suspension, expulsion or reinstatement holds, and where the
     *     party is not within reach
     */
    public Optional<DecidedStep> decided(
            Access access, String party, LocalDate asOf, long knownAt, @Nullable Instant before) {
        access.require(Action.READ_OWN);
        if (!access.reach().everything() && !own(access).contains(party)) return Optional.empty();
        return transactions.read(() -> {
            var taken =
                    steps(access).stream()
                            .filter(one -> one.party().equals(party) && !one.on().isAfter(asOf))
                            .filter(one -> one.state() == State.APPROVED && one.heldBefore(before))
                            .toList();
            if (taken.isEmpty()) return Optional.empty();
            var late =
                    late(Access.system(access.body()), party, asOf, knownAt)
                            .getOrDefault(party, List.of());
            var decided = taken.stream().map(StandingStep::taken).toList();
            return switch (Standing.of(null, decided, late, asOf).state()) {
                case GOOD, OVERDUE -> Optional.empty();
                case NOTIFIED, SUSPENDED, EXPELLED, REINSTATED ->
                        Optional.of(withPolicy(access, taken.getLast()));
            };
        });
    }

    private List<StandingStep> steps(Access access) {
        return steps.steps(access.body(), books.get(access.body()).currency());
    }

    private DecidedStep withPolicy(Access access, StandingStep step) {
        return policies.all(Access.system(access.body())).stream()
                .filter(one -> one.version() == step.policy())
                .findFirst()
                .map(policy -> new DecidedStep(step, policy))
                .orElseThrow();
    }

    private List<MemberStanding> seen(Access access, LocalDate asOf) {
        var reach = access.reach();
        if (!reach.everything() && reach.parties().isEmpty()) return List.of();
        var everybody = Access.system(access.body());
        var policy = policies.inForce(everybody, asOf);
        var open = policy.map(ArrearsPolicy::openStanding).orElse(false);
        var own = own(access);
        return derived(everybody, policy.map(ArrearsPolicy::terms).orElse(null), asOf).stream()
                .filter(one -> open || reach.everything() || own.contains(one.party()))
                .map(one -> reach.everything() || own.contains(one.party()) ? one : one.closed())
                .toList();
    }

    /** The codes of the viewer's own parties. */
    private Set<String> own(Access access) {
        var codes = new HashSet<String>();
        for (var member : members.all(Access.system(access.body()))) {
            if (access.reach().parties().contains(member.party())) codes.add(member.code());
        }
        return codes;
    }

    private List<MemberStanding> derived(
            Access everybody, ArrearsPolicy.@Nullable Terms terms, LocalDate asOf) {
        var body = everybody.body();
        var head = journal.head(body).lastNo();
        var late = late(everybody, null, asOf, head);
        var taken = new LinkedHashMap<String, List<StandingStep>>();
        var names = new TreeMap<String, String>();
        for (var step : steps(everybody)) {
            if (step.on().isAfter(asOf)) continue;
            taken.computeIfAbsent(step.party(), party -> new ArrayList<>()).add(step);
            names.put(step.party(), step.name());
        }
        for (var member : members.on(everybody, asOf)) names.put(member.code(), member.name());
        var found = new ArrayList<MemberStanding>();
        for (var name : names.entrySet()) {
            var party = name.getKey();
            var own = late.getOrDefault(party, List.of());
            var history = taken.getOrDefault(party, List.of());
            var decided =
                    history.stream()
                            .filter(step -> step.state() == State.APPROVED)
                            .map(StandingStep::taken)
                            .toList();
            found.add(
                    new MemberStanding(
                            party,
                            name.getValue(),
                            asOf,
                            Standing.of(terms, decided, own, asOf),
                            true,
                            own,
                            history));
        }
        return found;
    }

    private Map<String, List<Late>> late(
            Access everybody, @Nullable String of, LocalDate asOf, long head) {
        var late = new LinkedHashMap<String, List<Late>>();
        for (var charge : contributions.openCharges(everybody, of, asOf, head)) {
            var days = Bucket.days(charge.due(), asOf);
            if (days > 0 && charge.open().minorUnits() > 0) {
                late.computeIfAbsent(charge.party(), party -> new ArrayList<>())
                        .add(
                                new Late(
                                        charge.charge(),
                                        charge.description(),
                                        charge.due(),
                                        days,
                                        charge.overdue(asOf)));
            }
        }
        return late;
    }
}
