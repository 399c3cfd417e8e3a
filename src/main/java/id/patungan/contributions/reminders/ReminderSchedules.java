package id.patungan.contributions.reminders;

import id.patungan.contributions.reminders.ReminderSchedule.State;
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
 * When a body reminds its payers, in versions: drafted by one person, approved by another, in force
 * from its day until a later one is. There is no default; without a version in force nobody is
 * reminded.
 */
@Service
public class ReminderSchedules {

    private static final int LONGEST_REASON = 400;

    private final ReminderScheduleRepository schedules;
    private final Agreements agreements;
    private final Books books;
    private final Commands commands;
    private final Audit audit;
    private final Transactions transactions;
    private final Clock clock;

    ReminderSchedules(
            ReminderScheduleRepository schedules,
            Agreements agreements,
            Books books,
            Commands commands,
            Audit audit,
            Transactions transactions,
            Clock clock) {
        this.schedules = schedules;
        this.agreements = agreements;
        this.books = books;
        this.commands = commands;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The versions that the viewer may see, the newest first: a party sees the approved ones. */
    public List<ReminderSchedule> all(Access access) {
        access.require(Action.READ_OWN);
        var reach = access.reach();
        if (!reach.everything() && reach.parties().isEmpty()) return List.of();
        return transactions.read(() -> schedules.versions(access.body())).stream()
                .filter(one -> reach.everything() || one.state() == State.APPROVED)
                .toList();
    }

    /**
     * The version in force on a day: of the approved ones the latest that has begun, of two of one
     * day the higher number.
     */
    public Optional<ReminderSchedule> inForce(Access access, LocalDate on) {
        return all(access).stream()
                .filter(one -> one.state() == State.APPROVED && !one.effectiveFrom().isAfter(on))
                .max(
                        Comparator.comparing(ReminderSchedule::effectiveFrom)
                                .thenComparingInt(ReminderSchedule::version));
    }

    /**
     * Drafts a version; one that nobody has decided yet is replaced by it.
     *
     * @param key of the command; the same key with the same wish answers the same version
     * @throws id.patungan.basics.DomainException if the agreement or its article is not there or
     *     not in force on the day
     */
    public ReminderSchedule draft(Access access, NewReminderSchedule wish, String key) {
        access.require(Action.PREPARE);
        var number =
                books.write(
                        access.body(),
                        () ->
                                commands.once(
                                        access.body(),
                                        key,
                                        new Command("draft-reminder-schedule", wish),
                                        Integer.class,
                                        () -> draftOnce(access, wish)));
        return version(access, number);
    }

    private record Command(String command, Object request) {}

    private int draftOnce(Access access, NewReminderSchedule wish) {
        var ground =
                LegalGround.of(
                        agreements.get(access, wish.agreement()),
                        wish.article(),
                        wish.effectiveFrom());
        var version = schedules.versions(access.body()).size() + 1;
        schedules.insert(
                access.body(),
                version,
                wish,
                ground.agreementId(),
                access.handle(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        audit.record(access, "reminder-schedule.draft", subject(version), null, wish);
        return version;
    }

    /**
     * Approves or rejects the newest version; only somebody who drafted neither it nor a draft that
     * it replaced may.
     *
     * @param reason needed to reject
     * @throws RemindersException if it is decided or replaced, one's own, or the reason is missing
     */
    public ReminderSchedule decide(
            Access access, int version, boolean approve, @Nullable String reason, String key) {
        access.require(Action.APPROVE);
        var said = RemindersException.optional("reason", reason, LONGEST_REASON);
        if (said == null && !approve) throw RemindersException.noReason();
        var wish = new Decided(version, approve, said);
        books.write(
                access.body(),
                () ->
                        commands.once(
                                access.body(),
                                key,
                                new Command("decide-reminder-schedule", wish),
                                Integer.class,
                                () -> decideOnce(access, wish)));
        return version(access, version);
    }

    private record Decided(int version, boolean approve, @Nullable String reason) {}

    private int decideOnce(Access access, Decided wish) {
        var versions = schedules.versions(access.body());
        var schedule = version(access, wish.version());
        switch (schedule.state()) {
            case APPROVED, REJECTED -> throw RemindersException.alreadyDecided();
            case REPLACED -> throw RemindersException.replaced(versions.getFirst().version());
            case DRAFT -> requireOther(access, versions);
        }
        schedules.insertDecision(
                access.body(),
                schedule,
                wish.approve(),
                wish.reason(),
                access.handle(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        audit.record(
                access,
                wish.approve() ? "reminder-schedule.approve" : "reminder-schedule.reject",
                subject(wish.version()),
                schedule,
                version(access, wish.version()));
        return wish.version();
    }

    private static void requireOther(Access access, List<ReminderSchedule> versions) {
        if (workedOn(access, versions)) throw RemindersException.ownWork();
    }

    /** Whether the viewer prepared the draft that waits, or one that it replaced. */
    static boolean workedOn(Access access, List<ReminderSchedule> versions) {
        for (var one : versions) {
            if (one.decidedBy() != null) return false;
            if (one.preparedBy().equals(access.handle())) return true;
        }
        return false;
    }

    private ReminderSchedule version(Access access, int version) {
        return all(access).stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow(() -> RemindersException.noSuchVersion(version));
    }

    private static String subject(int version) {
        return "reminder-schedule/" + version;
    }
}
