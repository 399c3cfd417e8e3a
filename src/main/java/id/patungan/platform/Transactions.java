package id.patungan.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * The one way to a database transaction, and the one mechanism that retries.
 *
 * <p>A unit of work runs under READ COMMITTED. On a deadlock, a lock wait that timed out, a changed
 * record, a serialisation failure or a lost connection everything is rolled back and the <em>whole
 * unit</em> runs again, from its first statement on. That includes an answer lost at COMMIT, when
 * nobody knows whether the work was stored: a unit must therefore look up its own key (source key,
 * command key, uid) before it writes, and never make a new key inside. Nothing outside the unit may
 * be changed by it before it returns.
 */
@Component
public class Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    /** Deadlock, lock wait timeout, record changed since last read. */
    private static final Set<Integer> RETRIED_ERRORS = Set.of(1213, 1205, 1020);

    private static final int ATTEMPTS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final TransactionTemplate writing;
    private final TransactionTemplate reading;

    Transactions(PlatformTransactionManager manager) {
        writing = new TransactionTemplate(manager);
        writing.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        reading = new TransactionTemplate(manager);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        reading.setReadOnly(true);
    }

    /**
     * Runs the unit in a transaction, again if need be; inside another unit it becomes a part of
     * that one, and only the outer one is retried.
     *
     * @throws IllegalStateException if called inside {@link #read}
     */
    public <T> T run(Supplier<T> unitOfWork) {
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            throw new IllegalStateException("A unit that writes cannot be part of one that reads");
        }
        return retried(writing, unitOfWork);
    }

    /** Like {@link #run(Supplier)}, for work without a result. */
    public void run(Runnable unitOfWork) {
        retried(
                writing,
                () -> {
                    unitOfWork.run();
                    return Boolean.TRUE;
                });
    }

    /** Runs reads in one read-only transaction; inside another unit it is a part of that one. */
    public <T> T read(Supplier<T> reads) {
        return retried(reading, reads);
    }

    private static <T> T retried(TransactionTemplate template, Supplier<T> unit) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return inTransaction(template, unit);
        }
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        for (var attempt = 1; ; attempt++) {
            try {
                return inTransaction(template, unit);
            } catch (RuntimeException e) {
                if (attempt >= ATTEMPTS || System.nanoTime() - deadline > 0 || !isTransient(e)) {
                    throw e;
                }
                LOG.info("Unit of work runs again after attempt {}: {}", attempt, e.getMessage());
                pause(attempt, e);
            }
        }
    }

    // The template's result is nullable only because a callback's may be
    @SuppressWarnings("NullAway")
    private static <T> T inTransaction(TransactionTemplate template, Supplier<T> unit) {
        return template.execute(status -> unit.get());
    }

    /** Whether running the whole unit again can help. */
    static boolean isTransient(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isTransient(sql)) {
                return true;
            }
            // A rollback fails because the connection is gone; the pool then only says "closed"
            if (cause instanceof TransactionSystemException) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTransient(SQLException failure) {
        var state = failure.getSQLState();
        return RETRIED_ERRORS.contains(failure.getErrorCode())
                || "40001".equals(state)
                || (state != null && state.startsWith("08"))
                || failure instanceof SQLRecoverableException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLTransientConnectionException;
    }

    /** Longer each time, and never the same for two that collided. */
    private static void pause(int attempt, RuntimeException reason) {
        var longest =
                Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(attempt, 10));
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(1, longest + 1));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            reason.addSuppressed(interrupted);
            throw reason;
        }
    }
}
