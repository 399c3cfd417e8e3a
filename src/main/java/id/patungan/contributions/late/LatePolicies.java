package id.patungan.contributions.late;

import id.patungan.basics.Money;
import id.patungan.contributions.late.LatePolicy.State;
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
 * What a body charges for lateness, in versions: drafted by one person, approved by another, in
 * force from its day until a later one is. There is no default; without a version in force nothing
 * is proposed.
 */
@Service
public class LatePolicies {

    private static final int LONGEST_REASON = 400;

    private final LatePolicyRepository policies;
    private final Agreements agreements;
    private final Books books;
    private final Commands commands;
    private final Audit audit;
    private final Transactions transactions;
    private final Clock clock;

    LatePolicies(
            LatePolicyRepository policies,
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
    public List<LatePolicy> all(Access access) {
        access.require(Action.READ_OWN);
        var reach = access.reach();
        if (!reach.everything() && reach.parties().isEmpty()) return List.of();
        return transactions.read(() -> versions(access)).stream()
                .filter(one -> reach.everything() || one.state() == State.APPROVED)
                .toList();
    }

    /**
     * The version in force on a day: of the approved ones the latest that has begun, of two of one
     * day the higher number.
     */
    public Optional<LatePolicy> inForce(Access access, LocalDate on) {
        return all(access).stream()
                .filter(one -> one.state() == State.APPROVED && !one.effectiveFrom().isAfter(on))
                .max(
                        Comparator.comparing(LatePolicy::effectiveFrom)
                                .thenComparingInt(LatePolicy::version));
    }

    /**
     * Drafts a version; one that nobody has decided yet is replaced by it.
     *
     * @param key of the command; the same key with the same wish answers the same version
     * @throws id.patungan.basics.DomainException if the agreement or its article is not there or
     *     not in force on the day
     */
    public LatePolicy draft(Access access, NewLatePolicy wish, String key) {
        access.require(Action.PREPARE);
        var number =
                books.write(
                        access.body(),
                        () ->
                                commands.once(
                                        access.body(),
                                        key,
                                        new Command("draft-late-policy", wish),
                                        Integer.class,
                                        () -> draftOnce(access, wish)));
        return version(access, number);
    }

    private record Command(String command, Object request) {}

    private List<LatePolicy> versions(Access access) {
        return policies.versions(access.body(), books.get(access.body()).currency());
    }

    private void requireCurrency(Access access, Money amount) {
        var currency = books.get(access.body()).currency();
        if (!amount.currency().equals(currency)) {
            throw LateException.otherCurrency(
                    amount.currency().getCurrencyCode(), currency.getCurrencyCode());
        }
    }

    private int draftOnce(Access access, NewLatePolicy wish) {
        requireCurrency(access, wish.terms().unit());
        var fine = wish.terms().fine();
        if (fine != null) requireCurrency(access, fine);
        var ground =
                LegalGround.of(
                        agreements.get(access, wish.agreement()),
                        wish.article(),
                        wish.effectiveFrom());
        var version = versions(access).size() + 1;
        policies.insert(
                access.body(),
                version,
                wish,
                ground.agreementId(),
                access.handle(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        audit.record(access, "late-policy.draft", subject(version), null, wish);
        return version;
    }

    /**
     * Approves or rejects the newest version; only somebody who drafted neither it nor a draft that
     * it replaced may.
     *
     * @param reason needed to reject
     * @throws LateException if it is decided or replaced, one's own, or the reason is missing
     */
    public LatePolicy decide(
            Access access, int version, boolean approve, @Nullable String reason, String key) {
        access.require(Action.APPROVE);
        var said =
                reason == null || reason.isBlank()
                        ? null
                        : LateException.text("reason", reason, LONGEST_REASON);
        if (said == null && !approve) throw LateException.noReason();
        var wish = new Decided(version, approve, said);
        books.write(
                access.body(),
                () ->
                        commands.once(
                                access.body(),
                                key,
                                new Command("decide-late-policy", wish),
                                Integer.class,
                                () -> decideOnce(access, wish)));
        return version(access, version);
    }

    private record Decided(int version, boolean approve, @Nullable String reason) {}

    private int decideOnce(Access access, Decided wish) {
        var versions = versions(access);
        var policy = version(access, wish.version());
        switch (policy.state()) {
            case APPROVED, REJECTED -> throw LateException.alreadyDecided();
            case REPLACED -> throw LateException.replaced(versions.getFirst().version());
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
                wish.approve() ? "late-policy.approve" : "late-policy.reject",
                subject(wish.version()),
                policy,
                version(access, wish.version()));
        return wish.version();
    }

    private static void requireOther(Access access, List<LatePolicy> versions) {
        if (workedOn(access, versions)) throw LateException.ownWork();
    }

    /** Whether the viewer prepared the draft that waits, or one that it replaced. */
    static boolean workedOn(Access access, List<LatePolicy> versions) {
        for (var one : versions) {
            if (one.decidedBy() != null) return false;
            if (one.preparedBy().equals(access.handle())) return true;
        }
        return false;
    }

    private LatePolicy version(Access access, int version) {
        return all(access).stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow(() -> LateException.noSuchVersion(version));
    }

    private static String subject(int version) {
        return "late-policy/" + version;
    }
}
