package id.patungan.allocation.games;

/**
 * Orders drawn at random from a seed. Written out (SplitMix64, Fisher-Yates, rejection) so that a
 * sample is the same on every machine and in every later version of Java.
 */
final class Shuffle {

    private long state;

    Shuffle(long seed) {
        state = seed;
    }

    /** Puts the array in an order, all orders being equally likely. */
    void shuffle(int[] array) {
        for (var last = array.length - 1; last > 0; last--) {
            var other = below(last + 1);
            var kept = array[last];
            array[last] = array[other];
            array[other] = kept;
        }
    }

    private int below(int bound) {
        var limit = Integer.MAX_VALUE - Integer.MAX_VALUE % bound;
        int drawn;
        do {
            drawn = (int) (next() >>> 33);
        } while (drawn >= limit);
        return drawn % bound;
    }

    private long next() {
        state += 0x9E3779B97F4A7C15L;
        var mixed = state;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
