package id.patungan.contributions.entryexit;

import id.patungan.contributions.entryexit.NewSimulation.Kind;
import id.patungan.contributions.rules.LegalGround;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Member;
import id.patungan.parties.Members;
import id.patungan.parties.NewMember;
import id.patungan.parties.Parties;
import id.patungan.parties.Period;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Commands;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Joinings and notices of leaving, recorded from their papers once the body has decided: the
 * membership begins or ends with the record, and a leaver stays liable as long as its agreement
 * says. Nothing recorded is changed; what was wrong is withdrawn by a counter-record with a reason,
 * the newest of a party first.
 */
@Service
public class MembershipChanges {

    private final ChangeRepository changes;
    private final SettlementRepository settlements;
    private final Members members;
    private final Parties parties;
    private final Agreements agreements;
    private final Books books;
    private final Commands commands;
    private final Audit audit;
    private final Transactions transactions;
    private final Clock clock;

    MembershipChanges(
            ChangeRepository changes,
            SettlementRepository settlements,
            Members members,
            Parties parties,
            Agreements agreements,
            Books books,
            Commands commands,
            Audit audit,
            Transactions transactions,
            Clock clock) {
        this.changes = changes;
        this.settlements = settlements;
        this.members = members;
        this.parties = parties;
        this.agreements = agreements;
        this.books = books;
        this.commands = commands;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** All that was recorded, the newest first. */
    public List<MembershipChange> all(Access access) {
        access.require(Action.READ_BOOKS);
        return transactions.read(() -> changes.all(access.body()));
    }

    /**
     * One record.
     *
     * @throws EntryExitException not found
     */
    public MembershipChange get(Access access, int number) {
        return all(access).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> EntryExitException.noSuchChange(number));
    }

    private record Command(String command, Object request) {}

    private int once(
            Access access, String key, String command, Object request, Supplier<Integer> work) {
        return books.write(
                access.body(),
                () ->
                        commands.once(
                                access.body(),
                                key,
                                new Command(command, request),
                                Integer.class,
                                work));
    }

    /**
     * Records it, and begins or ends the membership.
     *
     * @param key of the command; the same key with the same wish answers the same record
     * @throws id.patungan.basics.DomainException if the party is already, or not, a member, or the
     *     agreement is not in force on the day
     */
    public MembershipChange record(Access access, NewMembershipChange wish, String key) {
        access.require(Action.PREPARE);
        return get(
                access,
                once(access, key, "membership-change", wish, () -> recordOnce(access, wish)));
    }

    private int recordOnce(Access access, NewMembershipChange wish) {
        var party = parties.byCodes(access, List.of(wish.party())).get(wish.party());
        if (party == null) throw EntryExitException.noParty(wish.party());
        var ground =
                LegalGround.of(
                        agreements.get(access, wish.ground().agreement()),
                        wish.ground().article(),
                        wish.day());
        var untilBefore = wish.kind() == Kind.JOIN ? join(access, wish) : leave(access, wish);
        var number = changes.all(access.body()).size() + 1;
        changes.insert(
                access.body(),
                wish,
                new ChangeRepository.Row(
                        number,
                        party.id(),
                        untilBefore,
                        ground.agreementId(),
                        ground.article(),
                        access.handle(),
                        now()));
        audit.record(access, "membership." + wish.kind().code(), wish.party(), null, wish);
        return number;
    }

    private @Nullable LocalDate join(Access access, NewMembershipChange wish) {
        if (member(access, wish.party(), wish.day()).isPresent()) {
            throw EntryExitException.isMember(wish.party(), wish.day());
        }
        var joining =
                new NewMember(wish.party(), Period.since(wish.day()), null, true, wish.document());
        // One that was withdrawn left a membership without a day; it begins again
        var again =
                members.all(access).stream()
                        .anyMatch(one ->
                                one.code().equals(wish.party())
                                        && one.period().from().equals(wish.day()));
        if (again) {
            members.change(access, joining);
        } else {
            members.admit(access, joining);
        }
        return null;
    }

    private @Nullable LocalDate leave(Access access, NewMembershipChange wish) {
        var held =
                member(access, wish.party(), wish.day())
                        .orElseThrow(() -> EntryExitException.notMember(wish.party(), wish.day()));
        // A membership that ends before is not made longer by a notice
        if (!held.period().contains(wish.effective())) {
            throw EntryExitException.notMember(wish.party(), wish.effective());
        }
        end(access, held, wish.effective().plusDays(1));
        return held.period().until();
    }

    private void end(Access access, Member held, @Nullable LocalDate until) {
        members.change(
                access,
                new NewMember(
                        held.code(),
                        new Period(held.period().from(), until),
                        held.memberClass(),
                        held.voting(),
                        held.note()));
    }

    private Optional<Member> member(Access access, String party, LocalDate day) {
        return members.on(access, day).stream().filter(one -> one.code().equals(party)).findFirst();
    }

    private record Withdrawn(int number, String reason) {}

    /**
     * Withdraws a record that was wrong: the membership is again what it was before. The record
     * keeps its number, and says why it no longer counts.
     *
     * @param key of the command; the same key with the same wish answers the same record
     * @throws EntryExitException if it is withdrawn already, something newer about the party stands
     *     on it, something was charged or credited by it, or the membership was changed since
     */
    public MembershipChange withdraw(Access access, int number, String reason, String key) {
        access.require(Action.PREPARE);
        var wish = new Withdrawn(number, NewMembershipChange.text("reason", reason, 400));
        return get(
                access,
                once(
                        access,
                        key,
                        "withdraw-membership-change",
                        wish,
                        () -> withdrawOnce(access, wish)));
    }

    private int withdrawOnce(Access access, Withdrawn wish) {
        var change = get(access, wish.number());
        if (!change.stands()) throw EntryExitException.withdrawn(change.number());
        changes.all(access.body()).stream()
                .filter(one -> one.stands() && one.party().equals(change.party()))
                .filter(one -> one.number() > change.number())
                .findFirst()
                .ifPresent(newer -> {
                    throw EntryExitException.newerFirst(change.number(), newer.number());
                });
        settlements.all(access.body(), books.get(access.body()).currency()).stream()
                .filter(part -> part.stands() && part.change() == change.number())
                .findFirst()
                .ifPresent(part -> {
                    throw EntryExitException.settled(change.number(), part.name());
                });
        var joined = change.kind() == Kind.JOIN;
        var held =
                member(access, change.party(), change.effective())
                        .filter(one ->
                                joined
                                        ? one.period().equals(Period.since(change.effective()))
                                        : change.effective()
                                                .plusDays(1)
                                                .equals(one.period().until()))
                        .orElseThrow(() -> EntryExitException.changedSince(change.party()));
        end(access, held, joined ? change.effective() : change.untilBefore());
        changes.insertWithdrawal(
                access.body(),
                change.number(),
                new MembershipChange.Withdrawal(wish.reason(), access.handle(), now()));
        audit.record(
                access,
                "membership.withdraw",
                change.party(),
                change,
                get(access, change.number()));
        return change.number();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
