package id.patungan.platform;

import id.patungan.basics.DomainException;

/** A command could not be accepted under its key. */
public final class CommandException extends DomainException {

    private static final long serialVersionUID = 1L;

    private CommandException(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    static CommandException keyReused(String key) {
        return new CommandException(
                Kind.CONFLICT,
                "command.key-reused",
                "The idempotency key '"
                        + key
                        + "' was used for another request; send a new request under a new key",
                key);
    }
}
