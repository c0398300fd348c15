package io.indago.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** The realm in the hands of Keycloak's own administrator, who may do what the hub must not. */
final class Realm {
    private final RunningHub hub;
    private final String token;

    Realm(RunningHub hub) {
        this.hub = hub;
        this.token = hub.keycloakAdminToken();
    }

    void keepForEmergencies(String username) {
        String group = get("/group-by-path/break-glass").path("id").textValue();
        send("PUT", "/users/" + id(username) + "/groups/" + group, "");
    }

    private String id(String username) {
        return get("/users?exact=true&username=" + username).get(0).path("id").textValue();
    }

    void setEnabled(String username, boolean enabled) {
        send("PUT", "/users/" + id(username), "{\"enabled\": " + enabled + "}");
    }

    List<String> enabledMembers(String group) {
        String id = get("/group-by-path/" + group).path("id").textValue();
        List<String> members = new ArrayList<>();
        for (JsonNode member : get("/groups/" + id + "/members?max=1000")) {
            if (member.path("enabled").booleanValue()) {
                members.add(member.path("username").textValue());
            }
        }
        return members;
    }

    /** Somebody in no group who has a password, and a second factor if that is wanted. */
    void createWhoLogsIn(String username, String password, boolean secondFactor) {
        ObjectNode user = RunningHub.JSON
                .createObjectNode()
                .put("username", username)
                .put("enabled", true)
                .put("firstName", "Test")
                .put("lastName", "User")
                .put("email", username + "@indago.invalid");
        ArrayNode credentials = user.putArray("credentials");
        credentials.addObject().put("type", "password").put("value", password);
        if (secondFactor) {
            String how = "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,\"algorithm\":\"HmacSHA1\"}";
            credentials
                    .addObject()
                    .put("type", "otp")
                    .put("secretData", "{\"value\":\"a secret of twenty b\"}")
                    .put("credentialData", how);
        }
        send("POST", "/users", user.toString());
    }

    /** What Keycloak counts of wrong passwords: {@code numFailures}, and {@code disabled} when it takes none now. */
    JsonNode failures(String username) {
        return get("/attack-detection/brute-force/users/" + id(username));
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
