package id.patungan.forecasting.scenarios;

import id.patungan.basics.DomainException;
import id.patungan.platform.YamlFile;
import id.patungan.platform.YamlFile.Item;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A scenario as a YAML file, which is also how it is kept:
 *
 * <pre>
 * name: GTZ stops
 * note: after two years
 * overlays:
 *   - {kind: donor-exit, party: GTZ, after: 2007-12}
 *   - {kind: dues-change, from: 2008-01, percent: 60.6}
 * risks:
 *   - {kind: pert, target: costs, drawn: yearly, low: 0.9, mode: 1, high: 1.2}
 *   - {kind: default, probability: 0.05, loss: 0.5}
 *   - {kind: delays}
 * </pre>
 *
 * Without risks the usual is uncertain; {@code none} says that nothing is.
 */
public final class ScenarioFile {

    private static final int MOST = 100;
    private static final int NAME = 80;
    private static final int NOTE = 400;

    private ScenarioFile() {}

    /**
     * The scenario of a file.
     *
     * @param file its name, for problems
     * @param currency of the book, in which amounts are
     * @throws id.patungan.basics.InputException with all problems by line and column
     */
    public static Scenario read(String file, String text, Currency currency) {
        var yaml = new YamlFile(file, ScenarioFile::field);
        var root = yaml.root(text, List.of("name", "note", "overlays", "risks"));
        var overlays = new ArrayList<Overlay>();
        var risks = new ArrayList<Map<String, String>>();
        var name = "";
        var note = "";
        if (root != null) {
            name = root.textOrEmpty("name");
            note = root.textOrEmpty("note");
            for (var item : root.items("overlays", keys())) {
                item.read(() -> OverlayValues.read(values(item), currency))
                        .ifPresent(overlays::add);
            }
            for (var item : root.items("risks", riskKeys())) {
                var row = values(item);
                var read = item.read(() -> Optional.ofNullable(RiskValues.read(List.of(row))));
                if (read.isPresent()) risks.add(row);
            }
            root.read(() ->
                    checked(root.textOrEmpty("name"), root.textOrEmpty("note"), overlays, risks));
        }
        yaml.requireNoProblems();
        return checked(name, note, overlays, risks);
    }

    /**
     * The scenario that a form says.
     *
     * @param overlays the fields of each change, {@code kind} among them
     * @param risks those of each risk; none for the usual
     * @throws ScenarioException naming the field
     */
    public static Scenario read(
            String name,
            String note,
            List<Map<String, String>> overlays,
            List<Map<String, String>> risks,
            Currency currency) {
        return checked(
                name,
                note,
                overlays.stream().map(one -> OverlayValues.read(one, currency)).toList(),
                risks);
    }

    /**
     * The same with the usual risks.
     *
     * @throws ScenarioException naming the field
     */
    public static Scenario read(
            String name, String note, List<Map<String, String>> overlays, Currency currency) {
        return read(name, note, overlays, List.of(), currency);
    }

    private static Scenario checked(
            String name, String note, List<Overlay> overlays, List<Map<String, String>> risks) {
        var said = name.strip();
        if (said.isEmpty() || unfit(said, NAME)) throw ScenarioException.text("name");
        if (unfit(note.strip(), NOTE)) throw ScenarioException.text("note");
        if (overlays.size() > MOST) throw ScenarioException.text("overlays");
        if (risks.size() > MOST) throw ScenarioException.text("risks");
        var named = new HashSet<String>();
        for (var overlay : overlays) {
            var own =
                    switch (overlay) {
                        case Overlay.BusinessUnit unit -> unit.name();
                        case Overlay.OrganisationModel model -> model.model();
                        default -> null;
                    };
            if (own != null && !named.add(overlay.kind() + " " + own)) {
                throw ScenarioException.twice(own);
            }
        }
        return new Scenario(said, note.strip(), overlays, RiskValues.read(risks));
    }

    private static boolean unfit(String text, int longest) {
        return text.codePointCount(0, text.length()) > longest
                || text.codePoints().anyMatch(Character::isISOControl);
    }

    private static @Nullable String field(DomainException refused) {
        return refused instanceof ScenarioException own ? own.field() : null;
    }

    private static List<String> keys() {
        var keys = new LinkedHashSet<String>();
        keys.add("kind");
        Arrays.stream(OverlayKind.values())
                .flatMap(kind -> kind.fields().stream())
                .forEach(one -> keys.add(one.code()));
        return List.copyOf(keys);
    }

    private static List<String> riskKeys() {
        var keys = new LinkedHashSet<String>();
        keys.add("kind");
        for (var field : RiskField.values()) keys.add(field.code());
        return List.copyOf(keys);
    }

    private static Map<String, String> values(Item item) {
        var values = new LinkedHashMap<String, String>();
        for (var key : item.keys()) values.put(key, item.textOrEmpty(key));
        return values;
    }

    /** The fields of each change of a scenario, for a form. */
    public static List<Map<String, String>> values(Scenario scenario, Currency currency) {
        return scenario.overlays().stream().map(one -> OverlayValues.write(one, currency)).toList();
    }

    /** The text of a scenario; reading it gives the same one. */
    public static String write(Scenario scenario, Currency currency) {
        var text = new StringBuilder();
        text.append("name: ").append(quoted(scenario.name())).append('\n');
        if (!scenario.note().isEmpty()) {
            text.append("note: ").append(quoted(scenario.note())).append('\n');
        }
        text.append(rows("overlays", values(scenario, currency)));
        if (scenario.risks() != null)
            text.append(rows("risks", RiskValues.write(scenario.risks())));
        return text.toString();
    }

    private static String rows(String key, List<Map<String, String>> rows) {
        if (rows.isEmpty()) return key + ": []\n";
        var text = new StringBuilder(key).append(":\n");
        for (var values : rows) {
            var pairs =
                    values.entrySet().stream()
                            .map(one -> one.getKey() + ": " + quoted(one.getValue()))
                            .toList();
            text.append("  - {").append(String.join(", ", pairs)).append("}\n");
        }
        return text.toString();
    }

    /** A double-quoted scalar. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
