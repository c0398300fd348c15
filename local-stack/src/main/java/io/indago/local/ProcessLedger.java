package io.indago.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The list, on disk, of the processes that run; whoever comes after a killed launcher reads what it left. */
final class ProcessLedger {

    static final String LAUNCHER = "launcher";
    static final String HUB = "hub";

    private static final Duration GRACE = Duration.ofSeconds(8);

    private final Path file;

    ProcessLedger(Path state) {
        this.file = state.resolve("processes");
    }

    synchronized void add(RecordedProcess process) {
        List<RecordedProcess> processes = new ArrayList<>(read());
        processes.add(process);
        write(processes);
    }

    synchronized void remove(RecordedProcess process) {
        List<RecordedProcess> processes = new ArrayList<>(read());
        processes.remove(process);
        write(processes);
    }

    /** What is on the list and still runs. */
    List<RecordedProcess> alive() {
        return read().stream().filter(process -> process.handle().isPresent()).toList();
    }

    /** Stops what a launcher that is gone left behind: the hub first, then the parts it uses, side by side. */
    void stopLeftovers(Consumer<RecordedProcess> announcement) {
        List<RecordedProcess> leftovers = alive().stream()
                .filter(process -> !process.name().equals(LAUNCHER))
                .toList();
        leftovers.forEach(announcement);
        leftovers.stream().filter(process -> process.name().startsWith(HUB)).forEach(hub -> hub.stop(GRACE));
        leftovers.stream().parallel().forEach(process -> process.stop(GRACE));
        write(List.of());
    }

    private synchronized List<RecordedProcess> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream().map(RecordedProcess::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void write(List<RecordedProcess> processes) {
        try {
            Files.createDirectories(file.getParent());
            Path draft = file.resolveSibling("processes.draft");
            Files.write(draft, processes.stream().map(RecordedProcess::line).toList());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
