package id.patungan.ledger;

import static id.patungan.ledger.RawJournal.AT;
import static id.patungan.ledger.RawJournal.CONTENT;
import static id.patungan.ledger.RawJournal.DAY;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import id.patungan.basics.PartyId;
import id.patungan.platform.Access;
import id.patungan.testing.DatabaseTest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.stream.Stream;

import javax.sql.DataSource;

/**
 * What a hostile application may try with the database account of the program, statement by
 * statement: the database refuses all of it, whatever the Java code above would have done.
 */
@DatabaseTest
class GuardTest {

    private static final String DENIED = "denied";
    private static final String FOREIGN_KEY = "foreign key";
    private static final String DUPLICATE = "Duplicate";
    private static final String CHECK = "ck_";
    private static final Hash WRONG = Hash.sha256(new byte[] {2});

    @Autowired private Books books;
    @Autowired private Ledger ledger;
    @Autowired private DataSource dataSource;

    private Connection connection;
    private RawJournal raw;
    private Access access;
    private Hash head;

    /** One thing to try; the head of the book is at entry 1. */
    interface Attack {
        void run(GuardTest on, RawJournal raw) throws SQLException;
    }

    @BeforeEach
    void aBookWithOneEntry() throws SQLException {
        access = TestBooks.open(books);
        ledger.post(access, TestBooks.dues("first", 1));
        connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        raw = new RawJournal(connection, access.body());
        head = raw.head();
    }

    @AfterEach
    void nothingIsKept() throws SQLException {
        connection.rollback();
        try (var statement = connection.createStatement()) {
            statement.execute("SET SESSION foreign_key_checks = 1, unique_checks = 1");
            statement.execute("SET SESSION sql_mode = @@GLOBAL.sql_mode");
            if (isMariaDb()) {
                statement.execute("SET SESSION check_constraint_checks = 1");
            }
        }
        connection.setAutoCommit(true);
        connection.close();
    }

    @Test
    void theSameStatementsWithoutAnAttackPostAnEntryAndABatch() throws SQLException {
        var second = raw.header(2, head, 2);
        raw.lines(2);
        raw.seal(2, second);
        var third = raw.header(3, second, 2);
        raw.lines(3);
        var fourth = raw.header(4, third, 2);
        raw.lines(4);
        raw.seal(4, fourth);
        raw.periodEvent(1, "2006-01-31", "close", null);
        raw.closed(1, "2006-01-31");
        raw.periodEvent(2, "2005-12-31", "reopen", "perlu");
        raw.closed(2, "2005-12-31");

        assertThat(raw.head()).isEqualTo(fourth);
    }

    @ParameterizedTest
    @MethodSource({"imbalance", "chain", "sealedRows", "heads", "periods", "constraints", "rights"})
    void isRefused(String expected, Attack attack) {
        assertThatThrownBy(() -> attack.run(this, raw))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(expected);
    }

    /** MariaDB lets any session switch its constraints off, so the seal repeats what they say. */
    @ParameterizedTest
    @MethodSource("withoutConstraints")
    void isRefusedByTheSealWhereASessionCanSwitchConstraintsOffAndByThemElsewhere(
            String expected, Attack attack) throws SQLException {
        if (isMariaDb()) {
            raw.run("SET SESSION check_constraint_checks = 0");
            isRefused(expected, attack);
        } else {
            assertThatThrownBy(() -> raw.run("SET SESSION check_constraint_checks = 0"))
                    .hasMessageContaining("Unknown system variable");
            isRefused("is violated", attack);
        }
    }

    static Stream<Arguments> imbalance() {
        return Stream.of(
                attack(
                        "zero as a whole but not in each fund",
                        "LEDGER-06",
                        (on, raw) -> {
                            var hash = raw.header(2, on.head, 4);
                            raw.line(2, 1, "UMUM", 5);
                            raw.line(2, 2, "UMUM", 1);
                            raw.line(2, 3, "CADANGAN", -5);
                            raw.line(2, 4, "CADANGAN", -1);
                            raw.seal(2, hash);
                        }),
                attack(
                        "a single line in a fund",
                        "LEDGER-06",
                        (on, raw) -> {
                            var hash = raw.header(2, on.head, 2);
                            raw.line(2, 1, "UMUM", 5);
                            raw.line(2, 2, "CADANGAN", -5);
                            raw.seal(2, hash);
                        }),
                attack(
                        "the second of a batch does not balance",
                        "LEDGER-06",
                        (on, raw) -> {
                            var second = raw.header(2, on.head, 2);
                            raw.lines(2);
                            var third = raw.header(3, second, 2);
                            raw.line(3, 1, "UMUM", 5);
                            raw.line(3, 2, "UMUM", -4);
                            raw.seal(3, third);
                        }),
                attack(
                        "no lines",
                        "LEDGER-06",
                        (on, raw) -> raw.seal(2, raw.header(2, on.head, 0))),
                attack(
                        "no lines in the second of a batch",
                        "LEDGER-06",
                        (on, raw) -> {
                            var second = raw.header(2, on.head, 2);
                            raw.lines(2);
                            raw.seal(3, raw.header(3, second, 0));
                        }),
                attack(
                        "a wrong line count",
                        "LEDGER-06",
                        (on, raw) -> {
                            var hash = raw.header(2, on.head, 3);
                            raw.lines(2);
                            raw.seal(2, hash);
                        }),
                attack(
                        "two wrong line counts that cancel in a batch",
                        "LEDGER-06",
                        (on, raw) -> {
                            var second = raw.header(2, on.head, 3);
                            raw.lines(2);
                            var third = raw.header(3, second, 1);
                            raw.lines(3);
                            raw.seal(3, third);
                        }),
                attack(
                        "a hole in the line numbers",
                        "LEDGER-06",
                        (on, raw) -> {
                            var hash = raw.header(2, on.head, 2);
                            raw.line(2, 1, "UMUM", 5);
                            raw.line(2, 7, "UMUM", -5);
                            raw.seal(2, hash);
                        }),
                attack(
                        "a line dated differently from its entry",
                        "LEDGER-06",
                        (on, raw) -> {
                            var hash = raw.header(2, on.head, 2);
                            raw.line(2, 1, "UMUM", 5);
                            raw.line(
                                    "INSERT",
                                    2,
                                    2,
                                    "2005-01-15",
                                    raw.account("41100"),
                                    raw.fund("UMUM"),
                                    -5);
                            raw.seal(2, hash);
                        }),
                attack(
                        "another entry left beyond the new head",
                        "LEDGER-06",
                        (on, raw) -> {
                            var second = raw.header(2, on.head, 2);
                            raw.lines(2);
                            raw.header(3, second, 2);
                            raw.lines(3);
                            raw.seal(2, second);
                        }));
    }

    static Stream<Arguments> chain() {
        return Stream.of(
                attack(
                        "a closed date",
                        "LEDGER-04",
                        (on, raw) -> {
                            var hash =
                                    raw.header(2, on.head, 2, "2005-12-31", "k", AT, "siti", null);
                            raw.lines(2);
                            raw.seal(2, hash);
                        }),
                attack(
                        "a skipped number",
                        "LEDGER-04",
                        (on, raw) -> {
                            var hash = raw.header(3, on.head, 2);
                            raw.lines(3);
                            raw.seal(3, hash);
                        }),
                attack("a number that is not there", "LEDGER-04", (on, raw) -> raw.seal(2, WRONG)),
                attack(
                        "a hash that is not that of the row",
                        "LEDGER-04",
                        (on, raw) -> {
                            raw.insertHeader(
                                    "INSERT", 2, on.head, 2, DAY, "k", AT, "siti", null, WRONG);
                            raw.lines(2);
                            raw.seal(2, WRONG);
                        }),
                attack(
                        "a link to another past, with a head that matches it",
                        "LEDGER-04",
                        (on, raw) -> {
                            var hash = raw.header(2, WRONG, 2);
                            raw.lines(2);
                            raw.seal(2, hash);
                        }),
                attack(
                        "a link to another past in the second of a batch",
                        "LEDGER-04",
                        (on, raw) -> {
                            raw.header(2, on.head, 2);
                            raw.lines(2);
                            var third = raw.header(3, on.head, 2);
                            raw.lines(3);
                            raw.seal(3, third);
                        }),
                attack(
                        "a hash for another person than the row names",
                        "LEDGER-04",
                        (on, raw) -> {
                            var hash = Chain.link(on.head, CONTENT, 1, 2, AT, "budi", null);
                            raw.insertHeader(
                                    "INSERT", 2, on.head, 2, DAY, "k", AT, "siti", null, hash);
                            raw.lines(2);
                            raw.seal(2, hash);
                        }),
                attack(
                        "a reversal of an entry that is not there",
                        // MySQL 9.7 does not see the foreign key of a table to itself: the seal
                        // does
                        "",
                        (on, raw) -> {
                            on.reversal(raw, 2, 99, "'x'");
                            raw.lines(2);
                            raw.seal(2, raw.hash(2));
                        }),
                attack(
                        "a reversal of itself",
                        "LEDGER-04",
                        (on, raw) -> {
                            on.reversal(raw, 2, 2, "'x'");
                            raw.lines(2);
                            raw.seal(2, raw.hash(2));
                        }),
                attack(
                        "a reversal of a later entry of the batch",
                        "",
                        (on, raw) -> {
                            on.reversal(raw, 2, 3, "'x'");
                            raw.lines(2);
                            var third = raw.header(3, raw.hash(2), 2);
                            raw.lines(3);
                            raw.seal(3, third);
                        }),
                attack(
                        "recorded before the entry before it",
                        "LEDGER-04",
                        (on, raw) -> {
                            var before = LocalDateTime.of(2001, 1, 1, 0, 0);
                            var hash = raw.header(2, on.head, 2, DAY, "k", before, "siti", null);
                            raw.lines(2);
                            raw.seal(2, hash, before);
                        }),
                attack(
                        "a head that is not the hash of the last entry",
                        "LEDGER-05",
                        (on, raw) -> {
                            raw.header(2, on.head, 2);
                            raw.lines(2);
                            raw.seal(2, WRONG);
                        }),
                attack(
                        "a head that is not the hash of the last of a batch",
                        "LEDGER-05",
                        (on, raw) -> {
                            var second = raw.header(2, on.head, 2);
                            raw.lines(2);
                            raw.header(3, second, 2);
                            raw.lines(3);
                            raw.seal(3, second);
                        }));
    }

    static Stream<Arguments> sealedRows() {
        return Stream.of(
                attack("a line into a sealed entry", "LEDGER-01", (on, raw) -> raw.lines(1)),
                attack(
                        "a header with a sealed number",
                        "LEDGER-01",
                        (on, raw) -> raw.header(1, on.head, 2)),
                attack(
                        "INSERT IGNORE of a header with a sealed number",
                        "LEDGER-01",
                        (on, raw) ->
                                raw.insertHeader(
                                        "INSERT IGNORE",
                                        1,
                                        on.head,
                                        2,
                                        DAY,
                                        "k",
                                        AT,
                                        "siti",
                                        null,
                                        WRONG)),
                attack(
                        "INSERT IGNORE of a line without an amount",
                        "LEDGER-06",
                        (on, raw) -> {
                            var hash = raw.header(2, on.head, 3);
                            raw.lines(2);
                            raw.line(
                                    "INSERT IGNORE",
                                    2,
                                    3,
                                    DAY,
                                    raw.account("11200"),
                                    raw.fund("UMUM"),
                                    0);
                            raw.seal(2, hash);
                        }),
                attack(
                        "foreign keys switched off",
                        "LEDGER-01",
                        (on, raw) -> {
                            raw.run("SET SESSION foreign_key_checks = 0");
                            raw.header(2, on.head, 2);
                        }),
                attack(
                        "foreign keys switched off between header and lines",
                        "LEDGER-01",
                        (on, raw) -> {
                            raw.header(2, on.head, 2);
                            raw.run("SET SESSION foreign_key_checks = 0");
                            raw.lines(2);
                        }),
                attack(
                        "unique checks switched off",
                        "LEDGER-01",
                        (on, raw) -> {
                            raw.run("SET SESSION unique_checks = 0");
                            raw.header(2, on.head, 2);
                        }),
                attack(
                        "a date that does not exist, with the strict mode switched off",
                        "",
                        (on, raw) -> {
                            raw.run("SET SESSION sql_mode = ''");
                            var hash =
                                    raw.header(2, on.head, 2, "2006-02-31", "k", AT, "siti", null);
                            raw.lines(2);
                            raw.seal(2, hash);
                        }),
                attack(
                        "REPLACE of an entry",
                        DENIED,
                        (on, raw) ->
                                raw.insertHeader(
                                        "REPLACE", 1, on.head, 2, DAY, "k", AT, "siti", null,
                                        WRONG)),
                attack(
                        "ON DUPLICATE KEY UPDATE of an entry",
                        DENIED,
                        (on, raw) ->
                                raw.run(
                                        "INSERT INTO journal_entry SELECT * FROM journal_entry e WHERE e.book_id = :book"
                                                + " ON DUPLICATE KEY UPDATE description = 'x'")),
                attack(
                        "ON DUPLICATE KEY UPDATE of a line",
                        DENIED,
                        (on, raw) ->
                                raw.run(
                                        "INSERT INTO posting SELECT * FROM posting p WHERE p.book_id = :book"
                                                + " ON DUPLICATE KEY UPDATE amount = 1")));
    }

    static Stream<Arguments> heads() {
        return Stream.of(
                attack("the hash of the head alone", "LEDGER-03", (on, raw) -> raw.seal(1, WRONG)),
                attack(
                        "the time of the head alone",
                        "LEDGER-03",
                        (on, raw) -> raw.seal(1, on.head)),
                attack("the head back", "LEDGER-03", (on, raw) -> raw.seal(0, on.head)),
                attack(
                        "the number of the chart back",
                        "LEDGER-03",
                        (on, raw) ->
                                raw.run("UPDATE book_head SET chart_no = 0 WHERE book_id = :book")),
                attack(
                        "the head of another book",
                        DENIED,
                        (on, raw) ->
                                raw.run("UPDATE book_head SET book_id = 1 WHERE book_id = :book")),
                attack(
                        "the head deleted",
                        DENIED,
                        (on, raw) -> raw.run("DELETE FROM book_head WHERE book_id = :book")),
                attack(
                        "a book that starts beyond its genesis",
                        "LEDGER-03",
                        (on, raw) -> {
                            raw.run(
                                    "INSERT INTO book VALUES (699999, 'RAW', UUID(), 'IDR', 'Asia/Jakarta', '2006-01-01', 0, '2006-01-01')");
                            raw.run(
                                    "INSERT INTO book_head VALUES (699999, 5, X'"
                                            + WRONG.hex()
                                            + "', '2006-01-01', '2005-12-31', 0, 0)");
                        }),
                attack(
                        "a book that starts with another hash",
                        "LEDGER-03",
                        (on, raw) -> {
                            raw.run(
                                    "INSERT INTO book VALUES (699999, 'RAW', UUID(), 'IDR', 'Asia/Jakarta', '2006-01-01', 0, '2006-01-01')");
                            raw.run(
                                    "INSERT INTO book_head VALUES (699999, 0, X'"
                                            + WRONG.hex()
                                            + "', '2006-01-01', '2005-12-31', 0, 0)");
                        }));
    }

    static Stream<Arguments> periods() {
        return Stream.of(
                attack(
                        "a close without a record",
                        "LEDGER-07",
                        (on, raw) -> raw.closed(1, "2006-01-31")),
                attack(
                        "a close of two months",
                        "LEDGER-07",
                        (on, raw) -> {
                            raw.periodEvent(1, "2006-02-28", "close", null);
                            raw.closed(1, "2006-02-28");
                        }),
                attack(
                        "a close in the middle of a month",
                        "LEDGER-07",
                        (on, raw) -> {
                            raw.periodEvent(1, "2006-01-15", "close", null);
                            raw.closed(1, "2006-01-15");
                        }),
                attack(
                        "a close recorded as a reopening",
                        "LEDGER-07",
                        (on, raw) -> {
                            raw.periodEvent(1, "2006-01-31", "reopen", "x");
                            raw.closed(1, "2006-01-31");
                        }),
                attack(
                        "a close together with a move of the head",
                        "LEDGER-07",
                        (on, raw) -> {
                            raw.periodEvent(1, "2006-01-31", "close", null);
                            var hash = raw.header(2, on.head, 2);
                            raw.lines(2);
                            raw.run(
                                    "UPDATE book_head SET last_no = 2, head_hash = X'"
                                            + hash.hex()
                                            + "', last_recorded_at = '2099-01-01', closed_through = '2006-01-31', period_seq = 1"
                                            + " WHERE book_id = :book");
                        }),
                attack(
                        "a reopening without a reason",
                        CHECK,
                        (on, raw) -> {
                            raw.periodEvent(1, "2006-01-31", "close", null);
                            raw.closed(1, "2006-01-31");
                            raw.periodEvent(2, "2005-12-31", "reopen", null);
                        }),
                attack(
                        "a reopening of what was never closed",
                        "LEDGER-07",
                        (on, raw) -> {
                            raw.periodEvent(1, "2005-11-30", "reopen", "x");
                            raw.closed(1, "2005-11-30");
                        }),
                attack(
                        "a record for a later close",
                        "LEDGER-01",
                        (on, raw) -> raw.periodEvent(7, "2006-01-31", "close", null)),
                attack(
                        "a changed record",
                        DENIED,
                        (on, raw) -> raw.run("UPDATE period_event SET actor = 'x'")),
                attack(
                        "a deleted record",
                        DENIED,
                        (on, raw) -> raw.run("DELETE FROM period_event")));
    }

    static Stream<Arguments> constraints() {
        return Stream.of(
                attack(
                        "an account of another book",
                        FOREIGN_KEY,
                        (on, raw) -> {
                            raw.header(2, on.head, 2);
                            raw.line("INSERT", 2, 1, DAY, 4711, raw.fund("UMUM"), 5);
                        }),
                attack(
                        "a party that only another book knows",
                        FOREIGN_KEY,
                        (on, raw) -> {
                            on.otherBookWithParty(77);
                            raw.header(2, on.head, 2);
                            raw.run(
                                    "INSERT INTO posting (book_id, entry_no, line_no, entry_date, account_id, fund_id, amount, party_id)"
                                            + " VALUES (:book, 2, 1, '2006-01-15', 1, 1, 5, 77)");
                        }),
                attack(
                        "a source key that is posted",
                        DUPLICATE,
                        (on, raw) -> raw.header(2, on.head, 2, DAY, "first", AT, "siti", null)),
                attack(
                        "a second reversal",
                        DUPLICATE,
                        (on, raw) -> {
                            on.reversal(raw, 2, 1, "'x'");
                            on.reversal(raw, 3, 1, "'x'");
                        }),
                attack(
                        "a reversal without a reason",
                        CHECK,
                        (on, raw) -> on.reversal(raw, 2, 1, "NULL")),
                attack(
                        "an approval by the preparer",
                        CHECK,
                        (on, raw) -> raw.header(2, on.head, 2, DAY, "k", AT, "siti", "siti")),
                attack(
                        "a handle that could imitate another",
                        CHECK,
                        (on, raw) -> raw.header(2, on.head, 2, DAY, "k", AT, "siti:budi", null)),
                attack(
                        "a line without an amount",
                        CHECK,
                        (on, raw) -> {
                            raw.header(2, on.head, 2);
                            raw.line(2, 1, "UMUM", 0);
                        }),
                attack(
                        "half of an original amount",
                        CHECK,
                        (on, raw) -> {
                            raw.header(2, on.head, 2);
                            on.halfOriginal(raw, 1);
                        }));
    }

    static Stream<Arguments> withoutConstraints() {
        return Stream.of(
                attack(
                        "a line without an amount",
                        "LEDGER-06",
                        (on, raw) -> {
                            var hash = raw.header(2, on.head, 3);
                            raw.lines(2);
                            raw.line(2, 3, "UMUM", 0);
                            raw.seal(2, hash);
                        }),
                attack(
                        "half of an original amount",
                        "LEDGER-06",
                        (on, raw) -> {
                            var hash = raw.header(2, on.head, 2);
                            on.halfOriginal(raw, 1);
                            raw.line(2, 2, "UMUM", -5);
                            raw.seal(2, hash);
                        }),
                attack(
                        "an approval by the preparer",
                        "LEDGER-04",
                        (on, raw) -> {
                            var hash = raw.header(2, on.head, 2, DAY, "k", AT, "siti", "siti");
                            raw.lines(2);
                            raw.seal(2, hash);
                        }),
                attack(
                        "an approval by the preparer in a batch",
                        "LEDGER-04",
                        (on, raw) -> {
                            var second = raw.header(2, on.head, 2);
                            raw.lines(2);
                            var third = raw.header(3, second, 2, DAY, "k", AT, "siti", "siti");
                            raw.lines(3);
                            raw.seal(3, third);
                        }),
                attack(
                        "a handle that could imitate another",
                        "LEDGER-04",
                        (on, raw) -> {
                            var hash = raw.header(2, on.head, 2, DAY, "k", AT, "siti:budi", null);
                            raw.lines(2);
                            raw.seal(2, hash);
                        }),
                attack(
                        "a reopening without a reason",
                        "LEDGER-07",
                        (on, raw) -> {
                            raw.periodEvent(1, "2006-01-31", "close", null);
                            raw.closed(1, "2006-01-31");
                            raw.periodEvent(2, "2005-12-31", "reopen", null);
                            raw.closed(2, "2005-12-31");
                        }));
    }

    static Stream<Arguments> rights() {
        return Stream.of(
                        "UPDATE journal_entry SET description = 'x'",
                        "UPDATE posting SET amount = amount + 1",
                        "DELETE FROM journal_entry",
                        "DELETE FROM posting",
                        "TRUNCATE TABLE journal_entry",
                        "TRUNCATE TABLE posting",
                        "DROP TABLE posting",
                        "DROP TRIGGER posting_bu",
                        "DROP TRIGGER book_head_bu",
                        "CREATE TRIGGER mine BEFORE INSERT ON posting FOR EACH ROW SET NEW.amount = 1",
                        "ALTER TABLE posting DROP CONSTRAINT ck_posting_amount",
                        "RENAME TABLE posting TO other",
                        "DROP PROCEDURE ledger_discard_unsealed",
                        "UPDATE book SET uid = UUID()",
                        "UPDATE book SET currency = 'EUR'",
                        "UPDATE account SET code = '1'",
                        "UPDATE account SET kind = 'asset'",
                        "UPDATE fund SET code = 'X'",
                        "UPDATE book_party SET code = 'X'",
                        "DELETE FROM account",
                        "UPDATE draft_version SET description = 'x'",
                        "DELETE FROM draft_decision",
                        "SET GLOBAL foreign_key_checks = 0")
                .map(sql -> attack(sql, DENIED, (on, raw) -> raw.run(sql)));
    }

    @Test
    void discardingTouchesOnlyWhatIsBeyondTheHead() throws SQLException {
        raw.header(2, head, 2);
        raw.lines(2);
        raw.periodEvent(1, "2006-01-31", "close", null);
        connection.commit();
        LedgerTest.assertRefused(
                "ledger.blocked-by-unsealed",
                () -> ledger.post(access, TestBooks.dues("second", 1)));

        ledger.discardUnsealed(access);

        assertThat(ledger.post(access, TestBooks.dues("second", 1)).no()).isEqualTo(2);
        assertThat(raw.one("SELECT COUNT(*) FROM posting WHERE book_id = :book")).isEqualTo("4");
        ledger.close(access, java.time.YearMonth.of(2006, 1));
    }

    @Test
    void evenTheOwnerOfTheTablesChangesNothingThatIsSealed() throws SQLException {
        for (var sql :
                new String[] {
                    "UPDATE journal_entry SET description = 'x' WHERE book_id = ",
                    "UPDATE posting SET amount = amount + 1 WHERE book_id = ",
                    "DELETE FROM posting WHERE book_id = ",
                    "DELETE FROM book_head WHERE book_id = ",
                    "UPDATE account SET code = 'X' WHERE account_id = 1 AND book_id = "
                }) {
            assertThatThrownBy(() -> superUser.execute(sql + access.body().value()))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("LEDGER-0");
        }
    }

    @Autowired private id.patungan.testing.SuperUser superUser;

    private void otherBookWithParty(int party) {
        var other = TestBooks.open(books);
        books.registerParty(other.body(), new PartyId(party), "P-" + party, "Pihak lain");
    }

    private void reversal(RawJournal raw, long no, long reverses, String reason)
            throws SQLException {
        var hash = Chain.link(head, CONTENT, 1, no, AT, "siti", null);
        raw.run(
                "INSERT INTO journal_entry (book_id, entry_no, entry_date, recorded_at, kind, description, source_key, reverses_no, reason,"
                        + " prepared_by, line_count, form, content_hash, prev_hash, hash) VALUES (:book, "
                        + no
                        + ", '2006-01-15', '2099-01-01', 'reversal', 'raw', 'rev-"
                        + no
                        + "', "
                        + reverses
                        + ", "
                        + reason
                        + ", 'siti', 2, 1, X'"
                        + CONTENT.hex()
                        + "', X'"
                        + head.hex()
                        + "', X'"
                        + hash.hex()
                        + "')");
    }

    private void halfOriginal(RawJournal raw, int line) throws SQLException {
        raw.run(
                "INSERT INTO posting (book_id, entry_no, line_no, entry_date, account_id, fund_id, amount, orig_currency)"
                        + " VALUES (:book, 2, "
                        + line
                        + ", '2006-01-15', "
                        + raw.account("11200")
                        + ", "
                        + raw.fund("UMUM")
                        + ", 5, 'EUR')");
    }

    private boolean isMariaDb() throws SQLException {
        return raw.one("SELECT VERSION()").contains("MariaDB");
    }

    private static Arguments attack(String name, String expected, Attack attack) {
        return argumentSet(name, expected, attack);
    }
}
