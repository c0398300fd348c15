package io.indago.routes.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.routes.connector.PushFailure.HeldBack;
import io.indago.routes.connector.PushFailure.Killed;
import io.indago.routes.connector.PushFailure.Lasting;
import io.indago.routes.connector.PushFailure.Passing;
import io.indago.routes.events.Commit;
import io.indago.routes.events.EnrichmentRoutes;
import io.indago.routes.events.KafkaSettings;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.apache.camel.model.OnExceptionDefinition;
import org.apache.camel.model.RedeliveryPolicyDefinition;
import org.apache.camel.model.RouteDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code connector.<id>} tells one connector every enrichment of the stream, in a consumer group of its own, each until it
 * is delivered, not wanted, or put aside after some attempts. A record is committed after that, so that none is lost; after
 * a crash some are told again.
 */
final class ConnectorRoute extends RouteBuilder {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectorRoute.class);
    /** With a pause of a second, then 2, 4…: two minutes. */
    private static final int MOST_ATTEMPTS = 8;

    static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private static final String ATTEMPTS = "indago.attempts";
    private static final String COMMIT = "indago.commit";
    private static final String EVENT = "indago.delivery";
    private static final String LAST = "indago.last";

    private final String connector;
    private final Push push;
    private final KafkaSettings kafka;
    private final ObjectMapper json;
    private final DeliveryMetrics metrics;
    private final Duration firstPause;

    /**
     * @param firstPause before the second attempt
     */
    ConnectorRoute(
            String connector,
            Push push,
            KafkaSettings kafka,
            ObjectMapper json,
            DeliveryMetrics metrics,
            Duration firstPause) {
        this.connector = connector;
        this.push = push;
        this.kafka = kafka;
        this.json = json;
        this.metrics = metrics;
        this.firstPause = firstPause;
    }

    static String routeId(String connector) {
        return "connector." + connector;
    }

    /** Its consumer group. */
    static String group(String connector) {
        return "indago-connector-" + connector;
    }

    /** Where what it could not be told is put aside. */
    static String deadLetters(String connector) {
        return "indago.connector." + connector + ".dlq";
    }

    /** What it is to be told once more. */
    static String retries(String connector) {
        return "indago.connector." + connector + ".retry";
    }

    @Override
    public void configure() {
        String id = routeId(connector);
        RouteDefinition told = from(kafka.recordConsumer(
                        EnrichmentRoutes.TOPIC + "," + retries(connector), group(connector)))
                .routeId(id);
        pausing(told.onException(HeldBack.class))
                // Else the route is about to be removed, and the record is for the next one
                .retryWhile(exchange -> push.hold(connector).isEmpty())
                .logExhausted(false);
        pausing(told.onException(Passing.class))
                .retryWhile(exchange -> attempts(exchange) < MOST_ATTEMPTS)
                .useExponentialBackOff()
                .backOffMultiplier(2)
                .maximumRedeliveryDelay(60_000)
                .handled(true)
                .to("direct:" + id + ".put-aside");
        told.onException(Lasting.class, Killed.class).handled(true).to("direct:" + id + ".put-aside");
        told.process(this::push)
                .id(id + ".push")
                .filter(exchange -> exchange.getProperty(EVENT) != null)
                .to("direct:" + id + ".account")
                .end()
                .filter(ConnectorRoute::isWorthACommit)
                .process(ConnectorRoute::commit);

        // Without a handler of their own, so that what fails here leaves the record uncommitted
        from("direct:" + id + ".put-aside")
                .routeId(id + ".put-aside")
                .errorHandler(noErrorHandler())
                .process(this::putAside)
                .to(kafka.producer(deadLetters(connector)))
                .filter(exchange -> exchange.getProperty(EVENT) != null)
                .to("direct:" + id + ".account")
                .end()
                .process(ConnectorRoute::commit);
        from("direct:" + id + ".account")
                .routeId(id + ".account")
                .errorHandler(noErrorHandler())
                .process(this::account)
                .to(kafka.producer(DeliveryEvent.TOPIC));
    }

    /** Not while the route is being stopped: Camel would, whatever the error handler says, unless each is told. */
    private OnExceptionDefinition pausing(OnExceptionDefinition failure) {
        failure.setRedeliveryPolicyType(new RedeliveryPolicyDefinition().allowRedeliveryWhileStopping(false));
        return failure.redeliveryDelay(firstPause.toMillis());
    }

    private void push(Exchange exchange) throws PushFailure {
        Message record = exchange.getMessage();
        exchange.setProperty(COMMIT, record.getHeader(KafkaConstants.MANUAL_COMMIT));
        exchange.setProperty(LAST, record.getHeader(KafkaConstants.LAST_RECORD_BEFORE_COMMIT));
        int attempt = attempts(exchange) + 1;
        exchange.setProperty(ATTEMPTS, attempt);
        try {
            exchange.setProperty(
                    EVENT,
                    push.push(connector, record.getBody(byte[].class), attempt).orElse(null));
        } catch (HeldBack held) {
            exchange.setProperty(ATTEMPTS, attempt - 1);
            throw held;
        } catch (RuntimeException ours) {
            // Else this record would come back for ever, and nothing behind it be told
            LOG.atError().addKeyValue("connector", connector).setCause(ours).log("An enrichment could not be told");
            throw new Lasting("the hub failed to tell it; its log says why");
        }
    }

    private static int attempts(Exchange exchange) {
        return exchange.getProperty(ATTEMPTS, 0, Integer.class);
    }

    /** Makes a dead letter of the record. */
    private void putAside(Exchange exchange) throws Exception {
        Exception why = exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Exception.class);
        if (why instanceof Passing && attempts(exchange) < MOST_ATTEMPTS) {
            throw why; // the route is being stopped: the record is for the next start
        }
        Message record = exchange.getMessage();
        Object key = record.getHeader(KafkaConstants.KEY);
        byte[] body = record.getBody(byte[].class);
        exchange.setProperty(
                EVENT, push.givenUp(connector, body, attempts(exchange), why).orElse(null));
        record.removeHeaders("*");
        record.setHeader(KafkaConstants.KEY, key);
        record.setHeader("indago.reason", why.getMessage());
        record.setHeader("indago.attempts", attempts(exchange));
        metrics.putAside(connector);
    }

    private void account(Exchange exchange) throws JsonProcessingException {
        DeliveryEvent event = exchange.getProperty(EVENT, DeliveryEvent.class);
        metrics.ended(event);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(KafkaConstants.KEY, connector);
        exchange.getMessage().setBody(json.writeValueAsBytes(event));
    }

    /** What it was not to be told may be read again: of that, the last of what was fetched of a partition is enough. */
    private static boolean isWorthACommit(Exchange exchange) {
        return exchange.getProperty(EVENT) != null || exchange.getProperty(LAST, true, Boolean.class);
    }

    private static void commit(Exchange exchange) {
        Commit.tried(exchange.getProperty(COMMIT, KafkaManualCommit.class));
    }
}
