package io.indago.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A hub and a login server in one, which answer what a test tells them to and remember what they were asked. */
final class FakeServer implements AutoCloseable {
    static final String LOOKUP = "/api/indicator";
    static final String LOGIN = "/token";
    static final String DISCOVERY = "/.well-known/openid-configuration";
    static final String DEVICE = "/device";
    static final String REVOKE = "/revoke";

    static {
        // otherwise it waits 40 ms for an acknowledgement before the end of each answer
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Function<Asked, Reply>> replies = new ConcurrentHashMap<>();
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch closing = new CountDownLatch(1);

    FakeServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        answers(LOGIN, 200, "{\"access_token\":\"token-1\",\"expires_in\":300,\"token_type\":\"Bearer\"}");
        answers(LOOKUP, 200, Fixture.MALICIOUS.json());
        answers(DISCOVERY, 200, """
                {"issuer": "%1$s", "token_endpoint": "%1$s/token", "device_authorization_endpoint": "%1$s/device",
                 "revocation_endpoint": "%1$s/revoke"}""".formatted(address()));
        answers(DEVICE, 200, """
                {"device_code": "device-secret", "user_code": "ABCD-EFGH", "verification_uri": "https://login.example/go",
                 "verification_uri_complete": "https://login.example/go?code=ABCD-EFGH", "expires_in": 600,
                 "interval": 5}""");
        answers(REVOKE, 200, "");
    }

    record Reply(int status, String body, Map<String, String> headers) {
        Reply(int status, String body) {
            this(status, body, Map.of());
        }
    }

    record Asked(String path, String query, String body, Map<String, List<String>> headers) {
        String header(String name) {
            return String.join(", ", headers.getOrDefault(name, List.of()));
        }

        List<String> form() {
            return List.of(body.split("&"));
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void answers(String path, int status, String body) {
        answers(path, request -> new Reply(status, body));
    }

    void answers(String path, Function<Asked, Reply> reply) {
        replies.put(path, reply);
    }

    /** One reply after the other; the last stays. */
    void answersInTurn(String path, Reply... inTurn) {
        Deque<Reply> rest = new ConcurrentLinkedDeque<>(Arrays.asList(inTurn));
        answers(path, request -> rest.size() > 1 ? rest.remove() : rest.element());
    }

    /** From now on there is only silence at that path. */
    void isSilent(String path) {
        replies.remove(path);
    }

    List<Asked> asked(String path) {
        synchronized (asked) {
            return asked.stream().filter(request -> request.path().equals(path)).toList();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String query = exchange.getRequestURI().getRawQuery();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Asked request = new Asked(path, query == null ? "" : query, body, Map.copyOf(exchange.getRequestHeaders()));
        asked.add(request);
        Function<Asked, Reply> replier = replies.get(path);
        if (replier == null) {
            // only the headers and a byte: the slowest answer there is
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            awaitClosing();
        } else {
            Reply reply = replier.apply(request);
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            reply.headers().forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private void awaitClosing() {
        try {
            closing.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
