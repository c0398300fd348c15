package io.indago.local.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Two providers which know nothing, and remember what they were asked for before they answer. */
final class ProviderStub implements AutoCloseable {
    static final List<String> IDS = List.of("chaos-quick", "chaos-slow");

    private static final int QUICK_MILLIS = 20;
    private static final int SLOW_MILLIS = 120;
    private static final byte[] REPLY = "{\"seen\": true}".getBytes(StandardCharsets.UTF_8);
    private static final String DESCRIPTOR = """
            indago: 1
            id: %1$s
            title: %1$s
            homepage: https://www.example.com/
            types: [domain, fqdn]
            internal: true
            request:
              url: %2$s
              path: /%1$s/{value}
            expect: .seen
            report:
              summary: '"asked"'
              score: 60
              confidence: 50
            """;

    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final long seed;

    private ProviderStub(HttpServer server, long seed) {
        this.server = server;
        this.seed = seed;
    }

    /** @param seed decides who waits how long for an answer */
    static ProviderStub start(long seed) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
            ProviderStub stub = new ProviderStub(server, seed);
            server.setExecutor(stub.threads);
            server.createContext("/", stub::answer);
            server.start();
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes it the only provider of a hub with that plugins folder. */
    void describe(Path plugins) {
        try {
            Files.createDirectories(plugins);
            for (String id : IDS) {
                String url = "http://127.0.0.1:" + server.getAddress().getPort();
                Files.writeString(plugins.resolve(id + ".yaml"), DESCRIPTOR.formatted(id, url));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often that value was asked for, at both providers together. */
    int asked(String value) {
        return asked.getOrDefault(value, 0);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/");
            asked.merge(path[2], 1, Integer::sum);
            Thread.sleep(new Random(seed ^ exchange.getRequestURI().hashCode())
                    .nextInt(path[1].equals(IDS.get(0)) ? QUICK_MILLIS : SLOW_MILLIS));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, REPLY.length);
            exchange.getResponseBody().write(REPLY);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
