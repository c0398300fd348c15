package io.indago.host;

import java.time.Duration;
import java.util.Optional;

/** How a run of steps ended: with a result, or with the outcome that says why there is none. */
record Ending<T>(Optional<T> result, Optional<Outcome> failure, int calls, long bytes, Duration took) {}
