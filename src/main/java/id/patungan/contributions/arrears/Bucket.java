package id.patungan.contributions.arrears;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How long something is overdue, in the columns of the report "Umur piutang". */
public enum Bucket {
    /** Due today or later. */
    NOT_DUE("not-due", Long.MIN_VALUE, 0, 0),
    /** One day to thirty. */
    TO_30("1-30", 1, 30, 1),
    /** Thirty-one days to sixty. */
    TO_60("31-60", 31, 60, 1),
    /** Sixty-one days to ninety. */
    TO_90("61-90", 61, 90, 2),
    /** Ninety-one days to a hundred and eighty. */
    TO_180("91-180", 91, 180, 2),
    /** A hundred and eighty-one days to three hundred and sixty. */
    TO_360("181-360", 181, 360, 3),
    /** More than three hundred and sixty days. */
    OVER_360("over-360", 361, Long.MAX_VALUE, 3);

    private final String code;
    private final long first;
    private final long last;
    private final int heat;

    Bucket(String code, long first, long last, int heat) {
        this.code = code;
        this.first = first;
        this.last = last;
        this.heat = heat;
    }

    /** As files and the API name it: {@code 31-60}. */
    public String code() {
        return code;
    }

    /** How warm its cells are shown: 0 to 3; the figure in the cell says the same. */
    public int heat() {
        return heat;
    }

    boolean holds(long days) {
        return first <= days && days <= last;
    }

    /** The bucket of that many days after the due day; zero and less are not due. */
    public static Bucket of(long days) {
        for (var bucket : values()) {
            if (bucket.holds(days)) return bucket;
        }
        throw new IllegalArgumentException("No bucket holds " + days + " days");
    }

    /** How many days after its due day a day lies; zero or less while it is not overdue. */
    public static long days(LocalDate due, LocalDate asOf) {
        return ChronoUnit.DAYS.between(due, asOf);
    }
}
