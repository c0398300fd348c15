package io.indago.routes.guard;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.indago.spi.HttpCall;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Notes by its own clock when a call arrives, and answers none until it goes on. */
final class StallingProvider implements AutoCloseable {
    private final Queue<Instant> arrivals = new ConcurrentLinkedQueue<>();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final CountDownLatch stalled = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    StallingProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    HttpCall call(String name) {
        return HttpCall.get("http://127.0.0.1:" + server.getAddress().getPort(), name);
    }

    private void answer(HttpExchange exchange) throws IOException {
        arrivals.add(Instant.now());
        asked.add(exchange.getRequestURI().getPath().substring(1));
        try (exchange) {
            stalled.await();
            exchange.sendResponseHeaders(200, -1);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    void goOn() {
        stalled.countDown();
    }

    int seen() {
        return arrivals.size();
    }

    /** What it was asked, as it came. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** How many calls arrived in each window of that length. */
    Map<Instant, Long> seen(Duration window) {
        Function<Instant, Instant> begin =
                arrival -> QuotaWindow.at("any", window, arrival).starts();
        return arrivals.stream().collect(Collectors.groupingBy(begin, TreeMap::new, Collectors.counting()));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
