package id.patungan.contributions.reminders;

import id.patungan.basics.InputException;
import id.patungan.basics.Money;
import id.patungan.contributions.Basis;
import id.patungan.contributions.reminders.ReminderStep.Channel;
import id.patungan.contributions.reminders.ReminderStep.Tone;
import id.patungan.platform.Access;
import id.patungan.platform.Action;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The schedule of reminders and the reminders, for programs. */
@RestController
@RequestMapping("/api/v1/bodies/{body}")
class ReminderApi {

    private static final String KEY = "Idempotency-Key";

    private final ReminderSchedules schedules;
    private final Reminders reminders;

    ReminderApi(ReminderSchedules schedules, Reminders reminders) {
        this.schedules = schedules;
        this.reminders = reminders;
    }

    /** The versions of the schedule, the newest first. */
    @GetMapping("/reminder-schedule")
    List<Version> schedules(Access access) {
        return schedules.all(access).stream().map(Version::of).toList();
    }

    @PostMapping("/reminder-schedule")
    Version draft(
            Access access, @RequestHeader(KEY) String key, @RequestBody ScheduleWish request) {
        access.require(Action.PREPARE);
        return Version.of(schedules.draft(access, request.toWish(), key));
    }

    @PostMapping("/reminder-schedule/{version:[0-9]{1,6}}/decision")
    Version decide(
            Access access,
            @PathVariable int version,
            @RequestHeader(KEY) String key,
            @RequestBody ScheduleDecision request) {
        access.require(Action.APPROVE);
        return Version.of(
                schedules.decide(
                        access,
                        version,
                        required("approve", request.approve()),
                        request.reason(),
                        key));
    }

    /** What is to be reminded of on a day, today if none is named. */
    @GetMapping("/reminders")
    List<Due> due(Access access, @RequestParam(required = false) @Nullable LocalDate asOf) {
        access.require(Action.READ_BOOKS);
        return reminders.due(access, asOf == null ? reminders.today(access) : asOf).stream()
                .map(Due::of)
                .toList();
    }

    /** The reminders that were sent, the newest first. */
    @GetMapping("/reminders/sent")
    List<Sent> sent(Access access) {
        return reminders.sent(access).stream().map(Sent::of).toList();
    }

    /** Sends the letter of one party and step, or without a party all that are due. */
    @PostMapping("/reminders")
    List<Sent> send(Access access, @RequestHeader(KEY) String key, @RequestBody SendWish wish) {
        access.require(Action.PREPARE);
        var on = wish.on() == null ? reminders.today(access) : wish.on();
        var language = Reminders.language(wish.language() == null ? "id" : wish.language());
        var party = wish.party();
        return (party == null
                        ? reminders.sendAll(access, on, language, key)
                        : List.of(
                                reminders.send(
                                        access,
                                        party,
                                        required("days", wish.days()),
                                        on,
                                        language,
                                        key)))
                .stream().map(Sent::of).toList();
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) throw new InputException(field, "is missing");
        return value;
    }

    private static String text(Money amount) {
        return amount.toDecimal().toPlainString();
    }

    /** Yes or no, and why; a no needs a reason. */
    record ScheduleDecision(@Nullable Boolean approve, @Nullable String reason) {}

    /** A step: days since the due day, tone and channel. */
    record StepWish(@Nullable Integer days, @Nullable String tone, @Nullable String channel) {

        ReminderStep toStep() {
            return new ReminderStep(
                    required("days", days),
                    Tone.of(required("tone", tone)),
                    Channel.of(required("channel", channel)));
        }
    }

    /**
     * See {@link ReminderSchedule}.
     *
     * @param basisNote what was assumed, if something was
     */
    record ScheduleWish(
            @Nullable LocalDate effectiveFrom,
            @Nullable String agreement,
            @Nullable String article,
            @Nullable List<StepWish> steps,
            @Nullable String basisNote) {

        NewReminderSchedule toWish() {
            return new NewReminderSchedule(
                    required("effectiveFrom", effectiveFrom),
                    required("agreement", agreement),
                    required("article", article),
                    required("steps", steps).stream().map(StepWish::toStep).toList(),
                    basisNote == null ? null : new Basis(Basis.Kind.ASSUMED, basisNote));
        }
    }

    /** Whom to remind by which step; without a party all that is due. */
    record SendWish(
            @Nullable String party,
            @Nullable Integer days,
            @Nullable LocalDate on,
            @Nullable String language) {}

    /** A step. */
    record WireStep(int days, String tone, String channel) {

        static WireStep of(ReminderStep step) {
            return new WireStep(step.days(), step.tone().code(), step.channel().code());
        }
    }

    /** A version; see {@link ReminderSchedule}. */
    record Version(
            int version,
            String state,
            LocalDate effectiveFrom,
            String agreement,
            String article,
            List<WireStep> steps,
            @Nullable String basis,
            @Nullable String basisNote,
            String preparedBy,
            Instant preparedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String reason) {

        static Version of(ReminderSchedule one) {
            var basis = one.basis();
            return new Version(
                    one.version(),
                    one.state().code(),
                    one.effectiveFrom(),
                    one.agreement(),
                    one.article(),
                    one.steps().stream().map(WireStep::of).toList(),
                    basis == null ? null : basis.kind().code(),
                    basis == null ? null : basis.note(),
                    one.preparedBy(),
                    one.preparedAt(),
                    one.decidedBy(),
                    one.decidedAt(),
                    one.reason());
        }
    }

    /** A charge, or the instalment of one, that is to be named. */
    record WireItem(
            String charge,
            String description,
            LocalDate due,
            long days,
            String open,
            @Nullable Instant disputedSince) {}

    /** See {@link DueReminder}. */
    record Due(
            String party,
            String name,
            LocalDate asOf,
            WireStep step,
            String total,
            List<WireItem> charges) {

        static Due of(DueReminder due) {
            return new Due(
                    due.party(),
                    due.partyName(),
                    due.asOf(),
                    WireStep.of(due.step()),
                    text(due.total()),
                    due.items().stream()
                            .map(item ->
                                    new WireItem(
                                            item.charge(),
                                            item.description(),
                                            item.due(),
                                            item.days(),
                                            text(item.open()),
                                            item.disputedSince()))
                            .toList());
        }
    }

    /** A charge that was named. */
    record WireCharge(String charge, LocalDate due, String open) {}

    /** See {@link SentReminder}. */
    record Sent(
            String paper,
            String party,
            LocalDate date,
            int version,
            WireStep step,
            List<WireCharge> charges,
            String by,
            Instant at) {

        static Sent of(SentReminder one) {
            return new Sent(
                    one.paper(),
                    one.party(),
                    one.date(),
                    one.version(),
                    new WireStep(one.days(), one.tone().code(), one.channel().code()),
                    one.charges().stream()
                            .map(charge ->
                                    new WireCharge(
                                            charge.charge(), charge.due(), text(charge.open())))
                            .toList(),
                    one.by(),
                    one.at());
        }
    }
}
