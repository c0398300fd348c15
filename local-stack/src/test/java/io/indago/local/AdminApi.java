package io.indago.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keycloak's Admin API of our realm, as somebody. */
record AdminApi(URI realm, String token) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** As the administrator of all realms. */
    static AdminApi asKeycloakAdmin(LocalStack stack) throws IOException, InterruptedException {
        Credentials.Login admin = stack.credentials().keycloakAdmin();
        return of(
                stack,
                Token.request(
                        stack.issuer().resolve("/realms/master/protocol/openid-connect/token"),
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                admin.username(),
                                "password",
                                admin.password())));
    }

    /** As the hub. */
    static AdminApi asHub(LocalStack stack) throws IOException, InterruptedException {
        Credentials.Client hub = stack.credentials().hubAdmin();
        return of(
                stack,
                Token.request(
                        stack.tokenEndpoint(),
                        Map.of(
                                "grant_type", "client_credentials",
                                "client_id", hub.id(),
                                "client_secret", hub.secret())));
    }

    private static AdminApi of(LocalStack stack, String token) {
        return new AdminApi(stack.issuer().resolve("/admin/realms/indago"), token);
    }

    static JsonNode read(String text) throws IOException {
        return JSON.readTree(text);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send("GET", path, "");
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return read(answer.body());
    }

    int status(String method, String path, String body) throws IOException, InterruptedException {
        return send(method, path, body).statusCode();
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(realm + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** A user's id; there must be one of that name whom we may see. */
    String user(String name) throws IOException, InterruptedException {
        return id("/users?exact=true&username=" + name, "username", name);
    }

    String group(String name) throws IOException, InterruptedException {
        return id("/groups?exact=true&search=" + name, "name", name);
    }

    String client(String clientId) throws IOException, InterruptedException {
        return id("/clients?clientId=" + clientId, "clientId", clientId);
    }

    private String id(String path, String member, String value) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        for (JsonNode found : get(path)) {
            if (found.path(member).asText().equals(value)) {
                ids.add(found.path("id").asText());
            }
        }
        assertThat(ids).as(path).hasSize(1);
        return ids.get(0);
    }
}
