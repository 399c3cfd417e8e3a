package id.patungan.allocation;

import id.patungan.allocation.Shares.Share;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;

import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/**
 * The stable text forms of shares, for programs and for a terminal. The same shares always give the
 * same bytes. Amounts are plain decimals in main units; quotas reduced fractions.
 */
public final class SharesFormat {

    private SharesFormat() {}

    /** One line of JSON, as interfaces promise it; the trace is part of it. */
    public static String json(Shares shares) {
        var json = new StringBuilder("{");
        field(json, "total", plain(shares.total())).append(',');
        field(json, "currency", shares.total().currency().getCurrencyCode()).append(',');
        list(json, "shares", shares.shares(), SharesFormat::shareJson).append(',');
        list(json, "trace", shares.trace(), SharesFormat::stepJson);
        return json.append("}\n").toString();
    }

    /** {@code party,name,quota,bound,rounding,share}, one line per party. */
    public static String csv(Shares shares) {
        var csv = new StringBuilder();
        var format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
        try {
            format.printRecord(csv, "party", "name", "quota", "bound", "rounding", "share");
            for (var share : shares.shares()) {
                var bound = share.bound();
                format.printRecord(
                        csv,
                        share.party(),
                        share.name(),
                        share.quota(),
                        bound == null ? "" : bound.code(),
                        plain(share.rounding()),
                        plain(share.share()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }

    /** A table for a terminal, with the total below. */
    public static String text(Shares shares) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("party", "name", "quota", "bound", "rounding", "share"));
        for (var share : shares.shares()) {
            var bound = share.bound();
            rows.add(
                    List.of(
                            share.party(),
                            share.name(),
                            share.quota().toString(),
                            bound == null ? "" : bound.code(),
                            plain(share.rounding()),
                            plain(share.share())));
        }
        var currency = shares.total().currency().getCurrencyCode();
        rows.add(List.of("total", "", "", "", currency, plain(shares.total())));
        return table(rows, 2);
    }

    /** The trace as sentences with a table under each. */
    public static String trace(Shares shares, Locale locale) {
        var text = new StringBuilder();
        text.append(steps(shares.trace(), locale));
        text.append('\n');
        for (var share : shares.shares()) {
            text.append(share.party())
                    .append(": ")
                    .append(TraceText.of(share.reason(), locale))
                    .append('\n');
        }
        return text.toString();
    }

    /** Only the steps that report or warn, as sentences with a table under each. */
    public static String reports(Shares shares, Locale locale) {
        var marked =
                shares.trace().stream()
                        .filter(step -> step.step().mark() != TraceStep.Mark.NONE)
                        .toList();
        return steps(marked, locale);
    }

    static String steps(List<TraceStep> steps, Locale locale) {
        var text = new StringBuilder();
        for (var step : steps) {
            text.append('\n').append(step.place()).append(": ").append(TraceText.of(step, locale));
            text.append('\n');
            var rows = new ArrayList<List<String>>();
            for (var line : step.lines()) {
                var figure = line.figure();
                rows.add(
                        List.of(
                                "  " + line.party(),
                                figure == null ? "" : figure.toShortText(),
                                line.result().toShortText()));
            }
            text.append(table(rows, 1));
        }
        return text.toString();
    }

    static void shareJson(StringBuilder json, Share share) {
        var bound = share.bound();
        json.append('{');
        field(json, "party", share.party()).append(',');
        field(json, "name", share.name()).append(',');
        field(json, "quota", share.quota().toString()).append(',');
        field(json, "share", plain(share.share())).append(',');
        field(json, "bound", bound == null ? null : bound.code()).append(',');
        field(json, "rounding", plain(share.rounding())).append('}');
    }

    static void stepJson(StringBuilder json, TraceStep step) {
        json.append('{');
        field(json, "place", step.place()).append(',');
        field(json, "step", step.step().code()).append(',');
        if (step.step().mark() != TraceStep.Mark.NONE) {
            field(json, "mark", step.step().mark().code()).append(',');
        }
        field(json, "amount", step.amount().toString()).append(',');
        list(
                        json,
                        "arguments",
                        step.arguments(),
                        (text, argument) -> string(text, argument.toString()))
                .append(',');
        field(json, "text", TraceText.of(step, Locale.ENGLISH)).append(',');
        list(json, "lines", step.lines(), SharesFormat::lineJson).append('}');
    }

    private static void lineJson(StringBuilder json, TraceStep.Line line) {
        Fraction figure = line.figure();
        json.append('{');
        field(json, "party", line.party()).append(',');
        field(json, "figure", figure == null ? null : figure.toString()).append(',');
        field(json, "result", line.result().toString()).append('}');
    }

    static StringBuilder field(StringBuilder json, String name, @Nullable String value) {
        string(json, name);
        json.append(':');
        if (value == null) {
            return json.append("null");
        }
        string(json, value);
        return json;
    }

    static <T> StringBuilder list(
            StringBuilder json, String name, List<T> items, BiConsumer<StringBuilder, T> item) {
        string(json, name);
        json.append(":[");
        for (var number = 0; number < items.size(); number++) {
            json.append(number == 0 ? "" : ",");
            item.accept(json, items.get(number));
        }
        return json.append(']');
    }

    static void string(StringBuilder json, String value) {
        json.append('"');
        for (var at = 0; at < value.length(); at++) {
            var letter = value.charAt(at);
            if (letter == '"' || letter == '\\') {
                json.append('\\').append(letter);
            } else if (letter < ' ' || (Character.isSurrogate(letter) && !paired(value, at))) {
                json.append(String.format("\\u%04x", (int) letter));
            } else {
                json.append(letter);
            }
        }
        json.append('"');
    }

    private static boolean paired(String value, int at) {
        return Character.isHighSurrogate(value.charAt(at))
                ? at + 1 < value.length() && Character.isLowSurrogate(value.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(value.charAt(at - 1));
    }

    /** Columns up to {@code left} start at the left, the others end at the right. */
    static String table(List<List<String>> rows, int left) {
        if (rows.isEmpty()) {
            return "";
        }
        var widths = new int[rows.getFirst().size()];
        for (var row : rows) {
            for (var column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        var text = new StringBuilder();
        for (var row : rows) {
            var line = new StringBuilder();
            for (var column = 0; column < widths.length; column++) {
                var gap = " ".repeat(widths[column] - row.get(column).length());
                line.append(column == 0 ? "" : "  ")
                        .append(column < left ? row.get(column) + gap : gap + row.get(column));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    static String plain(Money amount) {
        return amount.toDecimal().toPlainString();
    }
}
