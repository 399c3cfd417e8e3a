package id.patungan.statements;

import id.patungan.basics.Money;
import id.patungan.documents.CsvPaper;

import java.math.BigDecimal;
import java.util.List;

/**
 * The statement as rows for any program: {@code row} tells the opening balance, the movements, the
 * total, and after them what verifies the file. Columns have the same English names in every
 * language; amounts and separators follow the document's language.
 */
final class StatementCsv {

    private static final List<String> COLUMNS =
            List.of(
                    "row",
                    "date",
                    "entry_no",
                    "document_no",
                    "description",
                    "kind",
                    "period",
                    "paying_unit",
                    "account_code",
                    "sp2d",
                    "charge",
                    "gross",
                    "deductions",
                    "net",
                    "balance",
                    "due",
                    "basis",
                    "reverses",
                    "reversed_by",
                    "currency",
                    "party");

    private final RegionStatement statement;
    private final StatementTexts texts;

    StatementCsv(RegionStatement statement, StatementTexts texts) {
        this.statement = statement;
        this.texts = texts;
    }

    byte[] render() {
        var csv = new CsvPaper(texts.formats().language(), COLUMNS);
        var currency = statement.body().currency().getCurrencyCode();
        var party = statement.party().code();
        csv.row(
                "opening",
                statement.from(),
                null,
                null,
                texts.text("row.opening"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                amount(statement.opening()),
                null,
                null,
                null,
                null,
                currency,
                party);
        for (var movement : statement.movements()) {
            var basis = movement.basis();
            csv.row(
                    "movement",
                    movement.date(),
                    movement.entryNo(),
                    movement.documentNo(),
                    movement.description(),
                    movement.kind().code(),
                    movement.period(),
                    movement.unit(),
                    movement.accountCode(),
                    movement.sp2d(),
                    amount(movement.charge()),
                    amount(movement.gross()),
                    amount(movement.deductions()),
                    amount(movement.net()),
                    amount(movement.balance()),
                    movement.due(),
                    basis == null ? null : basis.kind().code(),
                    movement.reverses(),
                    movement.reversedBy(),
                    currency,
                    party);
        }
        closing(csv, currency, party);
        return csv.bytes();
    }

    private void closing(CsvPaper csv, String currency, String party) {
        var totals = statement.totals();
        csv.row(
                "total",
                statement.until(),
                null,
                null,
                texts.text("row.total"),
                null,
                null,
                null,
                null,
                null,
                amount(totals.charge()),
                amount(totals.gross()),
                amount(totals.deductions()),
                amount(totals.net()),
                amount(statement.closing()),
                null,
                null,
                null,
                null,
                currency,
                party);
        remark(csv, "words", texts.closingInWords());
        remark(csv, "check", texts.checkLine() + "; " + texts.verdict());
        if (statement.body().sample()) {
            remark(csv, "sample", texts.text("paper.stamp"));
        }
        texts.units().forEach(unit -> remark(csv, "unit", unit));
        texts.gifts().forEach(gift -> remark(csv, "in_kind", gift));
        texts.notes().forEach(note -> remark(csv, "note", note));
        texts.remarks().forEach(words -> remark(csv, "remark", words));
        remark(csv, "chain", statement.known().entryNo() + " " + statement.known().hash());
        remark(csv, "sha256", StatementData.digest(statement));
    }

    private static void remark(CsvPaper csv, String row, String text) {
        var cells = new Object[COLUMNS.size()];
        cells[0] = row;
        cells[COLUMNS.indexOf("description")] = text;
        csv.row(cells);
    }

    private BigDecimal amount(long minorUnits) {
        return new Money(statement.body().currency(), minorUnits).toDecimal();
    }
}
