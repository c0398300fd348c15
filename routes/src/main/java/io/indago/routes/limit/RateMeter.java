package io.indago.routes.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.VerboseResult;
import io.github.bucket4j.local.LocalBucketBuilder;
import io.indago.spi.Quota;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/** Counts one user's or client's requests: a token bucket per window, each as large as its limit and refilled evenly. */
final class RateMeter {
    private final LimitKind kind;
    private final RateLimit limit;
    private final Bucket bucket;
    private final String policies;

    RateMeter(LimitKind kind, RateLimit limit, TimeMeter time) {
        this.kind = kind;
        this.limit = limit;
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
        VerboseResult<ConsumptionProbe> result = bucket.asVerbose().tryConsumeAndReturnRemaining(weight);
        long[] left = result.getDiagnostics().getAvailableTokensPerEachBandwidth();
        int scarcest = 0;
        for (int i = 1; i < left.length; i++) {
            if (share(left, i) < share(left, scarcest)) {
                scarcest = i;
            }
        }
        ConsumptionProbe probe = result.getValue();
        return new Taken(
                probe.isConsumed(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                new Left(
                        name(limit.windows().get(scarcest)),
                        limit.windows().get(scarcest),
                        Math.max(0, left[scarcest])));
    }

    private double share(long[] left, int window) {
        return (double) left[window] / limit.windows().get(window).calls();
    }

    /** Counts them no more: another refused. */
    void giveBack(long weight) {
        bucket.addTokens(weight);
    }

    private String name(Quota window) {
        return '"' + kind.id() + "-" + RateLimit.text(window.window()) + '"';
    }

    /** What is left of a window. */
    record Left(String name, Quota window, long requests) {
        double share() {
            return (double) requests / window.calls();
        }

        /** As {@code RateLimit} tells it: what is left, and in how many seconds it is whole again. */
        String field() {
            long missing = window.calls() - requests;
            long millis = missing * window.window().toMillis() / window.calls();
            long seconds = (millis + 999) / 1_000;
            return name + ";r=" + requests + ";t=" + seconds;
        }

        static Optional<Left> scarcer(Optional<Left> one, Left other) {
            return one.isPresent() && one.get().share() <= other.share() ? one : Optional.of(other);
        }
    }
}
