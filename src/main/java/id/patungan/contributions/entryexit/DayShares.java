package id.patungan.contributions.entryexit;

import id.patungan.allocation.Allocation;
import id.patungan.allocation.ByDays;
import id.patungan.allocation.Parties;
import id.patungan.allocation.RuleDocument;
import id.patungan.allocation.Shares;
import id.patungan.basics.Money;
import id.patungan.contributions.entryexit.NewSimulation.Kind;

import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a change makes of the shares of a year. Several changes of one year follow each other: each
 * is counted from its own day on, between those who shared before it and those who share after it,
 * so that together they give every day to those who pay on it.
 */
final class DayShares {

    private final Money total;
    private final RuleDocument rule;
    private final RuleDocument other;
    private final Parties issued;
    private final Parties all;
    private final List<Step> steps;

    /**
     * @param total of the year
     * @param rule that divided the assessment
     * @param other that divides the case which the assessment did not
     * @param issued those who shared
     * @param all those, and whom a change adds
     * @param steps of the year in the order of their days
     */
    DayShares(
            Money total,
            RuleDocument rule,
            RuleDocument other,
            Parties issued,
            Parties all,
            List<Step> steps) {
        this.total = total;
        this.rule = rule;
        this.other = other;
        this.issued = issued;
        this.all = all;
        this.steps = List.copyOf(steps);
    }

    /** A change, with the days of the year on which its party pays. */
    record Step(Kind kind, String party, int days, int of) {

        /** On how many days of the year things are as they are after the change. */
        int after() {
            return kind == Kind.JOIN ? days : of - days;
        }
    }

    /** Whether the shares as issued count the step already. */
    private boolean counted(Step step) {
        if (step.kind() == Kind.JOIN) return shares(step.party());
        return !shares(step.party()) && !joins(step.party());
    }

    private boolean joins(String party) {
        return steps.stream().anyMatch(one -> one.kind() == Kind.JOIN && one.party().equals(party));
    }

    private boolean shares(String party) {
        return issued.all().stream().anyMatch(one -> one.code().equals(party));
    }

    /**
     * The total kept: what the step adds to each party's share, and takes from it; together zero.
     *
     * @param step one of those of the year
     */
    SequencedMap<String, Money> kept(Step step) {
        var now = new TreeSet<>(issued.all().stream().map(Parties.Party::code).toList());
        for (var one : steps) {
            if (!counted(one)) continue;
            if (one.kind() == Kind.JOIN) now.remove(one.party());
            else now.add(one.party());
        }
        Shares before = null;
        Shares after = null;
        for (var one : steps) {
            before = divide(now);
            if (one.kind() == Kind.JOIN) now.add(one.party());
            else now.remove(one.party());
            after = divide(now);
            if (one.equals(step)) break;
        }
        if (before == null || after == null) throw new IllegalArgumentException(step.toString());
        requirePays(step, step.kind() == Kind.JOIN ? after : before);
        var target = ByDays.kept(before, after, step.after(), step.of(), rule, all);
        var base = counted(step) ? after : before;
        var differences = new TreeMap<String, Money>();
        for (var share : target.shares()) {
            differences.put(share.party(), share.share().minus(share(base, share.party())));
        }
        return differences;
    }

    /** The others unchanged: only the party's own share is counted by days. */
    SequencedMap<String, Money> apart(Step step) {
        var with = new TreeSet<>(issued.all().stream().map(Parties.Party::code).toList());
        with.add(step.party());
        var shares = divide(with);
        requirePays(step, shares);
        var whole = share(shares, step.party());
        var part = ByDays.part(whole, shares.unit(), step.days(), step.of());
        var differences = new TreeMap<String, Money>();
        for (var one : all.all()) {
            differences.put(one.code(), Money.zero(total.currency()));
        }
        differences.put(
                step.party(),
                counted(step) == (step.kind() == Kind.JOIN) ? part.minus(whole) : part);
        return differences;
    }

    private void requirePays(Step step, Shares shares) {
        if (share(shares, step.party()).isZero()) {
            throw EntryExitException.paysNothing(name(), step.party());
        }
    }

    private String name() {
        return other.name() == null ? other.rule().kind() : other.name();
    }

    /** As issued by the rule of the assessment; anybody else by the other. */
    private Shares divide(Set<String> codes) {
        var sharers =
                new Parties(all.all().stream().filter(one -> codes.contains(one.code())).toList());
        var same =
                sharers.all().size() == issued.all().size()
                        && codes.stream().allMatch(this::shares);
        var document = same ? rule : other;
        return document.rule().ownTotal()
                ? Allocation.charge(total.currency(), document, sharers)
                : Allocation.allocate(total, document, sharers);
    }

    private static Money share(Shares shares, String party) {
        return shares.find(party)
                .map(Shares.Share::share)
                .orElseGet(() -> Money.zero(shares.total().currency()));
    }
}
