package id.patungan.parties;

import id.patungan.basics.BodyId;
import id.patungan.ledger.Books;
import id.patungan.ledger.NewBook;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.BodyDirectory;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Transactions;
import id.patungan.platform.Viewer;

import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The joint bodies of this installation. */
@Service
public class Bodies implements BodyDirectory {

    private final BodyRepository bodies;
    private final Books books;
    private final Audit audit;
    private final Transactions transactions;

    Bodies(BodyRepository bodies, Books books, Audit audit, Transactions transactions) {
        this.bodies = bodies;
        this.books = books;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Sets up a body and opens its book, in one unit of work. Asked again with the same content it
     * answers the body that is there.
     *
     * @param viewer an administrator of the installation
     * @throws PartiesException if the code belongs to a body that was set up differently
     */
    public Body create(Viewer viewer, NewBody wish) {
        viewer.requireAdministrator();
        return transactions.run(() -> {
            var existing = bodies.byCode(wish.code());
            if (existing.isPresent()) {
                return same(existing.get(), wish);
            }
            var id = bodies.insert(wish);
            var founder = founder(viewer, id);
            books.open(
                    founder,
                    new NewBook(
                            wish.code(),
                            wish.currency(),
                            wish.zone(),
                            wish.firstOpenDate(),
                            wish.approvalRequired()));
            audit.record(founder, "body.create", wish.code(), null, wish);
            return new Body(id, wish.code(), wish.profile(), wish.zone(), wish.currency());
        });
    }

    private Body same(Body existing, NewBody wish) {
        var book = books.get(existing.id());
        var same =
                existing.profile().equals(wish.profile())
                        && existing.zone().equals(wish.zone())
                        && existing.currency().equals(wish.currency())
                        && book.firstOpen().equals(wish.firstOpenDate())
                        && book.approvalRequired() == wish.approvalRequired();
        if (!same) {
            throw PartiesException.bodyExists(wish.code());
        }
        return existing;
    }

    /**
     * What whoever sets up a body may do while doing so: prepare its books, though an administrator
     * has no permission in any body.
     */
    static Access founder(Viewer viewer, BodyId body) {
        var permissions = new ArrayList<>(viewer.permissions());
        permissions.add(new Permission(Role.FINANCE, body, new Scope.All()));
        return new Access(new Viewer(viewer.handle(), viewer.name(), permissions), body);
    }

    /** The body; its name and letterhead are no secret to anyone with a permission in it. */
    public Body get(Access access) {
        access.require(Action.READ_OWN);
        return transactions
                .read(() -> bodies.byId(access.body()))
                .orElseThrow(
                        () -> PartiesException.noSuchBody(Objects.toString(access.body().value())));
    }

    /** The bodies that the viewer has a permission in; all of them for an administrator. */
    public List<Body> of(Viewer viewer) {
        if (viewer.administers()) {
            return transactions.read(bodies::all);
        }
        var ids =
                viewer.permissions().stream()
                        .map(Permission::body)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        return transactions.read(() -> bodies.some(ids));
    }

    /** Edits what may be edited; before and after are in the audit trail. */
    public Body change(Access access, Profile profile) {
        access.require(Action.PREPARE);
        return books.write(
                access.body(),
                () -> {
                    var before = get(access);
                    if (before.profile().equals(profile)) {
                        return before;
                    }
                    bodies.update(access.body(), profile);
                    audit.record(access, "body.change", before.code(), before.profile(), profile);
                    return new Body(
                            before.id(), before.code(), profile, before.zone(), before.currency());
                });
    }

    @Override
    public Optional<BodyEntry> byCode(String code) {
        return transactions.read(() -> bodies.byCode(code)).map(Bodies::entry);
    }

    @Override
    public List<BodyEntry> all() {
        return transactions.read(bodies::all).stream().map(Bodies::entry).toList();
    }

    private static BodyEntry entry(Body body) {
        var sample = body.profile().sample();
        return new BodyEntry(
                body.id(),
                body.code(),
                body.name(),
                body.currency(),
                body.zone(),
                sample != null,
                sample == null ? "" : sample.note(),
                sample == null ? "" : sample.noteEn());
    }
}
