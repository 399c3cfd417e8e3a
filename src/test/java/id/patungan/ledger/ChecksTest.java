package id.patungan.ledger;

import static id.patungan.ledger.TestBooks.dues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import id.patungan.basics.BodyId;
import id.patungan.platform.Access;
import id.patungan.platform.Role;
import id.patungan.platform.Transactions;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.SuperUser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Whoever owns the server can go around triggers and grants. Every check finds what it is there
 * for, and names it; nothing fires on a book that nobody touched.
 */
@DatabaseTest
class ChecksTest {

    /** Fires for every book of the tests, whose people are made up. */
    private static final String PEOPLE = "known-actors";

    @Autowired private Books books;
    @Autowired private Ledger ledger;
    @Autowired private Drafts drafts;
    @Autowired private Checks checks;
    @Autowired private Journal journal;
    @Autowired private CheckpointRepository ranges;
    @Autowired private BalanceRepository balances;
    @Autowired private BookRepository heads;
    @Autowired private Transactions transactions;
    @Autowired private Clock clock;
    @Autowired private SuperUser superUser;

    private Access access;

    /**
     * Eight entries: 3 undoes 2, 4 was a draft; January is closed; checkpoints over 2 and 4
     * entries.
     */
    @BeforeEach
    void aBookWithEverythingThatIsChecked() {
        access = TestBooks.open(books, false);
        ledger.post(access, dues("first", 110_000_000));
        ledger.post(access, dues("second", 55_000_000));
        ledger.reverse(access, 2, LocalDate.of(2006, 1, 20), "Tercatat dua kali", "undo");
        var draft = drafts.create(access, dues("third", 1_000));
        drafts.submit(access, draft.id(), 1);
        drafts.approve(TestBooks.as("ketua", Role.APPROVER, access.body()), draft.id(), 1);
        drafts.post(access, draft.id(), 1);
        ledger.close(access, YearMonth.of(2006, 1));
        for (var no = 5; no <= 8; no++) {
            ledger.post(access, dues("entry-" + no, no, LocalDate.of(2006, 2, no)));
        }
        new Checkpoints(ranges, balances, heads, transactions, clock, 2, 2).build(access.body());
    }

    @Test
    void aBookThatNobodyTouchedPassesEveryCheck() {
        assertThat(failing()).isEmpty();
        assertThat(checks.run(access))
                .allSatisfy(
                        result -> assertThat(result.examined()).as(result.check()).isPositive());
    }

    static Stream<Arguments> tamperings() {
        return Stream.of(
                tampering(
                        "one posting changed",
                        "UPDATE posting SET amount = amount + 1 WHERE book_id = ? AND entry_no = 5 AND line_no = 1",
                        "chain-intact",
                        "entries-balance",
                        "trial-balance-zero",
                        "checkpoints-add-up"),
                tampering(
                        "an entry changed so that it still balances",
                        "UPDATE posting SET amount = amount * 2 WHERE book_id = ? AND entry_no = 8",
                        "chain-intact"),
                tampering(
                        "a description changed",
                        "UPDATE journal_entry SET description = 'Lain' WHERE book_id = ? AND entry_no = 6",
                        "chain-intact"),
                tampering(
                        "one entry deleted with its lines",
                        "DELETE FROM posting WHERE book_id = ? AND entry_no = 6; DELETE FROM journal_entry WHERE book_id = ? AND entry_no = 6",
                        "numbers-without-gaps",
                        "chain-intact",
                        "anchors-hold"),
                tampering(
                        "a header deleted",
                        "DELETE FROM journal_entry WHERE book_id = ? AND entry_no = 6",
                        "postings-belong-to-entries",
                        "numbers-without-gaps"),
                tampering(
                        "the tail cut, the head left",
                        "DELETE FROM posting WHERE book_id = ? AND entry_no > 6; DELETE FROM journal_entry WHERE book_id = ? AND entry_no > 6",
                        "numbers-without-gaps",
                        "anchors-hold"),
                tampering(
                        "the tail cut together with the head",
                        """
                        DELETE FROM posting WHERE book_id = ? AND entry_no > 7;
                        DELETE FROM journal_entry WHERE book_id = ? AND entry_no > 7;
                        DELETE FROM checkpoint_cell WHERE book_id = ? AND to_no > 7;
                        DELETE FROM checkpoint WHERE book_id = ? AND to_no > 7;
                        UPDATE book_head SET last_no = 7,
                          head_hash = (SELECT hash FROM journal_entry e WHERE e.book_id = book_head.book_id AND e.entry_no = 7),
                          last_recorded_at = (SELECT recorded_at FROM journal_entry e WHERE e.book_id = book_head.book_id AND e.entry_no = 7)
                        WHERE book_id = ?\
                        """,
                        "anchors-hold"),
                tampering(
                        "two entries renumbered",
                        """
                        UPDATE journal_entry SET entry_no = 60 WHERE book_id = ? AND entry_no = 6;
                        UPDATE journal_entry SET entry_no = 6 WHERE book_id = ? AND entry_no = 7;
                        UPDATE journal_entry SET entry_no = 7 WHERE book_id = ? AND entry_no = 60\
                        """,
                        "chain-intact",
                        "anchors-hold"),
                tampering(
                        "the head set back",
                        "UPDATE book_head SET last_no = 7 WHERE book_id = ?",
                        "nothing-beyond-the-head",
                        "chain-intact"),
                tampering(
                        "a recording time moved",
                        "UPDATE journal_entry SET recorded_at = recorded_at - INTERVAL 1 DAY WHERE book_id = ? AND entry_no = 6",
                        "recorded-in-order",
                        "chain-intact"),
                tampering(
                        "an entry dated into the closed month",
                        """
                        UPDATE journal_entry SET entry_date = '2006-01-31' WHERE book_id = ? AND entry_no = 6;
                        UPDATE posting SET entry_date = '2006-01-31' WHERE book_id = ? AND entry_no = 6\
                        """,
                        "closed-months-kept",
                        "chain-intact"),
                tampering(
                        "a line on another date than its entry",
                        "UPDATE posting SET entry_date = '2006-02-27' WHERE book_id = ? AND entry_no = 6 AND line_no = 1",
                        "lines-complete"),
                tampering(
                        "the closing date moved",
                        "UPDATE book_head SET closed_through = '2005-12-31' WHERE book_id = ?",
                        "closings-in-order"),
                tampering(
                        "a party taken off its account",
                        "UPDATE posting SET party_id = NULL WHERE book_id = ? AND entry_no = 6 AND line_no = 1",
                        "sub-ledgers-complete",
                        "chain-intact"),
                tampering(
                        "a reversal turned to another party",
                        "UPDATE posting SET party_id = 3 WHERE book_id = ? AND entry_no = 3",
                        "reversals-mirror",
                        "chain-intact"),
                tampering(
                        "money moved between funds",
                        """
                        UPDATE posting SET account_id = (SELECT account_id FROM account a WHERE a.book_id = posting.book_id AND a.code = '39100')
                        WHERE book_id = ? AND entry_no = 6 AND line_no = 2\
                        """,
                        "interfund-zero",
                        "chain-intact"),
                tampering(
                        "an approval exchanged",
                        "UPDATE draft_decision SET decided_by = 'lain' WHERE book_id = ?",
                        "drafts-as-approved"),
                tampering(
                        "a checkpoint changed",
                        "UPDATE checkpoint_cell SET debit = debit + 1 WHERE book_id = ? AND to_no = 2 LIMIT 1",
                        "checkpoints-add-up"),
                tampering(
                        "a checkpoint of another chain",
                        "UPDATE checkpoint SET head_hash = REPEAT('x', 32) WHERE book_id = ? AND to_no = 2",
                        "checkpoints-in-chain"));
    }

    private static Arguments tampering(String what, String sql, String... found) {
        return Arguments.of(what, sql, Set.of(found));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tamperings")
    void finds(String what, String sql, Set<String> found) throws SQLException {
        tamper(sql);

        assertThat(failing()).as(what).containsAll(found);
    }

    @Test
    void aChainWrittenAnewShowsAgainstTheAnchorsAlone() throws SQLException {
        rewriteFrom(5, "Bukan yang diposting");

        assertThat(failing()).containsOnly("anchors-hold", "checkpoints-in-chain");
        assertThat(findings("anchors-hold"))
                .hasSize(4)
                .allMatch(text -> text.contains("rewritten"));
    }

    /** Whoever rewrites the chain can rewrite the anchors beside it, but not a region's paper. */
    @Test
    void whatWasRewrittenOrCutShowsAgainstAPaper() throws SQLException {
        var head = journal.head(access.body());
        var paper = List.of(new PrintedHead(head.lastNo(), head.hash()));
        var short16 = PrintedHead.read(head.lastNo() + ": " + head.hash().substring(0, 16));
        assertThat(checks.compare(access, paper).passed()).isTrue();
        assertThat(checks.compare(access, List.of(short16)).passed()).isTrue();

        rewriteFrom(5, "Bukan yang diposting");

        assertThat(checks.compare(access, paper).findings())
                .containsExactly("Entry 8 stands on a paper with another hash: it was rewritten");
        assertThat(checks.compare(access, List.of(new PrintedHead(9, head.hash()))).findings())
                .containsExactly("Entry 9 stands on a paper and is gone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8", "8: abc", "x: 0123456789abcdef", "8: 0123456789abcdeg"})
    void whatIsNoHeadIsRefusedWithTheWayToWriteIt(String text) {
        assertThatThrownBy(() -> PrintedHead.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write the number of the entry, a colon");
    }

    @Test
    void aRestoreWithOtherNumbersOfTheDatabaseIsTheSameBook() throws SQLException {
        var asked = Filter.ALL.paged(1, 100);
        var day = LocalDate.of(2006, 12, 31);
        var entries = journal.entries(access, asked);
        var trial = journal.trialBalance(access, day, Journal.HEAD);
        var restored = new Access(access.viewer(), new BodyId(access.body().value() + 1_000_000));

        renumber(access.body(), restored.body());

        access = TestBooks.as("siti", Role.FINANCE, restored.body());
        assertThat(failing()).isEmpty();
        assertThat(checks.run(access))
                .as("the anchors are found by the book's own name, not by its number")
                .filteredOn(result -> result.check().equals("anchors-hold"))
                .singleElement()
                .satisfies(result -> assertThat(result.examined()).isEqualTo(8));
        assertThat(journal.entries(access, asked)).isEqualTo(entries);
        assertThat(journal.trialBalance(access, day, Journal.HEAD)).isEqualTo(trial);
        assertThat(ledger.post(access, dues("first", 110_000_000)).no()).isEqualTo(1);
        assertThat(ledger.post(access, dues("next", 1, LocalDate.of(2006, 3, 1))).no())
                .isEqualTo(9);
        assertThat(failing()).isEmpty();
    }

    /** Gives the book, its accounts, funds, parties and all other dimensions other numbers. */
    private void renumber(BodyId from, BodyId to) throws SQLException {
        try (var connection = superUser.connect();
                var free = Untriggered.of(connection)) {
            for (var columns : columnsByTable(connection).entrySet()) {
                var set =
                        columns.getValue().stream()
                                .map(column ->
                                        switch (column) {
                                            case "book_id" -> "book_id = " + to.value();
                                            case "dim_id" ->
                                                    "dim_id = IF(dim = 'L', 0, dim_id + 1000)";
                                            default -> column + " = " + column + " + 1000";
                                        })
                                .collect(joining(", "));
                free.execute(
                        "UPDATE %s SET %s WHERE book_id = %d"
                                .formatted(columns.getKey(), set, from.value()));
            }
        }
    }

    private static Map<String, List<String>> columnsByTable(Connection connection)
            throws SQLException {
        var columns = new TreeMap<String, List<String>>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                SELECT c.table_name, c.column_name FROM information_schema.columns c
                                  JOIN information_schema.columns b
                                    ON b.table_schema = c.table_schema AND b.table_name = c.table_name AND b.column_name = 'book_id'
                                 WHERE c.table_schema = DATABASE()
                                   AND c.column_name IN ('book_id', 'account_id', 'bank_account_id', 'fund_id', 'party_id',
                                                         'project_id', 'award_line_id', 'unit_id', 'dim_id', 'series_id')\
                                """)) {
            while (rows.next()) {
                columns.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>())
                        .add(rows.getString(2));
            }
        }
        return columns;
    }

    @Test
    void aStrangerAmongTheActorsIsNamed() throws SQLException {
        tamper("UPDATE journal_entry SET prepared_by = 'hantu' WHERE book_id = ? AND entry_no = 5");

        assertThat(findings(PEOPLE)).anyMatch(text -> text.contains("'hantu'"));
    }

    private Set<String> failing() {
        return checks.run(access).stream()
                .filter(result -> !result.passed() && !result.check().equals(PEOPLE))
                .map(CheckResult::check)
                .collect(toSet());
    }

    private List<String> findings(String check) {
        return checks.run(access).stream()
                .filter(result -> result.check().equals(check))
                .flatMap(result -> result.findings().stream())
                .toList();
    }

    private void tamper(String statements) throws SQLException {
        try (var connection = superUser.connect();
                var free = Untriggered.of(connection)) {
            for (var statement : statements.split(";", -1)) {
                free.execute(statement.replace("?", Integer.toString(access.body().value())));
            }
        }
    }

    /** What somebody does who knows the whole construction: new content, new hashes, a new head. */
    private void rewriteFrom(long first, String description) throws SQLException {
        var book = books.get(access.body());
        try (var connection = superUser.connect();
                var free = Untriggered.of(connection)) {
            free.execute(
                    "UPDATE journal_entry SET description = '"
                            + description
                            + "' WHERE book_id = "
                            + book.id().value()
                            + " AND entry_no = "
                            + first);
            var previous = new Hash(journal.entry(access, first - 1).hash());
            for (var no = first; no <= journal.head(book.id()).lastNo(); no++) {
                previous = relink(free, book, journal.entry(access, no), previous);
            }
            free.execute(
                    "UPDATE book_head SET head_hash = UNHEX('"
                            + previous.hex()
                            + "') WHERE book_id = "
                            + book.id().value());
        }
    }

    private static Hash relink(Untriggered free, Book book, Entry entry, Hash previous)
            throws SQLException {
        var content = CanonicalForm.hash(book.currency(), CanonicalForm.Content.of(entry));
        var hash =
                Chain.link(
                        previous,
                        content,
                        CanonicalForm.VERSION,
                        entry.no(),
                        Utc.of(entry.recordedAt()),
                        entry.preparedBy(),
                        entry.approvedBy());
        free.execute(
                "UPDATE journal_entry SET content_hash = UNHEX('%s'), prev_hash = UNHEX('%s'), hash = UNHEX('%s') WHERE book_id = %d AND entry_no = %d"
                        .formatted(
                                content.hex(),
                                previous.hex(),
                                hash.hex(),
                                book.id().value(),
                                entry.no()));
        return hash;
    }

    /** A connection on which no trigger of the books fires; they are put back at the end. */
    private record Untriggered(Connection connection, List<String> triggers)
            implements AutoCloseable {

        static Untriggered of(Connection connection) throws SQLException {
            try (var statement = connection.createStatement()) {
                var names = new ArrayList<String>();
                var create = new ArrayList<String>();
                try (var rows =
                        statement.executeQuery(
                                """
                                SELECT trigger_name, action_timing, event_manipulation, event_object_table, action_statement
                                  FROM information_schema.triggers WHERE trigger_schema = DATABASE()\
                                """)) {
                    while (rows.next()) {
                        names.add(rows.getString(1));
                        create.add(
                                "CREATE TRIGGER %s %s %s ON %s FOR EACH ROW %s"
                                        .formatted(
                                                rows.getString(1),
                                                rows.getString(2),
                                                rows.getString(3),
                                                rows.getString(4),
                                                rows.getString(5)));
                    }
                }
                for (var name : names) {
                    statement.execute("DROP TRIGGER " + name);
                }
                statement.execute("SET foreign_key_checks = 0");
                return new Untriggered(connection, create);
            }
        }

        void execute(String sql) throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        @Override
        public void close() throws SQLException {
            for (var trigger : triggers) {
                execute(trigger);
            }
        }
    }
}
