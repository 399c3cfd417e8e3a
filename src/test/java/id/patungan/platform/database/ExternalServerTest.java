package id.patungan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import static java.util.Objects.requireNonNull;

import id.patungan.testing.DatabaseTest;
import id.patungan.testing.SuperUser;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;

import java.sql.SQLException;

import javax.sql.DataSource;

/** What a server of the operator's own must be; the server under test plays it. */
@DatabaseTest
class ExternalServerTest {

    @Autowired private FlywayConnectionDetails flyway;
    @Autowired private DataSource dataSource;
    @Autowired private SuperUser superUser;

    @Test
    void aServerThatIsSafeIsAccepted() {
        assertThatNoException().isThrownBy(() -> new ExternalServer(owner(), "patungan_app"));
    }

    @Test
    void oneUserForBothPartsIsRefusedSayingHowToMakeTwo() {
        assertThatExceptionOfType(EnvironmentException.class)
                .isThrownBy(() -> new ExternalServer(owner(), owner().user()))
                .withMessageContaining("needs two users")
                .withMessageContaining("CREATE USER patungan_owner");
    }

    @Test
    void aServerThatMayLoseCommitsIsRefused() throws SQLException {
        superUser.execute("SET GLOBAL innodb_flush_log_at_trx_commit = 2");
        try {
            assertThatExceptionOfType(EnvironmentException.class)
                    .isThrownBy(() -> new ExternalServer(owner(), "patungan_app"))
                    .withMessageContaining("innodb_flush_log_at_trx_commit must be 1, it is 2");
        } finally {
            superUser.execute("SET GLOBAL innodb_flush_log_at_trx_commit = 1");
        }
    }

    @Test
    void aServerOnWhichTriggersCannotBeMadeIsRefused() throws SQLException {
        var account = superUser.account("no_triggers");
        superUser.execute(
                "CREATE USER " + account + " IDENTIFIED BY 'probe-pw'",
                "GRANT SELECT, INSERT, CREATE, DROP ON patungan.* TO " + account);
        try {
            assertThatExceptionOfType(EnvironmentException.class)
                    .isThrownBy(() ->
                            new ExternalServer(
                                    new DatabaseAccount(owner().url(), "no_triggers", "probe-pw"),
                                    "patungan_app"))
                    .withMessageContaining("may not make triggers");
        } finally {
            superUser.execute("DROP USER " + account);
        }
    }

    @Test
    void theRightsThatTheMigrationsGiveDoNotReachTheBooks() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            assertThat(ApplicationRights.problems(connection)).isEmpty();
        }
    }

    @Test
    void aRightToRewriteTheBooksIsFound() throws SQLException {
        superUser.grantToApplication("UPDATE, DROP", "journal_entry");
        try (var connection = dataSource.getConnection()) {
            assertThat(ApplicationRights.problems(connection))
                    .hasSize(2)
                    .allSatisfy(problem -> assertThat(problem).endsWith("on journal_entry"));
            assertThatExceptionOfType(EnvironmentException.class)
                    .isThrownBy(() -> new ApplicationRights(dataSource))
                    .withMessageContaining("could rewrite the books");
        } finally {
            superUser.revokeFromApplication("UPDATE, DROP", "journal_entry");
        }
    }

    @Test
    void aRightOnTheWholeSchemaIsFound() throws SQLException {
        superUser.grantToApplication("DELETE", "patungan.*");
        try (var connection = dataSource.getConnection()) {
            assertThat(ApplicationRights.problems(connection))
                    .singleElement()
                    .asString()
                    .contains("DELETE on a whole schema");
        } finally {
            superUser.revokeFromApplication("DELETE", "patungan.*");
        }
    }

    private DatabaseAccount owner() {
        return new DatabaseAccount(
                requireNonNull(flyway.getJdbcUrl()),
                requireNonNull(flyway.getUsername()),
                requireNonNull(flyway.getPassword()));
    }
}
