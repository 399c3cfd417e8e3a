package id.patungan.cli;

/** What a command tells the shell. Stable: scripts depend on it. */
final class ExitCode {

    /** Done. */
    static final int DONE = 0;

    /** The command line could not be understood. */
    static final int USAGE = 1;

    /** Input was refused; nothing was stored. */
    static final int REFUSED = 2;

    /** A check found something wrong. */
    static final int CHECK_FAILED = 3;

    /** The surroundings: a file, the home, the database. */
    static final int ENVIRONMENT = 4;

    private ExitCode() {}
}
