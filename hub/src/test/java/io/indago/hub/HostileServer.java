package io.indago.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands in the place of every provider, {@code /<host>/…}, and misbehaves as the host's first label says. */
final class HostileServer implements AutoCloseable {
    private static final int HUGE = 100 * 1024 * 1024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> new Thread(work, "hostile-server"));
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();

    HostileServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::misbehave);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How many requests had that manner. */
    int requests(String manner) {
        return requests.getOrDefault(manner, new AtomicInteger()).get();
    }

    private void misbehave(HttpExchange exchange) throws IOException {
        String manner = exchange.getRequestURI().getPath().split("[/.]")[1];
        requests.computeIfAbsent(manner, unseen -> new AtomicInteger()).incrementAndGet();
        try (exchange) {
            switch (manner) {
                case "good" -> answer(exchange, 200, "{}");
                case "failing" -> answer(exchange, 500, "{}");
                case "limited" -> {
                    exchange.getResponseHeaders().set("Retry-After", "30");
                    answer(exchange, 429, "{}");
                }
                case "garbage" -> answer(exchange, 200, "<html>Sorry</html>");
                case "redirecting" -> {
                    exchange.getResponseHeaders().set("Location", url() + "/target.test/stolen");
                    answer(exchange, 302, "");
                }
                case "huge" -> huge(exchange, 0);
                case "vast" -> huge(exchange, HUGE);
                case "dripping" -> drip(exchange);
                case "hanging" -> closing.await(5, TimeUnit.SECONDS);
                default -> answer(exchange, 404, "{}");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** In chunks, or with its length said before. */
    private static void huge(HttpExchange exchange, long length) throws IOException {
        exchange.sendResponseHeaders(200, length);
        byte[] chunk = new byte[64 * 1024];
        for (int sent = 0; sent < HUGE; sent += chunk.length) {
            exchange.getResponseBody().write(chunk);
        }
    }

    private void drip(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.sendResponseHeaders(200, 0);
        OutputStream body = exchange.getResponseBody();
        do {
            body.write(' ');
            body.flush();
        } while (!closing.await(100, TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
