package io.indago.local.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** kill -9 of the hub again and again, always while it stores the whole topic once more. */
final class StoreKilled implements Fault {
    private static final int TIMES = 5;
    private static final int LONGEST_MILLIS = 300;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Override
    public List<String> strike(Turn turn) throws InterruptedException, ExecutionException {
        List<String> complaints = new ArrayList<>();
        turn.awaitMoment();
        for (int i = 0; i < TIMES; i++) {
            turn.stand().hub().kill();
            turn.stand().events().rewind();
            turn.stand().hub().start();
            if (!awaitStoring(turn.stand().events())) {
                complaints.add("nothing is stored after kill " + (i + 1));
            }
            Thread.sleep(turn.random().nextInt(LONGEST_MILLIS));
        }
        turn.stand().hub().kill();
        turn.stand().hub().start();
        return complaints;
    }

    /** Whether what is to be stored became less again. */
    private static boolean awaitStoring(Events events) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + LIMIT.toNanos();
        long most = events.lag();
        while (System.nanoTime() - end < 0) {
            long lag = events.lag();
            if (lag < most) {
                return true;
            }
            most = lag;
            Thread.sleep(20);
        }
        return false;
    }

    @Override
    public boolean lookupsGoOn() {
        return false;
    }
}
