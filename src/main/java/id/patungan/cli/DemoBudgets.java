package id.patungan.cli;

import id.patungan.budget.Budget;
import id.patungan.budget.BudgetLine;
import id.patungan.budget.BudgetPlan;
import id.patungan.budget.BudgetStep;
import id.patungan.budget.Budgets;
import id.patungan.budget.Spread;
import id.patungan.budget.Staff;
import id.patungan.cli.DemoHibah.Model;
import id.patungan.platform.Access;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Budgets of the demo. Kartamantul: dues of 330 million and the projects' costs stand in the
 * source; posts, salaries and all other amounts are invented near to what the demo spends.
 * Ciayumajakuning: the three models of its organisation stand in the source, every salary is
 * invented and the same as in the terms of its hibah.
 */
@Component
class DemoBudgets {

    private static final long UNIT = 100;

    private static final String WASTE = "PROYEK-SAMPAH";
    private static final String WASTEWATER = "PROYEK-LIMBAH";
    private static final String GENERAL = "UMUM";

    private final Budgets budgets;

    DemoBudgets(Budgets budgets) {
        this.budgets = budgets;
    }

    /** 2006 adopted and revised, 2007 drafted. */
    void secretariat(Access finance, Access chair) {
        draft(finance, 2006, Budget.MAIN, BudgetStep.ORIGINAL, office(3_000_000, 20, 10, 20, 25));
        adopt(finance, chair, 2006, Budget.MAIN, "Keputusan Forum 12/2005, 20-12-2005");
        draft(finance, 2006, Budget.MAIN, BudgetStep.REVISION, office(3_000_000, 18, 10, 22, 28));
        adopt(finance, chair, 2006, Budget.MAIN, "Keputusan Forum 07/2006, 31-07-2006");
        draft(finance, 2007, Budget.MAIN, BudgetStep.ORIGINAL, office(3_200_000, 20, 9, 22, 28));
    }

    /**
     * A year of the secretariat.
     *
     * @param salary monthly, in rupiah
     * @param travel in millions
     * @param holiday the month of THR
     * @param august meetings, in millions
     * @param november meetings, in millions
     */
    private static BudgetPlan office(
            long salary, long travel, int holiday, long august, long november) {
        var lines = new ArrayList<BudgetLine>();
        lines.add(year("41100", GENERAL, null, "Iuran anggota", 330_000_000, 3, 9));
        lines.add(year("46100", GENERAL, null, "Jasa giro", 800_000, 12));
        lines.add(
                BudgetLine.of(
                        "51100",
                        GENERAL,
                        null,
                        "Honorarium sekretariat",
                        Staff.wholeYear(5, salary * UNIT, null)));
        lines.add(holidayPay(GENERAL, "THR sekretariat", 5, salary, holiday));
        lines.add(year("52100", GENERAL, null, "Alat tulis kantor", 14_400_000));
        lines.add(year("52200", GENERAL, null, "Perjalanan dinas", travel * 1_000_000, 7));
        var meetings = new ArrayList<>(Collections.nCopies(BudgetLine.MONTHS, 0L));
        meetings.set(7, august * 1_000_000 * UNIT);
        meetings.set(10, november * 1_000_000 * UNIT);
        lines.add(BudgetLine.typed("52300", GENERAL, null, "Rapat forum", meetings));
        lines.add(year("52400", GENERAL, null, "Jasa konsultan", 40_000_000, 10));
        lines.add(year("41200", WASTE, "SAMPAH", "Bagian anggota", 1_900_000_000, 3, 6, 9, 12));
        lines.add(year("54100", WASTE, "SAMPAH", "TPA Piyungan", 1_900_000_000, 3, 6, 9, 12));
        lines.add(year("41200", WASTEWATER, "LIMBAH", "Bagian anggota", 145_000_000, 6, 8, 11));
        lines.add(year("41210", WASTEWATER, "LIMBAH", "Bagian provinsi", 650_000_000, 6, 8, 11));
        lines.add(year("54200", WASTEWATER, "LIMBAH", "Air limbah", 795_000_000, 6, 8, 11));
        return new BudgetPlan(
                "Anggaran" + DemoEntries.INVENTED, "Budget (sample)", List.copyOf(lines));
    }

    /** The year of the hibah and the year after it, by each model; the first one was adopted. */
    void models(Access finance, Access approver) {
        for (var model : List.of(DemoHibah.FIRST, DemoHibah.SECOND, DemoHibah.THIRD)) {
            var code = "M" + model.number();
            draft(finance, 2011, code, BudgetStep.ORIGINAL, withHibah(model));
            draft(finance, 2012, code, BudgetStep.ORIGINAL, withoutHibah(model));
        }
        adopt(
                finance,
                approver,
                2011,
                "M1",
                "Rapat dewan eksekutif 01/2011, 10-01-2011" + DemoEntries.INVENTED);
    }

    private static BudgetPlan withHibah(Model model) {
        var lines = new ArrayList<BudgetLine>();
        var office = DemoHibah.OFFICE;
        lines.add(year("42100", office, null, "Hibah: kantor", 400_000_000, 3, 5, 9));
        lines.add(year("12100", office, null, "Pembangunan kantor", 300_000_000, 5, 9));
        lines.add(year("12100", office, null, "Perlengkapan kantor", 100_000_000, 3));
        var staffing = DemoHibah.STAFFING;
        lines.add(year("42100", staffing, null, "Hibah: pengisian jabatan", 150_000_000, 2, 3));
        lines.add(year("52400", staffing, null, "Kualifikasi, remunerasi", 90_000_000, 2, 3));
        lines.add(year("53100", staffing, null, "Rekrutmen", 60_000_000, 3));
        lines.add(
                year(
                        "42100",
                        DemoHibah.OPERATION,
                        null,
                        "Hibah: operasional, 12 bulan pertama",
                        DemoHibah.OPERATION_TOTAL));
        return named(model, running(model, DemoHibah.OPERATION, lines));
    }

    /** Nothing comes from the province any more; all else goes on. */
    private static BudgetPlan withoutHibah(Model model) {
        return named(model, running(model, GENERAL, new ArrayList<>()));
    }

    private static BudgetPlan named(Model model, List<BudgetLine> lines) {
        var english =
                switch (model.number()) {
                    case 1 -> "director and four managers, each with staff";
                    case 2 -> "as model 1, and a manager of business units";
                    default -> "director and two managers; two functions outsourced";
                };
        return new BudgetPlan(
                "Model %d: %s; gaji rekaan%s"
                        .formatted(model.number(), model.words(), DemoEntries.INVENTED),
                "Model %d: %s; salaries invented (sample)".formatted(model.number(), english),
                lines);
    }

    /** Dues and meetings; pay of the model and what is left to run the office, from a fund. */
    private static List<BudgetLine> running(Model model, String fund, List<BudgetLine> lines) {
        lines.add(year("41100", GENERAL, null, "Iuran anggota", 125_000_000, 3, 6));
        lines.add(year("52300", GENERAL, null, "Rapat dewan eksekutif", 30_000_000, 6, 11));
        var managers = model.managers();
        paid(lines, fund, "direktur", 1, DemoHibah.DIRECTOR);
        paid(lines, fund, managers + " manajer", managers, DemoHibah.MANAGER);
        paid(lines, fund, DemoHibah.STAFF_POSTS + " staf", DemoHibah.STAFF_POSTS, DemoHibah.STAFF);
        if (model.contracts() > 0) {
            lines.add(
                    BudgetLine.of(
                            "52400",
                            fund,
                            null,
                            model.contracts() + " fungsi dialihdayakan",
                            Staff.wholeYear(model.contracts(), DemoHibah.CONTRACT * UNIT, null)));
        }
        var planned =
                lines.stream()
                        .filter(line -> line.fund().equals(fund) && line.staff() != null)
                        .mapToLong(BudgetLine::total)
                        .sum();
        lines.add(
                year(
                        "52100",
                        fund,
                        null,
                        "Operasional kantor",
                        DemoHibah.OPERATION_TOTAL - planned / UNIT));
        return lines;
    }

    /** Twelve months' pay, and a month's pay as THR on its own account. */
    private static void paid(
            List<BudgetLine> lines, String fund, String who, int posts, long salary) {
        lines.add(
                BudgetLine.of(
                        "51100",
                        fund,
                        null,
                        "Gaji " + who,
                        Staff.wholeYear(posts, salary * UNIT, null)));
        lines.add(holidayPay(fund, "THR " + who, posts, salary, 8));
    }

    private static BudgetLine holidayPay(
            String fund, String text, int posts, long salary, int month) {
        return BudgetLine.of(
                "51200",
                fund,
                null,
                text,
                new Staff(posts, salary * UNIT, 1, 0, month, BigDecimal.ONE));
    }

    /**
     * An amount for the year.
     *
     * @param rupiah whole
     * @param months of the instalments; all if none is named
     */
    private static BudgetLine year(
            String account,
            String fund,
            @Nullable String project,
            String text,
            long rupiah,
            int... months) {
        var spread =
                months.length == 0
                        ? Spread.wholeYear(rupiah * UNIT)
                        : new Spread(rupiah * UNIT, Arrays.stream(months).boxed().toList());
        return BudgetLine.of(account, fund, project, text, spread, UNIT);
    }

    private void draft(
            Access finance, int year, String alternative, BudgetStep step, BudgetPlan plan) {
        budgets.draft(finance, year, alternative, step, plan, null);
    }

    private void adopt(
            Access finance, Access approver, int year, String alternative, String decision) {
        var version = budgets.get(finance, year, alternative).newest().version();
        budgets.adopt(approver, year, alternative, version, decision);
    }
}
