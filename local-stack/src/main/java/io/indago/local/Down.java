package io.indago.local;

import static java.util.Objects.requireNonNull;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Stops a running stack from elsewhere, or what a killed launcher left of one. */
final class Down {

    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Path state;
    private final PrintStream out;
    private final Progress progress;

    Down(Path state, PrintStream out) {
        this.state = requireNonNull(state);
        this.out = requireNonNull(out);
        this.progress = new Progress(out);
    }

    int run() {
        ProcessLedger ledger = new ProcessLedger(state);
        if (ledger.alive().isEmpty()) {
            out.println("Indago is not running.");
            return 0;
        }
        ledger.alive().stream()
                .filter(process -> process.name().equals(ProcessLedger.LAUNCHER))
                .forEach(this::stopLauncher);
        Optional<FolderLock> lock = FolderLock.tryLock(state);
        if (lock.isEmpty()) {
            throw new LocalStackException("Something else is starting or stopping Indago in " + state + ".");
        }
        ledger.stopLeftovers(process -> progress.step("stopping " + process.name() + ", a leftover"));
        lock.get().close();
        progress.step("stopped");
        return 0;
    }

    private void stopLauncher(RecordedProcess launcher) {
        progress.step("asking the running Indago (process " + launcher.pid() + ") to stop");
        launcher.stop(GRACE);
    }
}
