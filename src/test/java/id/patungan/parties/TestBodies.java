package id.patungan.parties;

import id.patungan.platform.Access;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/** Bodies for tests, each with a book of its own. */
final class TestBodies {

    static final Viewer ADMINISTRATOR =
            new Viewer(
                    "admin",
                    "Administrator",
                    List.of(new Permission(Role.ADMINISTRATOR, null, new Scope.All())));

    private TestBodies() {}

    static NewBody wish(String code) {
        return new NewBody(
                code,
                new Profile("Badan " + code, "Body " + code, null, Letterhead.NONE, null),
                ZoneId.of("Asia/Jakarta"),
                Currency.getInstance("IDR"),
                LocalDate.of(2004, 1, 1),
                false);
    }

    /** Sets up a body and answers what its finance staff may do there. */
    static Access create(Bodies bodies, String code) {
        var body = bodies.create(ADMINISTRATOR, wish(code));
        return as(Role.FINANCE, new Scope.All(), body);
    }

    static Access as(Role role, Scope scope, Body body) {
        return new Access(
                new Viewer("tester", "Tester", List.of(new Permission(role, body.id(), scope))),
                body.id());
    }

    static Access as(Role role, Scope scope, Access like) {
        return new Access(
                new Viewer("tester", "Tester", List.of(new Permission(role, like.body(), scope))),
                like.body());
    }
}
