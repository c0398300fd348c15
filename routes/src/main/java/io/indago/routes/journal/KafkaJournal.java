package io.indago.routes.journal;

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
 * Hands entries to a Kafka producer, which holds them in a bounded buffer until all brokers have them. An entry
 * the buffer has no room for is refused.
 *
 * <p>This is Kafka's own producer and not Camel's: Camel's answers when the broker has acknowledged, and a lookup waits
 * for the buffer only.
 */
public final class KafkaJournal implements Journal, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaJournal.class);

    private final Producer<String, byte[]> producer;
    private final AtomicLong lost = new AtomicLong();

    /** @param producer configured with {@code acks=all}; closed with this */
    public KafkaJournal(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    @Override
    public void append(JournalEntry entry) throws JournalUnavailableException {
        AtomicBoolean accepted = new AtomicBoolean();
        Future<RecordMetadata> sent;
        try {
            sent = producer.send(
                    new ProducerRecord<>(entry.topic(), entry.key(), entry.value()),
                    (metadata, failure) -> delivered(entry, failure, accepted.get()));
        } catch (RuntimeException failure) {
            throw new JournalUnavailableException("the entry can't be handed to Kafka", failure);
        }
        accepted.set(true);
        if (sent.isDone()) {
            failIfRefused(sent);
        }
    }

    /** A record already done is one that was refused on the spot, or one that a fast broker has. */
    private static void failIfRefused(Future<RecordMetadata> sent) throws JournalUnavailableException {
        try {
            sent.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new JournalUnavailableException("interrupted", interrupted);
        } catch (ExecutionException refused) {
            throw new JournalUnavailableException("Kafka's producer refuses entries", refused.getCause());
        }
    }

    /** A failure after the entry was accepted is a broken promise; one before it is told to the caller. */
    private void delivered(JournalEntry entry, @Nullable Exception failure, boolean accepted) {
        if (failure != null && accepted) {
            LOG.atError()
                    .addKeyValue("topic", entry.topic())
                    .addKeyValue("lost", lost.incrementAndGet())
                    .setCause(failure)
                    .log("An entry was lost");
        }
    }

    /** Waits up to ten seconds for the entries still in the buffer. */
    @Override
    public void close() {
        producer.close(Duration.ofSeconds(10));
    }
}
