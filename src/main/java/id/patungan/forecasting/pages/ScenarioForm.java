package id.patungan.forecasting.pages;

import id.patungan.basics.AmountFormat;
import id.patungan.basics.AmountReader;
import id.patungan.basics.DomainException;
import id.patungan.basics.Money;
import id.patungan.forecasting.scenarios.OverlayField;
import id.patungan.forecasting.scenarios.OverlayKind;
import id.patungan.forecasting.scenarios.RiskField;
import id.patungan.forecasting.scenarios.RiskKind;
import id.patungan.forecasting.scenarios.RiskValues;
import id.patungan.forecasting.scenarios.Scenario;
import id.patungan.forecasting.scenarios.ScenarioException;
import id.patungan.forecasting.scenarios.ScenarioFile;
import id.patungan.forecasting.simulation.SimulationException;
import id.patungan.platform.FormErrors;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A scenario as it is typed: its name and note, its changes and its risks as rows of fields. The
 * fields of the third change are sent as {@code c2.kind}, {@code c2.from} and so on, and have the
 * ids {@code c2-kind}, {@code c2-from}; those of a risk {@code r2.kind}.
 */
final class ScenarioForm {

    /** Begins the names of the fields of changes. */
    static final String CHANGE = "c";

    /** Begins the names of the fields of risks. */
    static final String RISK = "r";

    private static final int MOST = 100;

    private final String name;
    private final String note;
    private final String key;
    private final String seen;
    private final List<Map<String, String>> rows;
    private final List<Map<String, String>> risks;

    private ScenarioForm(
            String name,
            String note,
            String key,
            String seen,
            List<Map<String, String>> rows,
            List<Map<String, String>> risks) {
        this.name = name;
        this.note = note;
        this.key = key;
        this.seen = seen;
        this.rows = new ArrayList<>(rows);
        this.risks = new ArrayList<>(risks);
    }

    /** As it was sent. */
    static ScenarioForm sent(Map<String, String> sent) {
        return new ScenarioForm(
                sent.getOrDefault("name", ""),
                sent.getOrDefault("note", ""),
                sent.getOrDefault("key", ""),
                sent.getOrDefault("seen", ""),
                rows(
                        sent,
                        CHANGE,
                        Stream.of(OverlayField.values()).map(OverlayField::code).toList()),
                rows(sent, RISK, Stream.of(RiskField.values()).map(RiskField::code).toList()));
    }

    private static List<Map<String, String>> rows(
            Map<String, String> sent, String prefix, List<String> fields) {
        var rows = new ArrayList<Map<String, String>>();
        for (int at = 0; at < MOST && sent.containsKey(prefix + at + ".kind"); at++) {
            var row = new LinkedHashMap<String, String>();
            row.put("kind", sent.getOrDefault(prefix + at + ".kind", ""));
            for (var field : fields) {
                var text = sent.get(prefix + at + "." + field);
                if (text != null) row.put(field, text.strip());
            }
            rows.add(row);
        }
        return rows;
    }

    /** What is kept, as people of a language write it. */
    static ScenarioForm of(
            Scenario scenario, int seen, String key, Currency currency, Locale language) {
        var rows =
                ScenarioFile.values(scenario, currency).stream()
                        .map(row -> written(row, currency, language))
                        .toList();
        var risks =
                RiskValues.write(scenario.risks()).stream()
                        .map(row -> written(row, language))
                        .toList();
        return new ScenarioForm(
                scenario.name(), scenario.note(), key, Integer.toString(seen), rows, risks);
    }

    private static Map<String, String> written(
            Map<String, String> row, Currency currency, Locale language) {
        var written = new LinkedHashMap<String, String>();
        row.forEach((field, text) -> {
            var shown =
                    switch (field) {
                        case "percent", "probability" -> typed(text, language);
                        case "income", "cost", "amount" ->
                                AmountFormat.amount(
                                        Money.of(currency, new BigDecimal(text)), language);
                        default -> text;
                    };
            written.put(field, shown);
        });
        return written;
    }

    private static Map<String, String> written(Map<String, String> row, Locale language) {
        var written = new LinkedHashMap<>(row);
        for (var field : RiskField.values()) {
            if (field.number())
                written.computeIfPresent(field.code(), (_, text) -> typed(text, language));
        }
        return written;
    }

    /** An exact number as people type it: without marks between thousands. */
    private static String typed(String exact, Locale language) {
        var mark = DecimalFormatSymbols.getInstance(language).getDecimalSeparator();
        return exact.replace('.', mark);
    }

    /** Adds a risk. */
    void add(RiskKind kind) {
        if (risks.size() >= MOST) return;
        var row = new LinkedHashMap<String, String>();
        row.put("kind", kind.code());
        for (var field : kind.fields()) row.put(field.code(), "");
        risks.add(row);
    }

    /** Takes a risk out. */
    void removeRisk(String number) {
        remove(risks, number);
    }

    /** Adds a change with what is known of it. */
    void add(OverlayKind kind, Map<String, String> known) {
        if (rows.size() >= MOST) return;
        var row = new LinkedHashMap<String, String>();
        row.put("kind", kind.code());
        for (var field : kind.fields()) {
            row.put(field.code(), known.getOrDefault(field.code(), ""));
        }
        rows.add(row);
    }

    /** Takes a change out; one that is not there is nothing to take out. */
    void remove(String number) {
        remove(rows, number);
    }

    private static void remove(List<Map<String, String>> rows, String number) {
        if (!number.matches("[0-9]{1,3}")) return;
        var at = Integer.parseInt(number);
        if (at < rows.size()) rows.remove(at);
    }

    /**
     * The scenario that it says; empty if something is wrong, which is noted at its field.
     *
     * @param keep whether it needs its name
     */
    Optional<Scenario> read(boolean keep, Currency currency, FormErrors errors) {
        var overlays = new ArrayList<Map<String, String>>();
        for (int at = 0; at < rows.size(); at++) {
            var row = plain(rows.get(at), currency);
            if (read(at, row, currency, errors)) overlays.add(row);
        }
        for (int at = 0; at < risks.size(); at++) read(at, risks.get(at), errors);
        var about = errors.any() ? List.<Map<String, String>>of() : overlays;
        try {
            var uncertain = errors.any() ? List.<Map<String, String>>of() : risks;
            var scenario =
                    ScenarioFile.read(
                            keep || !name.isBlank() ? name : "x", note, about, uncertain, currency);
            return errors.any() ? Optional.empty() : Optional.of(scenario);
        } catch (ScenarioException refused) {
            var field = refused.field();
            errors.add("kind".equals(field) ? id(RISK, 0, field) : field, refused);
            return Optional.empty();
        } catch (SimulationException refused) {
            errors.add(id(RISK, 0, null), refused);
            return Optional.empty();
        }
    }

    /** Each change as a scenario of its own, in the order of the rows; all of them can be read. */
    List<Scenario> singles(Currency currency) {
        return rows.stream()
                .map(row -> ScenarioFile.read("x", "", List.of(plain(row, currency)), currency))
                .toList();
    }

    private static void read(int at, Map<String, String> row, FormErrors errors) {
        try {
            RiskValues.read(List.of(row));
        } catch (ScenarioException refused) {
            errors.add(id(RISK, at, refused.field()), refused);
        } catch (SimulationException refused) {
            errors.add(id(RISK, at, null), refused);
        }
    }

    private static boolean read(
            int at, Map<String, String> row, Currency currency, FormErrors errors) {
        try {
            ScenarioFile.read("x", "", List.of(row), currency);
            return true;
        } catch (ScenarioException refused) {
            errors.add(id(CHANGE, at, refused.field()), refused);
            return false;
        }
    }

    /** Amounts as files have them; what can be read in two ways stays as it is, and is refused. */
    private static Map<String, String> plain(Map<String, String> row, Currency currency) {
        var plain = new LinkedHashMap<String, String>();
        row.forEach((field, text) -> {
            var amount = List.of("income", "cost", "amount").contains(field);
            if (amount
                    && AmountReader.read(text, currency) instanceof AmountReader.Read(var money)) {
                plain.put(field, money.toDecimal().toPlainString());
            } else {
                plain.put(field, text);
            }
        });
        return plain;
    }

    /** The id of a field of a row; of the row itself if it is no field. */
    static String id(String prefix, int at, @Nullable String field) {
        return prefix + at + "-" + (field == null ? "kind" : field);
    }

    /** Notes a refusal at the change that was refused. */
    static void refused(FormErrors errors, int at, DomainException refusal) {
        errors.add(id(CHANGE, at, null), refusal);
    }

    public String name() {
        return name;
    }

    public String note() {
        return note;
    }

    public String key() {
        return key;
    }

    public String seen() {
        return seen;
    }

    /** The version that it was made from; 0 if it cannot be read. */
    int version() {
        return seen.matches("[0-9]{1,6}") ? Integer.parseInt(seen) : 0;
    }

    /** The changes; those of an unknown kind have no fields. */
    public List<Map<String, String>> rows() {
        return List.copyOf(rows);
    }

    /** The risks; those of an unknown kind have no fields. */
    public List<Map<String, String>> risks() {
        return List.copyOf(risks);
    }

    /** The kind of a change; null if there is none of its code. */
    public @Nullable OverlayKind kind(Map<String, String> row) {
        return OverlayKind.of(row.getOrDefault("kind", "")).orElse(null);
    }
}
