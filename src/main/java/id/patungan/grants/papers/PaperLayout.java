package id.patungan.grants.papers;

import id.patungan.basics.AmountFormat;
import id.patungan.basics.Money;
import id.patungan.documents.PaperBody;
import id.patungan.documents.PaperFormats;
import id.patungan.documents.PaperSignatory;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A paper of an award as people read it, in one language: what all drawings of it, on page and
 * paper and in files, have in common. The records of the papers are laid out by {@code *Texts}.
 *
 * @param facts what it is about, in the order of reading
 * @param parts paragraphs and tables from top to bottom
 * @param check that it ties to the ledger, in words
 */
record PaperLayout(
        Head head,
        List<Fact> facts,
        List<Part> parts,
        Check check,
        Foot foot,
        PaperFormats formats) {

    PaperLayout {
        facts = List.copyOf(facts);
        parts = List.copyOf(parts);
    }

    /**
     * @param gloss the title in the other language
     * @param period from when to when
     * @param stamp that the data is made up; null if it is not
     * @param file the beginning of the names of its files
     */
    record Head(
            PaperBody body,
            String title,
            String gloss,
            String period,
            @Nullable String stamp,
            String file) {}

    /**
     * @param signatories the head of the body first
     * @param day on which it is signed
     * @param witnessed above the head's name
     * @param place and date, above the other's name
     * @param state of the books and the digest of the data
     * @param dataFrom when the books were as they are shown
     */
    record Foot(
            List<PaperSignatory> signatories,
            LocalDate day,
            String witnessed,
            String place,
            List<String> state,
            Instant dataFrom) {

        Foot {
            signatories = List.copyOf(signatories);
            state = List.copyOf(state);
        }
    }

    /** A line with a name and what stands there. */
    record Fact(String label, String value) {}

    /** The terms of the check and its verdict, which is only ever positive. */
    record Check(String line, String verdict) {}

    /** What stands between head and foot. */
    sealed interface Part {

        /** Whether it is a table; otherwise it is a paragraph. */
        boolean table();
    }

    /** A paragraph. */
    record Words(String text, boolean strong) implements Part {

        @Override
        public boolean table() {
            return false;
        }
    }

    /**
     * A table.
     *
     * @param name in files for programs, the same in every language
     * @param empty what stands there instead of a table without rows; null: nothing stands there
     */
    record Table(
            String name,
            String caption,
            Shape shape,
            List<Column> columns,
            List<Row> rows,
            @Nullable String empty)
            implements Part {

        Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            if (columns.size() != shape.columns()) {
                throw new IllegalArgumentException(name + " is not of shape " + shape);
            }
            for (var row : rows) {
                if (row.cells().size() != columns.size()) {
                    throw new IllegalArgumentException("A row of " + name + " is not full: " + row);
                }
            }
        }

        @Override
        public boolean table() {
            return true;
        }

        /** Whether a column holds figures. */
        public boolean numeric(int column) {
            return rows.stream()
                    .map(row -> row.cells().get(column))
                    .anyMatch(cell ->
                            cell instanceof Cell.Amount
                                    || cell instanceof Cell.Percent
                                    || cell instanceof Cell.Original);
        }

        /** The column that names what a row is about. */
        public int head() {
            return switch (shape) {
                case PAIR, FLOWS, USE, LINES, UNITS, ADVANCE, FUNDS, BRIDGE -> 0;
                case FORM -> 1;
                case VOUCHERS, NOTES, PAYMENTS, ACCOUNT, COSTS -> 2;
                case EVIDENCE -> 3;
            };
        }
    }

    /** How many columns a table has and how wide they are; the template knows each by its name. */
    enum Shape {
        /** A name and an amount. */
        PAIR(60, 22),
        /** A name and two amounts. */
        FLOWS(60, 22, 22),
        /** A line of a form: its number, its words and two amounts. */
        FORM(8, 70, 22, 22),
        /** A name, three amounts and a remark. */
        USE(44, 22, 22, 22, 60),
        /** Budget against actual. */
        LINES(40, 12, 22, 22, 22, 22, 22, 9, 22, 50),
        /** Budget by units against actual. */
        UNITS(40, 14, 10, 18, 22, 22, 22, 22, 22, 9, 50),
        /** A name and seven amounts. */
        ADVANCE(50, 22, 22, 22, 22, 22, 22, 22),
        /** Transactions. */
        VOUCHERS(12, 18, 50, 24, 12, 22, 22, 44),
        /** Transactions of a numbered list. */
        PAYMENTS(6, 12, 50, 22, 36, 22, 12, 24),
        /** A name and four amounts. */
        FUNDS(44, 22, 22, 22, 22),
        /** Transactions of other funds. */
        COSTS(12, 18, 50, 14, 14, 22),
        /** A name, two codes and three amounts. */
        BRIDGE(44, 14, 14, 22, 22, 22),
        /** Day, paper, what, why and who. */
        NOTES(12, 18, 50, 50, 26),
        /** The list of evidence. */
        EVIDENCE(6, 12, 18, 50, 24, 22),
        /** Day, paper, words, in, out and balance. */
        ACCOUNT(12, 18, 50, 22, 22, 22);

        @SuppressWarnings("ImmutableEnumChecker") // what List.of makes is never changed
        private final List<Integer> widths;

        Shape(Integer... widths) {
            this.widths = List.of(widths);
        }

        int columns() {
            return widths.size();
        }

        /** Of a column in a spreadsheet, in characters. */
        int width(int column) {
            return widths.get(column);
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A column.
     *
     * @param key in files for programs, and in formulas
     * @param formula of keys of columns of amounts, such as {@code budget-total}; null if its
     *     figures are no result of others
     */
    record Column(String key, String label, @Nullable String formula) {

        static Column of(String key, String label) {
            return new Column(key, label, null);
        }
    }

    /** What a row is among the others. */
    enum Kind {
        /** One of those that are summed. */
        PLAIN,
        /** Something beside the sum. */
        SUB,
        /** The sum. */
        TOTAL;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A row.
     *
     * @param link where its first text leads on the page; null if nowhere
     */
    record Row(Kind kind, List<Cell> cells, @Nullable String link) {

        Row {
            cells = List.copyOf(cells);
        }

        static Row of(Kind kind, Cell... cells) {
            return new Row(kind, List.of(cells), null);
        }
    }

    /** What stands in a table. */
    sealed interface Cell {

        /** Whether nothing stands there. */
        default boolean blank() {
            return this instanceof Blank;
        }

        /** Words; empty ones are no cell. */
        record Text(String text) implements Cell {}

        /** An amount whose currency the table's head names. */
        record Amount(Money money) implements Cell {}

        /** An amount with its currency. */
        record Original(Money money) implements Cell {}

        /** A part of a hundred. */
        record Percent(BigDecimal percent) implements Cell {}

        /** A day. */
        record Day(LocalDate day) implements Cell {}

        /** Nothing. */
        record Blank() implements Cell {}

        static Cell none() {
            return new Blank();
        }

        static Cell text(@Nullable String text) {
            return text == null || text.isBlank() ? none() : new Text(text);
        }

        static Cell day(@Nullable LocalDate day) {
            return day == null ? none() : new Day(day);
        }
    }

    /** A cell as people read it. */
    public String shown(Cell cell) {
        return switch (cell) {
            case Cell.Text(var text) -> text;
            case Cell.Amount(var money) ->
                    AmountFormat.amount(money.minorUnits(), money.currency(), formats.language());
            case Cell.Original(var money) -> AmountFormat.money(money, formats.language());
            case Cell.Percent(var percent) -> formats.number(percent);
            case Cell.Day(var day) -> formats.shortDate(day);
            case Cell.Blank() -> "";
        };
    }
}
