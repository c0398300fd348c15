package io.indago.routes.guard;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.indago.host.ErrorCause;
import io.indago.host.LookupResult;
import io.indago.host.Outcome;
import io.indago.routes.guard.HealthRecord.Verdict;
import io.indago.routes.guard.Hold.By;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Protects one provider from us, and us from it: knows how its lookups end and its health checks, and when it is not to
 * be asked.
 */
public final class ProviderGuard {
    /** A lookup that gave less time than this says nothing about the provider when it times out. */
    private static final Duration ENOUGH = Duration.ofSeconds(2);

    private static final Duration COOL_DOWN = Duration.ofMinutes(1);

    private final CircuitBreaker breaker;
    private final Duration openFor;
    private final Clock clock;
    private final SharedPauses pauses;
    private final RecentResults results = new RecentResults();
    private final RetryBudget retries = new RetryBudget();
    private final HealthRecord health = new HealthRecord();
    private volatile Optional<QuotaMeter> quota = Optional.empty();
    private volatile Optional<Hold> credential = Optional.empty();
    private volatile Optional<Hold> cooling = Optional.empty();
    private volatile boolean sandbox;
    private volatile String owner = "";
    private volatile String pause = "";
    private volatile Instant opened = Instant.MIN;

    ProviderGuard(CircuitBreaker breaker, Duration openFor, Clock clock, SharedPauses pauses) {
        this.breaker = breaker;
        this.pauses = pauses;
        this.openFor = openFor;
        this.clock = clock;
        breaker.getEventPublisher().onStateTransition(transition -> {
            if (transition.getStateTransition().getToState() == State.OPEN) {
                opened = clock.instant();
            }
        });
    }

    /** Why it is not asked now; empty when it may be. */
    public Optional<Hold> hold() {
        return credential.or(this::cooling).or(health::hold).or(this::open);
    }

    private Optional<Hold> cooling() {
        Instant now = clock.instant();
        return cooling.filter(hold -> hold.until().orElse(now).isAfter(now));
    }

    private Optional<Hold> open() {
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

    /** Whether it may be asked now; who is told yes has to {@link #tell} how it ended. */
    public boolean permits() {
        return breaker.tryAcquirePermission();
    }

    /**
     * How a lookup ended. What the breaker counts as failure is what another lookup would meet as well: the provider can't
     * be reached, or is late though it had time. A stuck plugin refuses by itself, and at once.
     *
     * @param given the time it had
     */
    public void tell(LookupResult result, Duration given) {
        Outcome outcome = result.outcome();
        results.add(result);
        switch (outcome.status()) {
            case HIT, NO_DATA -> breaker.onSuccess(result.took().toNanos(), TimeUnit.NANOSECONDS);
            case TIMEOUT -> {
                if (given.compareTo(ENOUGH) >= 0) {
                    failed(result);
                } else {
                    breaker.releasePermission();
                }
            }
            case ERROR -> {
                if (outcome.errorCause().orElseThrow() == ErrorCause.UNAVAILABLE) {
                    failed(result);
                } else {
                    breaker.releasePermission();
                }
            }
            case UNAUTHORISED -> {
                breaker.releasePermission();
                refused(outcome.reason());
            }
            case RATE_LIMITED -> {
                breaker.releasePermission();
                if (!quotaIsSpent()) {
                    coolDown(outcome.retryAfter());
                }
            }
            default -> breaker.releasePermission();
        }
    }

    private void failed(LookupResult result) {
        breaker.onError(
                result.took().toNanos(),
                TimeUnit.NANOSECONDS,
                new IllegalStateException(result.outcome().reason()));
    }

    /** The credential was refused: nobody asks again until a health check succeeds or someone says so. */
    private void refused(String reason) {
        if (sandbox) {
            return;
        }
        credential = Optional.of(new Hold(
                By.CREDENTIAL,
                "held back until a health check succeeds or it is enabled again: " + reason,
                Optional.empty()));
    }

    /** It said to come back later, to this replica. */
    void coolDown(Optional<Duration> retryAfter) {
        Duration time = retryAfter.orElse(COOL_DOWN);
        if (rest(time)) {
            pauses.begun(pause, time);
        }
    }

    /** Whether that is longer than it is left alone anyway. */
    boolean rest(Duration time) {
        Instant until = clock.instant().plus(time);
        boolean isLonger = !sandbox
                && cooling().flatMap(Hold::until).filter(until::isBefore).isEmpty();
        if (isLonger) {
            cooling = Optional.of(new Hold(By.RATE_LIMIT, "held back: its rate limit is spent", Optional.of(until)));
        }
        return isLonger;
    }

    /** Whether that pause is about its credential. */
    boolean isOf(String other) {
        return pause.equals(other);
    }

    /** How long until it may be called again; zero when now. */
    Duration coolingFor() {
        Instant now = clock.instant();
        return cooling()
                .flatMap(Hold::until)
                .map(until -> Duration.between(now, until))
                .orElse(Duration.ZERO);
    }

    private boolean quotaIsSpent() {
        return quota.map(meter -> meter.refusedLately() || !meter.freeIn().isZero())
                .orElse(false);
    }

    /** A health check ended; from the third failure in a row it is held back, and two successes end that. */
    public void checked(Verdict verdict) {
        health.add(verdict);
        if (verdict.credentialRefused()) {
            refused(verdict.reason());
        } else if (verdict.isUp()) {
            credential = Optional.empty();
        }
    }

    /** Someone wants it asked again, whatever happened; only its own rate limit still holds. */
    public void release() {
        credential = Optional.empty();
        health.forget();
        breaker.reset();
    }

    /** How its last lookups ended. */
    public Recent recent() {
        return results.recent();
    }

    /** What its health checks found. */
    public HealthRecord health() {
        return health;
    }

    /** {@code closed}, {@code open} or {@code half_open}. */
    public String breakerState() {
        return breaker.getState().name().toLowerCase(Locale.ROOT);
    }

    /** The share of failures among the last lookups it counts, in percent; empty as long as those are too few. */
    public Optional<Float> failureRate() {
        return Optional.of(breaker.getMetrics().getFailureRate()).filter(rate -> rate >= 0);
    }

    /** What is left of its quotas; empty without any. */
    public List<QuotaMeter.Left> quotas() {
        return quota.map(QuotaMeter::left).orElse(List.of());
    }

    /** Whether calls are counted. */
    public boolean hasQuota() {
        return quota.isPresent();
    }

    /** A word for that, the same on every replica with the same credential, which tells others nothing. */
    public String secretName(String thing) {
        return OwnerHash.of(owner, thing);
    }

    Optional<QuotaMeter> quota() {
        return quota;
    }

    void protect(boolean inSandbox, String ownerName, Optional<QuotaMeter> meter) {
        sandbox = inSandbox;
        owner = ownerName;
        pause = secretName("pause " + breaker.getName());
        quota = meter;
    }

    RetryBudget retries() {
        return retries;
    }

    Duration p95() {
        return results.p95();
    }
}
