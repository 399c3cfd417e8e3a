package id.patungan.basics;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads numbers with any count of decimals, which unlike amounts belong to no currency: figures of
 * indicators, exchange rates. A text that can be read in two ways has two readings ({@code 573.749}
 * is an area in London and a population in Jakarta); whoever asks refuses it then, never guesses.
 */
public final class DecimalReader {

    private static final Pattern PLAIN = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
    private static final int LONGEST = 64;

    private DecimalReader() {}

    /** In a text whose numbers are declared to be written so; empty if it is no number. */
    public static Optional<BigDecimal> read(String text, AmountReader.Grammar grammar) {
        var value = text.strip();
        return Optional.ofNullable(
                switch (grammar) {
                    case PLAIN -> plain(value);
                    case INDONESIAN -> grouped(value, '.', ',');
                    case ENGLISH -> grouped(value, ',', '.');
                });
    }

    /**
     * What a text of unknown origin can mean in the Indonesian or the English grammar: nothing, one
     * number or two, the larger first.
     */
    public static List<BigDecimal> readings(String text) {
        var value = text.strip().replace('\u2212', '-');
        var indonesian = grouped(value, '.', ',');
        var english = grouped(value, ',', '.');
        if (indonesian == null) {
            return english == null ? List.of() : List.of(english);
        }
        if (english == null || indonesian.compareTo(english) == 0) {
            return List.of(indonesian);
        }
        return List.of(indonesian.max(english), indonesian.min(english));
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
        return plain(at < 0 ? whole : whole + "." + value.substring(at + 1));
    }

    private static @Nullable BigDecimal plain(String value) {
        return value.length() <= LONGEST && PLAIN.matcher(value).matches()
                ? new BigDecimal(value)
                : null;
    }
}
