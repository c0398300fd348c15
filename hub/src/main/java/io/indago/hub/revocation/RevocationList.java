package io.indago.hub.revocation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whose tokens are refused, as known here: read without a lock for every request, replaced as a whole when the database says
 * something new. While that is away, what was known last holds.
 */
public final class RevocationList {
    /** Less than the two seconds in which a disabled user is refused everywhere. */
    private static final Duration CURRENT = Duration.ofMillis(1_800);

    private final LongSupplier nanos;
    private volatile Known known = new Known(Map.of(), 0, false);

    /** @param nanos a clock that never steps, in nanoseconds */
    public RevocationList(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * What holds for one subject.
     *
     * @param held all his tokens are refused
     * @param notBefore those issued until then are
     */
    record Rule(boolean held, Instant notBefore) {}

    private record Known(Map<String, Rule> rules, long at, boolean connected) {}

    /**
     * Whether a token is refused.
     *
     * @param issuedAt in whole seconds, as tokens say it; one of the same second as the revocation is refused
     */
    public boolean refuses(String subject, @Nullable Instant issuedAt) {
        Rule rule = known.rules().get(subject);
        return rule != null
                && (rule.held()
                        || issuedAt == null
                        || issuedAt.getEpochSecond() <= rule.notBefore().getEpochSecond());
    }

    /** Whether that is the state of a moment ago, so that nobody who was disabled since can be at work. */
    public boolean isCurrent() {
        Known last = known;
        return last.connected() && nanos.getAsLong() - last.at() < CURRENT.toNanos();
    }

    /** @param asked when the database was asked for them */
    void replace(Map<String, Rule> rules, long asked) {
        known = new Known(Map.copyOf(rules), asked, true);
    }

    /** The database is away. */
    void lost() {
        Known last = known;
        known = new Known(last.rules(), last.at(), false);
    }
}
