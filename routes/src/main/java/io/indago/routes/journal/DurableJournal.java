package io.indago.routes.journal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Entries on the local disk until Kafka has them. One thread writes all that has come together meanwhile at once, and who
 * appends waits for it: a thread of the caller's is parked, never pinned in SQLite.
 *
 * <p>After a write has failed nothing is taken, at once and without trying, until the journal has found by itself that it
 * can write again.
 */
public final class DurableJournal implements Journal, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DurableJournal.class);

    /** Kafka takes records of a megabyte; an entry that it would never take must not stand in the way of others. */
    static final int LONGEST_VALUE = 512 << 10;

    static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int MOST_TOGETHER = 256;
    private static final int MOST_WAITING = 10_000;
    private static final long IDLE_MS = 200;

    private final JournalFolder folder;
    private final JournalFile file;
    private final Path path;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Watermark forwarded = new Watermark();
    private final Arrivals arrivals = new Arrivals();
    private final Backlog backlog;
    private final Thread writer = new Thread(this::write, "journal-writer");
    private volatile Optional<String> refusal = Optional.empty();
    private volatile boolean open = true;
    private long forgotten;

    private DurableJournal(JournalFolder folder, JournalFile file, Path path, Holdings leftFromBefore) {
        this.folder = folder;
        this.file = file;
        this.path = path;
        backlog = new Backlog(leftFromBefore);
    }

    /** @throws JournalBrokenException when there can't be one in that folder */
    public static DurableJournal open(JournalSettings settings, Clock clock) {
        JournalFolder folder = JournalFolder.hold(settings.folder());
        Path path = folder.path().resolve("journal.db");
        try {
            NativeLibrary.unpackedIn(folder.path());
            JournalFile file = JournalFile.open(path, settings.sync(), settings.maxBytes(), clock);
            DurableJournal journal = new DurableJournal(folder, file, path, leftFromBefore(path));
            journal.writer.start();
            return journal;
        } catch (RuntimeException failure) {
            folder.close();
            throw failure;
        }
    }

    private static Holdings leftFromBefore(Path path) {
        try (JournalReader reader = JournalReader.open(path)) {
            return reader.holdings();
        } catch (SQLException failure) {
            throw new JournalBrokenException("the journal " + path + " can't be read", failure);
        }
    }

    private record Waiting(JournalEntry entry, CompletableFuture<Long> written) {}

    @Override
    public void append(JournalEntry entry) throws JournalUnavailableException {
        take(entry);
    }

    /** Its number. */
    long take(JournalEntry entry) throws JournalUnavailableException {
        if (refusal.isPresent() || !open) {
            throw new JournalUnavailableException(refusal.orElse("the journal is closed"));
        }
        if (entry.value().length > LONGEST_VALUE) {
            throw new JournalUnavailableException("the entry is longer than " + LONGEST_VALUE + " bytes");
        }
        Waiting waiting = new Waiting(entry, new CompletableFuture<>());
        if (!queue.offer(waiting)) {
            throw new JournalUnavailableException("too many wait for the journal");
        }
        try {
            return waiting.written().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException refused) {
            throw new JournalUnavailableException("the journal can't be written", refused.getCause());
        } catch (TimeoutException late) {
            throw new JournalUnavailableException("the journal does not come to it", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new JournalUnavailableException("interrupted", interrupted);
        }
    }

    /** Why nothing is taken now; empty when entries are. */
    public Optional<String> refusal() {
        return refusal;
    }

    JournalReader reader() {
        return JournalReader.open(path);
    }

    Arrivals arrivals() {
        return arrivals;
    }

    /** What Kafka does not have yet. */
    public Holdings holdings() {
        return backlog.holdings();
    }

    /** How many entries Kafka has taken since the start. */
    public long published() {
        return backlog.published();
    }

    /** The oldest that is left; empty when nothing is. */
    void oldest(Optional<Instant> at) {
        backlog.oldest(at);
    }

    /** Kafka has these: they are forgotten with the next write. */
    void forwarded(List<StoredEntry> entries) {
        backlog.forwarded(entries);
        forwarded.reach(entries.get(entries.size() - 1).number());
    }

    boolean awaitForwarded(long number, Duration patience) throws InterruptedException {
        return forwarded.await(number, patience);
    }

    private void write() {
        List<Waiting> batch = new ArrayList<>();
        while (open || !queue.isEmpty()) {
            try {
                Optional.ofNullable(queue.poll(IDLE_MS, TimeUnit.MILLISECONDS)).ifPresent(batch::add);
                queue.drainTo(batch, MOST_TOGETHER - 1);
                write(batch);
            } catch (SQLException | RuntimeException failure) {
                refuse(batch, failure);
            } catch (InterruptedException nobodys) {
                LOG.atWarn().log("The journal's thread was interrupted and goes on");
            }
            batch.clear();
        }
    }

    private void write(List<Waiting> batch) throws SQLException {
        long through = forwarded.number();
        boolean more = through != forgotten;
        if (refusal.isPresent()) {
            file.write(List.of(), more ? through : 0);
            file.tryOut();
            refusal = Optional.empty();
            LOG.atInfo().log("The journal can be written again");
        } else if (batch.isEmpty() && !more) {
            file.shrink();
            return;
        }
        List<JournalEntry> entries = batch.stream().map(Waiting::entry).toList();
        long last = file.write(entries, more ? through : 0);
        forgotten = through;
        backlog.added(entries);
        arrivals.announce();
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).written().complete(last - batch.size() + 1 + i);
        }
    }

    private void refuse(List<Waiting> batch, Exception failure) {
        if (refusal.isEmpty()) {
            LOG.atError().addKeyValue("journal", path).setCause(failure).log("The journal can't be written");
        }
        refusal = Optional.of("the journal can't be written: " + failure.getMessage());
        batch.forEach(waiting -> waiting.written().completeExceptionally(failure));
    }

    /** What was taken stays taken; what Kafka has is forgotten at the next start at the latest. */
    @Override
    public void close() {
        open = false;
        try {
            writer.join(PATIENCE.toMillis());
            file.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (SQLException failure) {
            LOG.atWarn().setCause(failure).log("The journal was not closed well");
        } finally {
            folder.close();
        }
    }
}
