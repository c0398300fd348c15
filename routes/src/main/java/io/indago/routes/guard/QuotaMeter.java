package io.indago.routes.guard;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.LocalBucketBuilder;
import io.indago.spi.Quota;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;

/**
 * How many calls a credential has left, in all windows at once. Who comes when there is none waits for the next window,
 * in the order of coming, if its deadline allows, and is refused at once otherwise.
 */
public final class QuotaMeter {
    private final List<Quota> quotas;
    private final Bucket bucket;
    private final Clock clock;

    /**
     * @param nanos a clock that never steps, in nanoseconds
     */
    QuotaMeter(List<Quota> quotas, LongSupplier nanos, Clock clock) {
        this.quotas = List.copyOf(quotas);
        this.clock = clock;
        LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(new Meter(nanos));
        quotas.forEach(quota -> builder.addLimit(Bandwidth.builder()
                .capacity(quota.calls())
                .refillIntervally(quota.calls(), quota.window())
                .build()));
        bucket = builder.build();
    }

    /**
     * What is left of one window.
     *
     * @param freeAt when there is a call again; now, unless a window is spent
     */
    public record Left(Quota quota, long calls, Instant freeAt) {}

    /** Whether there is a call, now or within that time. */
    CompletableFuture<Boolean> take(Duration patience, ScheduledExecutorService timer) {
        if (bucket.tryConsume(1)) {
            return CompletableFuture.completedFuture(true);
        }
        return patience.isZero() || patience.isNegative()
                ? CompletableFuture.completedFuture(false)
                : bucket.asScheduler().tryConsume(1, patience.toNanos(), timer);
    }

    /** How long until there is a call again; zero when there is one. */
    Duration freeIn() {
        return Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    List<Left> left() {
        long[] calls = bucket.asVerbose().getAvailableTokens().getDiagnostics().getAvailableTokensPerEachBandwidth();
        Instant free = clock.instant().plus(freeIn());
        List<Left> left = new ArrayList<>();
        for (int i = 0; i < quotas.size(); i++) {
            left.add(new Left(quotas.get(i), Math.max(0, calls[i]), free));
        }
        return left;
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
