package id.patungan.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 digest, as 64 lower-case hexadecimal digits. */
record Hash(String hex) {

    static Hash of(byte[] digest) {
        return new Hash(HexFormat.of().formatHex(digest));
    }

    static Hash sha256(byte[] of) {
        try {
            return of(MessageDigest.getInstance("SHA-256").digest(of));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The 32 bytes. */
    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
