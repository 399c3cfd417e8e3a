package id.patungan.statements;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.documents.PdfPapers;
import id.patungan.documents.Sha256;
import id.patungan.testing.Golden;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

class StatementRenderingTest {

    private static final int FIRST_ROW = 6;
    private static final PdfPapers PAPERS = new PdfPapers();

    /** The year, an empty one, a busy one, one with long texts, one with a credit. */
    enum Example {
        SLEMAN,
        QUIET,
        BUSY,
        WORDY,
        OVERPAID;

        RegionStatement statement() {
            return StatementAssembly.assemble(
                    switch (this) {
                        case SLEMAN -> StatementSamples.sleman();
                        case QUIET -> StatementSamples.quiet();
                        case BUSY -> StatementSamples.busy(300);
                        case WORDY -> StatementSamples.wordy();
                        case OVERPAID -> StatementSamples.overpaid();
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void theYearOfSlemanReadsAsApproved(String language) {
        var statement = Example.SLEMAN.statement();
        var texts = texts(statement, language);

        Golden.assertApproved(
                "statements/sleman-" + language + ".txt",
                StatementText.of(statement, texts, StatementSamples.MADE));
        Golden.assertApproved(
                "statements/sleman-" + language + ".csv",
                new String(new StatementCsv(statement, texts).render(), StandardCharsets.UTF_8));
    }

    @Test
    void theDataOfSlemanIsAsApproved() {
        Golden.assertApproved(
                "statements/sleman.json",
                new String(
                        StatementData.json(Example.SLEMAN.statement(), StatementSamples.MADE),
                        StandardCharsets.UTF_8));
    }

    @Test
    void anEmptyYearReadsAsApproved() {
        var statement = Example.QUIET.statement();

        Golden.assertApproved(
                "statements/quiet-id.txt",
                StatementText.of(statement, texts(statement, "id"), null));
    }

    @ParameterizedTest
    @EnumSource(Example.class)
    void thePaperShowsEveryTextAndFigureOfTheRecordInBothLanguages(Example example)
            throws IOException {
        var statement = example.statement();
        for (var language : List.of("id", "en")) {
            var texts = texts(statement, language);
            var pdf = new StatementPaper(statement, texts).render(PAPERS, StatementSamples.MADE);
            keep(example + "-" + language + ".pdf", pdf);
            try (var document = Loader.loadPDF(pdf)) {
                var shown = withoutBlanks(new PDFTextStripper().getText(document));
                for (var expected : everythingIn(statement, texts)) {
                    assertThat(shown).contains(withoutBlanks(expected));
                }
                assertThat(document.getDocumentCatalog().getLanguage()).startsWith(language);
                assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
                assertThat(document.getDocumentInformation().getTitle()).contains(texts.title());
                pagesAreNumberedAndCarried(document, texts);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SLEMAN", "QUIET"})
    void thePaperIsTheSameFileEachTime(Example example) {
        var statement = example.statement();
        var once = new StatementPaper(statement, texts(statement, "id")).render(PAPERS, null);
        var twice =
                new StatementPaper(example.statement(), texts(statement, "id"))
                        .render(new PdfPapers(), null);

        assertThat(Sha256.hex(twice)).isEqualTo(Sha256.hex(once));
    }

    @ParameterizedTest
    @EnumSource(Example.class)
    void theSpreadsheetCalculatesWhatTheRecordSays(Example example) throws IOException {
        var statement = example.statement();
        var texts = texts(statement, "id");
        var bytes = new StatementSheet(statement, texts).render(StatementSamples.MADE);
        keep(example + ".xlsx", bytes);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            var evaluator = book.getCreationHelper().createFormulaEvaluator();
            evaluator.evaluateAll();
            var sheet = book.getSheetAt(0);
            var row = FIRST_ROW;
            for (var movement : statement.movements()) {
                var cells = sheet.getRow(row);
                assertThat(cells.getCell(13).getCellType()).isEqualTo(CellType.FORMULA);
                assertThat(minorUnits(cells.getCell(9))).isEqualTo(movement.charge());
                assertThat(minorUnits(cells.getCell(10))).isEqualTo(movement.gross());
                assertThat(minorUnits(cells.getCell(11))).isEqualTo(movement.deductions());
                assertThat(minorUnits(cells.getCell(12))).isEqualTo(movement.net());
                assertThat(minorUnits(cells.getCell(13))).isEqualTo(movement.balance());
                row++;
            }
            var total = sheet.getRow(row);
            assertThat(minorUnits(total.getCell(9))).isEqualTo(statement.totals().charge());
            assertThat(minorUnits(total.getCell(10))).isEqualTo(statement.totals().gross());
            assertThat(minorUnits(total.getCell(11))).isEqualTo(statement.totals().deductions());
            assertThat(minorUnits(total.getCell(12))).isEqualTo(statement.totals().net());
            assertThat(minorUnits(total.getCell(13))).isEqualTo(statement.closing());
            assertThat(sheet.getRow(row + 2).getCell(13).getStringCellValue()).isEqualTo("cocok");
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition())
                    .isEqualTo((short) 5);
        }
    }

    @Test
    void aWrongFigureTypedIntoTheSpreadsheetShowsAtItsCheck() throws IOException {
        var statement = Example.SLEMAN.statement();
        var bytes = new StatementSheet(statement, texts(statement, "en")).render(null);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            var sheet = book.getSheetAt(0);
            sheet.getRow(6).getCell(9).setCellValue(1);
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();

            var check = sheet.getRow(6 + statement.movements().size() + 2).getCell(13);
            assertThat(check.getStringCellValue()).isEqualTo("does not agree");
        }
    }

    @Test
    void textThatLooksLikeAFormulaStaysText() throws IOException {
        var statement = Example.WORDY.statement();
        var texts = texts(statement, "en");
        try (var book =
                new XSSFWorkbook(
                        new ByteArrayInputStream(
                                new StatementSheet(statement, texts).render(null)))) {
            var row = book.getSheetAt(0).getRow(6);
            assertThat(row.getCell(2).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(2).getStringCellValue()).startsWith("'=HYPERLINK");
            assertThat(row.getCell(3).getStringCellValue()).startsWith("'+Iuran");
        }
        var csv = new String(new StatementCsv(statement, texts).render(), StandardCharsets.UTF_8);
        assertThat(csv)
                .contains("\"'=HYPERLINK(\"\"x\"\")\"", "'+Iuran", "'-Penerimaan", "'@SUM(1)");
    }

    @ParameterizedTest
    @EnumSource(Example.class)
    void spreadsheetRowsAndDataAreTheSameBytesEachTime(Example example) {
        var statement = example.statement();
        var texts = texts(statement, "id");

        assertThat(Sha256.hex(new StatementSheet(example.statement(), texts).render(null)))
                .isEqualTo(Sha256.hex(new StatementSheet(statement, texts).render(null)));
        assertThat(new StatementCsv(example.statement(), texts).render())
                .isEqualTo(new StatementCsv(statement, texts).render());
        assertThat(StatementData.json(example.statement(), null))
                .isEqualTo(StatementData.json(statement, null));
    }

    @Test
    void theDigestIsOfTheDataAloneNotOfWhoPrintedIt() {
        var statement = Example.SLEMAN.statement();
        var digest = StatementData.digest(statement);

        assertThat(new String(StatementData.json(statement, null), StandardCharsets.UTF_8))
                .contains(digest);
        assertThat(texts(statement, "id").digests()).contains(digest);
        assertThat(texts(statement, "en").digests()).contains(digest);
        assertThat(StatementData.digest(Example.QUIET.statement())).isNotEqualTo(digest);
    }

    private static List<String> everythingIn(RegionStatement statement, StatementTexts texts) {
        var formats = texts.formats();
        var everything = new ArrayList<String>();
        for (var movement : statement.movements()) {
            everything.add(formats.shortDate(movement.date()));
            everything.add(formats.entryNo(movement.entryNo()));
            everything.add(texts.kind(movement));
            everything.add(formats.amount(movement.charge()));
            everything.add(formats.amount(movement.gross()));
            everything.add(formats.amount(movement.deductions()));
            everything.add(formats.amount(movement.net()));
            everything.add(formats.amount(movement.balance()));
            words(everything, movement.description());
            for (var text :
                    new String[] {
                        movement.documentNo(),
                        movement.period(),
                        movement.unit(),
                        movement.accountCode(),
                        movement.sp2d()
                    }) {
                if (text != null) {
                    words(everything, text);
                }
            }
        }
        everything.add(formats.money(statement.opening()));
        everything.add(formats.money(statement.totals().charge()));
        everything.add(formats.money(statement.totals().gross()));
        everything.add(formats.money(statement.closing()));
        everything.add(formats.amount(statement.totals().deductions()));
        everything.add(formats.amount(statement.totals().net()));
        everything.add(texts.checkLine());
        everything.add(texts.verdict());
        everything.add(texts.period());
        words(everything, texts.closingInWords());
        words(everything, statement.party().name());
        texts.notes().forEach(note -> words(everything, note));
        everything.add(texts.foot(StatementSamples.MADE));
        everything.add(statement.known().hash());
        everything.add(StatementData.digest(statement));
        everything.add(texts.text("row.opening"));
        everything.add(texts.text("row.total"));
        everything.add(texts.text("paper.stamp"));
        statement.signatories().forEach(signatory -> words(everything, signatory.position()));
        return everything;
    }

    /** Texts break over lines of a cell, between words and, when long, within them. */
    private static void words(List<String> everything, String text) {
        for (var word : text.split(" ", -1)) {
            if (word.length() < 14) {
                everything.add(word);
            }
        }
    }

    private static void pagesAreNumberedAndCarried(PDDocument document, StatementTexts texts)
            throws IOException {
        var pages = document.getNumberOfPages();
        for (int page = 1; page <= pages; page++) {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            var text = withoutBlanks(stripper.getText(document));
            assertThat(text)
                    .contains(
                            withoutBlanks(
                                    texts.text("paper.page", page)
                                            + texts.text("paper.of", pages)));
        }
    }

    @Test
    void carryLinesOfThreeHundredMovementsContinueWhereThePageBeforeEnded() throws IOException {
        var statement = Example.BUSY.statement();
        var texts = texts(statement, "id");
        var pdf = new StatementPaper(statement, texts).render(PAPERS, null);
        try (var document = Loader.loadPDF(pdf)) {
            var out = carried(document, texts.text("paper.carriedOut"));
            var in = carried(document, texts.text("paper.carriedIn"));

            assertThat(document.getNumberOfPages()).isGreaterThan(10);
            assertThat(in).hasSizeGreaterThan(8).isEqualTo(out);
            for (var line : in) {
                assertThat(statement.movements())
                        .anySatisfy(movement ->
                                assertThat(line)
                                        .endsWith(texts.formats().amount(movement.balance())));
            }
        }
    }

    private static List<String> carried(PDDocument document, String label) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        return stripper.getText(document)
                .lines()
                .filter(line -> line.startsWith(label))
                .map(line -> line.substring(label.length()).strip())
                .toList();
    }

    private static long minorUnits(Cell cell) {
        return cell.getCellType() == CellType.STRING
                ? new BigDecimal(cell.getStringCellValue()).movePointRight(2).longValueExact()
                : BigDecimal.valueOf(cell.getNumericCellValue())
                        .setScale(2, java.math.RoundingMode.HALF_EVEN)
                        .movePointRight(2)
                        .longValueExact();
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("\\s", "");
    }

    /** So that a person can look at them. */
    private static void keep(String name, byte[] file) throws IOException {
        var folder = Files.createDirectories(Path.of("target/papers"));
        Files.write(folder.resolve(name.toLowerCase(Locale.ROOT)), file);
    }

    static StatementTexts texts(RegionStatement statement, String language) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/statements");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new StatementTexts(statement, messages, Locale.of(language));
    }
}
