package id.patungan.contributions.late;

import id.patungan.basics.Money;
import id.patungan.contributions.Assessment;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Contributions;
import id.patungan.contributions.GivenAmounts;
import id.patungan.contributions.LegalBasis;
import id.patungan.contributions.NewAssessment;
import id.patungan.contributions.OpenCharge;
import id.patungan.platform.Access;
import id.patungan.platform.Action;

import org.springframework.stereotype.Service;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What can be charged for lateness by the policy in force: proposed for a day, charge by charge,
 * and issued as a fine by a person who chooses. Nothing is charged by itself, and no day of
 * lateness twice.
 */
@Service
public class LateCharges {

    private final LatePolicies policies;
    private final LateChargeRepository late;
    private final Contributions contributions;
    private final Assessments assessments;
    private final LateBook book;

    LateCharges(
            LatePolicies policies,
            LateChargeRepository late,
            Contributions contributions,
            Assessments assessments,
            LateBook book) {
        this.policies = policies;
        this.late = late;
        this.contributions = contributions;
        this.assessments = assessments;
        this.book = book;
    }

    /**
     * What can be charged up to a day, that day included; nothing where no policy is in force.
     *
     * @throws LateException if the day is after today
     */
    public List<LateProposal> proposals(Access access, LocalDate through) {
        access.require(Action.READ_BOOKS);
        var today = book.today(access);
        if (through.isAfter(today)) throw LateException.future(through, today);
        var policy = policies.inForce(access, through);
        return policy.isEmpty() ? List.of() : proposed(access, policy.get(), through);
    }

    private List<LateProposal> proposed(Access access, LatePolicy policy, LocalDate through) {
        var open = late.open(access.body());
        var before = late.before(access.body());
        var proposals = new ArrayList<LateProposal>();
        for (var charge : contributions.openCharges(access, null)) {
            var days = open.get(charge.charge());
            if (days == null || charge.status() == OpenCharge.Status.CANCELLED) continue;
            LateDays.of(
                            charge,
                            days,
                            before.get(charge.charge()),
                            policy.terms(),
                            policy.effectiveFrom(),
                            through)
                    .ifPresent(proposals::add);
        }
        return proposals;
    }

    /** What was charged for lateness, the newest first. */
    public List<LateLine> charged(Access access) {
        access.require(Action.READ_BOOKS);
        return late.lines(access.body(), book.currency(access));
    }

    /** For which days a fine was charged: the lines of the charges within reach, as charged. */
    public List<LateLine> of(Access access, String fine) {
        access.require(Action.READ_OWN);
        var within =
                contributions.openCharges(access, null).stream()
                        .map(OpenCharge::charge)
                        .collect(Collectors.toSet());
        return late.lines(access.body(), book.currency(access)).stream()
                .filter(line -> line.fine().equals(fine) && within.contains(line.charge()))
                .toList();
    }

    /**
     * Charges what is proposed for these charges, as one assessment of kind fine; its sheet shows
     * what each payer pays, and the days are kept charge by charge.
     *
     * @param key of the command; the same key with the same wish answers the same assessment
     * @throws id.patungan.basics.DomainException if no policy is in force, or a charge is not
     *     proposed; nothing is stored then
     */
    public Assessment issue(Access access, NewLateCharge wish, String key) {
        access.require(Action.PREPARE);
        var code = book.once(access, key, wish, () -> issueOnce(access, wish, key));
        return assessments.get(access, code);
    }

    private String issueOnce(Access access, NewLateCharge wish, String key) {
        var today = book.today(access);
        if (wish.through().isAfter(today)) throw LateException.future(wish.through(), today);
        var policy =
                policies.inForce(access, wish.through())
                        .orElseThrow(() -> LateException.noPolicy(wish.through()));
        var proposed = new LinkedHashMap<String, LateProposal>();
        for (var one : proposed(access, policy, wish.through())) proposed.put(one.charge(), one);
        var chosen = new ArrayList<LateProposal>();
        for (var charge : wish.charges()) {
            var one = proposed.get(charge);
            if (one == null) throw LateException.notProposed(charge, wish.through());
            chosen.add(one);
        }
        var fine = assessments.issueApproved(access, fine(wish, policy, chosen), inner(key));
        late.insert(access.body(), fine.code(), policy.version(), chosen);
        return fine.code();
    }

    /** The key of the assessment within the command. */
    private static String inner(String key) {
        return "late-" + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }

    private static NewAssessment fine(
            NewLateCharge wish, LatePolicy policy, List<LateProposal> chosen) {
        var amounts = new LinkedHashMap<String, Money>();
        var names = new LinkedHashMap<String, String>();
        for (var one : chosen) {
            amounts.merge(one.party(), one.amount(), Money::plus);
            names.put(one.party(), one.partyName());
        }
        var total = amounts.values().stream().reduce(Money::plus).orElseThrow();
        return new NewAssessment(
                NewAssessment.Kind.FINE,
                wish.through().getYear(),
                wish.fund(),
                null,
                total,
                GivenAmounts.rule(total),
                GivenAmounts.table(amounts, names),
                null,
                new LegalBasis(policy.agreement(), policy.article()),
                wish.through(),
                wish.due(),
                wish.description(),
                policy.basis(),
                Map.of(),
                Map.of());
    }
}
