package id.patungan.ledger;

import java.sql.SQLException;

/** What the triggers and constraints of the database said, as refusals. */
final class DatabaseRefusal {

    private static final int DUPLICATE = 1062;
    private static final int CHECK_MARIADB = 4025;
    private static final int CHECK_MYSQL = 3819;
    private static final int NO_REFERENCED_ROW = 1452;
    private static final String SIGNALLED = "45000";

    private DatabaseRefusal() {}

    /** A refusal if the database refused by a rule of the books; else the failure itself. */
    static RuntimeException of(RuntimeException failure, int body) {
        var said = said(failure);
        if (said == null) {
            return failure;
        }
        var message = String.valueOf(said.getMessage());
        if (SIGNALLED.equals(said.getSQLState()) && message.startsWith("LEDGER-")) {
            return because(LedgerException.databaseRefused(message.substring(0, 9), message), said);
        }
        return switch (said.getErrorCode()) {
            case DUPLICATE ->
                    message.contains("PRIMARY") || message.contains("uq_journal_entry")
                            ? because(LedgerException.blockedByUnsealed(body), said)
                            : failure;
            case CHECK_MARIADB, CHECK_MYSQL, NO_REFERENCED_ROW ->
                    because(LedgerException.databaseRefused("constraint", message), said);
            default -> failure;
        };
    }

    /** Whether it failed because that unique key is taken. */
    static boolean duplicate(RuntimeException failure, String key) {
        var said = said(failure);
        return said != null
                && said.getErrorCode() == DUPLICATE
                && String.valueOf(said.getMessage()).contains(key);
    }

    private static RuntimeException because(LedgerException refusal, SQLException cause) {
        refusal.initCause(cause);
        return refusal;
    }

    private static @org.jspecify.annotations.Nullable SQLException said(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
