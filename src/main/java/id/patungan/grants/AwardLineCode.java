package id.patungan.grants;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * What a posting says about an award: {@code award/line}, {@code award/line/activity}, or {@code
 * award/-/activity} for an activity outside the giver's frame.
 *
 * @param line the giver's code; {@value #OUTSIDE} outside the frame
 * @param activity null where the line has no frame
 */
public record AwardLineCode(String award, String line, @Nullable String activity) {

    /** Stands for the line where the giver's frame has none. */
    public static final String OUTSIDE = "-";

    /** Reads the code of a posting; empty if it is not of that form. */
    public static Optional<AwardLineCode> read(@Nullable String code) {
        if (code == null) return Optional.empty();
        var parts = code.split("/", -1);
        return switch (parts.length) {
            case 2 -> Optional.of(new AwardLineCode(parts[0], parts[1], null));
            case 3 -> Optional.of(new AwardLineCode(parts[0], parts[1], parts[2]));
            default -> Optional.empty();
        };
    }

    /** Whether the activity stands outside the giver's frame. */
    public boolean outside() {
        return line.equals(OUTSIDE);
    }

    /** As postings have it. */
    public String code() {
        return activity == null ? award + "/" + line : award + "/" + line + "/" + activity;
    }
}
