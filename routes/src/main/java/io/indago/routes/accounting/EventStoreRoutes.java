package io.indago.routes.accounting;

import io.indago.routes.accounting.EventBatch.Poison;
import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import io.indago.routes.events.Commit;
import io.indago.routes.events.KafkaSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.LoggingLevel;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;

/**
 * {@code <concern>.store} takes a topic's events from Kafka into their store, for ever until they are in it;
 * {@code <concern>.dead-letter} puts aside what can never be stored. Written once for all events.
 */
public final class EventStoreRoutes extends RouteBuilder {
    private static final String BATCH = "indago.events.batch";

    private final String concern;
    private final String topic;
    private final EventBatch<?> batch;
    private final KafkaSettings kafka;
    private final IntConsumer deadLetters;

    private EventStoreRoutes(
            String concern, String topic, EventBatch<?> batch, KafkaSettings kafka, IntConsumer deadLetters) {
        this.concern = concern;
        this.topic = topic;
        this.batch = batch;
        this.kafka = kafka;
        this.deadLetters = deadLetters;
    }

    /**
     * The routes of one topic.
     *
     * @param concern what the events are about: part of the routes' ids and of the consumer group
     * @param deadLetters told how many events can never be stored
     */
    public static <E> EventStoreRoutes of(
            String concern,
            String topic,
            EventReader<E> reader,
            EventStore<E> store,
            KafkaSettings kafka,
            IntConsumer deadLetters) {
        return new EventStoreRoutes(concern, topic, new EventBatch<>(reader, store), kafka, deadLetters);
    }

    /** What the events are about. */
    public String concern() {
        return concern;
    }

    /** The consumer group of the hubs that store them. */
    public String group() {
        return "indago-" + concern;
    }

    /** Where the events come from. */
    public String topic() {
        return topic;
    }

    /** Where those are put aside that can never be stored. */
    public String deadLetters() {
        return topic + ".dlq";
    }

    @Override
    public void configure() {
        String deadLetter = "direct:" + concern + ".dead-letter";
        from(kafka.batchConsumer(topic, group()))
                .routeId(concern + ".store")
                .onException(Throwable.class) // whatever it is: a batch that is given up would be lost
                .maximumRedeliveries(-1)
                .redeliveryDelay(200)
                .useExponentialBackOff()
                .maximumRedeliveryDelay(10_000)
                .logRetryAttempted(true)
                .logStackTrace(false)
                .retryAttemptedLogLevel(LoggingLevel.WARN)
                .end()
                .setProperty(BATCH, body())
                .process(this::store)
                .id(concern + ".store.batch")
                .split(body())
                .to(deadLetter)
                .end()
                .process(EventStoreRoutes::commit);

        from(deadLetter)
                .routeId(concern + ".dead-letter")
                .errorHandler(noErrorHandler()) // so that the batch tries it again
                .process(this::label)
                .to(kafka.producer(deadLetters()));
    }

    private void store(Exchange exchange) throws StoreUnavailableException {
        List<byte[]> records = exchanges(exchange).stream()
                .map(record -> record.getMessage().getBody(byte[].class))
                .toList();
        List<Poison> poison = batch.store(records);
        deadLetters.accept(poison.size());
        exchange.getMessage().setBody(poison);
    }

    /** Where it was and why it is here; what it said last, and its key. */
    private void label(Exchange exchange) throws InvalidPayloadException {
        Poison poison = exchange.getMessage().getMandatoryBody(Poison.class);
        Message record = exchanges(exchange).get(poison.place()).getMessage();
        Message letter = exchange.getMessage();
        letter.removeHeaders("*");
        letter.setHeader("indago.topic", topic);
        letter.setHeader("indago.partition", record.getHeader(KafkaConstants.PARTITION, String.class));
        letter.setHeader("indago.offset", record.getHeader(KafkaConstants.OFFSET, String.class));
        letter.setHeader("indago.error", poison.error());
        letter.setHeader("indago.reason", poison.reason());
        Optional.ofNullable(record.getHeader(KafkaConstants.KEY))
                .ifPresent(key -> letter.setHeader(KafkaConstants.KEY, key));
        letter.setBody(poison.record());
    }

    /** Commits each partition up to the last record of it in the batch. */
    private static void commit(Exchange exchange) {
        Map<Object, KafkaManualCommit> last = new LinkedHashMap<>();
        for (Exchange record : exchanges(exchange)) {
            Message message = record.getMessage();
            last.put(
                    message.getHeader(KafkaConstants.PARTITION),
                    message.getHeader(KafkaConstants.MANUAL_COMMIT, KafkaManualCommit.class));
        }
        last.values().forEach(Commit::tried);
    }

    @SuppressWarnings("unchecked")
    private static List<Exchange> exchanges(Exchange exchange) {
        return (List<Exchange>) exchange.getProperty(BATCH, List.class);
    }
}
