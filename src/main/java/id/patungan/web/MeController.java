package id.patungan.web;

import id.patungan.platform.BodyDirectory.BodyEntry;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Objects;

/** Tells a program as whom it is known. */
@RestController
class MeController {

    private final CurrentViewer current;

    MeController(CurrentViewer current) {
        this.current = current;
    }

    @GetMapping("/api/v1/me")
    Me me(Viewer viewer) {
        var bodies = current.bodiesOf(viewer);
        return new Me(
                viewer.handle(),
                viewer.name(),
                viewer.permissions().stream().map(permission -> held(permission, bodies)).toList());
    }

    private static Held held(Permission permission, List<BodyEntry> bodies) {
        var body =
                bodies.stream()
                        .filter(entry -> Objects.equals(entry.id(), permission.body()))
                        .map(BodyEntry::code)
                        .findFirst()
                        .orElse(null);
        return switch (permission.scope()) {
            case Scope.All() -> new Held(permission.role(), body, null, null);
            case Scope.OneParty(var party) ->
                    new Held(permission.role(), body, party.value(), null);
            case Scope.OneFund(var fund) -> new Held(permission.role(), body, null, fund.value());
        };
    }

    /** The wire form of a person. */
    record Me(String handle, String name, List<Held> permissions) {}

    /** The wire form of a permission: limited to a party or a fund if one is named. */
    record Held(Role role, @Nullable String body, @Nullable Integer party, @Nullable String fund) {}
}
