package id.patungan.cli;

import id.patungan.basics.AccountCode;
import id.patungan.basics.FundCode;
import id.patungan.basics.Money;
import id.patungan.cli.DemoDues.Dues;
import id.patungan.contributions.Basis;
import id.patungan.contributions.letters.LetterRuns;
import id.patungan.contributions.letters.NewLetter;
import id.patungan.ledger.Ledger;
import id.patungan.ledger.NewEntry;
import id.patungan.ledger.NewPosting;
import id.patungan.platform.Access;
import id.patungan.platform.People;
import id.patungan.platform.Role;
import id.patungan.platform.Viewer;

import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/**
 * More bodies of the sources: Barlingmascakeb, Javapromo and INTA with their dues of one year, of
 * which INTA's are in euros, and those that live on what others give. One region, Kebumen, sits in
 * two of them with one sign-in.
 */
@Component
class DemoBodies {

    static final String BARLINGMASCAKEB = "barlingmascakeb";
    static final String JAVAPROMO = "javapromo";
    static final String INTA = "inta";

    private static final String KEBUMEN = "kebumen";

    /** Whoever keeps all these books, whoever approves, a member of two, and those who give. */
    static final List<Demo.SignIn> SIGN_INS =
            List.of(
                    person(DemoOffice.KEEPER, "Bendahara badan-badan lain", Role.FINANCE),
                    person(DemoOffice.APPROVER, "Pengawas badan-badan lain", Role.APPROVER),
                    person(KEBUMEN, "BKAD Kabupaten Kebumen di dua badan", Role.TREASURER),
                    person(DemoKomwil.GIVER, "LoGIC", Role.DONOR_VIEWER),
                    person(DemoHibah.GIVER, "Provinsi Jawa Barat", Role.DONOR_VIEWER),
                    person(DemoSponsors.GIVER, "IBM", Role.DONOR_VIEWER));

    private static Demo.SignIn person(String handle, String name, Role role) {
        return new Demo.SignIn(handle, name + DemoEntries.INVENTED, role, "", "");
    }

    private static final Locale INDONESIAN = Locale.of("id");

    private final DemoOffice office;
    private final People people;
    private final DemoDues dues;
    private final LetterRuns letters;
    private final Ledger ledger;
    private final DemoUnits units;
    private final DemoKomwil komwil;
    private final DemoHibah hibah;
    private final DemoSponsors sponsors;

    DemoBodies(
            DemoOffice office,
            People people,
            DemoDues dues,
            LetterRuns letters,
            Ledger ledger,
            DemoUnits units,
            DemoKomwil komwil,
            DemoHibah hibah,
            DemoSponsors sponsors) {
        this.office = office;
        this.people = people;
        this.dues = dues;
        this.letters = letters;
        this.ledger = ledger;
        this.units = units;
        this.komwil = komwil;
        this.hibah = hibah;
        this.sponsors = sponsors;
    }

    /** Enters all of them. */
    void enter() {
        SIGN_INS.forEach(person ->
                people.create(Viewer.system(), person.handle(), person.name(), Demo.PASSWORD));
        barlingmascakeb();
        javapromo();
        inta();
        letters.work();
        komwil.enter();
        hibah.enter();
        sponsors.enter();
    }

    private void barlingmascakeb() {
        var finance = office.open(BARLINGMASCAKEB);
        office.ofParty(finance, KEBUMEN, Role.TREASURER, "33.05");
        units.enter(finance);
        var day = LocalDate.of(2005, 1, 10);
        charge(
                finance,
                new Dues(
                        BARLINGMASCAKEB,
                        day,
                        "SKB-2003",
                        "Pasal (contoh)",
                        "500000000",
                        null,
                        "Iuran operasional 2005",
                        new Basis(
                                Basis.Kind.ASSUMED,
                                "Rp100 juta per daerah dari sumber; bahwa itu per tahun dan untuk"
                                        + " 2005 adalah pengandaian")),
                INDONESIAN);
        dues.paid(finance, "33.02", LocalDate.of(2005, 1, 24), "100000000");
        dues.paid(finance, "33.03", LocalDate.of(2005, 2, 21), "100000000");
        dues.paid(finance, "33.04", LocalDate.of(2005, 4, 5), "100000000");
        dues.paid(finance, "33.01", LocalDate.of(2005, 6, 15), "60000000");
        dues.paid(finance, "33.05", LocalDate.of(2005, 5, 2), "100000000");
        for (var month = YearMonth.of(2005, 1);
                month.getYear() == 2005;
                month = month.plusMonths(1)) {
            salary(finance, month);
        }
    }

    /** The manager's salary of the source; that it is paid at the end of each month is invented. */
    private void salary(Access finance, YearMonth month) {
        var amount = money("IDR", "5000000").minorUnits();
        var fund = new FundCode("UMUM");
        ledger.post(
                finance,
                new NewEntry(
                        month.atEndOfMonth(),
                        NewEntry.MANUAL,
                        "Gaji manajer regional " + month + DemoEntries.INVENTED,
                        "demo-salary-" + month,
                        null,
                        List.of(
                                NewPosting.debit(new AccountCode("51100"), fund, amount),
                                NewPosting.credit(new AccountCode("11200"), fund, amount))));
    }

    private void javapromo() {
        var finance = office.open(JAVAPROMO);
        office.ofParty(finance, KEBUMEN, Role.TREASURER, "33.05");
        charge(
                finance,
                new Dues(
                        JAVAPROMO,
                        LocalDate.of(2006, 1, 16),
                        "AD-ART",
                        "Pasal (contoh)",
                        null,
                        null,
                        "Bagian pajak hotel dan restoran 2006",
                        new Basis(
                                Basis.Kind.SAMPLE,
                                "10 % dari sumber; pajaknya rekaan, sumber tidak menyebut"
                                        + " jumlahnya")),
                INDONESIAN);
        dues.paid(finance, "34.04", LocalDate.of(2006, 4, 12), "900000000");
    }

    private void inta() {
        var finance = office.open(INTA);
        charge(
                finance,
                new Dues(
                        INTA,
                        LocalDate.of(2006, 1, 9),
                        "STATUTES",
                        "Tarif (contoh)",
                        null,
                        DemoEntries.text("inta/figures.csv"),
                        "Iuran anggota 2006",
                        new Basis(
                                Basis.Kind.SOURCE,
                                "Tarif dari studi UGM 2006/07; anggotanya rekaan")),
                Locale.ENGLISH);
        dues.paid(finance, "KOTA-8", LocalDate.of(2006, 2, 20), "1960");
        dues.paid(finance, "KOTA-6", LocalDate.of(2006, 3, 6), "1000");
    }

    /** Charges the dues and writes to those who owe them. */
    private void charge(Access finance, Dues year, Locale language) {
        letters.start(
                finance,
                dues.charge(finance, year),
                new NewLetter(year.day(), language, List.of()),
                false,
                "demo-letters");
    }

    private static Money money(String currency, String amount) {
        return Money.of(Currency.getInstance(currency), new BigDecimal(amount));
    }
}
