package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.indago.hub.selfcheck.AdminAccess;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;

/** What the hub says of itself, with a real Keycloak that is as it should be, is not, or is away. */
@ExtendWith(RunningHub.Extension.class)
class SelfCheckIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RunningHub hub;

    SelfCheckIT(RunningHub hub) {
        this.hub = hub;
    }

    @Test
    void findsNothingUnsafeInWhatWeShipButTheDemonstration() {
        String token = hub.token("auditor", "mon:read");
        await().atMost(PATIENCE)
                .until(() -> hub.get("/api/admin/self-check", token).body().contains("checkedAt"));

        JsonNode found = RunningHub.read(hub.get("/api/admin/self-check", token).body());

        assertThat(codes(found, "WARNING")).containsExactly("demo-users");
        assertThat(codes(found, "NOTE")).contains("realm-unseen", "plugins-unlisted");
        assertThat(hub.bean(AdminAccess.class).refusal()).isEmpty();
    }

    @Test
    void showsItInHealthWithoutBeingIllOfIt() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode health =
                    RunningHub.read(hub.send(HttpRequest.newBuilder(hub.managementUri("/actuator/health/dependencies")))
                            .body());
            assertThat(health.at("/components/self-check/status").textValue()).isEqualTo("UP");
            assertThat(health.at("/components/self-check/details/findings").findValuesAsText("code"))
                    .contains("demo-users");
        });
    }

    @Test
    void refusesItsAccountWhenItIsGivenMoreThanItNeeds() throws Exception {
        String roles = "/users/" + hubAccount() + "/role-mappings/clients/" + clientId("realm-management");
        String scopes = "/clients/" + clientId("hub-admin") + "/scope-mappings/clients/" + clientId("realm-management");
        String role = "[" + admin("GET", "/clients/" + clientId("realm-management") + "/roles/manage-users", "") + "]";
        admin("POST", roles, role);
        try (ConfigurableApplicationContext unbounded = start(Map.of())) {
            // As long as its client can't be given it, the role is of no effect
            assertThat(unbounded.getBean(AdminAccess.class).refusal()).isEmpty();
        }
        admin("POST", scopes, role);
        try (ConfigurableApplicationContext mighty = start(Map.of())) {
            assertThat(mighty.getBean(AdminAccess.class).refusal())
                    .hasValueSatisfying(why -> assertThat(why).contains("manage-users"));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(codes(selfCheck(mighty), "WARNING"))
                    .contains("admin-too-mighty"));
            HttpResponse<String> refused = hub.send(HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + RunningHub.port(mighty) + "/api/admin/users"))
                    .header("Authorization", "Bearer " + hub.token("admin", "mon")));
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
            assertThat(refused.body()).contains("urn:indago:problem:user-administration-unsafe");
        } finally {
            admin("DELETE", roles, role);
            admin("DELETE", scopes, role);
        }
    }

    @Test
    void saysWhenKeycloakIsAwayAndStartsAllTheSame() throws Exception {
        try (ConfigurableApplicationContext alone =
                start(Map.of("indago.keycloak.url", "http://127.0.0.1:1/realms/indago"))) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(codes(selfCheck(alone), "WARNING"))
                    .contains("keycloak-away", "admin-unchecked"));
            assertThat(alone.getBean(AdminAccess.class).refusal()).isPresent();
        }
    }

    @Test
    void saysWhenItWouldAcceptNobodysToken() throws Exception {
        try (ConfigurableApplicationContext mistaken = start(Map.of(
                "indago.security.issuer-uri",
                hub.stack().issuer() + "/",
                "indago.keycloak.url",
                hub.stack().issuer(),
                "indago.security.jwk-set-uri",
                hub.stack().issuer() + "/protocol/openid-connect/certs",
                "indago.keycloak.admin-secret",
                "not-the-secret-of-hub-admin"))) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(dependencies(mistaken))
                    .contains("issuer-differs", "admin-rejected", "weak-secret"));
        }
    }

    @Test
    void saysWhenItsDatabaseRoleOwnsTheTables() throws Exception {
        try (ConfigurableApplicationContext owner = start(Map.of(
                "spring.datasource.username", hub.stack().postgresOwner(),
                "spring.datasource.password", hub.stack().postgresOwnerPassword()))) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(codes(selfCheck(owner), "WARNING"))
                    .contains("database-owner"));
        }
    }

    private ConfigurableApplicationContext start(Map<String, Object> settings) {
        return hub.start(settings);
    }

    private JsonNode selfCheck(ConfigurableApplicationContext other) {
        URI uri = URI.create("http://127.0.0.1:" + RunningHub.port(other) + "/api/admin/self-check");
        return RunningHub.read(hub.send(HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer " + hub.token("auditor", "mon:read")))
                .body());
    }

    private List<String> dependencies(ConfigurableApplicationContext other) {
        URI uri = URI.create("http://127.0.0.1:" + RunningHub.managementPort(other) + "/actuator/health/dependencies");
        return RunningHub.read(hub.send(HttpRequest.newBuilder(uri)).body())
                .at("/components/self-check/details/findings")
                .findValuesAsText("code");
    }

    private static List<String> codes(JsonNode document, String severity) {
        List<String> codes = new ArrayList<>();
        for (JsonNode finding : document.path("findings")) {
            if (finding.path("severity").asText().equals(severity)) {
                codes.add(finding.path("code").asText());
            }
        }
        return codes;
    }

    private String hubAccount() {
        return RunningHub.read(admin("GET", "/clients/" + clientId("hub-admin") + "/service-account-user", ""))
                .path("id")
                .textValue();
    }

    private String clientId(String name) {
        return RunningHub.read(admin("GET", "/clients?clientId=" + name, ""))
                .path(0)
                .path("id")
                .textValue();
    }

    private String admin(String method, String path, String body) {
        URI realm = hub.stack().issuer().resolve("/admin/realms/indago");
        HttpResponse<String> answer = hub.send(HttpRequest.newBuilder(URI.create(realm + path))
                .header("Authorization", "Bearer " + hub.keycloakAdminToken())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isBetween(200, 204);
        return answer.body();
    }
}
