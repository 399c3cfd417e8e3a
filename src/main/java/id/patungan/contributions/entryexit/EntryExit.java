package id.patungan.contributions.entryexit;

import id.patungan.allocation.Allocation;
import id.patungan.allocation.ByDays;
import id.patungan.allocation.Parties;
import id.patungan.allocation.RuleDocument;
import id.patungan.allocation.RuleFile;
import id.patungan.allocation.Shares;
import id.patungan.basics.Money;
import id.patungan.contributions.Contributions;
import id.patungan.contributions.Sharing;
import id.patungan.contributions.entryexit.Simulation.Line;
import id.patungan.contributions.entryexit.Simulation.Variant;
import id.patungan.contributions.entryexit.Simulation.Way;
import id.patungan.contributions.entryexit.Simulation.Worth;
import id.patungan.contributions.entryexit.Simulation.Year;
import id.patungan.contributions.rules.RuleVersion;
import id.patungan.contributions.rules.Rules;
import id.patungan.ledger.Books;
import id.patungan.ledger.Journal;
import id.patungan.ledger.Restriction;
import id.patungan.parties.Member;
import id.patungan.parties.Members;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Transactions;

import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What it changes when a party joins or a member leaves, before the vote: per party and year now
 * and then, in both ways an agreement can say, and what the leaver owes or the joiner might buy
 * into. Stores and posts nothing.
 */
@Service
public class EntryExit {

    private final Rules rules;
    private final Sharing sharing;
    private final Members members;
    private final id.patungan.parties.Parties parties;
    private final Contributions contributions;
    private final Books books;
    private final Journal journal;
    private final Transactions transactions;

    EntryExit(
            Rules rules,
            Sharing sharing,
            Members members,
            id.patungan.parties.Parties parties,
            Contributions contributions,
            Books books,
            Journal journal,
            Transactions transactions) {
        this.rules = rules;
        this.sharing = sharing;
        this.members = members;
        this.parties = parties;
        this.contributions = contributions;
        this.books = books;
        this.journal = journal;
        this.transactions = transactions;
    }

    /**
     * The answer.
     *
     * @throws id.patungan.basics.DomainException if the party is already, or not, a member, a rule
     *     does not say who pays what, or a figure is missing
     */
    public Simulation simulate(Access access, NewSimulation wish) {
        access.require(Action.READ_BOOKS);
        return transactions.read(() -> simulated(access, wish));
    }

    /** The shares of a whole year: with the party, and without it. */
    private record Whole(
            RuleDocument document, Parties parties, Shares with, Shares without, boolean keeps) {}

    private Simulation simulated(Access access, NewSimulation wish) {
        var currency = books.get(access.body()).currency();
        if (!wish.total().currency().equals(currency)) {
            throw EntryExitException.otherCurrency(
                    wish.total().currency().getCurrencyCode(), currency.getCurrencyCode());
        }
        var name = parties.byCodes(access, List.of(wish.party())).get(wish.party());
        if (name == null) throw EntryExitException.noParty(wish.party());
        var others = others(access, wish);
        var all = new LinkedHashSet<>(new TreeSet<>(others));
        all.add(wish.party());
        var with = version(access, wish.rule(), wish.effective());
        var without =
                wish.ruleWithout() == null
                        ? with
                        : version(access, wish.ruleWithout(), wish.effective());
        var whole = whole(access, wish, with, without, all, others);
        var years = new ArrayList<Year>();
        for (var year = wish.effective().getYear(); year <= wish.lastYear(); year++) {
            years.add(year(wish, whole, year));
        }
        var worth = worth(access, wish, whole);
        return new Simulation(
                wish,
                name.name(),
                with.rule() + "/" + with.version(),
                without.rule() + "/" + without.version(),
                years,
                worth,
                wish.kind() == NewSimulation.Kind.LEAVE ? settlement(access, wish, worth) : null);
    }

    /** The members beside the party on the effective day. */
    private SequencedSet<String> others(Access access, NewSimulation wish) {
        var day = wish.effective();
        var codes =
                members.on(access, day).stream()
                        .map(Member::code)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        var member = codes.remove(wish.party());
        if (member && wish.kind() == NewSimulation.Kind.JOIN) {
            throw EntryExitException.isMember(wish.party(), day);
        }
        if (!member && wish.kind() == NewSimulation.Kind.LEAVE) {
            throw EntryExitException.notMember(wish.party(), day);
        }
        if (codes.isEmpty()) throw EntryExitException.onlyMember(wish.party());
        return codes;
    }

    private RuleVersion version(Access access, String code, LocalDate day) {
        var rule = rules.get(access, code);
        return rule.inForce(day).orElseGet(rule::newest);
    }

    private Whole whole(
            Access access,
            NewSimulation wish,
            RuleVersion with,
            RuleVersion without,
            SequencedSet<String> all,
            SequencedSet<String> others) {
        var document = RuleFile.read("rule", with.text()).document();
        var documentWithout = RuleFile.read("rule", without.text()).document();
        var sharers = sharing.gather(access, document, all, wish.effective(), wish.figuresOf());
        var rest =
                sharing.gather(access, documentWithout, others, wish.effective(), wish.figuresOf());
        if (rest.parties().all().stream().anyMatch(one -> one.code().equals(wish.party()))) {
            throw EntryExitException.ruleNames(without.rule(), wish.party());
        }
        var sharesWith = divide(wish.total(), document, sharers.parties());
        var sharesWithout = divide(wish.total(), documentWithout, rest.parties());
        if (sharesWith.find(wish.party()).filter(one -> !one.share().isZero()).isEmpty()) {
            throw EntryExitException.paysNothing(with.rule(), wish.party());
        }
        var known =
                sharers.parties().all().stream()
                        .map(Parties.Party::code)
                        .collect(Collectors.toSet());
        var keeps =
                !document.rule().ownTotal()
                        && !documentWithout.rule().ownTotal()
                        && rest.parties().all().stream()
                                .allMatch(one -> known.contains(one.code()));
        return new Whole(document, sharers.parties(), sharesWith, sharesWithout, keeps);
    }

    private static Shares divide(Money total, RuleDocument document, Parties parties) {
        return document.rule().ownTotal()
                ? Allocation.charge(total.currency(), document, parties)
                : Allocation.allocate(total, document, parties);
    }

    private static Year year(NewSimulation wish, Whole whole, int year) {
        var of = LocalDate.of(year, 1, 1).lengthOfYear();
        var days = wish.days(year);
        var ways = new ArrayList<Variant>();
        if (whole.keeps()) {
            var kept =
                    ByDays.kept(
                            whole.without(),
                            whole.with(),
                            days,
                            of,
                            whole.document(),
                            whole.parties());
            ways.add(new Variant(Way.KEPT, lines(wish, whole, party -> share(kept, party))));
        }
        var full = share(whole.with(), wish.party());
        var part = ByDays.part(full, whole.with().unit(), days, of);
        ways.add(
                new Variant(
                        Way.APART,
                        lines(
                                wish,
                                whole,
                                party ->
                                        party.equals(wish.party())
                                                ? part
                                                : share(base(wish, whole), party))));
        return new Year(year, days, of, ways);
    }

    /** What is charged if nothing changes. */
    private static Shares base(NewSimulation wish, Whole whole) {
        return wish.kind() == NewSimulation.Kind.JOIN ? whole.without() : whole.with();
    }

    private static List<Line> lines(NewSimulation wish, Whole whole, Function<String, Money> then) {
        var codes = new TreeSet<String>();
        var names = new HashMap<String, String>();
        for (var shares : List.of(whole.with(), whole.without())) {
            for (var share : shares.shares()) {
                codes.add(share.party());
                names.put(share.party(), share.name());
            }
        }
        return codes.stream()
                .map(code ->
                        new Line(
                                code,
                                names.getOrDefault(code, code),
                                share(base(wish, whole), code),
                                then.apply(code)))
                .toList();
    }

    private static Money share(Shares shares, String party) {
        return shares.find(party)
                .map(Shares.Share::share)
                .orElseGet(() -> Money.zero(shares.total().currency()));
    }

    private Worth worth(Access access, NewSimulation wish, Whole whole) {
        return worth(access, wish.effective(), wish.party(), whole.document(), whole.parties());
    }

    /**
     * What the party of a recorded joining might buy into on its first day, by the key of a rule of
     * the body.
     *
     * @param figuresOf the year whose indicators are taken
     * @throws id.patungan.basics.DomainException if the rule cannot be applied
     */
    Worth worth(Access access, MembershipChange joining, String rule, int figuresOf) {
        return transactions.read(() -> {
            var day = joining.effective();
            var codes = new TreeSet<>(Set.of(joining.party()));
            members.on(access, day).forEach(member -> codes.add(member.code()));
            var document = RuleFile.read("rule", version(access, rule, day).text()).document();
            var sharers = sharing.gather(access, document, codes, day, figuresOf).parties();
            return worth(access, day, joining.party(), document, sharers);
        });
    }

    /** Net assets of the funds that the body is free with, and the party's part by the key. */
    private Worth worth(
            Access access, LocalDate day, String party, RuleDocument document, Parties sharers) {
        var free =
                books.funds(access).stream()
                        .filter(fund ->
                                fund.restriction() == Restriction.UNRESTRICTED
                                        || fund.restriction() == Restriction.DESIGNATED)
                        .map(id.patungan.ledger.Fund::code)
                        .collect(Collectors.toSet());
        var balances = journal.trialBalance(access, day, Journal.HEAD);
        var net = 0L;
        for (var cell : balances.cells()) {
            if (free.contains(cell.fund()) && cell.account().value().matches("[345].*")) {
                var closing =
                        Math.subtractExact(
                                Math.addExact(cell.opening(), cell.debit()), cell.credit());
                net = Math.subtractExact(net, closing);
            }
        }
        var all = new Money(books.get(access.body()).currency(), net);
        var part =
                net == 0 || document.rule().ownTotal()
                        ? Money.zero(all.currency())
                        : share(Allocation.allocate(all, document, sharers), party);
        return new Worth(day, balances.knownAt(), all, part);
    }

    private Simulation.Settlement settlement(Access access, NewSimulation wish, Worth worth) {
        var open =
                contributions
                        .openCharges(access, wish.party(), wish.effective(), worth.knownAt())
                        .stream()
                        .filter(charge -> !charge.open().isZero())
                        .toList();
        var zero = Money.zero(wish.total().currency());
        return new Simulation.Settlement(
                open,
                contributions.prepaid(access, wish.party(), wish.effective(), worth.knownAt()),
                wish.equity() ? worth.part() : zero);
    }
}
