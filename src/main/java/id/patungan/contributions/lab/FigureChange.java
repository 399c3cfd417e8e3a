package id.patungan.contributions.lab;

import id.patungan.basics.Fraction;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** What somebody types to change a figure: {@code 450000}, {@code 450.000} or {@code +10%}. */
final class FigureChange {

    private static final Pattern PERCENT =
            Pattern.compile("([+-])\\s*([0-9]{1,6}(?:[.,][0-9]{1,6})?)\\s*%");
    private static final Pattern PLAIN = Pattern.compile("[0-9]{1,15}(?:\\.[0-9]{1,6})?");

    /** Nine thousand in Jakarta, nine in London. */
    private static final Pattern EITHER = Pattern.compile("[1-9][0-9]{0,2}[.,][0-9]{3}");

    private static final Pattern INDONESIAN =
            Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{3})*,[0-9]{1,6}|[0-9]{1,3}(?:\\.[0-9]{3}){2,}");
    private static final Pattern ENGLISH =
            Pattern.compile(
                    "[0-9]{1,3}(?:,[0-9]{3}){2,}(?:\\.[0-9]{1,6})?|[0-9]{1,3},[0-9]{3}\\.[0-9]{1,6}");

    private FigureChange() {}

    /**
     * The figure after the change, exact.
     *
     * @param before null if there is none
     * @throws LabException if the text is no change, or nothing is there to change by percent
     */
    static Fraction apply(NewComparison.Change change, @Nullable Fraction before, int year) {
        var text = change.change().strip();
        var percent = PERCENT.matcher(text);
        if (percent.matches()) {
            if (before == null) {
                throw LabException.noFigure(change.party(), change.indicator(), year);
            }
            var by = Fraction.of(new BigDecimal(percent.group(2).replace(',', '.')));
            var factor = percent.group(1).equals("-") ? by.negated() : by;
            var after = before.times(Fraction.HUNDRED.plus(factor).percent());
            if (after.signum() < 0) {
                throw LabException.notAChange(text);
            }
            return after;
        }
        if (EITHER.matcher(text).matches()) {
            throw LabException.ambiguous(text);
        }
        if (PLAIN.matcher(text).matches()) {
            return Fraction.of(new BigDecimal(text));
        }
        if (INDONESIAN.matcher(text).matches()) {
            return Fraction.of(new BigDecimal(text.replace(".", "").replace(',', '.')));
        }
        if (ENGLISH.matcher(text).matches()) {
            return Fraction.of(new BigDecimal(text.replace(",", "")));
        }
        throw LabException.notAChange(text);
    }
}
