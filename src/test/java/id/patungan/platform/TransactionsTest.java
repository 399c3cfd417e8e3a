package id.patungan.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.testing.DatabaseTest;
import id.patungan.testing.Faults;
import id.patungan.testing.Faults.Fault;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.UnexpectedRollbackException;

import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

@DatabaseTest
class TransactionsTest {

    @Autowired Transactions transactions;
    @Autowired Faults faults;
    @Autowired JdbcTemplate sql;

    private final String key = UUID.randomUUID().toString();
    private final AtomicInteger attempts = new AtomicInteger();

    @AfterEach
    void nothingGoesWrongAnyMore() {
        faults.none();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void theWholeUnitRunsAgainAndIsStoredOnce(Fault fault) {
        var before = faults.injected(fault);
        faults.next(fault);

        var answer = transactions.run(this::lookUpAndWrite);

        assertThat(answer).isEqualTo(key);
        assertThat(faults.injected(fault)).isEqualTo(before + 1);
        assertThat(attempts).hasValue(2);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void severalFaultsInARowAreOvercome() {
        faults.next(
                Fault.DEADLOCK,
                Fault.CONNECTION_DROPPED,
                Fault.COMMIT_REFUSED,
                Fault.COMMIT_ANSWER_LOST);

        transactions.run(this::lookUpAndWrite);

        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void attemptsAreBounded() {
        faults.next(
                Fault.DEADLOCK,
                Fault.DEADLOCK,
                Fault.DEADLOCK,
                Fault.DEADLOCK,
                Fault.DEADLOCK,
                Fault.DEADLOCK,
                Fault.DEADLOCK,
                Fault.DEADLOCK,
                Fault.DEADLOCK,
                Fault.DEADLOCK);

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> transactions.run(this::lookUpAndWrite));

        assertThat(attempts).hasValue(8);
        faults.none();
        assertThat(stored()).isZero();
    }

    @Test
    void onlyTheOuterUnitIsRetried() {
        var outer = new AtomicInteger();
        transactions.run(() -> {
            if (outer.incrementAndGet() == 1) {
                faults.next(Fault.LOCK_WAIT_TIMEOUT);
            }
            return transactions.run(this::lookUpAndWrite);
        });
        assertThat(outer).hasValue(2);
        assertThat(attempts).hasValue(2);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void aRefusalIsNotRetriedAndStoresNothing() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() ->
                        transactions.run(() -> {
                            lookUpAndWrite();
                            throw new IllegalArgumentException("no");
                        }));
        assertThat(attempts).hasValue(1);
        assertThat(stored()).isZero();
    }

    @Test
    void anInnerRefusalThatTheOuterUnitSwallowsStillUndoesEverything() {
        assertThatExceptionOfType(UnexpectedRollbackException.class)
                .isThrownBy(() ->
                        transactions.run(() -> {
                            lookUpAndWrite();
                            try {
                                transactions.run(() -> {
                                    throw new IllegalArgumentException("no");
                                });
                            } catch (IllegalArgumentException swallowed) {
                                // On purpose: the unit is not whole any more
                            }
                        }));
        assertThat(stored()).isZero();
    }

    @Test
    void aReadCannotContainAWrite() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> transactions.read(() -> transactions.run(this::lookUpAndWrite)));
        assertThat(stored()).isZero();
    }

    @Test
    void whatCanHelpIsToldFromWhatCannot() {
        assertThat(Transactions.isTransient(caused(new SQLException("", "40001", 1213)))).isTrue();
        assertThat(Transactions.isTransient(caused(new SQLException("", "HY000", 1205)))).isTrue();
        assertThat(Transactions.isTransient(caused(new SQLException("", "HY000", 1020)))).isTrue();
        assertThat(Transactions.isTransient(caused(new SQLException("", "08S01", 0)))).isTrue();
        assertThat(Transactions.isTransient(caused(new SQLException("", "45000", 1644)))).isFalse();
        assertThat(Transactions.isTransient(new DuplicateKeyException("twice"))).isFalse();
    }

    @Test
    void itRunsUnderReadCommitted() {
        var level =
                transactions.run(() ->
                        sql.queryForObject("SELECT @@SESSION.transaction_isolation", String.class));
        assertThat(level).isEqualTo("READ-COMMITTED");
    }

    private String lookUpAndWrite() {
        attempts.incrementAndGet();
        if (stored() == 0) {
            sql.update(
                    "INSERT INTO command (body_id, command_key, request_digest, recorded_at)"
                            + " VALUES (0, ?, '', '2006-01-01')",
                    key);
        }
        return key;
    }

    private int stored() {
        var count =
                sql.queryForObject(
                        "SELECT COUNT(*) FROM command WHERE body_id = 0 AND command_key = ?",
                        Integer.class,
                        key);
        return count == null ? 0 : count;
    }

    private static RuntimeException caused(SQLException cause) {
        return new DataAccessResourceFailureException("wrapped", cause);
    }
}
