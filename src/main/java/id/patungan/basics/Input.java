package id.patungan.basics;

import java.util.function.Supplier;

/** The border where text from outside becomes values. Elsewhere the same exceptions mean a bug. */
public final class Input {

    private Input() {}

    /**
     * The value, or a refusal that names the field.
     *
     * @throws InputException if making the value failed on a bad argument
     */
    public static <T> T read(String field, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
            throw new InputException(field, String.valueOf(e.getMessage()));
        }
    }
}
