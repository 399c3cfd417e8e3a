package id.patungan.ledger;

import id.patungan.basics.AccountCode;
import id.patungan.basics.FundCode;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a new book starts with: the files {@code ledger/accounts.csv} and {@code ledger/funds.csv}
 * of the program. Every body changes its own copy.
 */
final class DefaultChart {

    private DefaultChart() {}

    static List<Account> accounts() {
        return rows("accounts.csv").stream()
                .map(row ->
                        new Account(
                                new AccountCode(row.get("code")),
                                row.get("name_id"),
                                row.get("name_en"),
                                AccountKind.of(row.get("kind")),
                                orNull(row.get("funding_class")),
                                row.get("control").isEmpty()
                                        ? null
                                        : Control.of(row.get("control")),
                                row.get("postable").equals("yes"),
                                true))
                .toList();
    }

    static List<Fund> funds() {
        return rows("funds.csv").stream()
                .map(row ->
                        new Fund(
                                new FundCode(row.get("code")),
                                row.get("name_id"),
                                row.get("name_en"),
                                Restriction.of(row.get("restriction")),
                                null,
                                null,
                                true))
                .toList();
    }

    private static List<CSVRecord> rows(String file) {
        var stream = DefaultChart.class.getResourceAsStream("/ledger/" + file);
        if (stream == null) {
            throw new IllegalStateException("The program lacks its file ledger/" + file);
        }
        var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
                var parser = format.parse(reader)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
