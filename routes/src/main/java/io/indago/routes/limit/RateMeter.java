package io.indago.routes.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.VerboseResult;
import io.github.bucket4j.local.LocalBucketBuilder;
import io.indago.spi.Quota;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Counts one user's or client's requests: a token bucket per window, each as large as its limit and refilled evenly; of long
 * windows also what all replicas count together.
 */
final class RateMeter {
    private final LimitKind kind;
    private final RateLimit limit;
    private final Bucket bucket;
    private final List<SharedCount> shared;
    private final String policies;

    /** @param shared of those windows which all replicas count together */
    RateMeter(LimitKind kind, RateLimit limit, List<SharedCount> shared, TimeMeter time) {
        this.kind = kind;
        this.limit = limit;
        this.shared = shared;
        LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(time);
        limit.windows()
                .forEach(window -> builder.addLimit(Bandwidth.builder()
                        .capacity(window.calls())
                        .refillGreedy(window.calls(), window.window())
                        .build()));
        bucket = builder.build();
        policies = limit.windows().stream()
                .map(window -> name(window) + ";q=" + window.calls() + ";w="
                        + window.window().toSeconds())
                .collect(Collectors.joining(", "));
    }

    RateLimit limit() {
        return limit;
    }

    /** Its windows, as {@code RateLimit-Policy} lists them. */
    String policies() {
        return policies;
    }

    /**
     * What became of an attempt.
     *
     * @param freeIn until there is room for as much again; zero when it was granted
     * @param scarcest the window with the least left of it
     */
    record Taken(boolean granted, Duration freeIn, Left scarcest) {}

    /** Counts that many, unless they are more than there is room for. */
    Taken take(long weight) {
        for (SharedCount count : shared) {
            Duration freeIn = count.freeIn(weight);
            if (!freeIn.isZero()) {
                return new Taken(false, freeIn, left(count));
            }
        }
        Taken taken = takeHere(weight);
        if (!taken.granted()) {
            return taken;
        }
        Left scarcest = taken.scarcest();
        for (SharedCount count : shared) {
            count.take(weight);
            scarcest = scarcest.share() <= left(count).share() ? scarcest : left(count);
        }
        return new Taken(true, Duration.ZERO, scarcest);
    }

    private Left left(SharedCount count) {
        return new Left(name(count.quota()), count.quota(), count.left(), count.ends());
    }

    private Taken takeHere(long weight) {
        VerboseResult<ConsumptionProbe> result = bucket.asVerbose().tryConsumeAndReturnRemaining(weight);
        long[] left = result.getDiagnostics().getAvailableTokensPerEachBandwidth();
        int scarcest = 0;
        for (int i = 1; i < left.length; i++) {
            if (share(left, i) < share(left, scarcest)) {
                scarcest = i;
            }
        }
        ConsumptionProbe probe = result.getValue();
        Quota window = limit.windows().get(scarcest);
        return new Taken(
                probe.isConsumed(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Left.here(name(window), window, Math.max(0, left[scarcest])));
    }

    private double share(long[] left, int window) {
        return (double) left[window] / limit.windows().get(window).calls();
    }

    /** Counts them no more: another refused. */
    void giveBack(long weight) {
        bucket.addTokens(weight);
        shared.forEach(count -> count.giveBack(weight));
    }

    /** Counts no more. */
    void close() {
        shared.forEach(SharedCount::close);
    }

    private String name(Quota window) {
        return '"' + kind.id() + "-" + RateLimit.text(window.window()) + '"';
    }

    /**
     * What is left of a window.
     *
     * @param wholeIn until all of it is there again
     */
    record Left(String name, Quota window, long requests, Duration wholeIn) {
        /** Of one that fills evenly. */
        static Left here(String name, Quota window, long requests) {
            long missing = window.calls() - requests;
            return new Left(
                    name,
                    window,
                    requests,
                    Duration.ofMillis(missing * window.window().toMillis() / window.calls()));
        }

        double share() {
            return (double) requests / window.calls();
        }

        /** As {@code RateLimit} tells it: what is left, and in how many seconds it is whole again. */
        String field() {
            return name + ";r=" + requests + ";t=" + wholeIn.plusMillis(999).toSeconds();
        }

        static Optional<Left> scarcer(Optional<Left> one, Left other) {
            return one.isPresent() && one.get().share() <= other.share() ? one : Optional.of(other);
        }
    }
}
