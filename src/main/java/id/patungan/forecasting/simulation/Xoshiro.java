package id.patungan.forecasting.simulation;

/**
 * The generator xoshiro256++ of Blackman and Vigna (2019), 256 bits of state, which SplitMix64
 * (Steele, Lea and Flood 2014) fills: path {@code p} gets the outputs {@code 4p … 4p+3} of
 * SplitMix64 begun at the seed. So a path depends on the seed and its number alone, not on who
 * draws it.
 */
final class Xoshiro {

    static final String NAME = "xoshiro256++/SplitMix64";

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    Xoshiro(long s0, long s1, long s2, long s3) {
        this.s0 = s0;
        this.s1 = s1;
        this.s2 = s2;
        this.s3 = s3;
    }

    /** The generator of one path. */
    static Xoshiro of(long seed, int path) {
        var first = 4L * path;
        return new Xoshiro(
                splitMix(seed, first),
                splitMix(seed, first + 1),
                splitMix(seed, first + 2),
                splitMix(seed, first + 3));
    }

    /** The output of SplitMix64 with that index, from 0. */
    static long splitMix(long seed, long index) {
        var mixed = seed + (index + 1) * GOLDEN_GAMMA;
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    long next() {
        var result = Long.rotateLeft(s0 + s3, 23) + s0;
        var shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /** The middle of one of 2^52 equal pieces of (0, 1): never 0, never 1, and exact. */
    double uniform() {
        return ((next() >>> 12) + 0.5) * 0x1p-52;
    }
}
