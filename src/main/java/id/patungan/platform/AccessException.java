package id.patungan.platform;

import id.patungan.basics.DomainException;

/** The asker may not do this, or may not even know that the thing exists. */
public final class AccessException extends DomainException {

    private static final long serialVersionUID = 1L;

    private AccessException(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    /** There is no such body, or none the viewer may know of: the two cannot be told apart. */
    public static AccessException noSuchBody() {
        return new AccessException(
                Kind.NOT_FOUND,
                "access.no-such-body",
                "There is no such body among those you have a permission for");
    }

    /** There is no such thing within the viewer's reach; it may exist for others. */
    public static AccessException nothingHere(String what) {
        return new AccessException(
                Kind.NOT_FOUND,
                "access.nothing-here",
                "There is no " + what + " that you may see",
                what);
    }

    static AccessException notAllowed(String handle, Action action) {
        return new AccessException(
                Kind.FORBIDDEN,
                "access.not-allowed",
                "'" + handle + "' has no permission for " + action + "; ask the administrator",
                handle,
                action);
    }
}
