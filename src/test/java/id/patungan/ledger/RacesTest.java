package id.patungan.ledger;

import static id.patungan.ledger.TestBooks.DAY;
import static id.patungan.ledger.TestBooks.dues;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.platform.Access;
import id.patungan.platform.Transactions;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.Faults;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Many at once, with everything going wrong that can: nothing lost, nothing twice, no gap. */
@DatabaseTest
class RacesTest {

    private static final int THREADS = 8;
    private static final int ENTRIES = 30;

    @Autowired private Books books;
    @Autowired private Ledger ledger;
    @Autowired private Periods periods;
    @Autowired private Faults faults;
    @Autowired private EntryRepository entries;
    @Autowired private BookRepository heads;
    @Autowired private Checks checks;

    private Checkpoints small;

    @BeforeEach
    void smallRanges(
            @Autowired CheckpointRepository ranges,
            @Autowired BalanceRepository balances,
            @Autowired Transactions transactions,
            @Autowired Clock clock) {
        small = new Checkpoints(ranges, balances, heads, transactions, clock, 4, 3);
    }

    @AfterEach
    void noFaults() {
        faults.none();
    }

    @Test
    void nothingIsPostedToAMonthAfterItsClose() throws Exception {
        var access = TestBooks.open(books);
        var work = new ArrayList<Callable<Integer>>();
        for (var thread = 0; thread < 4; thread++) {
            var name = "t" + thread + ":";
            work.add(() -> {
                var posted = 0;
                for (var n = 0; n < 20; n++) {
                    try {
                        ledger.post(access, dues(name + n, 1));
                        posted++;
                    } catch (LedgerException refused) {
                        assertThat(refused.code()).isEqualTo("ledger.closed-period");
                    }
                }
                return posted;
            });
        }
        work.add(() -> {
            Thread.sleep(30);
            ledger.close(access, YearMonth.of(2006, 1));
            return 0;
        });

        var posted = together(work).stream().mapToInt(Integer::intValue).sum();

        var closed = periods.events(access).getFirst();
        assertThat(closed.atEntry()).isEqualTo(posted);
        assertIntact(access, posted);
    }

    @Test
    void ofTwoReversalsAtOnceOneIsRefused() throws Exception {
        for (var round = 0; round < 5; round++) {
            var access = TestBooks.open(books);
            ledger.post(access, dues("a", 1));
            var outcomes =
                    together(
                            IntStream.range(0, 2)
                                    .<Callable<String>>mapToObj(n ->
                                            () -> {
                                                try {
                                                    ledger.reverse(
                                                            access, 1, DAY, "salah", "r" + n);
                                                    return "reversed";
                                                } catch (LedgerException refused) {
                                                    return refused.code();
                                                }
                                            })
                                    .toList());

            assertThat(outcomes).containsExactlyInAnyOrder("reversed", "ledger.already-reversed");
            assertIntact(access, 2);
        }
    }

    @Test
    void twinsAtOnceBecomeOneEntry() throws Exception {
        var access = TestBooks.open(books);
        var posted =
                together(
                        IntStream.range(0, THREADS)
                                .<Callable<Entry>>mapToObj(
                                        n -> () -> ledger.post(access, dues("same", 1)))
                                .toList());

        assertThat(Set.copyOf(posted)).hasSize(1);
        assertIntact(access, 1);
    }

    @Test
    void twoReopeningsAtOnceReopenOneMonth() throws Exception {
        var access = TestBooks.open(books);
        for (var month = 1; month <= 3; month++) {
            ledger.close(access, YearMonth.of(2006, month));
        }
        var march = YearMonth.of(2006, 3);
        together(
                IntStream.range(0, 2)
                        .<Callable<Boolean>>mapToObj(n ->
                                () -> {
                                    periods.reopen(access, march, "koreksi");
                                    return true;
                                })
                        .toList());

        assertThat(periods.closedThrough(access)).isEqualTo("2006-02-28");
    }

    @Test
    void aLostAnswerToACloseOrReopeningChangesOneMonthOnly() {
        var access = TestBooks.open(books);
        faults.next(Faults.Fault.COMMIT_ANSWER_LOST);
        ledger.close(access, YearMonth.of(2006, 1));
        ledger.close(access, YearMonth.of(2006, 2));
        assertThat(periods.events(access)).hasSize(2);

        // The first is lost by the look at which month is meant, the second by its reopening
        faults.next(Faults.Fault.COMMIT_ANSWER_LOST, Faults.Fault.COMMIT_ANSWER_LOST);
        ledger.reopen(access, "koreksi");

        assertThat(periods.closedThrough(access)).isEqualTo("2006-01-31");
        assertThat(periods.events(access)).hasSize(3);
    }

    @ParameterizedTest(name = "one book, seed {0}")
    @ValueSource(longs = {1, 2})
    void eightThreadsOnOneBookLoseNothing(long seed) throws Exception {
        var access = TestBooks.open(books);
        storm(IntStream.range(0, THREADS).mapToObj(_ -> access).toList(), seed);
    }

    @ParameterizedTest(name = "eight books, seed {0}")
    @ValueSource(longs = {3, 4})
    void eightThreadsOnEightBooksLoseNothing(long seed) throws Exception {
        storm(IntStream.range(0, THREADS).mapToObj(_ -> TestBooks.open(books)).toList(), seed);
    }

    /** Every thread posts, asks again, rolls back and reverses, while faults happen. */
    private void storm(List<Access> bodies, long seed) throws Exception {
        var acknowledged = new ConcurrentHashMap<Access, Map<String, String>>();
        var rolledBack = new ConcurrentHashMap<Access, Set<String>>();
        var before = faults.injected();
        faults.oneIn(40, seed);
        var all = new ArrayList<Callable<Boolean>>();
        all.add(() -> buildCheckpoints(Set.copyOf(bodies)));
        all.addAll(
                IntStream.range(0, THREADS)
                        .<Callable<Boolean>>mapToObj(thread ->
                                () -> {
                                    var access = bodies.get(thread);
                                    work(
                                            access,
                                            thread,
                                            new Random(seed * 100 + thread),
                                            acknowledged.computeIfAbsent(
                                                    access, _ -> new ConcurrentHashMap<>()),
                                            rolledBack.computeIfAbsent(
                                                    access, _ -> ConcurrentHashMap.newKeySet()));
                                    return true;
                                })
                        .toList());
        together(all);
        faults.none();
        assertThat(faults.injected()).isGreaterThan(before + 20);

        for (var access : Set.copyOf(bodies)) {
            var kept = acknowledged.getOrDefault(access, Map.of());
            var stored = assertIntact(access, kept.size());
            assertThat(stored).isEqualTo(kept);
            assertThat(stored.keySet())
                    .doesNotContainAnyElementsOf(rolledBack.getOrDefault(access, Set.of()));
            small.build(access.body());
            // The people of these books are made up
            assertThat(checks.run(access))
                    .filteredOn(one -> !one.check().equals("known-actors"))
                    .allMatch(CheckResult::passed);
        }
    }

    /** Small ranges, built while others post: at the end they must add up. */
    private boolean buildCheckpoints(Set<Access> bodies) {
        for (var round = 1; round <= 12; round++) {
            bodies.forEach(access -> small.build(access.body()));
        }
        return true;
    }

    private void work(
            Access access,
            int thread,
            Random random,
            Map<String, String> acknowledged,
            Set<String> rolledBack) {
        for (var n = 0; n < ENTRIES; n++) {
            var wish = dues("t" + thread + ":" + n, 1 + n);
            switch (random.nextInt(4)) {
                case 0 -> {
                    try {
                        books.write(
                                access.body(),
                                () -> {
                                    ledger.post(access, wish);
                                    throw new IllegalStateException("rolled back on purpose");
                                });
                    } catch (IllegalStateException expected) {
                        rolledBack.add(wish.sourceKey());
                    }
                }
                case 1 -> {
                    // Twins: the second asking finds the first
                    var first = ledger.post(access, wish);
                    assertThat(ledger.post(access, wish).hash()).isEqualTo(first.hash());
                    acknowledged.put(wish.sourceKey(), first.hash());
                }
                case 2 -> {
                    var posted = ledger.post(access, wish);
                    acknowledged.put(wish.sourceKey(), posted.hash());
                    var key = "r" + wish.sourceKey();
                    var reversal =
                            ledger.reverse(
                                    access, posted.no(), LocalDate.of(2006, 2, 1), "salah", key);
                    acknowledged.put(key, reversal.hash());
                }
                default -> {
                    var batch =
                            List.of(
                                    wish,
                                    dues(wish.sourceKey() + "b", 2),
                                    dues(wish.sourceKey() + "c", 3));
                    ledger.postAll(access, batch)
                            .forEach(entry -> acknowledged.put(entry.sourceKey(), entry.hash()));
                }
            }
        }
    }

    /** Numbers without gaps, every content and link recomputed; hashes by source key. */
    private Map<String, String> assertIntact(Access access, long expected) {
        var book = books.get(access.body());
        var head = heads.head(access.body()).orElseThrow();
        assertThat(head.lastNo()).isEqualTo(expected);
        var stored =
                entries.entries(
                        access.body(),
                        IntStream.rangeClosed(1, (int) expected).mapToObj(no -> (long) no).toList(),
                        Journal.HEAD);
        var previous = Chain.genesis(book.uid());
        var hashes = new ConcurrentHashMap<String, String>();
        var no = 0L;
        for (var entry : stored) {
            assertThat(entry.no()).isEqualTo(++no);
            var content = CanonicalForm.hash(book.currency(), CanonicalForm.Content.of(entry));
            previous =
                    Chain.link(
                            previous,
                            content,
                            CanonicalForm.VERSION,
                            no,
                            Utc.of(entry.recordedAt()),
                            entry.preparedBy(),
                            entry.approvedBy());
            assertThat(entry.hash()).isEqualTo(previous.hex());
            assertThat(entry.lines().stream().mapToLong(Line::amount).sum()).isZero();
            hashes.put(entry.sourceKey(), entry.hash());
        }
        assertThat(head.hash()).isEqualTo(previous);
        return hashes;
    }

    private static <T> List<T> together(List<? extends Callable<T>> work) throws Exception {
        var start = new CyclicBarrier(work.size());
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            var futures =
                    work.stream()
                            .map(one ->
                                    threads.submit(() -> {
                                        start.await(1, TimeUnit.MINUTES);
                                        return one.call();
                                    }))
                            .toList();
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(future.get(5, TimeUnit.MINUTES));
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError("A thread failed", e.getCause());
        }
    }
}
