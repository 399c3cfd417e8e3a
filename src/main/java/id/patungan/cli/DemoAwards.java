package id.patungan.cli;

import id.patungan.grants.AwardEvent.Kind;
import id.patungan.grants.AwardEvents;
import id.patungan.grants.AwardEvents.Happened;
import id.patungan.grants.AwardTerms;
import id.patungan.grants.AwardTerms.BudgetLine;
import id.patungan.grants.AwardTerms.Condition;
import id.patungan.grants.AwardTerms.ExchangeBearer;
import id.patungan.grants.AwardTerms.ExchangeMethod;
import id.patungan.grants.AwardTerms.Interest;
import id.patungan.grants.AwardTerms.Purpose;
import id.patungan.grants.AwardTerms.ReportDue;
import id.patungan.grants.AwardTerms.Tranche;
import id.patungan.grants.AwardTerms.Unspent;
import id.patungan.grants.Awards;
import id.patungan.grants.iati.IatiAward;
import id.patungan.grants.iati.IatiCode.OrganisationType;
import id.patungan.grants.iati.IatiFiles;
import id.patungan.grants.iati.IatiPublisher;
import id.patungan.platform.Access;

import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * GTZ's grant to Kartamantul: 400 million over two years stand in the source; years, tranches,
 * lines and the words of the agreement are invented and marked.
 */
@Component
class DemoAwards {

    private static final String PURPOSE = "SEKBER";

    /** Code of OECD DAC for urban development and management. */
    private static final String URBAN_DEVELOPMENT = "43030";

    private final Awards awards;
    private final AwardEvents events;
    private final IatiFiles files;

    DemoAwards(Awards awards, AwardEvents events, IatiFiles files) {
        this.awards = awards;
        this.events = events;
        this.files = files;
    }

    /** One drafts the terms, another approves them. */
    void agree(Access finance, Access approver) {
        awards.draft(finance, "GTZ", gtz(), "demo-award-gtz");
        awards.decide(approver, "GTZ", 1, true, null, "demo-award-gtz-approved");
    }

    /** Both reports went out and were accepted, on invented days. */
    void report(Access finance) {
        for (var year : List.of(2004, 2005)) {
            var report = "L" + (year - 2003);
            happened(finance, Kind.REPORT_SUBMITTED, report, LocalDate.of(year + 1, 1, 25));
            happened(finance, Kind.REPORT_ACCEPTED, report, LocalDate.of(year + 1, 2, 10));
        }
    }

    /** What an activity file says besides; the body has no identifier, so that one is invented. */
    void publish(Access finance) {
        files.publish(
                finance,
                new IatiPublisher("ID-CONTOH-KARTAMANTUL", OrganisationType.OTHER_PUBLIC, "ID"),
                "demo-iati");
        files.publish(
                finance,
                "GTZ",
                new IatiAward(URBAN_DEVELOPMENT, null, null, null, null, null, null, null),
                "demo-iati-gtz");
    }

    private void happened(Access finance, Kind kind, String report, LocalDate on) {
        events.record(
                finance,
                "GTZ",
                new Happened(kind, report, on, report + "/CONTOH", null),
                "demo-award-" + report + "-" + kind.code());
    }

    private static AwardTerms gtz() {
        return new AwardTerms(
                "GTZ",
                AwardTerms.Kind.DONOR,
                "00/GTZ/CONTOH/2004",
                day("2004-01-02"),
                "GTZ dan Sekber Kartamantul (contoh)",
                "Pembentukan lembaga dan operasional sekretariat",
                "Institution building and operation of the secretariat",
                Currency.getInstance("IDR"),
                rupiah(400_000_000),
                true,
                day("2004-01-01"),
                day("2005-12-31"),
                day("2006-03-31"),
                "11220",
                Interest.RETURN,
                Unspent.RETURN,
                day("2006-06-30"),
                ExchangeMethod.TRANSFER_AVERAGE,
                ExchangeBearer.AWARD,
                null,
                "Sumber: bantuan 400 juta selama 2 tahun (001 L3320). Tahun, tahap, pos, syarat, dan"
                        + " isi perjanjian direka.",
                List.of(
                        new Purpose(
                                PURPOSE,
                                "Hibah GTZ 2004–2005",
                                "GTZ grant 2004–2005",
                                "DONOR-GTZ",
                                null,
                                false)),
                List.of(
                        line(
                                "A",
                                "Rapat, lokakarya, perjalanan",
                                "Meetings and travel",
                                70,
                                "522",
                                "523"),
                        line("B", "Jasa konsultan", "Consultants", 130, "524"),
                        line("C", "Insentif staf", "Staff incentives", 175, "511"),
                        line("D", "Perlengkapan kantor", "Office equipment", 25, "521")),
                List.of(),
                List.of(tranche("T1", "2004-03-15"), tranche("T2", "2005-02-15")),
                List.of(report("L1", 2004), report("L2", 2005)),
                List.of());
    }

    private static BudgetLine line(
            String code, String nameId, String nameEn, long millions, String... accounts) {
        return new BudgetLine(
                code,
                PURPOSE,
                nameId,
                nameEn,
                rupiah(millions * 1_000_000),
                List.of(accounts),
                List.of(),
                false,
                null);
    }

    private static Tranche tranche(String code, String expected) {
        return new Tranche(code, rupiah(200_000_000), day(expected), Condition.DATE, null);
    }

    private static ReportDue report(String code, int year) {
        return new ReportDue(
                code,
                "Laporan keuangan " + year + " (contoh)",
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                LocalDate.of(year + 1, 1, 31));
    }

    private static long rupiah(long amount) {
        return amount * 100;
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
