package id.patungan.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A main class in a process of its own, with the class path of the tests. */
public final class ChildProgram implements AutoCloseable {

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Path log;

    private ChildProgram(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it; its messages go to a file below {@code target}. */
    public static ChildProgram start(Class<?> main, Object... arguments) throws IOException {
        return start(List.of(), main, arguments);
    }

    /** The same with options of the virtual machine. */
    public static ChildProgram start(List<String> options, Class<?> main, Object... arguments)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        command.addAll(options);
        command.add("-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"));
        command.add("-Dpatungan.engines=" + System.getProperty("patungan.engines"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        var logs = Files.createDirectories(Path.of("target/child-programs"));
        var log = Files.createTempFile(logs, main.getSimpleName() + "-", ".log");
        var child =
                new ChildProgram(
                        new ProcessBuilder(command).redirectError(log.toFile()).start(), log);
        Thread.ofVirtual().start(child::collect);
        return child;
    }

    private void collect() {
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            reader.lines().forEach(lines::add);
        } catch (IOException e) {
            lines.add("output ended: " + e);
        }
    }

    /** The rest of the first line of its output that begins so. */
    public String await(String beginning, Duration patience) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            var line = lines.poll(100, TimeUnit.MILLISECONDS);
            if (line != null && line.startsWith(beginning)) {
                return line.substring(beginning.length()).strip();
            }
            if (line == null && (!process.isAlive() || System.nanoTime() > deadline)) {
                throw new AssertionError("No line '" + beginning + "…', see " + log);
            }
        }
    }

    /** Its number. */
    public long pid() {
        return process.pid();
    }

    /** Ends its input, which our programs take as the wish to stop, and returns its exit code. */
    public int finish() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new AssertionError("It does not end, see " + log);
        }
        return process.exitValue();
    }

    /** KILL: it can do nothing about it. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
