package id.patungan.ledger;

import id.patungan.basics.BodyId;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;

/**
 * Writes the journal by hand, as a hostile application could: every figure may be wrong. Hashes are
 * right unless a test says otherwise.
 */
final class RawJournal {

    static final LocalDateTime AT = LocalDateTime.of(2099, 1, 1, 0, 0);
    static final String DAY = "2006-01-15";
    static final Hash CONTENT = Hash.sha256(new byte[] {1});

    private final Connection connection;
    private final int book;

    RawJournal(Connection connection, BodyId book) {
        this.connection = connection;
        this.book = book.value();
    }

    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql.replace(":book", Integer.toString(book)));
        }
    }

    String one(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql.replace(":book", Integer.toString(book)))) {
            result.next();
            return result.getString(1);
        }
    }

    Hash head() throws SQLException {
        return new Hash(one("SELECT LOWER(HEX(head_hash)) FROM book_head WHERE book_id = :book"));
    }

    Hash hash(long no) throws SQLException {
        return new Hash(
                one(
                        "SELECT LOWER(HEX(hash)) FROM journal_entry WHERE book_id = :book AND entry_no = "
                                + no));
    }

    int account(String code) throws SQLException {
        return Integer.parseInt(
                one(
                        "SELECT account_id FROM account WHERE book_id = :book AND code = '"
                                + code
                                + "'"));
    }

    int fund(String code) throws SQLException {
        return Integer.parseInt(
                one("SELECT fund_id FROM fund WHERE book_id = :book AND code = '" + code + "'"));
    }

    /** A header whose hash is right for what it says. */
    Hash header(long no, Hash previous, int lines) throws SQLException {
        return header(no, previous, lines, DAY, "raw:" + no, AT, "siti", null);
    }

    Hash header(
            long no,
            Hash previous,
            int lines,
            String date,
            String key,
            LocalDateTime at,
            String preparedBy,
            @Nullable String approvedBy)
            throws SQLException {
        var hash = Chain.link(previous, CONTENT, 1, no, at, preparedBy, approvedBy);
        insertHeader("INSERT", no, previous, lines, date, key, at, preparedBy, approvedBy, hash);
        return hash;
    }

    void insertHeader(
            String verb,
            long no,
            Hash previous,
            int lines,
            String date,
            String key,
            LocalDateTime at,
            String preparedBy,
            @Nullable String approvedBy,
            Hash hash)
            throws SQLException {
        run(
                verb
                        + " INTO journal_entry (book_id, entry_no, entry_date, recorded_at, kind, description, source_key,"
                        + " prepared_by, approved_by, line_count, form, content_hash, prev_hash, hash) VALUES (:book, "
                        + no
                        + ", '"
                        + date
                        + "', '"
                        + at.toString().replace('T', ' ')
                        + "', 'manual', 'raw', '"
                        + key
                        + "', '"
                        + preparedBy
                        + "', "
                        + (approvedBy == null ? "NULL" : "'" + approvedBy + "'")
                        + ", "
                        + lines
                        + ", 1, X'"
                        + CONTENT.hex()
                        + "', X'"
                        + previous.hex()
                        + "', X'"
                        + hash.hex()
                        + "')");
    }

    void line(long no, int line, String fund, long amount) throws SQLException {
        line("INSERT", no, line, DAY, account(amount < 0 ? "41100" : "11200"), fund(fund), amount);
    }

    void line(String verb, long no, int line, String date, int account, int fund, long amount)
            throws SQLException {
        run(
                verb
                        + " INTO posting (book_id, entry_no, line_no, entry_date, account_id, fund_id, amount) VALUES (:book, "
                        + no
                        + ", "
                        + line
                        + ", '"
                        + date
                        + "', "
                        + account
                        + ", "
                        + fund
                        + ", "
                        + amount
                        + ")");
    }

    /** Two lines that balance in the general fund. */
    void lines(long no) throws SQLException {
        line(no, 1, "UMUM", 5);
        line(no, 2, "UMUM", -5);
    }

    void seal(long no, Hash hash) throws SQLException {
        seal(no, hash, AT);
    }

    void seal(long no, Hash hash, LocalDateTime at) throws SQLException {
        run(
                "UPDATE book_head SET last_no = "
                        + no
                        + ", head_hash = X'"
                        + hash.hex()
                        + "', last_recorded_at = '"
                        + at.toString().replace('T', ' ')
                        + "' WHERE book_id = :book");
    }

    void periodEvent(int seq, String through, String action, @Nullable String reason)
            throws SQLException {
        run(
                "INSERT INTO period_event (book_id, period_seq, closed_through, action, actor, reason, recorded_at, at_entry_no)"
                        + " VALUES (:book, "
                        + seq
                        + ", '"
                        + through
                        + "', '"
                        + action
                        + "', 'siti', "
                        + (reason == null ? "NULL" : "'" + reason + "'")
                        + ", '2099-01-01', "
                        + one("SELECT last_no FROM book_head WHERE book_id = :book")
                        + ")");
    }

    void closed(int seq, String through) throws SQLException {
        run(
                "UPDATE book_head SET closed_through = '"
                        + through
                        + "', period_seq = "
                        + seq
                        + " WHERE book_id = :book");
    }
}
