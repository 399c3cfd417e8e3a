package id.patungan.contributions.reminders;

import id.patungan.contributions.agreed.AgreedForm;
import id.patungan.contributions.agreed.AgreedPages;
import id.patungan.contributions.reminders.ReminderStep.Channel;
import id.patungan.contributions.reminders.ReminderStep.Tone;
import id.patungan.parties.Agreements;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestMapping;

import java.time.Clock;
import java.util.Locale;

/** The days on which a body reminds: the page of the schedule. */
@Controller
@RequestMapping("/bodies/{body}/reminder-schedule")
class ReminderSchedulePages extends AgreedPages<ReminderSchedule, NewReminderSchedule> {

    ReminderSchedulePages(ReminderSchedules schedules, Agreements agreements, Clock clock) {
        super(
                schedules,
                agreements,
                clock,
                "reminder-schedule",
                "contributions/reminders/schedule");
    }

    @Override
    protected AgreedForm<NewReminderSchedule> form(
            BodyEntry body, MultiValueMap<String, String> texts, Locale locale) {
        return new ReminderForm(texts);
    }

    @Override
    protected String field(String code) {
        return code.startsWith("rules.") || code.startsWith("parties.")
                ? "ground"
                : "effectiveFrom";
    }

    @Override
    protected void add(Model model) {
        model.addAttribute("rows", ReminderForm.ROWS);
        model.addAttribute("tones", Tone.values());
        model.addAttribute("channels", Channel.values());
    }
}
