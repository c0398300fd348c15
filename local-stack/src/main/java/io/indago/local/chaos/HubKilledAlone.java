package io.indago.local.chaos;

import java.util.List;

/** kill -9 of Kafka, then of the hub, which comes back before Kafka does. */
final class HubKilledAlone implements Fault {

    @Override
    public List<String> strike(Turn turn) throws InterruptedException {
        turn.awaitMoment();
        turn.stand().kafka().kill();
        turn.awaitMoment();
        turn.stand().hub().kill();
        turn.blink();
        turn.stand().hub().start();
        turn.awaitMoment();
        turn.stand().kafka().start();
        return List.of();
    }

    @Override
    public boolean lookupsGoOn() {
        return false;
    }
}
