package id.patungan.contributions.arrears;

import id.patungan.contributions.arrears.ArrearsPolicy.State;
import id.patungan.contributions.rules.LegalGround;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Commands;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What follows from arrears in a body, in versions: drafted by one person, approved by another, in
 * force from its day until a later one is. There is no default; without a version in force nothing
 * follows.
 */
@Service
public class ArrearsPolicies {

    private static final int LONGEST_REASON = 400;

    private final PolicyRepository policies;
    private final Agreements agreements;
    private final Books books;
    private final Commands commands;
    private final Audit audit;
    private final Transactions transactions;
    private final Clock clock;

    ArrearsPolicies(
            PolicyRepository policies,
            Agreements agreements,
            Books books,
            Commands commands,
            Audit audit,
            Transactions transactions,
            Clock clock) {
        this.policies = policies;
        this.agreements = agreements;
        this.books = books;
        this.commands = commands;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The versions that the viewer may see, the newest first: a party sees the approved ones. */
    public List<ArrearsPolicy> all(Access access) {
        access.require(Action.READ_OWN);
        var reach = access.reach();
        if (!reach.everything() && reach.parties().isEmpty()) return List.of();
        return transactions.read(() -> policies.versions(access.body())).stream()
                .filter(one -> reach.everything() || one.state() == State.APPROVED)
                .toList();
    }

    /**
     * The version in force on a day: of the approved ones the latest that has begun, of two of one
     * day the higher number.
     */
    public Optional<ArrearsPolicy> inForce(Access access, LocalDate on) {
        return all(access).stream()
                .filter(one -> one.state() == State.APPROVED && !one.effectiveFrom().isAfter(on))
                .max(
                        Comparator.comparing(ArrearsPolicy::effectiveFrom)
                                .thenComparingInt(ArrearsPolicy::version));
    }

    /**
     * Drafts a version; one that nobody has decided yet is replaced by it.
     *
     * @param key of the command; the same key with the same wish answers the same version
     * @throws id.patungan.basics.DomainException if the agreement or its article is not there or
     *     not in force on the day
     */
    public ArrearsPolicy draft(Access access, NewArrearsPolicy wish, String key) {
        access.require(Action.PREPARE);
        var number =
                books.write(
                        access.body(),
                        () ->
                                commands.once(
                                        access.body(),
                                        key,
                                        new Command("draft-arrears-policy", wish),
                                        Integer.class,
                                        () -> draftOnce(access, wish)));
        return version(access, number);
    }

    private record Command(String command, Object request) {}

    private int draftOnce(Access access, NewArrearsPolicy wish) {
        var ground =
                LegalGround.of(
                        agreements.get(access, wish.agreement()),
                        wish.article(),
                        wish.effectiveFrom());
        var version = policies.versions(access.body()).size() + 1;
        policies.insert(
                access.body(),
                version,
                wish,
                ground.agreementId(),
                access.handle(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        audit.record(access, "arrears-policy.draft", subject(version), null, wish);
        return version;
    }

    /**
     * Approves or rejects the newest version; only somebody who drafted neither it nor a draft that
     * it replaced may.
     *
     * @param reason needed to reject
     * @throws StandingException if it is decided or replaced, one's own, or the reason is missing
     */
    public ArrearsPolicy decide(
            Access access, int version, boolean approve, @Nullable String reason, String key) {
        access.require(Action.APPROVE);
        var said = StandingException.optional("reason", reason, LONGEST_REASON);
        if (said == null && !approve) throw StandingException.noReason();
        var wish = new Decided(version, approve, said);
        books.write(
                access.body(),
                () ->
                        commands.once(
                                access.body(),
                                key,
                                new Command("decide-arrears-policy", wish),
                                Integer.class,
                                () -> decideOnce(access, wish)));
        return version(access, version);
    }

    private record Decided(int version, boolean approve, @Nullable String reason) {}

    private int decideOnce(Access access, Decided wish) {
        var versions = policies.versions(access.body());
        var policy = version(access, wish.version());
        switch (policy.state()) {
            case APPROVED, REJECTED -> throw StandingException.alreadyDecided();
            case REPLACED -> throw StandingException.replaced(versions.getFirst().version());
            case DRAFT -> requireOther(access, versions);
        }
        policies.insertDecision(
                access.body(),
                policy,
                wish.approve(),
                wish.reason(),
                access.handle(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        audit.record(
                access,
                wish.approve() ? "arrears-policy.approve" : "arrears-policy.reject",
                subject(wish.version()),
                policy,
                version(access, wish.version()));
        return wish.version();
    }

    private static void requireOther(Access access, List<ArrearsPolicy> versions) {
        if (workedOn(access, versions)) throw StandingException.ownWork();
    }

    /** Whether the viewer prepared the draft that waits, or one that it replaced. */
    static boolean workedOn(Access access, List<ArrearsPolicy> versions) {
        for (var one : versions) {
            if (one.decidedBy() != null) return false;
            if (one.preparedBy().equals(access.handle())) return true;
        }
        return false;
    }

    private ArrearsPolicy version(Access access, int version) {
        return all(access).stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow(() -> StandingException.noSuchVersion(version));
    }

    private static String subject(int version) {
        return "arrears-policy/" + version;
    }
}
