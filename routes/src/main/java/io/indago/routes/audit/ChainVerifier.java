package io.indago.routes.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a chain from its first entry on and finds the first position at which it is not what it was. */
final class ChainVerifier {
    /** What the database keeps at least, whatever it is told. */
    private static final int MONTHS_KEPT = 12;

    /** Months are not the same in every time zone. */
    private static final Duration TOLERANCE = Duration.ofDays(1);

    private final TreeMap<Long, String> heads = new TreeMap<>();
    private Optional<ChainBreak> broken = Optional.empty();
    private long position;
    private String hash = AuditEntry.GENESIS;

    /**
     * @param published what the chain was at some times, in any order; two that contradict each other can't both be met
     * @param checkpoint after which entry the chain begins
     */
    ChainVerifier(Collection<AuditHead> published, Optional<ChainCheckpoint> checkpoint) {
        for (AuditHead head : published) {
            String other = heads.putIfAbsent(head.position(), head.hash());
            if (other != null && !other.equals(head.hash())) {
                heads.put(head.position(), "two");
            }
        }
        checkpoint.ifPresent(from -> beginAfter(from, published));
    }

    /** A head with a position before the last one deleted is older than that entry, and so must be older than what is kept. */
    private void beginAfter(ChainCheckpoint checkpoint, Collection<AuditHead> published) {
        Instant oldest = checkpoint
                .deletedAt()
                .atOffset(ZoneOffset.UTC)
                .minusMonths(MONTHS_KEPT)
                .toInstant()
                .plus(TOLERANCE);
        Optional<AuditHead> young = published.stream()
                .filter(head -> head.position() < checkpoint.position())
                .filter(head -> head.at().isAfter(oldest))
                .max(Comparator.comparingLong(AuditHead::position));
        position = checkpoint.position();
        hash = checkpoint.hash();
        if (young.isPresent()) {
            found(
                    young.get().position() + 1,
                    "it was deleted, and too young for retention to do so: the chain was shorter on "
                            + young.get().at());
        } else if (!heads.getOrDefault(position, hash).equals(hash)) {
            found(position, "it was deleted, and another hash of it was published");
        }
    }

    /**
     * Where a chain is broken.
     *
     * @param position of the first entry that is not right, or missing
     * @param reason a sentence
     */
    record ChainBreak(long position, String reason) {}

    /** Takes the next entry, in the order of positions. */
    void accept(AuditEntry entry) {
        if (broken.isPresent()) {
            return;
        }
        long expected = position + 1;
        if (entry.position() != expected) {
            found(expected, "there is no entry of that position; the next one is " + entry.position());
        } else if (!entry.previousHash().equals(hash)) {
            found(expected, "it does not follow the entry before it");
        } else if (!entry.isGenuine()) {
            found(expected, "it is not what was recorded: its hash is another");
        } else if (!heads.getOrDefault(expected, entry.hash()).equals(entry.hash())) {
            found(expected, "up to it the chain has been written anew: another hash was published");
        }
        position = expected;
        hash = entry.hash();
    }

    /** What is wrong, once the last entry has been taken; empty when nothing is. */
    Optional<ChainBreak> verdict() {
        Map.Entry<Long, String> missing = heads.higherEntry(position);
        if (broken.isEmpty() && missing != null) {
            return Optional.of(new ChainBreak(
                    position + 1,
                    "the end is missing: the chain has been at least " + heads.lastKey() + " entries long"));
        }
        return broken;
    }

    /** The last position before the first that is wrong. */
    long sound() {
        return broken.map(found -> found.position() - 1).orElse(position);
    }

    /** The last of the published heads; 0 without any. */
    long proven() {
        return heads.isEmpty() ? 0 : heads.lastKey();
    }

    private void found(long at, String reason) {
        broken = Optional.of(new ChainBreak(at, reason));
    }
}
