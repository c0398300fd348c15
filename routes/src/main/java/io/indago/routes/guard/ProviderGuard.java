package io.indago.routes.guard;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.indago.host.ErrorCause;
import io.indago.host.LookupResult;
import io.indago.host.Outcome;
import io.indago.routes.guard.HealthRecord.Verdict;
import io.indago.routes.guard.Hold.By;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Protects one provider from us, and us from it: knows how its lookups end and its health checks, and when it is not to
 * be asked.
 */
public final class ProviderGuard {
    /** A lookup that gave less time than this says nothing about the provider when it times out. */
    private static final Duration ENOUGH = Duration.ofSeconds(2);

    private final Breaker breaker;
    private final CoolDown coolDown;
    private final RecentResults results = new RecentResults();
    private final RetryBudget retries = new RetryBudget();
    private final HealthRecord health = new HealthRecord();
    private volatile Optional<QuotaMeter> quota = Optional.empty();
    private volatile Optional<Hold> credential = Optional.empty();
    private volatile boolean sandbox;
    private volatile String owner = "";

    ProviderGuard(CircuitBreaker breaker, Duration openFor, Clock clock, SharedPauses pauses) {
        this.breaker = new Breaker(breaker, openFor, clock);
        coolDown = new CoolDown(clock, pauses);
    }

    /** Why it is not asked now; empty when it may be. */
    public Optional<Hold> hold() {
        return credential.or(coolDown::hold).or(health::hold).or(breaker::hold);
    }

    /** Whether it may be asked now; who is told yes has to {@link #tell} how it ended. */
    public boolean permits() {
        return breaker.permits();
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
            case HIT, NO_DATA -> breaker.succeeded(result);
            case TIMEOUT -> {
                if (given.compareTo(ENOUGH) >= 0) {
                    breaker.failed(result);
                } else {
                    breaker.release();
                }
            }
            case ERROR -> {
                if (outcome.errorCause().orElseThrow() == ErrorCause.UNAVAILABLE) {
                    breaker.failed(result);
                } else {
                    breaker.release();
                }
            }
            case UNAUTHORISED -> {
                breaker.release();
                refused(outcome.reason());
            }
            case RATE_LIMITED -> {
                breaker.release();
                if (!quotaIsSpent()) {
                    coolDown.begin(outcome.retryAfter());
                }
            }
            default -> breaker.release();
        }
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

    /** When it wants to be left alone. */
    CoolDown coolDown() {
        return coolDown;
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
        return breaker.state();
    }

    /** The share of failures among the last lookups it counts, in percent; empty as long as those are too few. */
    public Optional<Float> failureRate() {
        return breaker.failureRate();
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
        coolDown.protect(secretName("pause " + breaker.name()), inSandbox);
        quota = meter;
    }

    RetryBudget retries() {
        return retries;
    }

    Duration p95() {
        return results.p95();
    }
}
