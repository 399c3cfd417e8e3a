package id.patungan.contributions.agreed;

import id.patungan.contributions.agreed.AgreedVersion.State;
import id.patungan.contributions.rules.LegalGround;
import id.patungan.platform.Access;
import id.patungan.platform.Action;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Versions of what a body has agreed: drafted by one person, approved by another, in force from
 * their day until a later one is. There is no default; without a version in force nothing follows.
 *
 * @param <V> a version
 * @param <W> the wish for one
 */
public abstract class AgreedVersions<V extends AgreedVersion, W extends AgreedVersion.Wish> {

    private static final int LONGEST_REASON = 400;

    private final Agreeing with;
    private final String kind;
    private final AgreedStore<V, W> store;

    /**
     * The versions of one kind.
     *
     * @param kind as commands and the audit trail name it, such as {@code arrears-policy}
     */
    protected AgreedVersions(Agreeing with, String kind, AgreedStore<V, W> store) {
        this.with = with;
        this.kind = kind;
        this.store = store;
    }

    private record Command(String command, Object request) {}

    private record Decided(int version, boolean approve, @Nullable String reason) {}

    /** The versions that the viewer may see, the newest first: a party sees the approved ones. */
    public List<V> all(Access access) {
        access.require(Action.READ_OWN);
        var reach = access.reach();
        if (!reach.everything() && reach.parties().isEmpty()) return List.of();
        return with.transactions().read(() -> store.versions(access.body())).stream()
                .filter(one -> reach.everything() || one.state() == State.APPROVED)
                .toList();
    }

    /**
     * The version in force on a day: of the approved ones the latest that has begun, of two of one
     * day the higher number.
     */
    public Optional<V> inForce(Access access, LocalDate on) {
        return all(access).stream()
                .filter(one -> one.state() == State.APPROVED && !one.effectiveFrom().isAfter(on))
                .max(
                        Comparator.<V, LocalDate>comparing(AgreedVersion::effectiveFrom)
                                .thenComparingInt(AgreedVersion::version));
    }

    /**
     * Drafts a version; one that nobody has decided yet is replaced by it.
     *
     * @param key of the command; the same key with the same wish answers the same version
     * @throws id.patungan.basics.DomainException if the agreement or its article is not there or
     *     not in force on the day
     */
    public V draft(Access access, W wish, String key) {
        access.require(Action.PREPARE);
        return version(
                access, once(access, key, "draft-" + kind, wish, () -> draftOnce(access, wish)));
    }

    private int draftOnce(Access access, W wish) {
        requireFit(access, wish);
        var ground =
                LegalGround.of(
                        with.agreements().get(access, wish.agreement()),
                        wish.article(),
                        wish.effectiveFrom());
        var version = store.versions(access.body()).size() + 1;
        store.insert(access.body(), version, wish, ground.agreementId(), access.handle(), now());
        with.audit().record(access, kind + ".draft", subject(version), null, wish);
        return version;
    }

    /**
     * Refuses what does not fit the body; most kinds have nothing of the sort.
     *
     * @throws id.patungan.basics.DomainException if the wish does not fit
     */
    protected void requireFit(Access access, W wish) {}

    /**
     * Approves or rejects the newest version; only somebody who drafted neither it nor a draft that
     * it replaced may.
     *
     * @param reason needed to reject
     * @throws AgreedException if it is decided or replaced, one's own, or the reason is missing
     */
    public V decide(
            Access access, int version, boolean approve, @Nullable String reason, String key) {
        access.require(Action.APPROVE);
        var wish = new Decided(version, approve, said(reason, approve));
        return version(
                access, once(access, key, "decide-" + kind, wish, () -> decideOnce(access, wish)));
    }

    private static @Nullable String said(@Nullable String reason, boolean approve) {
        var said = reason == null ? "" : reason.strip();
        if (said.isEmpty() && !approve) throw AgreedException.noReason(LONGEST_REASON);
        if (said.codePointCount(0, said.length()) > LONGEST_REASON
                || said.codePoints().anyMatch(Character::isISOControl)) {
            throw AgreedException.reasonTooLong(LONGEST_REASON);
        }
        return said.isEmpty() ? null : said;
    }

    private int decideOnce(Access access, Decided wish) {
        var versions = store.versions(access.body());
        var found = version(access, wish.version());
        switch (found.state()) {
            case APPROVED, REJECTED -> throw AgreedException.decided();
            case REPLACED -> throw AgreedException.replaced(versions.getFirst().version());
            case DRAFT -> {
                if (workedOn(access, versions)) throw AgreedException.ownWork();
            }
        }
        store.insertDecision(
                access.body(), found, wish.approve(), wish.reason(), access.handle(), now());
        with.audit()
                .record(
                        access,
                        kind + (wish.approve() ? ".approve" : ".reject"),
                        subject(wish.version()),
                        found,
                        version(access, wish.version()));
        return wish.version();
    }

    /** Whether the viewer may decide about the draft that waits, if one does. */
    public boolean mayDecide(Access access) {
        if (!access.may(Action.APPROVE)) return false;
        var versions = all(access);
        return versions.stream().anyMatch(one -> one.state() == State.DRAFT)
                && !workedOn(access, versions);
    }

    /** Whether the viewer prepared the draft that waits, or one that it replaced. */
    private boolean workedOn(Access access, List<V> versions) {
        for (var one : versions) {
            if (one.decidedBy() != null) return false;
            if (one.preparedBy().equals(access.handle())) return true;
        }
        return false;
    }

    private V version(Access access, int version) {
        return all(access).stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow(() -> AgreedException.noSuchVersion(version));
    }

    private int once(
            Access access, String key, String command, Object request, Supplier<Integer> work) {
        return with.books()
                .write(
                        access.body(),
                        () ->
                                with.commands()
                                        .once(
                                                access.body(),
                                                key,
                                                new Command(command, request),
                                                Integer.class,
                                                work));
    }

    private String subject(int version) {
        return kind + "/" + version;
    }

    private Instant now() {
        return with.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
