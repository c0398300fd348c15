package io.indago.routes.accounting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands accounting events to a Kafka producer, which holds them in a bounded buffer until all brokers have them. An event
 * the buffer has no room for is refused.
 *
 * <p>This is Kafka's own producer and not Camel's: Camel's answers when the broker has acknowledged, and a lookup waits
 * for the buffer only.
 */
public final class KafkaAccountingLog implements AccountingLog, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaAccountingLog.class);

    private final Producer<String, byte[]> producer;
    private final ObjectMapper json;
    private final AtomicLong lost = new AtomicLong();

    /** @param producer configured with {@code acks=all}; closed with this */
    public KafkaAccountingLog(Producer<String, byte[]> producer, ObjectMapper json) {
        this.producer = producer;
        this.json = json;
    }

    @Override
    public void append(AccountingEvent event) throws AccountingUnavailableException {
        AtomicBoolean accepted = new AtomicBoolean();
        Future<RecordMetadata> sent;
        try {
            sent = producer.send(
                    new ProducerRecord<>(AccountingEvent.TOPIC, event.subject(), json.writeValueAsBytes(event)),
                    (metadata, failure) -> delivered(event, failure, accepted.get()));
        } catch (JsonProcessingException | RuntimeException failure) {
            throw new AccountingUnavailableException("the event can't be handed to Kafka", failure);
        }
        accepted.set(true);
        if (sent.isDone()) {
            failIfRefused(sent);
        }
    }

    /** A record already done is one that was refused on the spot, or one that a fast broker has. */
    private static void failIfRefused(Future<RecordMetadata> sent) throws AccountingUnavailableException {
        try {
            sent.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AccountingUnavailableException("interrupted", interrupted);
        } catch (ExecutionException refused) {
            throw new AccountingUnavailableException("Kafka's producer refuses events", refused.getCause());
        }
    }

    /** A failure after the event was accepted is a broken promise; one before it is told to the caller. */
    private void delivered(AccountingEvent event, @Nullable Exception failure, boolean accepted) {
        if (failure != null && accepted) {
            LOG.atError()
                    .addKeyValue("id", event.id())
                    .addKeyValue("lost", lost.incrementAndGet())
                    .setCause(failure)
                    .log("An accounting event was not recorded");
        }
    }

    /** Waits up to ten seconds for the events still in the buffer. */
    @Override
    public void close() {
        producer.close(Duration.ofSeconds(10));
    }
}
