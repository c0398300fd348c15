package io.indago.bench.journal;

import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** So many writers, each appending a record when its last one is safe. */
final class Load {
    private static final int RECORD_BYTES = 1_024;

    private final int writers;
    private final long nanos;

    Load(int writers, long seconds) {
        this.writers = writers;
        nanos = TimeUnit.SECONDS.toNanos(seconds);
    }

    /**
     * What it was like.
     *
     * @param cpuMicros the writing thread's, for each record
     */
    record Result(long perSecond, double medianMs, double p99Ms, double maxMs, double cpuMicros) {}

    Result run(Candidate candidate) throws InterruptedException {
        Histogram took = new ConcurrentHistogram(3);
        try (GroupCommit journal = new GroupCommit(candidate)) {
            append(journal, new ConcurrentHistogram(3), nanos / 4);
            long cpu = journal.cpuNanos();
            append(journal, took, nanos);
            long count = took.getTotalCount();
            return new Result(
                    count * 1_000_000_000L / nanos,
                    took.getValueAtPercentile(50) / 1e6,
                    took.getValueAtPercentile(99) / 1e6,
                    took.getMaxValue() / 1e6,
                    (journal.cpuNanos() - cpu) / 1e3 / count);
        }
    }

    private void append(GroupCommit journal, Histogram took, long during) throws InterruptedException {
        long end = System.nanoTime() + during;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        for (int i = 0; i < writers; i++) {
            byte[] record = new byte[RECORD_BYTES];
            new Random(i).nextBytes(record);
            threads.execute(() -> {
                for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
                    journal.append(record);
                    took.recordValue(System.nanoTime() - begin);
                }
            });
        }
        threads.shutdown();
        threads.awaitTermination(1, TimeUnit.HOURS);
    }
}
