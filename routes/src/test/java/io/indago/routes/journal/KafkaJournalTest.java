package io.indago.routes.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.indago.routes.events.KafkaSettings;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class KafkaJournalTest {
    private static final JournalEntry ENTRY = new JournalEntry("a.topic", "7f3c", new byte[] {1, 2});

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(false, new StringSerializer(), new ByteArraySerializer());
    private final KafkaJournal log = new KafkaJournal(producer);

    @Test
    void anEntryIsARecordOfItsTopicAndKey() throws Exception {
        log.append(ENTRY);

        assertThat(producer.history()).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo("a.topic");
            assertThat(record.key()).isEqualTo("7f3c");
            assertThat(record.value()).isEqualTo(ENTRY.value());
        });
    }

    @Test
    void appendDoesNotWaitForTheBrokers() throws Exception {
        log.append(ENTRY);

        assertThat(producer.completeNext()).isTrue();
    }

    @Test
    void aBrokerThatIsFasterIsFine() {
        MockProducer<String, byte[]> fast = new MockProducer<>(true, new StringSerializer(), new ByteArraySerializer());

        assertThatCode(() -> new KafkaJournal(fast).append(ENTRY)).doesNotThrowAnyException();
    }

    @Test
    void aFullBufferRefusesTheEntry() {
        producer.sendException = new BufferExhaustedException("no room within 100 ms");

        assertThatThrownBy(() -> log.append(ENTRY))
                .isInstanceOf(JournalUnavailableException.class)
                .hasCause(producer.sendException);
    }

    /** Kafka's producer throws some failures and answers others with a future that has failed already. */
    @Test
    void aRefusalOnTheSpotRefusesTheEntry() {
        TimeoutException noMetadata = new TimeoutException("no metadata within 100 ms");
        MockProducer<String, byte[]> failing =
                new MockProducer<>(false, new StringSerializer(), new ByteArraySerializer()) {
                    @Override
                    public synchronized Future<RecordMetadata> send(
                            ProducerRecord<String, byte[]> record, Callback callback) {
                        callback.onCompletion(null, noMetadata);
                        return CompletableFuture.failedFuture(noMetadata);
                    }
                };

        assertThatThrownBy(() -> new KafkaJournal(failing).append(ENTRY))
                .isInstanceOf(JournalUnavailableException.class)
                .hasCause(noMetadata);
    }

    @Test
    void aRecordTheProducerWillNeverTakeIsRefused() {
        producer.sendException = new RecordTooLargeException("1 MB");

        assertThatThrownBy(() -> log.append(ENTRY)).isInstanceOf(JournalUnavailableException.class);
    }

    @Test
    void anInterruptedRequestIsNotRecordedAndStaysInterrupted() {
        producer.sendException = new InterruptException("interrupted");
        try {
            assertThatThrownBy(() -> log.append(ENTRY)).isInstanceOf(JournalUnavailableException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aClosedLogRecordsNothing() {
        log.close();

        assertThat(producer.closed()).isTrue();
        assertThatThrownBy(() -> log.append(ENTRY)).isInstanceOf(JournalUnavailableException.class);
    }

    @Test
    void anEntryTheBrokersLoseLaterIsNoFailureOfTheRequest() throws Exception {
        log.append(ENTRY);

        assertThatCode(() -> producer.errorNext(new TimeoutException("the brokers are gone")))
                .doesNotThrowAnyException();
    }

    @Test
    void theProducerGivesUpOnNothingItAccepted() {
        assertThat(new KafkaSettings("kafka:9092", 1 << 20, 250).producerConfig())
                .containsEntry(ProducerConfig.ACKS_CONFIG, "all")
                .containsEntry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true)
                .containsEntry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE)
                .containsEntry(ProducerConfig.BUFFER_MEMORY_CONFIG, 1L << 20)
                .containsEntry(ProducerConfig.MAX_BLOCK_MS_CONFIG, 250);
    }
}
