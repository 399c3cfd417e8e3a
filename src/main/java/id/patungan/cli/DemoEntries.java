package id.patungan.cli;

import id.patungan.basics.AccountCode;
import id.patungan.basics.FundCode;
import id.patungan.basics.InputException;
import id.patungan.basics.Money;
import id.patungan.basics.Problem;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Basis;
import id.patungan.contributions.NewAssessment;
import id.patungan.contributions.NewProjectCost;
import id.patungan.contributions.NewReceipt;
import id.patungan.contributions.Receipts;
import id.patungan.ledger.Drafts;
import id.patungan.ledger.NewEntry;
import id.patungan.ledger.NewPosting;
import id.patungan.platform.Access;
import id.patungan.platform.CsvFile;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Posts the charges of the sources and the file of invented entries, in the order of the file, as
 * the people of the demo would: one prepares, another approves.
 */
@Component
class DemoEntries {

    private static final String FOLDER = "/demo/";
    private static final Currency RUPIAH = Currency.getInstance("IDR");

    /**
     * Stands in the description of everything that is invented, so that it shows wherever it does.
     */
    static final String INVENTED = " (contoh)";

    private static final Basis SAMPLE =
            new Basis(
                    Basis.Kind.SAMPLE,
                    "Rekaan: sumber tidak menyebut tanggal, cara dan jumlah bayar");

    private static final List<String> COLUMNS =
            List.of(
                    "date",
                    "kind",
                    "party",
                    "fund",
                    "debit",
                    "credit",
                    "amount",
                    "deduction",
                    "sp2d",
                    "assessment",
                    "description");

    private final Assessments assessments;
    private final Receipts receipts;
    private final Drafts drafts;

    DemoEntries(Assessments assessments, Receipts receipts, Drafts drafts) {
        this.assessments = assessments;
        this.receipts = receipts;
        this.drafts = drafts;
    }

    /** Posts the whole file. */
    void post(Access finance, Access approver) {
        var run = new Run(finance, approver);
        var problems = new ArrayList<Problem>();
        try (var file =
                new CsvFile(
                        "invented.csv",
                        resource(Demo.BODY + "/invented.csv"),
                        COLUMNS,
                        List.of(),
                        problems::add)) {
            file.forEach(run::take);
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(DemoEntries.class.getResourceAsStream(FOLDER + name), name);
    }

    /** A file of the demo, such as {@code kartamantul/body.yml}. */
    static String text(String name) {
        try (var stream = resource(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Money rupiah(String amount) {
        return Money.of(RUPIAH, new BigDecimal(amount));
    }

    /** One pass over the file: remembers what the rows refer to. */
    private final class Run {

        private final Access finance;
        private final Access approver;
        private final Map<String, String> charged = new HashMap<>();
        private String lastReceipt = "";

        Run(Access finance, Access approver) {
            this.finance = finance;
            this.approver = approver;
        }

        void take(CsvFile.Row row) {
            var date = LocalDate.parse(row.text("date"));
            var key = "demo-" + row.line();
            switch (row.text("kind")) {
                case "assess" -> charged.put(row.text("assessment"), assess(row, date, key));
                case "receipt" -> lastReceipt = receive(row, date, key);
                case "reverse-receipt" ->
                        receipts.reverse(
                                finance,
                                lastReceipt,
                                date,
                                row.text("description") + INVENTED,
                                key);
                case "cost" -> recognise(row, date, key);
                case "entry" -> post(row, entry(row, date, key, false));
                case "grant-cost" -> post(row, entry(row, date, key, true));
                case "draft" -> submit(entry(row, date, key, false));
                default ->
                        throw new IllegalArgumentException(
                                "Row " + row.line() + ": " + row.text("kind"));
            }
        }

        private String assess(CsvFile.Row row, LocalDate date, String key) {
            var wish =
                    switch (row.text("assessment")) {
                        case "dues" -> dues(row, date);
                        case "waste" -> waste(row, date);
                        default -> wastewater(row, date);
                    };
            return assessments.issue(finance, wish, key).paper().code();
        }

        private String receive(CsvFile.Row row, LocalDate date, String key) {
            var deduction = row.textOrNull("deduction");
            var part =
                    new NewReceipt.Part(
                            new FundCode(row.text("fund")),
                            new AccountCode(row.text("debit")),
                            rupiah(row.text("amount")),
                            deduction == null
                                    ? List.of()
                                    : List.of(
                                            new NewReceipt.Deduction(
                                                    NewReceipt.Deduction.Kind.FINAL_TAX,
                                                    rupiah(deduction))),
                            null);
            return receipts.record(
                            finance,
                            new NewReceipt(
                                    row.text("party"),
                                    date,
                                    row.text("description") + INVENTED,
                                    List.of(part),
                                    row.textOrNull("sp2d"),
                                    null,
                                    null,
                                    null,
                                    SAMPLE),
                            key)
                    .paper()
                    .code();
        }

        private void recognise(CsvFile.Row row, LocalDate date, String key) {
            assessments.recogniseCost(
                    finance,
                    new NewProjectCost(
                            Objects.requireNonNull(charged.get(row.text("assessment"))),
                            date,
                            rupiah(row.text("amount")),
                            new AccountCode(row.text("debit")),
                            new AccountCode(row.text("credit")),
                            null,
                            row.text("description") + INVENTED,
                            SAMPLE),
                    key);
        }

        private void post(CsvFile.Row row, NewEntry entry) {
            var draft = submit(entry);
            drafts.approve(approver, draft, 1);
            if (drafts.post(finance, draft, 1).no() < 1) {
                throw new IllegalStateException("Row " + row.line() + " was not posted");
            }
        }

        private int submit(NewEntry entry) {
            var draft = drafts.create(finance, entry);
            return drafts.submit(finance, draft.id(), draft.version()).id();
        }
    }

    /** A debit and a credit; what a conditional grant pays for becomes income at once. */
    private static NewEntry entry(CsvFile.Row row, LocalDate date, String key, boolean earned) {
        var fund = new FundCode(row.text("fund"));
        var amount = rupiah(row.text("amount")).minorUnits();
        var party = row.textOrNull("party");
        var lines = new ArrayList<NewPosting>();
        // of a grant: the line that a cost is charged to, or the tranche that money came for
        var code = row.textOrNull("assessment");
        lines.add(line(row.text("debit"), fund, amount, party).awardLine(earned ? code : null));
        lines.add(line(row.text("credit"), fund, -amount, party).charge(earned ? null : code));
        if (earned) {
            lines.add(line("21500", fund, amount, party).awardLine(code));
            lines.add(line("43100", fund, -amount, party).awardLine(code));
        }
        return new NewEntry(
                date,
                NewEntry.MANUAL,
                row.text("description") + INVENTED,
                key,
                row.textOrNull("sp2d"),
                lines);
    }

    private static NewPosting line(
            String account, FundCode fund, long amount, @Nullable String party) {
        return new NewPosting(
                new AccountCode(account),
                fund,
                amount,
                party,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static NewAssessment dues(CsvFile.Row row, LocalDate date) {
        return assessment(
                row,
                date,
                NewAssessment.Kind.DUES,
                "UMUM",
                null,
                "330000000",
                DemoRules.DUES,
                new Basis(
                        Basis.Kind.ASSUMED,
                        "Sumber tidak menyebut kunci pembagian; dibagi rata adalah pengandaian"),
                Map.of());
    }

    private static NewAssessment waste(CsvFile.Row row, LocalDate date) {
        return assessment(
                row,
                date,
                NewAssessment.Kind.PROJECT,
                "PROYEK-SAMPAH",
                "SAMPAH",
                "1900000000",
                DemoRules.WASTE,
                new Basis(Basis.Kind.SOURCE, "Studi UGM 2006/07"),
                Map.of());
    }

    private static NewAssessment wastewater(CsvFile.Row row, LocalDate date) {
        return assessment(
                row,
                date,
                NewAssessment.Kind.PROJECT,
                "PROYEK-LIMBAH",
                "LIMBAH",
                "795000000",
                DemoRules.WASTEWATER,
                new Basis(Basis.Kind.SOURCE, "Studi UGM 2006/07"),
                Map.of(
                        "34.02",
                        new Basis(
                                Basis.Kind.ASSUMED,
                                "Sumber tidak menyebut nama kabupaten yang kedua; Bantul adalah kesimpulan")));
    }

    private static NewAssessment assessment(
            CsvFile.Row row,
            LocalDate date,
            NewAssessment.Kind kind,
            String fund,
            @Nullable String project,
            String total,
            String rule,
            Basis basis,
            Map<String, Basis> shareBasis) {
        return new NewAssessment(
                kind,
                date.getYear(),
                new FundCode(fund),
                project,
                rupiah(total),
                null,
                rule,
                null,
                null,
                null,
                date,
                date.plusMonths(3),
                row.text("description"),
                basis,
                shareBasis,
                Map.of());
    }
}
