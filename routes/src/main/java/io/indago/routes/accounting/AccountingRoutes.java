package io.indago.routes.accounting;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.accounting.AccountingBatch.Poison;
import io.indago.routes.accounting.AccountingStore.StoreUnavailableException;
import io.indago.routes.events.KafkaSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.LoggingLevel;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;

/**
 * Accounting's way: {@code accounting.started} and {@code accounting.completed} are passed by every lookup,
 * {@code accounting.store} takes the events from Kafka into the store, {@code accounting.dead-letter} puts aside what
 * can never be stored.
 */
public final class AccountingRoutes extends RouteBuilder {
    public static final String STORE_ROUTE = "accounting.store";
    public static final String DEAD_LETTER_TOPIC = AccountingEvent.TOPIC + ".dlq";
    private static final String DEAD_LETTER = "direct:accounting.dead-letter";
    private static final String BATCH = "indago.accounting.batch";

    private final LookupAccount account;
    private final AccountingBatch batch;
    private final KafkaSettings kafka;
    private final AccountingMetrics metrics;

    public AccountingRoutes(
            LookupAccount account,
            AccountingStore store,
            KafkaSettings kafka,
            ObjectMapper json,
            AccountingMetrics metrics) {
        this.account = account;
        this.batch = new AccountingBatch(
                events -> {
                    store.store(events);
                    metrics.stored(events);
                },
                json);
        this.kafka = kafka;
        this.metrics = metrics;
    }

    @Override
    public void configure() {
        from("direct:accounting.started")
                .routeId("accounting.started")
                .errorHandler(noErrorHandler())
                .bean(account, "started")
                .id("accounting.started.append");
        from("direct:accounting.completed")
                .routeId("accounting.completed")
                .errorHandler(noErrorHandler())
                .bean(account, "completed");

        from(kafka.batchConsumer(AccountingEvent.TOPIC, "indago-accounting"))
                .routeId(STORE_ROUTE)
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
                .id("accounting.store.batch")
                .split(body())
                .to(DEAD_LETTER)
                .end()
                .process(AccountingRoutes::commit);

        from(DEAD_LETTER)
                .routeId("accounting.dead-letter")
                .errorHandler(noErrorHandler()) // so that the batch tries it again
                .process(AccountingRoutes::label)
                .to(kafka.producer(DEAD_LETTER_TOPIC));
    }

    private void store(Exchange exchange) throws StoreUnavailableException {
        List<byte[]> records = exchanges(exchange).stream()
                .map(record -> record.getMessage().getBody(byte[].class))
                .toList();
        List<Poison> poison = batch.store(records);
        metrics.deadLetters(poison.size());
        exchange.getMessage().setBody(poison);
    }

    private static void label(Exchange exchange) throws InvalidPayloadException {
        Poison poison = exchange.getMessage().getMandatoryBody(Poison.class);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader("indago.reason", poison.reason());
        exchange.getMessage().setBody(poison.record());
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
        last.values().forEach(KafkaManualCommit::commit);
    }

    @SuppressWarnings("unchecked")
    private static List<Exchange> exchanges(Exchange exchange) {
        return (List<Exchange>) exchange.getProperty(BATCH, List.class);
    }
}
