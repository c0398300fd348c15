package io.indago.local.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** PostgreSQL takes no writes for a while, as after a failover to a replica. */
final class PostgresReadOnly implements Fault {

    @Override
    public List<String> strike(Turn turn) throws IOException, InterruptedException {
        Path settings = turn.stand().postgresData().resolve("postgresql.auto.conf");
        String before = Files.readString(settings);
        turn.awaitMoment();
        long from = System.nanoTime();
        write(settings, before + "\ndefault_transaction_read_only = on\n", turn);
        try {
            turn.pause();
            turn.wasAwaySince(from);
        } finally {
            write(settings, before, turn);
        }
        return List.of();
    }

    private static void write(Path settings, String text, Turn turn) throws IOException {
        Path draft = settings.resolveSibling("chaos.conf.draft");
        Files.copy(settings, draft, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(draft, text);
        Files.move(draft, settings, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Signal.HUP.send(turn.stand().postgres().pid());
    }
}
