package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.indago.routes.connector.KeptTopics;
import io.indago.routes.events.KafkaSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Topics that are kept for longer than others, in the real Kafka. */
@ExtendWith(RunningHub.Extension.class)
class KeptTopicsIT {
    private final RunningHub hub;

    /** The broker's topics are kept from run to run. */
    private final String run = UUID.randomUUID().toString();

    KeptTopicsIT(RunningHub hub) {
        this.hub = hub;
    }

    @Test
    void theHubMakesItsOwn() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(hub.topics())
                .contains("indago.audit.v1.dlq", "indago.deliveries.v1.dlq", "indago.audit-heads.v1"));
    }

    @Test
    void thoseThatAreMissingAreMadeAndOthersAreLeftAlone() throws Exception {
        String letters = run + ".dlq";
        String heads = run + ".heads";
        String old = run + ".old";
        try (Admin kafka = Admin.create(hub.bean(KafkaSettings.class).adminConfig());
                KeptTopics topics = new KeptTopics(
                        hub.bean(KafkaSettings.class),
                        () -> Map.of(
                                letters, KeptTopics.DEAD_LETTERS,
                                heads, KeptTopics.FOR_EVER,
                                old, KeptTopics.DEAD_LETTERS))) {
            kafka.createTopics(List.of(new NewTopic(old, Optional.of(1), Optional.empty())
                            .configs(Map.of("retention.ms", "3600000"))))
                    .all()
                    .get();
            topics.tend();
            topics.tend();

            assertThat(retention(kafka, letters)).isEqualTo(Duration.ofDays(90).toMillis());
            assertThat(retention(kafka, heads)).isEqualTo(-1);
            assertThat(retention(kafka, old)).isEqualTo(3_600_000);
            assertThat(topics.shorter()).containsExactly(old);
            kafka.deleteTopics(List.of(letters, heads, old)).all().get();
        }
    }

    private static long retention(Admin kafka, String topic) throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return Long.parseLong(kafka.describeConfigs(List.of(resource))
                .all()
                .get()
                .get(resource)
                .get("retention.ms")
                .value());
    }
}
