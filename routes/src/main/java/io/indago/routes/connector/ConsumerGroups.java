package io.indago.routes.connector;

import io.indago.routes.events.EnrichmentRoutes;
import io.indago.routes.events.KafkaSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** How far each connector has come in the stream of enrichments, as Kafka keeps it. */
public final class ConsumerGroups implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Admin kafka;

    public ConsumerGroups(KafkaSettings kafka) {
        this.kafka = Admin.create(kafka.adminConfig());
    }

    /** Kafka does not answer now, or refuses. */
    public static final class UnreachableException extends Exception {
        private static final long serialVersionUID = 1;

        UnreachableException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * What is not yet told.
     *
     * @param waiting enrichments behind the newest
     * @param putAside dead letters that nobody has had told again
     */
    public record Backlog(long waiting, long putAside) {}

    /**
     * Has a connector that is new begin with what comes from now on, so that it is not told all that was before it. One
     * that has begun goes on where it is.
     */
    void begin(String connector) throws UnreachableException {
        String group = ConnectorRoute.group(connector);
        if (committed(group).isEmpty()) {
            Map<TopicPartition, OffsetAndMetadata> now =
                    offsets(EnrichmentRoutes.TOPIC, OffsetSpec.latest()).entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, end -> new OffsetAndMetadata(end.getValue())));
            answered(kafka.alterConsumerGroupOffsets(group, now).all());
        }
    }

    /** How much that connector has before it. None waits for one that has not begun: it begins with what comes then. */
    public Backlog backlog(String connector) throws UnreachableException {
        Map<TopicPartition, OffsetAndMetadata> told = committed(ConnectorRoute.group(connector));
        return new Backlog(
                (told.isEmpty() ? 0 : left(EnrichmentRoutes.TOPIC, told))
                        + left(ConnectorRoute.retries(connector), told),
                left(ConnectorRoute.deadLetters(connector), Map.of()));
    }

    /** How many dead letters are in that topic. */
    public long putAside(String deadLetters) throws UnreachableException {
        return left(deadLetters, Map.of());
    }

    /**
     * How far a group has come in a topic.
     *
     * @param done the offsets it has committed, all partitions together: as long as it is the same, nothing was done
     * @param waiting records it has before it
     */
    public record Progress(long done, long waiting) {}

    /** How far that group has come in the topic. */
    public Progress progress(String topic, String group) throws UnreachableException {
        Map<TopicPartition, OffsetAndMetadata> committed = committed(group);
        long done = committed.entrySet().stream()
                .filter(each -> each.getKey().topic().equals(topic))
                .mapToLong(each -> each.getValue().offset())
                .sum();
        return new Progress(done, left(topic, committed));
    }

    /** How much of the topic is not done, without what Kafka no longer has. */
    private long left(String topic, Map<TopicPartition, OffsetAndMetadata> done) throws UnreachableException {
        Map<TopicPartition, Long> oldest = offsets(topic, OffsetSpec.earliest());
        return offsets(topic, OffsetSpec.latest()).entrySet().stream()
                .mapToLong(end -> {
                    OffsetAndMetadata committed = done.get(end.getKey());
                    long begin = oldest.getOrDefault(end.getKey(), 0L);
                    return end.getValue() - (committed == null ? begin : Math.max(begin, committed.offset()));
                })
                .sum();
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(String group) throws UnreachableException {
        return answered(kafka.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    }

    /** Empty for a topic that is not there yet. */
    private Map<TopicPartition, Long> offsets(String topic, OffsetSpec which) throws UnreachableException {
        return answered(kafka.listOffsets(
                                partitions(topic).stream().collect(Collectors.toMap(each -> each, each -> which)))
                        .all())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, offset -> offset.getValue().offset()));
    }

    private List<TopicPartition> partitions(String topic) throws UnreachableException {
        try {
            return answered(kafka.describeTopics(List.of(topic))
                            .topicNameValues()
                            .get(topic))
                    .partitions()
                    .stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
        } catch (UnreachableException absent) {
            if (absent.getCause() instanceof UnknownTopicOrPartitionException) {
                return List.of();
            }
            throw absent;
        }
    }

    static <T> T answered(KafkaFuture<T> answer) throws UnreachableException {
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException refused) {
            throw new UnreachableException(
                    "Kafka refuses: " + refused.getCause().getMessage(), refused.getCause());
        } catch (TimeoutException late) {
            throw new UnreachableException("Kafka does not answer", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UnreachableException("interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        kafka.close(Duration.ofSeconds(2));
    }
}
