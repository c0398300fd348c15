package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.util.concurrent.Uninterruptibles;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.scheduling.TaskScheduler;

/** What probes, dashboards and operators see. */
@ExtendWith(RunningHub.Extension.class)
class OperabilityIT {
    private final RunningHub hub;

    OperabilityIT(RunningHub hub) {
        this.hub = hub;
    }

    @ParameterizedTest
    @ValueSource(strings = {"liveness", "readiness", "dependencies"})
    void isHealthyWhenAllIsWell(String group) {
        HttpResponse<String> health = management("/actuator/health/" + group);

        assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
        assertThat(RunningHub.read(health.body()).path("status").textValue()).isEqualTo("UP");
    }

    @Test
    void staysAliveAndReadyWhilePostgresqlIsAway() {
        hub.stack().postgres().kill();
        try {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> management("/actuator/health/dependencies").statusCode() == 503);
            assertThat(management("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(management("/actuator/health/readiness").statusCode()).isEqualTo(200);
        } finally {
            hub.stack().postgres().start();
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> management("/actuator/health/dependencies").statusCode() == 200);
    }

    @Test
    void aJobThatTakesLongHoldsUpNoOther() throws Exception {
        TaskScheduler jobs = hub.bean(TaskScheduler.class);
        CountDownLatch done = new CountDownLatch(1);
        ScheduledFuture<?> slow = jobs.schedule(() -> Uninterruptibles.awaitUninterruptibly(done), Instant.now());
        try {
            ScheduledFuture<?> quick = jobs.schedule(() -> {}, Instant.now());
            quick.get(10, TimeUnit.SECONDS);
        } finally {
            done.countDown();
        }
        slow.get(10, TimeUnit.SECONDS);
    }

    @Test
    void measuresLookupsByTypeAndOutcomeAndNeverByIndicator() {
        hub.get("/api/indicator/ipv4/185.220.101.34?pap=GREEN", hub.token("analyst", "tasks"));

        String metrics = management("/actuator/prometheus").body();

        assertThat(metrics)
                .contains("indago_lookup_seconds_count{outcome=\"malicious\",type=\"ipv4\"}")
                .contains("indago_provider_request_seconds_count{outcome=\"hit\",provider=\"virustotal\"}")
                .contains("indago_lookup_inflight 0.0")
                .contains("indago_accounting_append_seconds_count")
                .contains("indago_accounting_persist_delay_seconds_count")
                .contains("http_server_requests_seconds_count")
                .doesNotContain("185.220.101.34")
                .doesNotContain("analyst");
    }

    @Test
    void keepsTheManagementPortApart() {
        assertThat(hub.send(HttpRequest.newBuilder(hub.uri("/actuator/health"))).statusCode())
                .isEqualTo(401);
        assertThat(management("/actuator/env").statusCode()).isEqualTo(401);
        assertThat(management("/api/status").statusCode()).isEqualTo(404);
    }

    @Test
    void listsPluginsAndTheirProviders() {
        JsonNode plugins = RunningHub.read(
                hub.get("/api/plugins", hub.token("analyst", "tasks")).body());

        assertThat(plugins.path("plugins"))
                .anySatisfy(
                        plugin -> assertThat(plugin.path("state").textValue()).isEqualTo("active"));
        assertThat(plugins.path("providers")).anySatisfy(provider -> {
            assertThat(provider.path("id").textValue()).isEqualTo("dns");
            assertThat(provider.path("exposure").textValue()).isEqualTo("target");
            assertThat(provider.path("sandbox").booleanValue()).isTrue();
        });
    }

    @Test
    void answersWithTheCallersOwnNameForTheRequest() {
        String token = hub.token("analyst", "users");

        assertThat(requestId(hub.get("/api/me", token, "X-Request-Id", "ticket-4711.b")))
                .isEqualTo("ticket-4711.b");
        assertThat(requestId(hub.get("/api/me", token, "X-Request-Id", "no<good>")))
                .matches("[0-9a-f-]{36}");
    }

    private static String requestId(HttpResponse<String> answer) {
        return answer.headers().firstValue("X-Request-Id").orElseThrow();
    }

    private HttpResponse<String> management(String path) {
        return hub.send(HttpRequest.newBuilder(hub.managementUri(path)));
    }
}
