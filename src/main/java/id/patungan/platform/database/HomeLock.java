package id.patungan.platform.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A lock on a file that the system releases when this program ends, however it ends. */
final class HomeLock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HomeLock.class);

    private final FileChannel channel;
    private final FileLock lock;

    private HomeLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** The lock if nobody has it. */
    static Optional<HomeLock> alone(Path file) throws IOException {
        return acquire(file, false);
    }

    /** The lock together with others that share it, unless somebody has it alone. */
    static Optional<HomeLock> shared(Path file) throws IOException {
        return acquire(file, true);
    }

    private static Optional<HomeLock> acquire(Path file, boolean shared) throws IOException {
        var channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        try {
            var lock = channel.tryLock(0, Long.MAX_VALUE, shared);
            if (lock != null) {
                return Optional.of(new HomeLock(channel, lock));
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("{} is locked by this program itself", file);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            LOG.warn("A lock could not be released", e);
        }
    }
}
