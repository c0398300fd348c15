package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.routes.audit.AuditHead;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;

/** What the audit does by itself and when; nobody asks for a verification here. */
@ExtendWith(RunningHub.Extension.class)
class AuditTimesIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final RunningHub hub;

    AuditTimesIT(RunningHub hub) {
        this.hub = hub;
    }

    @Test
    void publishesTheHeadWhenItStarts() {
        int before = heads().size();
        try (ConfigurableApplicationContext other = hub.start(Map.of("indago.audit.head-interval", "1h"))) {
            Awaitility.await().atMost(SOON).until(() -> heads().size() > before);
            assertThat(other.isRunning()).isTrue();
        }
    }

    @Test
    void publishesTheHeadAgainAndAgainInItsTopicAndTheLog() {
        int before = heads().size();
        try (ConfigurableApplicationContext other = hub.start(Map.of("indago.audit.head-interval", "1s"))) {
            Awaitility.await().atMost(SOON).until(() -> heads().size() >= before + 4);
            List<String> published = heads().subList(before, before + 4);
            assertThat(published).allSatisfy(head -> assertThat(log())
                    .containsPattern("The head of the audit chain")
                    .contains(RunningHub.read(head).path("hash").textValue()));
            assertThat(other.isRunning()).isTrue();
        }
    }

    @Test
    void verifiesTheChainAndTellsWhatCameOfIt() {
        long before = verifications();
        try (ConfigurableApplicationContext other = hub.start(Map.of("indago.audit.verify-interval", "1s"))) {
            Awaitility.await().atMost(SOON).until(() -> verifications() >= before + 2);
            assertThat(other.getBean(MeterRegistry.class)
                            .get("indago.audit.chain.verified")
                            .gauge()
                            .value())
                    .isOne();
        }
    }

    private List<String> heads() {
        return hub.records(AuditHead.TOPIC);
    }

    private static long verifications() {
        return log().lines()
                .filter(line -> line.contains("The audit was verified"))
                .count();
    }

    private static String log() {
        try {
            return Files.readString(RunningHub.LOG);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
