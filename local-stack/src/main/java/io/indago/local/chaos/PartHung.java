package io.indago.local.chaos;

import io.indago.local.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** SIGSTOP of a part with all its processes: it refuses nothing, and answers nothing. */
final class PartHung implements Fault {
    /** More than callers and what they ask for can want. */
    private static final int MOST_MORE_THREADS = 50;

    private final Function<Stand, Part> part;

    PartHung(Function<Stand, Part> part) {
        this.part = part;
    }

    @Override
    public List<String> strike(Turn turn) throws InterruptedException {
        turn.awaitMoment();
        long hub = turn.stand().hub().pid();
        OptionalLong before = Threads.of(hub);
        List<Long> stopped = new ArrayList<>();
        long from = System.nanoTime();
        OptionalLong during;
        try {
            stop(part.apply(turn.stand()).pid(), stopped);
            turn.pause();
            turn.wasAwaySince(from);
            during = Threads.of(hub);
        } finally {
            stopped.forEach(Signal.CONT::send);
        }
        if (before.isEmpty() || during.isEmpty()) {
            return List.of();
        }
        String grown = before.getAsLong() + " threads, then " + during.getAsLong();
        turn.note(grown);
        return during.getAsLong() - before.getAsLong() > MOST_MORE_THREADS ? List.of("it grew: " + grown) : List.of();
    }

    /** The parent first, which then starts no more. */
    private static void stop(long parent, List<Long> stopped) {
        Signal.STOP.send(parent);
        stopped.add(parent);
        ProcessHandle.of(parent).stream()
                .flatMap(ProcessHandle::descendants)
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .forEach(child -> {
                    Signal.STOP.send(child);
                    stopped.add(child);
                });
    }
}
