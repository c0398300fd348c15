package io.indago.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Another hub on the same stack, a second replica, which takes passwords and believes a proxy, so that each login may come from
 * an address of its own.
 */
final class AccountHub implements AutoCloseable {
    static final String PASSWORD = "a long enough passphrase";

    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static final AtomicInteger NAMES = new AtomicInteger();
    /** Another one each run, for the accounts of the last one are still there. */
    private static final int NETWORK = new Random().nextInt(250);

    private static final String RUN = Long.toString(System.currentTimeMillis(), 36);

    private final RunningHub first;
    private final ConfigurableApplicationContext hub;

    AccountHub(RunningHub first) {
        this.first = first;
        hub = first.start(Map.of("indago.auth.password-endpoint", "on", "indago.trusted-proxies", "127.0.0.1"));
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + RunningHub.port(hub) + path);
    }

    <T> T bean(Class<T> type) {
        return hub.getBean(type);
    }

    /** A name nobody has had yet. */
    static String freshName() {
        return "user-" + RUN + "-" + NAMES.incrementAndGet();
    }

    /** An address nobody has come from yet. */
    static String freshAddress() {
        int number = ADDRESSES.incrementAndGet();
        return "203." + NETWORK + "." + number / 250 + "." + (number % 250 + 1);
    }

    HttpResponse<String> send(String method, String path, String token, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", freshAddress())
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return first.send(request);
    }

    HttpResponse<String> get(String path, String token) {
        return send("GET", path, token, "");
    }

    HttpResponse<String> authenticate(String username, String password) {
        return authenticate(freshAddress(), username, password);
    }

    HttpResponse<String> authenticate(String address, String username, String password) {
        return first.send(HttpRequest.newBuilder(uri("/api/authenticate"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("User-Agent", "accounts-it")
                .header("X-Forwarded-For", address)
                .POST(BodyPublishers.ofString("username=" + encoded(username) + "&password=" + encoded(password))));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A token by the hub's own login; again if refused, for Keycloak takes one login of a user at a time. */
    String token(String username, String password) {
        HttpResponse<String> answer = authenticate(username, password);
        for (int attempt = 1; attempt < 4 && answer.statusCode() != 200; attempt++) {
            answer = authenticate(username, password);
        }
        String token = RunningHub.read(answer.body()).path("access_token").asText("");
        if (token.isEmpty()) {
            throw new IllegalStateException("no token: " + answer.body());
        }
        return token;
    }

    HttpResponse<String> create(String admin, String username, String password, boolean temporary, String group) {
        String body = RunningHub.JSON
                .createObjectNode()
                .put("username", username)
                .put("firstName", "Test")
                .put("lastName", "User")
                .put("email", username + "@indago.invalid")
                .put("password", password)
                .put("temporary", temporary)
                .put("group", group)
                .toString();
        return send("POST", "/api/admin/user", admin, body);
    }

    /** A user who can log in with {@link #PASSWORD}. */
    String freshUser(String admin) {
        String name = freshName();
        HttpResponse<String> answer = create(admin, name, PASSWORD, false, "hub-analysts");
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.body());
        }
        return name;
    }

    HttpResponse<String> setEnabled(String admin, String username, boolean enabled) {
        String body = RunningHub.JSON
                .createObjectNode()
                .put("username", username)
                .put("enabled", enabled)
                .toString();
        return send("PATCH", "/api/admin/user/status", admin, body);
    }

    HttpResponse<String> reset(String admin, String username, String password) {
        String body = RunningHub.JSON
                .createObjectNode()
                .put("username", username)
                .put("password", password)
                .put("temporary", false)
                .toString();
        return send("PATCH", "/api/admin/user/password", admin, body);
    }

    static JsonNode json(HttpResponse<String> answer) {
        return RunningHub.read(answer.body());
    }

    @Override
    public void close() {
        hub.close();
    }
}
