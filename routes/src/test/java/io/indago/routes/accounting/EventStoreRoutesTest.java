package io.indago.routes.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.Samples;
import io.indago.routes.accounting.EventStore.RefusedEventException;
import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import io.indago.routes.events.JsonMapping;
import io.indago.routes.events.KafkaSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way from the topic into the store, fed with batches as Kafka's consumer makes them. */
class EventStoreRoutesTest {
    private static final KafkaSettings KAFKA = new KafkaSettings("kafka.invalid:9092", 1 << 20, 100);

    private final ObjectMapper json = JsonMapping.mapper();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> order = new CopyOnWriteArrayList<>();
    private EventStore<AccountingEvent> store = events -> order.add("stored " + events.size());

    @BeforeEach
    void start() throws Exception {
        AccountingMetrics metrics = new AccountingMetrics(meters, Samples.CLOCK);
        camel.addRoutes(EventStoreRoutes.of(
                "accounting",
                AccountingEvent.TOPIC,
                AccountingEvent.reader(json),
                metrics.timing(events -> store.store(events)),
                KAFKA,
                metrics::deadLetters));
        AdviceWith.adviceWith(camel, "accounting.store", route -> route.replaceFromWith("direct:batch"));
        AdviceWith.adviceWith(
                camel, "accounting.dead-letter", route -> route.weaveByToUri("kafka:indago.accounting.v1.dlq*")
                        .replace()
                        .to("mock:dead-letter"));
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void everyPartitionIsCommittedAtItsLastRecordOnceTheBatchIsStored() throws Exception {
        deadLetter().expectedMessageCount(0);
        Exchange batch = send(List.of(record(0, 10), record(1, 7), record(0, 11), record(0, 12), record(1, 8)));

        assertThat(batch.getException()).isNull();
        assertThat(order).containsExactly("stored 5", "committed 0@12", "committed 1@8");
        deadLetter().assertIsSatisfied();
    }

    @Test
    void aBatchWhoseCommitIsRefusedIsNotStoredAgainAtOnce() throws Exception {
        Exchange record = record(0, 11);
        KafkaManualCommit refusing = () -> {
            order.add("refused");
            throw new RebalanceInProgressException("the group settles");
        };
        record.getMessage().setHeader(KafkaConstants.MANUAL_COMMIT, refusing);

        assertThat(send(List.of(record)).getException()).isNull();
        assertThat(order).containsExactly("stored 1", "refused");
    }

    @Test
    void aStoreThatIsDownIsTriedAgainAndNothingIsCommittedUntilThen() throws Exception {
        store = events -> {
            order.add("tried " + events.size());
            if (order.size() < 2) {
                throw new StoreUnavailableException("down", new IllegalStateException());
            }
        };
        Exchange batch = send(List.of(record(0, 10), record(0, 11)));

        assertThat(batch.getException()).isNull();
        assertThat(order).containsExactly("tried 2", "tried 2", "committed 0@11");
    }

    @Test
    void poisonIsPutAsideWithItsReasonAndTheRestIsStoredAndCommitted() throws Exception {
        deadLetter().expectedMessageCount(1);
        byte[] poison = "no json".getBytes(StandardCharsets.UTF_8);
        Exchange unreadable = record(0, 11);
        unreadable.getMessage().setBody(poison);
        send(List.of(record(0, 10), unreadable, record(0, 12)));

        deadLetter().assertIsSatisfied();
        Exchange aside = deadLetter().getExchanges().get(0);
        assertThat(aside.getMessage().getBody(byte[].class)).isEqualTo(poison);
        assertThat(aside.getMessage().getHeaders())
                .containsEntry("indago.topic", "indago.accounting.v1")
                .containsEntry("indago.partition", "0")
                .containsEntry("indago.offset", "11")
                .containsEntry("indago.error", "JsonParseException")
                .containsEntry("indago.reason", "unreadable: JsonParseException")
                .containsEntry(KafkaConstants.KEY, "7f3c")
                .hasSize(6);
        assertThat(order).containsExactly("stored 2", "committed 0@12");
    }

    @Test
    void whatTheStoreRefusesIsPutAsideToo() throws Exception {
        deadLetter().expectedMessageCount(2);
        store = events -> {
            throw new RefusedEventException("no such month", new IllegalStateException());
        };
        send(List.of(record(0, 10), record(0, 11)));

        deadLetter().assertIsSatisfied();
        assertThat(deadLetter().getExchanges())
                .extracting(aside -> aside.getMessage().getHeader("indago.reason"))
                .containsOnly("refused: no such month");
        assertThat(order).containsExactly("committed 0@11");
    }

    @Test
    void poisonThatCantBePutAsideIsTriedAgainAndNotCommittedUntilThen() throws Exception {
        deadLetter().whenExchangeReceived(1, exchange -> {
            order.add("put aside in vain");
            throw new IllegalStateException("Kafka does not take it");
        });
        deadLetter().whenExchangeReceived(2, exchange -> order.add("put aside"));
        Exchange unreadable = record(0, 11);
        unreadable.getMessage().setBody("no json".getBytes(StandardCharsets.UTF_8));
        Exchange batch = send(List.of(record(0, 10), unreadable));

        assertThat(batch.getException()).isNull();
        assertThat(order).containsExactly("stored 1", "put aside in vain", "put aside", "committed 0@11");
    }

    @Test
    void aStoreThatBreaksIsTriedAgainToo() throws Exception {
        store = events -> {
            order.add("tried");
            if (order.size() < 2) {
                throw new IllegalStateException("a bug of ours");
            }
        };
        Exchange batch = send(List.of(record(0, 10)));

        assertThat(batch.getException()).isNull();
        assertThat(order).containsExactly("tried", "tried", "committed 0@10");
    }

    @Test
    void metersCountWhatIsStoredAndWhatIsPutAside() throws Exception {
        Exchange unreadable = record(0, 11);
        unreadable.getMessage().setBody("no json".getBytes(StandardCharsets.UTF_8));
        send(List.of(record(0, 10), unreadable, record(0, 12)));

        assertThat(meters.get("indago.accounting.dlq").counter().count()).isEqualTo(1);
        assertThat(meters.get("indago.accounting.persist.delay").timer().count())
                .isEqualTo(2);
    }

    private MockEndpoint deadLetter() {
        return camel.getEndpoint("mock:dead-letter", MockEndpoint.class);
    }

    private Exchange send(List<Exchange> records) {
        return camel.createFluentProducerTemplate()
                .withBody(new ArrayList<>(records))
                .to("direct:batch")
                .send();
    }

    private Exchange record(int partition, long offset) throws Exception {
        Exchange record = new DefaultExchange(camel);
        record.getMessage().setBody(json.writeValueAsBytes(Samples.accounted().completed(Samples.NOW, 200, 17)));
        record.getMessage().setHeader(KafkaConstants.PARTITION, partition);
        record.getMessage().setHeader(KafkaConstants.OFFSET, offset);
        record.getMessage().setHeader(KafkaConstants.KEY, "7f3c");
        KafkaManualCommit commit = () -> order.add("committed " + partition + "@" + offset);
        record.getMessage().setHeader(KafkaConstants.MANUAL_COMMIT, commit);
        return record;
    }
}
