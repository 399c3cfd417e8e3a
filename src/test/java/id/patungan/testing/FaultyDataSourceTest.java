package id.patungan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.platform.Transactions;
import id.patungan.testing.Faults.Fault;

import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** The instrument itself: each fault leaves the database as the real one would. */
@DatabaseTest
class FaultyDataSourceTest {

    @Autowired private Transactions transactions;
    @Autowired private DSLContext sql;
    @Autowired private Faults faults;
    @Autowired private SuperUser superUser;

    @BeforeEach
    void aTable() throws SQLException {
        superUser.execute(
                "DROP TABLE IF EXISTS fault_probe",
                "CREATE TABLE fault_probe (n INT NOT NULL) ENGINE=InnoDB");
        superUser.grantToApplication("SELECT, INSERT", "fault_probe");
    }

    @AfterEach
    void noFaults() throws SQLException {
        faults.none();
        superUser.execute("DROP TABLE fault_probe");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void theUnitRunsAgainAndOnlyALostAnswerStoresTwice(Fault fault) {
        var before = faults.injected(fault);
        var attempts = new AtomicInteger();
        faults.next(fault);

        transactions.run(() -> {
            attempts.incrementAndGet();
            sql.execute("INSERT INTO fault_probe (n) VALUES (1)");
            sql.execute("INSERT INTO fault_probe (n) VALUES (2)");
        });

        assertThat(attempts).hasValue(2);
        assertThat(faults.injected(fault)).isEqualTo(before + 1);
        assertThat(sql.fetchValue("SELECT COUNT(*) FROM fault_probe"))
                .isEqualTo(fault == Fault.COMMIT_ANSWER_LOST ? 4L : 2L);
    }

    @Test
    void byChanceManyUnitsMeetFaultsAndAllSucceed() {
        faults.oneIn(7, 1);
        for (var i = 0; i < 50; i++) {
            transactions.run(() -> sql.execute("INSERT INTO fault_probe (n) VALUES (1)"));
        }
        faults.none();
        assertThat((Long) sql.fetchValue("SELECT COUNT(*) FROM fault_probe"))
                .as("what a lost answer left behind comes on top")
                .isGreaterThanOrEqualTo(50L);
    }
}
