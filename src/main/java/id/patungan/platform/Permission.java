package id.patungan.platform;

import id.patungan.basics.BodyId;

import org.jspecify.annotations.Nullable;

/**
 * What a person may do now.
 *
 * @param body null for the whole installation, which is for administrators only
 */
public record Permission(Role role, @Nullable BodyId body, Scope scope) {

    /** An administrator belongs to the installation, every other role to a body. */
    public Permission {
        if ((role == Role.ADMINISTRATOR) != (body == null)) {
            throw new IllegalArgumentException(
                    "The role " + role + (body == null ? " needs a body" : " has no body"));
        }
        if (body == null && !(scope instanceof Scope.All)) {
            throw new IllegalArgumentException(
                    "The role " + role + " cannot be limited to " + scope);
        }
    }

    /**
     * Whether this permission allows the action. A permission limited to a party or fund only ever
     * allows reading within that limit, and to a treasurer to confirm or dispute within it; without
     * a party there is nothing to confirm.
     */
    public boolean allows(Action action) {
        return role.allows(action)
                && switch (action) {
                    case READ_OWN -> true;
                    case CONFIRM -> scope instanceof Scope.OneParty;
                    default -> scope instanceof Scope.All;
                };
    }
}
