package id.patungan.cli;

import id.patungan.cli.DemoDues.Dues;
import id.patungan.cli.DemoMoney.Sides;
import id.patungan.cli.DemoTerms.Agreement;
import id.patungan.cli.DemoTerms.Period;
import id.patungan.cli.DemoTerms.Units;
import id.patungan.contributions.Basis;
import id.patungan.grants.AwardTerms;
import id.patungan.grants.AwardTerms.Interest;
import id.patungan.grants.AwardTerms.Kind;
import id.patungan.platform.Access;
import id.patungan.platform.Role;

import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Ciayumajakuning and the hibah of the province of 2011 that the source recommends: three purposes,
 * the last of them the first year of its office. Of the three models of its organisation the first
 * was approved; the others stand in the history of the terms. The source has no amounts: all are
 * invented.
 */
@Component
class DemoHibah {

    static final String BODY = "ciayumajakuning";
    static final String AWARD = "HIBAH-2011";
    static final String GIVER = "jabar";

    static final String OFFICE = "HIBAH-KANTOR";
    static final String STAFFING = "HIBAH-SDM";
    static final String OPERATION = "HIBAH-OPS";

    /** What the purpose of operating has in every model. */
    static final long OPERATION_TOTAL = 1_000_000_000;

    static final long DIRECTOR = 12_000_000;
    static final long MANAGER = 8_000_000;
    static final long STAFF = 3_500_000;
    static final int STAFF_POSTS = 4;
    static final long CONTRACT = 6_000_000;
    private static final int MONTHS = 12;

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM uuuu", Locale.of("id"));

    private final DemoOffice office;
    private final DemoDues dues;
    private final DemoMoney money;
    private final DemoBudgets budgets;
    private final DemoSustainability sustainability;

    DemoHibah(
            DemoOffice office,
            DemoDues dues,
            DemoMoney money,
            DemoBudgets budgets,
            DemoSustainability sustainability) {
        this.office = office;
        this.dues = dues;
        this.money = money;
        this.budgets = budgets;
        this.sustainability = sustainability;
    }

    /**
     * A model of the organisation.
     *
     * @param managers posts of managers below the director
     * @param contracts functions that another firm carries out
     */
    record Model(int number, String words, int managers, int contracts) {}

    static final Model FIRST =
            new Model(1, "direktur dan empat manajer, masing-masing dengan staf", 4, 0);
    static final Model SECOND =
            new Model(2, "seperti model 1, ditambah Manajer Pengembangan Unit Usaha", 5, 0);
    static final Model THIRD =
            new Model(3, "direktur dan dua manajer; dua fungsi lain dialihdayakan", 2, 2);

    void enter() {
        var finance = office.open(BODY);
        for (var other : List.of(SECOND, THIRD)) {
            office.rejected(
                    finance,
                    AWARD,
                    terms(other),
                    "Model %d disimpan sebagai pembanding; rapat memilih model 1 (contoh)"
                            .formatted(other.number()));
        }
        office.approved(finance, AWARD, terms(FIRST));
        office.ofParty(finance, GIVER, Role.DONOR_VIEWER, "32");
        contributions(finance);
        var run = money.of(finance, AWARD);
        received(run);
        built(run);
        recruited(run);
        operated(run);
        closed(run);
        budgets.models(finance, office.approver(finance));
        sustainability.regionalManagement(finance);
    }

    /** Members' dues, which carry what no hibah pays. */
    private void contributions(Access finance) {
        dues.charge(
                finance,
                new Dues(
                        BODY,
                        LocalDate.of(2011, 1, 17),
                        "KB-CONTOH",
                        "Pasal 1",
                        "125000000",
                        null,
                        "Iuran anggota 2011",
                        new Basis(
                                Basis.Kind.SAMPLE,
                                "Rekaan: sumber tidak menyebut iuran Ciayumajakuning")));
        dues.paid(finance, "32.09", LocalDate.of(2011, 3, 14), "25000000");
        dues.paid(finance, "32.74", LocalDate.of(2011, 4, 4), "25000000");
        dues.paid(finance, "32.12", LocalDate.of(2011, 5, 16), "25000000");
        dues.paid(finance, "32.10", LocalDate.of(2011, 6, 20), "25000000");
        dues.paid(finance, "32.08", LocalDate.of(2011, 11, 15), "15000000");
        money.post(
                finance,
                "2011-06-15",
                "Rapat dewan eksekutif",
                "UMUM",
                new Sides("52300", "11200", 18_000_000, null));
        money.post(
                finance,
                "2011-11-22",
                "Rapat dewan eksekutif",
                "UMUM",
                new Sides("52300", "11200", 12_000_000, null));
    }

    private static void received(DemoMoney.Run run) {
        run.receive(
                "2011-02-01",
                "T1",
                "SP2D-1",
                Map.of(OFFICE, 300_000_000L, STAFFING, 150_000_000L, OPERATION, 480_000_000L));
        run.submitted("R1", "2011-07-15");
        run.accepted("R1", "2011-07-29");
        run.receive(
                "2011-08-12",
                "T2",
                "SP2D-2",
                Map.of(OFFICE, 100_000_000L, OPERATION, 520_000_000L));
    }

    private static void built(DemoMoney.Run run) {
        run.spend(
                "2011-03-15",
                "K-01",
                "Perlengkapan kantor",
                "12100",
                run.part(OFFICE, "3.2", 95_000_000));
        run.spend(
                "2011-05-20",
                "K-02",
                "Pembangunan kantor, termin pertama",
                "12100",
                run.part(OFFICE, "3.1", 150_000_000));
        run.interest("2011-06-30", OFFICE, 450_000);
        run.spend(
                "2011-09-15",
                "K-03",
                "Pembangunan kantor, termin akhir",
                "12100",
                run.part(OFFICE, "3.1", 147_500_000));
        run.interest("2011-09-30", OFFICE, 300_000);
    }

    private static void recruited(DemoMoney.Run run) {
        run.spend(
                "2011-02-25",
                "S-01",
                "Penyusunan kualifikasi dan uraian jabatan",
                "52400",
                run.part(STAFFING, "4.1", 45_000_000));
        run.spend(
                "2011-03-11",
                "S-02",
                "Penyusunan remunerasi",
                "52400",
                run.part(STAFFING, "4.1", 40_000_000));
        run.spend(
                "2011-03-31",
                "S-03",
                "Seleksi dan rekrutmen",
                "53100",
                run.part(STAFFING, "4.2", 52_000_000));
        run.interest("2011-06-30", STAFFING, 200_000);
    }

    /** The office ran from February; its people were there from April. */
    private static void operated(DemoMoney.Run run) {
        for (var month = 2; month <= 12; month++) {
            var of = YearMonth.of(2011, month);
            var named = MONTH.format(of);
            run.spend(
                    of.atDay(25).toString(),
                    "O-%02d".formatted(month),
                    "Operasional kantor " + named,
                    "52100",
                    run.part(OPERATION, "5.6", 15_000_000));
            if (month < 4) continue;
            run.spend(
                    of.atDay(28).toString(),
                    "G-%02d".formatted(month),
                    "Gaji " + named,
                    "51100",
                    run.part(OPERATION, "5.1", DIRECTOR),
                    run.part(OPERATION, "5.2", FIRST.managers() * MANAGER),
                    run.part(OPERATION, "5.3", STAFF_POSTS * STAFF));
        }
        run.spend(
                "2011-08-19",
                "G-THR",
                "THR, setengah bulan gaji",
                "51200",
                run.part(OPERATION, "5.4", 29_000_000));
        run.interest("2011-06-30", OPERATION, 850_000);
        run.interest("2011-12-30", OPERATION, 750_000);
    }

    private static void closed(DemoMoney.Run run) {
        run.close("2011-07-04", STAFFING, 13_000_000, "2011-07-08", 13_200_000, "STS-1");
        run.close("2011-10-03", OFFICE, 7_500_000, "2011-10-07", 8_250_000, "STS-2");
        run.close("2012-01-03", OPERATION, 284_000_000, "2012-01-06", 285_600_000, "STS-3");
        run.submitted("LPJ", "2012-01-09");
    }

    private static AwardTerms terms(Model model) {
        var terms =
                new DemoTerms(
                                new Agreement(
                                        "32",
                                        Kind.PROVINCIAL_GRANT,
                                        "00/NPHD/CONTOH/2011",
                                        "2011-01-10",
                                        "Pemerintah Provinsi Jawa Barat dan Ciayumajakuning"
                                                + " (contoh)",
                                        "Pembentukan Regional Management, tahun pertama",
                                        "Setting up Regional Management, first year",
                                        "11210"),
                                new Period("2011-01-01", "2011-12-31", "2011-12-31", "2012-01-10"),
                                "IDR",
                                Interest.RETURN,
                                "Sumber (000 Tabel 2, §5, §7): ketiga tujuan, APBD Jawa Barat TA"
                                        + " 2011, 12 bulan pertama, dan model %d: %s. Ketiganya baru"
                                                .formatted(model.number(), model.words())
                                        + " diusulkan di sumber; semua jumlah, gaji, hari, dan tahap"
                                        + " rekaan.")
                        .once(
                                "3",
                                "Pembangunan dan perlengkapan kantor",
                                "Office building and equipment",
                                OFFICE,
                                "2011-09-30")
                        .line(
                                "3.1",
                                "Pembangunan kantor",
                                "Office building",
                                300_000_000,
                                List.of("12100"),
                                List.of())
                        .line(
                                "3.2",
                                "Perlengkapan kantor",
                                "Office equipment",
                                100_000_000,
                                List.of("12100", "521"),
                                List.of())
                        .once(
                                "4",
                                "Kualifikasi, uraian jabatan, remunerasi, dan rekrutmen",
                                "Qualifications, job descriptions, remuneration, recruitment",
                                STAFFING,
                                "2011-06-30")
                        .line(
                                "4.1",
                                "Kualifikasi, uraian jabatan, remunerasi",
                                "Qualifications, job descriptions, remuneration",
                                90_000_000,
                                List.of("524"),
                                List.of())
                        .line(
                                "4.2",
                                "Rekrutmen",
                                "Recruitment",
                                60_000_000,
                                List.of("531"),
                                List.of())
                        .purpose(
                                "5",
                                "Operasional kantor dan gaji, 12 bulan pertama",
                                "Running the office and salaries, first 12 months",
                                OPERATION);
        payroll(terms, model);
        return terms.tranche("T1", 930_000_000, "2011-02-01", null)
                .tranche("T2", 620_000_000, "2011-08-01", "R1")
                .report(
                        "R1",
                        "Laporan semester I (contoh)",
                        "2011-01-01",
                        "2011-06-30",
                        "2011-07-20")
                .report("LPJ", "LPJ 2011 (contoh)", "2011-01-01", "2011-12-31", "2012-01-10")
                .agreed();
    }

    /** Posts, salaries and months, a month's pay besides; the rest runs the office. */
    private static void payroll(DemoTerms terms, Model model) {
        var month = DIRECTOR + model.managers() * MANAGER + STAFF_POSTS * STAFF;
        var pay = List.of("511");
        terms.counted(
                        "5.1",
                        "Gaji direktur",
                        "Salary of the director",
                        new Units(MONTHS, "orang-bulan", DIRECTOR),
                        pay,
                        List.of())
                .counted(
                        "5.2",
                        "Gaji %d manajer".formatted(model.managers()),
                        "Salaries of %d managers".formatted(model.managers()),
                        new Units((long) model.managers() * MONTHS, "orang-bulan", MANAGER),
                        pay,
                        List.of())
                .counted(
                        "5.3",
                        "Gaji %d staf".formatted(STAFF_POSTS),
                        "Salaries of %d staff".formatted(STAFF_POSTS),
                        new Units((long) STAFF_POSTS * MONTHS, "orang-bulan", STAFF),
                        pay,
                        List.of())
                .counted(
                        "5.4",
                        "THR, satu bulan gaji",
                        "Holiday allowance, one month's pay",
                        new Units(1, "bulan gaji", month),
                        List.of("512"),
                        List.of());
        var contracts = (long) model.contracts() * MONTHS;
        if (contracts > 0) {
            terms.counted(
                    "5.5",
                    "%d fungsi dialihdayakan".formatted(model.contracts()),
                    "%d functions outsourced".formatted(model.contracts()),
                    new Units(contracts, "kontrak-bulan", CONTRACT),
                    List.of("524"),
                    List.of());
        }
        terms.line(
                "5.6",
                "Operasional kantor (sisa pagu tujuan ini)",
                "Running the office (what this purpose has left)",
                OPERATION_TOTAL - month * (MONTHS + 1) - contracts * CONTRACT,
                List.of("52"),
                List.of());
    }
}
