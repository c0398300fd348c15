package io.indago.routes.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How often passwords may be tried: 5 times a minute and 30 times an hour by one address, and for one name by one address as long
 * as fewer are wrong than have the identity provider lock the user. It stands before the identity provider, whose own lock-out
 * alone would let anybody lock anybody out. Nothing is counted for a name alone: that, too, would let anybody lock anybody out.
 * Each replica counts for itself.
 */
public final class LoginThrottle {
    private static final int PER_MINUTE = 5;
    private static final int PER_HOUR = 30;
    private static final int MOST = 50_000;
    /** One fewer than the realm's {@code failureFactor}. */
    static final int MOST_WRONG = 4;
    /** The realm's {@code maxDeltaTimeSeconds}, after which it begins to count anew, and a minute. */
    static final Duration QUIET = Duration.ofMinutes(16);

    private final TimeMeter meter;
    private final Cache<Source, Bucket> buckets;
    private final Cache<Target, Integer> wrong;

    /** @param nanos a clock that never steps, in nanoseconds */
    public LoginThrottle(LongSupplier nanos) {
        meter = new Meter(nanos);
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(Duration.ofHours(1))
                .ticker(nanos::getAsLong)
                .executor(Runnable::run)
                .build();
        wrong = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(QUIET)
                .ticker(nanos::getAsLong)
                .executor(Runnable::run)
                .build();
    }

    private record Target(Source source, String username) {
        static Target of(String address, String username) {
            return new Target(Source.of(address), username.strip().toLowerCase(Locale.ROOT));
        }
    }

    /** Counts an attempt, as a wrong one until it is known to be none, or says how long to wait for the next. */
    synchronized Optional<Duration> attempt(String address, String username) {
        Target target = Target.of(address, username);
        Optional<Duration> wait = take(target.source());
        if (wait.isPresent()) {
            return wait;
        }
        Integer before = wrong.getIfPresent(target);
        if (before != null && before >= MOST_WRONG) {
            return Optional.of(leftOf(target));
        }
        wrong.put(target, before == null ? 1 : before + 1);
        return Optional.empty();
    }

    private Duration leftOf(Target target) {
        Duration age = wrong.policy()
                .expireAfterWrite()
                .flatMap(policy -> policy.ageOf(target))
                .orElse(Duration.ZERO);
        return QUIET.minus(age).plusSeconds(1);
    }

    /** The password was right: the identity provider, too, counts anew. */
    synchronized void succeeded(String address, String username) {
        wrong.invalidate(Target.of(address, username));
    }

    /** The attempt was not decided. */
    synchronized void undecided(String address, String username) {
        Target target = Target.of(address, username);
        Integer before = wrong.getIfPresent(target);
        if (before != null) {
            wrong.put(target, Math.max(0, before - 1));
        }
    }

    private Optional<Duration> take(Source source) {
        ConsumptionProbe probe = buckets.get(source, any -> bucket()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1));
    }

    private Bucket bucket() {
        return Bucket.builder()
                .withCustomTimePrecision(meter)
                .addLimit(Bandwidth.builder()
                        .capacity(PER_MINUTE)
                        .refillIntervally(PER_MINUTE, Duration.ofMinutes(1))
                        .build())
                .addLimit(Bandwidth.builder()
                        .capacity(PER_HOUR)
                        .refillIntervally(PER_HOUR, Duration.ofHours(1))
                        .build())
                .build();
    }

    private record Meter(LongSupplier nanos) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return nanos.getAsLong();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
