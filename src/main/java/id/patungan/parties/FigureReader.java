package id.patungan.parties;

import id.patungan.basics.AmountReader.Grammar;
import id.patungan.basics.DecimalReader;

import java.math.BigDecimal;

/** Reads figures of indicators; what can be read in two ways is refused, never guessed. */
final class FigureReader {

    private FigureReader() {}

    /** In a file whose numbers are declared to be written so. */
    static BigDecimal inFile(String text, Grammar grammar) {
        return DecimalReader.read(text, grammar)
                .orElseThrow(() -> PartiesException.notAFigure(text.strip()));
    }

    /** Typed by a person: both grammars are tried, and two different readings are refused. */
    static BigDecimal typed(String text) {
        var readings = DecimalReader.readings(text);
        var value = text.strip().replace('\u2212', '-');
        if (readings.isEmpty()) {
            throw PartiesException.notAFigure(value);
        }
        if (readings.size() > 1) {
            // Written back so that each can be typed: without grouping, or with one more decimal
            throw PartiesException.ambiguousFigure(
                    value,
                    readings.getFirst().toPlainString(),
                    readings.getLast().toPlainString() + "0");
        }
        return readings.getFirst();
    }
}
