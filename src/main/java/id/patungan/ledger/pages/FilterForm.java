package id.patungan.ledger.pages;

import id.patungan.basics.AccountCode;
import id.patungan.basics.AmountReader;
import id.patungan.basics.DateReader;
import id.patungan.basics.FundCode;
import id.patungan.basics.Money;
import id.patungan.ledger.Filter;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The filters of a list as they stand in its address. What cannot be read does not fail the page:
 * it is left out, named, and can be taken out of the address.
 *
 * @param until the last day, which is in
 */
record FilterForm(
        @Nullable String from,
        @Nullable String until,
        @Nullable String account,
        @Nullable String fund,
        @Nullable String party,
        @Nullable String project,
        @Nullable String text,
        @Nullable String kind,
        @Nullable String known,
        @Nullable String page,
        @Nullable String size) {

    /** Days are shown as people type them, however the link wrote them. */
    FilterForm {
        from = typed(from);
        until = typed(until);
    }

    private static @Nullable String typed(@Nullable String text) {
        try {
            return text == null ? null : DateReader.typed(DateReader.read(text));
        } catch (IllegalArgumentException | java.time.DateTimeException unreadable) {
            return text;
        }
    }

    /** What was read, and what could not be. */
    record Reading(Filter filter, Map<String, String> problems) {}

    /** A filter in force, or a bad one; {@code without} is the address without it. */
    public record Chip(String label, String value, String without, @Nullable String problem) {}

    /** Every filter that was given, by its name in the address. */
    Map<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        put(given, "from", from);
        put(given, "until", until);
        put(given, "account", account);
        put(given, "fund", fund);
        put(given, "party", party);
        put(given, "project", project);
        put(given, "kind", kind);
        put(given, "text", text);
        put(given, "known", known);
        return given;
    }

    private static void put(Map<String, String> given, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            given.put(name, value.strip());
        }
    }

    /** Reads the filters, leaving out those that cannot be read. */
    Reading read(Currency currency) {
        var given = given();
        var problems = new LinkedHashMap<String, String>();
        var first = parse(given, "from", "journal.bad.date", problems, DateReader::read);
        var last = parse(given, "until", "journal.bad.date", problems, DateReader::read);
        if (first != null && last != null && last.isBefore(first)) {
            problems.put("until", "journal.bad.order");
        }
        var words = given.get("text");
        var filter =
                new Filter(
                        first,
                        last == null ? null : last.plusDays(1),
                        parse(given, "account", "journal.bad.code", problems, AccountCode::new),
                        parse(given, "fund", "journal.bad.code", problems, FundCode::new),
                        parse(given, "party", "journal.bad.code", problems, FilterForm::code),
                        parse(given, "project", "journal.bad.code", problems, FilterForm::code),
                        words,
                        words == null ? List.of() : amounts(words, currency),
                        parse(given, "kind", "journal.bad.code", problems, FilterForm::code),
                        null,
                        parse(given, "known", "journal.bad.number", problems, Long::valueOf),
                        whole(page, 1, Integer.MAX_VALUE),
                        whole(size, Filter.PAGE, Filter.LARGEST_PAGE));
        return new Reading(filter, problems);
    }

    private static <T> @Nullable T parse(
            Map<String, String> given,
            String name,
            String key,
            Map<String, String> problems,
            Function<String, T> parser) {
        var text = given.get(name);
        if (text == null) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | java.time.DateTimeException unreadable) {
            problems.put(name, key);
            return null;
        }
    }

    /** Codes are ASCII; the database cannot compare them with anything else. */
    private static String code(String text) {
        if (!text.matches("[!-~]{1,64}")) {
            throw new IllegalArgumentException("'" + text + "' is not a code");
        }
        return text;
    }

    private static int whole(@Nullable String text, int otherwise, int most) {
        if (text == null || !text.matches("[0-9]{1,8}")) {
            return otherwise;
        }
        return Math.clamp(Integer.parseInt(text), 1, most);
    }

    /** What a text may mean as an amount, in minor units without sign. */
    private static List<Long> amounts(String text, Currency currency) {
        return switch (AmountReader.read(text, currency)) {
            case AmountReader.Read(var amount) -> List.of(Math.abs(amount.minorUnits()));
            case AmountReader.Ambiguous(var readings) -> minor(readings, currency);
            case AmountReader.Unreadable unreadable -> List.of();
        };
    }

    private static List<Long> minor(List<BigDecimal> readings, Currency currency) {
        var amounts = new ArrayList<Long>();
        for (var reading : readings) {
            try {
                amounts.add(Math.abs(Money.of(currency, reading).minorUnits()));
            } catch (ArithmeticException tooFine) {
                // no line can have such an amount
            }
        }
        return amounts;
    }

    /** The address with these filters, without a page. */
    String address(String path) {
        var builder = UriComponentsBuilder.fromPath(path);
        given().forEach((name, value) -> builder.queryParam(name, "{" + name + "}"));
        return builder.encode().buildAndExpand(given()).toUriString();
    }

    /** One chip for each filter. */
    List<Chip> chips(String path, Map<String, String> problems) {
        var chips = new ArrayList<Chip>();
        var given = given();
        given.forEach((name, value) -> {
            var builder = UriComponentsBuilder.fromPath(path);
            given.keySet().stream()
                    .filter(other -> !other.equals(name))
                    .forEach(other -> builder.queryParam(other, "{" + other + "}"));
            chips.add(
                    new Chip(
                            "journal.filter." + name,
                            value,
                            builder.encode().buildAndExpand(given).toUriString(),
                            problems.get(name)));
        });
        return chips;
    }
}
