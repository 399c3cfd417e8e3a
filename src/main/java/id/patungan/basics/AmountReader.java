package id.patungan.basics;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The one strict reader of amounts in text. It knows the Indonesian grammar ({@code 1.900.000,50})
 * and the English one ({@code 1,900,000.50}), multipliers ({@code 1,9 miliar}, {@code 500rb}) and
 * the marks around amounts ({@code Rp. 1.900.000,-}). A text that can be read in two ways is never
 * decided by a guess: {@code 9.350} is nine thousand in Jakarta and nine in London.
 *
 * <p>{@link java.text.NumberFormat} is not used: in Indonesian it reads {@code 1900000.50} as 190
 * million and finds nothing wrong.
 */
public final class AmountReader {

    private static final int LONGEST = 64;

    /** Words behind a number, with the power of ten they stand for. */
    private static final Map<String, Integer> MULTIPLIERS =
            Map.ofEntries(
                    Map.entry("rb", 3),
                    Map.entry("ribu", 3),
                    Map.entry("thousand", 3),
                    Map.entry("jt", 6),
                    Map.entry("juta", 6),
                    Map.entry("million", 6),
                    Map.entry("miliar", 9),
                    Map.entry("milyar", 9),
                    Map.entry("billion", 9),
                    Map.entry("triliun", 12),
                    Map.entry("trilyun", 12),
                    Map.entry("trillion", 12));

    /** Marks that people write for a currency, beside its code. */
    private static final Map<String, String> MARKS =
            Map.of("rp", "IDR", "€", "EUR", "euro", "EUR", "us$", "USD");

    private static final Pattern FREE =
            Pattern.compile(
                    "(?<minus>-)? ?(?<mark>Rp\\.?|€|US\\$|EURO?|[A-Z]{3})? ?(?<inner>-)?"
                            + "(?<number>[0-9][0-9.,]*?)(?<zero>,-|\\.-|,--|\\.--)?"
                            + "( ?(?<unit>[a-z]+))?( (?<after>rupiah|euro|[A-Z]{3}))?",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern PLAIN_DIGITS = Pattern.compile("0|[1-9][0-9]*");
    private static final Pattern PLAIN = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");

    private AmountReader() {}

    /** How amounts of a file are written, when that is known. */
    public enum Grammar {
        /** {@code 1900000.50}: digits, a decimal point, no grouping. */
        PLAIN("1900000.50, digits and a decimal point"),
        /** {@code 1.900.000,50}. */
        INDONESIAN("1.900.000,50"),
        /** {@code 1,900,000.50}. */
        ENGLISH("1,900,000.50");

        private final String example;

        Grammar(String example) {
            this.example = example;
        }
    }

    /** What became of a text. */
    public sealed interface Result {}

    /** It means exactly this. */
    public record Read(Money amount) implements Result {}

    /**
     * It can mean two things; ask which.
     *
     * @param readings in main units, the larger first
     */
    public record Ambiguous(List<BigDecimal> readings) implements Result {
        /** Takes a copy. */
        public Ambiguous {
            readings = List.copyOf(readings);
        }
    }

    /** It is no amount. */
    public record Unreadable(Reason reason) implements Result {}

    /** Why a text is no amount. */
    public enum Reason {
        /** Nothing is there. */
        EMPTY("is empty; enter an amount"),
        /** Something else than an amount. */
        NOT_AN_AMOUNT("is not an amount", "1.900.000,50 or 1900000.50"),
        /** Separators stand where no thousands end, or where none are allowed. */
        GROUPING("has separators that do not part thousands", "1.900.000,50"),
        /** More decimals than the currency has. */
        TOO_FINE("has more decimals than the currency"),
        /** More than can be counted. */
        TOO_LARGE("is too large"),
        /** The mark of another currency. */
        OTHER_CURRENCY("is in another currency");

        private final String english;
        private final @Nullable String example;

        Reason(String english) {
            this(english, null);
        }

        Reason(String english, @Nullable String example) {
            this.english = english;
            this.example = example;
        }

        /** For messages in English: what follows the text in question. */
        public String english() {
            return english + written(example);
        }

        /** The same where one grammar alone is read: the way out is an amount in that one. */
        public String english(Grammar grammar) {
            var reason =
                    this == GROUPING && grammar == Grammar.PLAIN
                            ? "has separators that are not read here"
                            : english;
            return reason + written(example == null ? null : grammar.example);
        }

        private static String written(@Nullable String example) {
            return example == null ? "" : "; write it like " + example;
        }
    }

    /** Reads text of unknown origin. */
    public static Result read(String text, Currency currency) {
        return free(text, currency, null);
    }

    /** Reads text written in a declared grammar; nothing but a sign and a number is allowed. */
    public static Result read(String text, Currency currency, Grammar grammar) {
        var value = text.strip();
        if (value.isEmpty()) {
            return new Unreadable(Reason.EMPTY);
        }
        if (value.length() > LONGEST) {
            return new Unreadable(Reason.TOO_LARGE);
        }
        var negative = value.startsWith("-");
        var number =
                switch (grammar) {
                    case PLAIN ->
                            PLAIN.matcher(value).matches() ? new BigDecimal(value).abs() : null;
                    case INDONESIAN -> grouped(unsigned(value), '.', ',');
                    case ENGLISH -> grouped(unsigned(value), ',', '.');
                };
        if (number == null) {
            return new Unreadable(
                    unsigned(value).matches("[0-9.,]+") ? Reason.GROUPING : Reason.NOT_AN_AMOUNT);
        }
        return money(negative ? number.negate() : number, currency);
    }

    /**
     * Reads what a person typed into a field shown in a language. Where the text can mean two
     * things, the grouping of that language decides: the field itself groups digits so. {@code
     * 9.350} is read on an Indonesian page and ambiguous on an English one.
     */
    public static Result read(String text, Currency currency, Locale locale) {
        return free(text, currency, locale);
    }

    /**
     * The amount, or a refusal that names the field and the way out.
     *
     * @throws InputException if the text is ambiguous or unreadable
     */
    public static Money require(String field, String text, Currency currency) {
        return require(field, text, read(text, currency));
    }

    /**
     * The amount written in a declared grammar, or a refusal whose way out is of that grammar.
     *
     * @throws InputException if the text is unreadable
     */
    public static Money require(String field, String text, Currency currency, Grammar grammar) {
        var result = read(text, currency, grammar);
        if (result instanceof Unreadable(var reason)) {
            throw new InputException(field, "'" + text + "' " + reason.english(grammar));
        }
        return require(field, text, result);
    }

    /**
     * The amount of a result, or a refusal that names the field and the way out.
     *
     * @throws InputException if the text is ambiguous or unreadable
     */
    public static Money require(String field, String text, Result result) {
        return switch (result) {
            case Read(var amount) -> amount;
            case Ambiguous(var readings) ->
                    throw new InputException(
                            field,
                            "'"
                                    + text
                                    + "' can mean "
                                    + readings.getFirst().toPlainString()
                                    + " or "
                                    + readings.getLast().toPlainString()
                                    + "; write one of these");
            case Unreadable(var reason) ->
                    throw new InputException(field, "'" + text + "' " + reason.english());
        };
    }

    private static Result free(String text, Currency currency, @Nullable Locale locale) {
        var value = text.strip().replace('\u00A0', ' ').replace('\u2212', '-');
        if (value.isEmpty()) {
            return new Unreadable(Reason.EMPTY);
        }
        if (value.length() > LONGEST) {
            return new Unreadable(Reason.TOO_LARGE);
        }
        var match = FREE.matcher(value);
        if (!match.matches() || (match.group("minus") != null && match.group("inner") != null)) {
            return new Unreadable(Reason.NOT_AN_AMOUNT);
        }
        for (var mark : new String[] {"mark", "after"}) {
            if (match.group(mark) != null && !means(match.group(mark), currency)) {
                return new Unreadable(Reason.OTHER_CURRENCY);
            }
        }
        var negative = match.group("minus") != null || match.group("inner") != null;
        var unit = match.group("unit");
        var zero = match.group("zero");
        if (unit != null && means(unit, currency)) {
            unit = null;
        }
        var power = unit == null ? Integer.valueOf(0) : MULTIPLIERS.get(lower(unit));
        if (unit != null && power == null && lower(unit).equals("m")) {
            return letterM(match.group("number"), match.group("mark") != null, negative, currency);
        }
        if (power == null || (unit != null && zero != null)) {
            return new Unreadable(Reason.NOT_AN_AMOUNT);
        }
        if (zero != null) {
            var comma = zero.startsWith(",");
            return single(
                    grouped(match.group("number"), comma ? '.' : ',', comma ? ',' : '.'),
                    true,
                    negative,
                    currency);
        }
        return number(match.group("number"), power, negative, currency, locale);
    }

    /**
     * {@code M} is miliar in Indonesian and million in English. A decimal comma, or Rp, says that
     * it is Indonesian.
     */
    private static Result letterM(
            String number, boolean marked, boolean negative, Currency currency) {
        if (currency.getCurrencyCode().equals("IDR") && (marked || number.contains(","))) {
            return number(number, 9, negative, currency, null);
        }
        var indonesian = grouped(number, '.', ',');
        var english = grouped(number, ',', '.');
        var either = indonesian == null ? english : indonesian;
        return either == null
                ? new Unreadable(Reason.GROUPING)
                : new Ambiguous(
                        List.of(
                                plain(signed(either.scaleByPowerOfTen(9), negative)),
                                plain(signed(either.scaleByPowerOfTen(6), negative))));
    }

    private static Result number(
            String number,
            int power,
            boolean negative,
            Currency currency,
            @Nullable Locale locale) {
        var indonesian = grouped(number, '.', ',');
        var english = grouped(number, ',', '.');
        if (indonesian == null && english == null) {
            return new Unreadable(Reason.GROUPING);
        }
        if (indonesian == null || english == null || indonesian.compareTo(english) == 0) {
            var only = indonesian == null ? english : indonesian;
            return single(
                    only == null ? null : only.scaleByPowerOfTen(power), false, negative, currency);
        }
        var larger = indonesian.max(english).scaleByPowerOfTen(power);
        var smaller = indonesian.min(english).scaleByPowerOfTen(power);
        if (locale != null && power == 0) {
            var own = locale.getLanguage().equals("id") ? indonesian : english;
            if (own.compareTo(larger) == 0) {
                return single(larger, false, negative, currency);
            }
        }
        return new Ambiguous(
                List.of(plain(signed(larger, negative)), plain(signed(smaller, negative))));
    }

    private static Result single(
            @Nullable BigDecimal number, boolean whole, boolean negative, Currency currency) {
        if (number == null || (whole && number.scale() > 0)) {
            return new Unreadable(Reason.GROUPING);
        }
        return money(signed(number, negative), currency);
    }

    private static Result money(BigDecimal number, Currency currency) {
        if (number.scale() > currency.getDefaultFractionDigits()) {
            return new Unreadable(Reason.TOO_FINE);
        }
        var minor = number.movePointRight(currency.getDefaultFractionDigits()).toBigInteger();
        return minor.bitLength() >= Long.SIZE
                ? new Unreadable(Reason.TOO_LARGE)
                : new Read(new Money(currency, minor.longValueExact()));
    }

    /** The number in that grammar, or null; grouping is either complete or absent. */
    private static @Nullable BigDecimal grouped(String number, char group, char decimal) {
        var at = number.indexOf(decimal);
        var whole = at < 0 ? number : number.substring(0, at);
        var decimals = at < 0 ? "" : number.substring(at + 1);
        if (at >= 0 && !decimals.matches("[0-9]+")) {
            return null;
        }
        if (whole.indexOf(group) >= 0) {
            if (!whole.matches("[1-9][0-9]{0,2}(\\" + group + "[0-9]{3})+")) {
                return null;
            }
            whole = whole.replace(String.valueOf(group), "");
        }
        if (!PLAIN_DIGITS.matcher(whole).matches()) {
            return null;
        }
        return new BigDecimal(decimals.isEmpty() ? whole : whole + "." + decimals);
    }

    private static boolean means(String mark, Currency currency) {
        var word = lower(mark.endsWith(".") ? mark.substring(0, mark.length() - 1) : mark);
        var code = word.equals("rupiah") ? "IDR" : MARKS.getOrDefault(word, word);
        return code.equalsIgnoreCase(currency.getCurrencyCode());
    }

    private static String unsigned(String value) {
        return value.startsWith("-") ? value.substring(1) : value;
    }

    private static BigDecimal signed(BigDecimal number, boolean negative) {
        return negative ? number.negate() : number;
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
