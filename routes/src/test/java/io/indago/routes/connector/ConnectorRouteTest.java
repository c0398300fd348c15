package io.indago.routes.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.connector.PushFailure.HeldBack;
import io.indago.routes.events.JsonMapping;
import io.indago.routes.events.KafkaSettings;
import io.indago.routes.guard.ProviderGuards;
import io.indago.spi.Delivery;
import io.indago.spi.ErrorKind;
import io.indago.spi.ProviderException;
import io.indago.spi.Step;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The way of a record to its connector, fed as Kafka's consumer feeds it. */
class ConnectorRouteTest {
    private static final String ID = ScriptedConnector.ID;
    private static final KafkaSettings KAFKA = new KafkaSettings("kafka.invalid:9092", 1 << 20, 100);
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final ObjectMapper json = JsonMapping.mapper();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ProviderGuards guards = new ProviderGuards(Clock.systemUTC());
    private final List<String> order = new CopyOnWriteArrayList<>();
    private ScriptedConnector connector = new ScriptedConnector();
    private volatile Optional<String> switchedOff = Optional.empty();

    @AfterEach
    void stop() {
        camel.stop();
        connector.close();
    }

    @Test
    void isCommittedWhenItIsDeliveredAndAccounted() throws Exception {
        connector.does(() -> {
            order.add("pushed");
            return Step.done(Delivery.created("event 7"));
        });
        start(SHORT);
        Exchange record = send(ScriptedConnector.record());

        assertThat(record.getException()).isNull();
        assertThat(order).containsExactly("pushed", "delivered after 1", "committed");
        Exchange accounted = deliveries().getExchanges().get(0);
        assertThat(accounted.getMessage().getHeaders()).isEqualTo(Map.of(KafkaConstants.KEY, ID));
        assertThat(meters.get("indago.deliveries")
                        .tags("connector", ID, "outcome", "delivered")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void isCommittedWhenNobodyWantsItTold() throws Exception {
        connector.close();
        connector = new ScriptedConnector(Map.of("tags", "tor"));
        start(SHORT);

        assertThat(send(ScriptedConnector.record()).getException()).isNull();
        assertThat(order).containsExactly("committed");
    }

    @Test
    void isNotCommittedOneByOneWhenNobodyWantsThemTold() throws Exception {
        connector.close();
        connector = new ScriptedConnector(Map.of("tags", "tor"));
        start(SHORT);

        send(ScriptedConnector.record(), false);
        assertThat(order).isEmpty();
        send(ScriptedConnector.record(), true);
        assertThat(order).containsExactly("committed");
    }

    @Test
    void isCommittedOnceToldWhateverFollows() throws Exception {
        connector.does(() -> Step.done(Delivery.created("event 7")));
        start(SHORT);

        send(ScriptedConnector.record(), false);
        assertThat(order).containsExactly("delivered after 1", "committed");
    }

    @Test
    void isTriedAgainWhenItFailsForAWhile() throws Exception {
        failing(ErrorKind.UNAVAILABLE, 2);
        start(SHORT);

        assertThat(send(ScriptedConnector.record()).getException()).isNull();
        assertThat(order).containsExactly("tried", "tried", "tried", "delivered after 3", "committed");
    }

    @Test
    void isPutAsideAfterEightAttempts() throws Exception {
        failing(ErrorKind.UNAVAILABLE, Integer.MAX_VALUE);
        start(SHORT);

        assertThat(send(ScriptedConnector.record()).getException()).isNull();
        assertThat(connector.told()).hasSize(8);
        assertThat(order).endsWith("tried", "put aside", "failed after 8", "committed");
        Exchange letter = deadLetters().getExchanges().get(0);
        assertThat(letter.getMessage().getHeaders())
                .isEqualTo(Map.of(
                        KafkaConstants.KEY,
                        "fqdn:evil.example.com",
                        "indago.reason",
                        "HTTP 502",
                        "indago.attempts",
                        8));
        assertThat(letter.getMessage().getBody(byte[].class)).isEqualTo(ScriptedConnector.record());
        assertThat(meters.get("indago.deliveries.dlq")
                        .tag("connector", ID)
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void isPutAsideAtOnceWhenItFailsForGood() throws Exception {
        failing(ErrorKind.BAD_REPLY, Integer.MAX_VALUE);
        start(SHORT);

        assertThat(send(ScriptedConnector.record()).getException()).isNull();
        assertThat(order).containsExactly("tried", "put aside", "failed after 1", "committed");
    }

    @Test
    void isPutAsideUnaccountedWhenItCantBeRead() throws Exception {
        start(SHORT);

        assertThat(send("no json".getBytes(UTF_8)).getException()).isNull();
        assertThat(order).containsExactly("put aside", "committed");
        assertThat(deadLetters().getExchanges().get(0).getMessage().getHeader("indago.reason"))
                .isEqualTo("it is no JSON of indago.enrichment.v1");
    }

    @Test
    void isPutAsideWhenAPersonKillsIt() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        connector.does(() -> {
            begun.countDown();
            return Step.await(new CompletableFuture<>());
        });
        start(SHORT);
        CompletableFuture<Exchange> record = CompletableFuture.supplyAsync(() -> send(ScriptedConnector.record()));
        begun.await();
        connector.hosted().kill("killed by admin");

        assertThat(record.join().getException()).isNull();
        assertThat(order).containsExactly("put aside", "killed after 1", "committed");
    }

    @Test
    void isNotCommittedWhenItCantBePutAside() throws Exception {
        failing(ErrorKind.BAD_REPLY, Integer.MAX_VALUE);
        start(SHORT);
        deadLetters().whenAnyExchangeReceived(refusing());
        Exchange record = send(ScriptedConnector.record());

        assertThat(record.getException()).hasMessageContaining("Kafka does not take it");
        assertThat(order).containsExactly("tried");
    }

    @Test
    void isNotCommittedWhenItCantBeAccounted() throws Exception {
        failing(ErrorKind.UNAVAILABLE, 0);
        start(SHORT);
        deliveries().whenAnyExchangeReceived(refusing());
        Exchange record = send(ScriptedConnector.record());

        assertThat(record.getException()).hasMessageContaining("Kafka does not take it");
        assertThat(order).containsExactly("tried");
    }

    @Test
    void isNotCommittedWhenThatItWasPutAsideCantBeAccounted() throws Exception {
        failing(ErrorKind.BAD_REPLY, Integer.MAX_VALUE);
        start(SHORT);
        deliveries().whenAnyExchangeReceived(refusing());
        Exchange record = send(ScriptedConnector.record());

        assertThat(record.getException()).hasMessageContaining("Kafka does not take it");
        assertThat(order).containsExactly("tried", "put aside");
    }

    @Test
    void isLeftForTheNextRouteWhenThisOneIsStoppedBetweenAttempts() throws Exception {
        failing(ErrorKind.UNAVAILABLE, Integer.MAX_VALUE);
        start(LONG);
        CompletableFuture<Exchange> record = CompletableFuture.supplyAsync(() -> send(ScriptedConnector.record()));
        while (connector.told().isEmpty()) {
            Thread.onSpinWait();
        }
        camel.getRouteController().stopRoute(ConnectorRoute.routeId(ID), 2, TimeUnit.SECONDS);

        assertThat(record.get(10, TimeUnit.SECONDS).getException()).isNotNull();
        assertThat(order).containsExactly("tried");
    }

    @Test
    void isLeftForTheNextRouteWhenTheConnectorIsHeldBack() throws Exception {
        switchedOff = Optional.of("disabled by admin");
        start(LONG);
        Exchange record = send(ScriptedConnector.record());

        assertThat(record.getException()).isInstanceOf(HeldBack.class).hasMessage("disabled by admin");
        assertThat(order).isEmpty();
    }

    @Test
    void isLeftForTheNextRouteWhenItIsHeldBackAfterAnAttempt() throws Exception {
        failing(ErrorKind.UNAUTHORIZED, Integer.MAX_VALUE);
        start(LONG);

        assertThat(send(ScriptedConnector.record()).getException()).isInstanceOf(HeldBack.class);
        assertThat(order).containsExactly("tried");
    }

    @Test
    void doesNotCountAsAnAttemptWhatIsOnlyHeldBack() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        start(SHORT, id -> looks.incrementAndGet() == 1 ? Optional.of("for a moment") : Optional.empty());

        assertThat(send(ScriptedConnector.record()).getException()).isNull();
        assertThat(order).containsExactly("delivered after 1", "committed");
    }

    @Test
    void saysWhereItsTopicsAre() {
        assertThat(ConnectorRoute.group(ID)).isEqualTo("indago-connector-tip");
        assertThat(ConnectorRoute.deadLetters(ID)).isEqualTo("indago.connector.tip.dlq");
        assertThat(ConnectorRoute.retries(ID)).isEqualTo("indago.connector.tip.retry");
    }

    /** So many times, then it works. */
    @Test
    void isPutAsideWhenTheHubItselfFails() throws Exception {
        start(SHORT, id -> {
            throw new IllegalStateException("a mistake of ours");
        });

        assertThat(send(ScriptedConnector.record()).getException()).isNull();
        assertThat(order).containsExactly("put aside", "failed after 1", "committed");
    }

    private void failing(ErrorKind kind, int times) {
        AtomicInteger left = new AtomicInteger(times);
        connector.does(() -> {
            order.add("tried");
            if (left.getAndDecrement() > 0) {
                throw ProviderException.of(kind, "HTTP 502");
            }
            return Step.done(Delivery.created(""));
        });
    }

    private void start(Duration firstPause) throws Exception {
        start(firstPause, id -> switchedOff);
    }

    private void start(Duration firstPause, Function<String, Optional<String>> off) throws Exception {
        Push push = new Push(connector.host(), guards, off, new RecordsUnderWay(), json, Clock.systemUTC());
        camel.addRoutes(new ConnectorRoute(ID, push, KAFKA, json, new DeliveryMetrics(meters), firstPause));
        String route = ConnectorRoute.routeId(ID);
        AdviceWith.adviceWith(camel, route, advice -> advice.replaceFromWith("direct:record"));
        AdviceWith.adviceWith(
                camel, route + ".put-aside", advice -> advice.weaveByToUri("kafka:indago.connector.tip.dlq*")
                        .replace()
                        .to("mock:dead-letters"));
        AdviceWith.adviceWith(camel, route + ".account", advice -> advice.weaveByToUri("kafka:indago.deliveries.v1*")
                .replace()
                .to("mock:deliveries"));
        camel.start();
        deadLetters().whenAnyExchangeReceived(letter -> order.add("put aside"));
        deliveries().whenAnyExchangeReceived(this::accounted);
    }

    private void accounted(Exchange exchange) throws Exception {
        DeliveryEvent event =
                DeliveryEvent.reader(json).read(exchange.getMessage().getBody(byte[].class));
        order.add(event.outcome() + " after " + event.attempts());
    }

    private static Processor refusing() {
        return exchange -> {
            throw new IllegalStateException("Kafka does not take it");
        };
    }

    private MockEndpoint deadLetters() {
        return camel.getEndpoint("mock:dead-letters", MockEndpoint.class);
    }

    private MockEndpoint deliveries() {
        return camel.getEndpoint("mock:deliveries", MockEndpoint.class);
    }

    private Exchange send(byte[] record) {
        return send(record, true);
    }

    /** @param last whether it is the last that was fetched */
    private Exchange send(byte[] record, boolean last) {
        KafkaManualCommit commit = () -> order.add("committed");
        return camel.createFluentProducerTemplate()
                .withBody(record)
                .withHeader(KafkaConstants.KEY, "fqdn:evil.example.com")
                .withHeader(KafkaConstants.MANUAL_COMMIT, commit)
                .withHeader(KafkaConstants.LAST_RECORD_BEFORE_COMMIT, last)
                .withHeader(KafkaConstants.OFFSET, 7L)
                .to("direct:record")
                .send();
    }
}
