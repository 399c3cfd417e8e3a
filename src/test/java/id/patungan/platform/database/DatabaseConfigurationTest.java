package id.patungan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.testing.DatabaseTest;
import id.patungan.testing.SuperUser;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

@DatabaseTest
class DatabaseConfigurationTest {

    @Autowired private DataSource dataSource;
    @Autowired private DSLContext sql;
    @Autowired private SuperUser superUser;

    @Test
    void theProgramWorksAsTheApplicationUserReadCommittedInUtc() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            assertThat(connection.getTransactionIsolation())
                    .isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
            assertThat(one(connection, "SELECT CURRENT_USER()")).startsWith("patungan_app@");
            assertThat(one(connection, "SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(), NOW())"))
                    .isEqualTo("0");
            assertThat(one(connection, "SELECT @@session.sql_mode"))
                    .contains("STRICT_TRANS_TABLES");
        }
        assertThat(sql.dialect()).isEqualTo(SQLDialect.MYSQL);
        assertThat(sql.settings().isRenderSchema()).isFalse();
    }

    @Test
    void theSuperUserOfTestsMayDoEverything() throws SQLException {
        superUser.execute("CREATE TABLE scratch (n INT)", "DROP TABLE scratch");
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
