package io.indago.routes.guard;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.indago.host.LookupResult;
import io.indago.routes.guard.Hold.By;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A provider's circuit breaker, and since when it is open. */
final class Breaker {
    private final CircuitBreaker breaker;
    private final Duration openFor;
    private final Clock clock;
    private volatile Instant opened = Instant.MIN;

    Breaker(CircuitBreaker breaker, Duration openFor, Clock clock) {
        this.breaker = breaker;
        this.openFor = openFor;
        this.clock = clock;
        breaker.getEventPublisher().onStateTransition(transition -> {
            if (transition.getStateTransition().getToState() == State.OPEN) {
                opened = clock.instant();
            }
        });
    }

    Optional<Hold> hold() {
        Instant until = opened.equals(Instant.MIN) ? Instant.MIN : opened.plus(openFor);
        Instant now = clock.instant();
        if (breaker.getState() != State.OPEN || !until.isAfter(now)) {
            return Optional.empty();
        }
        String reason = String.format(
                "held back: of its last %d lookups %d failed; it is tried again in %d s",
                breaker.getMetrics().getNumberOfBufferedCalls(),
                breaker.getMetrics().getNumberOfFailedCalls(),
                1 + Duration.between(now, until).toSeconds());
        return Optional.of(new Hold(By.BREAKER, reason, Optional.of(until)));
    }

    /** Who is told yes has to say how it ended, by one of the next three. */
    boolean permits() {
        return breaker.tryAcquirePermission();
    }

    void succeeded(LookupResult result) {
        breaker.onSuccess(result.took().toNanos(), TimeUnit.NANOSECONDS);
    }

    void failed(LookupResult result) {
        breaker.onError(
                result.took().toNanos(),
                TimeUnit.NANOSECONDS,
                new IllegalStateException(result.outcome().reason()));
    }

    /** It ended in a way that says nothing about the provider. */
    void release() {
        breaker.releasePermission();
    }

    void reset() {
        breaker.reset();
    }

    String name() {
        return breaker.getName();
    }

    String state() {
        return breaker.getState().name().toLowerCase(Locale.ROOT);
    }

    /** In percent; empty as long as there are too few lookups to tell. */
    Optional<Float> failureRate() {
        return Optional.of(breaker.getMetrics().getFailureRate()).filter(rate -> rate >= 0);
    }
}
