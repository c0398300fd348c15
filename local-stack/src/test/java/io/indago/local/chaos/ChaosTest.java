package io.indago.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was not tried does not hold. */
class ChaosTest {
    private static final Scenario IMPOSSIBLE = new Scenario("impossible", "can't be done", new Fault() {
        @Override
        public List<String> strike(Turn turn) {
            throw new AssertionError("it can't be done");
        }

        @Override
        public Optional<String> obstacle() {
            return Optional.of("nothing to do it with");
        }
    });

    @TempDir
    private Path state;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void whatWasNamedAndCantBeDoneHereDoesNotHold() throws Exception {
        List<Result> results = run(List.of("impossible"));

        assertThat(Result.allHold(results)).isFalse();
        assertThat(results).singleElement().satisfies(result -> assertThat(
                        result.verdict().words())
                .isEqualTo("BROKEN: not run: nothing to do it with"));
        assertThat(out.toString())
                .contains("not run: nothing to do it with", "1 of 1 do not hold")
                .doesNotContain("Everything holds");
    }

    @Test
    void nothingIsNoSuccess() throws Exception {
        assertThat(Result.allHold(run(List.of()))).isFalse();
        assertThat(out.toString()).contains("Nothing was tried").doesNotContain("Everything holds");
    }

    private List<Result> run(List<String> only) throws Exception {
        Plan plan = new Plan(state, 1, 1, only, 1, Duration.ofSeconds(1), Duration.ofSeconds(1));
        return new Chaos(plan, new PrintStream(out, true), List.of(IMPOSSIBLE)).run();
    }
}
