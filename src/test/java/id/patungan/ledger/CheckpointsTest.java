package id.patungan.ledger;

import static id.patungan.ledger.TestBooks.dues;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.basics.AccountCode;
import id.patungan.ledger.CheckpointRepository.Sum;
import id.patungan.platform.Access;
import id.patungan.platform.Transactions;
import id.patungan.testing.DatabaseTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Whatever is asked, by date and by what was known, checkpoints answer as adding up everything
 * does.
 */
@DatabaseTest
class CheckpointsTest {

    private static final LocalDate FIRST = LocalDate.of(2006, 1, 1);

    @Autowired private Books books;
    @Autowired private Ledger ledger;
    @Autowired private Journal journal;
    @Autowired private CheckpointRepository ranges;
    @Autowired private Transactions transactions;
    @Autowired private Clock clock;

    private Access access;
    private Checkpoints checkpoints;
    private final List<NewEntry> posted = new ArrayList<>();

    @BeforeEach
    void aBook() {
        access = TestBooks.open(books);
        checkpoints = new Checkpoints(ranges, journal, transactions, clock, 4, 3);
    }

    /** Dates jump back and forth, so most entries are back-dated behind a range that is built. */
    private void postAndBuild(Random random, int entries) {
        for (var i = 0; i < entries; i++) {
            var entry =
                    dues(
                            "c-" + posted.size(),
                            random.nextLong(1, 1_000_000),
                            FIRST.plusDays(random.nextInt(120)));
            ledger.post(access, entry);
            posted.add(entry);
            if (i % 7 == 6) {
                checkpoints.build(access.body());
            }
        }
    }

    @Test
    void sumsAgreeWithAddingEverythingUp() {
        var random = new Random(20061231);
        postAndBuild(random, 60);

        assertThat(ranges.ranges(access.body())).anyMatch(range -> range.level() == 2);
        for (var i = 0; i < 60; i++) {
            var before = FIRST.plusDays(random.nextInt(130));
            var known = random.nextInt(posted.size() + 1);
            assertThat(balances(checkpoints.ledgerBefore(access.body(), before, known)))
                    .as("before %s, known at %s", before, known)
                    .isEqualTo(addedUp(before, known, false));
            assertThat(balances(checkpoints.partyBefore(access.body(), 2, before, known)))
                    .as("of the party, before %s, known at %s", before, known)
                    .isEqualTo(addedUp(before, known, true));
        }
    }

    @Test
    void aBackDatedEntryAfterTheRangesIsCounted() {
        for (var i = 0; i < 8; i++) {
            ledger.post(access, dues("march-" + i, 1, LocalDate.of(2006, 3, 1)));
        }
        checkpoints.build(access.body());
        ledger.post(access, dues("january", 5, LocalDate.of(2006, 1, 2)));

        var sums = checkpoints.partyBefore(access.body(), 2, LocalDate.of(2006, 2, 1), 9);

        assertThat(balances(sums)).containsOnly(Map.entry(new AccountCode("11300"), 500L));
        assertThat(checkpoints.partyBefore(access.body(), 2, LocalDate.of(2006, 2, 1), 8))
                .isEmpty();
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

    private static Map<AccountCode, Long> balances(List<Sum> sums) {
        var balances = new TreeMap<AccountCode, Long>();
        sums.forEach(sum -> balances.merge(sum.account(), sum.debit() - sum.credit(), Long::sum));
        return balances;
    }

    private Map<AccountCode, Long> addedUp(LocalDate before, int known, boolean partyOnly) {
        var balances = new TreeMap<AccountCode, Long>();
        for (var entry : posted.subList(0, known)) {
            if (entry.date().isBefore(before)) {
                for (var line : entry.postings()) {
                    if (!partyOnly || line.account().value().equals("11300")) {
                        balances.merge(line.account(), line.amount(), Long::sum);
                    }
                }
            }
        }
        return balances;
    }
}
