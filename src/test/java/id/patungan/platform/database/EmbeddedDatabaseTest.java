package id.patungan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.platform.database.EmbeddedDatabase.Sharing;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class EmbeddedDatabaseTest {

    @Test
    void passwordsAreNewAtEachStartAndKeptFromOthers() throws IOException {
        var home = TestHomes.empty("passwords");
        var passwords = new ArrayList<String>();
        for (var start = 0; start < 2; start++) {
            try (var database = EmbeddedDatabase.open(home, Sharing.ALONE)) {
                passwords.add(database.application().password());
                assertThat(Files.getPosixFilePermissions(home.serverFile()))
                        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
                assertThat(database.application().toString())
                        .doesNotContain(database.application().password());
            }
            assertThat(home.serverFile()).doesNotExist();
        }
        assertThat(passwords).doesNotHaveDuplicates();
        assertThat(home.temporaryFiles()).isEmptyDirectory();
    }

    @Test
    void nobodyEntersWithoutAPasswordAndOnlyFromThisMachine() throws IOException, SQLException {
        try (var database = EmbeddedDatabase.open(TestHomes.empty("access"), Sharing.ALONE)) {
            var url = database.application().url();
            for (var user : List.of("root", "", "patungan_app", "patungan_admin")) {
                assertThatExceptionOfType(SQLException.class)
                        .as("user '%s'", user)
                        .isThrownBy(() -> new DatabaseAccount(url, user, "").connect().close());
            }
            assertThat(settings(database, "bind_address", "socket", "local_infile"))
                    .containsExactly("127.0.0.1", "", "OFF");
        }
    }

    @Test
    void theServerKeepsWhatItConfirmed() throws IOException, SQLException {
        try (var database = EmbeddedDatabase.open(TestHomes.empty("durable"), Sharing.ALONE)) {
            assertThat(
                            settings(
                                    database,
                                    "innodb_flush_log_at_trx_commit",
                                    "innodb_doublewrite",
                                    "default_storage_engine",
                                    "tx_isolation",
                                    "time_zone"))
                    .containsExactly("1", "ON", "InnoDB", "READ-COMMITTED", "+00:00");
        }
    }

    @Test
    void withinOneProgramAHomeIsOpenedOnceAndStopsWithItsLastUser() throws IOException {
        var home = TestHomes.empty("shared");
        try (var first = EmbeddedDatabase.open(home, Sharing.ALONE)) {
            try (var second = EmbeddedDatabase.open(home, Sharing.ALONE)) {
                assertThat(second.application()).isEqualTo(first.application());
            }
            assertThat(ServerFile.read(home.serverFile()).orElseThrow().database().running())
                    .isPresent();
        }
        assertThat(home.serverFile()).doesNotExist();
    }

    @Test
    void aServerThatEndsByItselfIsStartedAgainInTheSamePlace() throws Exception {
        var home = TestHomes.empty("restarted");
        try (var database = EmbeddedDatabase.open(home, Sharing.ALONE)) {
            var account = database.administrator();
            var killed = ServerFile.read(home.serverFile()).orElseThrow().database();
            killed.running().orElseThrow().destroyForcibly();

            var deadline = Instant.now().plus(Duration.ofSeconds(60));
            while (!answers(account)) {
                assertThat(Instant.now()).isBefore(deadline);
                Thread.sleep(100);
            }
            assertThat(database.administrator()).isEqualTo(account);
            var now = ServerFile.read(home.serverFile()).orElseThrow().database();
            assertThat(now.pid()).isNotEqualTo(killed.pid());
        }
    }

    @Test
    void anOrphanIsStoppedByItsOwnNumber() throws IOException {
        var home = TestHomes.empty("orphan").prepare();
        new DataDirectory(home, TestHomes.engine(), TestHomes.engines()).prepare();
        var orphan = new ServerStart(home, TestHomes.engine()).run(ServerFile.Passwords.random());
        var handle = orphan.process().server();

        try (var database = EmbeddedDatabase.open(home, Sharing.ALONE)) {
            assertThat(orphan.process().ended()).succeedsWithin(Duration.ofSeconds(20));
            assertThat(handle.isAlive()).isFalse();
            assertThat(ServerFile.read(home.serverFile()).orElseThrow().database().pid())
                    .isNotEqualTo(handle.pid());
            assertThat(answers(database.administrator())).isTrue();
        }
    }

    @Test
    void aProcessThatOnlyHasTheNumberOfAnOrphanIsLeftAlone() throws IOException {
        var home = TestHomes.empty("innocent").prepare();
        var innocent = new ProcessBuilder("sleep", "60").start();
        try {
            var running = ServerFile.Running.of(innocent.toHandle());
            for (var named :
                    List.of(
                            running,
                            new ServerFile.Running(
                                    running.pid(), running.started().minusSeconds(1)))) {
                new ServerFile(
                                ServerFile.Running.of(ProcessHandle.current()),
                                named,
                                1,
                                home.data().toString(),
                                true,
                                null,
                                ServerFile.Passwords.random())
                        .write(home.serverFile());
                Orphan.stop(home);
                assertThat(innocent.isAlive()).isTrue();
            }
        } finally {
            innocent.destroy();
        }
    }

    @Test
    void unsafeSettingsAreNamedOneByOne() {
        var problems =
                ServerSettings.problems(
                        Map.of(
                                "version", "9.7.4",
                                "innodb_flush_log_at_trx_commit", "2",
                                "innodb_doublewrite", "OFF",
                                "default_storage_engine", "MyISAM",
                                "sql_mode", "NO_ENGINE_SUBSTITUTION",
                                "log_bin", "ON",
                                "sync_binlog", "0",
                                "binlog_format", "STATEMENT"));
        assertThat(problems)
                .containsExactly(
                        "innodb_flush_log_at_trx_commit must be 1, it is 2",
                        "innodb_doublewrite must be ON",
                        "default_storage_engine must be InnoDB, it is MyISAM",
                        "sql_mode must have STRICT_TRANS_TABLES, it is 'NO_ENGINE_SUBSTITUTION'",
                        "sync_binlog must be 1, it is 0",
                        "binlog_format must be ROW, it is STATEMENT");
        assertThat(ServerSettings.problems(Map.of("version", "8.0.11-TiDB-v8.5.0")))
                .first()
                .asString()
                .contains("no triggers");
    }

    private static boolean answers(DatabaseAccount account) {
        try (var connection = account.connect()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    private static List<String> settings(EmbeddedDatabase database, String... names)
            throws SQLException {
        var values = new ArrayList<String>();
        try (var connection = database.administrator().connect();
                var statement = connection.createStatement()) {
            for (var name : names) {
                try (var result = statement.executeQuery("SELECT @@GLOBAL." + name)) {
                    result.next();
                    var value = result.getString(1);
                    values.add(
                            name.matches("innodb_doublewrite|local_infile")
                                    ? (value.matches("1|ON") ? "ON" : "OFF")
                                    : value);
                }
            }
        }
        return values;
    }
}
