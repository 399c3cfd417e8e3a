package id.patungan.cli;

import id.patungan.basics.AccountCode;
import id.patungan.basics.BodyId;
import id.patungan.basics.FundCode;
import id.patungan.basics.Money;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Basis;
import id.patungan.contributions.NewAssessment;
import id.patungan.contributions.NewReceipt;
import id.patungan.contributions.Receipts;
import id.patungan.contributions.letters.LetterRuns;
import id.patungan.contributions.letters.NewLetter;
import id.patungan.contributions.letters.PaymentAccount;
import id.patungan.contributions.letters.PaymentAccounts;
import id.patungan.contributions.rules.NewRuleVersion;
import id.patungan.contributions.rules.Rules;
import id.patungan.ledger.Ledger;
import id.patungan.ledger.NewEntry;
import id.patungan.ledger.NewPosting;
import id.patungan.parties.BodyFiles;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.platform.People;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Three more bodies of the sources, each with its dues of one year: Barlingmascakeb, Javapromo and
 * INTA, whose book is in euros. One region, Kebumen, sits in two of them with one sign-in.
 */
@Component
class DemoBodies {

    static final String BARLINGMASCAKEB = "barlingmascakeb";
    static final String JAVAPROMO = "javapromo";
    static final String INTA = "inta";

    private static final String KEEPER = "regional";
    private static final String APPROVER = "pengawas";
    private static final String KEBUMEN = "kebumen";

    /** Whoever keeps the books of the three, whoever approves, and the treasurer of Kebumen. */
    static final List<Demo.SignIn> SIGN_INS =
            List.of(
                    new Demo.SignIn(
                            KEEPER,
                            "Bendahara Barlingmascakeb, Javapromo dan INTA (contoh)",
                            Role.FINANCE,
                            "",
                            ""),
                    new Demo.SignIn(
                            APPROVER,
                            "Pengawas Barlingmascakeb, Javapromo dan INTA (contoh)",
                            Role.APPROVER,
                            "",
                            ""),
                    new Demo.SignIn(
                            KEBUMEN,
                            "BKAD Kabupaten Kebumen di dua badan (contoh)",
                            Role.TREASURER,
                            "33.05",
                            ""));

    private static final Locale INDONESIAN = Locale.of("id");
    private static final String RULE = "IURAN";
    private static final String PAID =
            "Rekaan: sumber tidak menyebut tanggal, cara dan jumlah bayar";

    private final BodyFiles bodyFiles;
    private final People people;
    private final Parties parties;
    private final Rules rules;
    private final Assessments assessments;
    private final Receipts receipts;
    private final PaymentAccounts accounts;
    private final LetterRuns letters;
    private final Ledger ledger;
    private final DemoUnits units;

    DemoBodies(
            BodyFiles bodyFiles,
            People people,
            Parties parties,
            Rules rules,
            Assessments assessments,
            Receipts receipts,
            PaymentAccounts accounts,
            LetterRuns letters,
            Ledger ledger,
            DemoUnits units) {
        this.bodyFiles = bodyFiles;
        this.people = people;
        this.parties = parties;
        this.rules = rules;
        this.assessments = assessments;
        this.receipts = receipts;
        this.accounts = accounts;
        this.letters = letters;
        this.ledger = ledger;
        this.units = units;
    }

    /** Enters the three. */
    void enter() {
        SIGN_INS.forEach(person ->
                people.create(Viewer.system(), person.handle(), person.name(), Demo.PASSWORD));
        barlingmascakeb();
        javapromo();
        inta();
        letters.work();
    }

    private void barlingmascakeb() {
        var finance = body(BARLINGMASCAKEB);
        treasurer(finance, "33.05");
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
                                        + " 2005 adalah pengandaian"),
                        INDONESIAN));
        paid(finance, "33.02", LocalDate.of(2005, 1, 24), "100000000");
        paid(finance, "33.03", LocalDate.of(2005, 2, 21), "100000000");
        paid(finance, "33.04", LocalDate.of(2005, 4, 5), "100000000");
        paid(finance, "33.01", LocalDate.of(2005, 6, 15), "60000000");
        paid(finance, "33.05", LocalDate.of(2005, 5, 2), "100000000");
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
        var finance = body(JAVAPROMO);
        treasurer(finance, "33.05");
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
                                        + " jumlahnya"),
                        INDONESIAN));
        paid(finance, "34.04", LocalDate.of(2006, 4, 12), "900000000");
    }

    private void inta() {
        var finance = body(INTA);
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
                                "Tarif dari studi UGM 2006/07; anggotanya rekaan"),
                        Locale.ENGLISH));
        paid(finance, "KOTA-8", LocalDate.of(2006, 2, 20), "1960");
        paid(finance, "KOTA-6", LocalDate.of(2006, 3, 6), "1000");
    }

    /**
     * The dues of a body for a year.
     *
     * @param figures to divide by; null to take what the rule says
     */
    private record Dues(
            String body,
            LocalDate day,
            String agreement,
            String article,
            @Nullable String total,
            @Nullable String figures,
            String description,
            Basis basis,
            Locale language) {}

    private Access body(String code) {
        var body =
                bodyFiles.create(Viewer.system(), "body.yml", DemoEntries.text(code + "/body.yml"));
        grant(KEEPER, Role.FINANCE, body.id(), new Scope.All());
        grant(APPROVER, Role.APPROVER, body.id(), new Scope.All());
        var finance = as(KEEPER, body.id());
        accounts.put(
                finance,
                new PaymentAccount(
                        new AccountCode("11200"),
                        null,
                        "Bank Contoh (fiktif)",
                        "000.111.222.444",
                        body.profile().name()));
        return finance;
    }

    private void treasurer(Access finance, String party) {
        grant(
                KEBUMEN,
                Role.TREASURER,
                finance.body(),
                new Scope.OneParty(parties.get(finance, party).id()));
    }

    private void grant(String handle, Role role, BodyId body, Scope scope) {
        people.grant(
                Viewer.system(),
                handle,
                new Permission(role, body, scope),
                LocalDate.of(2004, 1, 1),
                null);
    }

    private Access as(String handle, BodyId body) {
        return new Access(people.viewer(handle).orElseThrow(), body);
    }

    private void charge(Access finance, Dues dues) {
        var version =
                rules.draft(
                        finance,
                        new NewRuleVersion(
                                RULE,
                                DemoEntries.text(dues.body() + "/dues.yml"),
                                dues.day().withDayOfYear(1),
                                dues.agreement(),
                                dues.article()),
                        "demo-rule");
        rules.decide(
                as(APPROVER, finance.body()),
                RULE,
                version.version(),
                true,
                "Disetujui dalam rapat" + DemoEntries.INVENTED,
                "demo-approve-rule");
        var total = dues.total();
        var code =
                assessments
                        .issue(
                                finance,
                                new NewAssessment(
                                        NewAssessment.Kind.DUES,
                                        dues.day().getYear(),
                                        new FundCode("UMUM"),
                                        null,
                                        total == null ? null : money("IDR", total),
                                        null,
                                        RULE,
                                        dues.figures(),
                                        null,
                                        null,
                                        dues.day(),
                                        dues.day().plusMonths(3),
                                        dues.description(),
                                        dues.basis(),
                                        Map.of(),
                                        Map.of()),
                                "demo-dues")
                        .code();
        letters.start(
                finance,
                code,
                new NewLetter(dues.day(), dues.language(), List.of()),
                false,
                "demo-letters");
    }

    private void paid(Access finance, String party, LocalDate day, String amount) {
        var currency = assessments.list(finance, null).getFirst().amount().currency();
        receipts.record(
                finance,
                new NewReceipt(
                        party,
                        day,
                        "Pembayaran iuran" + DemoEntries.INVENTED,
                        List.of(
                                new NewReceipt.Part(
                                        new FundCode("UMUM"),
                                        new AccountCode("11200"),
                                        Money.of(currency, new BigDecimal(amount)),
                                        List.of(),
                                        null)),
                        null,
                        null,
                        null,
                        null,
                        new Basis(Basis.Kind.SAMPLE, PAID)),
                "demo-receipt-" + party);
    }

    private static Money money(String currency, String amount) {
        return Money.of(Currency.getInstance(currency), new BigDecimal(amount));
    }
}
