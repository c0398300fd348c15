package io.indago.routes.connector;

import static java.util.Objects.requireNonNull;

import io.indago.host.PluginHost;
import io.indago.routes.accounting.EventStoreRoutes;
import io.indago.routes.audit.AuditHead;
import io.indago.routes.connector.ConsumerGroups.UnreachableException;
import io.indago.routes.events.KafkaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Topics whose records are to be kept for longer than a broker keeps others. They are made before anything is in them; those
 * that are there already belong to who made them.
 */
public final class KeptTopics implements AutoCloseable {
    /** Until somebody has looked. */
    public static final Duration DEAD_LETTERS = Duration.ofDays(90);

    /** As Kafka writes it. */
    public static final Duration FOR_EVER = Duration.ofMillis(-1);

    private final Admin kafka;
    private final Supplier<Map<String, Duration>> wanted;
    private volatile List<String> shorter = List.of();

    /** @param wanted how long at least, by topic */
    public KeptTopics(KafkaSettings kafka, Supplier<Map<String, Duration>> wanted) {
        this.kafka = Admin.create(kafka.adminConfig());
        this.wanted = requireNonNull(wanted, "wanted");
    }

    /** The hub's: all that was put aside, and the heads of the audit's chain. */
    public static Map<String, Duration> of(PluginHost host, List<EventStoreRoutes> stores) {
        Map<String, Duration> kept = new TreeMap<>(Map.of(AuditHead.TOPIC, FOR_EVER));
        stores.forEach(store -> kept.put(store.deadLetters(), DEAD_LETTERS));
        host.connectors()
                .forEach(connector ->
                        kept.put(ConnectorRoute.deadLetters(connector.spec().id()), DEAD_LETTERS));
        return kept;
    }

    /** Makes those that are missing, with as many partitions and replicas as the broker gives any, and looks at the others. */
    public void tend() throws UnreachableException {
        Map<String, Duration> kept = wanted.get();
        Set<String> there = ConsumerGroups.answered(kafka.listTopics().names());
        ConsumerGroups.answered(kafka.createTopics(kept.entrySet().stream()
                        .filter(topic -> !there.contains(topic.getKey()))
                        .map(topic -> made(topic.getKey(), topic.getValue()))
                        .toList())
                .all());
        shorter = shorter(kept, kept.keySet().stream().filter(there::contains).toList());
    }

    /** Topics that keep what is in them for less than is wanted, as was last seen. */
    public List<String> shorter() {
        return shorter;
    }

    private static NewTopic made(String topic, Duration retention) {
        return new NewTopic(topic, Optional.empty(), Optional.empty())
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis())));
    }

    private List<String> shorter(Map<String, Duration> kept, Collection<String> topics) throws UnreachableException {
        List<String> found = new ArrayList<>();
        ConsumerGroups.answered(kafka.describeConfigs(topics.stream()
                                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                                .collect(Collectors.toSet()))
                        .all())
                .forEach((topic, settings) -> {
                    long has = Long.parseLong(
                            settings.get(TopicConfig.RETENTION_MS_CONFIG).value());
                    Duration least = kept.get(topic.name());
                    if (has >= 0 && (least.isNegative() || has < least.toMillis())) {
                        found.add(topic.name());
                    }
                });
        return found.stream().sorted().toList();
    }

    @Override
    public void close() {
        kafka.close(Duration.ofSeconds(2));
    }
}
