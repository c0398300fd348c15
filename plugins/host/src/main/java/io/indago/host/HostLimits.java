package io.indago.host;

import java.time.Duration;

/**
 * What one plugin may take.
 *
 * @param threads its own, for everything it does
 * @param queue how much of its work may wait for them
 * @param start the time for each of its constructor, its declarations and creating a provider
 * @param close the time for closing a provider
 */
record HostLimits(int threads, int queue, Duration start, Duration close) {
    static final HostLimits STANDARD =
            new HostLimits(ownThreads(), 4_096, Duration.ofSeconds(5), Duration.ofSeconds(2));

    /** Half the machine, so that a plugin that spins on all of its threads leaves the other half; two to four. */
    private static int ownThreads() {
        return Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors() / 2));
    }
}
