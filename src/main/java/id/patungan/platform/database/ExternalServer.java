package id.patungan.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * A server that the operator runs. It is looked at before the program touches it: two users,
 * settings that keep the books safe, triggers that really fire.
 */
final class ExternalServer {

    private final DatabaseAccount owner;

    /**
     * @throws EnvironmentException if the server or its users are not fit to keep books
     */
    ExternalServer(DatabaseAccount owner, String applicationUser) {
        this.owner = owner;
        if (owner.user().isBlank() || owner.user().equals(applicationUser)) {
            throw new EnvironmentException(
                    "The database needs two users, so that the program itself cannot rewrite the"
                            + " books: one that owns the tables (patungan.datasource.owner-username and"
                            + " -password), one that the program works as (spring.datasource.username"
                            + " and -password). As the administrator of the server, with the name of"
                            + " your schema: "
                            + createUsers("patungan"));
        }
        try (var connection = owner.connect()) {
            ServerSettings.require(connection, "the server at " + owner.url());
            requireTriggers(connection);
        } catch (SQLException e) {
            throw new EnvironmentException(
                    "The database cannot be used as " + owner + ": " + e.getMessage(), e);
        }
    }

    DatabaseAccount owner() {
        return owner;
    }

    static String createUsers(String schema) {
        return "CREATE DATABASE "
                + schema
                + " CHARACTER SET utf8mb4; CREATE USER patungan_owner IDENTIFIED BY '…'; GRANT ALL"
                + " ON "
                + schema
                + ".* TO patungan_owner WITH GRANT OPTION; CREATE USER patungan_app IDENTIFIED BY"
                + " '…';";
    }

    /** Makes a trigger that refuses, and sees whether it does. */
    private static void requireTriggers(Connection connection) throws SQLException {
        var probe = "trigger_probe_" + UUID.randomUUID().toString().replace('-', '_');
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + probe + " (n INT NOT NULL) ENGINE=InnoDB");
            try {
                if (!refuses(statement, probe)) {
                    throw new EnvironmentException(
                            "The database at "
                                    + connection.getMetaData().getURL()
                                    + " does not run triggers, and triggers keep the books from"
                                    + " being rewritten. Use MariaDB 10.11 or later, or MySQL 8.4"
                                    + " or later.");
                }
            } finally {
                statement.execute("DROP TABLE " + probe);
            }
        }
    }

    private static boolean refuses(Statement statement, String probe) throws SQLException {
        try {
            statement.execute(
                    "CREATE TRIGGER "
                            + probe
                            + "_bi BEFORE INSERT ON "
                            + probe
                            + " FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'probe'");
        } catch (SQLException e) {
            throw new EnvironmentException(
                    "The owner may not make triggers, and triggers keep the books from being"
                            + " rewritten: "
                            + e.getMessage()
                            + ". Grant ALL on the schema; on MySQL with a binary log also set"
                            + " log_bin_trust_function_creators=1. A server without triggers cannot"
                            + " be used.",
                    e);
        }
        try {
            statement.execute("INSERT INTO " + probe + " (n) VALUES (1)");
            return false;
        } catch (SQLException e) {
            if (!"45000".equals(e.getSQLState())) {
                throw e;
            }
            return true;
        }
    }
}
