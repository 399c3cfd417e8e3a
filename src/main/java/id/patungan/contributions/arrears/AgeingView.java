package id.patungan.contributions.arrears;

import java.util.Map;

/**
 * The ageing with what stands beside it.
 *
 * @param all whether the rows are those of all parties
 * @param opened whether a party sees all rows because the policy opens them to every member
 * @param states the standing of members, by code, as far as the viewer sees it
 */
public record AgeingView(
        Ageing ageing, boolean all, boolean opened, Map<String, Standing.State> states) {

    /** Takes a copy. */
    public AgeingView {
        states = Map.copyOf(states);
    }

    /** The standing of a party as its code; empty if it has none that the viewer sees. */
    public String standing(String party) {
        var state = states.get(party);
        return state == null ? "" : state.code();
    }
}
