package io.indago.host;

import java.time.Duration;

/**
 * What one plugin may take.
 *
 * @param threads its own, for everything it does
 * @param queue how much of its work may wait for them
 * @param start the time for each of its constructor, its declarations and creating a provider
 * @param close the time for closing a provider
 * @param drain how long its work under way may go on once another has taken its place
 */
record HostLimits(int threads, int queue, Duration start, Duration close, Duration drain) {
    /** Longer than any lookup may take. */
    private static final Duration LONGEST_LOOKUP = Duration.ofSeconds(35);

    static final HostLimits STANDARD =
            new HostLimits(ownThreads(), 4_096, Duration.ofSeconds(5), Duration.ofSeconds(2), LONGEST_LOOKUP);

    /** Half the machine, so that a plugin that spins on all of its threads leaves the other half; two to four. */
    private static int ownThreads() {
        return Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors() / 2));
    }
}
