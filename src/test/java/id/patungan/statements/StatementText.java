package id.patungan.statements;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** A statement as plain text that anybody can check by reading: the form of the golden files. */
final class StatementText {

    private StatementText() {}

    static String of(RegionStatement statement, StatementTexts texts, @Nullable Made made) {
        var formats = texts.formats();
        var lines = new ArrayList<String>();
        lines.add(statement.body().name());
        lines.add(texts.title() + " (" + statement.party().code() + ")");
        lines.add(texts.period());
        lines.add("");
        lines.add(
                row(
                        "",
                        "",
                        "",
                        texts.text("column.charge"),
                        texts.text("column.gross"),
                        texts.text("column.deductions"),
                        texts.text("column.net"),
                        texts.text("column.balance")));
        lines.add(
                row(
                        formats.shortDate(statement.from()),
                        "",
                        texts.text("row.opening"),
                        "",
                        "",
                        "",
                        "",
                        formats.amount(statement.opening())));
        for (var movement : statement.movements()) {
            lines.add(
                    row(
                            formats.shortDate(movement.date()),
                            movement.documentNo(),
                            texts.kind(movement) + ": " + movement.description(),
                            formats.amount(movement.charge()),
                            formats.amount(movement.gross()),
                            formats.amount(movement.deductions()),
                            formats.amount(movement.net()),
                            formats.amount(movement.balance())));
            lines.add(
                    "            "
                            + String.join(
                                    " \u00b7 ",
                                    present(
                                            texts.text(
                                                    "entry", formats.entryNo(movement.entryNo())),
                                            movement.period(),
                                            movement.unit(),
                                            movement.accountCode(),
                                            movement.sp2d(),
                                            texts.basis(movement),
                                            texts.reversal(movement))));
        }
        var totals = statement.totals();
        lines.add(
                row(
                        "",
                        "",
                        texts.text("row.total"),
                        formats.amount(totals.charge()),
                        formats.amount(totals.gross()),
                        formats.amount(totals.deductions()),
                        formats.amount(totals.net()),
                        formats.amount(statement.closing())));
        lines.add("");
        lines.add(texts.checkLine());
        lines.add(texts.verdict());
        lines.add(texts.closingInWords());
        lines.addAll(present(texts.shares(), texts.legalBases()));
        lines.addAll(texts.notes());
        lines.add(texts.foot(made));
        lines.add(texts.digests());
        return String.join("\n", lines) + "\n";
    }

    private static List<String> present(@Nullable String... texts) {
        var present = new ArrayList<String>();
        for (var text : texts) {
            if (text != null) {
                present.add(text);
            }
        }
        return present;
    }

    private static String row(
            String date, @Nullable String document, String description, String... amounts) {
        var line =
                new StringBuilder(
                        "%-11s %-13s %-58s"
                                .formatted(date, document == null ? "" : document, description));
        for (var amount : amounts) {
            line.append("%19s".formatted(amount));
        }
        return line.toString().stripTrailing();
    }
}
