package id.patungan.platform;

import id.patungan.basics.BodyId;

import java.util.List;

/**
 * Somebody who has signed in, with the permissions that hold today.
 *
 * @param handle the immutable sign-in name; goes into the journal as who prepared or approved
 */
public record Viewer(String handle, String name, List<Permission> permissions) {

    /** Copies the list. */
    public Viewer {
        permissions = List.copyOf(permissions);
    }

    /** For commands and jobs that look after the installation. */
    public static Viewer system() {
        return new Viewer(
                Access.SYSTEM,
                Access.SYSTEM,
                List.of(new Permission(Role.ADMINISTRATOR, null, new Scope.All())));
    }

    /**
     * Whether there is any permission in that body; without one, the body does not exist for them.
     */
    public boolean knows(BodyId body) {
        return permissions.stream().anyMatch(permission -> body.equals(permission.body()));
    }

    /** Whether they look after people and permissions of the installation. */
    public boolean administers() {
        return permissions.stream().anyMatch(permission -> permission.allows(Action.ADMINISTER));
    }

    /**
     * Refuses anyone but an administrator.
     *
     * @throws AccessException otherwise
     */
    public void requireAdministrator() {
        if (!administers()) {
            throw AccessException.notAllowed(handle, Action.ADMINISTER);
        }
    }
}
