package id.patungan.contributions.reminders;

import id.patungan.basics.Money;
import id.patungan.contributions.reminders.ReminderStep.Channel;
import id.patungan.contributions.reminders.ReminderStep.Tone;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A reminder that was sent.
 *
 * @param paper its letter in the register
 * @param version of the schedule that led to it
 * @param days its step
 */
public record SentReminder(
        String paper,
        String party,
        String partyName,
        LocalDate date,
        int version,
        int days,
        Tone tone,
        Channel channel,
        List<Charge> charges,
        String by,
        Instant at) {

    /** Takes a copy. */
    public SentReminder {
        charges = List.copyOf(charges);
    }

    /** A charge that it names, with what was open. */
    public record Charge(String charge, LocalDate due, Money open) {}
}
