package id.patungan.parties;

import id.patungan.basics.PartyId;
import id.patungan.ledger.Books;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Transactions;

import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.List;

/** Who is a member of a body, and when. Names of members are no secret within the body. */
@Service
public class Members {

    private final MemberRepository members;
    private final PartyRepository parties;
    private final Books books;
    private final Audit audit;
    private final Transactions transactions;

    Members(
            MemberRepository members,
            PartyRepository parties,
            Books books,
            Audit audit,
            Transactions transactions) {
        this.members = members;
        this.parties = parties;
        this.books = books;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** All memberships that ever were, by code of the party and date. */
    public List<Member> all(Access access) {
        access.require(Action.READ_OWN);
        return transactions.read(() -> members.all(access.body()));
    }

    /** Who is a member on the day, by code. */
    public List<Member> on(Access access, LocalDate day) {
        return during(access, new Period(day, day.plusDays(1)));
    }

    /** Memberships with at least one day in the period, by code and date. */
    public List<Member> during(Access access, Period period) {
        access.require(Action.READ_OWN);
        var until = period.until() == null ? LocalDate.of(9999, 1, 1) : period.until();
        return transactions.read(() -> members.during(access.body(), period.from(), until));
    }

    /**
     * Admits a registered party as a member. The same membership again changes nothing.
     *
     * @throws PartiesException if the party is unknown or already is a member in that period
     */
    public Member admit(Access access, NewMember wish) {
        access.require(Action.PREPARE);
        return books.write(
                access.body(),
                () -> {
                    var party = id(access, wish.code());
                    var held = members.of(access.body(), party);
                    for (var other : held) {
                        if (same(other, wish)) {
                            return other;
                        }
                        if (other.period().from().equals(wish.period().from())
                                || other.period().overlaps(wish.period())) {
                            throw PartiesException.membershipOverlaps(
                                    wish.code(), other.period().from());
                        }
                    }
                    members.insert(access.body(), party, wish);
                    audit.record(access, "member.admit", wish.code(), null, wish);
                    return get(access, wish.code(), wish.period().from());
                });
    }

    /**
     * Corrects or ends the membership that began on {@code wish.period().from()}; before and after
     * are in the audit trail. A membership entered by mistake is ended on its own first day.
     */
    public Member change(Access access, NewMember wish) {
        access.require(Action.PREPARE);
        return books.write(
                access.body(),
                () -> {
                    var from = wish.period().from();
                    var before = get(access, wish.code(), from);
                    if (same(before, wish)) {
                        return before;
                    }
                    for (var other : members.of(access.body(), before.party())) {
                        if (!other.period().from().equals(from)
                                && other.period().overlaps(wish.period())) {
                            throw PartiesException.membershipOverlaps(
                                    wish.code(), other.period().from());
                        }
                    }
                    members.update(access.body(), before.party(), wish);
                    audit.record(access, "member.change", wish.code(), before, wish);
                    return get(access, wish.code(), from);
                });
    }

    /** The membership of the party that began on that day. */
    public Member get(Access access, String code, LocalDate from) {
        access.require(Action.READ_OWN);
        return transactions.read(() -> members.of(access.body(), id(access, code))).stream()
                .filter(member -> member.period().from().equals(from))
                .findFirst()
                .orElseThrow(() -> PartiesException.noSuchMembership(code, from));
    }

    private PartyId id(Access access, String code) {
        return parties.idOf(access.body(), code)
                .orElseThrow(() -> PartiesException.noSuchParty(code));
    }

    private static boolean same(Member member, NewMember wish) {
        return new NewMember(
                        member.code(),
                        member.period(),
                        member.memberClass(),
                        member.voting(),
                        member.note())
                .equals(wish);
    }
}
