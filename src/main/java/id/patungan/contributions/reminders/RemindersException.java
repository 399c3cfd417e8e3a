package id.patungan.contributions.reminders;

import id.patungan.basics.DomainException;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** Why a schedule was not drafted or decided, or a reminder not sent; nothing was stored. */
public final class RemindersException extends DomainException {

    private static final long serialVersionUID = 1L;

    private RemindersException(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    /** The text, or null if nothing was said. */
    static @Nullable String optional(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) return null;
        var said = text.strip();
        if (said.codePointCount(0, said.length()) > longest
                || said.codePoints().anyMatch(Character::isISOControl)) {
            throw new RemindersException(
                    Kind.REFUSED,
                    "reminders.too-long",
                    "'%s' has more than %d characters, or some that are no text"
                            .formatted(field, longest),
                    field,
                    longest);
        }
        return said;
    }

    static RemindersException missing(String field) {
        return new RemindersException(
                Kind.REFUSED, "reminders.missing", "'%s' is missing".formatted(field), field);
    }

    static RemindersException notADay(String text) {
        return new RemindersException(
                Kind.REFUSED,
                "reminders.not-a-day",
                "'%s' is not a day from 1900 to 2999".formatted(text),
                text);
    }

    static RemindersException inFuture(LocalDate day, LocalDate today) {
        return new RemindersException(
                Kind.REFUSED,
                "reminders.in-future",
                "%s is after today, %s; a letter is dated when it is sent".formatted(day, today),
                day,
                today);
    }

    static RemindersException days(String text) {
        return new RemindersException(
                Kind.REFUSED,
                "reminders.days",
                "'%s' is not a number of days from %d before the due day to %d after it"
                        .formatted(text, -ReminderStep.EARLIEST, ReminderStep.LATEST),
                text,
                Integer.toString(-ReminderStep.EARLIEST),
                Integer.toString(ReminderStep.LATEST));
    }

    static RemindersException unknownWord(String field, String word) {
        return new RemindersException(
                Kind.REFUSED,
                "reminders.unknown-word",
                "'%s' is not a %s".formatted(word, field),
                field,
                word);
    }

    static RemindersException noGround() {
        return new RemindersException(
                Kind.REFUSED,
                "reminders.no-ground",
                "A schedule needs the agreement and the article that let the body remind");
    }

    static RemindersException noSteps(int most) {
        return new RemindersException(
                Kind.REFUSED,
                "reminders.no-steps",
                "A schedule has 1 to %d steps".formatted(most),
                most);
    }

    static RemindersException twice(int days) {
        return new RemindersException(
                Kind.REFUSED,
                "reminders.twice",
                "Two steps stand on day %d; leave one".formatted(days),
                Integer.toString(days));
    }

    static RemindersException noSchedule(LocalDate on) {
        return new RemindersException(
                Kind.REFUSED,
                "reminders.no-schedule",
                "No approved schedule of reminders is in force on %s".formatted(on),
                on);
    }

    static RemindersException notDue(String party, int step, LocalDate on) {
        return new RemindersException(
                Kind.CONFLICT,
                "reminders.not-due",
                "On %s there is nothing of step %d to remind %s of; look at the list again"
                        .formatted(on, step, party),
                party,
                Integer.toString(step),
                on);
    }

    static RemindersException unknownLanguage(String language) {
        return new RemindersException(
                Kind.REFUSED,
                "reminders.unknown-language",
                "'%s' is not a language of letters; use id or en".formatted(language),
                language);
    }
}
