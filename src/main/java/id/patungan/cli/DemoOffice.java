package id.patungan.cli;

import id.patungan.basics.AccountCode;
import id.patungan.basics.BodyId;
import id.patungan.contributions.letters.PaymentAccount;
import id.patungan.contributions.letters.PaymentAccounts;
import id.patungan.grants.AwardTerms;
import id.patungan.grants.Awards;
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

/** Opens the further bodies of the demo: one keeps the books of all, another approves. */
@Component
class DemoOffice {

    static final String KEEPER = "regional";
    static final String APPROVER = "pengawas";

    private final BodyFiles bodyFiles;
    private final People people;
    private final Parties parties;
    private final PaymentAccounts accounts;
    private final Awards awards;

    DemoOffice(
            BodyFiles bodyFiles,
            People people,
            Parties parties,
            PaymentAccounts accounts,
            Awards awards) {
        this.bodyFiles = bodyFiles;
        this.people = people;
        this.parties = parties;
        this.accounts = accounts;
        this.awards = awards;
    }

    /** Sets a body up from its file and answers whoever keeps its books. */
    Access open(String code) {
        var body =
                bodyFiles.create(Viewer.system(), "body.yml", DemoEntries.text(code + "/body.yml"));
        grant(KEEPER, Role.FINANCE, body.id(), new Scope.All());
        grant(APPROVER, Role.APPROVER, body.id(), new Scope.All());
        var finance = as(KEEPER, body.id());
        accounts.put(
                finance,
                new PaymentAccount(
                        new AccountCode("11200"),
                        null,
                        "Bank Contoh (fiktif)",
                        "000.111.222.444",
                        body.profile().name()));
        return finance;
    }

    /** Lets somebody see what concerns a party. */
    void ofParty(Access finance, String handle, Role role, String party) {
        grant(handle, role, finance.body(), new Scope.OneParty(parties.get(finance, party).id()));
    }

    private void grant(String handle, Role role, BodyId body, Scope scope) {
        people.grant(
                Viewer.system(),
                handle,
                new Permission(role, body, scope),
                LocalDate.of(2004, 1, 1),
                null);
    }

    /** Whoever approves in that body. */
    Access approver(Access finance) {
        return as(APPROVER, finance.body());
    }

    private Access as(String handle, BodyId body) {
        return new Access(people.viewer(handle).orElseThrow(), body);
    }

    /** One drafts the terms, another approves them. */
    void approved(Access finance, String award, AwardTerms terms) {
        decide(finance, award, terms, true, "");
    }

    /** One drafts the terms, another turns them down. */
    void rejected(Access finance, String award, AwardTerms terms, String reason) {
        decide(finance, award, terms, false, reason);
    }

    private void decide(
            Access finance, String award, AwardTerms terms, boolean approve, String reason) {
        var next =
                awards.all(finance).stream()
                        .filter(one -> one.code().equals(award))
                        .map(one -> one.versions().size() + 1)
                        .findFirst()
                        .orElse(1);
        awards.draft(finance, award, terms, "demo-%s-terms-%d".formatted(award, next));
        awards.decide(
                approver(finance),
                award,
                next,
                approve,
                approve ? null : reason,
                "demo-%s-decision-%d".formatted(award, next));
    }
}
