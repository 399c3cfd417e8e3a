package id.patungan.contributions;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.PROVINCE;
import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.patungan.basics.DomainException;
import id.patungan.basics.FundCode;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.platform.People;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.SuperUser;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Levies beside the dues, and fines: charged, earned, waived. */
@DatabaseTest
class LevyAndFineTest {

    private final Assessments assessments;
    private final Contributions contributions;
    private final SuperUser database;
    private final MockMvcTester http;
    private final Town town;
    private final String finance;

    @Autowired
    LevyAndFineTest(
            Assessments assessments,
            Contributions contributions,
            SuperUser database,
            WebApplicationContext context,
            People people,
            Clock clock,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.assessments = assessments;
        this.contributions = contributions;
        this.database = database;
        this.http = MockMvcTester.from(context, with -> with.apply(springSecurity()).build());
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
        this.finance = "f-" + town.code();
        var administrator =
                new Viewer(
                        "admin",
                        "Administrator",
                        List.of(new Permission(Role.ADMINISTRATOR, null, new Scope.All())));
        people.create(administrator, finance, finance, "a long password 1");
        people.grant(
                administrator,
                finance,
                new Permission(Role.FINANCE, town.body(), new Scope.All()),
                LocalDate.now(clock).minusDays(1),
                null);
    }

    private NewAssessment wish(
            NewAssessment.Kind kind, int year, @Nullable String project, String table) {
        return new NewAssessment(
                kind,
                year,
                new FundCode("UMUM"),
                project,
                rupiah("1000000"),
                "rule: {kind: weights, indicator: amount}",
                "party,name,amount\n" + table,
                null,
                new LegalBasis("PKS-1", "Pasal 6"),
                LocalDate.of(2006, 5, 2),
                LocalDate.of(2006, 6, 30),
                "Keputusan forum",
                null,
                Map.of(),
                Map.of());
    }

    private NewAssessment fineOf(String party) {
        return wish(NewAssessment.Kind.FINE, 2006, null, party + ",X,1000000");
    }

    @Test
    void aLevyIsIncomeOfMembersAndDeferredForAYearToCome() throws SQLException {
        var both = SLEMAN + ",S,250000\n" + BANTUL + ",B,750000";
        assessments.issue(town.finance(), wish(NewAssessment.Kind.LEVY, 2006, null, both), "a");
        assertThat(balance("11300")).isEqualTo(1_000_000_00L);
        assertThat(balance("41100")).isEqualTo(-1_000_000_00L);

        var ahead =
                assessments.issue(
                        town.finance(), wish(NewAssessment.Kind.LEVY, 2007, null, both), "b");

        assertThat(balance("21610")).isEqualTo(-1_000_000_00L);
        assessments.earnDues(
                town.finance(), ahead.code(), LocalDate.of(2007, 1, 1), "Tahun 2007", "c");
        assertThat(balance("21610")).isZero();
        assertThat(balance("41100")).isEqualTo(-2_000_000_00L);
        assertThat(contributions.openCharges(town.finance(), SLEMAN))
                .extracting(OpenCharge::charged)
                .containsOnly(rupiah("250000"));
        refused(
                "contributions.not-member",
                wish(NewAssessment.Kind.LEVY, 2006, null, PROVINCE + ",D,1000000"));
    }

    @Test
    void aFineIsIncomeAtOnceAlsoOfOneWhoIsNoMemberAndIsWaivedByReversal() throws SQLException {
        var fine = assessments.issue(town.finance(), fineOf(PROVINCE), "a");

        assertThat(fine.kind()).isEqualTo(NewAssessment.Kind.FINE);
        assertThat(fine.shares()).hasSize(1);
        assertThat(balance("11300")).isEqualTo(1_000_000_00L);
        assertThat(balance("46200")).isEqualTo(-1_000_000_00L);
        assessments.cancel(
                town.finance(), fine.code(), LocalDate.of(2006, 5, 9), "Dibebaskan forum", "b");
        assertThat(balance("11300")).isZero();
        assertThat(balance("46200")).isZero();
    }

    @Test
    void aFineIsForWhatHasHappenedAndForNoProject() throws SQLException {
        var row = SLEMAN + ",S,1000000";
        refused("contributions.fine-ahead", wish(NewAssessment.Kind.FINE, 2007, null, row));
        refused(
                "contributions.project-of-dues",
                wish(NewAssessment.Kind.FINE, 2006, "SAMPAH", row));
        refused(
                "contributions.project-of-dues",
                wish(NewAssessment.Kind.LEVY, 2006, "SAMPAH", row));
        refused("contributions.no-project", wish(NewAssessment.Kind.PROJECT, 2006, null, row));
        assertThat(balance("11300")).isZero();
        var fine = assessments.issue(town.finance(), fineOf(SLEMAN), "fine");
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() ->
                        assessments.earnDues(
                                town.finance(), fine.code(), LocalDate.of(2007, 1, 1), "X", "e"))
                .matches(refusal -> refusal.code().equals("contributions.not-deferred"));
    }

    @Test
    void theAmountOfOneMemberIsTypedInOneRow() throws Exception {
        for (var language : List.of("id", "en")) {
            var form = text(http.get().uri(path("/new?kind=fine&lang=" + language)));
            assertThat(form).contains("amountParty-0", "amountOf-2").doesNotContain("??");
        }
        var preview = send("preview", List.of(SLEMAN, "", ""), List.of("1.250.000,50", "", ""), "");
        assertThat(preview).hasStatusOk();
        assertThat(content(preview))
                .contains("Kabupaten Sleman", "1.250.000,50", "amountOf-3")
                .doesNotContain("??");
        assertThat(assessments.list(town.finance(), null)).isEmpty();

        var issued = send("issue", List.of(SLEMAN), List.of("1.250.000,50"), "1.250.000,50");

        assertThat(issued).hasStatus3xxRedirection();
        var fine = assessments.get(town.finance(), "AS-2006-0001");
        assertThat(fine.shares()).hasSize(1);
        assertThat(fine.shares().getFirst().share()).isEqualTo(rupiah("1250000.50"));
        assertThat(content(http.get().uri(path("/AS-2006-0001")).with(user(finance)).exchange()))
                .contains("Denda")
                .doesNotContain("??");
    }

    @Test
    void whatIsWrongInARowIsSaidThere() throws Exception {
        wrong("Pilih pihak", List.of("", ""), List.of("1000", ""), "");
        wrong("Isi jumlah untuk Kabupaten Sleman", List.of(SLEMAN), List.of(""), "");
        wrong("harus lebih dari nol", List.of(SLEMAN), List.of("0"), "");
        wrong("baris lain", List.of(SLEMAN, SLEMAN), List.of("1000", "2000"), "");
        wrong("bukan pihak badan ini", List.of("99.99"), List.of("1000"), "");
        wrong("bukan jumlah", List.of(SLEMAN), List.of("seribu"), "");
        wrong("seluruhnya", List.of(SLEMAN), List.of("1000"), "2000");
        assertThat(assessments.list(town.finance(), null)).isEmpty();
    }

    private void wrong(String said, List<String> parties, List<String> amounts, String total)
            throws UnsupportedEncodingException {
        var refused = send("issue", parties, amounts, total);
        assertThat(refused).as(said).hasStatus(422);
        assertThat(content(refused)).contains(said).doesNotContain("??");
    }

    private MvcTestResult send(
            String wanted, List<String> parties, List<String> amounts, String total) {
        return http.post()
                .uri(path(""))
                .with(user(finance))
                .with(csrf())
                .param("do", wanted)
                .param("key", "form")
                .param("kind", "fine")
                .param("year", "2006")
                .param("fund", "UMUM")
                .param("total", total)
                .param("ground", "PKS-1/Pasal 6")
                .param("date", "2006-05-02")
                .param("due", "30/06/2006")
                .param("description", "Denda keterlambatan")
                .param("amountParty", parties.toArray(String[]::new))
                .param("amountOf", amounts.toArray(String[]::new))
                .exchange();
    }

    private String path(String address) {
        return "/bodies/" + town.code() + "/assessments" + address;
    }

    private String text(MockMvcTester.MockMvcRequestBuilder asked)
            throws UnsupportedEncodingException {
        return content(asked.with(user(finance)).exchange());
    }

    private static String content(MvcTestResult answer) throws UnsupportedEncodingException {
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private void refused(String code, NewAssessment wish) throws SQLException {
        var before = balance("11300");
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> assessments.issue(town.finance(), wish, "r-" + code))
                .matches(refusal -> refusal.code().equals(code), code);
        assertThat(balance("11300")).isEqualTo(before);
    }

    private long balance(String account) throws SQLException {
        try (var connection = database.connect();
                var statement =
                        connection.prepareStatement(
                                "SELECT COALESCE(SUM(p.amount), 0) FROM posting p JOIN account a"
                                        + " ON a.book_id = p.book_id AND a.account_id = p.account_id"
                                        + " WHERE p.book_id = ? AND a.code = ?")) {
            statement.setInt(1, town.body().value());
            statement.setString(2, account);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
