package id.patungan.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.patungan.basics.AccountCode;
import id.patungan.basics.DomainException;
import id.patungan.basics.FundCode;
import id.patungan.basics.Money;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Basis;
import id.patungan.contributions.DueDays;
import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.LegalBasis;
import id.patungan.contributions.NewAssessment;
import id.patungan.contributions.NewReceipt;
import id.patungan.contributions.Receipts;
import id.patungan.contributions.letters.Letters;
import id.patungan.contributions.letters.NewLetter;
import id.patungan.contributions.letters.PaymentAccount;
import id.patungan.contributions.letters.PaymentAccounts;
import id.patungan.documents.Register;
import id.patungan.ledger.Books;
import id.patungan.ledger.CheckResult;
import id.patungan.ledger.Checks;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.NewMember;
import id.patungan.parties.NewParty;
import id.patungan.parties.Parties;
import id.patungan.parties.PartyKind;
import id.patungan.platform.People;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;
import id.patungan.testing.DatabaseTest;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The dues of INTA, whose book is in EUR, as its statutes print them: assessed, lettered, paid and
 * stated. The members are invented.
 */
@DatabaseTest
class TierDuesTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final StatementPeriod YEAR =
            new StatementPeriod(LocalDate.of(2006, 1, 1), LocalDate.of(2006, 12, 31));

    private static final String INTA =
            """
            rule:
              kind: bands
              category: membership
              class: gnp
              table:
                national: {high: 9350, high-middle: 8450, middle: 7570, low: 6800}
                corporate: {high: 1800, high-middle: 1650, middle: 1500, low: 1350}
                individual: {high: 300, high-middle: 280, middle: 250, low: 230}
              add-ons:
              - {category: national, indicator: persons, included: 15}
              - {category: corporate, indicator: persons, included: 6, price: 230}
              - {category: individual, indicator: persons, included: 1}
            """;

    private static final String MEMBERS =
            """
            party,name,membership,gnp,persons
            NEGARA,Anggota nasional (contoh),national,high,15
            KOTA-A,Anggota kota A (contoh),corporate,middle,8
            KOTA-B,Anggota kota B (contoh),corporate,low,6
            """;

    private final MockMvcTester http;
    private final Assessments assessments;
    private final Receipts receipts;
    private final Letters letters;
    private final PaymentAccounts accounts;
    private final Register register;
    private final Statements statements;
    private final Checks checks;
    private final Parties parties;
    private final Members members;
    private final Town town;
    private final String auditor;

    @Autowired
    TierDuesTest(
            WebApplicationContext context,
            Assessments assessments,
            Receipts receipts,
            Letters letters,
            PaymentAccounts accounts,
            Register register,
            Statements statements,
            Checks checks,
            People people,
            Clock clock,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.http = MockMvcTester.from(context, with -> with.apply(springSecurity()).build());
        this.assessments = assessments;
        this.receipts = receipts;
        this.letters = letters;
        this.accounts = accounts;
        this.register = register;
        this.statements = statements;
        this.checks = checks;
        this.parties = parties;
        this.members = members;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open(EUR, false);
        this.auditor = "auditor-" + town.code();
        var administrator =
                new Viewer(
                        "admin",
                        "Administrator",
                        List.of(new Permission(Role.ADMINISTRATOR, null, new Scope.All())));
        people.create(administrator, auditor, auditor, "a long password 1");
        people.grant(
                administrator,
                auditor,
                new Permission(Role.AUDITOR, town.body(), new Scope.All()),
                LocalDate.now(clock).minusDays(1),
                null);
    }

    @BeforeEach
    void membersOfAnAssociation() {
        for (var code : List.of("NEGARA", "KOTA-A", "KOTA-B", "ORANG")) {
            parties.add(town.finance(), NewParty.other(code, PartyKind.OTHER, code + " (contoh)"));
            members.admit(town.finance(), NewMember.since(code, LocalDate.of(2001, 1, 1)));
        }
        accounts.put(
                town.finance(),
                new PaymentAccount(
                        new AccountCode("11200"), null, "Bank Contoh", "NL00 CONT 0123", "INTA"));
    }

    private NewAssessment dues(String table) {
        return new NewAssessment(
                        NewAssessment.Kind.DUES,
                        2006,
                        new FundCode("UMUM"),
                        null,
                        null,
                        INTA,
                        table,
                        null,
                        new LegalBasis("PKS-1", "Pasal 6"),
                        LocalDate.of(2006, 1, 16),
                        LocalDate.of(2006, 3, 31),
                        "Iuran INTA 2006",
                        new Basis(Basis.Kind.SAMPLE, "Anggotanya contoh"),
                        Map.of(),
                        Map.of())
                .dueOn(DueDays.every(LocalDate.of(2006, 3, 31), 2, 6));
    }

    @Test
    void categoryClassAndExecutivesMakeTheDuesInEuros() throws IOException {
        var issued = assessments.issue(town.finance(), dues(MEMBERS), "inta");

        assertThat(issued.shares())
                .extracting(share -> share.party() + " " + share.share().toDecimal())
                .containsExactlyInAnyOrder("NEGARA 9350.00", "KOTA-A 1960.00", "KOTA-B 1350.00");
        assertThat(http.get().uri(api("/assessments/" + issued.code())).with(user(auditor)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.shares[?(@.party == 'KOTA-A')].share")
                .asArray()
                .containsExactly("1960.00");

        var letter = issued.code() + "/KOTA-A";
        assertThat(text(letter, "id"))
                .contains(
                        "EUR",
                        "1.960,00",
                        "Seribu sembilan ratus enam puluh euro",
                        "EUR 12.660,00",
                        "NL00 CONT 0123",
                        "Termin 2, jatuh tempo 30 September 2006 980,00")
                .doesNotContain("Rp", "rupiah", "null", "???");
        assertThat(text(issued.code() + "/NEGARA", "en"))
                .contains("9,350.00", "Nine thousand three hundred fifty euros", "EUR 12,660.00")
                .doesNotContain("Rp", "rupiah", "null", "???");
    }

    private String text(String charge, String language) throws IOException {
        var paper =
                letters.issue(
                        town.finance(),
                        charge,
                        new NewLetter(LocalDate.of(2006, 1, 20), Locale.of(language), List.of()),
                        charge);
        try (var pdf = Loader.loadPDF(register.file(town.finance(), paper.code()))) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(pdf).replaceAll("\\s+", " ");
        }
    }

    @Test
    void theStatementIsInEurosAndTies() {
        var code = assessments.issue(town.finance(), dues(MEMBERS), "inta").code();
        receipts.record(
                town.finance(),
                new NewReceipt(
                        "KOTA-A",
                        LocalDate.of(2006, 4, 3),
                        "Pembayaran",
                        List.of(
                                new NewReceipt.Part(
                                        new FundCode("UMUM"),
                                        new AccountCode("11200"),
                                        Money.of(EUR, new BigDecimal("980.50")),
                                        List.of(),
                                        null)),
                        null,
                        null,
                        null,
                        null,
                        null),
                "paid");

        var statement = statements.of(town.finance(), "KOTA-A", YEAR, null);

        assertThat(statement.closing()).isEqualTo(979_50L);
        assertThat(statement.movements().getFirst().instalments())
                .extracting(one -> one.amount().toDecimal())
                .containsExactly(new BigDecimal("980.00"), new BigDecimal("980.00"));
        assertThat(
                        http.get()
                                .uri(api("/statements/KOTA-A?from=2006-01-01&until=2006-12-31"))
                                .with(user(auditor)))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "\"currency\": \"EUR\"",
                        "979.50",
                        "sembilan ratus tujuh puluh sembilan" + " euro lima puluh sen");
        assertThat(code).isEqualTo("AS-2006-0001");
        assertThat(checks.run(town.finance()))
                // The people of this book are made up
                .filteredOn(one -> !one.check().equals("known-actors"))
                .allMatch(CheckResult::passed);
    }

    @Test
    void anIndividualCannotBeTwo() {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() ->
                        assessments.issue(
                                town.finance(),
                                dues(
                                        MEMBERS
                                                + "ORANG,Anggota perorangan (contoh),individual,high,2\n"),
                                "two"))
                .withMessageContainingAll("ORANG", "persons", "2", "1");
        assertThat(assessments.list(town.finance(), null)).isEmpty();
    }

    private String api(String path) {
        return "/api/v1/bodies/" + town.code() + path;
    }
}
