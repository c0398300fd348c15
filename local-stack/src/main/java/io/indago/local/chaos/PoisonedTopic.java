package io.indago.local.chaos;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/** Records that can never be stored among those that can: each has to be put aside, and nothing else. */
final class PoisonedTopic implements Fault {
    private static final int FEWEST = 20;
    private static final int MOST = 100;
    private static final List<String> POISON = List.of(
            "garbage",
            "",
            "{",
            "[]",
            "null",
            "{}",
            "{\"schema\": \"indago.accounting.v1\", \"stage\": \"COMPLETED\", \"id\": \"no-uuid\"}",
            "{\"schema\": \"indago.accounting.v1\", \"stage\": \"STARTED\"}",
            "{\"schema\": \"indago.accounting.v1\", \"id\": \"0193a1b2-0000-7000-8000-000000000001\"}",
            whole(Instant.now(), noise(20_000)), // too long for an index
            whole(Instant.MAX, "eve"));

    @Override
    public List<String> strike(Turn turn) throws InterruptedException, ExecutionException, SQLException {
        long before = turn.stand().events().deadLetters();
        int count = FEWEST + turn.random().nextInt(MOST - FEWEST);
        turn.awaitMoment();
        turn.stand().events().put(poison(count / 2, turn.random()));
        turn.blink();
        turn.stand().events().put(poison(count - count / 2, turn.random()));
        turn.load().finish();
        turn.judge().settle(turn.outage().plusSeconds(20));
        long aside = turn.stand().events().deadLetters() - before;
        return aside == count ? List.of() : List.of(aside + " of " + count + " bad events put aside");
    }

    /** A request that lacks nothing. */
    private static String whole(Instant at, String username) {
        UUID id = new UUID(System.currentTimeMillis() << 16 | 0x7000, 0x8000_0000_0000_0000L);
        return """
                {"schema": "indago.accounting.v1", "stage": "completed", "id": "%s", "startedAt": "%s", "at": "%s",
                 "subject": "eve", "username": "%s", "client": "chaos",
                 "request": {"method": "GET", "endpoint": "/api/me", "parameters": {}, "address": "", "userAgent": ""},
                 "answer": {"status": 200, "bytes": 1, "at": "%s"}}""".formatted(id, at, at, username, at);
    }

    /** Letters that can't be compressed. */
    private static String noise(int length) {
        StringBuilder noise = new StringBuilder();
        new Random(length).ints(length, 'a', 'z' + 1).forEach(noise::appendCodePoint);
        return noise.toString();
    }

    private static List<byte[]> poison(int count, Random random) {
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(POISON.get(random.nextInt(POISON.size())).getBytes(StandardCharsets.UTF_8));
        }
        return records;
    }
}
