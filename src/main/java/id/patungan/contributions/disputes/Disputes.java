package id.patungan.contributions.disputes;

import id.patungan.contributions.Contributions;
import id.patungan.contributions.disputes.Dispute.Event;
import id.patungan.contributions.disputes.Dispute.Said;
import id.patungan.contributions.disputes.Dispute.Subject;
import id.patungan.contributions.disputes.DisputeRepository.About;
import id.patungan.ledger.Books;
import id.patungan.ledger.Journal;
import id.patungan.parties.Party;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Commands;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What parties dispute, and the answers. A treasurer of the party raises, answers back and
 * withdraws; the secretariat accepts, rejects or asks. Each thing said is a paper of the register
 * that goes to the other side by e-mail, if an address is known and mail is set up.
 */
@Service
public class Disputes {

    private static final int LONGEST_FOLLOWS = 400;

    private final DisputeRepository disputes;
    private final Confirmations confirmations;
    private final Contributions contributions;
    private final DisputeNotes notes;
    private final Journal journal;
    private final Books books;
    private final Commands commands;
    private final Audit audit;
    private final Transactions transactions;
    private final Clock clock;

    Disputes(
            DisputeRepository disputes,
            Confirmations confirmations,
            Contributions contributions,
            DisputeNotes notes,
            Journal journal,
            Books books,
            Commands commands,
            Audit audit,
            Transactions transactions,
            Clock clock) {
        this.disputes = disputes;
        this.confirmations = confirmations;
        this.contributions = contributions;
        this.notes = notes;
        this.journal = journal;
        this.books = books;
        this.commands = commands;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Command(String command, int number, Object request) {}

    /** All disputes within reach, the newest first. */
    public List<Dispute> all(Access access) {
        access.require(Action.READ_OWN);
        return transactions.read(() ->
                disputes.all(access.body(), access.reach(), books.get(access.body()).currency()));
    }

    /**
     * A dispute.
     *
     * @throws DisputesException not found, also where it is not within reach
     */
    public Dispute get(Access access, int number) {
        return all(access).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> DisputesException.noSuchDispute(number));
    }

    /** The open disputes about charges within reach, by charge; of two the older one. */
    public Map<String, Dispute> ofCharges(Access access) {
        var found = new LinkedHashMap<String, Dispute>();
        for (var one : all(access)) {
            var charge = one.charge();
            if (one.open() && charge != null) found.put(charge, one);
        }
        return found;
    }

    /**
     * The open disputes of a party about days up to one, the oldest first; for its statement.
     *
     * @param knownAt about entries up to this number
     * @param before as they stood before this instant; null for now
     */
    public List<Dispute> openOf(
            Access access, String party, LocalDate until, long knownAt, @Nullable Instant before) {
        return all(access).reversed().stream()
                .filter(one -> one.party().equals(party))
                .filter(one -> !one.about().isAfter(until))
                .filter(one -> one.entry() == null || one.entry() <= knownAt)
                .flatMap(one ->
                        before == null
                                ? java.util.stream.Stream.of(one)
                                : one.before(before).stream())
                .filter(Dispute::open)
                .toList();
    }

    /** The day on which an instant falls for the body. */
    public LocalDate day(Access access, Instant instant) {
        return LocalDate.ofInstant(instant, books.get(access.body()).zone());
    }

    /**
     * Raises a dispute.
     *
     * @param key of the command; the same key with the same wish raises one
     * @throws DisputesException if there is no such charge or line, or a dispute about it is open
     */
    public Dispute raise(Access access, NewDispute wish, String key) {
        var party = confirmations.within(access, wish.party());
        access.require(Action.CONFIRM, party.id());
        var number =
                books.write(
                        access.body(),
                        () ->
                                commands.once(
                                        access.body(),
                                        key,
                                        new Command("raise-dispute", 0, wish),
                                        Integer.class,
                                        () -> raiseOnce(access, party, wish)));
        return sent(access, number);
    }

    private int raiseOnce(Access access, Party party, NewDispute wish) {
        var head = journal.head(access.body()).lastNo();
        var about = about(access, party, wish, head);
        var subject =
                wish.subject() == Subject.LINE && about.charge() != null
                        ? Subject.CHARGE
                        : wish.subject();
        requireNew(access, party, subject, about);
        var number = disputes.nextNumber(access.body());
        disputes.insert(access.body(), number, party.id(), subject, about, wish.claimed(), head);
        var raised =
                new Dispute(
                        number,
                        party.code(),
                        party.name(),
                        subject,
                        about.on(),
                        about.charge(),
                        about.entry(),
                        about.document(),
                        about.label(),
                        about.booked(),
                        wish.claimed(),
                        head,
                        List.of());
        say(access, raised, Said.RAISED, wish.reason(), null);
        audit.record(access, "dispute.raise", subject(number), null, wish);
        return number;
    }

    private About about(Access access, Party party, NewDispute wish, long head) {
        var currency = books.get(access.body()).currency();
        var day = wish.asOf();
        var charge = wish.charge();
        var entry = wish.entry();
        if (day != null) {
            var held = confirmations.balance(access, party.code(), day);
            return new About(day, null, null, null, "", held.balance());
        }
        if (charge != null) return ofCharge(access, party, charge);
        if (entry == null) throw DisputesException.whichOne(wish.subject());
        var line =
                disputes.line(access.body(), party.id(), entry, head, currency)
                        .orElseThrow(() -> DisputesException.noSuchLine(entry));
        return contributions.openCharges(access, party.code()).stream()
                .filter(one -> one.assessment().equals(line.document()))
                .filter(one -> disputes.entryOf(access.body(), one.assessment()) == entry)
                .findFirst()
                .map(one -> ofCharge(access, party, one.charge()))
                .orElse(line);
    }

    private About ofCharge(Access access, Party party, String charge) {
        var found =
                contributions.openCharges(access, party.code()).stream()
                        .filter(one -> one.charge().equals(charge))
                        .findFirst()
                        .orElseThrow(() -> DisputesException.noSuchCharge(charge));
        return new About(
                found.issued(),
                charge,
                disputes.entryOf(access.body(), found.assessment()),
                found.assessment(),
                found.description(),
                found.charged());
    }

    private void requireNew(Access access, Party party, Subject subject, About about) {
        for (var one : all(access)) {
            if (one.open()
                    && one.party().equals(party.code())
                    && one.subject() == subject
                    && one.about().equals(about.on())
                    && java.util.Objects.equals(one.charge(), about.charge())
                    && java.util.Objects.equals(one.entry(), about.entry())) {
                throw DisputesException.open(one.number());
            }
        }
    }

    /** Answers back for the party; takes a closed dispute up again. */
    public Dispute reply(Access access, int number, String words, String key) {
        return ofParty(access, number, Said.REPLIED, words, key);
    }

    /**
     * Takes a dispute back.
     *
     * @throws DisputesException if it is closed already
     */
    public Dispute withdraw(Access access, int number, String words, String key) {
        return ofParty(access, number, Said.WITHDRAWN, words, key);
    }

    private Dispute ofParty(Access access, int number, Said said, String words, String key) {
        access.require(Action.CONFIRM);
        var party = confirmations.within(access, get(access, number).party());
        access.require(Action.CONFIRM, party.id());
        var text = DisputesException.text("words", words, NewDispute.LONGEST);
        return once(
                access,
                new Command(said.code(), number, text),
                key,
                () -> {
                    var before = get(access, number);
                    if (said == Said.WITHDRAWN && !before.open()) {
                        throw DisputesException.closed(number, before.state());
                    }
                    return say(access, before, said, text, null);
                });
    }

    /**
     * Agrees with a dispute for the secretariat.
     *
     * @param follows what follows from it, such as the number of the correcting paper
     * @throws DisputesException if it is closed, or one spoke for the party oneself
     */
    public Dispute accept(Access access, int number, String words, String follows, String key) {
        return ofBody(access, number, Said.ACCEPTED, words, follows, key);
    }

    /** Does not agree with a dispute for the secretariat; refused as {@link #accept}. */
    public Dispute reject(Access access, int number, String words, String key) {
        return ofBody(access, number, Said.REJECTED, words, null, key);
    }

    /** Asks back for the secretariat; refused as {@link #accept}. */
    public Dispute ask(Access access, int number, String words, String key) {
        return ofBody(access, number, Said.ASKED, words, null, key);
    }

    private Dispute ofBody(
            Access access,
            int number,
            Said said,
            String words,
            @Nullable String follows,
            String key) {
        access.require(Action.PREPARE);
        get(access, number);
        var text = DisputesException.text("words", words, NewDispute.LONGEST);
        var then =
                said == Said.ACCEPTED
                        ? DisputesException.text("follows", follows, LONGEST_FOLLOWS)
                        : null;
        return once(
                access,
                new Command(
                        said.code(), number, then == null ? List.of(text) : List.of(text, then)),
                key,
                () -> {
                    var before = get(access, number);
                    if (!before.open()) throw DisputesException.closed(number, before.state());
                    if (before.events().stream()
                            .anyMatch(one ->
                                    one.said().party() && one.by().equals(access.handle()))) {
                        throw DisputesException.ownWork();
                    }
                    return say(access, before, said, text, then);
                });
    }

    private Dispute once(
            Access access, Command command, String key, java.util.function.IntSupplier work) {
        books.write(
                access.body(),
                () -> commands.once(access.body(), key, command, Integer.class, work::getAsInt));
        return sent(access, command.number());
    }

    private int say(
            Access access, Dispute before, Said said, String words, @Nullable String follows) {
        var event =
                new Event(
                        before.events().size() + 1,
                        said,
                        words,
                        follows,
                        null,
                        access.handle(),
                        access.viewer().name(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        var paper = notes.issue(access, before, event, day(access, event.at()));
        var written =
                new Event(
                        event.no(),
                        said,
                        words,
                        follows,
                        paper,
                        event.by(),
                        event.person(),
                        event.at());
        disputes.insert(access.body(), before.number(), written);
        if (said != Said.RAISED) {
            audit.record(access, "dispute." + said.code(), subject(before.number()), null, written);
        }
        return before.number();
    }

    /** The dispute as stored; its last note goes to the other side. */
    private Dispute sent(Access access, int number) {
        var dispute = get(access, number);
        notes.mail(access, dispute, dispute.events().getLast());
        return dispute;
    }

    private static String subject(int number) {
        return "dispute/" + number;
    }
}
