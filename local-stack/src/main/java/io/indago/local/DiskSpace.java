package io.indago.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Room for the stack. A disk that fills up later is told by the log of whoever noticed it. */
final class DiskSpace {

    private static final long NEEDED_MEGABYTES = 1_000;
    private static final long MEGABYTE = 1_000_000;

    private DiskSpace() {}

    static void require(Path folder) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace() / MEGABYTE;
            if (free < NEEDED_MEGABYTES) {
                throw new LocalStackException("The disk with " + folder + " has " + free + " MB left, and Indago wants "
                        + NEEDED_MEGABYTES + " MB: make room first.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
