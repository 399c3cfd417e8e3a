package id.patungan.basics;

import java.util.List;

/**
 * A rule of the business said no, or input could not be read; nothing was stored. The base of all
 * refusals.
 *
 * <p>The English message is for logs, the command line and the API; pages look up {@code
 * refusal.<code>} in the bundles with {@link #arguments()}. The code is for programs and never
 * changes: {@code module.reason}. Each module has one subclass, with a named factory method per
 * reason.
 */
public abstract class DomainException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What the refusal means to a program that asked. */
    public enum Kind {
        /** The input could not be read: HTTP 400. */
        UNREADABLE(400),
        /** The asker may not do this: HTTP 403. */
        FORBIDDEN(403),
        /** There is no such thing, or the asker may not know of it: HTTP 404. */
        NOT_FOUND(404),
        /** It contradicts something stored: HTTP 409. */
        CONFLICT(409),
        /** A rule said no: HTTP 422. */
        REFUSED(422);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status that answers it. */
        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String code;
    private final transient List<Object> arguments;

    /**
     * @param message in English: what was refused, with the place, the value and the way out
     * @param arguments the values that the localised text of {@code refusal.<code>} names
     */
    protected DomainException(Kind kind, String code, String message, Object... arguments) {
        super(message);
        this.kind = kind;
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** What it means to a program. */
    public Kind kind() {
        return kind;
    }

    /** Stable, {@code module.reason}. */
    public String code() {
        return code;
    }

    /** What the localised text names, in order. */
    public List<Object> arguments() {
        return arguments;
    }
}
