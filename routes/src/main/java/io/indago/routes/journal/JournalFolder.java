package io.indago.routes.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The journal's folder, held by one hub. The operating system lets go of it when the hub dies, however it does. */
final class JournalFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel lock;

    private JournalFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** @throws JournalBrokenException when another hub has it, or nothing can be written there */
    static JournalFolder hold(Path path) throws JournalBrokenException {
        try {
            Path folder = Files.createDirectories(path.toAbsolutePath());
            FileChannel channel = FileChannel.open(
                    folder.resolve("journal.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(channel) == null) {
                channel.close();
                throw new JournalBrokenException(
                        folder + " is the journal of a hub that runs; each needs its own", null);
            }
            return new JournalFolder(folder, channel);
        } catch (IOException unwritable) {
            throw new JournalBrokenException("the journal can't be kept in " + path.toAbsolutePath(), unwritable);
        }
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ofThisProcess) {
            return null;
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
