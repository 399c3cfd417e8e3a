package id.patungan.contributions.stages;

import id.patungan.basics.DateReader;
import id.patungan.basics.InputException;
import id.patungan.basics.Problem;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.CsvFile;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * Holidays from a CSV file: all rows or none, every problem named with its line and column, and a
 * second run of the same file adds nothing.
 */
@Service
public class HolidayFile {

    static final String DAY = "day";
    static final List<String> COLUMNS = List.of(DAY, "name", "name_en", "source");

    private final Holidays holidays;

    HolidayFile(Holidays holidays) {
        this.holidays = holidays;
    }

    /**
     * What an import did, or would do.
     *
     * @param rows in the file
     * @param added what was not there before
     * @param stored false if nothing was to be stored
     */
    public record Outcome(int rows, int added, boolean stored) {}

    /** A holiday and where it stands. */
    record Line(Holiday holiday, CsvFile.Row row) {

        Problem problem(StagesException refused) {
            return at(row, DAY, refused);
        }
    }

    /**
     * Imports {@code day,name,name_en,source}; the day is written like 2006-12-31 or 31/12/2006.
     *
     * @param name of the file, as problems show it
     * @param dryRun checks everything and stores nothing
     * @throws InputException with every problem of the file; nothing is stored then
     */
    public Outcome read(Access access, String name, InputStream bytes, boolean dryRun) {
        access.require(Action.PREPARE);
        var problems = new ArrayList<Problem>();
        var lines = new ArrayList<Line>();
        var rows = 0;
        try (var csv = new CsvFile(name, bytes, COLUMNS, List.of(), problems::add)) {
            var first = new HashMap<LocalDate, Integer>();
            for (var row : csv) {
                rows++;
                var holiday = holiday(row, problems);
                if (holiday == null) continue;
                var earlier = first.putIfAbsent(holiday.day(), row.line());
                if (earlier != null) {
                    problems.add(
                            said(
                                    row,
                                    DAY,
                                    "stages.day-twice",
                                    "%s stands on line %d already"
                                            .formatted(holiday.day(), earlier),
                                    List.of(holiday.day().toString(), earlier.toString())));
                    continue;
                }
                lines.add(new Line(holiday, row));
            }
        }
        if (rows == 0 && problems.isEmpty()) {
            problems.add(
                    new Problem(
                            name,
                            1,
                            0,
                            "file.no-rows",
                            "the file has a heading and no row",
                            new Problem.Said("stages.problem.no-rows", List.of())));
        }
        var added = holidays.addAll(access, lines, problems, dryRun);
        return new Outcome(rows, added, !dryRun);
    }

    private static @Nullable Holiday holiday(CsvFile.Row row, List<Problem> problems) {
        LocalDate day = null;
        try {
            day = Days.plausible(DateReader.read(row.text(DAY)));
        } catch (StagesException refused) {
            problems.add(at(row, DAY, refused));
        } catch (IllegalArgumentException unreadable) {
            problems.add(
                    said(
                            row,
                            DAY,
                            "stages.not-a-date",
                            String.valueOf(unreadable.getMessage()),
                            List.of(row.text(DAY))));
        }
        var fine = day != null;
        for (var column : COLUMNS.subList(1, COLUMNS.size())) {
            var most = column.equals("source") ? Holiday.LONGEST_SOURCE : Holiday.LONGEST_NAME;
            var length = row.text(column).length();
            if (length == 0 || length > most) {
                problems.add(
                        said(
                                row,
                                column,
                                "stages.text",
                                "%s needs a text of 1 to %d characters".formatted(column, most),
                                List.of(column, Integer.toString(most))));
                fine = false;
            }
        }
        return fine && day != null
                ? new Holiday(day, row.text("name"), row.text("name_en"), row.text("source"))
                : null;
    }

    private static Problem at(CsvFile.Row row, String column, StagesException refused) {
        return said(
                row,
                column,
                refused.code(),
                String.valueOf(refused.getMessage()),
                refused.arguments().stream().map(String::valueOf).toList(),
                "refusal." + refused.code());
    }

    private static Problem said(
            CsvFile.Row row, String column, String code, String message, List<String> arguments) {
        return said(
                row, column, code, message, arguments, code.replace("stages.", "stages.problem."));
    }

    private static Problem said(
            CsvFile.Row row,
            String column,
            String code,
            String message,
            List<String> arguments,
            String key) {
        var plain = row.problemAt(column, code, message);
        return new Problem(
                plain.file(),
                plain.line(),
                plain.column(),
                code,
                message,
                new Problem.Said(key, arguments));
    }

    static List<Problem> inOrder(List<Problem> problems) {
        return problems.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }
}
