package id.patungan.contributions.arrears;

import id.patungan.basics.AccountCode;
import id.patungan.basics.Money;
import id.patungan.contributions.Contributions;
import id.patungan.contributions.disputes.Disputes;
import id.patungan.ledger.Books;
import id.patungan.ledger.Journal;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Transactions;

import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How long what is open has been overdue. Whoever reads the whole book sees every party; a party
 * sees itself, and all others too if the policy of the body opens arrears to every member.
 */
@Service
public class Arrears {

    /** Receivables for dues and for project shares: what the open charges tie to. */
    static final Set<AccountCode> CONTROLS =
            Set.of(new AccountCode("11300"), new AccountCode("11310"));

    private final Contributions contributions;
    private final AgeingRepository sums;
    private final ArrearsPolicies policies;
    private final Standings standings;
    private final Disputes disputes;
    private final Journal journal;
    private final Books books;
    private final Transactions transactions;

    Arrears(
            Contributions contributions,
            AgeingRepository sums,
            ArrearsPolicies policies,
            Standings standings,
            Disputes disputes,
            Journal journal,
            Books books,
            Transactions transactions) {
        this.contributions = contributions;
        this.sums = sums;
        this.policies = policies;
        this.standings = standings;
        this.disputes = disputes;
        this.journal = journal;
        this.books = books;
        this.transactions = transactions;
    }

    /**
     * The ageing on a day, as the book knows it now.
     *
     * @throws ArrearsException if it does not tie to the control accounts; nothing is shown then
     */
    public Ageing ageing(Access access, LocalDate asOf) {
        return view(access, asOf).ageing();
    }

    /** The ageing with the standing of each member beside it; refused as {@link #ageing}. */
    public AgeingView view(Access access, LocalDate asOf) {
        access.require(Action.READ_OWN);
        var day = Days.require(asOf);
        return transactions.read(() -> {
            var reach = access.reach();
            var opened =
                    !reach.everything()
                            && !reach.parties().isEmpty()
                            && policies.inForce(access, day)
                                    .map(ArrearsPolicy::openArrears)
                                    .orElse(false);
            var states = new HashMap<String, Standing.State>();
            for (var member : standings.all(access, day)) {
                states.put(member.party(), member.standing().state());
            }
            return new AgeingView(
                    aged(opened ? Access.system(access.body()) : access, day),
                    reach.everything() || opened,
                    opened,
                    states,
                    disputed(access, day));
        });
    }

    private Map<String, AgeingView.Disputed> disputed(Access access, LocalDate day) {
        var found = new HashMap<String, AgeingView.Disputed>();
        for (var one : disputes.all(access)) {
            if (one.open() && !one.about().isAfter(day)) {
                found.merge(
                        one.party(),
                        new AgeingView.Disputed(1, one.since()),
                        AgeingView.Disputed::plus);
            }
        }
        return found;
    }

    private Ageing aged(Access access, LocalDate asOf) {
        var head = journal.head(access.body()).lastNo();
        var zero = Money.zero(books.get(access.body()).currency());
        var ageing =
                Ageing.of(
                        contributions.openCharges(access, null, asOf, head),
                        sums.balances(access.body(), access.reach(), CONTROLS, asOf, head, zero),
                        asOf,
                        head,
                        zero);
        for (var control : ageing.controls()) {
            if (!control.ties()) {
                throw ArrearsException.doesNotTie(
                        asOf, control.account(), control.charges(), control.ledger());
            }
        }
        return ageing;
    }
}
