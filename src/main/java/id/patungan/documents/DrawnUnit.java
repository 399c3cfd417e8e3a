package id.patungan.documents;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What the figures of a drawing count in: thousands, millions or billions of the currency, so that
 * a figure stays short, or plain numbers.
 *
 * @param powerOfTen in main units: 0, 3, 6 or 9
 * @param digits decimals of the smallest unit
 * @param money whether it counts money
 */
record DrawnUnit(int powerOfTen, int digits, boolean money, PaperFormats formats) {

    /** For amounts from {@code low} to {@code high}, in minor units. */
    static DrawnUnit amounts(long low, long high, int minorDigits, PaperFormats formats) {
        var digits =
                BigDecimal.valueOf(Math.max(high, Math.negateExact(low))).precision() - minorDigits;
        var power = digits <= 4 ? 0 : digits <= 7 ? 3 : digits <= 10 ? 6 : 9;
        return new DrawnUnit(power, minorDigits, true, formats);
    }

    /** For numbers with so many decimals. */
    static DrawnUnit numbers(int decimals, PaperFormats formats) {
        return new DrawnUnit(0, decimals, false, formats);
    }

    /** In the drawing's unit with at most one decimal, half away from zero. */
    String figure(long value) {
        var figure = inUnit(value).setScale(1, RoundingMode.HALF_UP);
        var whole = figure.stripTrailingZeros();
        return formats.number(whole.scale() <= 0 ? whole.setScale(0) : figure);
    }

    /** A level of the axis, exact. */
    String tick(long value) {
        var exact = inUnit(value).stripTrailingZeros();
        return formats.number(exact.scale() <= 0 ? exact.setScale(0) : exact);
    }

    /** In the drawing's unit, or in full when that would make it zero. */
    String shown(long value) {
        var figure = figure(value);
        return value != 0 && figure.equals(figure(0)) ? full(value) : figure;
    }

    /** With a sign also above zero. */
    String signed(long value) {
        return value > 0 ? "+" + shown(value) : shown(value);
    }

    /** With all decimals: what a table says. */
    String plain(long value) {
        return money
                ? formats.amount(value)
                : formats.number(BigDecimal.valueOf(value).movePointLeft(digits));
    }

    private String full(long value) {
        return money ? formats.money(value) : plain(value);
    }

    private BigDecimal inUnit(long value) {
        return BigDecimal.valueOf(value).movePointLeft(powerOfTen + digits);
    }
}
