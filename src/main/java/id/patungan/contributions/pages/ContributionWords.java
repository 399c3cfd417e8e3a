package id.patungan.contributions.pages;

import id.patungan.basics.AmountFormat;
import id.patungan.basics.AmountInWords;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;
import id.patungan.contributions.AssessmentRun;
import id.patungan.contributions.BookNames;
import id.patungan.contributions.Sheet;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How figures of charges are written on pages; {@code @contributionWords} in templates. */
@Component("contributionWords")
class ContributionWords {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?(/[0-9]+)?");
    private static final Set<String> COLUMNS =
            Set.of("indicator", "indicator-power", "scaled-sum", "rate");
    private static final int QUOTA_DECIMALS = 6;
    private static final int PERCENT_DECIMALS = 4;

    private final MessageSource messages;

    ContributionWords(MessageSource messages) {
        this.messages = messages;
    }

    /** An exact figure with six decimals; the exact one is in the data. */
    public String quota(String exact) {
        return quota(Fraction.parse(exact));
    }

    /** An exact figure with six decimals. */
    public String quota(Fraction exact) {
        return AmountFormat.number(exact.rounded(QUOTA_DECIMALS, RoundingMode.HALF_UP), locale());
    }

    /** A frozen amount in main units, such as {@code 1900000000.00}. */
    public String amount(String decimal) {
        return AmountFormat.number(new BigDecimal(decimal), locale());
    }

    /** What rounding added: {@code +1}, {@code 0}. */
    public String rounding(String decimal) {
        var value = new BigDecimal(decimal).stripTrailingZeros();
        if (value.signum() == 0) return "0";
        var plain = value.scale() < 0 ? value.setScale(0) : value;
        return (plain.signum() > 0 ? "+" : "") + AmountFormat.number(plain, locale());
    }

    /** A figure that a rule divided by, or the word that it looked up. */
    public String figure(String value) {
        return isWord(value) ? value : AmountFormat.number(Fraction.parse(value), locale());
    }

    private static boolean isWord(String value) {
        return !NUMBER.matcher(value).matches();
    }

    /** Part of a whole in percent, four decimals. */
    public String percent(String part, String whole) {
        var percent =
                Fraction.of(new BigDecimal(part))
                        .times(Fraction.HUNDRED)
                        .dividedBy(Fraction.of(new BigDecimal(whole)));
        return AmountFormat.percent(percent, PERCENT_DECIMALS, locale());
    }

    /** A number with its own decimals: {@code 37,5}. */
    public String number(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        return AmountFormat.number(plain.scale() < 0 ? plain.setScale(0) : plain, locale());
    }

    /** One decimal and the sign: {@code 78,5%}. */
    public String percent(BigDecimal percent) {
        return AmountFormat.number(percent, locale()) + "%";
    }

    /** By how much a share changed, in percent; empty where there was none the year before. */
    public String change(AssessmentRun.Change change) {
        var before = change.before();
        if (before == null || before.isZero()) return "";
        var percent =
                Fraction.of(change.more().toDecimal())
                        .times(Fraction.HUNDRED)
                        .dividedBy(Fraction.of(before.toDecimal()));
        return (change.more().minorUnits() > 0 ? "+" : "")
                + AmountFormat.percent(percent, 2, locale());
    }

    /** An amount in words. */
    public String words(Money amount) {
        return AmountInWords.of(amount, locale());
    }

    /** The indicators that stand on a sheet. */
    public SequencedSet<String> indicators(Sheet sheet) {
        var found = new TreeSet<String>();
        for (var row : sheet.rows()) {
            found.addAll(row.figures().keySet());
        }
        return found;
    }

    /** The sum of a column of the sheet; empty if a party has no figure. */
    public String total(Sheet sheet, String indicator) {
        var sum = Fraction.ZERO;
        for (var row : sheet.rows()) {
            var figure = row.figures().get(indicator);
            if (figure == null || isWord(figure.value())) return "";
            sum = sum.plus(Fraction.parse(figure.value()));
        }
        return AmountFormat.number(sum, locale());
    }

    /** The name of an indicator, by its own code if the bundles have none. */
    public String indicator(String code) {
        return String.valueOf(
                messages.getMessage("contributions.indicator." + code, null, code, locale()));
    }

    /** Sums of the columns of a sheet that are amounts. */
    public Sums sums(Sheet sheet) {
        var down = BigDecimal.ZERO;
        var rounding = BigDecimal.ZERO;
        var share = BigDecimal.ZERO;
        var remainder = Fraction.ZERO;
        for (var row : sheet.rows()) {
            down = down.add(new BigDecimal(row.down()));
            rounding = rounding.add(new BigDecimal(row.rounding()));
            share = share.add(new BigDecimal(row.share()));
            remainder = remainder.plus(Fraction.parse(row.remainder()));
        }
        return new Sums(
                down.toPlainString(),
                remainder.toString(),
                rounding.toPlainString(),
                share.toPlainString(),
                share.compareTo(new BigDecimal(sheet.total())) == 0);
    }

    /**
     * The foot of a sheet.
     *
     * @param ties whether the shares add to what was divided
     */
    record Sums(String down, String remainder, String rounding, String share, boolean ties) {}

    /** A step of the division in words. */
    public String step(Sheet.Step step) {
        var arguments = new ArrayList<Object>();
        for (var at = 0; at < step.arguments().size(); at++) {
            var text = step.arguments().get(at);
            arguments.add(isParty(step, at) ? text : at == 0 ? figures(step, text) : shown(text));
        }
        return messages.getMessage(
                "allocation.trace." + step.step(), arguments.toArray(), locale());
    }

    /** The columns of figures that a step begins with by their names, as rule files add them up. */
    private String figures(Sheet.Step step, String text) {
        if (!COLUMNS.contains(step.step())) return shown(text);
        return Stream.of(text.split(" \\+ ", -1))
                .map(column -> {
                    var parts = column.split(" / ", 2);
                    var name = column(parts[0]);
                    return parts.length == 1 ? name : name + " / " + shown(parts[1]);
                })
                .collect(Collectors.joining(" + "));
    }

    private String column(String code) {
        return String.valueOf(
                messages.getMessage("allocation.indicator." + code, null, code, locale()));
    }

    /** Codes of parties look like numbers and must not be written as such. */
    private static boolean isParty(Sheet.Step step, int at) {
        return step.step().equals("only") || (step.step().equals("remainder") && at == 1);
    }

    private static String shown(String text) {
        return Fraction.tryParse(text)
                .map(value -> AmountFormat.number(value, locale()))
                .orElse(text);
    }

    /** The name of a code in a list, or the code itself. */
    public String name(List<BookNames.Named> names, String code) {
        return names.stream()
                .filter(named -> named.code().equals(code))
                .map(named -> named.name(locale()))
                .findFirst()
                .orElse(code);
    }

    /** A choice of a form: code and name. */
    public String choice(BookNames.Named named) {
        var name = named.name(locale());
        return name.equals(named.code()) ? name : named.code() + " · " + name;
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
