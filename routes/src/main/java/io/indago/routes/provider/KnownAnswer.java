package io.indago.routes.provider;

import io.indago.host.Outcome;
import java.time.Duration;
import java.time.Instant;

/**
 * What a provider said before.
 *
 * @param weight roughly what it takes of the memory, in bytes
 * @param freshFor how long it may be used, from the instant on
 */
record KnownAnswer(Outcome outcome, Instant fetchedAt, int weight, Duration freshFor) {

    Instant freshUntil() {
        return fetchedAt.plus(freshFor);
    }
}
