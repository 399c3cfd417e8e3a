package id.patungan.forecasting.projection;

import java.util.List;

/**
 * The first month at whose end the free cash is below zero, the source's definition: 0 if it
 * already is, 1 for the first month ahead, and none within the months looked at if it never is.
 *
 * @param months of the runway, or how many were looked at
 * @param beyond whether it never runs out within them
 */
public record Runway(int months, boolean beyond) implements Comparable<Runway> {

    /** Of what is there now and at the end of each month. */
    public static Runway of(long now, List<Long> closing) {
        if (now < 0) return new Runway(0, false);
        for (int at = 0; at < closing.size(); at++) {
            if (closing.get(at) < 0) return new Runway(at + 1, false);
        }
        return new Runway(closing.size(), true);
    }

    /** Whether it runs out within so many months. */
    public boolean under(int limit) {
        return !beyond && months < limit;
    }

    @Override
    public int compareTo(Runway other) {
        return beyond == other.beyond
                ? Integer.compare(months, other.months)
                : Boolean.compare(beyond, other.beyond);
    }
}
