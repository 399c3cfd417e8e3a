package id.patungan.contributions.disputes;

import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a party's treasurer objects to, and all that was said about it. Where it stands follows from
 * the last thing said.
 *
 * @param number within the body, from 1
 * @param about day of the balance, of the charge or of the line
 * @param charge of a disputed charge
 * @param entry the line of the statement; of a charge that of its assessment; null for a balance
 * @param document the paper behind the line
 * @param label the line as it was named then; empty for a balance
 * @param booked what the book held to be right
 * @param claimed what the party holds to be right, if it says so
 * @param knownAt the book was read up to this entry
 * @param events from the first to the last
 */
public record Dispute(
        int number,
        String party,
        String partyName,
        Subject subject,
        LocalDate about,
        @Nullable String charge,
        @Nullable Long entry,
        @Nullable String document,
        String label,
        Money booked,
        @Nullable Money claimed,
        long knownAt,
        List<Event> events) {

    /** Takes a copy. */
    public Dispute {
        events = List.copyOf(events);
    }

    /** What is disputed. */
    public enum Subject {
        /** The balance of a day. */
        BALANCE,
        /** A charge. */
        CHARGE,
        /** Any line of the statement, such as a receipt. */
        LINE;

        /** As stored and sent. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The subject of that code.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Subject of(String code) {
            for (var one : values()) {
                if (one.code().equals(code)) return one;
            }
            throw new IllegalArgumentException(
                    "'" + code + "' is not what can be disputed; use balance, charge or line");
        }
    }

    /** What was said. */
    public enum Said {
        /** The party disputes, with its reason. */
        RAISED(true),
        /** The secretariat asks back. */
        ASKED(false),
        /** The party answers, or takes the dispute up again. */
        REPLIED(true),
        /** The secretariat agrees, and says what follows from it. */
        ACCEPTED(false),
        /** The secretariat does not agree, with its reason. */
        REJECTED(false),
        /** The party takes it back. */
        WITHDRAWN(true);

        private final boolean party;

        Said(boolean party) {
            this.party = party;
        }

        /** Whether the party said it. */
        public boolean party() {
            return party;
        }

        /** As stored and sent. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Said of(String code) {
            for (var one : values()) {
                if (one.code().equals(code)) return one;
            }
            throw new IllegalArgumentException(code);
        }
    }

    /** Where a dispute stands. */
    public enum State {
        /** Waits for the secretariat. */
        OPEN,
        /** Waits for an answer of the party; still open. */
        ASKED,
        /** Closed: the secretariat agreed. */
        ACCEPTED,
        /** Closed: the secretariat did not agree. */
        REJECTED,
        /** Closed: the party took it back. */
        WITHDRAWN;

        /** As sent. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Something that was said.
     *
     * @param follows of an acceptance: what follows from it
     * @param paper the note that told the other side
     * @param by handle of who said it
     * @param person name of who said it, at that time
     */
    public record Event(
            int no,
            Said said,
            String words,
            @Nullable String follows,
            @Nullable String paper,
            String by,
            String person,
            Instant at) {}

    /** Where it stands. */
    public State state() {
        return switch (events.getLast().said()) {
            case RAISED, REPLIED -> State.OPEN;
            case ASKED -> State.ASKED;
            case ACCEPTED -> State.ACCEPTED;
            case REJECTED -> State.REJECTED;
            case WITHDRAWN -> State.WITHDRAWN;
        };
    }

    /** Whether it waits for anybody. */
    public boolean open() {
        return state() == State.OPEN || state() == State.ASKED;
    }

    /** Since when it has stood open without a break; of a closed one, when it was closed. */
    public Instant since() {
        var since = events.getLast().at();
        if (!open()) return since;
        for (var event : events.reversed()) {
            switch (event.said()) {
                case ACCEPTED, REJECTED, WITHDRAWN -> {
                    return since;
                }
                case RAISED, ASKED, REPLIED -> since = event.at();
            }
        }
        return since;
    }

    /** The day of {@link #since} in a zone. */
    public LocalDate sinceDay(ZoneId zone) {
        return LocalDate.ofInstant(since(), zone);
    }

    /** Who raised it. */
    public String raisedBy() {
        return events.getFirst().by();
    }

    /** As it stood before an instant; empty if it was not raised yet. */
    public Optional<Dispute> before(Instant instant) {
        var known = events.stream().filter(event -> event.at().isBefore(instant)).toList();
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Dispute(
                                number, party, partyName, subject, about, charge, entry, document,
                                label, booked, claimed, knownAt, known));
    }
}
