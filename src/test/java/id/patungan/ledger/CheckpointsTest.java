package id.patungan.ledger;

import static id.patungan.ledger.TestBooks.dues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.patungan.basics.AccountCode;
import id.patungan.basics.FundCode;
import id.patungan.basics.PartyId;
import id.patungan.platform.Access;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Transactions;
import id.patungan.platform.Viewer;
import id.patungan.testing.DatabaseTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * Whatever is asked, by date and by what was known, reading through checkpoints answers as adding
 * up everything in plain SQL does.
 */
@DatabaseTest
class CheckpointsTest {

    private static final LocalDate FIRST = LocalDate.of(2006, 1, 1);
    private static final List<String> PARTIES = List.of("34.71", "34.04", "34.02");
    private static final List<String> FUNDS = List.of("UMUM", "CADANGAN");

    @Autowired private Books books;
    @Autowired private Ledger ledger;
    @Autowired private Journal journal;
    @Autowired private CheckpointRepository ranges;
    @Autowired private BalanceRepository balances;
    @Autowired private BookRepository heads;
    @Autowired private Transactions transactions;
    @Autowired private Clock clock;
    @Autowired private JdbcTemplate sql;

    private Access access;
    private Checkpoints checkpoints;

    @BeforeEach
    void aBook() {
        access = TestBooks.open(books);
        checkpoints = new Checkpoints(ranges, balances, heads, transactions, clock, 4, 3);
    }

    /** Dates jump back and forth, so most entries are back-dated behind a range that is built. */
    private void postAndBuild(Random random, int entries) {
        for (var i = 0; i < entries; i++) {
            ledger.post(access, anyEntry(random, i));
            if (i % 7 == 6) {
                checkpoints.build(access.body());
            }
        }
    }

    private static NewEntry anyEntry(Random random, int n) {
        var amount = random.nextLong(1, 1_000_000);
        var party = PARTIES.get(random.nextInt(3));
        var fund = FUNDS.get(random.nextInt(2));
        var closing = random.nextInt(6) == 0;
        var lines =
                switch (random.nextInt(5)) {
                    case 0 ->
                            List.of(
                                    NewPosting.debit("11300", fund, amount).party(party),
                                    NewPosting.credit("41100", fund, amount).party(party));
                    case 1 ->
                            List.of(
                                    NewPosting.debit("11200", fund, amount),
                                    NewPosting.credit("11300", fund, amount).party(party));
                    case 2 ->
                            List.of(
                                    NewPosting.debit("11100", fund, amount),
                                    NewPosting.credit("11200", fund, amount));
                    case 3 ->
                            List.of(
                                    NewPosting.debit("11300", fund, 15_000 * amount)
                                            .party(party)
                                            .original(dollars(amount)),
                                    NewPosting.credit("41100", fund, 15_000 * amount)
                                            .party(party)
                                            .original(dollars(-amount)));
                    default ->
                            List.of(
                                    NewPosting.debit("11200", fund, amount),
                                    NewPosting.credit("21600", fund, amount).party(party));
                };
        return new NewEntry(
                FIRST.plusDays(random.nextInt(150)),
                closing ? NewEntry.CLOSING : NewEntry.MANUAL,
                "Transaksi",
                "c-" + n,
                null,
                lines);
    }

    private static Original dollars(long cents) {
        return new Original(Currency.getInstance("USD"), cents, new BigDecimal("15000"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void everyBalanceIsWhatAddingUpGives(long seed) {
        var random = new Random(seed);
        postAndBuild(random, 60);
        assertThat(ranges.ranges(access.body())).anyMatch(range -> range.level() == 2);

        for (var i = 0; i < 40; i++) {
            var known = random.nextInt(61);
            var from = someDay(random);
            var until = from.plusDays(random.nextInt(70));
            var asked = "from %s until %s, known at %s".formatted(from, until, known);

            assertThat(journal.trialBalance(access, from, until.minusDays(1), known).cells())
                    .as("trial balance %s", asked)
                    .isEqualTo(trialBalance(from, until, known));
            for (var party : PARTIES) {
                assertThat(journal.partyBalance(access, party, from, known))
                        .as("party %s %s", party, asked)
                        .isEqualTo(
                                added(
                                        from,
                                        known,
                                        "AND (a.code LIKE '113%' OR a.code LIKE '216%')"
                                                + " AND p.party_id = (SELECT party_id FROM book_party b"
                                                + " WHERE b.book_id = p.book_id AND b.code = '"
                                                + party
                                                + "')"));
            }
            var fund = new FundCode(FUNDS.get(random.nextInt(2)));
            var card =
                    journal.accountCard(
                            access, new AccountCode("11300"), fund, from, until, known, 1, 100);
            var of = "AND a.code = '11300' AND f.code = '" + fund.value() + "'";
            assertThat(card.opening()).as("card %s", asked).isEqualTo(added(from, known, of));
            assertThat(card.closing()).as("card %s", asked).isEqualTo(added(until, known, of));
            assertThat(journal.cashByFund(access, from, until, known))
                    .as("cash %s", asked)
                    .allSatisfy(cash -> {
                        var what =
                                "AND (a.code LIKE '111%' OR a.code LIKE '112%') AND f.code = '"
                                        + cash.fund().value()
                                        + "'";
                        assertThat(cash.opening()).isEqualTo(added(from, known, what));
                        assertThat(cash.closing()).isEqualTo(added(until, known, what));
                    });
        }
    }

    /** Often the first of a month, for which whole months do. */
    private static LocalDate someDay(Random random) {
        var day = FIRST.plusDays(random.nextInt(160));
        return random.nextBoolean() ? day : day.withDayOfMonth(1);
    }

    @Test
    void theRangesHoldOnlyWhatTheViewerReaches() {
        postAndBuild(new Random(4), 40);
        var reserve = new FundCode("CADANGAN");
        var donor = limited(Role.DONOR_VIEWER, new Scope.OneFund(reserve));
        var sleman = limited(Role.TREASURER, new Scope.OneParty(new PartyId(2)));
        var may = LocalDate.of(2006, 5, 1);

        assertThat(journal.trialBalance(donor, may, may, Journal.HEAD).cells())
                .isNotEmpty()
                .isEqualTo(
                        trialBalance(may, may.plusDays(1), 40).stream()
                                .filter(cell -> cell.fund().equals(reserve))
                                .toList());
        assertThat(journal.cashByFund(donor, may, may, Journal.HEAD))
                .extracting(FundBalance::fund)
                .containsExactly(reserve);
        assertThat(journal.partyBalance(sleman, "34.04", may, Journal.HEAD))
                .isEqualTo(journal.partyBalance(access, "34.04", may, Journal.HEAD))
                .isNotZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        checkpoints.sums(
                                access.body(), sleman.reach(), CardLines.ALL, may, may, 40));
    }

    private Access limited(Role role, Scope scope) {
        return new Access(
                new Viewer("tamu", "Tamu", List.of(new Permission(role, access.body(), scope))),
                access.body());
    }

    @Test
    void theRangesAreWhatIsRead() {
        for (var i = 0; i < 4; i++) {
            ledger.post(access, dues("d-" + i, 100, FIRST));
        }
        checkpoints.build(access.body());
        sql.update(
                "DELETE FROM checkpoint_cell WHERE book_id = ? AND dim = 'P'",
                access.body().value());

        assertThat(journal.partyBalance(access, "34.04", LocalDate.of(2006, 2, 1), Journal.HEAD))
                .as("a range without its sums is missed, so the range was read")
                .isZero();
        assertThat(journal.partyBalance(access, "34.04", LocalDate.of(2006, 2, 1), 3))
                .as("known at an entry within the range, it is not")
                .isEqualTo(30_000);
    }

    @Test
    void aBackDatedEntryAfterTheRangesIsCounted() {
        for (var i = 0; i < 8; i++) {
            ledger.post(access, dues("march-" + i, 1, LocalDate.of(2006, 3, 1)));
        }
        checkpoints.build(access.body());
        ledger.post(access, dues("january", 5, LocalDate.of(2006, 1, 2)));
        var february = LocalDate.of(2006, 2, 1);

        assertThat(journal.partyBalance(access, "34.04", february, 9)).isEqualTo(500);
        assertThat(journal.partyBalance(access, "34.04", february, 8)).isZero();
        assertThat(journal.trialBalance(access, february, february, Journal.HEAD).cells())
                .containsExactly(
                        new TrialBalance.Cell(
                                new AccountCode("11300"), new FundCode("UMUM"), 500, 0, 0),
                        new TrialBalance.Cell(
                                new AccountCode("41100"), new FundCode("UMUM"), -500, 0, 0));
    }

    @Test
    void closingEntriesInTheRangesStayOutOfTheirPeriodAndAreInTheNextOpening() {
        var umum = new FundCode("UMUM");
        ledger.post(access, dues("a", 7, LocalDate.of(2006, 5, 2)));
        ledger.post(
                access,
                new NewEntry(
                        LocalDate.of(2006, 5, 31),
                        NewEntry.CLOSING,
                        "Penutup",
                        "closing",
                        null,
                        List.of(
                                NewPosting.debit("41100", "UMUM", 700),
                                NewPosting.credit("31000", "UMUM", 700))));
        ledger.post(access, dues("b", 1, LocalDate.of(2006, 6, 1)));
        ledger.post(access, dues("c", 2, LocalDate.of(2006, 6, 2)));
        checkpoints.build(access.body());

        assertThat(
                        journal.trialBalance(access, FIRST, LocalDate.of(2006, 5, 31), Journal.HEAD)
                                .cells())
                .containsExactly(
                        new TrialBalance.Cell(new AccountCode("11300"), umum, 0, 700, 0),
                        new TrialBalance.Cell(new AccountCode("41100"), umum, 0, 0, 700));
        assertThat(
                        journal.trialBalance(
                                        access,
                                        LocalDate.of(2006, 6, 1),
                                        LocalDate.of(2006, 6, 30),
                                        Journal.HEAD)
                                .cells())
                .containsExactly(
                        new TrialBalance.Cell(new AccountCode("11300"), umum, 700, 300, 0),
                        new TrialBalance.Cell(new AccountCode("31000"), umum, -700, 0, 0),
                        new TrialBalance.Cell(new AccountCode("41100"), umum, 0, 0, 300));
    }

    @Test
    void buildingAgainBuildsNothingAndRebuildingGivesTheSame() {
        postAndBuild(new Random(7), 30);
        checkpoints.build(access.body());
        var before = ranges.ranges(access.body());

        assertThat(checkpoints.build(access.body())).isZero();
        assertThat(checkpoints.rebuild(access.body())).isEqualTo(before.size());
        assertThat(ranges.ranges(access.body())).isEqualTo(before);
    }

    private List<TrialBalance.Cell> trialBalance(LocalDate from, LocalDate until, long known) {
        return sql.query(
                """
                SELECT * FROM (
                  SELECT a.code account, f.code fund,
                         SUM(IF(p.entry_date < ?, p.amount, 0)) opening,
                         SUM(IF(p.entry_date >= ? AND e.kind <> 'closing' AND p.amount > 0, p.amount, 0)) debit,
                         SUM(IF(p.entry_date >= ? AND e.kind <> 'closing' AND p.amount < 0, -p.amount, 0)) credit
                    FROM posting p
                    JOIN journal_entry e ON e.book_id = p.book_id AND e.entry_no = p.entry_no
                    JOIN account a ON a.book_id = p.book_id AND a.account_id = p.account_id
                    JOIN fund f ON f.book_id = p.book_id AND f.fund_id = p.fund_id
                   WHERE p.book_id = ? AND p.entry_no <= ? AND p.entry_date < ?
                   GROUP BY a.code, f.code) t
                 WHERE opening <> 0 OR debit <> 0 OR credit <> 0 ORDER BY account, fund
                """,
                (row, _) ->
                        new TrialBalance.Cell(
                                new AccountCode(row.getString(1)),
                                new FundCode(row.getString(2)),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5)),
                from,
                from,
                from,
                access.body().value(),
                known,
                until);
    }

    private long added(LocalDate before, long known, String which) {
        return Objects.requireNonNull(
                sql.queryForObject(
                        "SELECT CAST(COALESCE(SUM(p.amount), 0) AS SIGNED) FROM posting p"
                                + " JOIN account a ON a.book_id = p.book_id AND a.account_id = p.account_id"
                                + " JOIN fund f ON f.book_id = p.book_id AND f.fund_id = p.fund_id"
                                + " WHERE p.book_id = ? AND p.entry_no <= ? AND p.entry_date < ? "
                                + which,
                        Long.class,
                        access.body().value(),
                        known,
                        before));
    }
}
