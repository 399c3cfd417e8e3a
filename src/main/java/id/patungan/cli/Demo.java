package id.patungan.cli;

import id.patungan.basics.BodyId;
import id.patungan.basics.FundCode;
import id.patungan.ledger.Books;
import id.patungan.ledger.Ledger;
import id.patungan.parties.Bodies;
import id.patungan.parties.BodyFiles;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.platform.People;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;

import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * Sekber Kartamantul as the sources describe it: members, province and donor, what was charged in
 * 2006, and a donor's grant of 2004 and 2005.
 *
 * <p>What the sources do not give (dates, receipts, single costs) comes from one file of invented
 * entries, {@code demo/kartamantul/invented.csv}; each of them says so in its description. Loading
 * again does nothing: a loaded demo is never changed.
 */
@Component
class Demo {

    /** The code of the body. */
    static final String BODY = "kartamantul";

    /** The password of every sign-in of the demo; the server listens on this machine alone. */
    static final String PASSWORD = "contoh-kartamantul-2006";

    private static final LocalDate FIRST_DAY = LocalDate.of(2004, 1, 1);
    private static final YearMonth LAST_CLOSED = YearMonth.of(2006, 11);

    private final Bodies bodies;
    private final BodyFiles bodyFiles;
    private final Parties parties;
    private final People people;
    private final Books books;
    private final Ledger ledger;
    private final DemoRules rules;
    private final DemoEntries entries;
    private final DemoLab lab;
    private final DemoLetters letters;
    private final DemoArrears arrears;
    private final DemoStages stages;
    private final DemoDisputes disputes;
    private final DemoReminders reminders;
    private final DemoInKind inKind;
    private final DemoAwards awards;
    private final DemoBudgets budgets;
    private final DemoSustainability sustainability;
    private final DemoBodies others;

    Demo(
            Bodies bodies,
            BodyFiles bodyFiles,
            Parties parties,
            People people,
            Books books,
            Ledger ledger,
            DemoRules rules,
            DemoEntries entries,
            DemoLab lab,
            DemoLetters letters,
            DemoArrears arrears,
            DemoStages stages,
            DemoDisputes disputes,
            DemoReminders reminders,
            DemoInKind inKind,
            DemoAwards awards,
            DemoBudgets budgets,
            DemoSustainability sustainability,
            DemoBodies others) {
        this.bodies = bodies;
        this.bodyFiles = bodyFiles;
        this.parties = parties;
        this.people = people;
        this.books = books;
        this.ledger = ledger;
        this.rules = rules;
        this.entries = entries;
        this.lab = lab;
        this.letters = letters;
        this.arrears = arrears;
        this.stages = stages;
        this.disputes = disputes;
        this.reminders = reminders;
        this.inKind = inKind;
        this.awards = awards;
        this.budgets = budgets;
        this.sustainability = sustainability;
        this.others = others;
    }

    /**
     * Somebody who can sign in to the demo.
     *
     * @param party code of the party whose account they see; null for none
     * @param fund code of the fund that they see; null for none
     */
    record SignIn(String handle, String name, Role role, String party, String fund) {}

    /** One per role. */
    static final List<SignIn> SIGN_INS =
            List.of(
                    new SignIn("bendahara", "Bendahara Kartamantul (contoh)", Role.FINANCE, "", ""),
                    new SignIn("ketua", "Kepala Sekretariat (contoh)", Role.APPROVER, "", ""),
                    new SignIn(
                            "yogyakarta",
                            "BKAD Kota Yogyakarta (contoh)",
                            Role.TREASURER,
                            "34.71",
                            ""),
                    new SignIn(
                            "sleman",
                            "BKAD Kabupaten Sleman (contoh)",
                            Role.TREASURER,
                            "34.04",
                            ""),
                    new SignIn(
                            "bantul",
                            "BKAD Kabupaten Bantul (contoh)",
                            Role.TREASURER,
                            "34.02",
                            ""),
                    new SignIn("diy", "Provinsi DIY (contoh)", Role.TREASURER, "34", ""),
                    new SignIn("gtz", "GTZ (contoh)", Role.DONOR_VIEWER, "", "DONOR-GTZ"),
                    new SignIn("auditor", "Auditor (contoh)", Role.AUDITOR, "", ""),
                    new SignIn("admin", "Administrator (contoh)", Role.ADMINISTRATOR, "", ""));

    /**
     * Loads what is not loaded yet.
     *
     * @return whether anything was loaded
     */
    boolean load() {
        if (bodies.byCode(BODY).isPresent()) {
            return false;
        }
        var body =
                bodyFiles
                        .create(Viewer.system(), "body.yml", DemoEntries.text(BODY + "/body.yml"))
                        .id();
        books.addProject(body, "SAMPAH", "Pengelolaan persampahan", "Waste management");
        books.addProject(body, "LIMBAH", "Pengelolaan air limbah", "Wastewater management");
        signIns(Access.system(body));
        rules.enter(as(body, "bendahara"), as(body, "ketua"));
        awards.agree(as(body, "bendahara"), as(body, "ketua"));
        entries.post(as(body, "bendahara"), as(body, "ketua"));
        awards.report(as(body, "bendahara"));
        awards.publish(as(body, "bendahara"));
        closeMonths(as(body, "bendahara"));
        lab.save(as(body, "bendahara"));
        letters.send(as(body, "bendahara"));
        arrears.enter(as(body, "bendahara"), as(body, "ketua"));
        stages.record(as(body, "bendahara"));
        reminders.enter(as(body, "bendahara"), as(body, "ketua"));
        disputes.enter(as(body, "bendahara"), as(body, "sleman"), as(body, "bantul"));
        inKind.propose(as(body, "bendahara"));
        budgets.secretariat(as(body, "bendahara"), as(body, "ketua"));
        sustainability.secretariat(as(body, "bendahara"));
        others.enter();
        return true;
    }

    private void signIns(Access setUp) {
        for (var person : SIGN_INS) {
            people.create(Viewer.system(), person.handle(), person.name(), PASSWORD);
            var everywhere = person.role() == Role.ADMINISTRATOR;
            people.grant(
                    Viewer.system(),
                    person.handle(),
                    new Permission(
                            person.role(), everywhere ? null : setUp.body(), scope(setUp, person)),
                    FIRST_DAY,
                    null);
        }
    }

    private Scope scope(Access setUp, SignIn person) {
        if (!person.party().isEmpty()) {
            return new Scope.OneParty(parties.get(setUp, person.party()).id());
        }
        return person.fund().isEmpty()
                ? new Scope.All()
                : new Scope.OneFund(new FundCode(person.fund()));
    }

    private Access as(BodyId body, String handle) {
        return new Access(people.viewer(handle).orElseThrow(), body);
    }

    private void closeMonths(Access finance) {
        for (var month = YearMonth.from(FIRST_DAY);
                !month.isAfter(LAST_CLOSED);
                month = month.plusMonths(1)) {
            ledger.close(finance, month);
        }
    }
}
