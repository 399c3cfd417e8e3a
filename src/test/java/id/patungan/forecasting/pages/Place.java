package id.patungan.forecasting.pages;

import static id.patungan.contributions.Kartamantul.SLEMAN;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import id.patungan.contributions.Assessments;
import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.NewReceipt;
import id.patungan.contributions.Receipts;
import id.patungan.forecasting.Forecasts;
import id.patungan.forecasting.scenarios.Scenario;
import id.patungan.ledger.Books;
import id.patungan.ledger.Journal;
import id.patungan.ledger.Ledger;
import id.patungan.ledger.NewEntry;
import id.patungan.ledger.NewPosting;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.platform.People;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;

import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** A body of its own with somebody of each kind who may or may not read its forecast. */
final class Place {

    private static final Viewer ADMINISTRATOR =
            new Viewer(
                    "admin",
                    "Administrator",
                    List.of(new Permission(Role.ADMINISTRATOR, null, new Scope.All())));

    final MockMvcTester http;
    final Town town;
    final String finance;
    final String auditor;
    final String sleman;
    private final ApplicationContext context;

    Place(MockMvcTester http, ApplicationContext context) {
        this.http = http;
        this.context = context;
        this.town =
                new Kartamantul(
                                context.getBean(Bodies.class),
                                context.getBean(Parties.class),
                                context.getBean(Members.class),
                                context.getBean(Agreements.class),
                                context.getBean(Books.class))
                        .open();
        var id = town.ids().get(SLEMAN);
        if (id == null) throw new IllegalStateException();
        this.finance = person("f", Role.FINANCE, new Scope.All());
        this.auditor = person("a", Role.AUDITOR, new Scope.All());
        this.sleman = person("s", Role.TREASURER, new Scope.OneParty(id));
    }

    private String person(String name, Role role, Scope scope) {
        var people = context.getBean(People.class);
        var handle = name + "-" + town.code();
        people.create(ADMINISTRATOR, handle, handle, "a long password 1");
        people.grant(
                ADMINISTRATOR,
                handle,
                new Permission(role, town.body(), scope),
                LocalDate.now(context.getBean(Clock.class)).minusDays(1),
                null);
        return handle;
    }

    /** K2, of which two of three have paid, and 240 juta of salaries: not enough for long. */
    void aYear() {
        context.getBean(Assessments.class).issue(town.finance(), town.dues(), "k2");
        var receipts = context.getBean(Receipts.class);
        receipts.record(town.finance(), town.receipt("34.71", "110000000"), "r1");
        receipts.record(town.finance(), town.receipt("34.02", "110000000"), "r2");
        spend(LocalDate.of(2006, 6, 30), 24_000_000_000L);
    }

    void receive(NewReceipt receipt) {
        context.getBean(Receipts.class).record(town.finance(), receipt, "r3");
    }

    /** The least that the free cash comes to under a scenario, from the end of 2006 on. */
    long lowest(Scenario scenario) {
        var asked = new Forecasts.Asked(LocalDate.of(2006, 12, 31), Journal.HEAD, 60);
        return context.getBean(Forecasts.class)
                .of(town.finance(), asked, scenario)
                .advice()
                .lowest();
    }

    /** Salaries, in minor units. */
    void spend(LocalDate day, long amount) {
        context.getBean(Ledger.class)
                .post(
                        town.finance(),
                        new NewEntry(
                                day,
                                NewEntry.MANUAL,
                                "Gaji",
                                "gaji-" + day,
                                null,
                                List.of(
                                        NewPosting.debit("51100", "UMUM", amount),
                                        NewPosting.credit("11200", "UMUM", amount))));
    }

    String path(String rest) {
        return "/bodies/" + town.code() + rest;
    }

    MvcTestResult get(String person, String rest) {
        return http.get().uri(path(rest)).with(user(person)).exchange();
    }

    /** What a page says, without its markup, drawings and blanks. */
    String words(String person, String rest) throws Exception {
        return words(get(person, rest).getResponse().getContentAsString());
    }

    static String words(String html) {
        return html.replaceAll("(?s)<svg.*?</svg>|<head>.*?</head>|<[^>]*>", " ")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ");
    }
}
