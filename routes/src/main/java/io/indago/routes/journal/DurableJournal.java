package io.indago.routes.journal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Entries on the local disk until Kafka has them. Who appends waits for the thread that writes: parked, never pinned in
 * SQLite.
 *
 * <p>After a write has failed nothing is taken, at once and without trying, until the journal has found by itself that it
 * can write again.
 */
public final class DurableJournal implements Journal, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DurableJournal.class);

    /** Kafka takes records of a megabyte; an entry that it would never take must not stand in the way of others. */
    static final int LONGEST_VALUE = 512 << 10;

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final JournalFolder folder;
    private final Path path;
    private final JournalFile file;
    private final Backlog backlog;
    private final Watermark forwarded = new Watermark();
    private final Arrivals arrivals = new Arrivals();
    private final JournalWriter writer;

    private DurableJournal(
            JournalFolder folder, Path path, JournalFile file, JournalReserve reserve, Holdings leftFromBefore) {
        this.folder = folder;
        this.path = path;
        this.file = file;
        backlog = new Backlog(leftFromBefore);
        writer = new JournalWriter(file, reserve, backlog, forwarded, arrivals);
    }

    /** @throws JournalBrokenException when there can't be one in that folder */
    public static DurableJournal open(JournalSettings settings, Clock clock) {
        JournalFolder folder = JournalFolder.hold(settings.folder());
        Path path = folder.path().resolve("journal.db");
        try {
            NativeLibrary.unpackedIn(folder.path());
            JournalFile file = JournalFile.open(path, settings.sync(), settings.maxBytes(), clock);
            JournalReserve reserve = new JournalReserve(folder.path(), settings.maxBytes());
            return new DurableJournal(folder, path, file, reserve, leftFromBefore(path));
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

    @Override
    public void append(JournalEntry entry) throws JournalUnavailableException {
        take(entry);
    }

    /** Its number. */
    long take(JournalEntry entry) throws JournalUnavailableException {
        if (entry.value().length > LONGEST_VALUE) {
            throw new JournalUnavailableException("the entry is longer than " + LONGEST_VALUE + " bytes");
        }
        try {
            return writer.write(entry).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
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
        return writer.refusal();
    }

    /** What Kafka does not have yet. */
    public Holdings holdings() {
        return backlog.holdings();
    }

    /** How many entries Kafka has taken since the start. */
    public long published() {
        return backlog.published();
    }

    JournalReader reader() {
        return JournalReader.open(path);
    }

    Arrivals arrivals() {
        return arrivals;
    }

    /** The oldest that is left; empty when nothing is. */
    void oldest(Optional<Instant> at) {
        backlog.oldest(at);
    }

    /** Kafka has these: they are forgotten with one of the next writes. */
    void forwarded(List<StoredEntry> entries) {
        backlog.forwarded(entries);
        forwarded.reach(entries.get(entries.size() - 1).number());
    }

    boolean awaitForwarded(long number, Duration patience) throws InterruptedException {
        return forwarded.await(number, patience);
    }

    /** What was taken stays taken. */
    @Override
    public void close() {
        writer.close();
        try {
            file.close();
        } catch (SQLException failure) {
            LOG.atWarn().setCause(failure).log("The journal was not closed well");
        } finally {
            folder.close();
        }
    }
}
