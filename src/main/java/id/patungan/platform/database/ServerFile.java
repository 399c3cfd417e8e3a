package id.patungan.platform.database;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code server.json} says of the program that holds a home and of its database; readable by
 * the owner of the home alone, for it has the passwords of this start.
 *
 * @param ready whether the database answers yet
 * @param url where pages are served, absent for commands
 */
record ServerFile(
        Running program,
        Running database,
        int port,
        String data,
        boolean ready,
        @Nullable String url,
        Passwords passwords) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A process, told apart from a later one with the same number by the time of its start. */
    record Running(long pid, Instant started) {

        static Running of(ProcessHandle handle) {
            return new Running(handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH));
        }

        /** The process if it still runs. */
        Optional<ProcessHandle> running() {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(found -> of(found).started().equals(started));
        }
    }

    /** One random password per account and start. */
    record Passwords(String owner, String application, String administrator) {

        static Passwords random() {
            return new Passwords(password(), password(), password());
        }

        private static String password() {
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        }
    }

    ServerFile withReady(boolean answers) {
        return new ServerFile(program, database, port, data, answers, url, passwords);
    }

    ServerFile withUrl(String address) {
        return new ServerFile(program, database, port, data, ready, address, passwords);
    }

    /** The content, or nothing when the file is missing or only half there. */
    static Optional<ServerFile> read(Path file) {
        try {
            return Optional.of(JSON.readValue(Files.readString(file), ServerFile.class));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** Replaces the file as a whole; nobody else can read it at any moment. */
    void write(Path file) throws IOException {
        var partial = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(partial);
        var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var privately =
                PosixFilePermissions.asFileAttribute(
                        Set.copyOf(PosixFilePermissions.fromString("rw-------")));
        try (var channel = FileChannel.open(partial, options, privately)) {
            channel.write(
                    ByteBuffer.wrap(
                            JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8)));
        }
        Files.move(
                partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
