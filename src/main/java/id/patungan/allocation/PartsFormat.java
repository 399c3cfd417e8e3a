package id.patungan.allocation;

import static id.patungan.allocation.SharesFormat.field;
import static id.patungan.allocation.SharesFormat.list;
import static id.patungan.allocation.SharesFormat.plain;
import static id.patungan.allocation.SharesFormat.table;

import id.patungan.basics.Money;

import org.apache.commons.csv.CSVFormat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The stable text forms of what is made from shares: instalments, settlements, lines of a budget.
 * In the manner of {@link SharesFormat}.
 */
public final class PartsFormat {

    private PartsFormat() {}

    /** {@code party,name,share,1,2,…}: what falls due each time. */
    public static String csv(Instalments instalments) {
        return csv(rows(instalments));
    }

    /** A table for a terminal, with what falls due in all below. */
    public static String text(Shares shares, Instalments instalments) {
        var rows = new ArrayList<>(rows(instalments));
        var total = new ArrayList<>(List.of("total", "", plain(shares.total())));
        instalments.totals().forEach(amount -> total.add(plain(amount)));
        rows.add(total);
        return table(rows, 2);
    }

    /** The shares, with their instalments and what falls due in all each time. */
    public static String json(Shares shares, Instalments instalments) {
        var json = open(shares);
        list(
                json,
                "instalments",
                instalments.rows(),
                (text, row) -> {
                    text.append('{');
                    field(text, "party", row.party()).append(',');
                    amounts(text, "amounts", row.amounts());
                    text.append('}');
                });
        json.append(',');
        amounts(json, "due", instalments.totals());
        return json.append("}\n").toString();
    }

    private static List<List<String>> rows(Instalments instalments) {
        var rows = new ArrayList<List<String>>();
        var header = new ArrayList<>(List.of("party", "name", "share"));
        IntStream.rangeClosed(1, instalments.totals().size())
                .forEach(number -> header.add(String.valueOf(number)));
        rows.add(header);
        for (var row : instalments.rows()) {
            var cells = new ArrayList<>(List.of(row.party(), row.name(), plain(row.share())));
            row.amounts().forEach(amount -> cells.add(plain(amount)));
            rows.add(cells);
        }
        return rows;
    }

    /** {@code party,name,share,provisional,difference}. */
    public static String csv(TrueUp trueUp) {
        return csv(rows(trueUp));
    }

    /** A table for a terminal, with the sums below. */
    public static String text(Shares shares, TrueUp trueUp) {
        var rows = new ArrayList<>(rows(trueUp));
        var before = shares.total().minus(trueUp.total());
        rows.add(List.of("total", "", plain(shares.total()), plain(before), plain(trueUp.total())));
        return table(rows, 2);
    }

    /** The shares, with what is still to pay or to give back. */
    public static String json(Shares shares, TrueUp trueUp) {
        var json = open(shares);
        list(
                json,
                "settlement",
                trueUp.rows(),
                (text, row) -> {
                    text.append('{');
                    field(text, "party", row.party()).append(',');
                    field(text, "name", row.name()).append(',');
                    field(text, "share", plain(row.share())).append(',');
                    field(text, "provisional", plain(row.provisional())).append(',');
                    field(text, "difference", plain(row.difference())).append('}');
                });
        json.append(',');
        field(json, "settled", plain(trueUp.total()));
        return json.append("}\n").toString();
    }

    private static List<List<String>> rows(TrueUp trueUp) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("party", "name", "share", "provisional", "difference"));
        for (var row : trueUp.rows()) {
            rows.add(
                    List.of(
                            row.party(),
                            row.name(),
                            plain(row.share()),
                            plain(row.provisional()),
                            plain(row.difference())));
        }
        return rows;
    }

    /** {@code line,party,name,quota,bound,rounding,share}, one row per line and party. */
    public static String csv(LineShares shares) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("line", "party", "name", "quota", "bound", "rounding", "share"));
        for (var line : shares.lines()) {
            for (var share : line.shares()) {
                var bound = share.bound();
                rows.add(
                        List.of(
                                line.line(),
                                share.party(),
                                share.name(),
                                share.quota().toString(),
                                bound == null ? "" : bound.code(),
                                plain(share.rounding()),
                                plain(share.share())));
            }
        }
        return csv(rows);
    }

    /** A table for a terminal: parties down, lines across, totals at both edges. */
    public static String text(LineShares shares) {
        var rows = new ArrayList<List<String>>();
        var header = new ArrayList<>(List.of("party", "name"));
        shares.lines().forEach(line -> header.add(line.line()));
        header.add("total");
        rows.add(header);
        for (var place = 0; place < shares.totals().size(); place++) {
            var party = shares.totals().get(place);
            var row = new ArrayList<>(List.of(party.party(), party.name()));
            for (var line : shares.lines()) {
                row.add(plain(line.shares().get(place).share()));
            }
            row.add(plain(party.share()));
            rows.add(row);
        }
        var total = new ArrayList<>(List.of("total", ""));
        shares.lines().forEach(line -> total.add(plain(line.total())));
        total.add(plain(shares.total()));
        rows.add(total);
        return table(rows, 2);
    }

    /** One line of JSON: the lines, what each party pays, and how it was worked out. */
    public static String json(LineShares shares) {
        var json = new StringBuilder("{");
        field(json, "total", plain(shares.total())).append(',');
        field(json, "currency", shares.total().currency().getCurrencyCode()).append(',');
        list(
                json,
                "lines",
                shares.lines(),
                (text, line) -> {
                    text.append('{');
                    field(text, "line", line.line()).append(',');
                    field(text, "total", plain(line.total())).append(',');
                    list(text, "shares", line.shares(), SharesFormat::shareJson).append(',');
                    list(text, "trace", line.trace(), SharesFormat::stepJson).append('}');
                });
        json.append(',');
        list(
                json,
                "totals",
                shares.totals(),
                (text, party) -> {
                    text.append('{');
                    field(text, "party", party.party()).append(',');
                    field(text, "name", party.name()).append(',');
                    field(text, "share", plain(party.share())).append('}');
                });
        json.append(',');
        list(json, "trace", shares.trace(), SharesFormat::stepJson);
        return json.append("}\n").toString();
    }

    /** The traces of all lines, or of their sum. */
    public static String trace(LineShares shares, Locale locale) {
        return steps(shares, locale, _ -> true);
    }

    /** Only the steps that report or warn. */
    public static String reports(LineShares shares, Locale locale) {
        return steps(shares, locale, step -> step.step().mark() != TraceStep.Mark.NONE);
    }

    private static String steps(LineShares shares, Locale locale, Predicate<TraceStep> wanted) {
        var text = new StringBuilder();
        text.append(SharesFormat.steps(shares.trace().stream().filter(wanted).toList(), locale));
        for (var line : shares.lines()) {
            var steps = line.trace().stream().filter(wanted).toList();
            if (!steps.isEmpty()) {
                text.append('\n').append(line.line()).append('\n');
                text.append(SharesFormat.steps(steps, locale));
            }
        }
        return text.toString();
    }

    /** The JSON of shares, left open for more fields. */
    private static StringBuilder open(Shares shares) {
        var json = SharesFormat.json(shares);
        return new StringBuilder(json.substring(0, json.lastIndexOf('}'))).append(',');
    }

    private static void amounts(StringBuilder json, String name, List<Money> amounts) {
        list(json, name, amounts, (text, amount) -> SharesFormat.string(text, plain(amount)));
    }

    private static String csv(List<List<String>> rows) {
        var csv = new StringBuilder();
        var format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
        try {
            for (var row : rows) {
                format.printRecord(csv, row.toArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }
}
