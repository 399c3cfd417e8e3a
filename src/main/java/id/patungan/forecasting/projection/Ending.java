package id.patungan.forecasting.projection;

import id.patungan.forecasting.projection.Origin.Kind;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The end of a fund's money. After its last month nothing comes in, costs that go on are borne by
 * the body's own funds, and costs that do not are dropped. Where an award has no fund of its own,
 * only what awards bring ends.
 */
public final class Ending {

    /** What is added to the name of a line that another fund bears from then on. */
    public static final String AFTER = "~after";

    private Ending() {}

    /**
     * With a fund that ends after a month; what ended before stays ended. What an award's own terms
     * promise for after its end, such as a last part against the report, still comes.
     */
    public static Outlook after(Outlook outlook, String fund, YearMonth last, Origin why) {
        var from = Math.max(0, outlook.index(last) + 1);
        if (from >= outlook.months()) return outlook;
        var limited =
                outlook.pots().stream().anyMatch(pot -> pot.fund().equals(fund) && pot.limited());
        var general = outlook.general().filter(pot -> limited);
        Map<String, Line> lines = new LinkedHashMap<>();
        for (var line : outlook.lines()) {
            var given = line.group() == Line.Group.AWARDS;
            var promised = given && why.kind() == Origin.Kind.END;
            var ends = line.fund().equals(fund) && (limited || given) && !promised;
            if (!ends || nothing(line, from)) {
                lines.merge(line.id(), line, (moved, own) -> joined(own, moved));
                continue;
            }
            lines.put(line.id(), line.with(line.dueFrom(from, amount -> 0), why));
            if (line.income() || !line.recurring() || general.isEmpty()) continue;
            var moved =
                    line.in(general.get().fund(), line.id() + AFTER, before(line.due(), from), why);
            lines.merge(moved.id(), moved, Ending::joined);
        }
        lines.values().removeIf(line -> line.total() == 0);
        return outlook.with(List.copyOf(lines.values()));
    }

    /** The end that an award's own terms give it. */
    public static Origin end(Outlook.Award award) {
        return Origin.of(Kind.END, award.code(), award.last());
    }

    private static boolean nothing(Line line, int from) {
        return line.due().subList(from, line.due().size()).stream().allMatch(one -> one == 0);
    }

    private static List<Long> before(List<Long> due, int from) {
        var rest = new ArrayList<Long>(due.size());
        for (int at = 0; at < due.size(); at++) rest.add(at < from ? 0L : due.get(at));
        return rest;
    }

    private static Line joined(Line one, Line other) {
        var sum = new ArrayList<Long>(one.due().size());
        for (int at = 0; at < one.due().size(); at++) {
            sum.add(Math.addExact(one.due().get(at), other.due().get(at)));
        }
        return one.with(sum, other.origins().getLast());
    }
}
