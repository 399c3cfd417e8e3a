package id.patungan.contributions.arrears;

import id.patungan.basics.PartyId;
import id.patungan.contributions.arrears.StandingRepository.Prepared;
import id.patungan.contributions.arrears.StandingStep.State;
import id.patungan.ledger.Books;
import id.patungan.ledger.Journal;
import id.patungan.parties.Member;
import id.patungan.parties.Members;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Commands;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Takes steps in the standing of members: one person prepares with the paper that decided, another
 * approves where the policy asks for it. Only a step that the policy leads to on the day of the
 * paper can be taken; nothing is taken by the system.
 */
@Service
public class StandingDecisions {

    private static final int LONGEST_REASON = 400;

    private final Standings standings;
    private final StandingRepository steps;
    private final ArrearsPolicies policies;
    private final Members members;
    private final Journal journal;
    private final Books books;
    private final Commands commands;
    private final Audit audit;
    private final Clock clock;

    StandingDecisions(
            Standings standings,
            StandingRepository steps,
            ArrearsPolicies policies,
            Members members,
            Journal journal,
            Books books,
            Commands commands,
            Audit audit,
            Clock clock) {
        this.standings = standings;
        this.steps = steps;
        this.policies = policies;
        this.members = members;
        this.journal = journal;
        this.books = books;
        this.commands = commands;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a key was used for; two commands with equal requests stay apart. */
    private record Command(String command, Object request) {}

    /**
     * Prepares a step that is proposed on the day of its paper; where the policy asks for no
     * approval it holds at once.
     *
     * @param key of the command; the same key with the same wish answers the same step
     * @throws StandingException if the policy does not lead to it on that day, another step waits,
     *     or the day lies before the last step or after today
     */
    public StandingStep prepare(Access access, NewStep wish, String key) {
        access.require(Action.PREPARE);
        var number =
                books.write(
                        access.body(),
                        () ->
                                commands.once(
                                        access.body(),
                                        key,
                                        new Command("prepare-standing-step", wish),
                                        Integer.class,
                                        () -> prepareOnce(access, wish)));
        return step(access, number);
    }

    private int prepareOnce(Access access, NewStep wish) {
        var member = standings.of(access, wish.party(), today(access));
        if (member.waiting().isPresent()) {
            throw StandingException.waits(member.waiting().get().number(), member.party());
        }
        requireDay(member, wish.on(), today(access));
        var policy =
                policies.inForce(access, wish.on())
                        .orElseThrow(() -> StandingException.noPolicy(wish.on()));
        var proposal = proposed(access, wish.party(), wish.step(), wish.on());
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var number =
                steps.insert(
                        access.body(),
                        id(access, wish.party()),
                        wish,
                        new Prepared(
                                proposal,
                                policy,
                                journal.head(access.body()).lastNo(),
                                access.handle(),
                                at));
        audit.record(access, "standing.prepare", subject(number), null, wish);
        if (!policy.approval()) {
            steps.insertDecision(
                    access.body(), step(access, number), true, null, access.handle(), at);
            audit.record(access, "standing.approve", subject(number), null, wish);
        }
        return number;
    }

    private static void requireDay(MemberStanding member, LocalDate on, LocalDate today) {
        var last =
                member.steps().stream()
                        .filter(step -> step.state() == State.APPROVED)
                        .map(StandingStep::on)
                        .reduce(LocalDate.EPOCH, (one, other) -> one.isAfter(other) ? one : other);
        if (on.isBefore(last) || on.isAfter(today)) {
            throw StandingException.day(on, last, today);
        }
    }

    private Standing.Proposal proposed(Access access, String party, Step step, LocalDate on) {
        var proposal = standings.of(access, party, on).standing().proposal();
        if (proposal == null || proposal.step() != step) {
            throw StandingException.notProposed(step.code(), party, on);
        }
        return proposal;
    }

    /**
     * Approves or rejects a step; only another person than its preparer may.
     *
     * @param reason needed to reject
     * @throws StandingException if it is decided, one's own, the reason is missing, or, to approve,
     *     the book has since learnt that the policy did not lead to it
     */
    public StandingStep decide(
            Access access, int number, boolean approve, @Nullable String reason, String key) {
        access.require(Action.APPROVE);
        var said = StandingException.optional("reason", reason, LONGEST_REASON);
        if (said == null && !approve) throw StandingException.noReason();
        var wish = new Decided(number, approve, said);
        books.write(
                access.body(),
                () ->
                        commands.once(
                                access.body(),
                                key,
                                new Command("decide-standing-step", wish),
                                Integer.class,
                                () -> decideOnce(access, wish)));
        return step(access, number);
    }

    private record Decided(int number, boolean approve, @Nullable String reason) {}

    private int decideOnce(Access access, Decided wish) {
        var step = step(access, wish.number());
        if (step.state() != State.WAITING) throw StandingException.alreadyDecided();
        if (step.preparedBy().equals(access.handle())) throw StandingException.ownWork();
        if (wish.approve()) {
            var _ = proposed(access, step.party(), step.step(), step.on());
        }
        steps.insertDecision(
                access.body(),
                step,
                wish.approve(),
                wish.reason(),
                access.handle(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        audit.record(
                access,
                wish.approve() ? "standing.approve" : "standing.reject",
                subject(wish.number()),
                step,
                step(access, wish.number()));
        return wish.number();
    }

    private StandingStep step(Access access, int number) {
        return steps.steps(access.body(), books.get(access.body()).currency()).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> StandingException.noSuchStep(number));
    }

    private PartyId id(Access access, String party) {
        return members.all(access).stream()
                .filter(one -> one.code().equals(party))
                .map(Member::party)
                .findFirst()
                .orElseThrow(() -> StandingException.notAMember(party, today(access)));
    }

    private LocalDate today(Access access) {
        return LocalDate.now(clock.withZone(books.get(access.body()).zone()));
    }

    private static String subject(int number) {
        return "standing/" + number;
    }
}
