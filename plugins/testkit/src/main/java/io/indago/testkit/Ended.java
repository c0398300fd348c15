package io.indago.testkit;

import io.indago.host.DeliveryResult;
import io.indago.host.ErrorCause;
import io.indago.host.LookupResult;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Delivery;
import java.util.Optional;

/**
 * How a lookup or a push ended.
 *
 * @param outcome empty exactly for a push that was delivered
 * @param delivery present exactly for a push that was delivered
 */
record Ended(Optional<Outcome> outcome, Optional<Delivery> delivery) {

    static Ended of(LookupResult result) {
        return new Ended(Optional.of(result.outcome()), Optional.empty());
    }

    static Ended of(DeliveryResult result) {
        return new Ended(result.failure(), result.delivery());
    }

    /** Whether it ended so; a delivery never does. */
    boolean is(Status status) {
        return outcome.filter(it -> it.status() == status).isPresent();
    }

    /** Whether it ended as that error. */
    boolean is(ErrorCause cause) {
        return outcome.flatMap(Outcome::errorCause).filter(cause::equals).isPresent();
    }

    /** All the text of it that anybody could come to see. */
    String shown() {
        return outcome.map(Shown::text).orElse("")
                + delivery.map(Delivery::toString).orElse("");
    }

    @Override
    public String toString() {
        return delivery.map(done -> "delivered: " + done)
                .orElseGet(() ->
                        outcome.map(it -> it.status() + ": " + it.reason()).orElse("nothing"));
    }
}
