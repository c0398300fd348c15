package io.indago.local.chaos;

import io.indago.local.Part;
import java.util.List;

/** Three hubs are stopped gently and started again, one after the other, as for a new release. */
final class ReplicasRestarted implements Fault {

    @Override
    public List<String> strike(Turn turn) throws InterruptedException {
        for (Hub hub : turn.stand().hubs(hubs())) {
            Part part = hub.part();
            turn.awaitMoment();
            part.stop();
            turn.blink();
            part.start();
            if (!Wait.until(hub.client()::isReady, turn.outage().plusSeconds(30))) {
                return List.of("a hub is not ready again");
            }
        }
        return List.of();
    }

    @Override
    public int hubs() {
        return 3;
    }
}
