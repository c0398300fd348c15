package io.indago.routes.recording;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/** The provider's side: accepts a scan, is twice busy with it, and echoes the caller's key in every way it can. */
final class ScanServer implements AutoCloseable {
    private final HttpServer server;
    private final String key;
    private final AtomicInteger polls = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();

    ScanServer(String key) throws IOException {
        this.key = key;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 50);
        server.createContext("/", this::answer);
        server.start();
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int requests() {
        return requests.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Set-Cookie", "session=COOKIE-CANARY; HttpOnly");
        exchange.getResponseHeaders().set("X-Api-User", "USER-CANARY");
        exchange.getResponseHeaders().set("X-Echo", "Basic " + base64(key));
        exchange.getResponseHeaders().set("X-Engine", "engine 7");
        if (exchange.getRequestURI().getPath().equals("/account")) {
            send(exchange, 200, "{}");
        } else if (exchange.getRequestMethod().equals("POST")) {
            send(exchange, 200, "{\"id\": \"42\", \"key\": \"" + json(key) + "\", \"access_token\": \"TOKEN-CANARY\"}");
        } else if (polls.incrementAndGet() % 3 != 0) {
            send(
                    exchange,
                    202,
                    "{\"state\": \"busy, " + polls.get() % 3 + "\", \"you\": \"" + base64("bob:" + key) + "\"}");
        } else {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            send(
                    exchange,
                    200,
                    "{\"summary\": \"seen in a botnet\", \"score\": 87,\n \"next\": \"" + base()
                            + "/scans?page=2&access_token=URL-CANARY&key="
                            + URLEncoder.encode(key, StandardCharsets.UTF_8)
                            + "\"}\n");
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        if (exchange.getResponseHeaders().containsKey("Content-Encoding")) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(body);
            }
            body = packed.toByteArray();
        }
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
