package id.patungan.forecasting.scenarios;

import id.patungan.basics.AmountReader;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The fields of one change as text, read strictly. Amounts are in main units of the book's currency
 * with a point.
 */
final class OverlayValues {

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2199;
    private static final int LONGEST = 80;

    private final Map<String, String> values;
    private final OverlayKind kind;
    private final Currency currency;

    private OverlayValues(Map<String, String> values, OverlayKind kind, Currency currency) {
        this.values = values;
        this.kind = kind;
        this.currency = currency;
    }

    /**
     * The change that the fields say, {@code kind} among them.
     *
     * @throws ScenarioException naming the field, what it says and what it takes
     */
    static Overlay read(Map<String, String> values, Currency currency) {
        var said = values.getOrDefault("kind", "");
        var kind = OverlayKind.of(said).orElseThrow(() -> ScenarioException.kind(said));
        for (var key : values.keySet()) {
            var known =
                    key.equals("kind")
                            || kind.fields().stream().anyMatch(one -> one.code().equals(key));
            if (!known) throw ScenarioException.field(kind, key);
        }
        return kind.read(new OverlayValues(values, kind, currency));
    }

    /** The fields of a change, {@code kind} first; what is left empty is not there. */
    static Map<String, String> write(Overlay overlay, Currency currency) {
        var values = new LinkedHashMap<String, String>();
        values.put("kind", overlay.kind());
        switch (overlay) {
            case Overlay.DonorExit(var party, var after) ->
                    put(values, "party", party, "after", after);
            case Overlay.AwardEnd(var award, var after) ->
                    put(values, "award", award, "after", after);
            case Overlay.MemberDefault(var party, var from, var percent) ->
                    put(values, "party", party, "from", from, "percent", percent);
            case Overlay.LatePayment(var party, var months) ->
                    put(values, "party", party, "months", months);
            case Overlay.LegislatureDelay(var year, var months) ->
                    put(values, "year", year, "months", months);
            case Overlay.Withdrawal(var party, var from, var left) ->
                    put(values, "party", party, "from", from, "left", left.code());
            case Overlay.DuesGrowth(var year, var percent) ->
                    put(values, "year", year, "percent", percent);
            case Overlay.DuesChange(var party, var from, var percent) ->
                    put(values, "party", party, "from", from, "percent", percent);
            case Overlay.Inflation(var year, var percent) ->
                    put(values, "year", year, "percent", percent);
            case Overlay.CostChange(var account, var from, var percent) ->
                    put(
                            values,
                            "account",
                            account.isEmpty() ? null : account,
                            "from",
                            from,
                            "percent",
                            percent);
            case Overlay.ExchangeRate(var code, var from, var percent) ->
                    put(values, "currency", code, "from", from, "percent", percent);
            case Overlay.BusinessUnit unit ->
                    put(
                            values,
                            "name",
                            unit.name(),
                            "from",
                            unit.from(),
                            "income",
                            plain(unit.income(), currency),
                            "cost",
                            plain(unit.cost(), currency),
                            "ramp",
                            unit.ramp(),
                            "probability",
                            unit.probability());
            case Overlay.OrganisationModel(var model, var from) ->
                    put(values, "model", model, "from", from);
            case Overlay.Reserve(var from, var amount) ->
                    put(values, "from", from, "amount", plain(amount, currency));
        }
        return values;
    }

    private static void put(Map<String, String> values, @Nullable Object... pairs) {
        for (int at = 0; at < pairs.length; at += 2) {
            var value = pairs[at + 1];
            if (value != null) values.put(String.valueOf(pairs[at]), shown(value));
        }
    }

    private static String shown(Object value) {
        return value instanceof Fraction fraction ? fraction.toShortText() : value.toString();
    }

    private static String plain(long amount, Currency currency) {
        return new Money(currency, amount).toDecimal().toPlainString();
    }

    @Nullable String textOrNull(OverlayField field) {
        var text = values.getOrDefault(field.code(), "").strip();
        if (text.isEmpty()) return null;
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw ScenarioException.value(kind, field, text, "long");
        }
        return text;
    }

    String text(OverlayField field) {
        var text = textOrNull(field);
        if (text == null) throw ScenarioException.value(kind, field, "", "missing");
        return text;
    }

    String account(OverlayField field) {
        var text = textOrNull(field);
        if (text == null) return "";
        if (!text.matches("5[0-9]{0,4}")) {
            throw ScenarioException.value(kind, field, text, "account");
        }
        return text;
    }

    YearMonth month(OverlayField field) {
        var text = text(field);
        try {
            var month = YearMonth.parse(text);
            if (month.getYear() >= FIRST_YEAR && month.getYear() <= LAST_YEAR) return month;
        } catch (DateTimeException unreadable) {
            throw ScenarioException.value(kind, field, text, "month");
        }
        throw ScenarioException.value(kind, field, text, "month");
    }

    int year(OverlayField field) {
        return count(field, FIRST_YEAR, LAST_YEAR);
    }

    int count(OverlayField field, int least, int most) {
        var text = text(field);
        if (!text.matches("[0-9]{1,6}")
                || Integer.parseInt(text) < least
                || Integer.parseInt(text) > most) {
            throw ScenarioException.value(kind, field, text, "count", least, most);
        }
        return Integer.parseInt(text);
    }

    Fraction percent(OverlayField field, int least, int most) {
        var text = text(field);
        var number = text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
        return Fraction.tryParse(number.replace(',', '.'))
                .filter(one -> one.compareTo(Fraction.of(least)) >= 0)
                .filter(one -> one.compareTo(Fraction.of(most)) <= 0)
                .orElseThrow(
                        () -> ScenarioException.value(kind, field, text, "percent", least, most));
    }

    long amount(OverlayField field) {
        var text = text(field);
        if (AmountReader.read(text, currency, AmountReader.Grammar.PLAIN)
                        instanceof AmountReader.Read(var money)
                && !money.isNegative()) {
            return money.minorUnits();
        }
        throw ScenarioException.value(kind, field, text, "amount");
    }

    String currency(OverlayField field) {
        var text = text(field).toUpperCase(Locale.ROOT);
        if (!text.matches("[A-Z]{3}")) throw ScenarioException.value(kind, field, text, "currency");
        return text;
    }

    <E extends Enum<E>> E choice(OverlayField field, E[] choices) {
        var text = text(field);
        for (var one : choices) {
            if (one.name().toLowerCase(Locale.ROOT).equals(text)) return one;
        }
        throw ScenarioException.value(kind, field, text, "choice");
    }
}
