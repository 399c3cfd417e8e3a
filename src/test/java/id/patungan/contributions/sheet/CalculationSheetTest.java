package id.patungan.contributions.sheet;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.patungan.basics.FundCode;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.ContributionsException;
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
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The calculation sheet of issued assessments: paper, spreadsheet, page, and who sees them. */
@DatabaseTest
class CalculationSheetTest {

    private static final Locale INDONESIAN = Locale.of("id");

    private static final String MIX =
            """
            name: Iuran sekretariat
            rule:
              kind: mix
              parts:
              - {share: 40, rule: {kind: equal}}
              - {share: 40, rule: {kind: weights, indicator: population}}
              - {share: 20, rule: {kind: weights, indicator: area}}
            """;

    private static final String BOUNDED =
            """
            rule: {kind: bounded, floor: 10, cap: 50, rule: {kind: weights, indicator: area}}
            """;

    private static final String FIGURES =
            """
            party,name,population,area
            34.71,Kota Yogyakarta,415605,32.819
            34.04,Kabupaten Sleman,1125571,573.749
            34.02,Kabupaten Bantul,980269,511.527
            """;

    private final MockMvcTester http;
    private final Assessments assessments;
    private final CalculationSheets sheets;
    private final SheetRenderer renderer;
    private final People people;
    private final Clock clock;
    private final Town town;

    @Autowired
    CalculationSheetTest(
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

    private String issue(int year, String rule) {
        return issue(year, rule, FIGURES);
    }

    private String issue(int year, String rule, @Nullable String figures) {
        var wish =
                new NewAssessment(
                        NewAssessment.Kind.DUES,
                        year,
                        new FundCode("UMUM"),
                        null,
                        rupiah("330000000"),
                        rule,
                        figures,
                        null,
                        new LegalBasis("PKS-1", "Pasal 6"),
                        LocalDate.of(year, 1, 16),
                        LocalDate.of(year, 3, 31),
                        "Iuran operasional sekretariat " + year,
                        null,
                        Map.of(),
                        Map.of());
        return assessments.issue(town.finance(), wish, "sheet-" + year + rule.hashCode()).code();
    }

    /** Done by hand from what the paper prints; nothing of the program takes part. */
    @Test
    void whoHasThePaperAloneCanRedoBantulsShare() throws IOException {
        var paper = paper(issue(2006, MIX), INDONESIAN);

        var total = number(found(paper, "Jumlah yang dibagi: Rp([0-9.,]+)"));
        assertThat(paper).contains("40 %").contains("20 %");
        var people = column(paper, "Penduduk|Jumlah penduduk|population");
        var areas = column(paper, "Luas wilayah|Luas|area");
        assertThat(people).hasSize(3);
        assertThat(areas).hasSize(3);
        var exact = new TreeMap<String, BigDecimal>();
        for (var code : people.keySet()) {
            var quota =
                    part(total, "0.4", BigDecimal.ONE, BigDecimal.valueOf(3))
                            .add(part(total, "0.4", value(people, code), sum(people)))
                            .add(part(total, "0.2", value(areas, code), sum(areas)));
            exact.put(code, quota);
        }
        var left = total;
        for (var quota : exact.values()) {
            left = left.subtract(quota.setScale(0, RoundingMode.FLOOR));
        }
        var bantul = value(exact, BANTUL);
        var down = bantul.setScale(0, RoundingMode.FLOOR);
        var rest = bantul.subtract(down);
        var rank =
                1
                        + exact.values().stream()
                                .filter(quota -> rest(quota).compareTo(rest) > 0)
                                .count();
        var share = rank <= left.longValueExact() ? down.add(BigDecimal.ONE) : down;

        assertThat(share).isEqualByComparingTo("125512911");
        var line = found(paper, "(34\\.02 Kabupaten Bantul 0,[^\\n]*)");
        assertThat(line)
                .contains(printed(bantul, 6))
                .contains(printed(down, 2))
                .contains(printed(rest, 6))
                .endsWith(printed(share, 2));
    }

    private static BigDecimal part(
            BigDecimal total, String share, BigDecimal weight, BigDecimal weights) {
        return total.multiply(new BigDecimal(share))
                .multiply(weight)
                .divide(weights, MathContext.DECIMAL128);
    }

    private static BigDecimal rest(BigDecimal quota) {
        return quota.subtract(quota.setScale(0, RoundingMode.FLOOR));
    }

    private static BigDecimal value(Map<String, BigDecimal> column, String code) {
        return column.getOrDefault(code, BigDecimal.ZERO);
    }

    private static BigDecimal sum(Map<String, BigDecimal> column) {
        return column.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A column of the inputs, by the code of the party. */
    private static Map<String, BigDecimal> column(String paper, String name) {
        var column = new TreeMap<String, BigDecimal>();
        var lines =
                Pattern.compile("(34\\.[0-9]{2}) K[^0-9\\n]*? (?:" + name + ") ([0-9.,]+)")
                        .matcher(paper);
        while (lines.find()) {
            column.put(lines.group(1), number(lines.group(2)));
        }
        return column;
    }

    private static String found(String text, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1);
    }

    private static BigDecimal number(String printed) {
        return new BigDecimal(printed.replace(".", "").replace(',', '.'));
    }

    private static String printed(BigDecimal value, int decimals) {
        var plain = value.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
        var dot = plain.indexOf('.');
        var whole = plain.substring(0, dot).replaceAll("(?<=\\d)(?=(\\d{3})+$)", ".");
        return whole + "," + plain.substring(dot + 1);
    }

    private String paper(String code, Locale locale) throws IOException {
        var bytes = renderer.file(sheets.of(town.finance(), code), SheetFormat.PDF, locale);
        keep(code + "-" + locale.getLanguage() + ".pdf", bytes);
        try (var document = Loader.loadPDF(bytes)) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replaceAll("[ \\u2003]+", " ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void theChartsFollowTheLastTableWhereTheyFit(String language) throws IOException {
        issue(2006, MIX);
        var bytes =
                renderer.file(
                        sheets.of(town.finance(), issue(2007, BOUNDED)),
                        SheetFormat.PDF,
                        Locale.of(language));

        try (var document = Loader.loadPDF(bytes)) {
            for (var page = 1; page <= document.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                var text = stripper.getText(document);
                assertThat(text.contains("\nE. ")).isEqualTo(text.contains("\nD. "));
            }
        }
    }

    /** For people who want to look at what the tests looked at. */
    private static void keep(String name, byte[] bytes) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "papers"));
        Files.write(folder.resolve("sheet-" + name), bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void thePaperSaysEverythingThePageSays(String language) throws IOException {
        issue(2006, MIX);
        var code = issue(2007, BOUNDED);
        var view = renderer.view(sheets.of(town.finance(), code), Locale.of(language));

        var paper = paper(code, Locale.of(language)).replaceAll("\\s+", " ");

        for (var row : view.rows()) {
            assertThat(paper)
                    .contains(row.portion(), row.quota(), row.down(), row.remainder(), row.share());
        }
        for (var change : view.changes()) {
            assertThat(paper).contains(change.before(), change.now(), change.change());
        }
        for (var input : view.inputs()) {
            assertThat(paper).contains(input.value(), input.indicator());
        }
        for (var step : view.steps()) {
            assertThat(paper).contains(step.text().replaceAll("\\s+", " "));
        }
        assertThat(paper)
                .contains(view.digest())
                .contains(view.formula().replaceAll("\\s+", " "))
                .contains(language.equals("id") ? "Halaman 1 dari" : "Page 1 of")
                .doesNotContain("??");
    }

    @Test
    void theYearBeforeStandsBesideItUnlessItWasCancelled() {
        var first = issue(2006, MIX);
        var second = issue(2007, BOUNDED);

        var sheet = sheets.of(town.finance(), second);

        assertThat(sheet.reproduced()).isTrue();
        assertThat(sheet.ties()).isTrue();
        var before = sheet.before();
        assertThat(before).isNotNull();
        assertThat(sheet.lines().getFirst().row().bound()).isEqualTo("floor");
        assertThat(sheet.lines().getFirst().share(sheet.body().currency()))
                .isEqualTo(rupiah("33000000"));
        assertThat(sheet.lines().getFirst().before()).isEqualTo(rupiah("67694582"));
        assertThat(sheets.of(town.finance(), first).before()).isNull();

        assessments.cancel(
                town.finance(), first, LocalDate.of(2006, 2, 1), "Salah aturan", "cancel-first");

        assertThat(sheets.of(town.finance(), second).before()).isNull();
    }

    @Test
    void theSpreadsheetHasFormulasForEverything() throws IOException {
        var code = issue(2006, MIX);
        var bytes = renderer.file(sheets.of(town.finance(), code), SheetFormat.XLSX, INDONESIAN);
        keep("mix-id.xlsx", bytes);

        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            var shares = book.getName("shares").getRefersToFormula();
            var first = new CellReference(shares.substring(0, shares.indexOf(':')));
            var cell =
                    book.getSheet(first.getSheetName())
                            .getRow(first.getRow())
                            .getCell(first.getCol());
            assertThat(cell.getCellType()).isEqualTo(CellType.FORMULA);
            assertThat(book.getForceFormulaRecalculation()).isTrue();
        }
        assertThat(renderer.file(sheets.of(town.finance(), code), SheetFormat.XLSX, INDONESIAN))
                .isEqualTo(bytes);
    }

    @Test
    void aTableOfDuesIsReproducedFromTheWordsThatWereFrozen() {
        var table =
                """
                rule:
                  kind: bands
                  scale: true
                  category: kind
                  class: size
                  table: {city: {small: 1}, rural: {small: 2, large: 3}}
                """;
        var code =
                issue(
                        2006,
                        table,
                        """
                        party,name,kind,size
                        34.71,Kota Yogyakarta,city,small
                        34.04,Kabupaten Sleman,rural,large
                        34.02,Kabupaten Bantul,rural,small
                        """);

        assertThat(sheets.of(town.finance(), code).reproduced()).isTrue();
    }

    @Test
    void whoHasAShareSeesTheWholeSheetAndNobodyElse() throws Exception {
        var code = issue(2006, MIX);
        var wastewater = assessments.issue(town.finance(), town.wastewater(), "wastewater").code();
        var sleman = person("s", new Scope.OneParty(id(SLEMAN)), Role.TREASURER);
        var province = person("p", new Scope.OneParty(id(Kartamantul.PROVINCE)), Role.TREASURER);
        var donor = person("d", new Scope.OneFund(new FundCode("UMUM")), Role.DONOR_VIEWER);

        for (var language : List.of("id", "en")) {
            var page = get(sleman, "/assessments/" + code + "/sheet?lang=" + language);
            assertThat(page).hasStatusOk();
            assertThat(text(page))
                    .contains("Kabupaten Bantul")
                    .contains(language.equals("id") ? "125.512.911,00" : "125,512,911.00")
                    .doesNotContain("??");
        }
        assertThat(get(sleman, "/assessments/" + code + "/sheet.json")).hasStatusOk();
        assertThat(text(get(sleman, "/assessments/" + code + "/sheet.csv?lang=id")))
                .contains("no_longer_charged")
                .doesNotContain("due_2006");
        var halves =
                assessments
                        .issue(
                                town.finance(),
                                town.dues()
                                        .dueOn(
                                                List.of(
                                                        LocalDate.of(2006, 3, 31),
                                                        LocalDate.of(2006, 9, 30))),
                                "halves")
                        .code();
        assertThat(text(get(sleman, "/assessments/" + halves + "/sheet.csv?lang=id")))
                .contains("no_longer_charged;due_2006-03-31;due_2006-09-30")
                .containsPattern("34\\.04;.*;55000000,00;55000000,00");
        assertThat(get(sleman, "/assessments/" + code + "/sheet.html")).hasStatus(400);
        var split = get(province, "/assessments/" + wastewater + "/sheet");
        assertThat(split).hasStatusOk();
        assertThat(text(split)).contains("Kajian UGM 2006/07");
        assertThat(paper(wastewater, INDONESIAN)).contains("Kajian UGM 2006/07");
        for (var format : List.of("", ".pdf", ".xlsx", ".csv", ".json")) {
            assertThat(get(donor, "/assessments/" + code + "/sheet" + format)).hasStatus(404);
            assertThat(get(province, "/assessments/" + code + "/sheet" + format)).hasStatus(404);
        }
        assertThatThrownBy(() -> sheets.of(town.finance(), "AS-2006-0999"))
                .isInstanceOf(ContributionsException.class);
    }

    private id.patungan.basics.PartyId id(String code) {
        var id = town.ids().get(code);
        if (id == null) throw new IllegalArgumentException(code);
        return id;
    }

    private String person(String name, Scope scope, Role role) {
        var administrator =
                new Viewer(
                        "admin",
                        "Administrator",
                        List.of(new Permission(Role.ADMINISTRATOR, null, new Scope.All())));
        var handle = name + "-" + town.code();
        people.create(administrator, handle, handle, "a long password 1");
        people.grant(
                administrator,
                handle,
                new Permission(role, town.body(), scope),
                LocalDate.now(clock).minusDays(1),
                null);
        return handle;
    }

    private MvcTestResult get(String handle, String path) {
        return http.get().uri("/bodies/" + town.code() + path).with(user(handle)).exchange();
    }

    private static String text(MvcTestResult result) throws Exception {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
