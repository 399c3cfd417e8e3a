package id.patungan.testing;

import id.patungan.testing.Faults.Fault;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;

import javax.sql.DataSource;

/** Hands out connections on which the {@link Faults} of a test happen, as a server shows them. */
public final class FaultyDataSource extends DelegatingDataSource {

    private final Faults faults;

    /** Around the real one. */
    public FaultyDataSource(DataSource real, Faults faults) {
        super(real);
        this.faults = faults;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return faulty(super.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return faulty(super.getConnection(username, password));
    }

    private Connection faulty(Connection real) {
        return proxy(
                Connection.class,
                (method, arguments) -> {
                    if (method.getName().equals("commit") && !real.getAutoCommit()) {
                        commit(real);
                        return null;
                    }
                    var result = call(real, method, arguments);
                    return result instanceof Statement statement ? faulty(statement, real) : result;
                });
    }

    private Statement faulty(Statement real, Connection connection) {
        var type =
                real instanceof CallableStatement
                        ? CallableStatement.class
                        : real instanceof PreparedStatement
                                ? PreparedStatement.class
                                : Statement.class;
        return proxy(
                type,
                (method, arguments) -> {
                    if (method.getName().startsWith("execute") && !connection.getAutoCommit()) {
                        execute(connection);
                    }
                    return call(real, method, arguments);
                });
    }

    private void commit(Connection real) throws SQLException {
        var fault = faults.draw(true);
        if (fault == Fault.COMMIT_REFUSED) {
            real.rollback();
            throw deadlock();
        }
        if (fault == Fault.COMMIT_NOT_SENT) {
            throw dropped(real);
        }
        real.commit();
        if (fault == Fault.COMMIT_ANSWER_LOST) {
            throw dropped(real);
        }
    }

    private void execute(Connection real) throws SQLException {
        var fault = faults.draw(false);
        if (fault == Fault.DEADLOCK) {
            real.rollback();
            throw deadlock();
        }
        if (fault == Fault.LOCK_WAIT_TIMEOUT) {
            throw new SQLException("Lock wait timeout exceeded (injected)", "HY000", 1205);
        }
        if (fault == Fault.CONNECTION_DROPPED) {
            throw dropped(real);
        }
    }

    private static SQLException deadlock() {
        return new SQLTransactionRollbackException(
                "Deadlock found when trying to get lock (injected)", "40001", 1213);
    }

    /**
     * Closes the socket underneath the pool, so that the server really rolls back, and lets the
     * pool find out, so that from now on it says of the connection only that it is closed.
     */
    private static SQLException dropped(Connection real) throws SQLException {
        real.unwrap(com.mysql.cj.jdbc.JdbcConnection.class).abortInternal();
        try (var statement = real.createStatement()) {
            statement.execute("DO 0");
        } catch (SQLException e) {
            return new SQLNonTransientConnectionException(
                    "Communications link failure (injected)", "08S01", 0, e);
        }
        throw new IllegalStateException("A connection that was dropped still answers");
    }

    private interface Handler {
        @Nullable Object handle(Method method, @Nullable Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (self, method, arguments) ->
                                handler.handle(
                                        method, arguments == null ? new Object[0] : arguments)));
    }

    private static @Nullable Object call(Object real, Method method, @Nullable Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
