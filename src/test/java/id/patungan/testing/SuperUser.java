package id.patungan.testing;

import id.patungan.platform.database.DatabaseAccount;

import java.sql.Connection;
import java.sql.SQLException;

/** Somebody with every right on the server under test, for tests that tamper with the books. */
public final class SuperUser {

    private final DatabaseAccount account;
    private final String application;

    SuperUser(DatabaseAccount account, String application) {
        this.account = account;
        this.application = application;
    }

    /** A new connection, auto-commit, in the schema of the program. */
    public Connection connect() throws SQLException {
        return account.connect();
    }

    /** Runs the statements on one connection, each committed by itself. */
    public void execute(String... statements) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Gives the user that the program works as a right on a table made by a test. */
    public void grantToApplication(String rights, String table) throws SQLException {
        execute("GRANT " + rights + " ON " + table + " TO " + application);
    }

    /** Takes it back. */
    public void revokeFromApplication(String rights, String table) throws SQLException {
        execute("REVOKE " + rights + " ON " + table + " FROM " + application);
    }

    /** The full name of a database user with this name who comes from where the program does. */
    public String account(String name) {
        return "'" + name + "'" + application.substring(application.lastIndexOf('@'));
    }
}
