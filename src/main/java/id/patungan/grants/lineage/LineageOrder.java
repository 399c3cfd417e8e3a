package id.patungan.grants.lineage;

import java.util.Locale;
import java.util.Optional;

/** In which order money is taken to have been used. */
public enum LineageOrder {
    /** What came first is used first. */
    FIRST_IN,
    /** Of everything that is there, in proportion to what is left of it. */
    PRO_RATA,
    /** What the giver restricted first, then interest and gains; each by date. */
    RESTRICTED_FIRST;

    /** As sent: {@code first-in}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The order with that code. */
    public static Optional<LineageOrder> of(String code) {
        for (var order : values()) {
            if (order.code().equals(code)) return Optional.of(order);
        }
        return Optional.empty();
    }
}
