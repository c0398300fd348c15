package io.indago.hub.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.indago.routes.api.SelfCheckDocument;
import io.indago.routes.api.SelfCheckDocument.Finding;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SelfCheckTest {
    private static final Finding AWAY = Finding.warning(KeycloakCheck.AWAY, "Keycloak is away");
    private static final Finding OPEN = Finding.note("plugins-unlisted", "any plugin is run");

    private final AtomicReference<List<Finding>> found = new AtomicReference<>(List.of(AWAY, OPEN));
    private final AtomicInteger looks = new AtomicInteger();
    private final SelfCheck selfCheck = new SelfCheck(List.of(this::look, List::of), Clock.systemUTC());

    private List<Finding> look() {
        looks.incrementAndGet();
        return found.get();
    }

    @Test
    void saysNothingOfWhatItHasNotLookedAt() {
        assertThat(selfCheck.get()).isEqualTo(new SelfCheckDocument(Optional.empty(), List.of()));
        assertThat(new SelfCheckHealth(selfCheck).health().getStatus()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void tellsAllItFoundAndIsNotIllOfIt() {
        selfCheck.run();

        assertThat(selfCheck.get().findings()).containsExactly(AWAY, OPEN);
        assertThat(selfCheck.get().checkedAt()).isPresent();
        assertThat(new SelfCheckHealth(selfCheck).health().getStatus()).isEqualTo(Status.UP);
        assertThat(new SelfCheckHealth(selfCheck).health().getDetails()).containsEntry("findings", List.of(AWAY, OPEN));
    }

    @Test
    void logsEachFindingOnceAndThatItIsMended(CapturedOutput log) {
        selfCheck.run();
        selfCheck.run();
        found.set(List.of(OPEN));
        selfCheck.run();

        assertThat(log).containsOnlyOnce("Self-check: Keycloak is away").containsOnlyOnce("any plugin is run");
        assertThat(log.getOut().lines().filter(line -> line.contains("Keycloak is away")))
                .allMatch(line -> line.contains("WARN"));
        assertThat(log).containsOnlyOnce("No longer unsafe");
    }

    @Test
    void looksAgainSoonWhileKeycloakIsAway() {
        try (SelfCheckSchedule schedule = new SelfCheckSchedule(selfCheck, Duration.ofMillis(5), Duration.ofHours(1))) {
            schedule.start();
            await().untilAsserted(() -> assertThat(looks.get()).isGreaterThan(2));
            found.set(List.of());

            await().untilAsserted(() -> assertThat(selfCheck.get().findings()).isEmpty());
            assertThat(selfCheck.isIncomplete()).isFalse();
        }
    }

    @Test
    void goesOnAfterAMistakeOfItsOwn() {
        AtomicInteger calls = new AtomicInteger();
        SelfCheck failing = new SelfCheck(
                List.of(() -> {
                    if (calls.incrementAndGet() == 1) {
                        throw new IllegalStateException("a mistake");
                    }
                    return List.of(OPEN);
                }),
                Clock.systemUTC());
        try (SelfCheckSchedule schedule = new SelfCheckSchedule(failing, Duration.ofMillis(5), Duration.ofMillis(5))) {
            schedule.start();

            await().untilAsserted(() -> assertThat(failing.get().findings()).containsExactly(OPEN));
        }
    }
}
