package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.indago.local.Credentials.Client;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** People and programs come by the real Keycloak's flows to the real hub: by the device flow, and as themselves. */
@ExtendWith(RunningHub.Extension.class)
class LoginsIT {
    private static final Pattern PAGE = Pattern.compile("http\\S+user_code=\\S+");

    private final RunningHub hub;

    @TempDir
    private Path folder;

    LoginsIT(RunningHub hub) {
        this.hub = hub;
    }

    @Test
    void aPersonLogsInAtTheCommandLineByABrowserAndLooksUp() throws Exception {
        try (ClientProcess login = client(
                Map.of(),
                "login",
                "--url",
                hub.uri("").toString(),
                "--issuer",
                hub.stack().issuer().toString())) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> PAGE.matcher(login.errors()).find());
            Matcher page = PAGE.matcher(login.errors());
            assertThat(page.find()).isTrue();
            new Browser()
                    .confirm(URI.create(page.group()), hub.stack().credentials().analyst());
            assertThat(login.exit()).as(login.errors()).isZero();
        }

        try (ClientProcess lookup = client(Map.of(), "lookup", "--json", "8.8.4.4")) {
            assertThat(lookup.exit()).as(lookup.errors()).isZero();
            JsonNode answer = RunningHub.read(lookup.output());
            assertThat(answer.at("/indicator/value").textValue()).isEqualTo("8.8.4.4");
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(account(answer.path("id").textValue()))
                            .containsEntry("username", "analyst")
                            .containsEntry("client", "indago-cli"));
        }
    }

    @Test
    void aProgramLogsInAsItselfAndLooksUp() throws Exception {
        Client soar = hub.stack().credentials().soar();
        try (ClientProcess lookup = client(
                Map.of("INDAGO_CLIENT_ID", soar.id(), "INDAGO_CLIENT_SECRET", soar.secret()),
                "lookup",
                "--json",
                "--url",
                hub.uri("").toString(),
                "--issuer",
                hub.stack().issuer().toString(),
                "8.8.8.8")) {
            assertThat(lookup.exit()).as(lookup.errors()).isZero();
            String id = RunningHub.read(lookup.output()).path("id").textValue();
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(account(id))
                    .containsEntry("username", "service-account-indago-soar")
                    .containsEntry("client", "indago-soar"));
        }
    }

    @Test
    void aProgramMayLookUpAndNothingElse() {
        String token = hub.clientToken(hub.stack().credentials().soar(), "tasks");

        assertThat(hub.get("/api/indicator/ipv4/8.8.8.8", token).statusCode()).isEqualTo(200);
        assertThat(hub.get("/api/plugins", token).statusCode()).isEqualTo(200);
        for (String path : List.of("/api/me", "/api/me/usage", "/api/admin/self-check")) {
            HttpResponse<String> refused = hub.get(path, token);
            assertThat(refused.statusCode()).as(path).isEqualTo(403);
            assertThat(refused.headers().firstValue("WWW-Authenticate").orElse(""))
                    .contains("insufficient_scope");
        }
    }

    @Test
    void theHubsOwnClientIsNoCaller() {
        String token = hub.clientToken(hub.stack().credentials().hubAdmin(), "");

        assertThat(hub.get("/api/indicator/ipv4/8.8.8.8", token).statusCode()).isEqualTo(401);
        assertThat(hub.get("/api/me", token).statusCode()).isEqualTo(401);
    }

    @Test
    void anIdTokenIsNoAccessToken() {
        String token = hub.token("analyst", "openid tasks users", "id_token");

        assertThat(hub.get("/api/me", token).statusCode()).isEqualTo(401);
    }

    @Test
    void anAuditorLooksAndChangesNothing() {
        String token = hub.token("auditor", "mon mon:read users tasks");

        JsonNode me = RunningHub.read(hub.get("/api/me", token).body());
        assertThat(me.path("scopes")).extracting(JsonNode::textValue).containsExactlyInAnyOrder("mon:read", "users");
        assertThat(hub.get("/api/admin/self-check", token).statusCode()).isEqualTo(200);
        assertThat(hub.get("/api/plugins/misp-push/deliveries", token).statusCode())
                .isEqualTo(200);
        assertThat(hub.get("/api/indicator/ipv4/8.8.8.8", token).statusCode()).isEqualTo(403);
        assertThat(hub.post("/api/plugins/rescan", token).statusCode()).isEqualTo(403);
        assertThat(hub.post("/api/plugins/dns/disable", token).statusCode()).isEqualTo(403);
    }

    private Map<String, Object> account(String id) {
        List<Map<String, Object>> rows = hub.database()
                .queryForList("select username, client from accounting.request where id = ?", UUID.fromString(id));
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private ClientProcess client(Map<String, String> environment, String... arguments) throws Exception {
        return new ClientProcess(folder, environment, arguments);
    }
}
