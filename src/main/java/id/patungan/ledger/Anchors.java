package id.patungan.ledger;

import id.patungan.basics.BodyId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Heads of the chains, kept outside the database: one file per book under {@code anchors} in the
 * home, one line per commit, {@code number hash recorded-at}.
 *
 * <p>Inside the database nothing can tell that the newest entries were cut off together with the
 * head, or that somebody who owns the server wrote the whole chain anew. Against these lines it
 * shows. Copy the folder elsewhere from time to time: whoever can write both can forge both.
 *
 * <p>A line is written after the commit, so an anchored entry was always in the book. A line that
 * is missing is written by the next work on the book, and every line covers all entries before it.
 */
@Component
class Anchors {

    private static final Logger LOG = LoggerFactory.getLogger(Anchors.class);

    private final Path folder;

    /** The newest entry that this process has anchored, by book. */
    private final ConcurrentHashMap<BodyId, Long> kept = new ConcurrentHashMap<>();

    Anchors(@Value("${patungan.home}") Path home) {
        this.folder = home.toAbsolutePath().resolve("anchors");
    }

    /**
     * Whether that head, read under its lock, was not written down by this process: the answer to
     * its commit was lost, or another process posted it, or this one has just started.
     */
    boolean lacks(BodyId book, long no) {
        return no > kept.getOrDefault(book, 0L);
    }

    /** Writes the head down when the transaction at hand has been committed. */
    void keepAfterCommit(Book book, long no, Hash hash, Instant recordedAt) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        if (lacks(book.id(), no)) {
                            keep(book, no, no + " " + hash.hex() + " " + recordedAt + "\n");
                        }
                    }
                });
    }

    // The entry is in the book: a full disk must not turn that into a failure for its poster
    private void keep(Book book, long no, String line) {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    file(book), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            kept.merge(book.id(), no, Math::max);
        } catch (IOException e) {
            LOG.error("The head of book {} could not be anchored: {}", book.code(), line.trim(), e);
        }
    }

    /** Every line kept for the book, oldest first; none if there is no file. */
    void forEach(Book book, Consumer<String> line) {
        if (!Files.exists(file(book))) {
            return;
        }
        try (BufferedReader lines =
                Files.newBufferedReader(file(book), StandardCharsets.US_ASCII)) {
            lines.lines().forEach(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(Book book) {
        return folder.resolve(book.uid() + ".txt");
    }
}
