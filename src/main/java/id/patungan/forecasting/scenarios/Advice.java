package id.patungan.forecasting.scenarios;

import id.patungan.basics.Fraction;
import id.patungan.forecasting.projection.Line.Group;
import id.patungan.forecasting.projection.Outlook;
import id.patungan.forecasting.projection.Projection;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * What would keep the free cash from running out within the months looked at, each way by itself
 * and as small as it can be: dues that rise, costs that fall, money that is put aside before. A way
 * is a scenario: applied to the outlook it gives what is said here. Percentages are whole
 * hundredths of a percent, rounded up.
 *
 * @param lowest the least that the free cash comes to, in minor units; now counts
 * @param month of the outlook at whose end that is, from 1; 0 for now
 * @param reserve what would have to be put aside beside what is there; 0 if nothing runs out
 * @param dues the change of dues in percent; null if no change up to {@link #MOST} percent is
 *     enough
 * @param costs the change of costs in percent, below zero; null if not even all of them are enough
 */
public record Advice(
        long lowest, int month, long reserve, @Nullable Fraction dues, @Nullable Fraction costs) {

    /** The highest rise of dues that is looked for, in percent. */
    public static final int MOST = 1000;

    private static final int STEPS = 100;

    /** For an outlook, changes from its first month on. */
    public static Advice of(Outlook outlook) {
        var projection = Projection.of(outlook);
        var free = new ArrayList<Long>();
        free.add(projection.freeNow());
        free.addAll(projection.free());
        var lowest = Collections.min(free);
        if (lowest >= 0) {
            return new Advice(lowest, free.indexOf(lowest), 0, Fraction.ZERO, Fraction.ZERO);
        }
        var costs = smallest(100 * STEPS, step -> Advice.costs(outlook, step), outlook);
        return new Advice(
                lowest,
                free.indexOf(lowest),
                Math.negateExact(lowest),
                smallest(MOST * STEPS, step -> Advice.dues(outlook, step), outlook),
                costs == null ? null : costs.negated());
    }

    /** The change of dues as a scenario's change; none if there is nothing to change. */
    public static @Nullable Overlay dues(Outlook outlook, Fraction percent) {
        return has(outlook, Group.DUES)
                ? new Overlay.DuesChange(null, outlook.from(), percent)
                : null;
    }

    /** The change of costs as a scenario's change; none if there is nothing to change. */
    public static @Nullable Overlay costs(Outlook outlook, Fraction percent) {
        return has(outlook, Group.COSTS) || has(outlook, Group.STAFF)
                ? new Overlay.CostChange("", outlook.from(), percent)
                : null;
    }

    /**
     * The reserve as a scenario's change: in the first month; where money is missing already, at
     * the start.
     */
    public static Overlay reserve(Outlook outlook, long amount) {
        var first = outlook.from();
        var missing = Projection.of(outlook).freeNow() < 0;
        return new Overlay.Reserve(missing ? first.minusMonths(1) : first, amount);
    }

    /** Each way as a scenario's change; none where nothing runs out. */
    public List<Overlay> changes(Outlook outlook) {
        var changes = new ArrayList<Overlay>();
        if (lowest >= 0) return changes;
        var rise = dues == null ? null : dues(outlook, dues);
        if (rise != null) changes.add(rise);
        var cut = costs == null ? null : costs(outlook, costs);
        if (cut != null) changes.add(cut);
        changes.add(reserve(outlook, reserve));
        return changes;
    }

    private static @Nullable Overlay dues(Outlook outlook, int step) {
        return dues(outlook, Fraction.of(step, STEPS));
    }

    private static @Nullable Overlay costs(Outlook outlook, int step) {
        return costs(outlook, Fraction.of(-step, STEPS));
    }

    private static boolean has(Outlook outlook, Group group) {
        return outlook.lines().stream().anyMatch(line -> line.group() == group);
    }

    /** The smallest step that is enough, in percent: more of it is never less money. */
    private static @Nullable Fraction smallest(
            int most, IntFunction<@Nullable Overlay> change, Outlook outlook) {
        if (!enough(outlook, change.apply(most))) return null;
        int no = 0;
        int yes = most;
        while (yes - no > 1) {
            var middle = no + (yes - no) / 2;
            if (enough(outlook, change.apply(middle))) yes = middle;
            else no = middle;
        }
        return Fraction.of(yes, STEPS);
    }

    private static boolean enough(Outlook outlook, @Nullable Overlay change) {
        return change != null && Projection.of(change.apply(outlook, Map.of())).runway().beyond();
    }
}
