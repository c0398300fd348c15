package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who gets in, with real tokens of the real Keycloak, and what never does. */
@ExtendWith(RunningHub.Extension.class)
class ApiSecurityIT {
    private final RunningHub hub;

    ApiSecurityIT(RunningHub hub) {
        this.hub = hub;
    }

    @ParameterizedTest
    @CsvSource({"/api/indicator/ipv4/8.8.8.8", "/api/me", "/api/me/usage", "/api/nowhere", "/actuator/env", "/error"})
    void refusesWithoutAToken(String path) {
        HttpResponse<String> answer = hub.send(HttpRequest.newBuilder(hub.uri(path)));

        problem(answer, 401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @ParameterizedTest
    @CsvSource({"users, /api/indicator/ipv4/8.8.8.8", "tasks, /api/me", "tasks, /api/me/usage"})
    void refusesWithoutTheScopeTheOperationDeclares(String scope, String path) {
        HttpResponse<String> answer = hub.get(path, hub.token("analyst", scope));

        problem(answer, 403);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).contains("insufficient_scope"));
    }

    @Test
    void refusesATokenThatWasNotMadeForTheHub() {
        String withoutOurAudience = hub.token("analyst", "openid");
        String keycloaksOwn = hub.keycloakAdminToken();

        problem(hub.get("/api/me", withoutOurAudience), 401);
        problem(hub.get("/api/me", keycloaksOwn), 401);
        problem(hub.get("/api/me", "not.a.token"), 401);
        problem(hub.get("/api/me", hub.token("analyst", "openid users", "id_token")), 401);
    }

    @Test
    void grantsNobodyAScopeHeMayNotHave() {
        String token = hub.token("analyst", "mon users tasks");

        JsonNode me = RunningHub.read(hub.get("/api/me", token).body());

        assertThat(me.path("scopes")).extracting(JsonNode::textValue).containsExactly("tasks", "users");
    }

    @Test
    void isOpenOnlyWhereItSaysSo() {
        assertThat(hub.send(HttpRequest.newBuilder(hub.uri("/api/status"))).statusCode())
                .isEqualTo(200);
        JsonNode description = RunningHub.read(
                hub.send(HttpRequest.newBuilder(hub.uri("/api/openapi.json"))).body());
        assertThat(description.path("openapi").textValue()).startsWith("3.");
        assertThat(description.path("paths").fieldNames())
                .toIterable()
                .contains("/api/indicator", "/api/me", "/api/status", "/api/plugins")
                .noneMatch(path -> path.endsWith("/"));
        assertThat(description
                        .at("/paths/~1api~1indicator~1ipv4~1{value}/get/security/0/keycloak/0")
                        .textValue())
                .isEqualTo("tasks");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/indicator/ipv4/999.1.1.1, invalid-indicator",
        "/api/indicator/ipv4/evil.com, invalid-indicator",
        "/api/indicator/hash/abc, invalid-indicator",
        "/api/indicator/cidr/0.0.0.0/0, invalid-indicator",
        "/api/indicator/cidr/10.0.0.0%2F8/8, invalid-indicator",
        "/api/indicator/email/evil.com, invalid-indicator",
        "/api/indicator/cve/CVE-2021-1, invalid-indicator",
        "/api/indicator/asn/0, invalid-indicator",
        "/api/indicator/ipv4/8.8.8.8?deadline=soon, invalid-parameter",
        "/api/indicator/ipv4/8.8.8.8?deadline=31s, invalid-parameter",
        "/api/indicator/ipv4/8.8.8.8?tlp=PURPLE, invalid-parameter",
        "/api/indicator/ipv4/8.8.8.8?tlp=RED&tlp=CLEAR, invalid-parameter"
    })
    void saysWhatIsWrongWithABadRequest(String path, String kind) {
        JsonNode problem = problem(hub.get(path, hub.token("analyst", "tasks")), 400);

        assertThat(problem.path("type").textValue()).isEqualTo("urn:indago:problem:" + kind);
        assertThat(problem.path("errors").size()).isEqualTo(1);
    }

    @Test
    void refusesWhatNoOperationDeclares() {
        String token = hub.token("analyst", "tasks");

        problem(hub.lookup("x".repeat(100_000), "", token), 413);
        problem(
                hub.send(HttpRequest.newBuilder(hub.uri("/api/indicator/ipv4/8.8.8.8"))
                        .header("Authorization", "Bearer " + token)
                        .DELETE()),
                405);
        problem(hub.get("/api/nowhere", token), 404);
        problem(hub.get("/actuator/env", token), 404);
        problem(hub.get("/api/me/../status", token), 400);
    }

    /** Names Camel acts on, in disguise. */
    static Stream<String> disguises() {
        return Stream.of(
                        "CamelHttpUri",
                        "camelhttpuri",
                        "CAmelHttpUri",
                        "CamelHttpMethod",
                        "CamelHttpPath",
                        "CamelHttpQuery",
                        "CamelHttpRawQuery",
                        "CamelExecCommandArgs",
                        "camelExecCommandExecutable",
                        "CamelBeanMethodName",
                        "CamelFileName",
                        "CamelKafkaOverrideTopic",
                        "CamelRestHttpUri",
                        "org.apache.camel.Exchange",
                        "ORG.APACHE.CAMEL.x",
                        "bean",
                        "beanMethodName",
                        "BeanClass",
                        "indago.provider",
                        "value")
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("disguises")
    void letsNoHeaderOrParameterSteerTheRoutes(String name) {
        String token = hub.token("analyst", "tasks");
        int atVirusTotal = hub.sandboxRequests("/www.virustotal.com/api/v3/ip_addresses/8.8.8.8");
        String evil = "http://127.0.0.1:1/evil";

        HttpResponse<String> byHeader = hub.get("/api/indicator/ipv4/8.8.8.8", token, name, evil);
        HttpResponse<String> byParameter =
                hub.get("/api/indicator/ipv4/8.8.8.8?" + name + "=http%3A%2F%2F127.0.0.1%3A1%2Fevil", token);
        HttpResponse<String> encoded = hub.get(
                "/api/indicator/ipv4/8.8.8.8?%" + Integer.toHexString(name.charAt(0)) + name.substring(1) + "=DELETE",
                token);

        for (HttpResponse<String> answer : List.of(byHeader, byParameter, encoded)) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(RunningHub.read(answer.body()).at("/indicator/value").textValue())
                    .isEqualTo("8.8.8.8");
            assertThat(answer.body()).contains("\"status\":\"hit\"");
        }
        assertThat(hub.sandboxRequests("/www.virustotal.com/api/v3/ip_addresses/8.8.8.8") - atVirusTotal)
                .isEqualTo(3);
    }

    @Test
    void sendsNothingOfTheCallersRequestToAProvider() {
        hub.get("/api/indicator/ipv4/8.8.4.4", hub.token("analyst", "tasks"), "X-Internal", "secret", "Cookie", "a=b");

        JsonNode request = hub.lastSandboxRequest("/www.virustotal.com/api/v3/ip_addresses/8.8.4.4");

        assertThat(request.at("/method").textValue()).isEqualTo("GET");
        assertThat(request.at("/headers").fieldNames())
                .toIterable()
                .map(String::toLowerCase)
                .containsOnly("x-apikey", "accept-encoding", "host", "connection", "user-agent");
    }

    @Test
    void neverSendsAUrlsCredentialsOrTokens() {
        String secret = "https://bob:hunter2@evil-updates.com/login?session=abc123secret&q=1";

        hub.lookup(secret, "?tlp=CLEAR&pap=CLEAR", hub.token("analyst", "tasks"));

        String journal = hub.sandboxJournal();
        assertThat(journal).doesNotContain("hunter2").doesNotContain("abc123secret");
        assertThat(hub.database().queryForList("select row_to_json(r)::text from accounting.request r", String.class))
                .noneMatch(row -> row.contains("hunter2") || row.contains("abc123secret"));
    }

    @Test
    void knowsTheCallerOnWhateverThreadTheRouteRuns() throws Exception {
        List<String> tokens = List.of(hub.token("analyst", "users"), hub.token("admin", "users"));
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<String>> names = IntStream.range(0, 200)
                    .mapToObj(i -> threads.submit(() -> RunningHub.read(
                                    hub.get("/api/me", tokens.get(i % 2)).body())
                            .path("username")
                            .textValue()))
                    .toList();
            for (int i = 0; i < names.size(); i++) {
                assertThat(names.get(i).get()).isEqualTo(i % 2 == 0 ? "analyst" : "admin");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = RunningHub.read(answer.body());
        assertThat(problem.path("status").intValue()).isEqualTo(status);
        assertThat(problem.path("type").textValue()).startsWith("urn:indago:problem:");
        assertThat(problem.path("detail").textValue()).isNotBlank();
        return problem;
    }
}
