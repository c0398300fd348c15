package io.indago.local;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A process we started, described so that no other process can be taken for it: ids are reused, start times are not. */
record RecordedProcess(String name, long pid, Instant started, StopSignal signal) {

    /** The kernel counts from boot, and the time of boot moves a little when the clock is set. */
    private static final Duration CLOCK_DRIFT = Duration.ofSeconds(2);

    private static final Duration KILL_LIMIT = Duration.ofSeconds(5);
    private static final long POLL_MILLIS = 50;

    static RecordedProcess of(String name, ProcessHandle handle, StopSignal signal) {
        Instant started = handle.info().startInstant().orElse(Instant.EPOCH);
        return new RecordedProcess(name, handle.pid(), started, signal);
    }

    static RecordedProcess parse(String line) {
        String[] words = line.split(" ");
        return new RecordedProcess(
                words[0],
                Long.parseLong(words[1]),
                Instant.ofEpochMilli(Long.parseLong(words[2])),
                StopSignal.valueOf(words[3]));
    }

    String line() {
        return name + " " + pid + " " + started.toEpochMilli() + " " + signal;
    }

    /** The process, if it still runs. */
    Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(this::startedWhenWeSaid)
                .filter(RecordedProcess::isMoreThanAZombie);
    }

    /** Asks it to stop and, when it takes longer than the grace, kills it. Returns when it is gone. */
    void stop(Duration grace) {
        handle().ifPresent(handle -> {
            if (signal == StopSignal.INT) {
                interrupt();
            } else {
                handle.destroy();
            }
            if (!isGoneWithin(grace)) {
                kill();
            }
        });
    }

    /** Kills it and its children. Returns when they are gone. */
    void kill() {
        handle().ifPresent(handle -> {
            List<RecordedProcess> children =
                    handle.descendants().map(child -> of(name, child, signal)).toList();
            handle.destroyForcibly();
            children.forEach(child -> child.handle().ifPresent(ProcessHandle::destroyForcibly));
            isGoneWithin(KILL_LIMIT);
            children.forEach(child -> child.isGoneWithin(KILL_LIMIT));
        });
    }

    private boolean startedWhenWeSaid(ProcessHandle handle) {
        return handle.info()
                .startInstant()
                .map(instant -> Duration.between(instant, started).abs())
                .filter(drift -> drift.compareTo(CLOCK_DRIFT) <= 0)
                .isPresent();
    }

    private void interrupt() {
        try {
            new ProcessBuilder("sh", "-c", "kill -INT " + pid).start().waitFor();
        } catch (IOException e) {
            handle().ifPresent(ProcessHandle::destroy);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Not by {@link ProcessHandle#onExit()}, which may notice seconds later that a process not ours is gone. */
    private boolean isGoneWithin(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (handle().isPresent()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** In a container whose first process reaps nobody, orphans stay as zombies; those have no program any more. */
    private static boolean isMoreThanAZombie(ProcessHandle handle) {
        return handle.info().command().isPresent();
    }
}
