package id.patungan.platform.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program of the engine that runs to its end. */
final class Program {

    private Program() {}

    /** Its exit status; everything that it says goes to the end of the log. */
    static int run(List<String> command, Path input, Path log) throws IOException {
        return run(command, input, log, Map.of());
    }

    /** With more in its environment, where others cannot read it: passwords. */
    static int run(List<String> command, Path input, Path log, Map<String, String> environment)
            throws IOException {
        var builder =
                new ProcessBuilder(command)
                        .redirectInput(input.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        var process = builder.start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
