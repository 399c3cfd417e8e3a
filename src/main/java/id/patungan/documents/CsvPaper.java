package id.patungan.documents;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Rows as CSV that a double click opens rightly: UTF-8 with a byte order mark, CRLF, and in
 * Indonesian semicolons and decimal commas ({@code 55000000,00}), in English commas and decimal
 * points. Amounts carry no thousands separators, so that both forms can be read back.
 */
public final class CsvPaper {

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final boolean indonesian;
    private final StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
    private final CSVPrinter printer;

    /** Starts with the names of the columns, which are the same in every language. */
    public CsvPaper(Locale language, List<String> columns) {
        this.indonesian = language.getLanguage().equals("id");
        try {
            this.printer =
                    new CSVPrinter(
                            text,
                            CSVFormat.DEFAULT
                                    .builder()
                                    .setDelimiter(indonesian ? ';' : ',')
                                    .setRecordSeparator("\r\n")
                                    .setQuoteMode(QuoteMode.MINIMAL)
                                    .get());
            printer.printRecord(columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Adds a row.
     *
     * @param cells text (guarded against formulas), whole numbers, amounts as {@link BigDecimal};
     *     null is an empty cell
     */
    public void row(@Nullable Object... cells) {
        var printed = new ArrayList<String>();
        for (var cell : cells) {
            printed.add(
                    switch (cell) {
                        case null -> "";
                        case BigDecimal amount -> amount(amount);
                        case Long number -> number.toString();
                        default -> CellText.guarded(cell.toString());
                    });
        }
        try {
            printer.printRecord(printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String amount(BigDecimal amount) {
        var plain = amount.toPlainString();
        return indonesian ? plain.replace('.', ',') : plain;
    }

    /** The whole file. */
    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
