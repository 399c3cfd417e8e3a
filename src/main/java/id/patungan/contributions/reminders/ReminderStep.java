package id.patungan.contributions.reminders;

import java.util.Locale;

/**
 * A step of a schedule.
 *
 * @param days since the due day from which it is due; below zero: before it
 */
public record ReminderStep(int days, Tone tone, Channel channel) {

    static final int EARLIEST = -365;
    static final int LATEST = 3650;

    /** Refuses days that cannot be meant. */
    public ReminderStep {
        if (days < EARLIEST || days > LATEST) {
            throw RemindersException.days(Integer.toString(days));
        }
    }

    /** How a letter speaks. */
    public enum Tone {
        /** Reminds of the day. */
        FRIENDLY,
        /** Reminds again. */
        SECOND,
        /** Names what may follow. */
        LAST;

        /** As stored and sent. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The tone of that code.
         *
         * @throws RemindersException if there is none
         */
        public static Tone of(String code) {
            for (var one : values()) {
                if (one.code().equals(code)) return one;
            }
            throw RemindersException.unknownWord("tone", code);
        }
    }

    /** How a letter leaves the house. */
    public enum Channel {
        /** By e-mail where an address is known, through the outbox. */
        MAIL,
        /** Printed and sent by hand. */
        PAPER;

        /** As stored and sent. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The channel of that code.
         *
         * @throws RemindersException if there is none
         */
        public static Channel of(String code) {
            for (var one : values()) {
                if (one.code().equals(code)) return one;
            }
            throw RemindersException.unknownWord("channel", code);
        }
    }
}
