package id.patungan.basics;

/**
 * The code of a fund, such as {@code UMUM} or {@code DONOR-GTZ}: 1 to 32 of {@code A-Z 0-9 . -}.
 */
public record FundCode(String value) implements Comparable<FundCode> {

    /** Checks the form, so that nobody checks again. */
    public FundCode {
        if (!value.matches("[A-Z0-9][A-Z0-9.-]{0,31}")) {
            throw new IllegalArgumentException(
                    "'" + value + "' is not a fund code; use 1 to 32 of A-Z 0-9 . -");
        }
    }

    @Override
    public int compareTo(FundCode other) {
        return value.compareTo(other.value);
    }
}
