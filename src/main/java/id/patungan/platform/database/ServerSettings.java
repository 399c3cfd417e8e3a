package id.patungan.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The settings without which a commit may be lost or wrong data accepted. They are read from the
 * server itself at each start, whoever configured it.
 */
final class ServerSettings {

    private static final List<String> READ =
            List.of(
                    "version",
                    "version_comment",
                    "innodb_flush_log_at_trx_commit",
                    "innodb_doublewrite",
                    "default_storage_engine",
                    "sql_mode",
                    "log_bin",
                    "sync_binlog",
                    "binlog_format",
                    "autocommit");

    private ServerSettings() {}

    /**
     * @param name of the server, for the message
     * @throws EnvironmentException naming every setting that must change
     */
    static void require(Connection connection, String name) throws SQLException {
        var problems = problems(read(connection));
        if (!problems.isEmpty()) {
            throw new EnvironmentException(
                    "The settings of "
                            + name
                            + " do not keep the books safe: "
                            + String.join("; ", problems)
                            + ".");
        }
    }

    static List<String> problems(Map<String, String> settings) {
        var problems = new ArrayList<String>();
        var product =
                (settings.getOrDefault("version", "")
                                + " "
                                + settings.getOrDefault("version_comment", ""))
                        .toLowerCase(Locale.ROOT);
        if (product.contains("tidb") || product.contains("vitess")) {
            problems.add("the product (" + product.strip() + ") has no triggers");
        }
        must(problems, settings, "innodb_flush_log_at_trx_commit", List.of("1"));
        // newer servers know more than on and off; every word but these protects
        if (List.of("0", "OFF", "DETECT_ONLY")
                .contains(settings.getOrDefault("innodb_doublewrite", "ON"))) {
            problems.add("innodb_doublewrite must be ON");
        }
        must(problems, settings, "default_storage_engine", List.of("InnoDB"));
        var mode = settings.getOrDefault("sql_mode", "");
        if (!mode.contains("STRICT_TRANS_TABLES") && !mode.contains("STRICT_ALL_TABLES")) {
            problems.add("sql_mode must have STRICT_TRANS_TABLES, it is '" + mode + "'");
        }
        must(problems, settings, "autocommit", List.of("1", "ON"));
        if (List.of("1", "ON").contains(settings.getOrDefault("log_bin", "0"))) {
            must(problems, settings, "sync_binlog", List.of("1"));
            must(problems, settings, "binlog_format", List.of("ROW"));
        }
        return problems;
    }

    private static void must(
            List<String> problems, Map<String, String> settings, String name, List<String> any) {
        var value = settings.get(name);
        // a setting that a server no longer has cannot be set wrongly
        if (value != null && any.stream().noneMatch(value::equalsIgnoreCase)) {
            problems.add(name + " must be " + any.getFirst() + ", it is " + value);
        }
    }

    private static Map<String, String> read(Connection connection) throws SQLException {
        var settings = new HashMap<String, String>();
        var names = "'" + String.join("', '", READ) + "'";
        try (var statement = connection.createStatement();
                var result =
                        statement.executeQuery(
                                "SHOW GLOBAL VARIABLES WHERE Variable_name IN (" + names + ")")) {
            while (result.next()) {
                settings.put(result.getString(1).toLowerCase(Locale.ROOT), result.getString(2));
            }
        }
        return settings;
    }
}
