package io.indago.local;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What all parts have in common: prepare, launch, wait until it answers. */
abstract class ProcessPart implements Part {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final String name;
    private final Processes processes;
    private final StackListener listener;
    private Optional<ChildProcess> child = Optional.empty();

    ProcessPart(String name, Processes processes, StackListener listener) {
        this.name = requireNonNull(name);
        this.processes = requireNonNull(processes);
        this.listener = requireNonNull(listener);
    }

    /** Makes everything the launch needs; called before each start, so it does nothing when nothing is to do. */
    abstract void prepare();

    abstract Launch launch();

    abstract boolean isReady();

    abstract Duration patience();

    final Processes processes() {
        return processes;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Path log() {
        return processes.log(name);
    }

    @Override
    public final void start() {
        if (isRunning()) {
            return;
        }
        prepare();
        ChildProcess started = processes.start(launch());
        hold(started);
        started.await(this::isReady, patience());
        started.onExit(() -> noticeEnd(started));
    }

    @Override
    public final void stop() {
        release().ifPresent(running -> running.stop(GRACE));
    }

    @Override
    public final void kill() {
        release().ifPresent(ChildProcess::kill);
    }

    @Override
    public final synchronized boolean isRunning() {
        return child.map(ChildProcess::isAlive).orElse(false);
    }

    @Override
    public final synchronized long pid() {
        return child.orElseThrow(() -> new IllegalStateException(name + " does not run"))
                .pid();
    }

    final synchronized boolean isPid(long pid) {
        return child.map(running -> running.pid() == pid).orElse(false);
    }

    private synchronized void hold(ChildProcess started) {
        child = Optional.of(started);
    }

    /** Whoever lets go of the child first is who ended it: a stop of ours, or else the child itself. */
    private synchronized Optional<ChildProcess> release() {
        Optional<ChildProcess> released = child;
        child = Optional.empty();
        return released;
    }

    private void noticeEnd(ChildProcess ended) {
        synchronized (this) {
            if (child.filter(current -> current == ended).isEmpty()) {
                return;
            }
            child = Optional.empty();
        }
        listener.died(this);
    }
}
