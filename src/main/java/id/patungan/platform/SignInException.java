package id.patungan.platform;

import id.patungan.basics.DomainException;

import java.time.Duration;

/** Name and password were not accepted. */
public final class SignInException extends DomainException {

    private static final long serialVersionUID = 1L;

    private final boolean tooMany;

    private SignInException(boolean tooMany, String code, String message, Object... arguments) {
        super(Kind.FORBIDDEN, code, message, arguments);
        this.tooMany = tooMany;
    }

    static SignInException wrong() {
        return new SignInException(false, "sign-in.wrong", "The name or the password is not right");
    }

    static SignInException tooManyAttempts(Duration window) {
        return new SignInException(
                true,
                "sign-in.too-many-attempts",
                "There were too many failed attempts; try again in "
                        + window.toMinutes()
                        + " minutes",
                window.toMinutes());
    }

    /** Whether nothing was compared because of too many failures before. */
    public boolean tooMany() {
        return tooMany;
    }

    /** How long to wait at most, in seconds. */
    public long retryAfterSeconds() {
        return SignIn.WINDOW.toSeconds();
    }
}
