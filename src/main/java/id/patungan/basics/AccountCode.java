package id.patungan.basics;

/** A code from a chart of accounts, such as {@code 11200}: 1 to 20 of {@code A-Z 0-9 . -}. */
public record AccountCode(String value) implements Comparable<AccountCode> {

    /** Checks the form, so that nobody checks again. */
    public AccountCode {
        if (!value.matches("[A-Z0-9][A-Z0-9.-]{0,19}")) {
            throw new IllegalArgumentException(
                    "'" + value + "' is not an account code; use 1 to 20 of A-Z 0-9 . -");
        }
    }

    @Override
    public int compareTo(AccountCode other) {
        return value.compareTo(other.value);
    }
}
