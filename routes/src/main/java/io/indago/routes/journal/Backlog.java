package io.indago.routes.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what is in the journal and what Kafka has taken from it. */
final class Backlog {
    private final AtomicLong entries = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong published = new AtomicLong();
    private volatile Optional<Instant> oldest;

    Backlog(Holdings leftFromBefore) {
        entries.set(leftFromBefore.entries());
        bytes.set(leftFromBefore.bytes());
        oldest = leftFromBefore.oldest();
    }

    void added(List<JournalEntry> more) {
        entries.addAndGet(more.size());
        bytes.addAndGet(more.stream().mapToLong(entry -> entry.value().length).sum());
    }

    void forwarded(List<StoredEntry> gone) {
        published.addAndGet(gone.size());
        entries.addAndGet(-gone.size());
        bytes.addAndGet(
                -gone.stream().mapToLong(each -> each.entry().value().length).sum());
    }

    /** The oldest that is left, when it is known. */
    void oldest(Optional<Instant> at) {
        oldest = at;
    }

    Holdings holdings() {
        return new Holdings(entries.get(), bytes.get(), oldest);
    }

    long published() {
        return published.get();
    }
}
