package id.patungan.grants.iati;

import id.patungan.grants.Award;
import id.patungan.grants.AwardEvent;
import id.patungan.grants.Awards;
import id.patungan.grants.iati.IatiExport.Source;
import id.patungan.grants.iati.IatiRules.Broken;
import id.patungan.ledger.Books;
import id.patungan.ledger.Journal;
import id.patungan.parties.Bodies;
import id.patungan.parties.Parties;
import id.patungan.parties.PartyKind;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Commands;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Activity files of a body: of all its awards for staff and auditors, of its own awards for a
 * giver. An award that a viewer sees only a part of is in no file of that viewer, for an activity
 * is told whole or not at all.
 */
@Service
public class IatiFiles {

    private final IatiSettingRepository settings;
    private final Awards awards;
    private final Journal journal;
    private final Bodies bodies;
    private final Parties parties;
    private final Books books;
    private final Commands commands;
    private final Audit audit;
    private final Transactions transactions;
    private final Clock clock;

    IatiFiles(
            IatiSettingRepository settings,
            Awards awards,
            Journal journal,
            Bodies bodies,
            Parties parties,
            Books books,
            Commands commands,
            Audit audit,
            Transactions transactions,
            Clock clock) {
        this.settings = settings;
        this.awards = awards;
        this.journal = journal;
        this.bodies = bodies;
        this.parties = parties;
        this.books = books;
        this.commands = commands;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * An award and how far it is from an activity file.
     *
     * @param setting null while nothing is entered for it
     * @param broken rules of the standard that it would break
     */
    public record Line(
            String award,
            String titleId,
            String titleEn,
            @Nullable IatiAward setting,
            List<Broken> broken) {

        /** Copies the list. */
        public Line {
            broken = List.copyOf(broken);
        }

        /** Whether it can be published. */
        public boolean ready() {
            return setting != null && broken.isEmpty();
        }
    }

    /** The body as it publishes; empty while that is not entered. */
    public Optional<IatiPublisher> publisher(Access access) {
        access.require(Action.READ_OWN);
        return transactions.read(() -> settings.publisher(access.body()));
    }

    /** The approved awards that the viewer sees whole, by code. */
    public List<Line> lines(Access access) {
        access.require(Action.READ_OWN);
        return transactions.read(() -> {
            var publisher = settings.publisher(access.body());
            var entered = settings.awards(access.body());
            var lines = new ArrayList<Line>();
            for (var award : whole(access)) {
                var setting = entered.get(award.code());
                var broken =
                        publisher.isEmpty() || setting == null
                                ? List.<Broken>of()
                                : broken(access, activity(access, award, publisher.get(), setting));
                lines.add(
                        new Line(
                                award.code(),
                                award.inForce().titleId(),
                                award.inForce().titleEn(),
                                setting,
                                broken));
            }
            return lines;
        });
    }

    private List<Award> whole(Access access) {
        var system = Access.system(access.body());
        return awards.all(access).stream()
                .filter(one -> one.terms().isPresent())
                .filter(one ->
                        one.inForce()
                                .funds()
                                .equals(awards.get(system, one.code()).inForce().funds()))
                .toList();
    }

    private List<Broken> broken(Access access, IatiActivity activity) {
        return IatiRules.check(
                new IatiFile(clock.instant(), List.of(activity)), awards.today(access));
    }

    private IatiActivity activity(
            Access access, Award award, IatiPublisher publisher, IatiAward setting) {
        var system = Access.system(access.body());
        var giver = award.inForce().giver();
        var book = awards.book(system, award.code());
        var receivers = new HashMap<String, String>();
        book.events(AwardEvent.Kind.PASS_ON)
                .forEach(one -> receivers.put(one.item(), publicName(system, one.item())));
        return IatiExport.activity(
                new Source(
                        book,
                        bodies.get(system).name(),
                        name(system, giver),
                        receivers,
                        publisher,
                        setting,
                        journal.head(access.body()).lastRecordedAt()),
                awards.today(access));
    }

    /** Of whom no register says that it is no person, the code alone. */
    private String publicName(Access system, String party) {
        return parties.find(system, party)
                .filter(one -> one.kind() == PartyKind.REGION || one.kind() == PartyKind.DONOR)
                .map(one -> one.name())
                .orElse(party);
    }

    private String name(Access system, String party) {
        return parties.find(system, party).map(one -> one.name()).orElse(party);
    }

    /**
     * The activity file of all awards within reach for which there are settings.
     *
     * @throws IatiException if there is none, the body is not entered, or a rule of the standard is
     *     broken
     */
    public byte[] file(Access access) {
        access.require(Action.READ_OWN);
        return transactions.read(() -> {
            var publisher =
                    settings.publisher(access.body()).orElseThrow(IatiException::noPublisher);
            var entered = settings.awards(access.body());
            var activities = new ArrayList<IatiActivity>();
            for (var award : whole(access)) {
                var setting = entered.get(award.code());
                if (setting == null) continue;
                activities.add(activity(access, award, publisher, setting));
            }
            if (activities.isEmpty()) throw IatiException.nothingToPublish();
            var file = new IatiFile(clock.instant(), activities);
            IatiRules.check(file, awards.today(access)).stream()
                    .findFirst()
                    .ifPresent(one -> {
                        throw IatiException.broken(one.activity(), one.rule().code(), one.value());
                    });
            return IatiXml.bytes(file);
        });
    }

    private record Wish(@Nullable String award, Object content) {}

    /** Says how the body publishes, from now on. */
    public void publish(Access access, IatiPublisher publisher, String key) {
        access.require(Action.PREPARE);
        set(
                access,
                new Wish(null, publisher),
                key,
                () ->
                        settings.insert(
                                access.body(),
                                publisher,
                                access.handle(),
                                clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    /**
     * Says what an award is in an activity file, from now on.
     *
     * @throws id.patungan.grants.AwardException not found
     */
    public void publish(Access access, String award, IatiAward setting, String key) {
        access.require(Action.PREPARE);
        awards.get(access, award);
        set(
                access,
                new Wish(award, setting),
                key,
                () ->
                        settings.insert(
                                access.body(),
                                award,
                                setting,
                                access.handle(),
                                clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    private void set(Access access, Wish wish, String key, Runnable insert) {
        books.write(
                access.body(),
                () ->
                        commands.once(
                                access.body(),
                                key,
                                wish,
                                Boolean.class,
                                () -> {
                                    insert.run();
                                    audit.record(
                                            access,
                                            "award.iati",
                                            Objects.requireNonNullElse(wish.award(), "-"),
                                            null,
                                            wish.content());
                                    return Boolean.TRUE;
                                }));
    }

    /** What is entered for an award. */
    public Optional<IatiAward> setting(Access access, String award) {
        awards.get(access, award);
        return transactions.read(
                () -> Optional.ofNullable(settings.awards(access.body()).get(award)));
    }
}
