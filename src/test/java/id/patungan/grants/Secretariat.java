package id.patungan.grants;

import id.patungan.basics.AccountCode;
import id.patungan.basics.BodyId;
import id.patungan.basics.FundCode;
import id.patungan.basics.PartyId;
import id.patungan.grants.AwardTerms.Activity;
import id.patungan.grants.AwardTerms.BudgetLine;
import id.patungan.grants.AwardTerms.Condition;
import id.patungan.grants.AwardTerms.ExchangeBearer;
import id.patungan.grants.AwardTerms.ExchangeMethod;
import id.patungan.grants.AwardTerms.Interest;
import id.patungan.grants.AwardTerms.Kind;
import id.patungan.grants.AwardTerms.Purpose;
import id.patungan.grants.AwardTerms.ReportDue;
import id.patungan.grants.AwardTerms.Tranche;
import id.patungan.grants.AwardTerms.Unspent;
import id.patungan.ledger.Account;
import id.patungan.ledger.AccountKind;
import id.patungan.ledger.Books;
import id.patungan.parties.Bodies;
import id.patungan.parties.Letterhead;
import id.patungan.parties.NewBody;
import id.patungan.parties.NewParty;
import id.patungan.parties.Parties;
import id.patungan.parties.PartyKind;
import id.patungan.parties.Profile;
import id.patungan.platform.Access;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A body with givers, new for each test. All amounts are invented. */
public final class Secretariat {

    public static final Currency IDR = Currency.getInstance("IDR");
    public static final String PROVINCE = "32";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Awards awards;
    private final BodyId body;
    private final String code;
    private final Access finance;
    private final Map<String, PartyId> ids;

    private Secretariat(
            Awards awards, BodyId body, String code, Access finance, Map<String, PartyId> ids) {
        this.awards = awards;
        this.body = body;
        this.code = code;
        this.finance = finance;
        this.ids = ids;
    }

    /** Opens one; its books begin in 2004. */
    public static Secretariat open(Bodies bodies, Parties parties, Books books, Awards awards) {
        var code = "grants-" + Long.toString(System.nanoTime(), 36) + COUNT.incrementAndGet();
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
                                new Profile("Sekber Contoh", null, null, Letterhead.NONE, null),
                                ZoneId.of("Asia/Jakarta"),
                                IDR,
                                LocalDate.of(2004, 1, 1),
                                false));
        var finance =
                new Access(
                        new Viewer(
                                "finance",
                                "Bendahara",
                                List.of(new Permission(Role.FINANCE, body.id(), new Scope.All()))),
                        body.id());
        var ids =
                Map.of(
                        PROVINCE,
                        parties.add(finance, NewParty.region(PROVINCE)).id(),
                        "LOGIC",
                        donor(parties, finance, "LOGIC", "LoGIC (UNDP)"),
                        "GTZ",
                        donor(parties, finance, "GTZ", "GTZ"),
                        "IBM",
                        donor(parties, finance, "IBM", "IBM"));
        books.addAccounts(finance, List.of(bank("11211"), bank("11221"), bank("11222")));
        return new Secretariat(awards, body.id(), code, finance, ids);
    }

    private static PartyId donor(Parties parties, Access finance, String code, String name) {
        return parties.add(finance, NewParty.other(code, PartyKind.DONOR, name)).id();
    }

    private static Account bank(String code) {
        return new Account(
                new AccountCode(code),
                "Bank " + code,
                "Bank " + code,
                AccountKind.ASSET,
                null,
                null,
                true,
                true);
    }

    public BodyId body() {
        return body;
    }

    public String code() {
        return code;
    }

    public Access finance() {
        return finance;
    }

    public PartyId id(String party) {
        return java.util.Objects.requireNonNull(ids.get(party));
    }

    /** Somebody with one permission here. */
    public Access as(Role role, Scope scope) {
        return new Access(
                new Viewer(
                        role.name().toLowerCase(Locale.ROOT),
                        role.name(),
                        List.of(new Permission(role, body, scope))),
                body);
    }

    public Access approver() {
        return as(Role.APPROVER, new Scope.All());
    }

    public Access giver(String party) {
        return as(Role.DONOR_VIEWER, new Scope.OneParty(id(party)));
    }

    public Access ofFund(String fund) {
        return as(Role.DONOR_VIEWER, new Scope.OneFund(new FundCode(fund)));
    }

    /** Drafts terms and has them approved. */
    public Award approved(String award, AwardTerms terms) {
        var version =
                awards.draft(finance, award, terms, "draft-" + award + COUNT.incrementAndGet());
        awards.decide(
                approver(),
                award,
                version.version(),
                true,
                null,
                "approve-" + award + version.version());
        return awards.get(finance, award);
    }

    public static long rupiah(long amount) {
        return amount * 100;
    }

    public static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    /** The first year of an office: two tranches, the second after a report is accepted. */
    public static AwardTerms hibah() {
        return hibah(false);
    }

    /** The same for something that is bought once, or for what goes on. */
    static AwardTerms hibah(boolean once) {
        return new AwardTerms(
                PROVINCE,
                Kind.PROVINCIAL_GRANT,
                "900/12/NPHD/2011",
                day("2011-01-10"),
                "Sekretaris Daerah dan Ketua Sekretariat",
                "Operasional tahun pertama",
                "Operations of the first year",
                IDR,
                rupiah(600_000_000),
                true,
                day("2011-02-01"),
                day("2011-12-31"),
                day("2011-12-31"),
                "11210",
                Interest.RETURN,
                Unspent.RETURN,
                day("2012-01-10"),
                ExchangeMethod.DAY,
                ExchangeBearer.AWARD,
                null,
                "Contoh",
                List.of(
                        new Purpose(
                                "OPS",
                                "Operasional kantor",
                                "Office operations",
                                "HIBAH-OPS",
                                null,
                                once)),
                List.of(
                        line("1", "OPS", "Gaji dan insentif", 400_000_000, List.of("511", "512")),
                        line("2", "OPS", "Kantor dan rapat", 200_000_000, List.of("521", "523"))),
                List.of(),
                List.of(
                        new Tranche(
                                "T1", rupiah(360_000_000), day("2011-02-01"), Condition.NONE, null),
                        new Tranche(
                                "T2",
                                rupiah(240_000_000),
                                day("2011-08-01"),
                                Condition.REPORT,
                                "R1")),
                List.of(
                        new ReportDue(
                                "R1",
                                "Laporan semester I",
                                day("2011-02-01"),
                                day("2011-06-30"),
                                day("2011-07-20")),
                        new ReportDue(
                                "LPJ",
                                "LPJ",
                                day("2011-02-01"),
                                day("2011-12-31"),
                                day("2012-01-10"))),
                List.of());
    }

    static BudgetLine line(
            String code, String purpose, String name, long amount, List<String> accounts) {
        return new BudgetLine(
                code, purpose, name, name, rupiah(amount), accounts, List.of(), false, null);
    }

    /** A donor with a frame of two activities, as LoGIC had (facts A1). */
    public static AwardTerms framed() {
        return framed(true);
    }

    /** The same as conditional money, or as income when it is agreed. */
    static AwardTerms framed(boolean conditional) {
        return framed(conditional, Interest.AWARD);
    }

    /** The same with another rule for interest. */
    static AwardTerms framed(boolean conditional, Interest interest) {
        return new AwardTerms(
                "LOGIC",
                Kind.DONOR,
                "LoGIC/07/2006",
                day("2006-01-02"),
                "LoGIC dan Sekber",
                "Penguatan tata pemerintahan kota",
                "Stronger town government",
                IDR,
                rupiah(300_000_000),
                conditional,
                day("2006-01-01"),
                day("2008-12-31"),
                day("2009-03-31"),
                "11220",
                interest,
                Unspent.RETURN,
                day("2009-06-30"),
                ExchangeMethod.DAY,
                ExchangeBearer.AWARD,
                null,
                "Contoh",
                List.of(
                        new Purpose(
                                "TATA",
                                "Tata pemerintahan",
                                "Governance",
                                "DONOR-LOGIC",
                                null,
                                false)),
                List.of(
                        new BudgetLine(
                                "A",
                                "TATA",
                                "Lokakarya",
                                "Workshops",
                                rupiah(200_000_000),
                                List.of(),
                                List.of("1.1", "1.2"),
                                false,
                                null),
                        new BudgetLine(
                                "B",
                                "TATA",
                                "Konsultan",
                                "Consultants",
                                rupiah(100_000_000),
                                List.of(),
                                List.of("1.2"),
                                false,
                                null)),
                List.of(
                        new Activity("1.1", "1", "Forum wali kota", "Mayors' forum"),
                        new Activity("1.2", "1", "Pelatihan anggaran", "Budget training")),
                List.of(
                        new Tranche(
                                "T1",
                                rupiah(300_000_000),
                                day("2006-01-15"),
                                Condition.NONE,
                                null)),
                List.of(
                        new ReportDue(
                                "R1",
                                "Financial report 2006",
                                day("2006-01-01"),
                                day("2006-12-31"),
                                day("2007-01-31"))),
                List.of());
    }
}
