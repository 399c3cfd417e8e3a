package id.patungan.parties;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * A figure to be recorded.
 *
 * @param party code of the party
 * @param indicator 1 to 40 of {@code A-Z a-z 0-9 _ -}, beginning with a letter
 * @param value exact, at most 26 digits before the point and 12 after
 * @param unit such as {@code jiwa}, {@code km2}, {@code ton}
 * @param source who says so, in which paper
 * @param revenueBasis for a declared revenue: budget or realisation; null for other figures
 */
public record NewIndicatorValue(
        String party,
        String indicator,
        int year,
        BigDecimal value,
        String unit,
        String source,
        @Nullable LocalDate sourceDate,
        @Nullable RevenueBasis revenueBasis) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");

    /** Checks and trims; the value loses trailing zeros. */
    public NewIndicatorValue {
        party = Texts.required(PartyField.PARTY, party, 32);
        indicator =
                Texts.code(
                        PartyField.INDICATOR,
                        indicator,
                        FORM,
                        "1 to 40 of A-Z a-z 0-9 _ -, beginning with a letter");
        if (year < 1900 || year > 2999) {
            throw PartiesException.badForm(PartyField.YEAR, Integer.toString(year), "1900 to 2999");
        }
        value = plain(value);
        if (value.scale() > 12 || value.precision() - value.scale() > 26) {
            throw PartiesException.badForm(
                    PartyField.VALUE,
                    value.toPlainString(),
                    "at most 26 digits before the decimal point and 12 after it");
        }
        unit = Texts.required(PartyField.UNIT, unit, 40);
        source = Texts.required(PartyField.SOURCE, source, 300);
    }

    /** A figure that is no declared revenue. */
    public NewIndicatorValue(
            String party,
            String indicator,
            int year,
            BigDecimal value,
            String unit,
            String source,
            @Nullable LocalDate sourceDate) {
        this(party, indicator, year, value, unit, source, sourceDate, null);
    }

    static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
