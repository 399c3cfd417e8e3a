package id.patungan.contributions;

import static id.patungan.contributions.Kartamantul.SLEMAN;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

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

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Declared revenue, its estimate and its bill on the pages, from the first form to the last. */
@DatabaseTest
class EstimatePagesTest {

    private static final Viewer ADMINISTRATOR =
            new Viewer(
                    "admin",
                    "Administrator",
                    List.of(new Permission(Role.ADMINISTRATOR, null, new Scope.All())));

    private final MockMvcTester http;
    private final Town town;
    private final String finance;

    @Autowired
    EstimatePagesTest(
            WebApplicationContext context,
            People people,
            Clock clock,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.http = MockMvcTester.from(context, with -> with.apply(springSecurity()).build());
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
        this.finance = "estimates-" + town.code();
        people.create(ADMINISTRATOR, finance, finance, "a long password 1");
        people.grant(
                ADMINISTRATOR,
                finance,
                new Permission(Role.FINANCE, town.body(), new Scope.All()),
                LocalDate.now(clock).minusDays(1),
                null);
    }

    private MvcTestResult get(String path, String language) {
        return http.get()
                .uri("/bodies/" + town.code() + path + "?lang=" + language)
                .with(user(finance))
                .exchange();
    }

    private MvcTestResult post(String path, String... fields) {
        var request =
                http.post()
                        .uri("/bodies/" + town.code() + path + "?lang=id")
                        .with(user(finance))
                        .with(csrf());
        for (var at = 0; at < fields.length; at += 2) {
            request = request.param(fields[at], fields[at + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult declare(String basis, String value) {
        return post(
                "/indicators",
                "party",
                SLEMAN,
                "indicator",
                "hotel_tax",
                "year",
                "2006",
                "value",
                value,
                "unit",
                "IDR",
                "source",
                "Dokumen contoh",
                "revenueBasis",
                basis);
    }

    private MvcTestResult charge(String wish, String key, String day, String estimate) {
        return post(
                "/assessments",
                "do",
                wish,
                "key",
                key,
                "kind",
                "dues",
                "fund",
                "UMUM",
                "year",
                "2006",
                "rule",
                "rule: {kind: rate, rates: {\"34.04\": 1/10}, indicators: [hotel_tax]}",
                "ground",
                "PKS-1/Pasal 6",
                "date",
                day,
                "due",
                "31-12-2006",
                "description",
                "Sepuluh persen pajak hotel",
                "estimate",
                estimate);
    }

    @Test
    void fromTheDeclaredBudgetOverTheEstimateToTheBill() {
        assertThat(declare("BUDGET", "10.000.000.000")).hasStatus3xxRedirection();
        assertThat(get("/indicators", "id")).bodyText().contains("10.000.000.000", "Anggaran");
        assertThat(charge("preview", "p", "16-01-2006", ""))
                .hasStatusOk()
                .bodyText()
                .contains("Anggaran", "Catat sebagai taksiran");

        assertThat(charge("estimate", "e", "16-01-2006", ""))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/bodies/" + town.code() + "/estimates/ES-2006-0001");
        assertThat(get("/estimates", "id"))
                .hasStatusOk()
                .bodyText()
                .contains("ES-2006-0001", "1.000.000.000,00", "Belum ditagihkan");
        assertThat(get("/estimates", "en")).bodyText().contains("Not billed yet");
        assertThat(get("/estimates/ES-2006-0001", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("1,000,000,000.00", "Budget", "Bill it");

        assertThat(declare("REALISATION", "9.000.000.000")).hasStatus3xxRedirection();
        assertThat(charge("issue", "b", "30-06-2006", "ES-2006-0001"))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/bodies/" + town.code() + "/assessments/AS-2006-0001");
        assertThat(get("/estimates/ES-2006-0001", "id"))
                .bodyText()
                .contains("Sudah ditagihkan", "AS-2006-0001");
    }

    @Test
    void whatIsRefusedStandsAtItsFieldAndTheFormKeepsWhatWasTyped() {
        declare("REALISATION", "9.000.000.000");

        assertThat(declare("BUDGET", "10.000.000.000"))
                .hasStatus(422)
                .bodyText()
                .contains("Realisasi hotel_tax", "10.000.000.000");
        assertThat(charge("estimate", "e", "16-12-2005", ""))
                .hasStatus(422)
                .bodyText()
                .contains("belum menjadi hak");
        assertThat(charge("issue", "b", "30-06-2006", "ES-2006-0009")).hasStatus(422);
        assertThat(get("/estimates", "id")).bodyText().contains("Belum ada taksiran.");
    }

    @Test
    void anEstimateIsUndoneWithItsReason() {
        declare("BUDGET", "10.000.000.000");
        charge("estimate", "e", "16-01-2006", "");

        assertThat(post("/estimates/ES-2006-0001/reversal", "key", "r", "on", "", "reason", ""))
                .hasStatus(422);
        assertThat(
                        post(
                                "/estimates/ES-2006-0001/reversal",
                                "key",
                                "r",
                                "on",
                                "17-01-2006",
                                "reason",
                                "Salah tahun"))
                .hasStatus3xxRedirection();
        assertThat(get("/estimates/ES-2006-0001", "id")).bodyText().contains("Salah tahun");
    }
}
