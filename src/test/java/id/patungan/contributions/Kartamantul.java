package id.patungan.contributions;

import id.patungan.basics.AccountCode;
import id.patungan.basics.BodyId;
import id.patungan.basics.FundCode;
import id.patungan.basics.Money;
import id.patungan.basics.PartyId;
import id.patungan.ledger.Books;
import id.patungan.ledger.Fund;
import id.patungan.ledger.Restriction;
import id.patungan.parties.AgreementText;
import id.patungan.parties.AgreementText.Article;
import id.patungan.parties.AgreementText.OfficialNumber;
import id.patungan.parties.AgreementText.Signer;
import id.patungan.parties.AgreementType;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Letterhead;
import id.patungan.parties.Members;
import id.patungan.parties.NewBody;
import id.patungan.parties.NewMember;
import id.patungan.parties.NewParty;
import id.patungan.parties.Parties;
import id.patungan.parties.Profile;
import id.patungan.platform.Access;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A body like Kartamantul, new for each test, with its agreements, funds and projects. */
public class Kartamantul {

    public static final Currency IDR = Currency.getInstance("IDR");
    public static final String YOGYA = "34.71";
    public static final String SLEMAN = "34.04";
    public static final String BANTUL = "34.02";
    public static final String PROVINCE = "34";

    public static final String EQUAL = "rule: {kind: equal}";
    public static final String WASTE =
            "rule: {kind: percent, shares: {\"34.71\": 75, \"34.04\": 15, \"34.02\": 10}}";
    public static final String WASTEWATER =
            "rule: {kind: fixed, amounts: {\"34.71\": 125000000, \"34.04\": 10000000, \"34.02\":"
                    + " 10000000}, rest: {kind: only, party: \"34\"}}";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Bodies bodies;
    private final Parties parties;
    private final Members members;
    private final Agreements agreements;
    private final Books books;

    public Kartamantul(
            Bodies bodies, Parties parties, Members members, Agreements agreements, Books books) {
        this.bodies = bodies;
        this.parties = parties;
        this.members = members;
        this.agreements = agreements;
        this.books = books;
    }

    /** A body of its own, where one person's word is enough. */
    public Town open() {
        return open(IDR, false);
    }

    /** A body of its own. */
    public Town open(Currency currency, boolean approvalRequired) {
        var code = "karta-" + Long.toString(System.nanoTime(), 36) + COUNT.incrementAndGet();
        var administrator =
                new Viewer(
                        "admin",
                        "Administrator",
                        List.of(new Permission(Role.ADMINISTRATOR, null, new Scope.All())));
        var body =
                bodies.create(
                        administrator,
                        new NewBody(
                                code,
                                new Profile(
                                        "Sekber Kartamantul", null, null, Letterhead.NONE, null),
                                ZoneId.of("Asia/Jakarta"),
                                currency,
                                LocalDate.of(2005, 1, 1),
                                approvalRequired));
        var finance =
                new Access(
                        new Viewer(
                                "finance",
                                "Bendahara",
                                List.of(new Permission(Role.FINANCE, body.id(), new Scope.All()))),
                        body.id());
        var ids = new java.util.HashMap<String, PartyId>();
        for (var region : List.of(YOGYA, SLEMAN, BANTUL, PROVINCE)) {
            ids.put(region, parties.add(finance, NewParty.region(region)).id());
        }
        for (var region : List.of(YOGYA, SLEMAN, BANTUL)) {
            members.admit(finance, NewMember.since(region, LocalDate.of(2001, 1, 1)));
        }
        agreements.add(
                finance,
                new AgreementText(
                        "PKS-1",
                        AgreementType.PKS,
                        "Kerja sama prasarana perkotaan",
                        LocalDate.of(2001, 3, 1),
                        LocalDate.of(2001, 3, 1),
                        LocalDate.of(2011, 3, 1),
                        null,
                        null,
                        List.of(new Signer(YOGYA, null), new Signer(SLEMAN, null)),
                        List.of(new OfficialNumber("01/PKS/2001", YOGYA)),
                        List.of(
                                new Article("Pasal 6", "Pembiayaan sekretariat"),
                                new Article("Pasal 7", "Pembiayaan proyek"))));
        books.addFunds(
                finance,
                List.of(fund("PROYEK-SAMPAH", "Persampahan"), fund("PROYEK-LIMBAH", "Air limbah")));
        books.addProject(body.id(), "SAMPAH", "Persampahan", "Waste");
        books.addProject(body.id(), "LIMBAH", "Air limbah", "Wastewater");
        return new Town(body.id(), code, finance, Map.copyOf(ids));
    }

    private static Fund fund(String code, String name) {
        return new Fund(new FundCode(code), name, name, Restriction.PROJECT, null, null, true);
    }

    /** The body of a test. */
    public record Town(BodyId body, String code, Access finance, Map<String, PartyId> ids) {

        /** Somebody with one permission in this body. */
        public Access as(Role role, Scope scope) {
            return new Access(
                    new Viewer(
                            role.name().toLowerCase(java.util.Locale.ROOT),
                            role.name(),
                            List.of(new Permission(role, body, scope))),
                    body);
        }

        public Access treasurerOf(String party) {
            var id = ids.get(party);
            if (id == null) throw new IllegalArgumentException(party);
            return as(Role.TREASURER, new Scope.OneParty(id));
        }

        /** K2: secretariat operations. */
        public NewAssessment dues(@Nullable String rule, @Nullable LegalBasis ground) {
            return new NewAssessment(
                    NewAssessment.Kind.DUES,
                    2006,
                    new FundCode("UMUM"),
                    null,
                    rupiah("330000000"),
                    rule,
                    null,
                    null,
                    ground,
                    LocalDate.of(2006, 1, 16),
                    LocalDate.of(2006, 3, 31),
                    "Iuran operasional sekretariat 2006",
                    new Basis(Basis.Kind.ASSUMED, "Sumber tidak menyebut kunci pembagian"),
                    Map.of(),
                    Map.of());
        }

        public NewAssessment dues() {
            return dues(EQUAL, new LegalBasis("PKS-1", "Pasal 6"));
        }

        /** K3: waste. */
        public NewAssessment waste() {
            return project("SAMPAH", "1900000000", WASTE, Map.of());
        }

        /** K4: wastewater, the province as residual payer. */
        public NewAssessment wastewater() {
            return project(
                    "LIMBAH",
                    "795000000",
                    WASTEWATER,
                    Map.of(
                            BANTUL,
                            new Basis(Basis.Kind.ASSUMED, "Nama kabupaten kedua disimpulkan")));
        }

        NewAssessment project(
                String project, String total, String rule, Map<String, Basis> shareBasis) {
            return new NewAssessment(
                    NewAssessment.Kind.PROJECT,
                    2006,
                    new FundCode("PROYEK-" + project),
                    project,
                    rupiah(total),
                    rule,
                    null,
                    null,
                    new LegalBasis("PKS-1", "Pasal 7"),
                    LocalDate.of(2006, 2, 1),
                    LocalDate.of(2006, 6, 30),
                    "Biaya " + project,
                    new Basis(Basis.Kind.SOURCE, "Kajian UGM 2006/07"),
                    shareBasis,
                    Map.of());
        }

        /** A receipt into UMUM without deductions, the oldest charges first. */
        public NewReceipt receipt(String party, String gross) {
            return receipt(party, "UMUM", gross, List.of(), null);
        }

        public NewReceipt receipt(
                String party,
                String fund,
                String gross,
                List<NewReceipt.Deduction> deductions,
                @Nullable List<NewReceipt.Allocation> allocations) {
            return new NewReceipt(
                    party,
                    LocalDate.of(2006, 4, 3),
                    "Pembayaran " + party,
                    List.of(
                            new NewReceipt.Part(
                                    new FundCode(fund),
                                    new AccountCode("11200"),
                                    rupiah(gross),
                                    deductions,
                                    allocations)),
                    "0123/LS/2006",
                    LocalDate.of(2006, 4, 1),
                    "5.1.02.01",
                    null,
                    null);
        }
    }

    public static Money rupiah(String amount) {
        return Money.of(IDR, new BigDecimal(amount));
    }
}
