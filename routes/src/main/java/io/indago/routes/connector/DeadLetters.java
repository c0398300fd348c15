package io.indago.routes.connector;

import io.indago.routes.connector.ConsumerGroups.UnreachableException;
import io.indago.routes.events.KafkaSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** What connectors could not be told and stores could not take, put aside in a topic for each. */
public final class DeadLetters {
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaSettings kafka;

    public DeadLetters(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    /**
     * Has that connector told all of them again, each on the usual way: what fails once more is put aside once more.
     *
     * @return how many there were
     * @throws UnreachableException when Kafka can't be reached; those already put back may then be told twice
     */
    public int retry(String connector) throws UnreachableException {
        return putBack(ConnectorRoute.deadLetters(connector), ConnectorRoute.retries(connector));
    }

    /**
     * Puts all that is in one topic now into another. They are removed: a group that remembered what was put back would be
     * forgotten before they are.
     *
     * @return how many there were
     * @throws UnreachableException when Kafka can't be reached; those already put back may then come twice
     */
    public synchronized int putBack(String topic, String target) throws UnreachableException {
        try (KafkaConsumer<byte[], byte[]> letters = new KafkaConsumer<>(kafka.consumerConfig());
                Producer<byte[], byte[]> again = new KafkaProducer<>(kafka.copyingConfig());
                Admin admin = Admin.create(kafka.adminConfig())) {
            List<TopicPartition> partitions = letters.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            letters.assign(partitions);
            Map<TopicPartition, Long> ends = letters.endOffsets(partitions);
            int count = 0;
            while (ends.entrySet().stream().anyMatch(end -> letters.position(end.getKey()) < end.getValue())) {
                count += putBack(letters.poll(POLL), target, again);
                await(admin.deleteRecords(partitions.stream()
                                .collect(Collectors.toMap(
                                        each -> each, each -> RecordsToDelete.beforeOffset(letters.position(each)))))
                        .all());
            }
            return count;
        } catch (KafkaException unreachable) {
            throw new UnreachableException("Kafka does not give them, or keeps them", unreachable);
        }
    }

    private static int putBack(ConsumerRecords<byte[], byte[]> letters, String topic, Producer<byte[], byte[]> again) {
        List<Future<RecordMetadata>> sent = StreamSupport.stream(letters.spliterator(), false)
                .map(letter -> again.send(new ProducerRecord<>(topic, letter.key(), letter.value())))
                .toList();
        sent.forEach(DeadLetters::await);
        return sent.size();
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (ExecutionException refused) {
            throw new KafkaException("dead letters can't be moved", refused.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaException(interrupted);
        }
    }
}
