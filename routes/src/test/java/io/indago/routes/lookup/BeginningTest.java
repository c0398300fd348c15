package io.indago.routes.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.routes.ManualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BeginningTest {
    private final ManualTime clock = new ManualTime();

    @ParameterizedTest
    @ValueSource(longs = {-3600, 3600})
    void whatElapsedIsNotWhatTheClockWasSetBy(long step) {
        Beginning beginning = Beginning.now(clock);
        clock.pass(Duration.ofSeconds(step));

        assertThat(beginning.elapsed()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
        assertThat(beginning.end()).isBetween(beginning.at(), beginning.at().plusSeconds(60));
    }

    @Test
    void whatElapsedGrows() {
        Beginning beginning = Beginning.now(clock);
        Duration before = beginning.elapsed();

        assertThat(beginning.elapsed()).isGreaterThan(before);
    }
}
