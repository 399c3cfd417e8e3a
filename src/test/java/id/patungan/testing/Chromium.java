package id.patungan.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The system's browser; {@code src/build/java/PrepareMachine.java} installs it where it may. */
public final class Chromium {

    private Chromium() {}

    /** What keeps it from asking for a graphics card or the network; for a run as root too. */
    public static final List<String> ARGUMENTS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    /** Where it is, if it is there. */
    public static Optional<Path> executable() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(name -> Path.of("/usr/bin", name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
