package id.patungan.statements;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.PROVINCE;
import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.YOGYA;
import static id.patungan.contributions.Kartamantul.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import static java.util.Objects.requireNonNull;

import id.patungan.basics.DomainException;
import id.patungan.basics.FundCode;
import id.patungan.basics.Money;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.NewReceipt.Deduction;
import id.patungan.contributions.Receipts;
import id.patungan.documents.Sha256;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.platform.People;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.SuperUser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Statements of Kartamantul's parties against SQL over the postings, and who may see them. */
@DatabaseTest
class StatementsTest {

    private static final StatementPeriod YEAR = StatementPeriod.of(Year.of(2006));

    private static final Map<String, String> CHARGED =
            Map.of(
                    YOGYA, "1660000000.00",
                    SLEMAN, "405000000.00",
                    BANTUL, "310000000.00",
                    PROVINCE, "650000000.00");

    private final Statements statements;
    private final StatementRenderer renderer;
    private final Assessments assessments;
    private final Receipts receipts;
    private final People people;
    private final SuperUser database;
    private final MockMvcTester http;
    private final Town town;

    @Autowired
    StatementsTest(
            Statements statements,
            StatementRenderer renderer,
            Assessments assessments,
            Receipts receipts,
            People people,
            SuperUser database,
            WebApplicationContext context,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.statements = statements;
        this.renderer = renderer;
        this.assessments = assessments;
        this.receipts = receipts;
        this.people = people;
        this.database = database;
        this.http =
                MockMvcTester.from(
                        context,
                        builder ->
                                builder.apply(SecurityMockMvcConfigurers.springSecurity()).build());
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
    }

    @BeforeEach
    void theYear2006() {
        assessments.issue(town.finance(), town.dues(), "dues");
        assessments.issue(town.finance(), town.waste(), "waste");
        assessments.issue(town.finance(), town.wastewater(), "wastewater");
        receipts.record(town.finance(), town.receipt(SLEMAN, "110000000"), "sleman");
        receipts.record(
                town.finance(),
                town.receipt(
                        YOGYA,
                        "PROYEK-SAMPAH",
                        "1000000000",
                        List.of(new Deduction(Deduction.Kind.CREDITABLE_TAX, rupiah("20000000"))),
                        null),
                "yogya");
        receipts.record(town.finance(), town.receipt(BANTUL, "150000000"), "bantul");
    }

    @Test
    void everyPartyIsChargedWhatTheSourcesSay() {
        for (var statement : statements.all(town.finance(), YEAR)) {
            assertThat(money(statement, statement.totals().charge()))
                    .as(statement.party().name())
                    .isEqualTo(CHARGED.get(statement.party().code()));
        }
        assertThat(statements.lines(town.finance(), YEAR))
                .extracting(line -> line.party().code())
                .containsExactly(PROVINCE, BANTUL, SLEMAN, YOGYA);
    }

    @Test
    void allRenderingsAgreeWithSqlOverThePostings() throws SQLException {
        var ledger = owed();
        for (var statement : statements.all(town.finance(), YEAR)) {
            var party = statement.party().code();
            assertThat(statement.closing()).as(party).isEqualTo(ledger.get(party));
            for (var language : List.of(Locale.of("id"), Locale.ENGLISH)) {
                var closing =
                        renderer.texts(statement, language).formats().amount(statement.closing());
                for (var format : List.of(StatementFormat.HTML, StatementFormat.PDF)) {
                    assertThat(Renderings.text(file(statement, format, language), format))
                            .contains(closing);
                }
            }
            assertThat(Renderings.closings(renderer, statement)).containsOnly(ledger.get(party));
        }
    }

    @Test
    void aDeductionReducesWhatCameInNotWhatIsCredited() {
        var yogya = statements.of(town.finance(), YOGYA, YEAR, null);

        assertThat(yogya.totals())
                .isEqualTo(
                        new RegionStatement.Totals(
                                166_000_000_000L,
                                100_000_000_000L,
                                2_000_000_000L,
                                98_000_000_000L));
        assertThat(yogya.movements().getLast().sp2d()).isEqualTo("0123/LS/2006");
        assertThat(yogya.movements().getLast().accountCode()).isEqualTo("5.1.02.01");
    }

    @Test
    void moreThanTheDuesIsPaidInAdvanceAndReducesWhatIsOwed() {
        var bantul = statements.of(town.finance(), BANTUL, YEAR, null);

        assertThat(money(bantul, bantul.closing())).isEqualTo("160000000.00");
        assertThat(bantul.accounts())
                .extracting(RegionStatement.AccountBalance::account)
                .containsExactly("11300", "11310", "21600");
    }

    @Test
    void theOpeningBalanceOfTheNextYearIsTheClosingBalanceOfThisOne() {
        var next = StatementPeriod.of(Year.of(2007));

        var later = statements.of(town.finance(), SLEMAN, next, null);

        assertThat(later.movements()).isEmpty();
        assertThat(later.opening())
                .isEqualTo(statements.of(town.finance(), SLEMAN, YEAR, null).closing());
        assertThat(later.closing()).isEqualTo(later.opening());
    }

    @Test
    void whatWasPrintedOnceCanBePrintedAgainAfterMoreWasPosted() {
        var before = statements.of(town.finance(), SLEMAN, YEAR, null);
        assessments.cancel(
                town.finance(),
                requireNonNull(before.movements().get(2).documentNo()),
                LocalDate.of(2006, 9, 1),
                "Salah lampiran",
                "cancel");

        var again = statements.of(town.finance(), SLEMAN, YEAR, before.known().entryNo());
        var now = statements.of(town.finance(), SLEMAN, YEAR, null);

        assertThat(StatementData.digest(again)).isEqualTo(StatementData.digest(before));
        assertThat(now.movements().getLast().kind()).isEqualTo(RegionStatement.Kind.CORRECTION);
        assertThat(now.movements()).hasSize(before.movements().size() + 1);
        assertThat(now.closing()).isEqualTo(before.closing() - 1_000_000_000L);
    }

    @Test
    void anEntryThatIsNotThereYetIsRefused() {
        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() -> statements.of(town.finance(), SLEMAN, YEAR, 999_999L))
                .matches(refusal -> refusal.code().equals("statements.not-yet-known"));
    }

    @Test
    void aReceiptChangedBehindTheProgramsBackMakesNoStatement() throws SQLException {
        database.execute(
                "UPDATE receipt_part SET gross = gross + 1, net = net + 1 WHERE book_id = "
                        + town.body().value()
                        + " AND gross = 11000000000");

        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() -> statements.of(town.finance(), SLEMAN, YEAR, null))
                .matches(StatementException::isFailedCheck);
        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() -> statements.all(town.finance(), YEAR));
    }

    @Test
    void theFilesOfAllPartiesAreTheSameEachTimeAndListedWithTheirDigests() {
        var formats = List.of(StatementFormat.values());
        var once =
                renderer.files(
                        statements.all(town.finance(), YEAR), formats, Locale.of("id"), null);
        var twice =
                renderer.files(
                        statements.all(Access.system(town.body()), YEAR),
                        formats,
                        Locale.of("id"),
                        null);

        assertThat(once).hasSize(4 * formats.size() + 1);
        once.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(twice.get(name)));
        var manifest = new String(once.get(StatementRenderer.MANIFEST), StandardCharsets.UTF_8);
        once.forEach((name, bytes) -> {
            if (!name.equals(StatementRenderer.MANIFEST)) {
                assertThat(manifest).contains(name, Sha256.hex(bytes));
            }
        });
    }

    @Test
    void aTreasurerSeesOneStatementAndADonorNone() {
        var sleman = town.treasurerOf(SLEMAN);
        var donor = town.as(Role.DONOR_VIEWER, new Scope.OneFund(new FundCode("PROYEK-SAMPAH")));

        assertThat(statements.of(sleman, SLEMAN, YEAR, null).closing())
                .isEqualTo(statements.of(town.finance(), SLEMAN, YEAR, null).closing());
        assertThat(statements.lines(sleman, YEAR)).hasSize(1);
        assertThat(statements.all(sleman, YEAR)).hasSize(1);
        assertThat(statements.lines(donor, YEAR)).isEmpty();
        for (var who : List.of(sleman, donor)) {
            for (var party : List.of(BANTUL, YOGYA, PROVINCE, "99.99")) {
                notFound(who, party);
            }
        }
        notFound(donor, SLEMAN);
    }

    private void notFound(Access access, String party) {
        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() -> statements.of(access, party, YEAR, null))
                .matches(refusal -> refusal.kind() == DomainException.Kind.NOT_FOUND);
    }

    @Test
    void pagesFilesAndApiKeepBantulsFiguresFromSleman() throws Exception {
        var handle =
                person(Role.TREASURER, new Scope.OneParty(requireNonNull(town.ids().get(SLEMAN))));
        var own = "/bodies/" + town.code() + "/regions/" + SLEMAN;
        var api = "/api/v1/bodies/" + town.code() + "/statements";
        for (var address :
                List.of(
                        own,
                        own + "?lang=en",
                        own + "/statement.csv",
                        own + "/statement.json",
                        own + "/statement.html",
                        api,
                        api + "/" + SLEMAN)) {
            var answer = get(handle, address);
            assertThat(answer).as(address).hasStatusOk();
            assertThat(body(answer))
                    .as(address)
                    .doesNotContain("Bantul", "310.000.000", "310,000,000", "310000000")
                    .doesNotContain("160.000.000", "160,000,000", "160000000");
        }
        for (var address :
                List.of(
                        "/bodies/" + town.code() + "/regions/" + BANTUL,
                        "/bodies/" + town.code() + "/regions/" + BANTUL + "/statement.pdf",
                        "/bodies/" + town.code() + "/regions/" + BANTUL + "/statement.json",
                        api + "/" + BANTUL,
                        own + "/statement.docx")) {
            assertThat(get(handle, address)).as(address).hasStatus(404);
        }
    }

    @Test
    void whoSeesOneStatementAloneIsTakenToIt() {
        var handle =
                person(Role.TREASURER, new Scope.OneParty(requireNonNull(town.ids().get(SLEMAN))));
        var all = "/bodies/" + town.code() + "/regions";

        assertThat(get(handle, all)).hasStatus(302).hasRedirectedUrl(all + "/" + SLEMAN);
    }

    @Test
    void theApiAnswersWhatIsAccepted() {
        var handle = person(Role.AUDITOR, new Scope.All());
        var address =
                "/api/v1/bodies/" + town.code() + "/statements/" + SLEMAN + "?from=2006-01-01";
        for (var type :
                List.of(
                        "application/json",
                        "application/pdf",
                        "text/csv",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")) {
            assertThat(
                            http.get()
                                    .uri(address)
                                    .accept(MediaType.parseMediaType(type))
                                    .with(user(handle)))
                    .hasStatusOk()
                    .hasContentTypeCompatibleWith(type);
        }
        assertThat(get(handle, address))
                .bodyJson()
                .extractingPath("statement.closing")
                .isEqualTo("295000000.00");
        assertThat(get(handle, address + "&until=2005-01-01")).hasStatus(422);
        assertThat(get(handle, address + "&until=yesterday")).hasStatus(400);
    }

    @Test
    void thePageShowsTheStatementInBothLanguages() throws Exception {
        var handle = person(Role.FINANCE, new Scope.All());
        var address = "/bodies/" + town.code() + "/regions/" + SLEMAN;

        assertThat(body(get(handle, address + "?lang=id")))
                .contains(
                        "Kartu iuran Kabupaten Sleman", "295.000.000,00", "cocok dengan buku besar")
                .contains("/bodies/" + town.code() + "/journal/1")
                .doesNotContain("??");
        assertThat(body(get(handle, address + "?lang=en")))
                .contains(
                        "Statement of account, Kabupaten Sleman",
                        "295,000,000.00",
                        "agrees with ledger")
                .doesNotContain("??");
        assertThat(get(handle, "/bodies/" + town.code() + "/regions/statements.zip"))
                .hasStatusOk()
                .hasContentType("application/zip");
    }

    private MvcTestResult get(String handle, String address) {
        return http.get().uri(address).with(user(handle)).exchange();
    }

    private static String body(MvcTestResult answer) throws Exception {
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private String person(Role role, Scope scope) {
        var administrator =
                new Viewer(
                        "admin",
                        "Administrator",
                        List.of(new Permission(Role.ADMINISTRATOR, null, new Scope.All())));
        var handle = "s" + Long.toString(System.nanoTime(), 36);
        people.create(administrator, handle, "Seseorang", "kuda-lumping-9-malam");
        people.grant(
                administrator,
                handle,
                new Permission(role, town.body(), scope),
                LocalDate.of(2000, 1, 1),
                null);
        return handle;
    }

    private byte[] file(RegionStatement statement, StatementFormat format, Locale language) {
        return renderer.render(statement, format, language, null);
    }

    private static String money(RegionStatement statement, long minorUnits) {
        return new Money(statement.body().currency(), minorUnits).toDecimal().toPlainString();
    }

    /** What each party owes, by SQL of its own. */
    private Map<String, Long> owed() throws SQLException {
        var owed = new TreeMap<String, Long>();
        try (var connection = database.connect();
                var query =
                        connection.prepareStatement(
                                """
                                SELECT p.code, SUM(o.amount) FROM posting o
                                JOIN book_party p ON p.book_id = o.book_id AND p.party_id = o.party_id
                                JOIN account a ON a.book_id = o.book_id AND a.account_id = o.account_id
                                WHERE o.book_id = ? AND a.code IN ('11300', '11310', '21600')
                                GROUP BY p.code\
                                """)) {
            query.setInt(1, town.body().value());
            var rows = query.executeQuery();
            while (rows.next()) {
                owed.put(rows.getString(1), rows.getLong(2));
            }
        }
        return owed;
    }
}
