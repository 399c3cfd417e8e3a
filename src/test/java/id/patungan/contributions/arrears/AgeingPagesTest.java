package id.patungan.contributions.arrears;

import static id.patungan.contributions.Kartamantul.SLEMAN;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.patungan.contributions.Assessments;
import id.patungan.contributions.Kartamantul;
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

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The ageing as page, files and API. */
@DatabaseTest
class AgeingPagesTest {

    private static final Viewer ADMINISTRATOR =
            new Viewer(
                    "admin",
                    "Administrator",
                    List.of(new Permission(Role.ADMINISTRATOR, null, new Scope.All())));

    private final MockMvcTester http;
    private final Town town;
    private final String finance;
    private final String sleman;

    @Autowired
    AgeingPagesTest(
            WebApplicationContext context,
            Assessments assessments,
            People people,
            Clock clock,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.http = MockMvcTester.from(context, with -> with.apply(springSecurity()).build());
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
        var id = town.ids().get(SLEMAN);
        if (id == null) throw new IllegalStateException();
        this.finance = person(people, clock, "f", Role.FINANCE, new Scope.All());
        this.sleman = person(people, clock, "s", Role.TREASURER, new Scope.OneParty(id));
        assessments.issue(town.finance(), town.dues(), "k2");
    }

    private String person(People people, Clock clock, String name, Role role, Scope scope) {
        var handle = name + "-" + town.code();
        people.create(ADMINISTRATOR, handle, handle, "a long password 1");
        people.grant(
                ADMINISTRATOR,
                handle,
                new Permission(role, town.body(), scope),
                LocalDate.now(clock).minusDays(1),
                null);
        return handle;
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void thePageSaysEachFigureInItsCellAndThatItTies(String language) throws Exception {
        var page = text(get(finance, "/ageing?asOf=01-05-2006&lang=" + language));

        assertThat(page)
                .contains(language.equals("id") ? "110.000.000,00" : "110,000,000.00")
                .contains("age-1")
                .contains(language.equals("id") ? "cocok dengan akun piutang" : "agrees with")
                .doesNotContain("??");
        var own = text(get(sleman, "/ageing?asOf=01-05-2006&lang=" + language));
        assertThat(own).contains("Kabupaten Sleman").doesNotContain("Kabupaten Bantul");
    }

    @Test
    void aDayThatCannotBeReadIsNamedAtItsField() throws Exception {
        var refused = get(finance, "/ageing?asOf=31-02-2006");

        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("31-02-2006").contains("id=\"asOf-error\"");
        assertThat(http.get().uri(api("/ageing?asOf=kemarin")).with(user(finance)).exchange())
                .hasStatus(422);
    }

    @Test
    void filesAndApiSayTheSame() throws Exception {
        var csv = text(get(finance, "/ageing.csv?asOf=2006-05-01&lang=id"));
        assertThat(csv)
                .contains("asOf;party;name;not-due;1-30;31-60")
                .contains("2006-05-01;34.04;Kabupaten Sleman;0,00;0,00;110000000,00");

        var xlsx = get(finance, "/ageing.xlsx?asOf=2006-05-01");
        try (var book =
                new XSSFWorkbook(
                        new ByteArrayInputStream(xlsx.getResponse().getContentAsByteArray()))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getRow(8).getCell(9).getNumericCellValue()).isEqualTo(330_000_000);
            assertThat(sheet.getRow(8).getCell(9).getCellFormula()).isEqualTo("SUM(J6:J8)");
        }

        var json = text(get(finance, "/ageing.json?asOf=2006-05-01"));
        assertThat(json).contains("\"31-60\" : \"110000000.00\"");
        assertThat(http.get().uri(api("/ageing?asOf=2006-05-01")).with(user(finance)).exchange())
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo("330000000.00");
        assertThat(get(finance, "/ageing.docx?asOf=2006-05-01")).hasStatus(404);
    }

    private MvcTestResult get(String who, String path) {
        return http.get().uri("/bodies/" + town.code() + path).with(user(who)).exchange();
    }

    private String api(String path) {
        return "/api/v1/bodies/" + town.code() + path;
    }

    private static String text(MvcTestResult result) throws Exception {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
