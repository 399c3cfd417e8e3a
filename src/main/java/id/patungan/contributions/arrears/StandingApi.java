package id.patungan.contributions.arrears;

import id.patungan.basics.Input;
import id.patungan.contributions.Basis;
import id.patungan.contributions.arrears.ArrearsPolicy.ClockStart;
import id.patungan.contributions.arrears.ArrearsPolicy.Terms;
import id.patungan.contributions.arrears.Standing.Late;
import id.patungan.platform.Access;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The arrears policy and the standing of members, for programs. */
@RestController
@RequestMapping("/api/v1/bodies/{body}")
class StandingApi {

    private final ArrearsPolicies policies;
    private final Standings standings;
    private final StandingDecisions decisions;
    private final Clock clock;

    StandingApi(
            ArrearsPolicies policies,
            Standings standings,
            StandingDecisions decisions,
            Clock clock) {
        this.policies = policies;
        this.standings = standings;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** The versions of the policy, the newest first. */
    @GetMapping("/arrears-policy")
    List<Version> policies(Access access) {
        return policies.all(access).stream().map(Version::of).toList();
    }

    @PostMapping("/arrears-policy")
    Version draft(
            Access access,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody PolicyWish request) {
        return Version.of(policies.draft(access, request.toWish(), key));
    }

    @PostMapping("/arrears-policy/{version:[0-9]{1,6}}/decision")
    Version decide(
            Access access,
            @PathVariable int version,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody StepDecision request) {
        return Version.of(
                policies.decide(
                        access,
                        version,
                        said("approve", request.approve()),
                        request.reason(),
                        key));
    }

    /** The members with their standing on a day, today if none is given. */
    @GetMapping("/standing")
    List<Member> standings(
            Access access, BodyEntry body, @RequestParam(required = false) @Nullable String asOf) {
        var day = Days.asked(asOf, LocalDate.now(clock.withZone(body.zone())));
        return standings.all(access, day).stream().map(Member::of).toList();
    }

    @GetMapping("/standing/{party}")
    Member standing(
            Access access,
            BodyEntry body,
            @PathVariable String party,
            @RequestParam(required = false) @Nullable String asOf) {
        var day = Days.asked(asOf, LocalDate.now(clock.withZone(body.zone())));
        return Member.of(standings.of(access, party, day));
    }

    @PostMapping("/standing/{party}/steps")
    WireStep prepare(
            Access access,
            @PathVariable String party,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody StepWish request) {
        return WireStep.of(decisions.prepare(access, request.toWish(party), key));
    }

    @PostMapping("/standing/{party}/steps/{number:[0-9]{1,9}}/decision")
    WireStep decideStep(
            Access access,
            @PathVariable int number,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody StepDecision request) {
        return WireStep.of(
                decisions.decide(
                        access, number, said("approve", request.approve()), request.reason(), key));
    }

    private static <T> T said(String field, @Nullable T value) {
        if (value == null) throw StandingException.notSaid(field);
        return value;
    }

    /** Yes or no, and why; a no needs a reason. */
    record StepDecision(@Nullable Boolean approve, @Nullable String reason) {}

    /** See {@link NewStep}. */
    record StepWish(
            @Nullable String step,
            @Nullable LocalDate on,
            @Nullable String document,
            @Nullable String reason) {

        NewStep toWish(String party) {
            var step = said("step", step());
            return new NewStep(
                    party,
                    Input.read("step", () -> Step.of(step)),
                    said("on", on),
                    said("document", document),
                    said("reason", reason));
        }
    }

    /**
     * See {@link ArrearsPolicy}; nothing has a default.
     *
     * @param expulsion whether there is one; if so, {@code expelAfter} is needed
     * @param basisNote what was assumed, if something was
     */
    record PolicyWish(
            @Nullable LocalDate effectiveFrom,
            @Nullable String agreement,
            @Nullable String article,
            @Nullable String clock,
            @Nullable Integer noticeAfter,
            @Nullable Integer suspendAfter,
            @Nullable Boolean expulsion,
            @Nullable Integer expelAfter,
            @Nullable String organ,
            @Nullable Boolean approval,
            @Nullable Boolean openArrears,
            @Nullable Boolean openStanding,
            @Nullable String basisNote) {

        NewArrearsPolicy toWish() {
            var start = said("clock", clock);
            return new NewArrearsPolicy(
                    said("effectiveFrom", effectiveFrom),
                    said("agreement", agreement),
                    said("article", article),
                    new Terms(
                            Input.read("clock", () -> ClockStart.of(start)),
                            said("noticeAfter", noticeAfter),
                            said("suspendAfter", suspendAfter),
                            said("expulsion", expulsion) ? said("expelAfter", expelAfter) : null),
                    said("organ", organ),
                    said("approval", approval),
                    said("openArrears", openArrears),
                    said("openStanding", openStanding),
                    basisNote == null
                            ? null
                            : Input.read(
                                    "basisNote", () -> new Basis(Basis.Kind.ASSUMED, basisNote)));
        }
    }

    /** A version of the policy; see {@link ArrearsPolicy}. */
    record Version(
            int version,
            String state,
            LocalDate effectiveFrom,
            String agreement,
            String article,
            String clock,
            int noticeAfter,
            int suspendAfter,
            @Nullable Integer expelAfter,
            String organ,
            boolean approval,
            boolean openArrears,
            boolean openStanding,
            @Nullable String basis,
            @Nullable String basisNote,
            String preparedBy,
            Instant preparedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String reason) {

        static Version of(ArrearsPolicy policy) {
            var basis = policy.basis();
            return new Version(
                    policy.version(),
                    policy.state().code(),
                    policy.effectiveFrom(),
                    policy.agreement(),
                    policy.article(),
                    policy.terms().clock().code(),
                    policy.terms().noticeAfter(),
                    policy.terms().suspendAfter(),
                    policy.terms().expelAfter(),
                    policy.organ(),
                    policy.approval(),
                    policy.openArrears(),
                    policy.openStanding(),
                    basis == null ? null : basis.kind().code(),
                    basis == null ? null : basis.note(),
                    policy.preparedBy(),
                    policy.preparedAt(),
                    policy.decidedBy(),
                    policy.decidedAt(),
                    policy.reason());
        }
    }

    /** A charge that is overdue. */
    record WireLate(String charge, String description, LocalDate due, long days, String open) {

        static WireLate of(Late late) {
            return new WireLate(
                    late.charge(),
                    late.description(),
                    late.due(),
                    late.days(),
                    AgeingJson.text(late.open()));
        }
    }

    /** What is proposed, and why. */
    record WireProposal(
            String step, long days, int limit, @Nullable LocalDate since, List<WireLate> charges) {

        static @Nullable WireProposal of(Standing.@Nullable Proposal proposal) {
            return proposal == null
                    ? null
                    : new WireProposal(
                            proposal.step().code(),
                            proposal.days(),
                            proposal.limit(),
                            proposal.since(),
                            proposal.charges().stream().map(WireLate::of).toList());
        }
    }

    /** A step; see {@link StandingStep}. */
    record WireStep(
            int number,
            String party,
            String step,
            String state,
            LocalDate on,
            String document,
            String reason,
            long days,
            long knownAt,
            int policy,
            List<WireLate> charges,
            String preparedBy,
            Instant preparedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String answer) {

        static WireStep of(StandingStep step) {
            return new WireStep(
                    step.number(),
                    step.party(),
                    step.step().code(),
                    step.state().code(),
                    step.on(),
                    step.document(),
                    step.reason(),
                    step.days(),
                    step.knownAt(),
                    step.policy(),
                    step.charges().stream().map(WireLate::of).toList(),
                    step.preparedBy(),
                    step.preparedAt(),
                    step.decidedBy(),
                    step.decidedAt(),
                    step.answer());
        }
    }

    /** A member; without details where the viewer sees the state only. */
    record Member(
            String party,
            String name,
            LocalDate asOf,
            String state,
            boolean details,
            @Nullable WireProposal proposal,
            List<WireLate> late,
            List<WireStep> steps) {

        static Member of(MemberStanding member) {
            return new Member(
                    member.party(),
                    member.name(),
                    member.asOf(),
                    member.standing().state().code(),
                    member.open(),
                    WireProposal.of(member.standing().proposal()),
                    member.late().stream().map(WireLate::of).toList(),
                    member.steps().stream().map(WireStep::of).toList());
        }
    }
}
