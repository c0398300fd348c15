package io.indago.local;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts children: detached from our terminal, each with its log, each on the ledger before anything else happens. */
final class Processes {

    /** Everything else in our environment is none of the children's business. */
    private static final List<String> INHERITED = List.of("PATH", "HOME", "TMPDIR");

    private final Path logs;
    private final ProcessLedger ledger;
    private final Detachment detachment = Detachment.find();
    private final List<ChildProcess> running = new ArrayList<>();
    private boolean closed;

    Processes(Path logs, ProcessLedger ledger) {
        this.logs = Folders.create(requireNonNull(logs));
        this.ledger = requireNonNull(ledger);
    }

    synchronized ChildProcess start(Launch launch) {
        if (closed) {
            throw new LocalStackException("The local stack is stopping.");
        }
        LogFile log = new LogFile(log(launch.name()));
        ProcessBuilder builder = new ProcessBuilder(detachment.wrap(launch.command()));
        builder.directory(launch.workingFolder().toFile());
        if (!launch.inheritsEnvironment()) {
            builder.environment().keySet().retainAll(INHERITED);
        }
        builder.environment().putAll(launch.environment());
        builder.redirectInput(launch.input());
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()));
        Process process = start(builder);
        RecordedProcess recorded = RecordedProcess.of(launch.name(), process.toHandle(), launch.signal());
        note(recorded);
        ChildProcess child = new ChildProcess(process, recorded, log);
        running.add(child);
        child.onExit(() -> forget(child, recorded));
        return child;
    }

    Path log(String name) {
        return logs.resolve(name + ".log");
    }

    /** From now on nothing starts. */
    synchronized void close() {
        closed = true;
    }

    /** Ends what no part has ended, such as a preparation that was under way. */
    void killRest() {
        List<ChildProcess> rest;
        synchronized (this) {
            rest = List.copyOf(running);
        }
        rest.forEach(ChildProcess::kill);
    }

    /** What cannot be recorded must not run: nobody would find it again. */
    private void note(RecordedProcess recorded) {
        try {
            ledger.add(recorded);
        } catch (UncheckedIOException e) {
            recorded.kill();
            throw e;
        }
    }

    private synchronized void forget(ChildProcess child, RecordedProcess recorded) {
        running.remove(child);
        try {
            ledger.remove(recorded);
        } catch (UncheckedIOException e) {
            // a full disk, say; a process that is gone does no harm on the ledger
        }
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
