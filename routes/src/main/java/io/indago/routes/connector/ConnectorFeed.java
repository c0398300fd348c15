package io.indago.routes.connector;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.host.PluginHost;
import io.indago.routes.connector.ConsumerGroups.UnreachableException;
import io.indago.routes.events.KafkaSettings;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a route for every connector that nothing holds back. While there is none, what the connector is to be told waits in
 * Kafka. Looks every second.
 */
public final class ConnectorFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectorFeed.class);
    private static final long STOPPING_SECONDS = 2;

    private final PluginHost host;
    private final Push push;
    private final ConsumerGroups groups;
    private final KafkaSettings kafka;
    private final ObjectMapper json;
    private final DeliveryMetrics metrics;
    private final CamelContext context;
    private final Set<String> running = new HashSet<>();
    private final Map<String, String> complaints = new TreeMap<>();
    private final ScheduledExecutorService tender = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "connector-feed");
        thread.setDaemon(true);
        return thread;
    });

    public ConnectorFeed(
            PluginHost host,
            Push push,
            ConsumerGroups groups,
            KafkaSettings kafka,
            ObjectMapper json,
            DeliveryMetrics metrics,
            CamelContext context) {
        this.host = host;
        this.push = push;
        this.groups = groups;
        this.kafka = kafka;
        this.json = json;
        this.metrics = metrics;
        this.context = context;
    }

    /** From now on. */
    public void begin() {
        tender.scheduleWithFixedDelay(this::tend, 0, 1, TimeUnit.SECONDS);
    }

    private void tend() {
        List<String> ids = host.connectors().stream()
                .map(connector -> connector.spec().id())
                .toList();
        ids.forEach(id -> attempt(id, () -> tend(id)));
        List.copyOf(running).stream().filter(id -> !ids.contains(id)).forEach(id -> attempt(id, () -> remove(id)));
    }

    private void tend(String id) throws Exception {
        Optional<String> hold = push.hold(id);
        if (hold.isEmpty() && !running.contains(id)) {
            groups.begin(id);
            context.addRoutes(new ConnectorRoute(id, push, kafka, json, metrics, ConnectorRoute.FIRST_PAUSE));
            running.add(id);
        } else if (hold.isPresent() && running.contains(id)) {
            host.find(id).ifPresent(connector -> connector.kill("it waits: " + hold.get()));
            remove(id);
        }
    }

    private void remove(String id) throws Exception {
        for (String route : List.of("", ".put-aside", ".account")) {
            context.getRouteController()
                    .stopRoute(ConnectorRoute.routeId(id) + route, STOPPING_SECONDS, TimeUnit.SECONDS);
            context.removeRoute(ConnectorRoute.routeId(id) + route);
        }
        running.remove(id);
    }

    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    /** What does not work now is tried again; it is said once. */
    private void attempt(String id, Work work) {
        try {
            work.run();
            complaints.remove(id);
        } catch (Exception failure) {
            String complaint = String.valueOf(failure.getMessage());
            if (!complaint.equals(complaints.put(id, complaint))) {
                LOG.atWarn()
                        .addKeyValue("connector", id)
                        .setCause(failure instanceof UnreachableException ? null : failure)
                        .log("A connector can't be fed now: {}", complaint);
            }
        }
    }

    @Override
    public void close() {
        tender.shutdownNow();
    }
}
