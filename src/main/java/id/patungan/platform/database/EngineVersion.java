package id.patungan.platform.database;

import java.util.Comparator;

/** The version of a database engine: {@code 11.4.5}. */
record EngineVersion(int major, int minor, int patch) implements Comparable<EngineVersion> {

    private static final Comparator<EngineVersion> ORDER =
            Comparator.comparingInt(EngineVersion::major)
                    .thenComparingInt(EngineVersion::minor)
                    .thenComparingInt(EngineVersion::patch);

    static EngineVersion parse(String text) {
        var parts = text.strip().split("\\.", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("'" + text + "' is not an engine version");
        }
        return new EngineVersion(
                Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    @Override
    public int compareTo(EngineVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
