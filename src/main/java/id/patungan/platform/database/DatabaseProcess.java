package id.patungan.platform.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A running mariadbd that cannot outlive this program.
 *
 * <p>A tiny shell stands between: it holds the reading end of a pipe whose writing end only this
 * program has. When this program ends, however it ends, the shell reads the end of the file and
 * sends TERM to the one process that it started.
 */
final class DatabaseProcess {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseProcess.class);

    /** How long a clean stop may take before it is broken off: writing back a large buffer. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String GUARD =
            """
            exec 3<&0
            "$@" </dev/null >/dev/null 2>&1 3<&- &
            server=$!
            echo "$server"
            { while read -r line; do :; done; kill -TERM "$server"; } <&3 >/dev/null 2>&1 &
            reader=$!
            exec 3<&- >/dev/null 2>&1
            wait "$server"
            status=$?
            kill "$reader"
            exit "$status"
            """;

    private final Process guard;
    private final ProcessHandle server;

    private DatabaseProcess(Process guard, ProcessHandle server) {
        this.guard = guard;
        this.server = server;
    }

    static DatabaseProcess start(List<String> command) throws IOException {
        var line = new ArrayList<String>();
        var setsid = Path.of("/usr/bin/setsid");
        if (Files.isExecutable(setsid)) {
            // a session of its own: control-C is for this program, which then stops in order
            line.add(setsid.toString());
        }
        line.addAll(List.of("/bin/sh", "-c", GUARD, "patungan-database"));
        line.addAll(command);
        var guard = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var output =
                new BufferedReader(
                        new InputStreamReader(guard.getInputStream(), StandardCharsets.UTF_8));
        var pid = output.readLine();
        if (pid == null) {
            throw new IOException("/bin/sh ended with status " + guard.onExit().join().exitValue());
        }
        var server = ProcessHandle.of(Long.parseLong(pid));
        if (server.isEmpty()) {
            throw new IOException("mariadbd ended at once");
        }
        return new DatabaseProcess(guard, server.get());
    }

    ProcessHandle server() {
        return server;
    }

    boolean isRunning() {
        return guard.isAlive();
    }

    /** Completes when the server ends, on purpose or not. */
    CompletableFuture<Process> ended() {
        return guard.onExit();
    }

    /** TERM and wait; only after minutes KILL, and then aloud. */
    void stop() {
        try {
            guard.getOutputStream().close();
        } catch (IOException e) {
            LOG.debug("The pipe was closed already", e);
        }
        try {
            if (!guard.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.error(
                        "The database (process {}) did not stop within {} minutes and is killed;"
                                + " it will recover at the next start.",
                        server.pid(),
                        PATIENCE.toMinutes());
                server.destroyForcibly();
                guard.waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnvironmentException(
                    "Interrupted while the database (process " + server.pid() + ") stops", e);
        }
    }
}
