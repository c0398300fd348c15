package io.indago.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.local.chaos.Attempt.Fate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    private static final Span OUTAGE = new Span(at(10_000), at(20_000));

    private final List<Attempt> attempts = new ArrayList<>();

    @Test
    void arePercentilesOfWhatWasAnswered() {
        answered(0, 100, 10);
        answered(0, 1, 900);
        attempts.add(new Attempt("broken", Fate.BROKEN, "", 0, at(0), Duration.ofSeconds(20)));
        Latencies.Quantiles all = latencies().all();

        assertThat(all.p50()).hasMillis(10);
        assertThat(all.p99()).hasMillis(10);
        assertThat(all.slowest()).hasMillis(900);
        assertThat(Latencies.of(List.of(), Optional.empty()).all().slowest()).isZero();
    }

    @Test
    void complainWhenAnswersAreMuchSlowerMeanwhile() {
        answered(1_000, 100, 150);
        answered(12_000, 100, 600);

        assertThat(latencies().complaint()).hasValue("answers slower meanwhile: p99 600 ms, 150 ms before");
    }

    /** An answer that began before the outage and ended in it waited for what was away. */
    @Test
    void countWhatTheOutageMet() {
        answered(1_000, 100, 150);
        answered(9_900, 20, 5_000);

        assertThat(latencies().complaint()).isPresent();
    }

    @Test
    void doNotComplainOfNoise() {
        answered(1_000, 100, 150);
        answered(12_000, 100, 440);
        assertThat(latencies().complaint())
                .as("three times and more, of little")
                .isEmpty();
        assertThat(latencies().meanwhile()).hasValue("p99 440 ms, 150 ms before");

        attempts.clear();
        answered(1_000, 100, 800);
        answered(12_000, 100, 1_500);
        assertThat(latencies().complaint()).as("slow before too").isEmpty();
    }

    @Test
    void sayNothingOfAFewAnswers() {
        answered(1_000, 100, 150);
        answered(12_000, 5, 5_000);

        assertThat(latencies().complaint()).isEmpty();
        assertThat(latencies().meanwhile()).isEmpty();
    }

    private Latencies latencies() {
        return Latencies.of(attempts, Optional.of(OUTAGE));
    }

    private void answered(int atMillis, int count, int tookMillis) {
        for (int i = 0; i < count; i++) {
            attempts.add(new Attempt("value", Fate.ANSWERED, "id", 200, at(atMillis), Duration.ofMillis(tookMillis)));
        }
    }

    private static long at(int millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
