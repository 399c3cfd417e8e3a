package id.patungan.contributions.reminders;

import id.patungan.basics.Money;
import id.patungan.contributions.Contributions;
import id.patungan.contributions.OpenCharge;
import id.patungan.contributions.disputes.Dispute;
import id.patungan.contributions.disputes.Disputes;
import id.patungan.contributions.letters.Notices;
import id.patungan.contributions.reminders.DueReminder.Item;
import id.patungan.contributions.reminders.DueReminder.Open;
import id.patungan.contributions.reminders.ReminderStep.Channel;
import id.patungan.ledger.Books;
import id.patungan.ledger.Journal;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Commands;
import id.patungan.platform.Transactions;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reminders: the system says on a day who is to be reminded of what, and a person sends. The same
 * step about the same due day of a charge is sent once. Nobody's standing changes by it; whoever
 * wants a letter to count as a notice takes that step by hand.
 */
@Service
public class Reminders {

    /** So many letters are sent at once; what is left is proposed again. */
    public static final int AT_ONCE = 100;

    private static final int FIRST_YEAR = 1900;

    private final ReminderRepository reminders;
    private final ReminderSchedules schedules;
    private final ReminderLetters letters;
    private final Notices notices;
    private final Contributions contributions;
    private final Disputes disputes;
    private final Parties parties;
    private final Journal journal;
    private final Books books;
    private final Commands commands;
    private final Audit audit;
    private final Transactions transactions;
    private final Clock clock;

    Reminders(
            ReminderRepository reminders,
            ReminderSchedules schedules,
            ReminderLetters letters,
            Notices notices,
            Contributions contributions,
            Disputes disputes,
            Parties parties,
            Journal journal,
            Books books,
            Commands commands,
            Audit audit,
            Transactions transactions,
            Clock clock) {
        this.reminders = reminders;
        this.schedules = schedules;
        this.letters = letters;
        this.notices = notices;
        this.contributions = contributions;
        this.disputes = disputes;
        this.parties = parties;
        this.journal = journal;
        this.books = books;
        this.commands = commands;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Today in the body's zone. */
    public LocalDate today(Access access) {
        return LocalDate.now(clock.withZone(books.get(access.body()).zone()));
    }

    /**
     * What is to be reminded of on a day, by party and step; nothing without a schedule in force.
     *
     * @throws RemindersException if the day is after today
     */
    public List<DueReminder> due(Access access, LocalDate asOf) {
        access.require(Action.READ_BOOKS);
        requirePossible(access, asOf);
        return transactions.read(() -> found(access, asOf));
    }

    private void requirePossible(Access access, LocalDate day) {
        var today = today(access);
        if (day.isAfter(today)) throw RemindersException.inFuture(day, today);
        if (day.getYear() < FIRST_YEAR) throw RemindersException.notADay(day.toString());
    }

    private List<DueReminder> found(Access access, LocalDate asOf) {
        var schedule = schedules.inForce(access, asOf);
        if (schedule.isEmpty()) return List.of();
        var disputed = disputes.ofCharges(access);
        var open = new ArrayList<Open>();
        for (var charge : contributions.openCharges(access, null, asOf, Long.MAX_VALUE)) {
            if (charge.status() == OpenCharge.Status.CANCELLED) continue;
            if (charge.open().minorUnits() > 0) open.addAll(parts(charge, disputed, asOf));
        }
        return DueReminder.of(schedule.get().steps(), open, reminders.steps(access.body()), asOf);
    }

    private static List<Open> parts(
            OpenCharge charge, Map<String, Dispute> disputed, LocalDate asOf) {
        var dispute = disputed.get(charge.charge());
        return charge.schedule().stream()
                .filter(part -> part.open().minorUnits() > 0)
                .map(part ->
                        new Open(
                                charge.party(),
                                charge.partyName(),
                                new Item(
                                        charge.charge(),
                                        charge.assessment(),
                                        charge.description(),
                                        charge.fund(),
                                        part.due(),
                                        ChronoUnit.DAYS.between(part.due(), asOf),
                                        part.open(),
                                        dispute == null ? null : dispute.since())))
                .toList();
    }

    /** The reminders sent to the parties within reach, the newest first. */
    public List<SentReminder> sent(Access access) {
        access.require(Action.READ_OWN);
        return transactions.read(() ->
                reminders.sent(access.body(), access.reach(), books.get(access.body()).currency()));
    }

    private record Command(String command, String party, int days, LocalDate on, String language) {}

    /**
     * Sends one reminder: a letter with the next number, into the outbox where its step says so and
     * an address is known.
     *
     * @param days the step
     * @param on the date of the letter
     * @param key of the command; the same key with the same wish answers the same letter
     * @throws RemindersException if nothing of that step is to be reminded of on that day
     */
    public SentReminder send(
            Access access, String party, int days, LocalDate on, Locale language, String key) {
        access.require(Action.PREPARE);
        requirePossible(access, on);
        var spoken = language(language.getLanguage());
        var paper =
                books.write(
                        access.body(),
                        () ->
                                commands.once(
                                        access.body(),
                                        key,
                                        new Command(
                                                "send-reminder",
                                                party,
                                                days,
                                                on,
                                                spoken.getLanguage()),
                                        String.class,
                                        () -> sendOnce(access, party, days, on, spoken)));
        var sent =
                sent(access).stream()
                        .filter(one -> one.paper().equals(paper))
                        .findFirst()
                        .orElseThrow();
        if (sent.channel() == Channel.MAIL) {
            notices.mail(access, paper, parties.get(access, party).contact().email());
        }
        return sent;
    }

    /**
     * The language of that code.
     *
     * @throws RemindersException if it is neither id nor en
     */
    public static Locale language(String code) {
        if (!code.equals("id") && !code.equals("en")) {
            throw RemindersException.unknownLanguage(code);
        }
        return Locale.of(code);
    }

    private String sendOnce(Access access, String party, int days, LocalDate on, Locale language) {
        var schedule =
                schedules.inForce(access, on).orElseThrow(() -> RemindersException.noSchedule(on));
        var due =
                found(access, on).stream()
                        .filter(one -> one.party().equals(party) && one.step().days() == days)
                        .findFirst()
                        .orElseThrow(() -> RemindersException.notDue(party, days, on));
        var addressee = parties.get(access, party);
        var charges = due.items().stream().map(Item::charge).toList();
        var paper =
                letters.issue(
                                access,
                                due,
                                addressee,
                                reminders.places(access.body(), charges),
                                language)
                        .code();
        reminders.insert(
                access.body(),
                paper,
                addressee.id(),
                schedule.version(),
                due,
                journal.head(access.body()).lastNo());
        audit.record(
                access,
                "reminder.send",
                paper,
                null,
                Map.of("party", party, "days", days, "charges", charges));
        return paper;
    }

    /**
     * Sends all that is due on a day, each in a transaction of its own, at most {@value #AT_ONCE}:
     * what is cut off or left is proposed again.
     *
     * @param key each letter's own key is made of it
     */
    public List<SentReminder> sendAll(Access access, LocalDate on, Locale language, String key) {
        access.require(Action.PREPARE);
        var sent = new ArrayList<SentReminder>();
        for (var one : due(access, on).stream().limit(AT_ONCE).toList()) {
            sent.add(
                    send(
                            access,
                            one.party(),
                            one.step().days(),
                            on,
                            language,
                            "%s:%s:%d".formatted(key, one.party(), one.step().days())));
        }
        return sent;
    }

    /** What is open of all that is due on a day. */
    public Money total(Access access, List<DueReminder> due) {
        return due.stream()
                .map(DueReminder::total)
                .reduce(Money.zero(books.get(access.body()).currency()), Money::plus);
    }
}
