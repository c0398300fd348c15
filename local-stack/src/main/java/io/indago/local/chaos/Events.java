package io.indago.local.chaos;

import io.indago.local.LocalStack;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Accounting's topic, seen and spoilt without the hub. */
final class Events {
    private static final String TOPIC = "indago.accounting.v1";
    private static final String DEAD_LETTERS = TOPIC + ".dlq";
    private static final String GROUP = "indago-accounting";
    private static final Duration FORGOTTEN = Duration.ofSeconds(40);

    private final LocalStack stack;

    Events(LocalStack stack) {
        this.stack = stack;
    }

    /** How many events the hub has still to store. */
    long lag() throws InterruptedException, ExecutionException {
        try (Admin kafka = admin()) {
            Map<TopicPartition, OffsetAndMetadata> committed = kafka.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, Long> begins = offsets(kafka, TOPIC, OffsetSpec.earliest());
            return offsets(kafka, TOPIC, OffsetSpec.latest()).entrySet().stream()
                    .mapToLong(end -> end.getValue() - stored(committed, begins, end.getKey()))
                    .sum();
        }
    }

    /** How many events were put aside so far. */
    long deadLetters() throws InterruptedException, ExecutionException {
        try (Admin kafka = admin()) {
            return offsets(kafka, DEAD_LETTERS, OffsetSpec.latest()).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    /** Has everything delivered once more; waits until no hub reads any more, and one that was killed is forgotten. */
    void rewind() throws InterruptedException, ExecutionException {
        try (Admin kafka = admin()) {
            Map<TopicPartition, OffsetAndMetadata> begins = new HashMap<>();
            offsets(kafka, TOPIC, OffsetSpec.earliest())
                    .forEach((partition, offset) -> begins.put(partition, new OffsetAndMetadata(offset)));
            if (!Wait.until(() -> isFree(kafka), FORGOTTEN)) {
                throw new IllegalStateException("somebody still reads " + TOPIC);
            }
            kafka.alterConsumerGroupOffsets(GROUP, begins).all().get();
        }
    }

    private static boolean isFree(Admin kafka) throws InterruptedException {
        try {
            return kafka.describeConsumerGroups(List.of(GROUP))
                    .all()
                    .get()
                    .get(GROUP)
                    .members()
                    .isEmpty();
        } catch (ExecutionException notNow) {
            return false;
        }
    }

    /** Puts these among the events, as they are; null is a record without a value. */
    void put(List<byte[]> records) {
        Map<String, Object> settings = Map.of("bootstrap.servers", stack.kafkaBootstrap());
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            records.forEach(record -> producer.send(new ProducerRecord<>(TOPIC, record)));
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(
                "bootstrap.servers",
                stack.kafkaBootstrap(),
                "request.timeout.ms",
                "5000",
                "default.api.timeout.ms",
                "10000"));
    }

    private static long stored(
            Map<TopicPartition, OffsetAndMetadata> committed,
            Map<TopicPartition, Long> begins,
            TopicPartition partition) {
        OffsetAndMetadata offset = committed.get(partition);
        return offset == null ? begins.getOrDefault(partition, 0L) : offset.offset();
    }

    private static Map<TopicPartition, Long> offsets(Admin kafka, String topic, OffsetSpec spec)
            throws InterruptedException, ExecutionException {
        if (!kafka.listTopics().names().get().contains(topic)) {
            return Map.of();
        }
        Map<TopicPartition, OffsetSpec> wanted =
                kafka.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                        .collect(Collectors.toMap(
                                partition -> new TopicPartition(topic, partition.partition()), partition -> spec));
        return kafka.listOffsets(wanted).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, found -> found.getValue().offset()));
    }
}
