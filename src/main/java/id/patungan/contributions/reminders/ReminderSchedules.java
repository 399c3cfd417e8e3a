package id.patungan.contributions.reminders;

import id.patungan.contributions.agreed.AgreedVersions;
import id.patungan.contributions.agreed.Agreeing;

import org.springframework.stereotype.Service;

/** The days on which a body reminds, in versions that one person drafts and another approves. */
@Service
public class ReminderSchedules extends AgreedVersions<ReminderSchedule, NewReminderSchedule> {

    ReminderSchedules(Agreeing with, ReminderScheduleRepository store) {
        super(with, "reminder-schedule", store);
    }
}
