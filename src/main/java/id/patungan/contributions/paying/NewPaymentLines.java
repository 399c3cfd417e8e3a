package id.patungan.contributions.paying;

import id.patungan.basics.FundCode;
import id.patungan.contributions.Basis;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

/**
 * The wish for a version of the payment lines of a party.
 *
 * @param party its code
 * @param effectiveFrom charges issued from that day on are divided by it
 * @param fund the only fund for whose charges it holds; null: all that have no lines of their own
 * @param document the paper of the party that says so
 * @param lines in the order in which units are settled
 * @param basis what they rest on; null: they stand in the document
 */
public record NewPaymentLines(
        String party,
        LocalDate effectiveFrom,
        @Nullable FundCode fund,
        @Nullable String document,
        List<PaymentLine> lines,
        @Nullable Basis basis) {

    /** So many units can carry the charges of a party. */
    public static final int MOST_LINES = 20;

    private static final int LONGEST_DOCUMENT = 200;
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    /**
     * Looks at what can be seen without the book.
     *
     * @throws PayingException if the parts do not add up, or a unit stands twice
     */
    public NewPaymentLines {
        lines = List.copyOf(lines);
        document = PayingException.optional("document", document, LONGEST_DOCUMENT);
        if (effectiveFrom.getYear() < 1900 || effectiveFrom.getYear() > 2999) {
            throw PayingException.notADay(effectiveFrom.toString());
        }
        if (lines.isEmpty()) throw PayingException.noLines();
        if (lines.size() > MOST_LINES) throw PayingException.tooMany(lines.size(), MOST_LINES);
        var units = new HashSet<String>();
        for (var line : lines) {
            if (!units.add(line.unit())) throw PayingException.unitTwice(line.unit());
        }
        requireParts(lines);
    }

    private static void requireParts(List<PaymentLine> lines) {
        var rests = 0;
        var sum = BigDecimal.ZERO;
        for (var line : lines) {
            var weight = line.weight();
            if (weight == null) rests++;
            else sum = sum.add(weight);
        }
        if (rests > 1) throw PayingException.twoRests();
        if (rests == 1 && sum.compareTo(HUNDRED) >= 0) {
            throw PayingException.nothingLeft(sum.stripTrailingZeros().toPlainString());
        }
    }
}
