package io.indago.local.chaos;

import io.indago.local.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** kill -9 of what the hub runs on, and an outage until it is started again; in whatever order. */
final class PartsKilled implements Fault {
    private final List<Function<Stand, Part>> parts;

    PartsKilled(List<Function<Stand, Part>> parts) {
        this.parts = List.copyOf(parts);
    }

    @Override
    public List<String> strike(Turn turn) throws InterruptedException {
        List<Part> order = new ArrayList<>();
        parts.forEach(part -> order.add(part.apply(turn.stand())));
        Collections.shuffle(order, turn.random());
        turn.awaitMoment();
        long from = System.nanoTime();
        for (Part part : order) {
            part.kill();
            turn.blink();
        }
        turn.pause();
        turn.wasAwaySince(from);
        Collections.shuffle(order, turn.random());
        for (Part part : order) {
            part.start();
            turn.blink();
        }
        return List.of();
    }
}
