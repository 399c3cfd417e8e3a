package id.patungan.contributions.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.allocation.AcceptanceCases;
import id.patungan.allocation.Allocation;
import id.patungan.allocation.KindCases;
import id.patungan.allocation.Parties;
import id.patungan.allocation.PartiesFile;
import id.patungan.allocation.Rule;
import id.patungan.allocation.RuleDocument;
import id.patungan.allocation.RuleFile;
import id.patungan.allocation.Shares;
import id.patungan.basics.DomainException;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;
import id.patungan.testing.LibreOffice;
import id.patungan.testing.Needs;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The live sheet, calculated by a spreadsheet program: the same rupiah as the engine, for the
 * inputs it was made with and for others typed into it. Files carry no results, so whatever stands
 * in them afterwards was calculated.
 */
@Needs(Needs.Part.LIBREOFFICE)
class LiveWorkbookIT {

    private static final int SEEDS = 60;
    private static final Currency IDR = Currency.getInstance("IDR");

    @TempDir static Path folder;

    private static final List<Case> CASES = new ArrayList<>();

    /**
     * A workbook and what must come out of it.
     *
     * @param asked what it is made for
     * @param typed what is typed into it before it is calculated; null for nothing
     */
    record Case(String name, Question asked, @Nullable Question typed) {
        Question last() {
            return typed == null ? asked : typed;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    record Question(RuleDocument document, Parties parties, Money total, Shares shares) {
        static Question of(RuleDocument document, Parties parties, Money total) {
            return new Question(
                    document, parties, total, Allocation.allocate(total, document, parties));
        }
    }

    static Stream<Case> cases() {
        if (CASES.isEmpty()) {
            Stream.concat(AcceptanceCases.all(), KindCases.priced()).forEach(LiveWorkbookIT::add);
            for (var seed = 0; seed < SEEDS; seed++) {
                addRandom(seed);
            }
            addMarginal();
            addLarge();
            addUnits();
            addCorridors();
        }
        return CASES.stream();
    }

    private static void add(AcceptanceCases.Case given) {
        var document = RuleFile.read("rule", given.rule()).document();
        var parties = PartiesFile.read("parties", given.parties());
        var currency = Currency.getInstance(given.currency());
        var total =
                document.rule().ownTotal()
                        ? Allocation.charge(currency, document, parties).total()
                        : Money.of(currency, new BigDecimal(given.total()));
        var asked = Question.of(document, parties, total);
        CASES.add(new Case(given.name(), asked, null));
        changed(given.name(), asked, CASES.size());
    }

    /** The same with another total, or with other figures, as far as the rule allows. */
    private static void changed(String name, Question asked, int seed) {
        var random = new Random(seed);
        var figures = new ArrayList<Parties.Party>();
        for (var party : asked.parties().all()) {
            var own = new LinkedHashMap<String, Fraction>();
            party.figures()
                    .forEach((key, value) ->
                            own.put(
                                    key,
                                    value.isInteger()
                                            ? value.plus(Fraction.of(random.nextInt(3)))
                                            : value.times(Fraction.of(3))));
            figures.add(
                    new Parties.Party(
                            party.code(), party.name(), own, party.words(), party.tieHistory()));
        }
        var more = asked.total().plus(new Money(asked.total().currency(), 700L * seed + 100));
        var own = asked.document().rule().ownTotal();
        try {
            var parties = new Parties(figures);
            var total =
                    own
                            ? Allocation.charge(asked.total().currency(), asked.document(), parties)
                                    .total()
                            : asked.total();
            CASES.add(
                    new Case(
                            name + ", other figures",
                            asked,
                            Question.of(asked.document(), parties, total)));
            if (!own) {
                CASES.add(
                        new Case(
                                name + ", another total",
                                asked,
                                Question.of(asked.document(), asked.parties(), more)));
            }
        } catch (DomainException refusal) {
            // A table of costs holds for its own total only: nothing else can be typed
            assertThat(refusal.code()).startsWith("allocation.");
        }
    }

    private static void addRandom(int seed) {
        var rules = new RandomRules(seed);
        var document = rules.document();
        var parties = rules.parties();
        try {
            var asked = Question.of(document, parties, rules.total());
            CASES.add(new Case("seed " + seed, asked, null));
        } catch (DomainException refusal) {
            assertThat(refusal.code()).startsWith("allocation.");
        }
    }

    /** By what each adds to the cost, by name and by classes. */
    private static void addMarginal() {
        var text =
                """
                rule:
                  kind: marginal
                  costs: {A: 600, B: 500, C: 400, A+B: 900, A+C: 800, B+C: 700, A+B+C: 1000}
                """;
        var document = RuleFile.read("rule", text).document();
        var total = Money.of(Currency.getInstance("IDR"), new BigDecimal("1000"));
        CASES.add(
                new Case(
                        "marginal", Question.of(document, Parties.of("A", "B", "C"), total), null));
    }

    /** Ten thousand billion by revenues in full rupiah: no product of the two fits a cell. */
    private static void addLarge() {
        var rule =
                """
                rule: {kind: weights, indicator: revenue}
                """;
        var parties =
                """
                party,name,revenue
                A,a,4123456789123
                B,b,987654321987
                C,c,1
                D,d,2718281828459
                """;
        var asked =
                Question.of(
                        RuleFile.read("rule", rule).document(),
                        PartiesFile.read("parties", parties),
                        Money.of(Currency.getInstance("IDR"), new BigDecimal("9999999999999")));
        CASES.add(new Case("ten thousand billion", asked, null));
        changed("ten thousand billion", asked, 7);
        var back = Question.of(asked.document(), asked.parties(), asked.total().negated());
        CASES.add(new Case("a refund", asked, back));
    }

    /** Units of millions, with sen, up to ten thousand billion sen. */
    private static void addUnits() {
        var parties =
                """
                party,name,people
                A,a,415605
                B,b,1125571
                C,c,980269
                D,d,3
                """;
        var totals = List.of("98765432109.87", "99999999999.99", "1234567.89", "30000000.01");
        for (var unit : List.of("10000000", "1000000", "0.05", "7")) {
            for (var total : totals) {
                for (var rule :
                        List.of(
                                "{kind: fixed, amounts: {A: 1234567.89}, remainder_to: B, rest:"
                                        + " {kind: weights, indicator: people}}",
                                "{kind: fixed, amounts: {}, remainder_to: D, rest: {kind: weights,"
                                        + " indicator: people}}")) {
                    var document =
                            RuleFile.read("rule", "unit: " + unit + "\nrule: " + rule).document();
                    CASES.add(
                            new Case(
                                    "unit " + unit + " of " + total + ", " + rule.length(),
                                    Question.of(
                                            document,
                                            PartiesFile.read("parties", parties),
                                            Money.of(IDR, new BigDecimal(total))),
                                    null));
                }
            }
        }
        for (var seed = 0; seed < 24; seed++) {
            var rules = new RandomRules(1000 + seed);
            var unit = List.of(10_000_000, 1_000_000, 500).get(seed % 3);
            try {
                var total = rules.total().plus(new Money(IDR, 7L * seed));
                CASES.add(
                        new Case(
                                "unit " + unit + ", seed " + seed,
                                Question.of(
                                        rules.document(Fraction.of(unit)), rules.parties(), total),
                                null));
            } catch (DomainException refusal) {
                assertThat(refusal.code()).startsWith("allocation.");
            }
        }
    }

    /** Who is held by a corridor, who pays for it, and who had nothing to hold on to. */
    private static void addCorridors() {
        for (var before : List.of("{A: 50, B: 30, C: 20}", "{A: 80, B: 20}", "{B: 50, C: 50}")) {
            for (var after : List.of("{A: 10, B: 20, C: 70}", "{A: 100}", "{A: 50, C: 50}")) {
                for (var width : List.of(0, 5, 40)) {
                    var rule =
                            "rule: {kind: blend, old: {kind: percent, shares: "
                                    + before
                                    + "}, new: {kind: percent, shares: "
                                    + after
                                    + "}, share_new: 60, corridor: "
                                    + width
                                    + "}";
                    CASES.add(
                            new Case(
                                    "corridor " + width + " from " + before + " to " + after,
                                    Question.of(
                                            RuleFile.read("rule", rule).document(),
                                            Parties.of("A", "B", "C"),
                                            Money.of(IDR, new BigDecimal("1000000001"))),
                                    null));
                }
            }
        }
        var rule =
                """
                rule: {kind: bounded, floor: {A: 5}, cap: 60, rule: {kind: weights, indicator: p}}
                """;
        var parties = "party,name,p\nA,a,0\nB,b,0\nC,c,9\nD,d,5\n";
        CASES.add(
                new Case(
                        "corridor of bounds, some of weight 0",
                        Question.of(
                                RuleFile.read("rule", rule).document(),
                                PartiesFile.read("parties", parties),
                                Money.of(IDR, new BigDecimal("1000000001"))),
                        null));
    }

    @BeforeAll
    static void calculate() throws IOException, InterruptedException {
        var written = Files.createDirectories(folder.resolve("written"));
        var cases = cases().toList();
        for (var number = 0; number < cases.size(); number++) {
            try (var book = workbook(cases.get(number).asked())) {
                var typed = cases.get(number).typed();
                if (typed != null) type(book, cases.get(number).asked(), typed);
                try (var out = Files.newOutputStream(written.resolve("case" + number + ".xlsx"))) {
                    book.write(out);
                }
            }
        }
        LibreOffice.convert(
                written,
                Files.createDirectories(folder.resolve("calculated")),
                folder.resolve("home"),
                "xlsx");
    }

    private static XSSFWorkbook workbook(Question asked) {
        var messages = new org.springframework.context.support.ResourceBundleMessageSource();
        messages.setBasename("messages/sheet");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        var book = new XSSFWorkbook();
        Live.Words words =
                (key, arguments) ->
                        messages.getMessage(
                                "sheet.live." + key, arguments, java.util.Locale.of("id"));
        var page = new Page(book, words.of("tab"));
        new LiveWorkbook(book, words, name -> name)
                .write(page, asked.document(), asked.parties(), asked.total(), asked.shares());
        return book;
    }

    /** What somebody would type into the yellow cells. */
    private static void type(XSSFWorkbook book, Question asked, Question typed) {
        if (!asked.document().rule().ownTotal()) {
            cells(book, "total").getFirst().setCellValue(typed.total().toDecimal().doubleValue());
        }
        var names = new ArrayList<String>();
        for (var party : asked.parties().all()) {
            party.figures().keySet().stream()
                    .filter(name -> !names.contains(name))
                    .forEach(names::add);
        }
        for (var number = 0; number < names.size(); number++) {
            var cells = cells(book, "indicator_" + (number + 1));
            for (var line = 0; line < cells.size(); line++) {
                var value = typed.parties().all().get(line).figures().get(names.get(number));
                if (value != null) {
                    cells.get(line)
                            .setCellValue(
                                    value.rounded(9, java.math.RoundingMode.HALF_EVEN)
                                            .doubleValue());
                }
            }
        }
    }

    private static List<org.apache.poi.ss.usermodel.Cell> cells(XSSFWorkbook book, String name) {
        var area =
                new AreaReference(
                        book.getName(name).getRefersToFormula(), book.getSpreadsheetVersion());
        var cells = new ArrayList<org.apache.poi.ss.usermodel.Cell>();
        for (CellReference at : area.getAllReferencedCells()) {
            cells.add(book.getSheet(at.getSheetName()).getRow(at.getRow()).getCell(at.getCol()));
        }
        return cells;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aSpreadsheetProgramGetsTheSameShares(Case given) throws IOException {
        var number = CASES.indexOf(given);
        try (var book =
                new XSSFWorkbook(
                        Files.newInputStream(
                                folder.resolve("calculated/case" + number + ".xlsx")))) {
            var shares = cells(book, "shares");
            var found = new ArrayList<String>();
            for (var cell : shares) {
                found.add(
                        cell.getCachedFormulaResultType() == CellType.NUMERIC
                                ? BigDecimal.valueOf(cell.getNumericCellValue())
                                        .setScale(2)
                                        .toPlainString()
                                : cell.getCachedFormulaResultType().toString());
            }
            assertThat(found)
                    .as(() -> RuleFile.write(given.asked().document()))
                    .containsExactlyElementsOf(
                            given.last().shares().shares().stream()
                                    .map(share -> share.share().toDecimal().toPlainString())
                                    .toList());
        }
    }

    static Stream<Case> corridors() {
        return cases().filter(one -> one.name().startsWith("corridor"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corridors")
    void itNamesTheSameBounds(Case given) throws IOException {
        var number = CASES.indexOf(given);
        try (var book =
                new XSSFWorkbook(
                        Files.newInputStream(
                                folder.resolve("calculated/case" + number + ".xlsx")))) {
            var found = cells(book, "bounds").stream().map(cell -> cell.getStringCellValue());
            assertThat(found.toList())
                    .containsExactlyElementsOf(
                            given.last().shares().shares().stream()
                                    .map(share ->
                                            switch (share.bound()) {
                                                case null -> "";
                                                case FLOOR -> "batas bawah";
                                                case CAP -> "batas atas";
                                                case PIN -> "dipatok";
                                            })
                                    .toList());
        }
    }

    @Test
    void filesCarryNoResults() throws IOException {
        for (var given : CASES.subList(0, 9)) {
            try (var book = workbook(given.asked())) {
                for (var cell : cells(book, "shares")) {
                    assertThat(cell.getCellType()).isEqualTo(CellType.FORMULA);
                    assertThat(cell.getNumericCellValue()).isZero();
                }
            }
        }
    }

    /** Kinds that the cases above must have met. */
    @Test
    void everyKindIsAmongThem() {
        var kinds = new java.util.TreeSet<String>();
        CASES.forEach(one -> collect(one.asked().document().rule(), kinds));
        assertThat(kinds)
                .containsExactlyInAnyOrder(
                        "bands",
                        "blend",
                        "bounded",
                        "equal",
                        "fixed",
                        "marginal",
                        "mix",
                        "nucleolus",
                        "only",
                        "percent",
                        "pinned",
                        "rate",
                        "scaled-sum",
                        "scrb",
                        "sequential",
                        "shapley",
                        "stand-alone",
                        "two-part",
                        "weights");
    }

    private static void collect(Rule rule, java.util.Set<String> kinds) {
        kinds.add(rule.kind());
        rule.inner().forEach(inner -> collect(inner.rule(), kinds));
    }
}
