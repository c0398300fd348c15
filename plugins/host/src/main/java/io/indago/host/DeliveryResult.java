package io.indago.host;

import static java.util.Objects.requireNonNull;

import io.indago.spi.Delivery;
import java.time.Duration;
import java.util.Optional;

/**
 * How a push ended, and what it took.
 *
 * @param delivery what it brought about; empty when it failed
 * @param failure why it failed; empty when it did not
 * @param calls the requests that were sent
 * @param bytes the size of the replies' bodies after decompression
 */
public record DeliveryResult(
        Optional<Delivery> delivery, Optional<Outcome> failure, int calls, long bytes, Duration took) {

    public DeliveryResult {
        requireNonNull(took, "took");
        if (delivery.isPresent() == failure.isPresent()) {
            throw new IllegalArgumentException("a push ends with a delivery or a failure");
        }
    }
}
