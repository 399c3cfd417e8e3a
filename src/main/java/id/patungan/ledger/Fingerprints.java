package id.patungan.ledger;

import java.nio.charset.StandardCharsets;

/**
 * Which ids were seen, in 8 bytes each: two different ids are taken for one with a chance of one in
 * a hundred million even in a file of half a million entries.
 */
final class Fingerprints {

    private long[] slots = new long[1 << 12];
    private int count;

    boolean add(String id) {
        if (count * 2 >= slots.length) {
            var old = slots;
            slots = new long[old.length * 2];
            for (var fingerprint : old) {
                if (fingerprint != 0) {
                    put(fingerprint);
                }
            }
        }
        var added = put(fingerprint(id));
        count += added ? 1 : 0;
        return added;
    }

    private boolean put(long fingerprint) {
        var at = (int) (fingerprint & (slots.length - 1));
        while (slots[at] != 0) {
            if (slots[at] == fingerprint) {
                return false;
            }
            at = (at + 1) & (slots.length - 1);
        }
        slots[at] = fingerprint;
        return true;
    }

    private static long fingerprint(String id) {
        var digest = Hash.sha256(id.getBytes(StandardCharsets.UTF_8)).hex();
        var fingerprint = Long.parseUnsignedLong(digest.substring(0, 16), 16);
        return fingerprint == 0 ? 1 : fingerprint;
    }
}
