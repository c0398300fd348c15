package io.indago.local.chaos;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
            "{\"schema\": \"indago.accounting.v1\", \"stage\": \"STARTED\"}");

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

    private static List<byte[]> poison(int count, Random random) {
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(POISON.get(random.nextInt(POISON.size())).getBytes(StandardCharsets.UTF_8));
        }
        return records;
    }
}
