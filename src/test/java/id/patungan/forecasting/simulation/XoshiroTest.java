package id.patungan.forecasting.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

class XoshiroTest {

    /** From the state 1, 2, 3, 4, by the authors' own program. */
    @Test
    void reproducesThePublishedOutputs() {
        var random = new Xoshiro(1, 2, 3, 4);

        assertThat(IntStream.range(0, 8).mapToObj(_ -> Long.toUnsignedString(random.next())))
                .containsExactly(
                        "41943041",
                        "58720359",
                        "3588806011781223",
                        "3591011842654386",
                        "9228616714210784205",
                        "9973669472204895162",
                        "14011001112246962877",
                        "12406186145184390807");
    }

    /** From the seed 1234567, by the authors' own program. */
    @Test
    void splitMixReproducesThePublishedOutputs() {
        assertThat(
                        IntStream.range(0, 5)
                                .mapToObj(at ->
                                        Long.toUnsignedString(Xoshiro.splitMix(1_234_567, at))))
                .containsExactly(
                        "6457827717110365317",
                        "3203168211198807973",
                        "9817491932198370423",
                        "4593380528125082431",
                        "16408922859458223821");
    }

    /** The Java platform has the same algorithm; its state can be given as bytes. */
    @Test
    void agreesWithThePlatformsOwn() {
        var state = ByteBuffer.allocate(32);
        var seed = 20_061_231L;
        for (var at = 0; at < 4; at++) {
            state.putLong(Xoshiro.splitMix(seed, 4 * 7 + at));
        }
        var platform = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(state.array());
        var ours = Xoshiro.of(seed, 7);

        for (var draw = 0; draw < 1_000; draw++) {
            assertThat(ours.next()).isEqualTo(platform.nextLong());
        }
    }

    @Test
    void neverDrawsZeroOrOne() {
        assertThat(new Xoshiro(0, 0, 0, 0).uniform()).isEqualTo(0x1p-53);
        // the first output of this state has all bits set
        var ones = new Xoshiro(-1, 0, 0, 0);
        assertThat(ones.next()).isEqualTo(-2);
        assertThat(new Xoshiro(-1, 0, 0, 0).uniform()).isEqualTo(1 - 0x1p-53).isLessThan(1);
    }

    @Test
    void everyPathHasItsOwnDraws() {
        assertThat(IntStream.range(0, 10_000).mapToObj(path -> Xoshiro.of(1, path).next()))
                .doesNotHaveDuplicates();
        assertThat(Xoshiro.of(1, 0).next()).isNotEqualTo(Xoshiro.of(2, 0).next());
    }
}
