package io.indago.plugins.misp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.indago.host.HttpFailure;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.testkit.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;

/**
 * A MISP over real HTTP, as far as a push is concerned: it keeps events by UUID, changes attributes and tags as MISP does,
 * and refuses, lies and hangs as it is told.
 */
final class FakeMisp implements AutoCloseable {
    static final String KEY = "made-up-key-of-a-test";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How writing goes. */
    enum Mood {
        WELL(200),
        FORBIDS(403),
        SAYS_ERRORS_AND_200(200),
        SAYS_NOT_SAVED_AND_200(200),
        BREAKS(500),
        LOSES_AN_ATTRIBUTE(200),
        LOSES_TAGS(200),
        STORES_AND_HANGS(200);

        private final int status;

        Mood(int status) {
            this.status = status;
        }
    }

    final Map<String, ObjectNode> events = new LinkedHashMap<>();
    final CopyOnWriteArrayList<String> requests = new CopyOnWriteArrayList<>();
    /** As many searches answer at the same time: none of them sees what comes of another. */
    volatile Phaser together = new Phaser(1);

    volatile Mood mood = Mood.WELL;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpClient client = HttpClient.newHttpClient();

    FakeMisp() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Makes the call for the host, as its own port would. */
    HttpReply answer(HttpCall call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri()).timeout(Duration.ofMillis(2_000));
        if (mood == Mood.STORES_AND_HANGS) {
            request.timeout(Duration.ofMillis(300));
        }
        call.headers().forEach(header -> request.header(header.getKey(), header.getValue()));
        call.contentType().ifPresent(type -> request.header("Content-Type", type));
        request.method(
                call.method(),
                call.body().map(HttpRequest.BodyPublishers::ofString).orElse(HttpRequest.BodyPublishers.noBody()));
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return Reply.of(response.statusCode(), Map.of("content-type", "application/json"), response.body());
        } catch (HttpTimeoutException e) {
            throw new CompletionException(new HttpFailure(HttpFailure.Kind.TIMEOUT, "no reply in time", e));
        } catch (IOException e) {
            throw new CompletionException(new HttpFailure(HttpFailure.Kind.UNAVAILABLE, "broken", e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(path);
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        if (!KEY.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 403, message("Authentication failed."));
        } else if (path.equals("/events/restSearch")) {
            String found = search(body.path("uuid").asText());
            together.arriveAndAwaitAdvance();
            send(exchange, 200, found);
        } else if (path.startsWith("/events/")) {
            write(exchange, path, body.path("Event"));
        } else {
            send(exchange, 404, message("Not Found"));
        }
    }

    private void write(HttpExchange exchange, String path, JsonNode event) throws IOException {
        switch (mood) {
            case FORBIDS -> send(exchange, 403, message("You do not have permission to use this functionality."));
            case BREAKS -> send(exchange, 500, "<html>An Internal Error Has Occurred.</html>");
            case SAYS_NOT_SAVED_AND_200 ->
                send(exchange, 200, "{\"saved\": false, \"message\": \"Could not add Event\"}");
            case SAYS_ERRORS_AND_200 ->
                send(exchange, 200, "{\"errors\": {\"Event\": {\"info\": [\"Info cannot be empty.\"]}}}");
            case STORES_AND_HANGS -> {
                store(path, event);
                awaitClose();
            }
            case WELL, LOSES_AN_ATTRIBUTE, LOSES_TAGS -> {
                String stored = store(path, event);
                boolean exists = stored.isEmpty();
                send(
                        exchange,
                        exists ? 404 : mood.status,
                        exists
                                ? message("Event already exists, if you would like to edit it, use the url in the"
                                        + " location header.")
                                : stored);
            }
        }
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized String search(String uuid) {
        ArrayNode found = JSON.createArrayNode();
        if (events.containsKey(uuid)) {
            found.addObject().set("Event", events.get(uuid));
        }
        return JSON.createObjectNode().set("response", found).toString();
    }

    /** Blank when an event of that UUID is to be added, and is there already. */
    private synchronized String store(String path, JsonNode sent) {
        String uuid = sent.path("uuid").asText();
        boolean add = path.equals("/events/add");
        if (add && events.containsKey(uuid)) {
            return "";
        }
        ObjectNode event = events.computeIfAbsent(uuid, it -> JSON.createObjectNode()
                .put("id", String.valueOf(events.size() + 41))
                .put("uuid", it));
        event.withArray("Attribute");
        event.withArray("Tag");
        sent.properties().stream()
                .filter(field -> !field.getValue().isArray())
                .forEach(field -> event.set(field.getKey(), field.getValue()));
        sent.path("Attribute").forEach(attribute -> put(event, attribute));
        if (mood != Mood.LOSES_TAGS) {
            sent.path("Tag").forEach(tag -> tag(event, tag));
        }
        if (mood == Mood.LOSES_AN_ATTRIBUTE) {
            event.withArray("Attribute").remove(event.withArray("Attribute").size() - 1);
        }
        return JSON.createObjectNode().set("Event", event).toString();
    }

    private static void put(ObjectNode event, JsonNode attribute) {
        for (JsonNode known : event.withArray("Attribute")) {
            if (known.path("uuid").equals(attribute.path("uuid"))) {
                ((ObjectNode) known).setAll((ObjectNode) attribute);
                return;
            }
        }
        event.withArray("Attribute").add(attribute);
    }

    private static void tag(ObjectNode event, JsonNode tag) {
        ArrayNode tags = event.withArray("Tag");
        for (int i = 0; i < tags.size(); i++) {
            String known = tags.get(i).path("name").asText().toLowerCase(Locale.ROOT);
            if (known.equals(tag.path("name").asText().toLowerCase(Locale.ROOT))) {
                if (tag.path("deleted").asBoolean()) {
                    tags.remove(i);
                }
                return;
            }
        }
        if (!tag.path("deleted").asBoolean()) {
            tags.add(tag);
        }
    }

    private static String message(String text) {
        return JSON.createObjectNode()
                .put("name", text)
                .put("message", text)
                .put("url", "/")
                .toString();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
