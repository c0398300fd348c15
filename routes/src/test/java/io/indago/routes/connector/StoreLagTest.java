package io.indago.routes.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.routes.ManualTime;
import io.indago.routes.accounting.EventStoreRoutes;
import io.indago.routes.connector.ConsumerGroups.Progress;
import io.indago.routes.connector.ConsumerGroups.UnreachableException;
import io.indago.routes.connector.StoreLag.Reading;
import io.indago.routes.events.KafkaSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class StoreLagTest {
    private final ManualTime time = new ManualTime();
    private Progress progress = new Progress(0, 0);
    private boolean away;
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final StoreLag lag = new StoreLag(
            List.of(EventStoreRoutes.of(
                    "tests",
                    "indago.tests.v1",
                    record -> record,
                    events -> {},
                    new KafkaSettings("kafka.invalid:9092", 1 << 20, 100),
                    deadLetters -> {})),
            this::progress,
            meters,
            time);

    private Progress progress(String topic, String group) throws UnreachableException {
        assertThat(topic + " " + group).isEqualTo("indago.tests.v1 indago-tests");
        if (away) {
            throw new UnreachableException("away", new TimeoutException());
        }
        return progress;
    }

    @Test
    void nothingIsKnownBeforeTheFirstLook() {
        assertThat(lag.readings()).isEmpty();
        assertThat(gauge()).isNaN();
    }

    @Test
    void whatWaitsIsShown() {
        look(0, 7, 3);

        assertThat(gauge()).isEqualTo(3);
        assertThat(reading().isWorrying()).isFalse();
    }

    @Test
    void aStoreThatDoesNothingForAMinuteIsWorrying() {
        look(0, 7, 3);
        look(59, 7, 5);
        assertThat(reading().isWorrying()).isFalse();

        look(1, 7, 5);
        assertThat(reading().isWorrying()).isTrue();
        assertThat(reading().still()).isEqualTo(Duration.ofMinutes(1));

        look(10, 8, 4);
        assertThat(reading().isWorrying()).as("it goes on").isFalse();
    }

    @Test
    void aStoreThatHasNothingToDoIsNot() {
        look(0, 7, 0);
        look(3_600, 7, 0);
        look(10, 7, 1);

        assertThat(reading().isWorrying()).isFalse();
    }

    @Test
    void aStoreThatIsFarBehindIsWorryingHoweverBusy() {
        look(0, 7, 9_999);
        assertThat(reading().isWorrying()).isFalse();

        look(10, 500, 10_000);
        assertThat(reading().isWorrying()).isTrue();
    }

    @Test
    void whileKafkaIsAwayNothingIsKnown() {
        look(0, 7, 3);
        away = true;
        look(10, 7, 3);

        assertThat(lag.readings()).isEmpty();
        assertThat(gauge()).isNaN();
    }

    private void look(int secondsLater, long done, long waiting) {
        time.pass(Duration.ofSeconds(secondsLater));
        progress = new Progress(done, waiting);
        lag.look();
    }

    private Reading reading() {
        return lag.readings().get("tests");
    }

    private double gauge() {
        return meters.get("indago.tests.lag").gauge().value();
    }
}
