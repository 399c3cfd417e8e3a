package id.patungan.grants;

import id.patungan.grants.AwardEvent.Kind;
import id.patungan.ledger.Books;
import id.patungan.parties.Parties;
import id.patungan.parties.PartyKind;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Commands;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What happens to an award besides money: reports handed in, accepted or sent back, milestones
 * reached, money promised onwards, and rules that a named person sets aside for one document.
 */
@Service
public class AwardEvents {

    /** The rules that may be set aside, as refusals name them. */
    public static final List<String> OVERRIDABLE =
            Arrays.stream(Eligibility.Rule.values())
                    .filter(Eligibility.Rule::overridable)
                    .map(Eligibility.Rule::code)
                    .toList();

    private final Awards awards;
    private final AwardRepository store;
    private final Books books;
    private final Parties parties;
    private final Commands commands;
    private final Audit audit;
    private final Clock clock;

    AwardEvents(
            Awards awards,
            AwardRepository store,
            Books books,
            Parties parties,
            Commands commands,
            Audit audit,
            Clock clock) {
        this.awards = awards;
        this.store = store;
        this.books = books;
        this.parties = parties;
        this.commands = commands;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Something that happened.
     *
     * @param item code of the report or the tranche
     * @param text why a report came back; otherwise a remark, or null
     */
    public record Happened(
            Kind kind,
            String item,
            LocalDate date,
            @Nullable String documentNo,
            @Nullable String text) {}

    /**
     * A rule that does not hold for one document.
     *
     * @param rule code, as refusals name it: {@code period}, {@code budget}
     * @param documentNo of the cost; it holds for no other
     * @param amount of the cost at most, in minor units of the book
     */
    @SuppressWarnings("AvoidCommonTypeNames")
    public record Override(String rule, String documentNo, long amount, String reason) {}

    /**
     * An agreement by which a part of the money is passed on.
     *
     * @param receiver code of the region or organisation
     * @param amount in minor units of the book
     * @param documentNo of the agreement
     * @param text what it is for, or null
     */
    public record PassOn(
            LocalDate date,
            String receiver,
            long amount,
            @Nullable String documentNo,
            @Nullable String text) {}

    private record Wish(String award, Object wish) {}

    /**
     * Records what happened to a report or a milestone.
     *
     * @throws AwardException if there is no such report or milestone, or it cannot happen now
     */
    public AwardEvent record(Access access, String award, Happened wish, String key) {
        access.require(Action.PREPARE);
        return once(
                access,
                award,
                key,
                wish,
                () -> {
                    requirePossible(access, award, wish);
                    return append(
                            access,
                            award,
                            wish.kind(),
                            wish.item(),
                            wish.date(),
                            optional(wish.documentNo(), 80),
                            null,
                            wish.kind() == Kind.REPORT_RETURNED
                                    ? AwardException.text("text", wish.text(), 400)
                                    : optional(wish.text(), 400));
                });
    }

    private static @Nullable String optional(@Nullable String text, int longest) {
        return text == null || text.isBlank() ? null : AwardException.text("text", text, longest);
    }

    private void requirePossible(Access access, String award, Happened wish) {
        var today = awards.today(access);
        if (wish.date().isAfter(today)) throw AwardException.future(wish.date(), today);
        var book = awards.book(access, award);
        if (wish.kind() == Kind.MILESTONE) {
            if (book.terms().tranches().stream()
                    .noneMatch(one ->
                            one.code().equals(wish.item())
                                    && one.condition() == AwardTerms.Condition.MILESTONE)) {
                throw AwardException.noTranche(wish.item());
            }
            return;
        }
        var state =
                AwardStanding.of(book, today).reports().stream()
                        .filter(one -> one.report().code().equals(wish.item()))
                        .findFirst()
                        .orElseThrow(() -> AwardException.unknown("reports", wish.item()))
                        .state();
        var possible =
                switch (wish.kind()) {
                    case REPORT_SUBMITTED -> Set.of("due", "overdue").contains(state);
                    case REPORT_ACCEPTED, REPORT_RETURNED -> state.equals("submitted");
                    default -> false;
                };
        if (!possible) throw AwardException.reportState(wish.item(), wish.kind().code());
    }

    /**
     * Sets a rule aside for one document; only who approves may, and the award's statement shows it
     * with name and reason.
     *
     * @throws AwardException if the rule is none that may be set aside
     */
    public AwardEvent override(Access access, String award, Override wish, String key) {
        access.require(Action.APPROVE);
        return once(
                access,
                award,
                key,
                wish,
                () -> {
                    var rule = Eligibility.Rule.of(wish.rule());
                    if (!rule.overridable()) throw AwardException.overrideImpossible(wish.rule());
                    if (wish.amount() <= 0) throw AwardException.notPositive("amount");
                    awards.book(access, award);
                    return append(
                            access,
                            award,
                            Kind.OVERRIDE,
                            rule.code(),
                            awards.today(access),
                            AwardException.text("documentNo", wish.documentNo(), 80),
                            wish.amount(),
                            AwardException.text("reason", wish.reason(), 400));
                });
    }

    /**
     * Records that a part of the money is passed on; what is paid to that party from then on counts
     * for that, and the activity file says so.
     *
     * @throws AwardException if there is no such party, or it is one that sells to the body
     */
    public AwardEvent passOn(Access access, String award, PassOn wish, String key) {
        access.require(Action.PREPARE);
        return once(
                access,
                award,
                key,
                wish,
                () -> {
                    var today = awards.today(access);
                    if (wish.date().isAfter(today)) {
                        throw AwardException.future(wish.date(), today);
                    }
                    var receiver =
                            parties.find(access, wish.receiver())
                                    .filter(one -> one.kind() != PartyKind.VENDOR)
                                    .orElseThrow(() ->
                                            AwardException.unknown("receiver", wish.receiver()));
                    awards.book(access, award);
                    return append(
                            access,
                            award,
                            Kind.PASS_ON,
                            receiver.code(),
                            wish.date(),
                            AwardException.text("documentNo", wish.documentNo(), 80),
                            AwardMoney.positive(wish.amount()),
                            optional(wish.text(), 400));
                });
    }

    /**
     * Takes an event back; one that set a rule aside is taken back by who approves.
     *
     * @throws AwardException if there is no such event, or it is taken back already
     */
    public AwardEvent undo(Access access, String award, int event, String reason, String key) {
        if (!access.may(Action.APPROVE)) access.require(Action.PREPARE);
        return once(
                access,
                award,
                key,
                "undo " + event + " " + reason,
                () -> {
                    var found =
                            awards.book(access, award).events().stream()
                                    .filter(one -> one.no() == event)
                                    .filter(one -> !one.undone() && one.kind() != Kind.UNDO)
                                    .findFirst()
                                    .orElseThrow(() -> AwardException.unknownEvent(event));
                    access.require(found.kind() == Kind.OVERRIDE ? Action.APPROVE : Action.PREPARE);
                    return append(
                            access,
                            award,
                            Kind.UNDO,
                            Integer.toString(event),
                            awards.today(access),
                            null,
                            null,
                            AwardException.text("reason", reason, 400));
                });
    }

    private AwardEvent append(
            Access access,
            String award,
            Kind kind,
            String item,
            LocalDate date,
            @Nullable String documentNo,
            @Nullable Long amount,
            @Nullable String text) {
        var event =
                new AwardEvent(
                        store.events(access.body(), award).size() + 1,
                        kind,
                        item,
                        date,
                        documentNo,
                        amount,
                        text,
                        access.handle(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        false);
        store.insertEvent(access.body(), award, event);
        audit.record(
                access, "award." + kind.code(), "award/" + award + "/" + event.no(), null, event);
        return event;
    }

    private AwardEvent once(
            Access access,
            String award,
            String key,
            Object wish,
            java.util.function.Supplier<AwardEvent> work) {
        var no =
                books.write(
                        access.body(),
                        () ->
                                commands.once(
                                        access.body(),
                                        key,
                                        new Wish(award, wish),
                                        Integer.class,
                                        () -> work.get().no()));
        return store.events(access.body(), award).get(no - 1);
    }
}
