package id.patungan.parties;

import id.patungan.basics.AmountReader.Grammar;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Reads figures of indicators, which unlike amounts may have any number of decimals. A text that
 * can be read in two ways ({@code 573.749} is an area in London and a population in Jakarta) is
 * never decided by a guess.
 */
final class FigureReader {

    private static final Pattern PLAIN = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
    private static final int LONGEST = 64;

    private FigureReader() {}

    /** In a file whose numbers are declared to be written so. */
    static BigDecimal inFile(String text, Grammar grammar) {
        var value = text.strip();
        var number =
                switch (grammar) {
                    case PLAIN -> plain(value);
                    case INDONESIAN -> grouped(value, '.', ',');
                    case ENGLISH -> grouped(value, ',', '.');
                };
        if (number == null) {
            throw PartiesException.notAFigure(value);
        }
        return number;
    }

    /** Typed by a person: both grammars are tried, and two different readings are refused. */
    static BigDecimal typed(String text) {
        var value = text.strip().replace('\u2212', '-');
        var indonesian = grouped(value, '.', ',');
        var english = grouped(value, ',', '.');
        if (indonesian != null && english != null && indonesian.compareTo(english) != 0) {
            // Written back so that each can be typed: without grouping, or with one more decimal
            var whole = indonesian.max(english);
            var broken = indonesian.min(english);
            throw PartiesException.ambiguousFigure(
                    value, whole.toPlainString(), broken.toPlainString() + "0");
        }
        if (indonesian != null) {
            return indonesian;
        }
        if (english != null) {
            return english;
        }
        throw PartiesException.notAFigure(value);
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
