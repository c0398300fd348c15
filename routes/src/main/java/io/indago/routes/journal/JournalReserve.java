package io.indago.routes.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Room on the disk that is given up when there is no other: forgetting takes some before it makes any, and a journal that
 * has filled the disk itself could never do so.
 */
final class JournalReserve {
    private static final long MOST_BYTES = 8 << 20;

    private final Path file;
    private final long bytes;

    /** @param journalBytes the most the journal may hold */
    JournalReserve(Path folder, long journalBytes) {
        file = folder.resolve("journal.reserve");
        bytes = Math.min(MOST_BYTES, journalBytes / 8);
    }

    /** Takes the room unless it has it. */
    void take() throws IOException {
        if (Files.exists(file) && Files.size(file) == bytes) {
            return;
        }
        try {
            Files.write(file, new byte[Math.toIntExact(bytes)]);
        } catch (IOException full) {
            giveUp();
            throw full;
        }
    }

    void giveUp() throws IOException {
        Files.deleteIfExists(file);
    }
}
