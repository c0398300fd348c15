package io.indago.routes.journal;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes the journal: all that has come together since the last time at once, so that many wait for
 * one word of the disk's.
 */
final class JournalWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);
    private static final int MOST_TOGETHER = 256;
    private static final int MOST_WAITING = 10_000;
    /** A write that also forgets costs more. */
    private static final int FORGOTTEN_TOGETHER = 250;

    private static final long IDLE_MS = 200;

    /** A disk that takes longer has stopped, or may have: nobody else is to wait for it. */
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(1);

    private final JournalFile file;
    private final JournalReserve reserve;
    private final Backlog backlog;
    private final Watermark forwarded;
    private final Arrivals arrivals;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Thread thread = new Thread(this::write, "journal-writer");
    private volatile Optional<String> refusal = Optional.empty();
    private volatile boolean open = true;
    /** Since when it has been at the disk; empty while it waits for entries. */
    private volatile OptionalLong busySince = OptionalLong.empty();

    private long forgotten;

    /**
     * @param forwarded what may be forgotten
     * @param arrivals told when something was written
     */
    JournalWriter(JournalFile file, JournalReserve reserve, Backlog backlog, Watermark forwarded, Arrivals arrivals) {
        this.file = file;
        this.reserve = reserve;
        this.backlog = backlog;
        this.forwarded = forwarded;
        this.arrivals = arrivals;
        try {
            reserve.take();
        } catch (IOException full) {
            refuse(List.of(), full);
        }
        thread.start();
    }

    private record Waiting(JournalEntry entry, CompletableFuture<Long> written) {}

    /** Why nothing is written now; empty when entries are. */
    Optional<String> refusal() {
        Optional<String> failed = refusal;
        return failed.isPresent() ? failed : hanging();
    }

    private Optional<String> hanging() {
        if (open && !thread.isAlive()) {
            return Optional.of("the thread that writes the journal has ended");
        }
        OptionalLong since = busySince;
        return since.isPresent() && System.nanoTime() - since.getAsLong() > LONGEST_WRITE.toNanos()
                ? Optional.of("the journal's disk does not answer")
                : Optional.empty();
    }

    /** Its number, once it is written. */
    CompletableFuture<Long> write(JournalEntry entry) throws JournalUnavailableException {
        Optional<String> reason = refusal();
        if (reason.isPresent() || !open) {
            throw new JournalUnavailableException(reason.orElse("the journal is closed"));
        }
        Waiting waiting = new Waiting(entry, new CompletableFuture<>());
        if (!queue.offer(waiting)) {
            throw new JournalUnavailableException("too many wait for the journal");
        }
        return waiting.written();
    }

    private void write() {
        List<Waiting> batch = new ArrayList<>();
        while (open || !queue.isEmpty()) {
            try {
                Optional.ofNullable(queue.poll(IDLE_MS, TimeUnit.MILLISECONDS)).ifPresent(batch::add);
                queue.drainTo(batch, MOST_TOGETHER - 1);
                busySince = OptionalLong.of(System.nanoTime());
                write(batch);
            } catch (InterruptedException nobodys) {
                LOG.atWarn().log("The journal's thread was interrupted and goes on");
            } catch (Throwable failure) {
                refuse(batch, failure);
            }
            busySince = OptionalLong.empty();
            batch.clear();
        }
        forgetTheRest();
    }

    private void write(List<Waiting> batch) throws SQLException, IOException {
        long through = forwarded.number();
        boolean more = through - forgotten >= FORGOTTEN_TOGETHER || through != forgotten && mustForget(batch);
        if (refusal.isPresent()) {
            reserve.giveUp();
            file.write(List.of(), more ? through : 0);
            file.checkpoint();
            reserve.take();
            file.tryOut();
            refusal = Optional.empty();
            LOG.atInfo().log("The journal can be written again");
        } else if (batch.isEmpty() && !more) {
            file.shrink();
            return;
        }
        List<JournalEntry> entries = batch.stream().map(Waiting::entry).toList();
        long last = file.write(entries, more ? through : 0);
        forgotten = more ? through : forgotten;
        if (!entries.isEmpty()) {
            backlog.added(entries);
            arrivals.announce();
        }
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).written().complete(last - batch.size() + 1 + i);
        }
    }

    /** When there is nothing else to write, or no room. */
    private boolean mustForget(List<Waiting> batch) {
        return batch.isEmpty() || refusal.isPresent();
    }

    private void refuse(List<Waiting> batch, Throwable failure) {
        if (refusal.isEmpty()) {
            LOG.atError().setCause(failure).log("The journal can't be written");
        }
        refusal = Optional.of("the journal can't be written: " + failure.getMessage());
        batch.forEach(waiting -> waiting.written().completeExceptionally(failure));
    }

    /** Else the next start sends it again, which harms nobody. */
    private void forgetTheRest() {
        try {
            file.write(List.of(), forwarded.number());
        } catch (SQLException failure) {
            LOG.atWarn().setCause(failure).log("What Kafka has could not be forgotten; it is sent again");
        }
    }

    /** Writes what waits. */
    @Override
    public void close() {
        open = false;
        try {
            thread.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
