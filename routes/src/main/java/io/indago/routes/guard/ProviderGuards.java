package io.indago.routes.guard;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.indago.spi.Quota;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The guard of each provider and connector, and the quotas of each credential. */
public final class ProviderGuards {
    private static final Duration OPEN = Duration.ofSeconds(30);

    private final CircuitBreakerRegistry breakers;
    private final LongSupplier nanos;
    private final Clock clock;
    private final Map<String, ProviderGuard> guards = new ConcurrentHashMap<>();
    private final Map<Credential, QuotaMeter> meters = new ConcurrentHashMap<>();

    public ProviderGuards(Clock clock) {
        this(clock, System::nanoTime);
    }

    ProviderGuards(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(50)
                .minimumNumberOfCalls(20)
                .failureRateThreshold(50)
                .slowCallDurationThreshold(Duration.ofSeconds(8))
                .slowCallRateThreshold(80)
                .waitDurationInOpenState(OPEN)
                .permittedNumberOfCallsInHalfOpenState(5)
                .clock(clock)
                .currentTimestampFunction(any -> nanos.getAsLong(), TimeUnit.NANOSECONDS)
                .build());
    }

    /** Whose quota it is: whoever uses the same credential shares it. */
    private record Credential(String owner, List<Quota> quotas) {}

    /** The guard of that provider or connector; made when first asked for. */
    public ProviderGuard of(String id) {
        return guards.computeIfAbsent(id, any -> new ProviderGuard(breakers.circuitBreaker(any), OPEN, clock));
    }

    /**
     * Says what it is to be protected from.
     *
     * @param sandbox whether the sandbox, or a recording, answers in its place, which has no limits to respect
     * @param credential tells credentials apart; blank without one
     * @param quotas empty for no limit
     */
    public void protect(String id, boolean sandbox, String credential, List<Quota> quotas) {
        String owner = credential.isEmpty() ? id : credential;
        of(id).protect(
                        sandbox,
                        quotas.isEmpty()
                                ? Optional.empty()
                                : Optional.of(meters.computeIfAbsent(
                                        new Credential(owner, List.copyOf(quotas)),
                                        shared -> new QuotaMeter(shared.quotas(), nanos, clock))));
    }

    /** For metrics. */
    public CircuitBreakerRegistry breakers() {
        return breakers;
    }
}
