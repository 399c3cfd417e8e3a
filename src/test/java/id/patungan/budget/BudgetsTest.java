package id.patungan.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.patungan.basics.AmountReader.Grammar;
import id.patungan.basics.DomainException;
import id.patungan.basics.FundCode;
import id.patungan.basics.InputException;
import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.ledger.Books;
import id.patungan.ledger.CheckResult;
import id.patungan.ledger.Checks;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.Audit;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.SuperUser;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/** Budgets: drafted by one, adopted by another, changed once. */
@DatabaseTest
class BudgetsTest {

    private static final String MAIN = Budget.MAIN;
    private static final String DECISION = "Keputusan Forum 12/2005, 20-12-2005";

    private final Budgets budgets;
    private final BudgetFile file;
    private final Checks checks;
    private final Audit audit;
    private final SuperUser superUser;
    private final Town town;
    private final Access finance;
    private final Access chair;

    @Autowired
    BudgetsTest(
            Budgets budgets,
            BudgetFile file,
            Checks checks,
            Audit audit,
            SuperUser superUser,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.budgets = budgets;
        this.file = file;
        this.checks = checks;
        this.audit = audit;
        this.superUser = superUser;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
        this.finance = town.finance();
        this.chair = town.as(Role.APPROVER, new Scope.All());
    }

    private static long rupiah(long amount) {
        return amount * 100;
    }

    private static BudgetLine dues() {
        return BudgetLine.of(
                "41100",
                "UMUM",
                null,
                "Iuran anggota",
                new Spread(rupiah(330_000_000), List.of(3, 9)),
                100);
    }

    private static BudgetLine staff() {
        return BudgetLine.of(
                "51100", "UMUM", null, "Staf", Staff.wholeYear(5, rupiah(5_000_000), 10));
    }

    private static BudgetLine waste() {
        return BudgetLine.of(
                "54100",
                "PROYEK-SAMPAH",
                "SAMPAH",
                "TPA",
                Spread.wholeYear(rupiah(1_900_000_000)),
                100);
    }

    private static BudgetPlan plan(BudgetLine... lines) {
        return new BudgetPlan("Anggaran", "Budget", List.of(lines));
    }

    private YearBudget draft(int year, String alternative, BudgetPlan plan) {
        return budgets.draft(finance, year, alternative, BudgetStep.ORIGINAL, plan, null);
    }

    private YearBudget adopted(int year) {
        var draft = draft(year, MAIN, plan(dues(), staff(), waste()));
        return budgets.adopt(chair, year, MAIN, draft.version(), DECISION);
    }

    private static void refused(String code, Runnable attempt) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(attempt::run)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void aDraftIsReplacedAdoptedByAnotherAndThenStays() {
        assertThat(budgets.all(finance)).isEmpty();
        var first = draft(2006, MAIN, plan(dues()));
        assertThat(draft(2006, MAIN, plan(dues()))).isEqualTo(first);
        var second = draft(2006, MAIN, plan(waste(), staff(), dues()));
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.lines())
                .extracting(BudgetLine::account)
                .containsExactly("54100", "41100", "51100");
        assertThat(second.adopted()).isFalse();
        assertThat(second.total(BudgetSide.INCOME, null)).isEqualTo(rupiah(330_000_000));
        assertThat(second.difference("UMUM")).isEqualTo(rupiah(5_000_000));
        refused(
                "budget.changed-meanwhile",
                () -> budgets.draft(finance, 2006, MAIN, BudgetStep.ORIGINAL, plan(), 1));
        refused("budget.changed-meanwhile", () -> budgets.adopt(chair, 2006, MAIN, 1, DECISION));
        refused("budget.missing", () -> budgets.adopt(chair, 2006, MAIN, 2, " "));

        var adopted = budgets.adopt(chair, 2006, MAIN, 2, DECISION);
        assertThat(budgets.adopt(chair, 2006, MAIN, 2, DECISION)).isEqualTo(adopted);

        assertThat(adopted.decision()).isEqualTo(DECISION);
        assertThat(budgets.inForce(finance, 2006, MAIN)).contains(adopted);
        refused("budget.frozen", () -> draft(2006, MAIN, plan()));
        refused("budget.frozen", () -> budgets.adopt(chair, 2006, MAIN, 2, "Lain"));
        assertThat(audit.trail(finance, null))
                .extracting(event -> event.action() + " " + event.subject())
                .contains("budget.draft 2006 main original", "budget.adopt 2006 main original");
    }

    @Test
    void aRevisionComesAfterTheOriginalAndOnce() {
        refused(
                "budget.not-adopted",
                () -> budgets.draft(finance, 2006, MAIN, BudgetStep.REVISION, plan(dues()), null));
        var original = adopted(2006);
        var revision = budgets.revise(finance, 2006, MAIN);
        assertThat(budgets.revise(finance, 2006, MAIN)).isEqualTo(revision);
        assertThat(revision.lines()).isEqualTo(original.lines());
        assertThat(budgets.inForce(finance, 2006, MAIN)).contains(original);
        refused("budget.frozen", () -> draft(2006, MAIN, plan()));

        var changed =
                budgets.draft(
                        finance,
                        2006,
                        MAIN,
                        BudgetStep.REVISION,
                        plan(dues(), waste()),
                        revision.version());
        var adopted = budgets.adopt(chair, 2006, MAIN, changed.version(), "Perubahan 1");

        var budget = budgets.get(finance, 2006, MAIN);
        assertThat(budget.inForce()).isEqualTo(adopted);
        assertThat(budget.original()).isEqualTo(original);
        refused("budget.revised", () -> budgets.revise(finance, 2006, MAIN));
        refused("budget.frozen", () -> draft(2006, MAIN, plan()));
    }

    @Test
    void whoPreparesDoesNotAdoptAndNobodyAdoptsNothing() {
        var both =
                new Access(
                        new Viewer(
                                "both",
                                "Both",
                                List.of(
                                        new Permission(Role.FINANCE, town.body(), new Scope.All()),
                                        new Permission(
                                                Role.APPROVER, town.body(), new Scope.All()))),
                        town.body());
        budgets.draft(both, 2006, MAIN, BudgetStep.ORIGINAL, plan(dues()), null);
        var later = draft(2006, MAIN, plan(dues(), staff()));
        refused(
                "budget.own-work",
                () -> budgets.adopt(both, 2006, MAIN, later.version(), DECISION));
        assertThat(budgets.mayAdopt(both, budgets.get(both, 2006, MAIN))).isFalse();
        assertThat(budgets.mayAdopt(chair, budgets.get(chair, 2006, MAIN))).isTrue();
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> budgets.adopt(finance, 2006, MAIN, later.version(), DECISION));
        var empty = draft(2007, MAIN, plan());
        refused(
                "budget.no-lines",
                () -> budgets.adopt(chair, 2007, MAIN, empty.version(), DECISION));
    }

    @Test
    void aYearHasOneAdoptedAlternative() {
        adopted(2011);
        var other = draft(2011, "M2", plan(dues()));
        assertThat(budgets.alternatives(finance, 2011))
                .extracting(Budgets.Alternative::code)
                .containsExactly("M2", MAIN);
        refused(
                "budget.year-adopted",
                () -> budgets.adopt(chair, 2011, "M2", other.version(), DECISION));
        assertThat(Budgets.alternative(" m2 ")).isEqualTo("M2");
        assertThat(Budgets.alternative("")).isEqualTo(MAIN);
        refused("budget.alternative", () -> Budgets.alternative("M 2"));
    }

    @Test
    void aLineThatDoesNotFitTheBookIsRefusedWithItsPlace() {
        for (var wrong :
                List.of(
                        BudgetLine.of("99999", "UMUM", null, "x", Spread.wholeYear(1), 100),
                        BudgetLine.of("11200", "UMUM", null, "x", Spread.wholeYear(1), 100),
                        BudgetLine.of("49100", "UMUM", null, "x", Spread.wholeYear(1), 100),
                        BudgetLine.of("51100", "LAIN", null, "x", Spread.wholeYear(1), 100),
                        BudgetLine.of("51100", "UMUM", "LAIN", "x", Spread.wholeYear(1), 100),
                        BudgetLine.of("51100", "UMUM", null, " ", Spread.wholeYear(1), 100),
                        dues())) {
            assertThatExceptionOfType(BudgetException.class)
                    .as(wrong.toString())
                    .isThrownBy(() -> draft(2006, MAIN, plan(dues(), wrong)))
                    .withMessageStartingWith("Line ");
        }
        var minus = new java.util.ArrayList<>(dues().months());
        minus.set(0, -1L);
        refused(
                "budget.line",
                () -> draft(2006, MAIN, plan(BudgetLine.typed("41100", "UMUM", null, "x", minus))));
        refused("budget.year", () -> draft(1, MAIN, plan(dues())));
        assertThat(budgets.all(finance)).isEmpty();
        draft(
                2006,
                MAIN,
                plan(BudgetLine.of("12100", "UMUM", null, "Meja", Spread.wholeYear(1), 100)));
    }

    @Test
    void lastYearIsCopiedWithAPercentage() {
        adopted(2006);
        var next =
                budgets.copy(
                        finance,
                        2007,
                        MAIN,
                        "Anggaran",
                        "Budget",
                        budgets.get(finance, 2006, MAIN),
                        BigDecimal.valueOf(100),
                        new BigDecimal("106.5"));

        assertThat(next.total(BudgetSide.INCOME, null)).isEqualTo(rupiah(330_000_000));
        assertThat(next.total(BudgetSide.EXPENSE, "UMUM")).isEqualTo(rupiah(5 * 5_325_000L * 13));
        assertThat(next.total(BudgetSide.EXPENSE, "PROYEK-SAMPAH"))
                .isEqualTo(rupiah(2_023_500_000));
        refused("budget.already-there", () -> budgets.start(finance, 2007, MAIN, "A", "B"));
        refused(
                "budget.index",
                () ->
                        budgets.copy(
                                finance,
                                2008,
                                MAIN,
                                "A",
                                "B",
                                budgets.get(finance, 2006, MAIN),
                                BigDecimal.ZERO,
                                BigDecimal.ONE));
    }

    @Test
    void whoSeesAFundSeesItsLinesOnceAdopted() {
        var donor = town.as(Role.DONOR_VIEWER, new Scope.OneFund(new FundCode("PROYEK-SAMPAH")));
        var other = town.as(Role.DONOR_VIEWER, new Scope.OneFund(new FundCode("PROYEK-LIMBAH")));
        draft(2007, MAIN, plan(waste()));
        assertThat(budgets.all(donor)).isEmpty();
        adopted(2006);

        assertThat(budgets.all(donor))
                .singleElement()
                .satisfies(seen -> assertThat(seen.lines()).containsExactly(waste()));
        assertThat(budgets.all(other)).isEmpty();
        assertThat(budgets.all(town.treasurerOf(Kartamantul.SLEMAN))).isEmpty();
        refused("budget.no-such-budget", () -> budgets.get(other, 2006, MAIN));
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() ->
                        budgets.draft(donor, 2006, MAIN, BudgetStep.ORIGINAL, plan(waste()), null));
    }

    @Test
    void theDatabaseItselfKeepsWhatIsAdopted() throws SQLException {
        adopted(2006);
        var where = " WHERE book_id = " + town.body().value();
        for (var statement :
                List.of(
                        "UPDATE budget_version SET plan = '{}'" + where,
                        "DELETE FROM budget_adoption" + where,
                        "UPDATE budget_adoption SET decision = 'x'" + where,
                        "INSERT INTO budget_version SELECT book_id, fiscal_year, alternative, 2,"
                                + " step, plan, digest, prepared_by, prepared_at FROM"
                                + " budget_version"
                                + where,
                        "INSERT INTO budget_version SELECT book_id, fiscal_year, alternative, 3,"
                                + " 'revision', plan, digest, prepared_by, prepared_at FROM"
                                + " budget_version"
                                + where,
                        "INSERT INTO budget_version SELECT book_id, fiscal_year, 'M1', 1,"
                                + " 'revision', plan, digest, prepared_by, prepared_at FROM"
                                + " budget_version"
                                + where)) {
            assertThatThrownBy(() -> superUser.execute(statement))
                    .as(statement)
                    .hasMessageContaining("BUDGET-0");
        }
        superUser.execute("DELETE FROM budget_version WHERE book_id = -1");
        assertThat(failing()).isEmpty();
    }

    @Test
    void theCheckFindsWhatWasChangedBehindTheProgramsBack() throws SQLException {
        adopted(2006);
        assertThat(failing()).isEmpty();
        var where = " WHERE book_id = " + town.body().value();
        superUser.execute(
                "DROP TRIGGER budget_version_bu",
                "UPDATE budget_version SET plan = REPLACE(plan, '16500000000', '16400000000')"
                        + where,
                "CREATE TRIGGER budget_version_bu BEFORE UPDATE ON budget_version FOR EACH ROW"
                        + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'BUDGET-04 append-only'");

        assertThat(failing()).containsExactly("budgets-hold");
        assertThat(
                        checks.run(finance).stream()
                                .filter(one -> one.check().equals("budgets-hold"))
                                .flatMap(one -> one.findings().stream()))
                .anyMatch(one -> one.contains("not what was saved"))
                .anyMatch(one -> one.contains("Month 3 is not what the working comes to"));
    }

    private List<String> failing() {
        return checks.run(finance).stream()
                .filter(one -> !one.passed())
                .map(CheckResult::check)
                .toList();
    }

    private static final String CSV =
            """
            fund,account,project,text,posts,salary,thr_month,year_amount,in_months,m01,m02,total
            UMUM,41100,,Iuran anggota,,,,330000000,3 9,,,
            UMUM,51100,,Staf,5,5000000,10,,,,,325000000
            UMUM,52100,,Alat tulis,,,,,,1500000.50,,1500000.50
            PROYEK-SAMPAH,54100,SAMPAH,TPA,,,,1900000000,,,,
            """;

    private BudgetFile.Outcome read(int year, byte[] bytes, Grammar numbers, boolean dryRun)
            throws IOException {
        return file.read(
                finance,
                new BudgetFile.Target(year, MAIN, BudgetStep.ORIGINAL, "Anggaran", "Budget"),
                "anggaran",
                new ByteArrayInputStream(bytes),
                numbers,
                dryRun);
    }

    private BudgetFile.Outcome read(String csv, boolean dryRun) throws IOException {
        return read(2006, csv.getBytes(StandardCharsets.UTF_8), Grammar.PLAIN, dryRun);
    }

    @Test
    void aFileIsReadWhollyAndOnce() throws IOException {
        assertThat(read(CSV, true)).isEqualTo(new BudgetFile.Outcome(4, true, false));
        assertThat(budgets.all(finance)).isEmpty();
        assertThat(read(CSV, false)).isEqualTo(new BudgetFile.Outcome(4, true, true));
        assertThat(read(CSV, false)).isEqualTo(new BudgetFile.Outcome(4, false, true));
        var read = budgets.get(finance, 2006, MAIN).newest();
        assertThat(read.version()).isEqualTo(1);
        assertThat(read.lines()).contains(dues(), staff(), waste());

        var indonesian = CSV.replace(',', ';').replace("1500000.50", "1.500.000,50");
        assertThat(
                        read(
                                        2007,
                                        indonesian.getBytes(StandardCharsets.UTF_8),
                                        Grammar.INDONESIAN,
                                        false)
                                .rows())
                .isEqualTo(4);
        assertThat(budgets.get(finance, 2007, MAIN).newest().lines()).isEqualTo(read.lines());
    }

    @Test
    void aSheetIsReadLikeTheCsvItCouldHaveBeen() throws IOException {
        read(CSV, false);
        assertThat(read(2008, sheet(CSV), Grammar.INDONESIAN, false).rows()).isEqualTo(4);
        assertThat(budgets.get(finance, 2008, MAIN).newest().lines())
                .isEqualTo(budgets.get(finance, 2006, MAIN).newest().lines());

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() ->
                        read(2009, sheet(CSV.replace("54100", "54199")), Grammar.PLAIN, false))
                .withMessageContaining("anggaran:5:2: budget.unknown: '54199'");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() ->
                        read(
                                2009,
                                "PK no sheet at all".getBytes(StandardCharsets.UTF_8),
                                Grammar.PLAIN,
                                false))
                .withMessageContaining("budget.not-a-sheet");
    }

    /** Numbers as numbers, the last total as a formula. */
    private static byte[] sheet(String csv) throws IOException {
        try (var book = new XSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            var sheet = book.createSheet();
            var at = 0;
            for (var line : csv.lines().toList()) {
                var row = sheet.createRow(at++);
                var cells = line.split(",", -1);
                for (var column = 0; column < cells.length; column++) {
                    var text = cells[column];
                    if (text.matches("[0-9.]+") && column > 1) {
                        row.createCell(column).setCellValue(Double.parseDouble(text));
                    } else {
                        row.createCell(column).setCellValue(text);
                    }
                }
            }
            sheet.getRow(3).getCell(11).setCellFormula("SUM(J4:K4)");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void everyProblemOfAFileIsNamedAndNothingIsStored() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() ->
                        read(
                                """
                                fund,account,project,text,posts,salary,first_month,thr_month,year_amount,in_months,m01,m02,total
                                LAIN,51100,,a,,,,,100,,,,
                                UMUM,11200,,b,,,,,100,,,,
                                UMUM,51100,LAIN,c,,,,,100,,,,
                                UMUM,51100,,d,,,,,-100,,,,
                                UMUM,51100,,e,,,,,,,1.900.000,,
                                UMUM,51100,,f,,,,,,,-5,,
                                UMUM,51100,,g,2,100,13,,,,,,
                                UMUM,51100,,h,2,100,,14,,,,,
                                UMUM,51100,,i,2,100,,,100,,,,
                                UMUM,51100,,j,,,,,100,3 13,,,
                                UMUM,51100,,k,,,,,100,,1,,
                                UMUM,51100,,l,,,,,100,,,,99
                                UMUM,51100,,m,,,,,,,,,
                                UMUM,51100,,,,,,,100,,,,
                                UMUM,51100,,n,,,,,100,,,,
                                UMUM,51100,,n,,,,,200,,,,
                                UMUM,51100,,o,dua,100,,,,,,,
                                UMUM,51100,,p,2,,,,,,,,
                                UMUM,51100,,q,,,,,0.001,,,,
                                """,
                                false))
                .satisfies(refused ->
                        assertThat(refused.problems())
                                .extracting(
                                        one -> one.line() + ":" + one.column() + " " + one.code())
                                .containsExactly(
                                        "2:1 budget.unknown",
                                        "3:2 budget.side",
                                        "4:3 budget.unknown",
                                        "5:9 budget.amount",
                                        "6:11 budget.two-grammars",
                                        "7:11 budget.negative",
                                        "8:7 budget.number",
                                        "9:8 budget.number",
                                        "10:9 budget.two-workings",
                                        "11:10 budget.months-named",
                                        "12:11 budget.not-the-working",
                                        "13:13 budget.not-the-total",
                                        "14:4 budget.nothing-planned",
                                        "15:4 budget.missing",
                                        "17:4 budget.twice",
                                        "18:5 budget.number",
                                        "19:6 budget.missing",
                                        "20:9 budget.not-an-amount"));
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> read("fund,account,text\n", false))
                .withMessageContaining("budget.no-rows");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> read("fund,account,text,m13\nUMUM,51100,x,1\n", false))
                .withMessageContaining("1:4: file.unknown-column");
        var many = new StringBuilder("fund,account,text,m01\n");
        for (var row = 0; row < 2_001; row++) many.append("UMUM,51100,x" + row + ",1\n");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> read(many.toString(), false))
                .withMessageContaining("2002:1: budget.too-many-lines");
        assertThat(budgets.all(finance)).isEmpty();
    }
}
