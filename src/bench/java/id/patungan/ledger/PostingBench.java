package id.patungan.ledger;

import id.patungan.PatunganApplication;
import id.patungan.basics.BodyId;
import id.patungan.platform.Access;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import javax.sql.DataSource;

/**
 * Entries of three lines posted per second, one durable transaction each: {@link Ledger#post}
 * beside a floor of plain JDBC with the same SQL, tables and triggers on the same pool. Both are
 * measured in turns, several rounds, and medians are printed. Arguments: seconds per measurement,
 * rounds.
 *
 * <p>Run by {@code ./mvnw -Pbench process-test-classes} on a machine that does nothing else.
 */
public final class PostingBench {

    private static final LocalDate DAY = LocalDate.of(2006, 1, 15);
    private static final int BOOKS = 16;

    private final Ledger ledger;
    private final DataSource dataSource;
    private final List<Access> bodies = new ArrayList<>();
    private final AtomicLong keys = new AtomicLong();

    private PostingBench(ConfigurableApplicationContext context) {
        ledger = context.getBean(Ledger.class);
        dataSource = context.getBean(DataSource.class);
        var books = context.getBean(Books.class);
        for (var number = 1; number <= BOOKS; number++) {
            var access = Access.system(new BodyId(900_000 + number));
            books.open(
                    access,
                    new NewBook(
                            "BENCH-" + number,
                            Currency.getInstance("IDR"),
                            ZoneId.of("Asia/Jakarta"),
                            LocalDate.of(2006, 1, 1),
                            false));
            bodies.add(access);
        }
    }

    /** Measures, prints a table. */
    public static void main(String[] arguments) throws Exception {
        var seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        var rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        try (var context =
                new SpringApplicationBuilder(PatunganApplication.class)
                        .run(
                                "--server.address=127.0.0.1",
                                "--server.port=0",
                                "--spring.main.banner-mode=off",
                                "--logging.level.root=warn")) {
            new PostingBench(context).measure(seconds, rounds);
        }
    }

    private void measure(int seconds, int rounds) throws Exception {
        var rates = new LinkedHashMap<String, List<Double>>();
        for (var round = 0; round <= rounds; round++) {
            for (var callers : new int[] {1, BOOKS}) {
                for (var hot : callers == 1 ? new boolean[] {false} : new boolean[] {false, true}) {
                    var what = callers + (hot ? " callers, one hot book" : " callers, own books");
                    var floor = run(seconds, callers, hot, this::postByHand);
                    var product = run(seconds, callers, hot, this::post);
                    // The first round only warms up
                    if (round > 0) {
                        rates.computeIfAbsent("floor   " + what, _ -> new ArrayList<>()).add(floor);
                        rates.computeIfAbsent("product " + what, _ -> new ArrayList<>())
                                .add(product);
                    }
                }
            }
        }
        print(rates);
    }

    private static void print(Map<String, List<Double>> rates) {
        rates.forEach((what, measured) ->
                System.out.printf(
                        "%-40s %7.0f entries/s   of %s%n",
                        what,
                        median(measured),
                        measured.stream().map(rate -> String.format("%.0f", rate)).toList()));
    }

    private static double median(List<Double> of) {
        var sorted = of.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** Posts one entry of its own key. */
    private interface Work {
        void once(Access access, String key) throws SQLException;
    }

    private double run(int seconds, int callers, boolean hot, Work work)
            throws InterruptedException, ExecutionException {
        var stop = new AtomicBoolean();
        var done = new long[callers];
        try (var threads = Executors.newFixedThreadPool(callers)) {
            var futures = new ArrayList<java.util.concurrent.Future<?>>();
            var began = System.nanoTime();
            for (var caller = 0; caller < callers; caller++) {
                var mine = caller;
                var access = bodies.get(hot ? 0 : caller);
                futures.add(
                        threads.submit(() -> {
                            while (!stop.get()) {
                                work.once(access, "b" + keys.incrementAndGet());
                                done[mine]++;
                            }
                            return null;
                        }));
            }
            Thread.sleep(seconds * 1_000L);
            stop.set(true);
            for (var future : futures) {
                future.get();
            }
            return Arrays.stream(done).sum() * 1e9 / (System.nanoTime() - began);
        }
    }

    private void post(Access access, String key) {
        ledger.post(
                access,
                new NewEntry(
                        DAY,
                        "bench",
                        "Belanja ATK",
                        key,
                        null,
                        List.of(
                                NewPosting.debit("52100", "UMUM", 5_100),
                                NewPosting.credit("21200", "UMUM", 100),
                                NewPosting.credit("11200", "UMUM", 5_000))));
    }

    /** The statements that the product sends, prepared once, with nothing between them. */
    private void postByHand(Access access, String key) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            postByHand(access.body().value(), connection, key);
        }
    }

    private static void postByHand(int book, Connection connection, String key)
            throws SQLException {
        connection.setAutoCommit(false);
        long last;
        Hash head;
        java.time.LocalDateTime at;
        try (var lock =
                connection.prepareStatement(
                        "SELECT last_no, head_hash, last_recorded_at, closed_through, period_seq, chart_no"
                                + " FROM book_head WHERE book_id = ? FOR UPDATE")) {
            lock.setInt(1, book);
            try (var row = lock.executeQuery()) {
                row.next();
                last = row.getLong(1);
                head = Hash.of(row.getBytes(2));
                at = row.getTimestamp(3).toLocalDateTime();
            }
        }
        try (var twin =
                connection.prepareStatement(
                        "SELECT source_key, entry_no, content_hash FROM journal_entry"
                                + " WHERE book_id = ? AND source_key IN (?) AND entry_no <= ?")) {
            twin.setInt(1, book);
            twin.setString(2, key);
            twin.setLong(3, last);
            twin.executeQuery().close();
        }
        var content = Hash.sha256(key.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        var hash = Chain.link(head, content, CanonicalForm.VERSION, last + 1, at, "system", null);
        insert(connection, book, last + 1, key, at, content, head, hash);
        try (var seal =
                connection.prepareStatement(
                        "UPDATE book_head SET last_no = ?, head_hash = ?, last_recorded_at = ?"
                                + " WHERE book_id = ? AND last_no = ?")) {
            seal.setLong(1, last + 1);
            seal.setBytes(2, hash.bytes());
            seal.setTimestamp(3, java.sql.Timestamp.valueOf(at));
            seal.setInt(4, book);
            seal.setLong(5, last);
            seal.executeUpdate();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void insert(
            Connection connection,
            int book,
            long no,
            String key,
            java.time.LocalDateTime at,
            Hash content,
            Hash previous,
            Hash hash)
            throws SQLException {
        try (var header =
                connection.prepareStatement(
                        "INSERT INTO journal_entry (book_id, entry_no, entry_date, recorded_at, kind, description, source_key,"
                                + " document_no, reverses_no, reason, prepared_by, approved_by, line_count, form, content_hash, prev_hash, hash)"
                                + " VALUES (?, ?, ?, ?, 'bench', 'Belanja ATK', ?, NULL, NULL, NULL, 'system', NULL, 3, 1, ?, ?, ?)")) {
            header.setInt(1, book);
            header.setLong(2, no);
            header.setObject(3, DAY);
            header.setTimestamp(4, java.sql.Timestamp.valueOf(at));
            header.setString(5, key);
            header.setBytes(6, content.bytes());
            header.setBytes(7, previous.bytes());
            header.setBytes(8, hash.bytes());
            header.executeUpdate();
        }
        try (var lines =
                connection.prepareStatement(
                        "INSERT INTO posting (book_id, entry_no, line_no, entry_date, account_id, fund_id, amount) VALUES"
                                + " (?, ?, 1, ?, 52, 1, 5100), (?, ?, 2, ?, 18, 1, -100), (?, ?, 3, ?, 2, 1, -5000)")) {
            for (var line = 0; line < 3; line++) {
                lines.setInt(line * 3 + 1, book);
                lines.setLong(line * 3 + 2, no);
                lines.setObject(line * 3 + 3, DAY);
            }
            lines.executeUpdate();
        }
    }
}
