package io.indago.hub.quota;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A provider that counts the calls in each of its windows, by its own clock, and can ask to be left alone. */
final class MeteredProvider implements AutoCloseable {
    static final String ID = "metered";
    private static final String DESCRIPTOR = """
            indago: 1
            id: metered
            title: Metered
            homepage: http://127.0.0.1/
            types: [ipv4]
            internal: true
            reliability: {grade: F, why: It is made up}
            config:
              api-key: {type: secret, required: true, help: Any}
            request:
              url: http://127.0.0.1:PORT
              path: /{value}
            auth: {kind: header, name: Key, secret: api-key}
            expect: .score > 0
            report:
              summary: '"scored"'
              score: .score
              confidence: 80
            """;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(64);
    private final Duration window;
    private final ConcurrentMap<Instant, Integer> calls = new ConcurrentHashMap<>();
    private final Queue<Instant> arrivals = new ConcurrentLinkedQueue<>();
    private volatile Optional<Duration> refusal = Optional.empty();
    private volatile Duration pause = Duration.ofMillis(20);

    MeteredProvider(Duration window) throws IOException {
        this.window = window;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Makes it a provider of whoever has that plugins folder. */
    void describeIn(Path plugins) throws IOException {
        Files.createDirectories(plugins);
        Files.writeString(
                plugins.resolve(ID + ".yaml"),
                DESCRIPTOR.replace("PORT", String.valueOf(server.getAddress().getPort())));
    }

    private void answer(HttpExchange exchange) throws IOException {
        Instant now = Instant.now();
        long millis = Math.floorDiv(now.toEpochMilli(), window.toMillis()) * window.toMillis();
        calls.merge(Instant.ofEpochMilli(millis), 1, Integer::sum);
        arrivals.add(now);
        try (exchange) {
            Thread.sleep(pause.toMillis());
            refusal.ifPresent(
                    time -> exchange.getResponseHeaders().set("Retry-After", String.valueOf(time.toSeconds())));
            byte[] body = "{\"score\": 90}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(refusal.isPresent() ? 429 : 200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    void takeItsTime(Duration time) {
        pause = time;
    }

    void refuseFor(Duration time) {
        refusal = Optional.of(time);
    }

    void refuseNoMore() {
        refusal = Optional.empty();
    }

    /** How many calls it saw in each of its windows. */
    Map<Instant, Integer> calls() {
        return new TreeMap<>(calls);
    }

    int total() {
        return arrivals.size();
    }

    List<Instant> arrivalsSince(Instant since) {
        return arrivals.stream().filter(since::isBefore).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
