package io.indago.routes.recording;

import io.indago.json.BufferedReply;
import io.indago.json.RecordedExchange;
import io.indago.spi.HttpReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Writes recordings, one after the other on a thread of its own, and drops what it can't keep up with. */
final class Recorder implements AutoCloseable {
    /** A longer body is not recorded: it is no fixture anyone would read. */
    static final int LONGEST_BODY = 1 << 20;

    private static final int WAITING = 64;

    private final Path folder;
    private final Clock clock;
    private final Complaints complaints;
    private final ThreadPoolExecutor writer = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), DaemonThread.named("recorder"));

    Recorder(Path folder, Clock clock, Complaints complaints) {
        this.folder = folder;
        this.clock = clock;
        this.complaints = complaints;
    }

    /** Returns at once and never fails. */
    void record(RecordedCall call, int number, HttpReply reply, CleanCopy copy) {
        if (reply.size() > LONGEST_BODY) {
            complaints.add(call.provider() + ": replies longer than 1 MiB are not recorded");
            return;
        }
        try {
            writer.execute(() -> write(call, number, reply, copy));
        } catch (RejectedExecutionException full) {
            complaints.add("replies come faster than " + folder + " takes them: some are not recorded");
        }
    }

    private void write(RecordedCall call, int number, HttpReply reply, CleanCopy copy) {
        try {
            Optional<byte[]> body = copy.body(reply.bytes());
            if (body.isEmpty()) {
                complaints.add(call.provider()
                        + ": a reply holds its secret in a way that can't be scrubbed, and is not" + " recorded");
                return;
            }
            Path file = call.file(folder, number);
            replace(file, exchange(call, reply, body.get(), copy).write());
            if (number == 1) {
                forgetLater(call);
            }
        } catch (IOException e) {
            complaints.add("nothing can be recorded in " + folder + ": " + e);
        } catch (RuntimeException ours) {
            complaints.add(call.provider() + ": a reply could not be recorded: "
                    + ours.getClass().getName());
        }
    }

    private RecordedExchange exchange(RecordedCall call, HttpReply reply, byte[] body, CleanCopy copy) {
        Map<String, List<String>> kept = new TreeMap<>();
        List<String> leftOut = new ArrayList<>();
        if (reply instanceof BufferedReply buffered) {
            buffered.headers().forEach((name, value) -> {
                if (CleanCopy.isPrivate(name)) {
                    leftOut.add(name);
                } else if (!CleanCopy.isOfTheWay(name)) {
                    kept.put(name, List.of(copy.text(value)));
                }
            });
        }
        return new RecordedExchange(
                clock.instant(),
                call.method(),
                call.url(),
                call.body(),
                BufferedReply.of(reply.status(), kept, body),
                leftOut);
    }

    /** Whoever reads it sees it whole. */
    private static void replace(Path file, byte[] content) throws IOException {
        Path parent = Files.createDirectories(file.getParent());
        Path draft = Files.createTempFile(parent, "draft", ".tmp");
        try {
            Files.write(draft, content);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** What the provider replied to further calls another time belongs to that time. */
    private void forgetLater(RecordedCall call) throws IOException {
        for (int number = 2; Files.deleteIfExists(call.file(folder, number)); number++) {}
    }

    /** Writes what is waiting, for at most five seconds. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(5, TimeUnit.SECONDS)) {
                complaints.add("the last replies were not recorded: " + folder + " is too slow");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
