package id.patungan.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import javax.sql.DataSource;

/**
 * Sees, after the migrations, that the user the program works as really cannot rewrite the books:
 * the rights are read back from the server, not assumed.
 */
final class ApplicationRights {

    /** Rows of these are never changed and never removed. */
    private static final Set<String> APPEND_ONLY =
            Set.of("journal_entry", "posting", "period_event", "audit_event");

    /** Rights on any table that would let the program get round its own guards. */
    private static final Set<String> NEVER =
            Set.of("DROP", "ALTER", "CREATE", "INDEX", "TRIGGER", "REFERENCES", "DELETE HISTORY");

    /**
     * @throws EnvironmentException if the user may do more than the program needs
     */
    ApplicationRights(DataSource application) {
        try (var connection = application.getConnection()) {
            var problems = problems(connection);
            if (!problems.isEmpty()) {
                throw new EnvironmentException(
                        "The user that the program works as could rewrite the books: "
                                + String.join("; ", problems)
                                + ". Revoke that; the migrations grant what is needed.");
            }
        } catch (SQLException e) {
            throw new EnvironmentException(
                    "The rights of the application user cannot be read: " + e.getMessage(), e);
        }
    }

    static List<String> problems(Connection application) throws SQLException {
        var problems = new ArrayList<String>();
        var user = column(application, "SELECT CURRENT_USER()").getFirst();
        var grantee = grantee(user);
        if (column(application, "SELECT CURRENT_ROLE()").stream()
                .anyMatch(ApplicationRights::isRole)) {
            problems.add(user + " has a role");
        }
        for (var right : rights(application, "user_privileges", grantee, "")) {
            if (!right.equals("USAGE")) {
                problems.add(user + " has " + right + " on the whole server");
            }
        }
        for (var right : rights(application, "schema_privileges", grantee, "")) {
            problems.add(user + " has " + right + " on a whole schema");
        }
        var tables =
                new TreeSet<>(
                        column(
                                application,
                                "SELECT DISTINCT table_name FROM"
                                        + " information_schema.table_privileges WHERE grantee = "
                                        + grantee
                                        + " AND table_schema = DATABASE()"));
        for (var table : tables) {
            var onTable = " AND table_schema = DATABASE() AND table_name = '" + table + "'";
            for (var right : rights(application, "table_privileges", grantee, onTable)) {
                var writes = right.equals("UPDATE") || right.equals("DELETE");
                if (NEVER.contains(right) || (writes && APPEND_ONLY.contains(table))) {
                    problems.add(user + " has " + right + " on " + table);
                }
            }
        }
        return problems;
    }

    private static boolean isRole(String role) {
        return !role.isEmpty() && !role.equalsIgnoreCase("NONE");
    }

    /** As the information schema writes it, as an SQL string: {@code '\'name\'@\'host\''}. */
    private static String grantee(String user) {
        var at = user.lastIndexOf('@');
        return "'''" + user.substring(0, at) + "''@''" + user.substring(at + 1) + "'''";
    }

    private static List<String> rights(
            Connection connection, String view, String grantee, String condition)
            throws SQLException {
        return column(
                connection,
                "SELECT privilege_type FROM information_schema."
                        + view
                        + " WHERE grantee = "
                        + grantee
                        + condition
                        + " ORDER BY 1");
    }

    private static List<String> column(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            var values = new ArrayList<String>();
            while (result.next()) {
                var value = result.getString(1);
                values.add(value == null ? "" : value);
            }
            return values;
        }
    }
}
