package io.indago.hub.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;

class RevocationFeedTest {
    private final RevocationList list = new RevocationList(System::nanoTime);
    private final AtomicInteger opened = new AtomicInteger();

    @Test
    void goesOnWhateverGoesWrong() {
        RevocationFeed feed = new RevocationFeed(
                () -> {
                    if (opened.incrementAndGet() % 2 == 0) {
                        throw new SQLException("away");
                    }
                    throw new IllegalStateException("a fault of the driver's");
                },
                list,
                Duration.ofMillis(1));
        feed.start();
        try {
            await().atMost(Duration.ofSeconds(10)).until(() -> opened.get() >= 5);
        } finally {
            feed.stop();
        }
        assertThat(list.isCurrent()).isFalse();
    }

    @Test
    void tellsThatItCannotBeRead() {
        RevocationHealth health = new RevocationHealth(list);
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

        list.replace(Map.of(), System.nanoTime());
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        list.lost();
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails()).containsKey("reason");
    }
}
