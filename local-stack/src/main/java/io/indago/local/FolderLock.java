package io.indago.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** One owner for a folder, among all processes of the machine; the system frees it when its owner dies. */
final class FolderLock implements AutoCloseable {

    private static final long RETRY_MILLIS = 200;

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static Optional<FolderLock> tryLock(Path folder) {
        Folders.create(folder);
        try {
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                return Optional.of(new FolderLock(channel));
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does the work when nobody else does such work in this folder. */
    static void holding(Path folder, Runnable work) {
        FolderLock lock = await(folder);
        try {
            work.run();
        } finally {
            lock.close();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FolderLock await(Path folder) {
        Optional<FolderLock> lock = tryLock(folder);
        while (lock.isEmpty()) {
            try {
                Thread.sleep(RETRY_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LocalStackException("Interrupted while another process prepared " + folder + ".", e);
            }
            lock = tryLock(folder);
        }
        return lock.get();
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // another stack of this very JVM owns it
            return false;
        }
    }
}
