package id.patungan.statements;

import id.patungan.documents.PaperSignatory;
import id.patungan.documents.PdfPapers;
import id.patungan.statements.RegionStatement.Movement;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The paper: {@code reports/region-statement.jrxml}, A4 landscape, twelve columns. */
final class StatementPaper {

    private final RegionStatement statement;
    private final StatementTexts texts;

    StatementPaper(RegionStatement statement, StatementTexts texts) {
        this.statement = statement;
        this.texts = texts;
    }

    byte[] render(PdfPapers papers, @Nullable Made made) {
        return papers.render(
                "region-statement",
                texts.labels(),
                Map.of("text", composed(made)),
                rows(),
                new PdfPapers.Properties(
                        texts.title() + ", " + texts.period(),
                        statement.body().name(),
                        texts.formats().language(),
                        made == null ? statement.known().recordedAt() : made.at()));
    }

    private Map<String, @Nullable String> composed(@Nullable Made made) {
        var formats = texts.formats();
        var body = statement.body();
        var composed = new HashMap<String, @Nullable String>();
        composed.put("stamp", body.sample() ? texts.text("paper.stamp") : null);
        composed.put("kopName", body.name().toUpperCase(Locale.ROOT));
        for (int line = 1; line <= 2; line++) {
            composed.put(
                    "kopLine" + line,
                    line <= body.letterhead().size() ? body.letterhead().get(line - 1) : null);
        }
        composed.put("party", statement.party().name() + " (" + statement.party().code() + ")");
        composed.put("period", texts.period());
        composed.put("share", texts.shares());
        composed.put("basis", texts.legalBases());
        composed.put("figure.opening", formats.money(statement.opening()));
        composed.put("figure.charged", formats.money(statement.totals().charge()));
        composed.put("figure.paid", formats.money(statement.totals().gross()));
        composed.put("figure.closing", formats.money(statement.closing()));
        composed.put("closingInWords", texts.closingInWords());
        composed.put(
                "runningHead",
                texts.text(
                        "paper.runningHead",
                        statement.party().name(),
                        statement.party().code(),
                        texts.period()));
        composed.put("checkLine", texts.checkLine());
        composed.put("verdict", "\u2713 " + texts.verdict());
        composed.put(
                "notes",
                Stream.of(
                                part("units", "\n", texts.units()),
                                part("gifts", " \u00b7 ", texts.gifts()),
                                part("notes", " \u00b7 ", texts.notes()),
                                texts.remarks().isEmpty()
                                        ? null
                                        : String.join("\n", texts.remarks()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("\n")));
        composed.put("foot1", texts.foot(made));
        composed.put("foot2", texts.digests());
        for (var signatory : statement.signatories()) {
            sign(composed, signatory);
        }
        return composed;
    }

    private @Nullable String part(String key, String between, List<String> lines) {
        return lines.isEmpty() ? null : texts.text(key, String.join(between, lines));
    }

    private void sign(Map<String, @Nullable String> composed, PaperSignatory signatory) {
        var side = signatory.head() ? "left" : "right";
        var place = statement.body().place();
        var date = texts.formats().date(statement.until());
        composed.put(
                side + ".above",
                signatory.head()
                        ? texts.text("paper.witnessed")
                        : place == null ? date : texts.text("paper.placeDate", place, date));
        composed.put(side + ".role", signatory.position());
        composed.put(side + ".name", signatory.name());
        var number = signatory.number();
        composed.put(side + ".number", number == null ? null : texts.text("paper.number", number));
    }

    /**
     * Opening, movements, total; each row knows the sums before and after it for the carry lines.
     */
    private Collection<Map<String, ?>> rows() {
        var rows = new ArrayList<Map<String, ?>>();
        var carried = new long[5];
        carried[4] = statement.opening();
        rows.add(fixedRow("opening", texts.text("row.opening"), carried, carried));
        for (var movement : statement.movements()) {
            var after =
                    new long[] {
                        Math.addExact(carried[0], movement.charge()),
                        Math.addExact(carried[1], movement.gross()),
                        Math.addExact(carried[2], movement.deductions()),
                        Math.addExact(carried[3], movement.net()),
                        movement.balance()
                    };
            rows.add(movementRow(movement, carried, after));
            carried = after;
        }
        rows.add(fixedRow("total", texts.text("row.total"), carried, carried));
        return rows;
    }

    private Map<String, Object> fixedRow(String kind, String title, long[] shown, long[] carried) {
        var opening = kind.equals("opening");
        var row = row(kind, !opening, shown, carried, carried);
        row.put("date", opening ? texts.formats().shortDate(statement.from()) : "");
        row.put("description", title);
        for (var column : List.of("document", "kind", "period", "unit", "payerReference")) {
            row.put(column, opening ? StatementTexts.orNone(null) : "");
        }
        return row;
    }

    private Map<String, Object> movementRow(Movement movement, long[] before, long[] after) {
        var formats = texts.formats();
        var shown =
                new long[] {
                    movement.charge(),
                    movement.gross(),
                    movement.deductions(),
                    movement.net(),
                    movement.balance()
                };
        var row = row("movement", false, shown, before, after);
        row.put("date", formats.shortDate(movement.date()));
        row.put(
                "document",
                lines(
                        movement.documentNo(),
                        texts.text("entry", formats.entryNo(movement.entryNo()))));
        var marks =
                Stream.of(
                                texts.instalments(movement),
                                texts.basis(movement),
                                texts.reversal(movement),
                                texts.objection(movement))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" \u00b7 "));
        row.put("description", lines(movement.description(), marks));
        row.put("kind", texts.kind(movement));
        row.put("period", StatementTexts.orNone(movement.period()));
        row.put("unit", StatementTexts.orNone(movement.unit()));
        row.put(
                "payerReference",
                StatementTexts.orNone(lines(movement.accountCode(), movement.sp2d())));
        return row;
    }

    private Map<String, Object> row(
            String kind, boolean last, long[] shown, long[] before, long[] after) {
        var row = new HashMap<String, Object>();
        row.put("row", kind);
        row.put("last", last);
        var columns = List.of("charge", "gross", "deductions", "net", "balance");
        for (int at = 0; at < columns.size(); at++) {
            var column = columns.get(at);
            row.put(column, texts.formats().amount(shown[at]));
            row.put("before." + column, texts.formats().amount(before[at]));
            row.put("after." + column, texts.formats().amount(after[at]));
        }
        return row;
    }

    private static String lines(@Nullable String first, @Nullable String second) {
        return Stream.of(first, second)
                .filter(line -> line != null && !line.isBlank())
                .collect(Collectors.joining("\n"));
    }
}
