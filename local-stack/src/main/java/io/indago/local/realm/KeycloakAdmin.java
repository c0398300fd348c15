package io.indago.local.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Keycloak's Admin API of one realm, as an administrator of the realm {@code master}. Paths begin with a slash and count
 * from the realm; an answer that is no success is a {@link RealmException} that says what Keycloak said.
 */
final class KeycloakAdmin {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Tokens for administrators last a minute. */
    private static final Duration USED_FOR = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI keycloak;
    private final String realm;
    private final String username;
    private final String password;
    private String token = "";
    private long until = System.nanoTime();

    /** @param keycloak where Keycloak is, without a slash at the end */
    KeycloakAdmin(URI keycloak, String realm, String username, String password) {
        this.keycloak = keycloak;
        this.realm = realm;
        this.username = username;
        this.password = password;
    }

    JsonNode get(String path) {
        return send("GET", path, MissingNode.getInstance());
    }

    void post(String path, JsonNode body) {
        send("POST", path, body);
    }

    void put(String path, JsonNode body) {
        send("PUT", path, body);
    }

    void delete(String path, JsonNode body) {
        send("DELETE", path, body);
    }

    private JsonNode send(String method, String path, JsonNode body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(keycloak + "/admin/realms/" + realm + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .method(
                        method,
                        body.isMissingNode() ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
                .build();
        HttpResponse<String> answer = exchange(request);
        if (answer.statusCode() / 100 != 2) {
            throw new RealmException(
                    method + " " + path + ": Keycloak says " + answer.statusCode() + " " + answer.body());
        }
        return read(answer.body());
    }

    private String token() {
        if (System.nanoTime() - until >= 0) {
            until = System.nanoTime() + USED_FOR.toNanos();
            token = login();
        }
        return token;
    }

    private String login() {
        Map<String, String> form =
                Map.of("grant_type", "password", "client_id", "admin-cli", "username", username, "password", password);
        HttpResponse<String> answer =
                exchange(HttpRequest.newBuilder(URI.create(keycloak + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .timeout(PATIENCE)
                        .POST(BodyPublishers.ofString(form.entrySet().stream()
                                .map(field -> field.getKey() + "="
                                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&"))))
                        .build());
        if (answer.statusCode() != 200) {
            throw new RealmException(username + " can't log in to " + keycloak + ": "
                    + read(answer.body()).path("error_description").asText("status " + answer.statusCode()));
        }
        return read(answer.body()).path("access_token").asText();
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException away) {
            throw new RealmException(keycloak + " does not answer: " + away, away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RealmException("interrupted", stopped);
        }
    }

    private static JsonNode read(String text) {
        try {
            return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (IOException garbage) {
            throw new RealmException("no JSON comes from there: " + garbage.getMessage(), garbage);
        }
    }
}
