package io.indago.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** The realm in the hands of Keycloak's own administrator, who may do what the hub must not. */
final class Realm {
    private final RunningHub hub;
    private final String token;

    Realm(RunningHub hub) {
        this.hub = hub;
        this.token = hub.keycloakAdminToken();
    }

    void keepForEmergencies(String username) {
        String user =
                get("/users?exact=true&username=" + username).get(0).path("id").textValue();
        String group = get("/group-by-path/break-glass").path("id").textValue();
        send("PUT", "/users/" + user + "/groups/" + group, "");
    }

    void createOutsideOfAllGroups(String username) {
        send("POST", "/users", "{\"username\": \"" + username + "\", \"enabled\": true}");
    }

    private JsonNode get(String path) {
        return RunningHub.read(hub.send(request(path)).body());
    }

    private void send(String method, String path, String body) {
        HttpResponse<String> answer = hub.send(
                request(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body)));
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private HttpRequest.Builder request(String path) {
        URI uri = URI.create(hub.stack().issuer().toString().replace("/realms/", "/admin/realms/") + path);
        return HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token);
    }
}
