package id.patungan.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A database that meets a full disk stops in the middle of its work; better not to start it. */
final class FreeDisk {

    /** Room for the logs and some months of entries. */
    private static final long LEAST = 512L << 20;

    private FreeDisk() {}

    static void require(Path directory) throws IOException {
        require(directory, LEAST);
    }

    static void require(Path directory, long bytes) throws IOException {
        var free = Files.getFileStore(directory).getUsableSpace();
        if (free < bytes) {
            throw new EnvironmentException(
                    "Only "
                            + (free >> 20)
                            + " MiB are free for "
                            + directory
                            + ", "
                            + (bytes >> 20)
                            + " MiB are needed; free some space and start again.");
        }
    }
}
