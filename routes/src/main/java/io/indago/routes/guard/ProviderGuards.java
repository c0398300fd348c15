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
import java.util.stream.Stream;

/** The guard of each provider and connector, and the quotas of each credential. */
public final class ProviderGuards {
    private static final Duration OPEN = Duration.ofSeconds(30);

    private final CircuitBreakerRegistry breakers;
    private final LongSupplier nanos;
    private final Clock clock;
    private final QuotaLedger ledger;
    private final SharedPauses pauses;
    private final Map<String, ProviderGuard> guards = new ConcurrentHashMap<>();
    private final Map<Credential, QuotaMeter> meters = new ConcurrentHashMap<>();

    /** Of a replica that shares nothing. */
    public ProviderGuards(Clock clock) {
        this(clock, new LocalLedger(clock), (pause, time) -> {});
    }

    /**
     * @param ledger counts what all replicas may take of a quota
     * @param pauses tells the other replicas of a rate limit
     */
    public ProviderGuards(Clock clock, QuotaLedger ledger, SharedPauses pauses) {
        this(clock, System::nanoTime, ledger, pauses);
    }

    ProviderGuards(Clock clock, LongSupplier nanos) {
        this(clock, nanos, new LocalLedger(clock), (pause, time) -> {});
    }

    private ProviderGuards(Clock clock, LongSupplier nanos, QuotaLedger ledger, SharedPauses pauses) {
        this.clock = clock;
        this.ledger = ledger;
        this.pauses = pauses;
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
        return guards.computeIfAbsent(id, any -> new ProviderGuard(breakers.circuitBreaker(any), OPEN, clock, pauses));
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
        Optional<QuotaMeter> meter = quotas.isEmpty()
                ? Optional.empty()
                : Optional.of(meters.computeIfAbsent(
                        new Credential(owner, List.copyOf(quotas)),
                        shared -> new QuotaMeter(shared.quotas(), owner, ledger, nanos)));
        of(id).protect(sandbox, owner, meter);
    }

    /** Another replica was told to come back later; by the name the pause was told with. */
    public void pause(String pause, Duration time) {
        guards.values().stream().filter(guard -> guard.coolDown().isOf(pause)).forEach(guard -> guard.coolDown()
                .rest(time));
    }

    /** Every second or so: leases ahead, gives back what others may need, forgets what is over. */
    public void tend() {
        inUse().forEach(QuotaMeter::tend);
    }

    /** Gives back what was leased and not spent. */
    public void close() {
        inUse().forEach(QuotaMeter::close);
    }

    private Stream<QuotaMeter> inUse() {
        return guards.values().stream().flatMap(guard -> guard.quota().stream()).distinct();
    }

    /** For metrics. */
    public CircuitBreakerRegistry breakers() {
        return breakers;
    }
}
