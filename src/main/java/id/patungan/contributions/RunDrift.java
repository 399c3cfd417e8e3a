package id.patungan.contributions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What has changed between a calculation that was prepared and the same calculation now. Pure. */
final class RunDrift {

    private RunDrift() {}

    /**
     * Refuses to approve what would be charged differently today, and says why.
     *
     * @throws ContributionsException with the rule, the parties, the figures or the shares that
     *     changed, the first of these that did
     */
    static void requireNone(int run, Sheet prepared, Sheet now) {
        if (!Objects.equals(prepared.rule(), now.rule())) {
            throw ContributionsException.runRuleChanged(run, rule(prepared), rule(now));
        }
        var before = rows(prepared);
        var after = rows(now);
        var joined = new TreeSet<>(after.keySet());
        joined.removeAll(before.keySet());
        var left = new TreeSet<>(before.keySet());
        left.removeAll(after.keySet());
        if (!joined.isEmpty() || !left.isEmpty()) {
            throw ContributionsException.runPartiesChanged(run, listed(joined), listed(left));
        }
        var figures = figures(before, after);
        if (!figures.isEmpty()) {
            throw ContributionsException.runFiguresChanged(run, String.join("; ", figures));
        }
        var shares =
                after.values().stream()
                        .filter(row -> !row.share().equals(row(before, row.party()).share()))
                        .map(row ->
                                "%s: %s → %s"
                                        .formatted(
                                                row.party(),
                                                row(before, row.party()).share(),
                                                row.share()))
                        .collect(Collectors.joining("; "));
        throw ContributionsException.runSharesChanged(run, shares.isEmpty() ? "–" : shares);
    }

    private static String rule(Sheet sheet) {
        var rule = sheet.rule();
        return rule == null ? "–" : "%s/%d".formatted(rule.code(), rule.version());
    }

    private static Map<String, Sheet.Row> rows(Sheet sheet) {
        var rows = new LinkedHashMap<String, Sheet.Row>();
        sheet.rows().forEach(row -> rows.put(row.party(), row));
        return rows;
    }

    private static Sheet.Row row(Map<String, Sheet.Row> rows, String party) {
        return Objects.requireNonNull(rows.get(party), party);
    }

    private static String listed(Set<String> parties) {
        return parties.isEmpty() ? "–" : String.join(", ", parties);
    }

    /** A member that left and a figure that was corrected, each as {@code party name: was → is}. */
    private static List<String> figures(
            Map<String, Sheet.Row> before, Map<String, Sheet.Row> after) {
        var changed = new TreeSet<String>();
        for (var row : after.values()) {
            var old = row(before, row.party());
            if (old.member() != row.member()) {
                changed.add("%s: %s → %s".formatted(row.party(), mark(old), mark(row)));
            }
            var names = new TreeSet<>(row.figures().keySet());
            names.addAll(old.figures().keySet());
            for (var name : names) {
                var was = value(old, name);
                var is = value(row, name);
                if (!was.equals(is)) {
                    changed.add("%s %s: %s → %s".formatted(row.party(), name, was, is));
                }
            }
        }
        return List.copyOf(changed);
    }

    /** Membership as a sign that needs no language. */
    private static String mark(Sheet.Row row) {
        return row.member() ? "✓" : "✗";
    }

    private static String value(Sheet.Row row, String name) {
        var figure = row.figures().get(name);
        return figure == null ? "–" : figure.value();
    }
}
