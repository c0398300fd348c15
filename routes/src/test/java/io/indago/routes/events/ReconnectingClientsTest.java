package io.indago.routes.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.indago.routes.accounting.EventStoreRoutes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.component.kafka.KafkaClientFactory;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.WakeupException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The store's route, reading from consumers whose poll fails. */
class ReconnectingClientsTest {
    private static final TopicPartition PARTITION = new TopicPartition("indago.tests.v1", 0);
    private static final int RECORDS = 10;
    private static final int FIRST_POLL = 3;
    private static final KafkaSettings KAFKA = new KafkaSettings("localhost:1", 1 << 20, 100);

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Queue<KafkaException> failures = new ConcurrentLinkedQueue<>();
    private final List<Integer> stored = new CopyOnWriteArrayList<>();
    private volatile long committed;

    @BeforeEach
    void bind() throws Exception {
        KafkaClientFactory clients = new ReconnectingClients(settings -> consumer(), Duration.ofMillis(1));
        camel.getRegistry().bind("kafkaClients", KafkaClientFactory.class, clients);
        camel.addRoutes(EventStoreRoutes.of(
                "tests", PARTITION.topic(), record -> (int) record[0], stored::addAll, KAFKA, deadLetters -> {}));
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    static Stream<KafkaException> failures() {
        return Stream.of(
                new KafkaException("any"),
                new TopicAuthorizationException("not allowed"),
                new SaslAuthenticationException("not let in"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatWasReadButNotStoredWhenAPollFailsIsReadAgain(KafkaException failure) {
        failures.addAll(List.of(failure, failure, failure));
        camel.start();

        await().atMost(Duration.ofSeconds(20)).until(() -> committed == RECORDS);
        assertThat(stored)
                .containsOnlyOnceElementsOf(IntStream.range(0, RECORDS).boxed().toList());
        assertThat(failures).isEmpty();
    }

    @Test
    void aConsumerThatIsWokenIsNotHeldUp() {
        MockConsumer<byte[], byte[]> mock = new MockConsumer<>(OffsetResetStrategy.EARLIEST);
        Consumer<?, ?> consumer =
                new ReconnectingClients(settings -> mock, Duration.ofDays(1)).getConsumer(new Properties());
        consumer.wakeup();

        assertThatThrownBy(() -> consumer.poll(Duration.ZERO)).isInstanceOf(WakeupException.class);
    }

    /** Begins where the group has committed, gives some records, and then fails if it is to, or gives the others. */
    private MockConsumer<byte[], byte[]> consumer() {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>(OffsetResetStrategy.EARLIEST) {
            @Override
            public void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
                committed = offsets.get(PARTITION).offset();
            }
        };
        consumer.schedulePollTask(() -> {
            consumer.rebalance(List.of(PARTITION));
            consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
            consumer.seek(PARTITION, committed);
            add(consumer, committed, FIRST_POLL);
        });
        if (!failures.isEmpty()) {
            consumer.schedulePollTask(() -> consumer.setPollException(failures.remove()));
        }
        consumer.schedulePollTask(() -> add(consumer, Math.max(committed, FIRST_POLL), RECORDS));
        return consumer;
    }

    private static void add(MockConsumer<byte[], byte[]> consumer, long from, int to) {
        for (long offset = from; offset < to; offset++) {
            byte[] value = {(byte) offset};
            consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, null, value));
        }
    }
}
