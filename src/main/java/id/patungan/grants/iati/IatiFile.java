package id.patungan.grants.iati;

import java.time.Instant;
import java.util.List;

/**
 * An activity file.
 *
 * @param generated when it was made
 * @param activities at least one
 */
public record IatiFile(Instant generated, List<IatiActivity> activities) {

    /** Of the standard. */
    public static final String VERSION = "2.03";

    /**
     * Takes a copy.
     *
     * @throws IllegalArgumentException if there is no activity: the schema knows no empty file
     */
    public IatiFile {
        activities = List.copyOf(activities);
        if (activities.isEmpty()) {
            throw new IllegalArgumentException("An activity file has at least one activity");
        }
    }
}
