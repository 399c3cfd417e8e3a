package id.patungan.grants.rates;

import java.util.Locale;
import java.util.Optional;

/** What a rate holds for. */
public enum RateKind {
    /** One day. */
    DAY,
    /** A whole month, as the reference rate that an agreement names. */
    MONTH;

    /** As stored and sent: {@code day}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with that code. */
    public static Optional<RateKind> of(String code) {
        for (var kind : values()) {
            if (kind.code().equals(code)) return Optional.of(kind);
        }
        return Optional.empty();
    }
}
