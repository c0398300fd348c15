package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.local.chaos.Chaos;
import io.indago.local.chaos.Plan;
import io.indago.local.chaos.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shortest of what {@code ./indago chaos} does, with a seed of its own each time; the log says which. */
class ChaosIT {
    private static final List<String> SCENARIOS =
            List.of("hub-killed-alone", "postgres-hung", "poisoned-topic", "delivered-twice");

    @Test
    void accountsForEachLookupOnceWhateverIsKilled() throws Exception {
        Plan plan = new Plan(
                Path.of("target/chaos").toAbsolutePath(),
                Long.getLong("indago.seed", System.nanoTime() % 1_000_000),
                1,
                SCENARIOS,
                200,
                Duration.ofSeconds(2),
                Duration.ofSeconds(60));

        List<Result> results = new Chaos(plan, System.out).run();

        assertThat(results).hasSameSizeAs(SCENARIOS);
        assertThat(results).allSatisfy(result -> assertThat(result.verdict().words())
                .as("%s with seed %d", result.scenario(), result.seed())
                .isEqualTo("holds"));
    }
}
