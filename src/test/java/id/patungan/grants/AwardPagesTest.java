package id.patungan.grants;

import static id.patungan.grants.Secretariat.day;
import static id.patungan.grants.Secretariat.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.patungan.basics.FundCode;
import id.patungan.grants.AwardMoney.Part;
import id.patungan.grants.AwardMoney.Receipt;
import id.patungan.grants.AwardMoney.Spending;
import id.patungan.grants.AwardTerms.Interest;
import id.patungan.ledger.Books;
import id.patungan.parties.Bodies;
import id.patungan.parties.Parties;
import id.patungan.platform.People;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;
import id.patungan.testing.DatabaseTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The pages and the interface of awards, as people and programs use them. */
@DatabaseTest
class AwardPagesTest {

    private final AwardMoney money;
    private final People people;
    private final Clock clock;
    private final MockMvcTester http;
    private final Secretariat office;
    private String finance = "";
    private String approver = "";

    @Autowired
    AwardPagesTest(
            Awards awards,
            AwardMoney money,
            People people,
            Clock clock,
            WebApplicationContext context,
            Bodies bodies,
            Parties parties,
            Books books) {
        this.money = money;
        this.people = people;
        this.clock = clock;
        this.http = MockMvcTester.from(context, with -> with.apply(springSecurity()).build());
        this.office = Secretariat.open(bodies, parties, books, awards);
    }

    @BeforeEach
    void signIns() {
        finance = person("fin", Role.FINANCE, new Scope.All());
        approver = person("app", Role.APPROVER, new Scope.All());
    }

    private String person(String name, Role role, Scope scope) {
        var administrator =
                new Viewer(
                        "admin",
                        "Administrator",
                        List.of(new Permission(Role.ADMINISTRATOR, null, new Scope.All())));
        var handle = name + "-" + office.code();
        people.create(administrator, handle, handle, "gunung merapi 2968");
        people.grant(
                administrator,
                handle,
                new Permission(role, office.body(), scope),
                LocalDate.now(clock).minusDays(1),
                null);
        return handle;
    }

    private MvcTestResult get(String handle, String address) {
        return http.get().uri("/bodies/" + office.code() + address).with(user(handle)).exchange();
    }

    private MvcTestResult post(String handle, String address, Map<String, String> fields) {
        var request =
                http.post()
                        .uri("/bodies/" + office.code() + address)
                        .with(user(handle))
                        .with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private static String text(MvcTestResult answer) throws Exception {
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void termsArePastedApprovedByAnotherAndSpentThroughTheForm() throws Exception {
        var fields = new java.util.HashMap<String, String>();
        fields.put("key", "t1");
        fields.put("code", "KANTOR");
        fields.put("giver", "32");
        fields.put("kind", "provincial-grant");
        fields.put("agreementNo", "1/NPHD/2011");
        fields.put("agreementDate", "10-01-2011");
        fields.put("signatories", "Sekda");
        fields.put("titleId", "Tahun pertama");
        fields.put("titleEn", "First year");
        fields.put("currency", "IDR");
        fields.put("amount", "300.000.000,00");
        fields.put("conditional", "yes");
        fields.put("from", "01-02-2011");
        fields.put("to", "31-12-2011");
        fields.put("paidUntil", "31-12-2011");
        fields.put("bankAccount", "11210");
        fields.put("interest", "return");
        fields.put("unspent", "return");
        fields.put("returnBy", "10-01-2012");
        fields.put("exchange", "day");
        fields.put("exchangeBearer", "award");
        fields.put("purposes", "A\tKantor\tOffice\tHIBAH-A\nB\tGaji\tPay\tHIBAH-B\t30-06-2011\n");
        fields.put("lines", "1;A;Meja;Desks;100.000.000,00;521\n2;B;Gaji;Pay;200.000.000,x;511");
        fields.put("tranches", "T1; 300.000.000,00; 05-02-2011");
        var refused = post(finance, "/awards/new?lang=id", fields);
        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("Baris 2", "200.000.000,x");
        var desks = "1;A;Meja;Desks;100.000.000,00;521\n";
        fields.put("lines", desks + "2;B;Gaji;Pay;200.000.000,00;511;;;;12,5;orang-bulan;");
        assertThat(text(post(finance, "/awards/new?lang=id", fields)))
                .contains("Perhitungan pos 2 belum lengkap");
        fields.put("lines", desks + "2;B;Gaji;Pay;200.000.000,00;511;;;;12,5;orang;15.000.000");
        assertThat(text(post(finance, "/awards/new?lang=id", fields)))
                .contains("Pos 2: 12,5 orang × Rp15.000.000,00 = 187.500.000,00")
                .contains("sedangkan jumlah pos itu Rp200.000.000,00");
        fields.put("lines", desks + "2;B;Gaji;Pay;200.000.000,00;511;;;;x;orang;15.000.000");
        assertThat(text(post(finance, "/awards/new?lang=en", fields)))
                .contains("&quot;x&quot; is not a quantity");
        fields.put("lines", desks + "2;B;Gaji;Pay;200.000.000,00;511;;;;12,5;orang;16.000.000");
        assertThat(post(finance, "/awards/new", fields)).hasStatus3xxRedirection();
        assertThat(
                        post(
                                approver,
                                "/awards/KANTOR/versions/1/decision",
                                Map.of("do", "approve", "key", "d1")))
                .hasStatus3xxRedirection();
        assertThat(
                        post(
                                finance,
                                "/awards/KANTOR/record/receive",
                                Map.of(
                                        "key",
                                        "r1",
                                        "date",
                                        "05-02-2011",
                                        "tranche",
                                        "T1",
                                        "amount.HIBAH-A",
                                        "100.000.000,00",
                                        "amount.HIBAH-B",
                                        "200.000.000,00",
                                        "document",
                                        "SP2D-1")))
                .hasStatus3xxRedirection();
        var late =
                Map.of(
                        "key",
                        "s1",
                        "date",
                        "01-07-2011",
                        "document",
                        "V-1",
                        "description",
                        "Gaji Juli",
                        "account",
                        "51100",
                        "awardLine",
                        "KANTOR/2",
                        "amount",
                        "20.000.000,00");
        var answer = post(finance, "/awards/KANTOR/record/spend?lang=id", late);
        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("di luar 1 Februari 2011 sampai 30 Juni 2011");
        var inTime = new java.util.HashMap<>(late);
        inTime.put("date", "30-06-2011");
        assertThat(post(finance, "/awards/KANTOR/record/spend", inTime)).hasStatus3xxRedirection();
        assertThat(
                        post(
                                approver,
                                "/awards/KANTOR/record/override",
                                Map.of(
                                        "key",
                                        "o1",
                                        "rule",
                                        "period",
                                        "document",
                                        "V-RAHASIA",
                                        "amount",
                                        "1.234.567,00",
                                        "reason",
                                        "Perlu")))
                .hasStatus3xxRedirection();
        assertThat(text(get(finance, "/awards/KANTOR?lang=id"))).contains("V-RAHASIA");
        var ofA = person("fund-a", Role.DONOR_VIEWER, new Scope.OneFund(new FundCode("HIBAH-A")));
        assertThat(text(get(ofA, "/awards/KANTOR?lang=id")))
                .contains("KANTOR", "1 · Meja")
                .doesNotContain("V-RAHASIA", "1.234.567", "HIBAH-B", "20.000.000");
        for (var language : List.of("id", "en")) {
            var page = get(finance, "/awards/KANTOR?lang=" + language);
            assertThat(page).hasStatusOk();
            assertThat(text(page)).contains("V-1", "KANTOR/2", "HIBAH-B").doesNotContain("??");
            for (var action :
                    List.of("receive", "spend", "interest", "move", "refund", "undo", "give-up")) {
                var form = get(finance, "/awards/KANTOR/record/" + action + "?lang=" + language);
                assertThat(form).hasStatusOk();
                assertThat(text(form)).doesNotContain("??");
            }
            assertThat(text(page))
                    .contains(
                            language.equals("id")
                                    ? "12,5 orang × Rp16.000.000,00"
                                    : "12.5 orang × Rp16,000,000.00");
            assertThat(text(get(finance, "/awards/KANTOR/terms?lang=" + language)))
                    .contains("HIBAH-B")
                    .contains(
                            language.equals("id")
                                    ? "12,5; orang; 16.000.000,00"
                                    : "12.5; orang; 16,000,000.00")
                    .doesNotContain("??");
        }
        assertThat(text(get(finance, "/awards"))).contains("KANTOR");
        assertThat(
                        http.get()
                                .uri("/api/v1/bodies/" + office.code() + "/awards/KANTOR")
                                .with(user(finance))
                                .exchange())
                .bodyJson()
                .extractingPath("$.standing.lines[1].unitCost")
                .isEqualTo("16000000.00");
    }

    @Test
    void aDonorWithTwoAwardsSeesThoseTwoAndNothingElse() throws Exception {
        office.approved("LOGIC", Secretariat.framed());
        office.approved("LOGIC-2", again(Secretariat.framed()));
        office.approved("HIBAH-1", Secretariat.hibah());
        money.receive(
                office.finance(),
                "HIBAH-1",
                new Receipt(
                        day("2011-02-05"),
                        "T1",
                        Map.of("HIBAH-OPS", rupiah(360_000_000)),
                        "SP",
                        null),
                "r");
        var donor = person("logic", Role.DONOR_VIEWER, new Scope.OneParty(office.id("LOGIC")));
        assertThat(text(get(donor, "/awards"))).contains("LOGIC-2").doesNotContain("HIBAH-1");
        assertThat(get(donor, "/awards/LOGIC")).hasStatusOk();
        assertThat(get(donor, "/awards/LOGIC-2")).hasStatusOk();
        assertThat(get(donor, "/awards/HIBAH-1")).hasStatus(404);
        assertThat(get(donor, "/awards/LOGIC/record/spend")).hasStatus(403);
        var api = http.get().uri("/api/v1/bodies/" + office.code() + "/awards");
        assertThat(api.with(user(donor)).accept(MediaType.APPLICATION_JSON).exchange())
                .bodyJson()
                .extractingPath("$[*].code")
                .asArray()
                .containsExactly("LOGIC", "LOGIC-2");
        assertThat(
                        http.get()
                                .uri("/api/v1/bodies/" + office.code() + "/awards/HIBAH-1")
                                .with(user(donor))
                                .exchange())
                .hasStatus(404);
    }

    /** The same terms under another agreement, with a fund of its own. */
    private static AwardTerms again(AwardTerms first) {
        return new AwardTerms(
                first.giver(),
                first.kind(),
                "LoGIC/08",
                first.agreementDate(),
                "LoGIC",
                "Tahap kedua",
                "Second phase",
                first.currency(),
                first.amount(),
                first.conditional(),
                first.from(),
                first.to(),
                first.paidUntil(),
                "11221",
                Interest.RETURN,
                first.unspent(),
                first.returnBy(),
                first.exchange(),
                first.exchangeBearer(),
                null,
                "Contoh",
                List.of(
                        new AwardTerms.Purpose(
                                "TATA", "Tahap 2", "Phase 2", "DONOR-LOGIC2", null, false)),
                first.lines(),
                first.activities(),
                first.tranches(),
                first.reports(),
                List.of());
    }

    @Test
    void aProgramRecordsAndIsRefusedForTheSameReason() throws Exception {
        office.approved("LOGIC", Secretariat.framed());
        var received =
                api(
                        "receive",
                        """
                        {"fields": {"date": "2006-01-20", "tranche": "T1", "amount.DONOR-LOGIC": "300000000.00"}}
                        """,
                        "k1");
        assertThat(received).hasStatusOk();
        assertThat(received)
                .bodyJson()
                .extractingPath("$.standing.spendable")
                .isEqualTo("300000000.00");
        var refused =
                api(
                        "spend",
                        """
                        {"fields": {"date": "2009-02-01", "document": "V", "description": "x", "account": "52300",
                         "awardLine": "LOGIC/A/1.1", "amount": "5.00"}}
                        """,
                        "k2");
        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("grants.ineligible.period");
        assertThat(api("spend", "{\"fields\": {\"date\": \"x\"}}", "k3").getResponse().getStatus())
                .isBetween(400, 422);
    }

    private MvcTestResult api(String action, String json, String key) {
        return http.post()
                .uri("/api/v1/bodies/" + office.code() + "/awards/LOGIC/record/" + action)
                .with(user(finance))
                .with(csrf())
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    @Test
    void aSpendingByTwoFundsShowsWhatTheOtherBears() throws Exception {
        office.approved("LOGIC", Secretariat.framed());
        money.receive(
                office.finance(),
                "LOGIC",
                new Receipt(
                        day("2006-01-20"),
                        "T1",
                        Map.of("DONOR-LOGIC", rupiah(300_000_000)),
                        "TT",
                        null),
                "r");
        money.spend(
                office.finance(),
                "LOGIC",
                new Spending(
                        day("2006-03-01"),
                        "V-1",
                        "Forum",
                        "52300",
                        null,
                        null,
                        List.of(
                                new Part("DONOR-LOGIC", "LOGIC/A/1.1", rupiah(40_000_000)),
                                new Part("UMUM", "LOGIC/A/1.1", rupiah(7_654_321)))),
                "s");
        assertThat(text(get(finance, "/awards/LOGIC?lang=id"))).contains("Rp7.654.321,00");
        var donor = person("logic", Role.DONOR_VIEWER, new Scope.OneParty(office.id("LOGIC")));
        assertThat(text(get(donor, "/awards/LOGIC?lang=id"))).doesNotContain("7.654.321");
    }
}
