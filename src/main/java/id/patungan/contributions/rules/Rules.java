package id.patungan.contributions.rules;

import id.patungan.allocation.RuleFile;
import id.patungan.contributions.rules.RuleVersion.State;
import id.patungan.documents.CanonicalJson;
import id.patungan.documents.Sha256;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sharing rules of a body. Whoever prepares drafts a version; another person approves or
 * rejects it; an approved version holds from its day on until a later one does.
 *
 * <p>Whoever reads the whole book sees every version. A party sees the approved ones: what it pays
 * by is open to it. A permission for a fund alone opens none, as with assessments.
 */
@Service
public class Rules {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 400;

    private final RuleRepository rules;
    private final Agreements agreements;
    private final Books books;
    private final Commands commands;
    private final Audit audit;
    private final Transactions transactions;
    private final Clock clock;

    Rules(
            RuleRepository rules,
            Agreements agreements,
            Books books,
            Commands commands,
            Audit audit,
            Transactions transactions,
            Clock clock) {
        this.rules = rules;
        this.agreements = agreements;
        this.books = books;
        this.commands = commands;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The rules that the viewer may see, by code. */
    public List<SharingRule> all(Access access) {
        access.require(Action.READ_OWN);
        return transactions.read(() -> seen(access, null));
    }

    /**
     * A rule.
     *
     * @throws RulesException not found, also where the viewer may see no version of it
     */
    public SharingRule get(Access access, String code) {
        access.require(Action.READ_OWN);
        return transactions.read(() ->
                seen(access, code).stream()
                        .findFirst()
                        .orElseThrow(() -> RulesException.noSuchRule(code)));
    }

    /**
     * A version of a rule.
     *
     * @throws RulesException not found, also where the viewer may not see it
     */
    public RuleVersion version(Access access, String code, int version) {
        return find(get(access, code), version);
    }

    /**
     * The version in force on a day: of the approved ones the latest that has begun; of two that
     * begin on the same day the higher number.
     *
     * @throws RulesException if there is no such rule, or none of its versions is in force
     */
    public RuleVersion inForce(Access access, String code, LocalDate on) {
        return get(access, code)
                .inForce(on)
                .orElseThrow(() -> RulesException.noneInForce(code, on));
    }

    private List<SharingRule> seen(Access access, @Nullable String code) {
        var reach = access.reach();
        if (!reach.everything() && reach.parties().isEmpty()) {
            return List.of();
        }
        var all = rules.rules(access.body(), code);
        return reach.everything()
                ? all
                : all.stream().flatMap(rule -> open(rule).stream()).toList();
    }

    /** What is left of a rule for those who see approved versions only. */
    private static Optional<SharingRule> open(SharingRule rule) {
        var approved =
                rule.versions().stream()
                        .filter(version -> version.state() == State.APPROVED)
                        .toList();
        return approved.isEmpty()
                ? Optional.empty()
                : Optional.of(new SharingRule(rule.code(), approved));
    }

    private static RuleVersion find(SharingRule rule, int version) {
        return rule.versions().stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow(() -> RulesException.noSuchVersion(rule.code(), version));
    }

    /**
     * Drafts a rule, or the next version of one. A draft that nobody has decided yet is replaced by
     * it, never altered.
     *
     * @param key of the command; the same key with the same wish answers the same version
     * @throws id.patungan.basics.InputException with every fault of the rule file
     * @throws id.patungan.basics.DomainException if the agreement or its article is not there or
     *     not in force on the day, or nothing would change
     */
    public RuleVersion draft(Access access, NewRuleVersion wish, String key) {
        access.require(Action.PREPARE);
        var number =
                books.write(
                        access.body(),
                        () ->
                                commands.once(
                                        access.body(),
                                        key,
                                        new Command("draft-rule", wish),
                                        Integer.class,
                                        () -> draftOnce(access, wish)));
        return version(access, wish.code(), number);
    }

    /** What a key was used for; two commands with equal requests stay apart. */
    private record Command(String command, Object request) {}

    private int draftOnce(Access access, NewRuleVersion wish) {
        var name = readName(wish);
        if (wish.agreement().isEmpty() || wish.article().isEmpty()) {
            throw RulesException.noGround();
        }
        var ground =
                LegalGround.of(
                        agreements.get(access, wish.agreement()),
                        wish.article(),
                        wish.effectiveFrom());
        var before =
                rules.rules(access.body(), wish.code()).stream()
                        .findFirst()
                        .map(SharingRule::newest)
                        .orElse(null);
        if (before != null && before.state() != State.REJECTED && says(before, wish)) {
            throw RulesException.unchanged(before.rule(), before.version());
        }
        var number = before == null ? 1 : before.version() + 1;
        var version =
                new RuleVersion(
                        wish.code(),
                        number,
                        State.DRAFT,
                        name,
                        wish.text(),
                        wish.effectiveFrom(),
                        wish.agreement(),
                        ground.article(),
                        access.handle(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        null,
                        null,
                        null,
                        digest(wish, number));
        rules.insert(access.body(), version, ground);
        audit.record(access, "rule.draft", subject(version), null, version);
        return number;
    }

    private static boolean says(RuleVersion version, NewRuleVersion wish) {
        return version.text().equals(wish.text())
                && version.effectiveFrom().equals(wish.effectiveFrom())
                && version.agreement().equals(wish.agreement())
                && version.article().equals(wish.article());
    }

    private static String readName(NewRuleVersion wish) {
        if (wish.text().isBlank()) {
            throw RulesException.noText();
        }
        var name = RuleFile.read("rule", wish.text()).document().name();
        if (name != null && name.length() > LONGEST_NAME) {
            throw RulesException.nameTooLong(LONGEST_NAME);
        }
        return name == null || name.isBlank() ? wish.code() : name;
    }

    /** SHA-256 of the canonical JSON of what is decided. */
    private static String digest(NewRuleVersion wish, int number) {
        return Sha256.hex(
                CanonicalJson.bytes(
                        Map.of(
                                "code", wish.code(),
                                "version", number,
                                "text", wish.text(),
                                "effectiveFrom", wish.effectiveFrom().toString(),
                                "agreement", wish.agreement(),
                                "article", wish.article())));
    }

    /**
     * Approves or rejects the newest version; only somebody who drafted neither it nor a draft that
     * it replaced may.
     *
     * @param reason needed to reject
     * @param key of the command; the same key with the same wish answers the same version
     * @throws RulesException if it is decided or replaced, one's own, or the reason is missing
     */
    public RuleVersion decide(
            Access access,
            String code,
            int version,
            boolean approve,
            @Nullable String reason,
            String key) {
        access.require(Action.APPROVE);
        var said = reason == null || reason.isBlank() ? null : reason.strip();
        if (said == null && !approve) {
            throw RulesException.noReason();
        }
        if (said != null && said.length() > LONGEST_REASON) {
            throw RulesException.reasonTooLong();
        }
        var request = new Decided(code, version, approve, said);
        books.write(
                access.body(),
                () ->
                        commands.once(
                                access.body(),
                                key,
                                new Command("decide-rule", request),
                                Integer.class,
                                () -> decideOnce(access, request)));
        return version(access, code, version);
    }

    private record Decided(String code, int version, boolean approve, @Nullable String reason) {}

    private int decideOnce(Access access, Decided wish) {
        var rule = get(access, wish.code());
        var version = find(rule, wish.version());
        switch (version.state()) {
            case APPROVED, REJECTED ->
                    throw RulesException.alreadyDecided(rule.code(), version.version());
            case REPLACED ->
                    throw RulesException.replaced(
                            rule.code(), version.version(), rule.newest().version());
            case DRAFT -> requireOther(access, rule);
        }
        rules.insertDecision(
                access.body(),
                version,
                new RuleRepository.Decision(
                        wish.approve(),
                        wish.reason(),
                        access.handle(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS)));
        audit.record(
                access,
                wish.approve() ? "rule.approve" : "rule.reject",
                subject(version),
                version,
                find(get(access, wish.code()), wish.version()));
        return wish.version();
    }

    /** Nobody decides what they worked on: the draft, or one that it replaced. */
    private static void requireOther(Access access, SharingRule rule) {
        if (workedOn(access, rule)) {
            throw RulesException.ownVersion(rule.code(), rule.newest().version());
        }
    }

    /** Whether the viewer prepared the draft that waits, or one that it replaced. */
    static boolean workedOn(Access access, SharingRule rule) {
        for (var version : rule.versions()) {
            if (version.decidedBy() != null) return false;
            if (version.preparedBy().equals(access.handle())) return true;
        }
        return false;
    }

    private static String subject(RuleVersion version) {
        return version.rule() + "/" + version.version();
    }
}
