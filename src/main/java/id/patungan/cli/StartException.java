package id.patungan.cli;

import org.springframework.boot.ExitCodeGenerator;

/**
 * The services could not be started; the message is that of the deepest cause, or of the one that
 * was made for people.
 */
final class StartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartException(Throwable failure) {
        super(reason(failure), failure);
    }

    private static String reason(Throwable failure) {
        var deepest = failure;
        while (deepest.getCause() != null) {
            if (deepest instanceof ExitCodeGenerator) {
                // made for people: says what to do, which its causes do not
                break;
            }
            deepest = deepest.getCause();
        }
        var message = deepest.getMessage();
        return message == null ? deepest.toString() : message;
    }
}
