package id.patungan.contributions.sheet;

import static id.patungan.contributions.Kartamantul.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.patungan.basics.FundCode;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.LegalBasis;
import id.patungan.contributions.NewAssessment;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.platform.People;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;
import id.patungan.testing.DatabaseTest;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who paid the year before and left stands on the sheet, so that last year's column adds up. */
@DatabaseTest
class LeaversOnSheetTest {

    private static final Locale INDONESIAN = Locale.of("id");
    private static final String EQUAL = "rule: {kind: equal}";

    private final MockMvcTester http;
    private final Assessments assessments;
    private final CalculationSheets sheets;
    private final SheetRenderer renderer;
    private final People people;
    private final Clock clock;
    private final Town town;
    private String code = "";

    @Autowired
    LeaversOnSheetTest(
            WebApplicationContext context,
            Assessments assessments,
            CalculationSheets sheets,
            SheetRenderer renderer,
            People people,
            Clock clock,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.http = MockMvcTester.from(context, with -> with.apply(springSecurity()).build());
        this.assessments = assessments;
        this.sheets = sheets;
        this.renderer = renderer;
        this.people = people;
        this.clock = clock;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
    }

    @BeforeEach
    void bantulPaidLastYearOnly() {
        issue(
                2006,
                "100000000",
                """
                party,name
                34.71,Kota Yogyakarta
                34.04,Kabupaten Sleman
                34.02,Kabupaten Bantul
                """);
        code =
                issue(
                        2007,
                        "90000000",
                        """
                        party,name
                        34.71,Kota Yogyakarta
                        34.04,Kabupaten Sleman
                        """);
    }

    private String issue(int year, String total, String figures) {
        var wish =
                new NewAssessment(
                        NewAssessment.Kind.DUES,
                        year,
                        new FundCode("UMUM"),
                        null,
                        rupiah(total),
                        EQUAL,
                        figures,
                        null,
                        new LegalBasis("PKS-1", "Pasal 6"),
                        LocalDate.of(year, 1, 16),
                        LocalDate.of(year, 3, 31),
                        "Iuran " + year,
                        null,
                        Map.of(),
                        Map.of());
        return assessments.issue(town.finance(), wish, "leaver-" + year).code();
    }

    private byte[] file(SheetFormat format) {
        return renderer.file(sheets.of(town.finance(), code), format, INDONESIAN);
    }

    @Test
    void theTableOfChangesAddsToLastYearsTotal() throws IOException {
        try (var document = Loader.loadPDF(file(SheetFormat.PDF))) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            assertThat(stripper.getText(document).replaceAll("[ \\u2003]+", " "))
                    .contains(
                            "34.02 Kabupaten Bantul \u00b7 tidak lagi ditagih 33.333.334,00 0,00"
                                    + " -33.333.334,00 -100,00 %")
                    .contains("Jumlah 100.000.000,00 90.000.000,00");
        }
    }

    @Test
    void thePageAndItsChartNameThem() throws Exception {
        var administrator =
                new Viewer(
                        "admin",
                        "Administrator",
                        List.of(new Permission(Role.ADMINISTRATOR, null, new Scope.All())));
        var handle = "auditor-" + town.code();
        people.create(administrator, handle, handle, "a long password 1");
        people.grant(
                administrator,
                handle,
                new Permission(Role.AUDITOR, town.body(), new Scope.All()),
                LocalDate.now(clock).minusDays(1),
                null);

        var page =
                http.get()
                        .uri("/bodies/" + town.code() + "/assessments/" + code + "/sheet?lang=en")
                        .with(user(handle))
                        .exchange()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8);

        assertThat(page).contains("no longer charged").contains("33,333,334.00");
        var drawing =
                page.substring(page.indexOf("<figure class=\"chart\""), page.indexOf("</figure>"));
        assertThat(drawing).contains("Kabupaten Bantul").contains("33.33");
        assertThat(page).contains("The part of Kabupaten Bantul changed most: from 33.33");
    }

    @Test
    void dataHasThemWithNothingToPay() {
        var csv = new String(file(SheetFormat.CSV), StandardCharsets.UTF_8);
        assertThat(csv).contains("34.02;Kabupaten Bantul;;;;;;;0,00;33333334,00;yes");
        var before =
                csv.lines()
                        .skip(1)
                        .map(line -> line.split(";", -1)[9].replace(',', '.'))
                        .map(BigDecimal::new)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(before).isEqualByComparingTo("100000000");
        assertThat(new String(file(SheetFormat.JSON), StandardCharsets.UTF_8).replaceAll("\\s", ""))
                .contains(
                        "\"noLongerCharged\":[{\"name\":\"KabupatenBantul\",\"party\":\"34.02\","
                                + "\"share\":\"0.00\",\"shareBefore\":\"33333334.00\"}]");
    }

    @Test
    void theSpreadsheetAddsThemUp() throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file(SheetFormat.XLSX)))) {
            var tab = book.getSheet("Tahun lalu");
            var sum = BigDecimal.ZERO;
            var named = false;
            for (var row : tab) {
                var cell = row.getCell(2);
                if (cell != null && cell.getCellType() == CellType.NUMERIC) {
                    sum = sum.add(BigDecimal.valueOf(cell.getNumericCellValue()));
                }
                named |=
                        row.getCell(1) != null
                                && row.getCell(1)
                                        .getStringCellValue()
                                        .equals("Kabupaten Bantul \u00b7 tidak lagi ditagih");
            }
            assertThat(sum).isEqualByComparingTo("100000000");
            assertThat(named).isTrue();
        }
    }
}
