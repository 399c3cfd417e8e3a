package id.patungan.platform.database;

import org.springframework.boot.ExitCodeGenerator;

/**
 * The surroundings do not allow the program to run: a directory, another process, the database
 * server. Nothing was stored. Commands end with {@link #EXIT_CODE}; the message says what to do.
 */
public final class EnvironmentException extends RuntimeException implements ExitCodeGenerator {

    private static final long serialVersionUID = 1L;

    /** The exit code of a command that met this. */
    public static final int EXIT_CODE = 4;

    /**
     * @param message in English: what was found, where, and the way out
     */
    public EnvironmentException(String message) {
        super(message);
    }

    /**
     * @param message in English: what was found, where, and the way out
     */
    public EnvironmentException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public int getExitCode() {
        return EXIT_CODE;
    }
}
