package io.indago.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.common.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Keycloak made of the realm file, as its Admin API tells it. */
class RealmIT {

    private static final Path STATE = Path.of("target/realm-it");

    private static LocalStack stack;
    private static String token;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        stack = LocalStack.start(LocalStackConfig.in(STATE, STATE.resolve("plugins")));
        token = Token.request(
                stack.issuer().resolve("/realms/master/protocol/openid-connect/token"),
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        stack.credentials().keycloakAdmin().username(),
                        "password",
                        stack.credentials().keycloakAdmin().password()));
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void guardsPasswordsAndKeepsTokensShort() throws IOException, InterruptedException {
        var realm = Json.node(get(""));

        assertThat(realm.get("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.get("permanentLockout").asBoolean()).isFalse();
        assertThat(realm.get("failureFactor").asInt()).isEqualTo(5);
        assertThat(realm.get("maxFailureWaitSeconds").asInt()).isEqualTo(900);
        assertThat(realm.get("passwordPolicy").asText()).contains("length(12)", "notUsername", "passwordHistory(5)");
        assertThat(realm.get("accessTokenLifespan").asInt()).isEqualTo(300);
        assertThat(realm.get("revokeRefreshToken").asBoolean()).isTrue();
        assertThat(realm.get("registrationAllowed").asBoolean()).isFalse();
        assertThat(realm.get("eventsEnabled").asBoolean()).isTrue();
        assertThat(realm.get("adminEventsEnabled").asBoolean()).isTrue();
        assertThat(realm.get("adminEventsDetailsEnabled").asBoolean()).isFalse();
    }

    @Test
    void allowsThePasswordGrantToOneClientOnly() throws IOException, InterruptedException {
        List<String> allowed = new ArrayList<>();
        for (var client : Json.node(get("/clients"))) {
            if (client.get("directAccessGrantsEnabled").asBoolean()) {
                allowed.add(client.get("clientId").asText());
            }
        }

        assertThat(allowed).containsExactly("hub-legacy-login");
    }

    @Test
    void letsNobodyGetATokenForTheApiItself() throws IOException, InterruptedException {
        var api = Json.node(get("/clients?clientId=hub-api")).get(0);

        for (String flow : List.of(
                "standardFlowEnabled",
                "implicitFlowEnabled",
                "directAccessGrantsEnabled",
                "serviceAccountsEnabled",
                "fullScopeAllowed")) {
            assertThat(api.get(flow).asBoolean()).as(flow).isFalse();
        }
    }

    @Test
    void givesTheCommandLineTheDeviceFlowAndNothingElse() throws IOException, InterruptedException {
        var client = Json.node(get("/clients?clientId=indago-cli")).get(0);

        for (String flow : List.of(
                "standardFlowEnabled",
                "implicitFlowEnabled",
                "directAccessGrantsEnabled",
                "serviceAccountsEnabled",
                "fullScopeAllowed")) {
            assertThat(client.get(flow).asBoolean()).as(flow).isFalse();
        }
        assertThat(client.get("publicClient").asBoolean()).isTrue();
        var attributes = client.get("attributes");
        assertThat(attributes.get("oauth2.device.authorization.grant.enabled").asText())
                .isEqualTo("true");
        assertThat(attributes.get("pkce.code.challenge.method").asText()).isEqualTo("S256");
        assertThat(attributes.get("oidc.ciba.grant.enabled").asText()).isEqualTo("false");
    }

    private static String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(stack.issuer().resolve("/admin/realms/indago") + path))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }
}
