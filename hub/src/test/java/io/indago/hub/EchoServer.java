package io.indago.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Tells whoever asks the key he asks with, {@code /<manner>}: in the body, a header, an error, a redirect. It is a Vault,
 * too, of one key.
 */
final class EchoServer implements AutoCloseable {
    static final String VAULT_TOKEN = CanaryKeys.of("vault-token");

    private final HttpServer server;
    private final String keyInVault;
    private final Set<String> keys = new ConcurrentSkipListSet<>();

    EchoServer(String keyInVault) throws IOException {
        this.keyInVault = keyInVault;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::echo);
        server.createContext("/v1/secret/data/echo", this::unlock);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Those it was asked with, and has told. */
    Set<String> keys() {
        return keys;
    }

    private void echo(HttpExchange exchange) throws IOException {
        String key = exchange.getRequestHeaders().getFirst("X-Key");
        keys.add(key);
        String manner = exchange.getRequestURI().getPath().substring(1);
        switch (manner) {
            case "echo-header" -> {
                exchange.getResponseHeaders().set("X-Said", key + " " + base64("user:" + key));
                answer(exchange, 200, "{}");
            }
            case "echo-error" -> answer(exchange, 500, told(key));
            case "echo-refusal" -> answer(exchange, 401, told(key));
            case "echo-redirect" -> {
                exchange.getResponseHeaders().set("Location", "/?key=" + URLEncoder.encode(key, UTF_8));
                answer(exchange, 302, told(key));
            }
            case "echo-limit" -> {
                exchange.getResponseHeaders().set("Retry-After", key);
                answer(exchange, 429, told(key));
            }
            default -> answer(exchange, 200, told(key));
        }
    }

    private void unlock(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        boolean allowed = VAULT_TOKEN.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"));
        answer(exchange, allowed ? 200 : 403, "{\"data\": {\"data\": {\"key\": \"" + keyInVault + "\"}}}");
    }

    private static String told(String key) {
        String percent = URLEncoder.encode(key, UTF_8);
        String escaped = key.replace("\\", "\\\\").replace("\"", "\\\"");
        return String.join(
                "\n",
                List.of(
                        "no user with key " + key,
                        percent,
                        percent.replaceAll("%2F", "%2f"),
                        escaped,
                        escaped.replace("/", "\\/"),
                        base64(key),
                        base64("user:" + key),
                        base64("a user:" + key + " again"),
                        Base64.getUrlEncoder().encodeToString(key.getBytes(UTF_8)),
                        HexFormat.of().formatHex(key.getBytes(UTF_8)),
                        HexFormat.of().withUpperCase().formatHex(key.getBytes(UTF_8))));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
