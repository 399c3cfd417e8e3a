package id.patungan.cli;

import id.patungan.cli.DemoTerms.Agreement;
import id.patungan.cli.DemoTerms.Period;
import id.patungan.grants.AwardTerms.Interest;
import id.patungan.grants.AwardTerms.Kind;
import id.patungan.platform.Access;
import id.patungan.platform.Role;

import org.springframework.stereotype.Component;

import java.util.Map;

/**
 * Major Cities of Europe and the sponsors that the source names. That they pay, the link on the
 * website and the congress of June stand there; amounts, days and single promises are invented.
 */
@Component
class DemoSponsors {

    static final String BODY = "mce";
    static final String GIVER = "ibm";

    private final DemoOffice office;
    private final DemoMoney money;

    DemoSponsors(DemoOffice office, DemoMoney money) {
        this.office = office;
        this.money = money;
    }

    void enter() {
        var finance = office.open(BODY);
        office.approved(
                finance,
                "IBM",
                terms("IBM", "IBM", "11221")
                        .promise(
                                "P1",
                                "Tautan di situs selama 2006 (contoh)",
                                "Link on the website throughout 2006 (sample)",
                                "2006-12-31",
                                8_000)
                        .promise(
                                "P2",
                                "Stan pada kongres Juni 2007 (contoh)",
                                "Stand at the congress of June 2007 (sample)",
                                "2007-06-30",
                                4_000)
                        .agreed());
        office.approved(
                finance,
                "NOVELL",
                terms("NOVELL", "Novell", "11222")
                        .promise(
                                "P1",
                                "Nama pada undangan kongres Juni 2006 (contoh)",
                                "Name on the invitations to the congress of June 2006 (sample)",
                                "2006-06-30",
                                6_000)
                        .agreed());
        office.approved(
                finance,
                "MINDWERK",
                terms("MINDWERK", "Mindwerk", "11223")
                        .promise(
                                "P1",
                                "Sambutan pada kongres Juni 2007 (contoh)",
                                "Address to the congress of June 2007 (sample)",
                                "2007-06-30",
                                4_500)
                        .agreed());
        office.approved(
                finance,
                "LECOS",
                terms("LECOS", "Lecos", "11224")
                        .promise(
                                "P1",
                                "Tautan di situs sampai Juni 2007 (contoh)",
                                "Link on the website until June 2007 (sample)",
                                "2007-06-30",
                                3_000)
                        .agreed());
        office.ofParty(finance, GIVER, Role.DONOR_VIEWER, "IBM");
        paid(finance);
    }

    private void paid(Access finance) {
        var ibm = money.of(finance, "IBM");
        ibm.receive("2006-02-01", null, "TRF-1", Map.of("SPONSOR-IBM", 12_000L));
        ibm.spend(
                "2006-09-15",
                "W-01",
                "Pembaruan situs",
                "52400",
                ibm.part("SPONSOR-IBM", null, 5_000));
        ibm.kept("2006-12-29", "P1");
        var novell = money.of(finance, "NOVELL");
        novell.receive("2006-03-01", null, "TRF-2", Map.of("SPONSOR-NOVELL", 6_000L));
        novell.spend(
                "2006-06-20",
                "K-01",
                "Kongres Juni 2006",
                "52300",
                novell.part("SPONSOR-NOVELL", null, 3_500));
        novell.kept("2006-06-30", "P1");
        money.of(finance, "MINDWERK")
                .receive("2006-10-02", null, "TRF-3", Map.of("SPONSOR-MINDWERK", 4_500L));
        money.of(finance, "LECOS")
                .receive("2006-11-01", null, "TRF-4", Map.of("SPONSOR-LECOS", 3_000L));
    }

    private static DemoTerms terms(String code, String name, String account) {
        return new DemoTerms(
                        new Agreement(
                                code,
                                Kind.SPONSOR,
                                "CONTOH/2006/" + code,
                                "2006-01-16",
                                "MCE dan " + name + " (contoh)",
                                "Dukungan " + name + " bagi situs dan kongres",
                                "Support of " + name + " for website and congress",
                                account),
                        new Period("2006-01-01", "2007-06-30", "2007-06-30", null),
                        "EUR",
                        Interest.BODY,
                        "Sumber: nama sponsor, tautan di situs, dan kongres bulan Juni (001 L2063,"
                                + " L1969). Jumlah, hari, dan janji satu per satu rekaan.")
                .purpose("S", "Situs dan kongres", "Website and congress", "SPONSOR-" + code);
    }
}
