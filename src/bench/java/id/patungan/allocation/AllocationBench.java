package id.patungan.allocation;

import id.patungan.basics.Fraction;
import id.patungan.basics.Money;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Divisions per second, by JMH: 500 parties under a nested rule, each share in 12 instalments; and
 * the largest remainder alone for 10,000 and 100,000 parties, whose times should be as one to ten.
 *
 * <p>Run by {@code ./mvnw -Pbench process-test-classes} on a machine that does nothing else.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class AllocationBench {

    private static final Currency IDR = Currency.getInstance("IDR");
    private static final Money TOTAL = new Money(IDR, 123_456_789_012_300L);

    /** Pinned payers, and the rest half by bounded weights, half by a blend of two keys. */
    @State(Scope.Benchmark)
    public static class Nested {
        private Parties parties = Parties.of();
        private RuleDocument document = RuleDocument.of(new Rule.Equal());

        /** 500 parties with two figures each. */
        @Setup
        public void setUp() {
            parties = parties(500);
            var pins = new LinkedHashMap<String, Fraction>();
            for (var number = 0; number < 20; number++) {
                pins.put("P" + number, Fraction.parse("0.1"));
            }
            var bounded =
                    new Rule.Bounded(
                            new Rule.Limit.Same(Fraction.parse("0.01")),
                            new Rule.Limit.Same(Fraction.of(2)),
                            Rule.Of.NODE,
                            new Rule.ByIndicator("v"));
            var blend =
                    new Rule.Blend(
                            new Rule.Equal(),
                            new Rule.ByIndicator("w", 2, false),
                            Fraction.of(40),
                            Fraction.of(10));
            var half = Fraction.of(50);
            document =
                    RuleDocument.of(
                            new Rule.Pinned(
                                    pins,
                                    new Rule.Mix(
                                            List.of(
                                                    new Rule.Part(half, bounded),
                                                    new Rule.Part(half, blend)))));
        }
    }

    /** Many parties in proportion to one figure. */
    @State(Scope.Benchmark)
    public static class Many {
        /** How many. */
        @Param({"10000", "100000"})
        public int count;

        private Parties parties = Parties.of();
        private final RuleDocument document = RuleDocument.of(new Rule.ByIndicator("v"));

        /** So many parties. */
        @Setup
        public void setUp() {
            parties = parties(count);
        }
    }

    /** 500 parties under a nested rule, each share in 12 instalments. */
    @Benchmark
    public Instalments nested500By12(Nested given) {
        return Instalments.of(Allocation.allocate(TOTAL, given.document, given.parties), 12);
    }

    /** The largest remainder for many parties. */
    @Benchmark
    public Shares largestRemainder(Many given) {
        return Allocation.allocate(TOTAL, given.document, given.parties);
    }

    private static Parties parties(int count) {
        var random = new Random(1);
        var parties = new ArrayList<Parties.Party>();
        for (var number = 0; number < count; number++) {
            parties.add(
                    new Parties.Party(
                            "P" + number,
                            "Party " + number,
                            Map.of(
                                    "v", Fraction.of(random.nextInt(1, 5_000_000)),
                                    "w", Fraction.of(random.nextInt(1, 1000))),
                            Map.of(),
                            null));
        }
        return new Parties(parties);
    }
}
