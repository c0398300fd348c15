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
    static final HostLimits STANDARD = new HostLimits(4, 256, Duration.ofSeconds(5), Duration.ofSeconds(2));
}
