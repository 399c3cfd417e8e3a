package id.patungan.cli;

/** The services could not be started; the message is that of the deepest cause. */
final class StartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartException(Throwable failure) {
        super(reason(failure), failure);
    }

    private static String reason(Throwable failure) {
        var deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        var message = deepest.getMessage();
        return message == null ? deepest.toString() : message;
    }
}
