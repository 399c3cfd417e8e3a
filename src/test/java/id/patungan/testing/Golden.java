package id.patungan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Approved texts in {@code src/test/resources/golden}. {@code -Dgolden.update=true} renews them;
 * the change is then read in the diff.
 */
public final class Golden {

    private Golden() {}

    /**
     * Compares line by line, so that a failure names the line.
     *
     * @param name below the golden folder: {@code statements/sleman.txt}
     */
    public static void assertApproved(String name, String actual) {
        var file = Path.of("src/test/resources/golden").resolve(name);
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            assertThat(actual.lines()).containsExactlyElementsOf(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException("No approved text; run with -Dgolden.update=true", e);
        }
    }
}
