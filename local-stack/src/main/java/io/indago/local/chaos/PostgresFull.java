package io.indago.local.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The disk with PostgreSQL's tables is full, and then is not any more. */
final class PostgresFull implements Fault {
    private static final int ROOM_MEGABYTES = 8;

    @Override
    public List<String> strike(Turn turn) throws Exception {
        Path tables = turn.stand().postgresData().resolve("base");
        turn.awaitMoment();
        turn.stand().postgres().stop();
        SmallDisk disk = SmallDisk.under(tables, ROOM_MEGABYTES);
        Path ballast = tables.resolve("ballast");
        try {
            turn.stand().postgres().start();
            turn.awaitMoment();
            boolean isFull = disk.fill(ballast);
            turn.awaitMoment();
            turn.pause();
            Files.delete(ballast);
            turn.load().finish();
            turn.judge().settle(turn.outage().plusSeconds(30));
            return isFull ? List.of() : List.of("the disk never was full");
        } finally {
            turn.stand().postgres().stop();
            Files.deleteIfExists(ballast);
            disk.remove();
        }
    }

    @Override
    public Optional<String> obstacle() {
        return SmallDisk.obstacle();
    }
}
