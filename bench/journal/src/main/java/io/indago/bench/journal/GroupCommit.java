package io.indago.bench.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** One thread that writes what many append, all that has come together since the last time at once. */
final class GroupCommit implements AutoCloseable {
    private static final int MOST_TOGETHER = 256;
    /** What a forwarder would not have sent yet. */
    private static final int KEPT = 2_000;

    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Candidate candidate;
    private final Thread thread = new Thread(this::write, "writer");
    private volatile boolean open = true;

    GroupCommit(Candidate candidate) {
        this.candidate = candidate;
        thread.start();
    }

    private record Waiting(byte[] record, CompletableFuture<Void> done) {}

    void append(byte[] record) {
        Waiting waiting = new Waiting(record, new CompletableFuture<>());
        queue.add(waiting);
        waiting.done().join();
    }

    private void write() {
        List<Waiting> batch = new ArrayList<>();
        int held = 0;
        while (open) {
            try {
                batch.add(queue.take());
                queue.drainTo(batch, MOST_TOGETHER - 1);
                if (held > KEPT) {
                    candidate.trim(held - KEPT);
                    held = KEPT;
                }
                candidate.append(batch.stream().map(Waiting::record).toList());
                held += batch.size();
                batch.forEach(each -> each.done().complete(null));
            } catch (InterruptedException closed) {
                return;
            } catch (Exception failure) {
                batch.forEach(each -> each.done().completeExceptionally(failure));
            }
            batch.clear();
        }
    }

    long cpuNanos() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
    }

    @Override
    public void close() throws InterruptedException {
        open = false;
        thread.interrupt();
        thread.join();
    }
}
