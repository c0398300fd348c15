package io.indago.client;

import java.time.Duration;
import java.util.Optional;

/**
 * What a server answered.
 *
 * @param server who, {@code http://localhost:8080}
 * @param retryAfter how long it asks to wait before the next attempt
 */
record Answer(String server, int status, String body, Optional<Duration> retryAfter) {

    Answer(String server, int status, String body) {
        this(server, status, body, Optional.empty());
    }
}
