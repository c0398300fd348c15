package io.indago.routes.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.routes.ManualTime;
import io.indago.spi.Quota;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuotaMeterTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ManualTime time = new ManualTime();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final QuotaMeter meter =
            new QuotaMeter(List.of(Quota.of(4, MINUTE), Quota.of(10, Duration.ofDays(1))), time::nanos, time);

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void keepsWithinAllWindowsAtOnce() {
        assertThat(taken()).isEqualTo(4);
        time.pass(MINUTE);
        assertThat(taken()).isEqualTo(4);
        time.pass(MINUTE);
        assertThat(taken()).isEqualTo(2);
        time.pass(MINUTE);
        assertThat(taken()).isZero();
        time.pass(Duration.ofDays(1));
        assertThat(taken()).isEqualTo(4);
    }

    @Test
    void saysWhatIsLeftAndWhenThereIsMore() {
        take(Duration.ZERO);
        assertThat(meter.left()).extracting(QuotaMeter.Left::calls).containsExactly(3L, 9L);
        assertThat(meter.freeIn()).isZero();
        taken();
        assertThat(meter.left()).extracting(QuotaMeter.Left::calls).containsExactly(0L, 6L);
        assertThat(meter.freeIn()).isEqualTo(MINUTE);
        assertThat(meter.left().get(0).freeAt()).isEqualTo(time.instant().plus(MINUTE));
    }

    @Test
    void waitsForTheNextWindowIfThereIsTime() {
        QuotaMeter narrow = new QuotaMeter(List.of(Quota.of(1, Duration.ofMillis(150))), System::nanoTime, time);
        long begun = System.nanoTime();

        assertThat(narrow.take(Duration.ZERO, timer).join()).isTrue();
        assertThat(narrow.take(Duration.ofMillis(10), timer).join()).isFalse();
        assertThat(narrow.take(Duration.ofSeconds(10), timer).join()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(140));
    }

    private int taken() {
        int taken = 0;
        while (take(Duration.ZERO)) {
            taken++;
        }
        return taken;
    }

    private boolean take(Duration patience) {
        return meter.take(patience, timer).join();
    }
}
