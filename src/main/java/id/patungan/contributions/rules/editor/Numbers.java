package id.patungan.contributions.rules.editor;

import id.patungan.basics.AmountFormat;
import id.patungan.basics.AmountReader;
import id.patungan.basics.Fraction;
import id.patungan.contributions.rules.editor.Spec.Input;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The figures of a form: typed as people write them, stored as rule files do. Amounts are read by
 * {@link AmountReader}; other figures may have any number of decimals. A figure that could be two
 * is asked about, except where one of the two cannot be: nobody pays 33,333 percent.
 */
record Numbers(Currency currency, Locale locale) {

    private static final int LONGEST = 64;
    private static final Pattern RATIO = Pattern.compile("-?[0-9]+/[0-9]*[1-9][0-9]*");
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    /** What a text says. */
    sealed interface Read {
        /** As rule files write it: {@code 33.333}. */
        record Figure(String text) implements Read {}

        /** One of these, in main units; ask which. */
        record Ambiguous(BigDecimal larger, BigDecimal smaller) implements Read {}

        /** No figure. */
        record Unreadable() implements Read {}
    }

    Read read(String typed, Input input) {
        var text = typed.strip().replace('\u2212', '-');
        if (RATIO.matcher(text).matches() && text.length() <= LONGEST) {
            return new Read.Figure(text);
        }
        if (input == Input.AMOUNT) {
            switch (AmountReader.read(text, currency, locale)) {
                case AmountReader.Read(var amount) -> {
                    return figure(amount.toDecimal());
                }
                case AmountReader.Ambiguous(var readings) -> {
                    return new Read.Ambiguous(readings.getFirst(), readings.getLast());
                }
                case AmountReader.Unreadable(var reason) -> {
                    if (reason != AmountReader.Reason.TOO_FINE) return new Read.Unreadable();
                }
            }
        }
        if (input == Input.RATE && text.endsWith("%")) {
            return number(text.substring(0, text.length() - 1).strip(), Input.PERCENT)
                            instanceof Read.Figure(var percent)
                    ? new Read.Figure(percent + "%")
                    : new Read.Unreadable();
        }
        if (input == Input.PERCENT && text.endsWith("%")) {
            text = text.substring(0, text.length() - 1).strip();
        }
        return number(text, input);
    }

    private Read number(String text, Input input) {
        var indonesian = grouped(text, '.', ',');
        var english = grouped(text, ',', '.');
        if (indonesian == null || english == null) {
            var only = indonesian == null ? english : indonesian;
            return only == null ? new Read.Unreadable() : figure(only);
        }
        if (indonesian.compareTo(english) == 0) {
            return figure(indonesian);
        }
        var larger = indonesian.max(english);
        var smaller = indonesian.min(english);
        if (input == Input.PERCENT && larger.compareTo(BigDecimal.valueOf(100)) > 0) {
            return figure(smaller);
        }
        var own = locale.getLanguage().equals("id") ? indonesian : english;
        return own.compareTo(larger) == 0 ? figure(own) : new Read.Ambiguous(larger, smaller);
    }

    private static Read figure(BigDecimal value) {
        return new Read.Figure(Fraction.of(value).toShortText());
    }

    private static @Nullable BigDecimal grouped(String value, char group, char decimal) {
        if (value.length() > LONGEST) {
            return null;
        }
        var at = value.indexOf(decimal);
        var whole = at < 0 ? value : value.substring(0, at);
        if (whole.indexOf(group) >= 0) {
            if (!whole.matches("-?[1-9][0-9]{0,2}(\\" + group + "[0-9]{3})+")) {
                return null;
            }
            whole = whole.replace(String.valueOf(group), "");
        }
        var plain = at < 0 ? whole : whole + "." + value.substring(at + 1);
        return PLAIN.matcher(plain).matches() ? new BigDecimal(plain) : null;
    }

    /** As the language writes it, so that it is read back as the same figure. */
    String shown(String written, Input input) {
        var figure = Fraction.tryParse(written);
        if (figure.isEmpty()) {
            return written;
        }
        var decimal = figure.get().toDecimal();
        if (decimal.isEmpty()) {
            return figure.get().toString();
        }
        var value = decimal.get();
        var grouped = AmountFormat.number(value, locale);
        var point = locale.getLanguage().equals("id") ? ',' : '.';
        var plain = value.toPlainString().replace('.', point);
        var same = new Read.Figure(figure.get().toShortText());
        for (var text : List.of(grouped, grouped + "0", plain, plain + "0")) {
            if (read(text, input).equals(same)) {
                return text;
            }
        }
        return value.toPlainString();
    }
}
