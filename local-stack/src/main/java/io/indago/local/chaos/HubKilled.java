package io.indago.local.chaos;

import java.util.List;

/** kill -9 of the hub, up to three times, with lookups in every state of being made. */
final class HubKilled implements Fault {
    private static final int MOST = 3;

    @Override
    public List<String> strike(Turn turn) throws InterruptedException {
        int times = 1 + turn.random().nextInt(MOST);
        for (int i = 0; i < times; i++) {
            turn.awaitMoment();
            turn.stand().hub().kill();
            turn.blink();
            turn.stand().hub().start();
        }
        return List.of();
    }

    @Override
    public boolean lookupsGoOn() {
        return false;
    }
}
