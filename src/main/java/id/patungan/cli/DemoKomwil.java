package id.patungan.cli;

import id.patungan.cli.DemoMoney.Other;
import id.patungan.cli.DemoMoney.Sides;
import id.patungan.cli.DemoTerms.Agreement;
import id.patungan.cli.DemoTerms.Period;
import id.patungan.cli.DemoTerms.Units;
import id.patungan.grants.AwardTerms;
import id.patungan.grants.AwardTerms.Interest;
import id.patungan.grants.AwardTerms.Kind;
import id.patungan.grants.Awards;
import id.patungan.grants.iati.IatiAward;
import id.patungan.grants.iati.IatiCode.OrganisationType;
import id.patungan.grants.iati.IatiFiles;
import id.patungan.grants.iati.IatiPublisher;
import id.patungan.platform.Access;
import id.patungan.platform.Role;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/**
 * Sekber Komwil VI in Makassar, which lives on LoGIC until the end of 2008; what is outside LoGIC's
 * frame the association pays. The names of the activities stand in the source; their place in the
 * frame, every amount and every day but the last are invented.
 */
@Component
class DemoKomwil {

    static final String BODY = "komwil-6";
    static final String AWARD = "LOGIC";
    static final String GIVER = "logic";

    private static final String FUND = "DONOR-LOGIC";

    /** The association's money, which APEKSI pays in. */
    private static final String ASSOCIATION = "ASOSIASI";

    /** Code of OECD DAC for decentralisation and support to subnational government. */
    private static final String LOCAL_GOVERNMENT = "15112";

    private final DemoOffice office;
    private final DemoMoney money;
    private final Awards awards;
    private final IatiFiles files;

    DemoKomwil(DemoOffice office, DemoMoney money, Awards awards, IatiFiles files) {
        this.office = office;
        this.money = money;
        this.awards = awards;
        this.files = files;
    }

    void enter() {
        var finance = office.open(BODY);
        office.approved(finance, AWARD, terms());
        office.ofParty(finance, GIVER, Role.DONOR_VIEWER, "LOGIC");
        awards.outsideActivity(
                finance, AWARD, "AKSI", "Aksi kerja sama antarkota", "Joint action of the cities");
        var run = money.of(finance, AWARD);
        firstYear(finance, run);
        secondYear(finance, run);
        lastYear(finance, run);
        publish(finance);
    }

    private void firstYear(Access finance, DemoMoney.Run run) {
        contribution(finance, "2006-03-01");
        run.receive("2006-02-15", "T1", "TRF-1", Map.of(FUND, 200_000_000L));
        run.spend(
                "2006-05-18",
                "KW-01",
                "Lokakarya Harmonisasi Hubungan Eksekutif dan Legislatif",
                "52300",
                run.part(FUND, "A/1.1", 58_000_000),
                run.part(ASSOCIATION, "A/1.1", 6_000_000));
        run.spend(
                "2006-08-31",
                "KW-02",
                "Publikasi praktik baik, tiga terbitan",
                "52100",
                run.part(FUND, "B/2.2", 22_500_000));
        run.spend(
                "2006-09-21",
                "KW-03",
                "Pertemuan aksi kerja sama antarkota, Ternate",
                "52300",
                run.part(ASSOCIATION, "-/AKSI", 18_250_000));
        run.spend(
                "2006-11-30",
                "KW-04",
                "Tenaga ahli pendokumentasian praktik baik",
                "52400",
                run.part(FUND, "C/2.1", 30_000_000));
        run.interest("2006-12-29", FUND, 1_200_000);
        run.submitted("R1", "2007-01-26");
        run.accepted("R1", "2007-02-16");
    }

    private void secondYear(Access finance, DemoMoney.Run run) {
        contribution(finance, "2007-03-01");
        run.receive("2007-03-05", "T2", "TRF-2", Map.of(FUND, 180_000_000L));
        run.spend(
                "2007-04-26",
                "KW-05",
                "Lokalatih MDGs bagi anggota DPRD",
                "52300",
                run.part(FUND, "A/1.2", 66_000_000));
        run.spend(
                "2007-06-14",
                "KW-06",
                "Pertemuan aksi kerja sama antarkota, Manado",
                "52300",
                run.part(ASSOCIATION, "-/AKSI", 21_000_000));
        run.spend(
                "2007-08-31",
                "KW-07",
                "Publikasi praktik baik, empat terbitan",
                "52100",
                run.part(FUND, "B/2.2", 30_000_000));
        run.spend(
                "2007-10-11",
                "KW-08",
                "Tenaga ahli anggaran berbasis kinerja",
                "52400",
                run.part(FUND, "C/1.3", 45_000_000));
        run.move(
                "2007-11-15",
                "2007-12-05",
                "A/1.2",
                "52300",
                4_500_000,
                new Other(ASSOCIATION, "Jamuan dan cendera mata tidak dibiayai LoGIC"));
        run.interest("2007-12-28", FUND, 1_100_000);
        run.submitted("R2", "2008-01-25");
        run.accepted("R2", "2008-02-20");
    }

    private void lastYear(Access finance, DemoMoney.Run run) {
        contribution(finance, "2008-03-03");
        run.receive("2008-03-10", "T3", "TRF-3", Map.of(FUND, 120_000_000L));
        run.spend(
                "2008-04-24",
                "KW-09",
                "Lokalatih Penyusunan APBD Berbasis Kinerja",
                "52300",
                run.part(FUND, "A/1.3", 72_500_000));
        run.spend(
                "2008-06-19",
                "KW-10",
                "Lokakarya Teknik Pendokumentasian Best Practice",
                "52300",
                run.part(FUND, "A/2.1", 61_000_000));
        run.spend(
                "2008-08-29",
                "KW-11",
                "Publikasi praktik baik, empat terbitan",
                "52100",
                run.part(FUND, "B/2.2", 30_000_000));
        run.spend(
                "2008-10-09",
                "KW-12",
                "Pertemuan aksi kerja sama antarkota, Tidore Kepulauan",
                "52300",
                run.part(ASSOCIATION, "-/AKSI", 16_400_000));
        run.spend(
                "2008-11-20",
                "KW-13",
                "Tenaga ahli anggaran berbasis kinerja, tahap akhir",
                "52400",
                run.part(FUND, "C/1.3", 28_000_000));
        run.interest("2008-12-30", FUND, 700_000);
        run.submitted("R3", "2009-01-30");
        run.close("2009-01-05", FUND, 64_500_000, "2009-02-16", 64_500_000, "TRF-BALIK");
        run.accepted("R3", "2009-02-27");
    }

    private void contribution(Access finance, String day) {
        money.post(
                finance,
                day,
                "Kontribusi APEKSI " + day.substring(0, 4),
                ASSOCIATION,
                new Sides("11200", "41100", 25_000_000, "APEKSI"));
    }

    /** The body has no identifier in the standard, so that one is invented. */
    private void publish(Access finance) {
        files.publish(
                finance,
                new IatiPublisher("ID-CONTOH-KOMWIL-6", OrganisationType.OTHER_PUBLIC, "ID"),
                "demo-iati");
        files.publish(
                finance,
                AWARD,
                new IatiAward(LOCAL_GOVERNMENT, null, null, null, null, null, null, null),
                "demo-iati-logic");
    }

    private static AwardTerms terms() {
        var terms =
                new DemoTerms(
                                new Agreement(
                                        "LOGIC",
                                        Kind.DONOR,
                                        "00/LOGIC/CONTOH/2006",
                                        "2006-01-02",
                                        "LoGIC (UNDP) dan Sekber Komwil VI (contoh)",
                                        "Kegiatan Sekber Komwil VI dalam kerangka LoGIC",
                                        "Activities of Komwil VI within LoGIC's framework",
                                        "11220"),
                                new Period("2006-01-01", "2008-12-31", "2009-03-31", "2009-06-30"),
                                "IDR",
                                Interest.AWARD,
                                "Sumber: dana LoGIC hingga 2008, nama kegiatan, dan bahwa asosiasi"
                                        + " membiayai yang di luar kerangka (001 L3394). Semua"
                                        + " jumlah rekaan; hari terakhir 31-12-2008 disimpulkan;"
                                        + " kode kerangka, tahap, dan laporan direka.")
                        .purpose(
                                "LOGIC",
                                "Kegiatan dalam kerangka LoGIC",
                                "Activities within LoGIC's framework",
                                FUND)
                        .activity(
                                "1.1",
                                "1",
                                "Lokakarya Harmonisasi Hubungan Eksekutif dan Legislatif",
                                "Workshop on relations of executive and legislature")
                        .activity(
                                "1.2",
                                "1",
                                "Lokalatih MDGs bagi Anggota DPRD",
                                "Training on the MDGs for councillors")
                        .activity(
                                "1.3",
                                "1",
                                "Lokalatih Penyusunan APBD Berbasis Kinerja",
                                "Training on performance budgeting")
                        .activity(
                                "2.1",
                                "2",
                                "Lokakarya Teknik Pendokumentasian Best Practice",
                                "Workshop on documenting best practice")
                        .activity(
                                "2.2",
                                "2",
                                "Publikasi rutin praktik baik",
                                "Regular publication of best practice");
        return terms.counted(
                        "A",
                        "Lokakarya dan lokalatih",
                        "Workshops and training",
                        new Units(4, "kegiatan", 75_000_000),
                        List.of("522", "523"),
                        List.of("1.1", "1.2", "1.3", "2.1"))
                .counted(
                        "B",
                        "Publikasi",
                        "Publications",
                        new Units(12, "terbitan", 7_500_000),
                        List.of("521", "524"),
                        List.of("2.2"))
                .line(
                        "C",
                        "Tenaga ahli",
                        "Experts",
                        110_000_000,
                        List.of("524"),
                        List.of("1.3", "2.1"))
                .tranche("T1", 200_000_000, "2006-02-15", null)
                .tranche("T2", 180_000_000, "2007-03-01", "R1")
                .tranche("T3", 120_000_000, "2008-03-03", "R2")
                .report("R1", "Laporan 2006 (contoh)", "2006-01-01", "2006-12-31", "2007-01-31")
                .report("R2", "Laporan 2007 (contoh)", "2007-01-01", "2007-12-31", "2008-01-31")
                .report("R3", "Laporan akhir (contoh)", "2008-01-01", "2008-12-31", "2009-03-31")
                .agreed();
    }
}
