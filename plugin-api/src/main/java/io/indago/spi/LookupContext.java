package io.indago.spi;

import java.time.Duration;
import java.time.Instant;

/**
 * What a plugin may know about the lookup it works for.
 *
 * @since 1.0
 */
public interface LookupContext {

    /** The instant at which the work stops. The host enforces it; nobody needs to watch it for a {@link Step.Call}. */
    Instant deadline();

    /** How long until the {@link #deadline()}, never negative. */
    Duration timeLeft();

    /** The lookup's id, as the caller and the logs see it. */
    String traceId();
}
