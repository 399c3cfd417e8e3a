package id.patungan.contributions.arrears;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/**
 * The ageing with what stands beside it.
 *
 * @param all whether the rows are those of all parties
 * @param opened whether a party sees all rows because the policy opens them to every member
 * @param states the standing of members, by code, as far as the viewer sees it
 * @param disputes open disputes of the parties within reach, by code
 */
public record AgeingView(
        Ageing ageing,
        boolean all,
        boolean opened,
        Map<String, Standing.State> states,
        Map<String, Disputed> disputes) {

    /** Takes a copy. */
    public AgeingView {
        states = Map.copyOf(states);
        disputes = Map.copyOf(disputes);
    }

    /**
     * What a party disputes.
     *
     * @param since when the oldest of the open ones was raised
     */
    public record Disputed(int count, Instant since) {

        /** The day of it in a zone. */
        public LocalDate day(ZoneId zone) {
            return LocalDate.ofInstant(since, zone);
        }

        Disputed plus(Disputed other) {
            return new Disputed(
                    count + other.count(), since.isBefore(other.since()) ? since : other.since());
        }
    }

    /** What a party disputes; null if nothing, or if the viewer does not see it. */
    public @Nullable Disputed disputed(String party) {
        return disputes.get(party);
    }

    /** Whether the allowances are shown: what the body thinks of its debtors is its own matter. */
    public boolean allowances() {
        return all && !opened;
    }

    /** The standing of a party as its code; empty if it has none that the viewer sees. */
    public String standing(String party) {
        var state = states.get(party);
        return state == null ? "" : state.code();
    }
}
