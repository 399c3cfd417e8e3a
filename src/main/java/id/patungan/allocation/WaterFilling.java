package id.patungan.allocation;

import id.patungan.allocation.Shares.Bound;
import id.patungan.basics.Fraction;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the factor by which proportional parts must be scaled so that, kept between their floors
 * and caps, they add to an amount: like water rising in vessels with a floor and a lid.
 *
 * <p>The sum grows with the factor, in straight pieces that meet where a party leaves its floor or
 * reaches its cap. So the pieces are walked in order until the amount lies in one of them; that
 * piece gives the factor exactly. Clipping the parts and scaling them again, the obvious way,
 * breaks the bounds anew.
 */
final class WaterFilling {

    private final List<Vessel> vessels;
    private Fraction factor = Fraction.ZERO;

    WaterFilling(int size) {
        vessels = new ArrayList<>(size);
    }

    /** One party: its unbounded part, floor, and cap or null. */
    void add(Fraction weight, Fraction floor, @Nullable Fraction cap) {
        vessels.add(new Vessel(weight, floor, cap));
    }

    /** What the floors take. */
    Fraction lowest() {
        var sum = Fraction.ZERO;
        for (var vessel : vessels) {
            sum = sum.plus(vessel.floor);
        }
        return sum;
    }

    /** What all can take; null if there is no limit. A party of weight zero takes its floor. */
    @Nullable Fraction highest() {
        var sum = Fraction.ZERO;
        for (var vessel : vessels) {
            var most = vessel.weight.signum() == 0 ? vessel.floor : vessel.cap;
            if (most == null) {
                return null;
            }
            sum = sum.plus(most);
        }
        return sum;
    }

    /** The factor for an amount between {@link #lowest} and {@link #highest}. */
    Fraction fill(Fraction amount) {
        var events = new ArrayList<Event>();
        for (var vessel : vessels) {
            if (vessel.weight.signum() > 0) {
                events.add(
                        new Event(
                                vessel.floor.dividedBy(vessel.weight),
                                vessel.weight,
                                vessel.floor.negated()));
                if (vessel.cap != null) {
                    events.add(
                            new Event(
                                    vessel.cap.dividedBy(vessel.weight),
                                    vessel.weight.negated(),
                                    vessel.cap));
                }
            }
        }
        events.sort(Comparator.comparing(Event::at));
        var resting = lowest();
        var slope = Fraction.ZERO;
        factor = Fraction.ZERO;
        for (var event : events) {
            if (resting.plus(slope.times(event.at)).compareTo(amount) >= 0) {
                break;
            }
            resting = resting.plus(event.resting);
            slope = slope.plus(event.slope);
            factor = event.at;
        }
        if (slope.signum() > 0) {
            factor = amount.minus(resting).dividedBy(slope);
        }
        return factor;
    }

    Fraction value(int place) {
        return vessels.get(place).at(factor);
    }

    @Nullable Bound bound(int place) {
        var vessel = vessels.get(place);
        var free = vessel.weight.times(factor);
        if (free.compareTo(vessel.floor) < 0) {
            return Bound.FLOOR;
        }
        return vessel.cap != null && free.compareTo(vessel.cap) > 0 ? Bound.CAP : null;
    }

    private record Vessel(Fraction weight, Fraction floor, @Nullable Fraction cap) {
        Fraction at(Fraction factor) {
            var free = weight.times(factor).max(floor);
            return cap == null ? free : free.min(cap);
        }
    }

    /** Where the sum changes its slope, and by how much its two terms change there. */
    private record Event(Fraction at, Fraction slope, Fraction resting) {}
}
