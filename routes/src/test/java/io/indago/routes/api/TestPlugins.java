package io.indago.routes.api;

import io.indago.host.DescriptorFormat;
import io.indago.host.HostConfig;
import io.indago.host.HttpPort;
import io.indago.host.PluginHost;
import io.indago.routes.api.ProviderSwitches.Disabled;
import io.indago.routes.connector.ConsumerGroups;
import io.indago.routes.connector.DeadLetters;
import io.indago.routes.connector.DeliveryEvent;
import io.indago.routes.connector.DeliveryStore;
import io.indago.routes.events.KafkaSettings;
import io.indago.routes.guard.HealthMonitor;
import io.indago.routes.guard.ProviderGuards;
import io.indago.routes.provider.AnswerCache;
import io.indago.routes.provider.Connections;
import io.indago.spi.Plugin;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Operations on the real plugin host, with switches in memory. */
public final class TestPlugins {
    static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "timer");
        thread.setDaemon(true);
        return thread;
    });

    private TestPlugins() {}

    /** There is nothing to operate. */
    static PluginOperations none() {
        PluginHost host = PluginHost.open(config(Map.of(), Map.of()), (id, call, limits) -> new CompletableFuture<>());
        return operations(host, new ProviderGuards(Clock.systemUTC()));
    }

    /** Nobody is told anything. */
    static ConnectorOperations noConnectors() {
        KafkaSettings nowhere = new KafkaSettings("127.0.0.1:9", 1 << 20, 100);
        PluginHost host = PluginHost.open(config(Map.of(), Map.of()), (id, call, limits) -> new CompletableFuture<>());
        return new ConnectorOperations(
                host, new ConsumerGroups(nowhere), new DeadLetters(nowhere), new DeliveryStore() {
                    @Override
                    public List<DeliveryEvent> latest(String connector, int limit) {
                        return List.of();
                    }

                    @Override
                    public void store(List<DeliveryEvent> events) {}
                });
    }

    /** Nothing is put aside. */
    static DeadLetterOperations noDeadLetters() {
        KafkaSettings nowhere = new KafkaSettings("127.0.0.1:9", 1 << 20, 100);
        return new DeadLetterOperations(List.of(), new ConsumerGroups(nowhere), new DeadLetters(nowhere));
    }

    static PluginHost host(Plugin plugin, Map<String, Map<String, String>> settings, HttpPort http) {
        return PluginHost.of(plugin, config(settings, Map.of()), http);
    }

    static PluginOperations operations(PluginHost host, ProviderGuards guards) {
        Clock clock = Clock.systemUTC();
        return new PluginOperations(
                host,
                guards,
                new AnswerCache(1_000_000),
                new HealthMonitor(guards, TIMER, clock),
                new Switches(),
                id -> new Connections(64, 0, 0),
                clock);
    }

    /** A host without a folder, whose providers and connectors have those settings. */
    public static HostConfig config(
            Map<String, Map<String, String>> providers, Map<String, Map<String, String>> connectors) {
        return new HostConfig(
                Path.of("none"),
                List.of(),
                providers,
                connectors,
                Map.of(),
                Map.of(),
                Optional.empty(),
                DescriptorFormat.NONE,
                Optional.empty(),
                Path.of("target/data"),
                Clock.systemUTC());
    }

    private static final class Switches implements ProviderSwitches {
        private final Map<String, Disabled> disabled = new ConcurrentHashMap<>();

        @Override
        public Optional<Disabled> find(String id) {
            return Optional.ofNullable(disabled.get(id));
        }

        @Override
        public void disable(String id, Disabled by) {
            disabled.put(id, by);
        }

        @Override
        public void enable(String id) {
            disabled.remove(id);
        }
    }
}
