package io.indago.routes.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.Samples;
import io.indago.routes.events.JsonMapping;
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

class KafkaAccountingLogTest {
    private static final AccountingEvent EVENT = Samples.accounted().completed(Samples.NOW, 200, 17);

    private final ObjectMapper json = JsonMapping.mapper();
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(false, new StringSerializer(), new ByteArraySerializer());
    private final KafkaAccountingLog log = new KafkaAccountingLog(producer, json);

    @Test
    void anEventIsARecordKeyedByItsSubject() throws Exception {
        log.append(EVENT);

        assertThat(producer.history()).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo("indago.accounting.v1");
            assertThat(record.key()).isEqualTo("7f3c");
            assertThat(json.readValue(record.value(), AccountingEvent.class)).isEqualTo(EVENT);
        });
    }

    @Test
    void appendDoesNotWaitForTheBrokers() throws Exception {
        log.append(EVENT);

        assertThat(producer.completeNext()).isTrue();
    }

    @Test
    void aBrokerThatIsFasterIsFine() {
        MockProducer<String, byte[]> fast = new MockProducer<>(true, new StringSerializer(), new ByteArraySerializer());

        assertThatCode(() -> new KafkaAccountingLog(fast, json).append(EVENT)).doesNotThrowAnyException();
    }

    @Test
    void aFullBufferRefusesTheEvent() {
        producer.sendException = new BufferExhaustedException("no room within 100 ms");

        assertThatThrownBy(() -> log.append(EVENT))
                .isInstanceOf(AccountingUnavailableException.class)
                .hasCause(producer.sendException);
    }

    /** Kafka's producer throws some failures and answers others with a future that has failed already. */
    @Test
    void aRefusalOnTheSpotRefusesTheEvent() {
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

        assertThatThrownBy(() -> new KafkaAccountingLog(failing, json).append(EVENT))
                .isInstanceOf(AccountingUnavailableException.class)
                .hasCause(noMetadata);
    }

    @Test
    void aRecordTheProducerWillNeverTakeIsRefused() {
        producer.sendException = new RecordTooLargeException("1 MB");

        assertThatThrownBy(() -> log.append(EVENT)).isInstanceOf(AccountingUnavailableException.class);
    }

    @Test
    void anInterruptedRequestIsNotRecordedAndStaysInterrupted() {
        producer.sendException = new InterruptException("interrupted");
        try {
            assertThatThrownBy(() -> log.append(EVENT)).isInstanceOf(AccountingUnavailableException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aClosedLogRecordsNothing() {
        log.close();

        assertThat(producer.closed()).isTrue();
        assertThatThrownBy(() -> log.append(EVENT)).isInstanceOf(AccountingUnavailableException.class);
    }

    @Test
    void anEventTheBrokersLoseLaterIsNoFailureOfTheRequest() throws Exception {
        log.append(EVENT);

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
