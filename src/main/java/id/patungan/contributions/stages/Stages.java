package id.patungan.contributions.stages;

import id.patungan.basics.Money;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Contributions;
import id.patungan.contributions.OpenCharge;
import id.patungan.ledger.Books;
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

/**
 * Where charges stand in the payers' own budgets and legislatures. The events are recorded by the
 * secretariat; that money came is derived from the postings.
 */
@Service
public class Stages {

    private static final int LONGEST_REASON = 400;

    private final StageRepository events;
    private final Contributions contributions;
    private final Assessments assessments;
    private final Holidays holidays;
    private final Books books;
    private final Commands commands;
    private final Audit audit;
    private final Transactions transactions;
    private final Clock clock;

    Stages(
            StageRepository events,
            Contributions contributions,
            Assessments assessments,
            Holidays holidays,
            Books books,
            Commands commands,
            Audit audit,
            Transactions transactions,
            Clock clock) {
        this.events = events;
        this.contributions = contributions;
        this.assessments = assessments;
        this.holidays = holidays;
        this.books = books;
        this.commands = commands;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Command(String command, Object wish) {}

    private record Withdraw(String assessment, String party, int no, String reason) {}

    /** Today in the body's zone. */
    public LocalDate today(Access access) {
        return LocalDate.now(clock.withZone(books.get(access.body()).zone()));
    }

    /**
     * The charges of an assessment within reach, as they stood at the end of a day by what is known
     * now.
     *
     * @throws id.patungan.basics.DomainException not found, if none of its shares is within reach
     */
    public List<Track> ofAssessment(Access access, String assessment, LocalDate on) {
        access.require(Action.READ_OWN);
        var code = assessments.get(access, assessment).code();
        return transactions.read(() ->
                tracks(
                        access,
                        charges(access, on).stream()
                                .filter(charge -> charge.assessment().equals(code))
                                .toList(),
                        on));
    }

    /** All charges within reach of which something is open at the end of a day. */
    public Board board(Access access, LocalDate on) {
        access.require(Action.READ_OWN);
        return transactions.read(() -> {
            var open =
                    charges(access, on).stream()
                            .filter(charge -> charge.status() != OpenCharge.Status.CANCELLED)
                            .filter(charge -> charge.open().minorUnits() > 0)
                            .toList();
            var tracks =
                    tracks(access, open, on).stream()
                            .sorted(Comparator.comparingLong(Track::days).reversed())
                            .toList();
            return new Board(on, tracks, Money.zero(books.get(access.body()).currency()));
        });
    }

    private List<OpenCharge> charges(Access access, LocalDate on) {
        return contributions.openCharges(access, null, Days.plausible(on), Long.MAX_VALUE);
    }

    private List<Track> tracks(Access access, List<OpenCharge> charges, LocalDate on) {
        var codes = charges.stream().map(OpenCharge::charge).toList();
        var recorded = events.events(access.body(), codes);
        var settled = events.lastSettled(access.body(), codes, on);
        var limits = events.limits(access.body());
        var calendar = holidays.known(access).calendar();
        return charges.stream()
                .map(charge -> {
                    var known =
                            recorded.getOrDefault(charge.charge(), List.of()).stream()
                                    .filter(event -> !event.on().isAfter(on))
                                    .toList();
                    var received =
                            charge.open().minorUnits() > 0 ? null : settled.get(charge.charge());
                    try {
                        var approval = ApprovalClock.on(steps(known), limits, calendar, on);
                        return new Track(charge, known, received, approval, null, on);
                    } catch (StagesException uncounted) {
                        return new Track(
                                charge, known, received, null, uncounted.yearMissing(), on);
                    }
                })
                .toList();
    }

    private static List<ApprovalClock.Event> steps(List<StageEvent> events) {
        return events.stream()
                .filter(StageEvent::stands)
                .filter(event -> event.kind().step() != null)
                .map(event -> new ApprovalClock.Event(step(event), event.on()))
                .toList();
    }

    private static ApprovalClock.Step step(StageEvent event) {
        var step = event.kind().step();
        if (step == null) throw new IllegalArgumentException(event.kind().code());
        return step;
    }

    /**
     * Records what happened; stages may be skipped and filled in later.
     *
     * @param key of the command; the same key with the same wish records once
     * @throws StagesException if it contradicts what is recorded, lies in the future or before the
     *     assessment, or cannot follow the last step of the approval
     */
    public StageEvent record(Access access, NewStageEvent wish, String key) {
        access.require(Action.PREPARE);
        var no =
                books.write(
                        access.body(),
                        () ->
                                commands.once(
                                        access.body(),
                                        key,
                                        new Command("stage-event", wish),
                                        Integer.class,
                                        () -> recordOnce(access, wish)));
        return recorded(access, charge(access, wish.assessment(), wish.party()), no);
    }

    private int recordOnce(Access access, NewStageEvent wish) {
        var charge = standing(access, wish.assessment(), wish.party());
        var today = today(access);
        if (wish.on().isAfter(today)) {
            throw StagesException.inFuture(wish.on(), today);
        }
        var standing =
                events
                        .events(access.body(), List.of(charge.charge()))
                        .getOrDefault(charge.charge(), List.of())
                        .stream()
                        .filter(StageEvent::stands)
                        .toList();
        var stage = wish.kind().stage();
        if (stage != null) {
            requireInOrder(charge, standing, wish, stage);
        } else {
            requirePossible(access, standing, wish);
        }
        return insert(
                access,
                charge.charge(),
                new StageRepository.Row(
                        0,
                        wish.kind(),
                        wish.on(),
                        wish.document(),
                        wish.note(),
                        null,
                        access.handle(),
                        clock.instant()));
    }

    private static void requireInOrder(
            OpenCharge charge, List<StageEvent> standing, NewStageEvent wish, Stage stage) {
        if (wish.on().isBefore(charge.issued())) {
            throw StagesException.beforeAssessment(charge.assessment(), charge.issued(), wish.on());
        }
        for (var event : standing) {
            var other = event.kind().stage();
            if (other == null) continue;
            if (other == stage) {
                throw StagesException.entered(event.kind(), event.on());
            }
            if (other.compareTo(stage) < 0 && wish.on().isBefore(event.on())) {
                throw StagesException.beforeStage(event, wish.on());
            }
            if (other.compareTo(stage) > 0 && wish.on().isAfter(event.on())) {
                throw StagesException.afterStage(event, wish.on());
            }
        }
    }

    private void requirePossible(Access access, List<StageEvent> standing, NewStageEvent wish) {
        var steps = standing.stream().filter(event -> event.kind().step() != null).toList();
        var last = steps.isEmpty() ? null : steps.getLast();
        var next = wish.kind().step();
        if (last == null) {
            if (!ApprovalClock.after(null).contains(next)) {
                throw StagesException.notFirst(wish.kind());
            }
            return;
        }
        if (!ApprovalClock.after(step(last)).contains(next)) {
            throw StagesException.outOfOrder(wish.kind(), last.kind(), last.on());
        }
        if (wish.on().isBefore(last.on())) {
            throw StagesException.beforeStage(last, wish.on());
        }
        var before =
                ApprovalClock.on(
                        steps(steps),
                        events.limits(access.body()),
                        holidays.known(access).calendar(),
                        wish.on());
        var since = before.since();
        if (before.state() == Approval.State.DEEMED && since != null) {
            throw StagesException.deemed(since, wish.on());
        }
    }

    /**
     * Withdraws an event that was recorded by mistake; it stays readable with the reason.
     *
     * @param no of the event within the charge
     * @throws StagesException if there is none, it is already withdrawn, or a later step of the
     *     approval rests on it
     */
    public StageEvent withdraw(
            Access access, String assessment, String party, int no, String reason, String key) {
        access.require(Action.PREPARE);
        var why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw StagesException.noReason(LONGEST_REASON);
        }
        books.write(
                access.body(),
                () ->
                        commands.once(
                                access.body(),
                                key,
                                new Command(
                                        "stage-withdrawal",
                                        new Withdraw(assessment, party, no, why)),
                                Integer.class,
                                () -> withdrawOnce(access, assessment, party, no, why)));
        return recorded(access, charge(access, assessment, party), no);
    }

    private int withdrawOnce(
            Access access, String assessment, String party, int no, String reason) {
        var charge = charge(access, assessment, party);
        var event = recorded(access, charge, no);
        if (!event.stands()) {
            throw StagesException.withdrawn(no);
        }
        if (event.kind().step() != null) {
            requireLast(access, charge, event);
        }
        return insert(
                access,
                charge.charge(),
                new StageRepository.Row(
                        0,
                        null,
                        today(access),
                        null,
                        reason,
                        no,
                        access.handle(),
                        clock.instant()));
    }

    /** The steps of an approval are withdrawn from the last one on. */
    private void requireLast(Access access, OpenCharge charge, StageEvent event) {
        var last =
                events
                        .events(access.body(), List.of(charge.charge()))
                        .getOrDefault(charge.charge(), List.of())
                        .stream()
                        .filter(StageEvent::stands)
                        .filter(one -> one.kind().step() != null)
                        .reduce((one, later) -> later)
                        .orElse(event);
        if (last.no() != event.no()) {
            throw StagesException.restsOn(last.kind(), last.on());
        }
    }

    private int insert(Access access, String charge, StageRepository.Row row) {
        var no = events.nextNo(access.body(), charge);
        var numbered =
                new StageRepository.Row(
                        no,
                        row.kind(),
                        row.on(),
                        row.document(),
                        row.note(),
                        row.withdraws(),
                        row.by(),
                        row.at().truncatedTo(ChronoUnit.MICROS));
        events.insert(access.body(), charge, numbered);
        audit.record(
                access,
                row.kind() == null ? "stages.withdraw" : "stages.record",
                charge,
                null,
                numbered);
        return no;
    }

    private StageEvent recorded(Access access, OpenCharge charge, int no) {
        return events
                .events(access.body(), List.of(charge.charge()))
                .getOrDefault(charge.charge(), List.of())
                .stream()
                .filter(event -> event.no() == no)
                .findFirst()
                .orElseThrow(() -> StagesException.noSuchEvent(no));
    }

    /** A charge of an assessment that stands. */
    private OpenCharge standing(Access access, String assessment, String party) {
        var charge = charge(access, assessment, party);
        if (charge.status() == OpenCharge.Status.CANCELLED) {
            throw StagesException.cancelled(assessment);
        }
        return charge;
    }

    private OpenCharge charge(Access access, String assessment, String party) {
        return contributions.openCharges(access, null).stream()
                .filter(charge -> charge.assessment().equals(assessment))
                .filter(charge -> charge.party().equals(party))
                .findFirst()
                .orElseThrow(() -> StagesException.noSuchCharge(party, assessment));
    }

    /** The versions of the limits of a body, the oldest first, that of the program before them. */
    public List<ApprovalLimits> limits(Access access) {
        access.require(Action.READ_OWN);
        var versions = new java.util.ArrayList<>(List.of(ApprovalLimits.PP_50_2007));
        versions.addAll(transactions.read(() -> events.limits(access.body())));
        return List.copyOf(versions);
    }

    /** The limits that hold for what is received on a day. */
    public ApprovalLimits limits(Access access, LocalDate received) {
        return ApprovalLimits.on(limits(access), received);
    }

    /** Records limits that hold from a day on; the same as the last changes nothing. */
    public void setLimits(Access access, ApprovalLimits limits) {
        access.require(Action.PREPARE);
        books.write(
                access.body(),
                () -> {
                    var before = events.limits(access.body());
                    var last = before.isEmpty() ? null : before.getLast();
                    if (!limits.equals(last)) {
                        store(access, before.size() + 1, last, limits);
                    }
                    return limits;
                });
    }

    private void store(
            Access access, int version, @Nullable ApprovalLimits last, ApprovalLimits limits) {
        events.insert(access.body(), version, limits, access.handle(), clock.instant());
        audit.record(access, "stages.limits", Integer.toString(version), last, limits);
    }
}
