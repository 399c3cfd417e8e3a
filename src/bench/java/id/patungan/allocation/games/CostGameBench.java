package id.patungan.allocation.games;

import id.patungan.basics.Fraction;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Cost games of fifteen players, 32,767 coalitions: the Shapley value in machine numbers and in
 * large ones, the nucleolus, and the check of the core.
 *
 * <p>Run by {@code ./mvnw -Pbench process-test-classes} on a machine that does nothing else.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class CostGameBench {

    private static final int PLAYERS = 15;

    /** Rupiah, or rupiah with so many digits that they fit in no machine number. */
    @Param({"rupiah", "large"})
    public String costs = "rupiah";

    private CostGame game = CostGame.of(1, _ -> Fraction.ZERO);
    private List<Fraction> values = List.of();

    /** Coalitions save up to two fifths of what their members would pay alone. */
    @Setup
    public void game() {
        var random = new Random(15);
        var factor = Fraction.parse(costs.equals("large") ? "1" + "0".repeat(30) : "1");
        var alone = random.longs(PLAYERS, 1_000_000, 1_000_000_000).toArray();
        game =
                CostGame.of(
                        PLAYERS,
                        coalition -> {
                            var sum = 0L;
                            for (var player = 0; player < PLAYERS; player++) {
                                sum += (coalition >> player & 1) * alone[player];
                            }
                            var saved =
                                    Integer.bitCount(coalition) == 1
                                            ? 0
                                            : random.nextLong(2 * sum / 5);
                            return Fraction.of(sum - saved).times(factor);
                        });
        values = Shapley.exact(game);
    }

    /** By coalitions, exact. */
    @Benchmark
    public List<Fraction> shapley() {
        return Shapley.exact(game);
    }

    /** Exact, through linear programs in fractions. */
    @Benchmark
    public Optional<List<Fraction>> nucleolus() {
        return Nucleolus.of(game);
    }

    /** Which coalitions would be better off alone. */
    @Benchmark
    public List<Core.Objection> objections() {
        return Core.objections(game, values);
    }
}
