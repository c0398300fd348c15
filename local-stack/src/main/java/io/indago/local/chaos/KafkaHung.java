package io.indago.local.chaos;

import java.util.List;

/** SIGSTOP of the broker: it refuses nothing, and answers nothing. */
final class KafkaHung implements Fault {

    @Override
    public List<String> strike(Turn turn) throws InterruptedException {
        turn.awaitMoment();
        long pid = turn.stand().kafka().pid();
        Signal.STOP.send(pid);
        try {
            turn.pause();
        } finally {
            Signal.CONT.send(pid);
        }
        return List.of();
    }
}
