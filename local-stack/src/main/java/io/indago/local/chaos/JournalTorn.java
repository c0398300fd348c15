package io.indago.local.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The hub dies in the middle of a write to its journal, while Kafka is away: what it had not finished writing is a piece
 * of something at the end of the file.
 */
final class JournalTorn implements Fault {
    private static final int LONGEST_PIECE = 5_000;

    @Override
    public List<String> strike(Turn turn) throws InterruptedException, IOException {
        turn.awaitMoment();
        turn.stand().kafka().kill();
        turn.awaitMoment();
        turn.stand().hub().kill();
        Optional<Path> torn = newest(turn.stand().journal());
        if (torn.isPresent()) {
            tear(torn.get(), turn.random());
        }
        turn.stand().hub().start();
        turn.awaitMoment();
        turn.stand().kafka().start();
        return torn.isPresent()
                ? List.of()
                : List.of("there is no journal in " + turn.stand().journal());
    }

    @Override
    public boolean lookupsGoOn() {
        return false;
    }

    /** A piece of what the file holds already: nothing looks more like a write of it. */
    private static void tear(Path file, Random random) throws IOException {
        byte[] content = Files.readAllBytes(file);
        int length = Math.min(1 + random.nextInt(LONGEST_PIECE), content.length);
        int begin = random.nextInt(content.length - length + 1);
        byte[] piece = new byte[length];
        System.arraycopy(content, begin, piece, 0, length);
        Files.write(file, piece, StandardOpenOption.APPEND);
    }

    /** The file that was being written: the write-ahead log, where there is one. */
    private static Optional<Path> newest(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-wal"))
                    .filter(file -> file.toFile().length() > 0)
                    .max(Comparator.comparing(file -> file.toFile().lastModified()));
        }
    }
}
