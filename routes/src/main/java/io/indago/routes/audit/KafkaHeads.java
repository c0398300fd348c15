package io.indago.routes.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.events.KafkaSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Reads the heads from their topic, from its first record to its last. */
public final class KafkaHeads implements PublishedHeads {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaSettings kafka;
    private final ObjectMapper json;

    public KafkaHeads(KafkaSettings kafka, ObjectMapper json) {
        this.kafka = kafka;
        this.json = json;
    }

    @Override
    public List<AuditHead> read() throws HeadsUnavailableException {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(kafka.consumerConfig())) {
            List<TopicPartition> partitions = consumer.partitionsFor(AuditHead.TOPIC).stream()
                    .map(partition -> new TopicPartition(AuditHead.TOPIC, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return read(consumer, consumer.endOffsets(partitions));
        } catch (KafkaException | IOException failure) {
            throw new HeadsUnavailableException("the topic " + AuditHead.TOPIC + " can't be read", failure);
        }
    }

    private List<AuditHead> read(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends)
            throws IOException {
        List<AuditHead> heads = new ArrayList<>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (ends.entrySet().stream().anyMatch(each -> consumer.position(each.getKey()) < each.getValue())) {
            if (System.nanoTime() > end) {
                throw new IOException("Kafka is too slow");
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                heads.add(json.readValue(record.value(), AuditHead.class));
            }
        }
        return heads;
    }
}
