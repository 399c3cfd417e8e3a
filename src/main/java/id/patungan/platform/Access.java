package id.patungan.platform;

import id.patungan.basics.BodyId;
import id.patungan.basics.FundCode;
import id.patungan.basics.PartyId;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who asks, and about which body: the first argument of every service method that reads or writes a
 * body's data.
 */
public record Access(Viewer viewer, BodyId body) {

    /** The handle of commands and jobs; no person can have it. */
    public static final String SYSTEM = "system";

    /**
     * For commands and jobs: may do everything in the body except approve and speak for a party.
     */
    public static Access system(BodyId body) {
        return new Access(
                new Viewer(
                        SYSTEM,
                        SYSTEM,
                        List.of(
                                new Permission(Role.FINANCE, body, new Scope.All()),
                                new Permission(Role.ADMINISTRATOR, null, new Scope.All()))),
                body);
    }

    /** For a job that a person asked for: what it makes bears the person's handle. */
    public static Access onBehalf(String handle, BodyId body) {
        return new Access(new Viewer(handle, handle, system(body).viewer().permissions()), body);
    }

    /** Whether the viewer may do this in this body. */
    public boolean may(Action action) {
        return viewer.permissions().stream()
                .anyMatch(permission ->
                        (permission.body() == null || permission.body().equals(body))
                                && permission.allows(action));
    }

    /**
     * Refuses what the viewer may not do.
     *
     * @throws AccessException not found, if the viewer has no permission in the body at all;
     *     forbidden, if the permissions there do not allow the action
     */
    public void require(Action action) {
        if (may(action)) {
            return;
        }
        if (!viewer.knows(body)) {
            throw AccessException.noSuchBody();
        }
        throw AccessException.notAllowed(viewer.handle(), action);
    }

    /** Whether the viewer may do this for that party: by a permission that is limited to it. */
    public boolean may(Action action, PartyId party) {
        return viewer.permissions().stream()
                .anyMatch(permission ->
                        body.equals(permission.body())
                                && permission.allows(action)
                                && permission.scope().equals(new Scope.OneParty(party)));
    }

    /**
     * Refuses what the viewer may not do for that party.
     *
     * @throws AccessException as {@link #require(Action)}; not found, if the viewer may do it for
     *     another party alone
     */
    public void require(Action action, PartyId party) {
        require(action);
        if (!may(action, party)) {
            throw AccessException.nothingHere("party");
        }
    }

    /** What the SQL of every read is limited to. */
    public Reach reach() {
        if (may(Action.READ_BOOKS)) {
            return new Reach(true, Set.of(), Set.of());
        }
        var parties = new HashSet<PartyId>();
        var funds = new HashSet<FundCode>();
        for (var permission : viewer.permissions()) {
            if (!body.equals(permission.body()) || !permission.allows(Action.READ_OWN)) {
                continue;
            }
            switch (permission.scope()) {
                case Scope.All() -> {
                    // The whole of a body is read with READ_BOOKS, never by leaving out a limit
                }
                case Scope.OneParty(var party) -> parties.add(party);
                case Scope.OneFund(var fund) -> funds.add(fund);
            }
        }
        return new Reach(false, parties, funds);
    }

    /** Who asks, as written into the journal. */
    public String handle() {
        return viewer.handle();
    }
}
