package id.patungan.cli;

import id.patungan.contributions.Basis;
import id.patungan.contributions.reminders.NewReminderSchedule;
import id.patungan.contributions.reminders.ReminderSchedules;
import id.patungan.contributions.reminders.ReminderStep;
import id.patungan.contributions.reminders.ReminderStep.Channel;
import id.patungan.contributions.reminders.ReminderStep.Tone;
import id.patungan.platform.Access;

import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;

/** A schedule of reminders for the demo, invented and marked so; no letter is sent by it. */
@Component
class DemoReminders {

    private final ReminderSchedules schedules;

    DemoReminders(ReminderSchedules schedules) {
        this.schedules = schedules;
    }

    /** Enters it: one drafts, another approves. */
    void enter(Access finance, Access approver) {
        var draft =
                schedules.draft(
                        finance,
                        new NewReminderSchedule(
                                LocalDate.of(2006, 1, 1),
                                "SKB-CONTOH",
                                "Pasal 4",
                                List.of(
                                        new ReminderStep(-14, Tone.FRIENDLY, Channel.MAIL),
                                        new ReminderStep(1, Tone.FRIENDLY, Channel.MAIL),
                                        new ReminderStep(14, Tone.SECOND, Channel.MAIL),
                                        new ReminderStep(30, Tone.LAST, Channel.PAPER)),
                                new Basis(
                                        Basis.Kind.SAMPLE,
                                        "Rekaan: sumber tidak menyebut kapan Kartamantul"
                                                + " mengingatkan anggotanya.")),
                        "demo-reminder-schedule");
        schedules.decide(
                approver,
                draft.version(),
                true,
                "Disetujui dalam rapat" + DemoEntries.INVENTED,
                "demo-approve-reminder-schedule");
    }
}
