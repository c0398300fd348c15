package io.indago.routes.audit;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a chain from its first entry on and finds the first position at which it is not what it was. */
public final class ChainVerifier {
    private final TreeMap<Long, String> heads = new TreeMap<>();
    private Optional<ChainBreak> broken = Optional.empty();
    private long position;
    private String hash = AuditEntry.GENESIS;

    /**
     * @param published what the chain was at some times, in any order; two that contradict each other can't both be met
     */
    public ChainVerifier(Collection<AuditHead> published) {
        for (AuditHead head : published) {
            String other = heads.putIfAbsent(head.position(), head.hash());
            if (other != null && !other.equals(head.hash())) {
                heads.put(head.position(), "two");
            }
        }
    }

    /**
     * Where a chain is broken.
     *
     * @param position of the first entry that is not right, or missing
     * @param reason a sentence
     */
    public record ChainBreak(long position, String reason) {}

    /** Takes the next entry, in the order of positions. */
    public void accept(AuditEntry entry) {
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
    public Optional<ChainBreak> verdict() {
        Map.Entry<Long, String> missing = heads.higherEntry(position);
        if (broken.isEmpty() && missing != null) {
            return Optional.of(new ChainBreak(
                    position + 1,
                    "the end is missing: the chain has been at least " + heads.lastKey() + " entries long"));
        }
        return broken;
    }

    /** How many entries were taken before the first that is wrong. */
    public long sound() {
        return broken.map(found -> found.position() - 1).orElse(position);
    }

    /** The last of the published heads; 0 without any. */
    public long proven() {
        return heads.isEmpty() ? 0 : heads.lastKey();
    }

    private void found(long at, String reason) {
        broken = Optional.of(new ChainBreak(at, reason));
    }
}
