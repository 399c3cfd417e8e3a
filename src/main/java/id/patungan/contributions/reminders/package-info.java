/**
 * Reminders before and after the due day: the body's own schedule, approved and in versions ({@link
 * id.patungan.contributions.reminders.ReminderSchedules}), and the letters that the system proposes
 * on a day and people send ({@link id.patungan.contributions.reminders.Reminders}). A reminder
 * changes no standing by itself.
 */
@NamedInterface("reminders")
@NullMarked
package id.patungan.contributions.reminders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
