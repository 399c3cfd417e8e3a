package id.patungan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.ledger.CheckResult;
import id.patungan.ledger.Checks;
import id.patungan.ledger.Journal;
import id.patungan.parties.Bodies;
import id.patungan.platform.Access;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.SuperUser;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

import java.sql.SQLException;
import java.util.Locale;

/** The demo says what the sources say, to the rupiah, and marks what they do not. */
@DatabaseTest
class DemoTest {

    @Autowired private Demo demo;
    @Autowired private Bodies bodies;
    @Autowired private Checks checks;
    @Autowired private Journal journal;
    @Autowired private SuperUser superUser;
    @Autowired private MessageSource messages;

    private Access all;

    @BeforeEach
    void theDemo() {
        demo.load();
        all = Access.system(bodies.byCode(Demo.BODY).orElseThrow().id());
    }

    @Test
    void loadingAgainChangesNothing() {
        var head = journal.head(all.body());

        assertThat(demo.load()).isFalse();
        assertThat(journal.head(all.body())).isEqualTo(head);
    }

    @Test
    void everyCheckPasses() {
        assertThat(checks.run(all))
                .allSatisfy(result ->
                        assertThat(result).as(result.check()).matches(CheckResult::passed));
    }

    /** Charged by dues, waste and wastewater in 2006, and received, asked of the postings alone. */
    @ParameterizedTest
    @CsvSource({
        "34.71, 110000000, 1425000000, 125000000, 1303750000",
        "34.04, 110000000, 285000000, 10000000, 362500000",
        "34.02, 110000000, 190000000, 10000000, 310000000",
        "34, 0, 0, 650000000, 487500000"
    })
    void whatEachWasChargedAndPaid(
            String party, long dues, long waste, long wastewater, long received)
            throws SQLException {
        assertThat(charged(party, "11300", "UMUM")).isEqualTo(dues * 100);
        assertThat(charged(party, "11310", "PROYEK-SAMPAH")).isEqualTo(waste * 100);
        assertThat(charged(party, "11310", "PROYEK-LIMBAH")).isEqualTo(wastewater * 100);
        assertThat(sum(party, "a.code IN ('11300', '11310') AND e.kind <> 'assessment'"))
                .isEqualTo(-received * 100);
    }

    @Test
    void theGrantIsReceivedAndSpentInTheYearsOfTheSource() throws SQLException {
        var fund = "f.code = 'DONOR-GTZ' AND l.entry_date < '2006-01-01'";

        assertThat(sum(null, fund + " AND a.code = '11220' AND l.amount > 0"))
                .isEqualTo(40_000_000_000L);
        assertThat(sum(null, fund + " AND a.code LIKE '5%'")).isEqualTo(40_000_000_000L);
        assertThat(sum(null, fund + " AND a.code IN ('11220', '21500')")).isZero();
    }

    @Test
    void whatIsInventedSaysSo() throws SQLException {
        try (var connection = superUser.connect();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT description FROM journal_entry WHERE kind <> 'assessment' AND book_id = "
                                        + all.body().value())) {
            while (rows.next()) {
                assertThat(rows.getString(1)).contains("contoh");
            }
        }
    }

    @Test
    void whatWasDoneIsSaidInWords() throws SQLException {
        try (var connection = superUser.connect();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT DISTINCT action FROM audit_event WHERE body_id = "
                                        + all.body().value())) {
            while (rows.next()) {
                var key = "audit.action." + rows.getString(1);
                assertThat(messages.getMessage(key, null, "", Locale.ENGLISH)).as(key).isNotEmpty();
            }
        }
    }

    private long charged(String party, String account, String fund) throws SQLException {
        return sum(
                party,
                "a.code = '"
                        + account
                        + "' AND f.code = '"
                        + fund
                        + "' AND e.kind = 'assessment' AND YEAR(l.entry_date) = 2006");
    }

    private long sum(@Nullable String party, String where) throws SQLException {
        var sql =
                """
                SELECT COALESCE(SUM(l.amount), 0) FROM posting l
                  JOIN journal_entry e ON e.book_id = l.book_id AND e.entry_no = l.entry_no
                  JOIN account a ON a.book_id = l.book_id AND a.account_id = l.account_id
                  JOIN fund f ON f.book_id = l.book_id AND f.fund_id = l.fund_id
                  LEFT JOIN book_party p ON p.book_id = l.book_id AND p.party_id = l.party_id
                 WHERE l.book_id = %d AND %s %s\
                """
                        .formatted(
                                all.body().value(),
                                where,
                                party == null ? "" : "AND p.code = '" + party + "'");
        try (var connection = superUser.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
