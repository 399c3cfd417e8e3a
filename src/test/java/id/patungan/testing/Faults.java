package id.patungan.testing;

import org.jspecify.annotations.Nullable;

import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What goes wrong between the program and its database, on purpose. Nothing does until a test asks.
 *
 * <p>Every {@code @DatabaseTest} has one, and its data source obeys it: {@code @Autowired Faults
 * faults}. Call {@link #none()} at the end of the test.
 */
public final class Faults {

    /** One kind of trouble. */
    public enum Fault {
        /** Before a statement: 1213, and the server has rolled the transaction back. */
        DEADLOCK,
        /** Before a statement: 1205, and the transaction is still open with what it did so far. */
        LOCK_WAIT_TIMEOUT,
        /** Before a statement: the connection is gone, and with it the transaction. */
        CONNECTION_DROPPED,
        /** At COMMIT: 1213 as a cluster says it; nothing is stored. */
        COMMIT_REFUSED,
        /** At COMMIT: the connection goes before the server has heard; nothing is stored. */
        COMMIT_NOT_SENT,
        /** At COMMIT: everything is stored, but the answer does not arrive. */
        COMMIT_ANSWER_LOST;

        boolean atCommit() {
            return this == COMMIT_REFUSED || this == COMMIT_NOT_SENT || this == COMMIT_ANSWER_LOST;
        }
    }

    private record Chance(Random random, int oneIn) {}

    private final ConcurrentLinkedQueue<Fault> armed = new ConcurrentLinkedQueue<>();
    private final ConcurrentMap<Fault, AtomicInteger> injected = new ConcurrentHashMap<>();
    private volatile @Nullable Chance chance;

    /** The next statements and commits meet these, each once, in this order. */
    public void next(Fault... faults) {
        armed.addAll(java.util.List.of(faults));
    }

    /**
     * From now on, on every thread, one of so many statements and commits meets some fault.
     *
     * @param seed makes the sequence of decisions (not which thread meets them) repeatable
     */
    public void oneIn(int operations, long seed) {
        chance = new Chance(new Random(seed), operations);
    }

    /** Nothing goes wrong any more; the counts are kept. */
    public void none() {
        armed.clear();
        chance = null;
    }

    /** How often that kind has been met since the context started. */
    public int injected(Fault fault) {
        var count = injected.get(fault);
        return count == null ? 0 : count.get();
    }

    /** How often anything has been met since the context started. */
    public int injected() {
        return injected.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    @Nullable Fault draw(boolean commit) {
        var fault = drawArmed(commit);
        if (fault == null) {
            fault = drawByChance(commit);
        }
        if (fault != null) {
            injected.computeIfAbsent(fault, kind -> new AtomicInteger()).incrementAndGet();
        }
        return fault;
    }

    private @Nullable Fault drawArmed(boolean commit) {
        synchronized (armed) {
            var first = armed.peek();
            if (first == null || first.atCommit() != commit) {
                return null;
            }
            return armed.poll();
        }
    }

    private @Nullable Fault drawByChance(boolean commit) {
        var current = chance;
        if (current == null) {
            return null;
        }
        synchronized (current) {
            if (current.random().nextInt(current.oneIn()) != 0) {
                return null;
            }
            var kinds =
                    java.util.Arrays.stream(Fault.values())
                            .filter(kind -> kind.atCommit() == commit)
                            .toList();
            return kinds.get(current.random().nextInt(kinds.size()));
        }
    }
}
