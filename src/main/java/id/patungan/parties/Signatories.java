package id.patungan.parties;

import id.patungan.ledger.Books;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Transactions;

import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who signs the papers of a body, and when. They stand on every paper, so all may read them. */
@Service
public class Signatories {

    private final SignatoryRepository signatories;
    private final Books books;
    private final Audit audit;
    private final Transactions transactions;

    Signatories(
            SignatoryRepository signatories, Books books, Audit audit, Transactions transactions) {
        this.signatories = signatories;
        this.books = books;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Everyone who signs, signed or will sign, by role and date. */
    public List<Signatory> all(Access access) {
        access.require(Action.READ_OWN);
        return transactions.read(() -> signatories.all(access.body()));
    }

    /** Who signs in that role on that day. */
    public Optional<Signatory> valid(Access access, SignatoryRole role, LocalDate day) {
        return all(access).stream()
                .filter(signatory -> signatory.role() == role)
                .filter(signatory -> signatory.period().contains(day))
                .findFirst();
    }

    /**
     * Appoints somebody. Whoever holds the role without an end since an earlier day is ended on the
     * day the new one begins; any other overlap is refused. The same appointment again changes
     * nothing.
     */
    public Signatory appoint(Access access, Signatory wish) {
        access.require(Action.PREPARE);
        return books.write(
                access.body(),
                () -> {
                    for (var other : signatories.all(access.body())) {
                        if (other.equals(wish)) {
                            return other;
                        }
                        if (other.role() == wish.role()) {
                            makeRoom(access, other, wish);
                        }
                    }
                    signatories.insert(access.body(), wish);
                    audit.record(access, "signatory.appoint", subject(wish), null, wish);
                    return wish;
                });
    }

    private void makeRoom(Access access, Signatory other, Signatory wish) {
        var from = wish.period().from();
        if (other.period().from().equals(from)) {
            throw overlap(other);
        }
        if (!other.period().overlaps(wish.period())) {
            return;
        }
        if (other.period().until() != null || !other.period().from().isBefore(from)) {
            throw overlap(other);
        }
        var ended =
                new Signatory(
                        other.role(),
                        other.name(),
                        other.nip(),
                        other.position(),
                        new Period(other.period().from(), from));
        signatories.update(access.body(), ended);
        audit.record(access, "signatory.change", subject(other), other, ended);
    }

    /**
     * Corrects the name, number, position or end of whoever signs in that role from {@code
     * wish.period().from()}; before and after are in the audit trail. An entry made by mistake is
     * ended on its own first day.
     */
    public Signatory change(Access access, Signatory wish) {
        access.require(Action.PREPARE);
        return books.write(
                access.body(),
                () -> {
                    var from = wish.period().from();
                    var before = get(access, wish.role(), from);
                    if (before.equals(wish)) {
                        return before;
                    }
                    for (var other : signatories.all(access.body())) {
                        if (other.role() == wish.role()
                                && !other.equals(before)
                                && other.period().overlaps(wish.period())) {
                            throw overlap(other);
                        }
                    }
                    signatories.update(access.body(), wish);
                    audit.record(access, "signatory.change", subject(wish), before, wish);
                    return wish;
                });
    }

    /** Who signs in that role from that day. */
    public Signatory get(Access access, SignatoryRole role, LocalDate from) {
        return all(access).stream()
                .filter(one -> one.role() == role && one.period().from().equals(from))
                .findFirst()
                .orElseThrow(() -> PartiesException.noSuchSignatory(role, from));
    }

    private static PartiesException overlap(Signatory other) {
        return PartiesException.signatoryOverlaps(
                other.role(), other.name(), other.period().from());
    }

    private static String subject(Signatory signatory) {
        return signatory.role() + "/" + signatory.period().from();
    }
}
