package io.indago.local.chaos;

import io.indago.local.chaos.Attempt.Fate;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How long answers took.
 *
 * @param before the outage; empty without one, or with too few answers to say
 * @param during the outage
 */
public record Latencies(Quantiles all, Optional<Quantiles> before, Optional<Quantiles> during) {
    private static final int FEWEST = 20;
    private static final int MOST_TIMES = 3;
    /** What a busy machine may do to anybody. */
    private static final Duration LEAST = Duration.ofMillis(500);

    /** Of some answers. */
    public record Quantiles(Duration p50, Duration p99, Duration slowest) {}

    static Latencies of(Collection<Attempt> attempts, Optional<Span> outage) {
        return new Latencies(
                quantiles(times(attempts, any -> true)),
                outage.flatMap(span -> enough(times(attempts, span::isAfter))),
                outage.flatMap(span -> enough(times(attempts, span::meets))));
    }

    private static List<Duration> times(Collection<Attempt> attempts, Predicate<Attempt> which) {
        return attempts.stream()
                .filter(attempt -> attempt.is(Fate.ANSWERED))
                .filter(which)
                .map(Attempt::took)
                .sorted()
                .toList();
    }

    private static Optional<Quantiles> enough(List<Duration> times) {
        return times.size() < FEWEST ? Optional.empty() : Optional.of(quantiles(times));
    }

    private static Quantiles quantiles(List<Duration> times) {
        if (times.isEmpty()) {
            return new Quantiles(Duration.ZERO, Duration.ZERO, Duration.ZERO);
        }
        return new Quantiles(at(times, 50), at(times, 99), times.get(times.size() - 1));
    }

    private static Duration at(List<Duration> times, int percent) {
        return times.get((times.size() * percent + 99) / 100 - 1);
    }

    /** Whether callers noticed the outage, in words. */
    Optional<String> complaint() {
        return before.flatMap(
                calm -> during.filter(bad -> bad.p99().compareTo(calm.p99().multipliedBy(MOST_TIMES)) > 0)
                        .filter(bad -> bad.p99().compareTo(LEAST) > 0)
                        .map(bad -> "answers slower meanwhile: " + meanwhile().orElseThrow()));
    }

    /** The p99 before and during the outage. */
    Optional<String> meanwhile() {
        return before.flatMap(calm -> during.map(bad -> String.format(
                Locale.ROOT,
                "p99 %d ms, %d ms before",
                bad.p99().toMillis(),
                calm.p99().toMillis())));
    }
}
