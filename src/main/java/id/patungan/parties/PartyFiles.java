package id.patungan.parties;

import id.patungan.basics.AmountReader.Grammar;
import id.patungan.basics.DomainException;
import id.patungan.basics.InputException;
import id.patungan.basics.Problem;
import id.patungan.ledger.Books;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.CsvFile;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Parties and indicators from CSV files: all rows or none, every problem named with its line and
 * column, and a second run of the same file adds nothing.
 */
@Service
public class PartyFiles {

    static final List<String> PARTY_REQUIRED = List.of("code", "name", "kind");
    static final List<String> PARTY_OPTIONAL =
            List.of(
                    "addressee",
                    "address",
                    "email",
                    "note",
                    "member_from",
                    "member_until",
                    "member_class",
                    "voting");
    static final List<String> INDICATOR_REQUIRED =
            List.of("party", "indicator", "year", "value", "unit", "source");
    static final List<String> INDICATOR_OPTIONAL = List.of("source_date", "revenue_basis");

    private final Parties parties;
    private final Members members;
    private final Indicators indicators;
    private final Books books;

    PartyFiles(Parties parties, Members members, Indicators indicators, Books books) {
        this.parties = parties;
        this.members = members;
        this.indicators = indicators;
        this.books = books;
    }

    /**
     * Imports parties: {@code code,name,kind}, optional {@code addressee,address,email,note} and
     * for members {@code member_from,member_until,member_class,voting}. The kind is {@code region},
     * {@code donor}, {@code vendor} or {@code other}; the name of a region may be empty.
     *
     * @param file the name of the file, as problems show it
     * @param dryRun checks everything and stores nothing
     * @throws InputException with every problem of the file; nothing is stored then
     */
    public Outcome importParties(Access access, String file, InputStream bytes, boolean dryRun) {
        return importParties(access, file, bytes, dryRun, new Findings());
    }

    Outcome importParties(
            Access access, String file, InputStream bytes, boolean dryRun, Findings findings) {
        access.require(Action.PREPARE);
        var rows = read(file, bytes, PARTY_REQUIRED, PARTY_OPTIONAL, findings, PartyFiles::party);
        repeated(rows, row -> row.wish().party().code(), PartyField.CODE);
        return stored(access, rows, findings, dryRun, () -> storeParties(access, rows));
    }

    private int storeParties(Access access, List<Row<PartyRow>> rows) {
        var codes = rows.stream().map(row -> row.wish().party().code()).toList();
        var known = parties.byCodes(access, codes);
        var seen = new HashSet<String>();
        var added = 0;
        for (var row : rows) {
            var wish = row.wish().party();
            if (!seen.add(wish.code())) {
                continue; // already a problem of the file
            }
            var existing = known.get(wish.code());
            var member = row.wish().member();
            var fine =
                    row.attempt(() -> {
                        if (existing == null) {
                            parties.store(access, wish);
                        } else {
                            Parties.requireSame(existing, wish);
                        }
                        if (member != null) {
                            members.admit(access, member);
                        }
                    });
            added += fine && existing == null ? 1 : 0;
        }
        return added;
    }

    /**
     * Imports indicators: {@code party,indicator,year,value,unit,source}, optional {@code
     * source_date}. A figure that differs from the one there becomes its next revision.
     *
     * @param numbers how values are written
     * @param dryRun checks everything and stores nothing
     * @throws InputException with every problem of the file; nothing is stored then
     */
    public Outcome importIndicators(
            Access access, String file, InputStream bytes, Grammar numbers, boolean dryRun) {
        return importIndicators(access, file, bytes, numbers, dryRun, new Findings());
    }

    Outcome importIndicators(
            Access access,
            String file,
            InputStream bytes,
            Grammar numbers,
            boolean dryRun,
            Findings findings) {
        access.require(Action.PREPARE);
        var rows =
                read(
                        file,
                        bytes,
                        INDICATOR_REQUIRED,
                        INDICATOR_OPTIONAL,
                        findings,
                        row -> figure(row, numbers));
        repeated(rows, row -> subject(row.wish()), PartyField.PARTY);
        return stored(access, rows, findings, dryRun, () -> storeFigures(access, rows));
    }

    private static String subject(NewIndicatorValue figure) {
        return figure.indicator() + "/" + figure.year() + "/" + figure.party();
    }

    private int storeFigures(Access access, List<Row<NewIndicatorValue>> rows) {
        var added = new int[1];
        for (var row : rows) {
            row.attempt(() -> added[0] += indicators.recordAll(access, List.of(row.wish())));
        }
        return added[0];
    }

    private static PartyRow party(CsvFile.Row row) {
        var wish =
                new NewParty(
                        row.text("code"),
                        Words.word(PartyField.KIND, row.text("kind"), PartyKind.class),
                        row.textOrNull("name"),
                        new Contact(
                                row.textOrNull("addressee"),
                                row.textOrNull("address"),
                                row.textOrNull("email"),
                                row.textOrNull("note")));
        var from = Words.dateOrNull(PartyField.MEMBER_FROM, row.text("member_from"));
        var member =
                from == null
                        ? null
                        : new NewMember(
                                wish.code(),
                                new Period(
                                        from,
                                        Words.dateOrNull(
                                                PartyField.MEMBER_UNTIL, row.text("member_until"))),
                                row.textOrNull("member_class"),
                                Words.yes(PartyField.VOTING, row.text("voting"), true),
                                null);
        return new PartyRow(wish, member);
    }

    private static NewIndicatorValue figure(CsvFile.Row row, Grammar numbers) {
        return new NewIndicatorValue(
                row.text("party"),
                row.text("indicator"),
                Words.year(row.text("year")),
                FigureReader.inFile(
                        Texts.required(PartyField.VALUE, row.text("value"), 200), numbers),
                row.text("unit"),
                row.text("source"),
                Words.dateOrNull(PartyField.SOURCE_DATE, row.text("source_date")),
                Words.basisOrNull(row.textOrNull("revenue_basis")));
    }

    private static <T> List<Row<T>> read(
            String file,
            InputStream bytes,
            List<String> required,
            List<String> optional,
            Findings findings,
            Function<CsvFile.Row, T> reader) {
        var rows = new ArrayList<Row<T>>();
        try (var csv = new CsvFile(file, bytes, required, optional, findings.problems::add)) {
            for (var row : csv) {
                try {
                    rows.add(new Row<>(row, reader.apply(row), findings));
                } catch (PartiesException refused) {
                    findings.note(row, refused);
                }
            }
        }
        return rows;
    }

    private static <T> void repeated(
            List<Row<T>> rows, Function<Row<T>, String> key, PartyField field) {
        var lines = new HashMap<String, Integer>();
        for (var row : rows) {
            var first = lines.putIfAbsent(key.apply(row), row.csv().line());
            if (first != null) {
                row.findings()
                        .note(row.csv(), PartiesException.repeated(field, key.apply(row), first));
            }
        }
    }

    private Outcome stored(
            Access access,
            List<? extends Row<?>> rows,
            Findings findings,
            boolean dryRun,
            Supplier<Integer> work) {
        var before = List.copyOf(findings.problems);
        try {
            return books.write(
                    access.body(),
                    () -> {
                        // A repeated unit of work must not repeat the problems of the one before
                        findings.problems.clear();
                        findings.problems.addAll(before);
                        var outcome = new Outcome(rows.size(), work.get(), !dryRun);
                        if (!findings.problems.isEmpty()) {
                            findings.problems.sort(
                                    Comparator.comparingInt(Problem::line)
                                            .thenComparingInt(Problem::column));
                            throw new InputException(findings.problems);
                        }
                        if (dryRun) {
                            throw new Rehearsed(outcome);
                        }
                        return outcome;
                    });
        } catch (Rehearsed rehearsed) {
            return rehearsed.outcome;
        }
    }

    /**
     * What an import did, or would do.
     *
     * @param rows in the file
     * @param added what was not there before
     * @param stored false if nothing was to be stored
     */
    public record Outcome(int rows, int added, boolean stored) {}

    private record PartyRow(NewParty party, @Nullable NewMember member) {}

    private record Row<T>(CsvFile.Row csv, T wish, Findings findings) {

        /** Whether the work was not refused; a refusal becomes a problem of this row. */
        boolean attempt(Runnable work) {
            try {
                work.run();
                return true;
            } catch (DomainException refused) {
                findings.note(csv, refused);
                return false;
            }
        }
    }

    /** What is wrong with a file, and the refusals behind it, which a page can translate. */
    static final class Findings {

        private final List<Problem> problems = new ArrayList<>();
        private final Map<Problem, DomainException> refusals = new HashMap<>();

        /** The refusal that became this problem; none if the form of the file is wrong. */
        Optional<DomainException> refusal(Problem problem) {
            return Optional.ofNullable(refusals.get(problem));
        }

        private void note(CsvFile.Row row, DomainException refused) {
            var field = refused instanceof PartiesException own ? own.field() : null;
            var message = String.valueOf(refused.getMessage());
            if (field == null) {
                row.problem(refused.code(), message);
            } else {
                row.problem(field.column(), refused.code(), message);
            }
            refusals.put(problems.getLast(), refused);
        }
    }

    /** Ends the unit of work of a dry run, so that the database forgets it. */
    private static final class Rehearsed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Outcome outcome;

        Rehearsed(Outcome outcome) {
            super("rehearsed", null, false, false);
            this.outcome = outcome;
        }
    }
}
