package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.indago.routes.audit.RefusalTally;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;

/** A replica with small limits, and another one at which an administrator changes them. */
@ExtendWith(RunningHub.Extension.class)
class RateLimitIT {
    private static final Duration POLL = Duration.ofSeconds(5);

    private final RunningHub other;
    private final String analyst;
    private final String admin;
    private ConfigurableApplicationContext limited;

    RateLimitIT(RunningHub hub) {
        other = hub;
        analyst = hub.token("analyst", "tasks users");
        admin = hub.token("admin", "mon");
    }

    @BeforeEach
    void start() {
        limited = other.start(Map.of("indago.limits.user", "3/1m, 1009/1d", "indago.limits.client", "5/1m"));
    }

    @AfterEach
    void stop() {
        limited.close();
        change("DELETE", "user/analyst", "");
    }

    @Test
    void refusesWhatIsTooMuchSaysWhenToComeBackAndAccountsForIt() {
        HttpResponse<String> first = me(analyst);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("RateLimit-Policy"))
                .hasValue("\"user-1m\";q=3;w=60, \"user-1d\";q=1009;w=86400, \"client-1m\";q=5;w=60");
        assertThat(first.headers().firstValue("RateLimit")).hasValue("\"user-1m\";r=2;t=20");
        await().untilAsserted(() -> assertThat(other.database()
                        .queryForObject(
                                "select count(*) from accounting.quota_window where calls = 1009 and leased > 0",
                                Long.class))
                .as("days that all replicas count together")
                .isPositive());
        me(analyst);
        me(analyst);

        HttpResponse<String> refused = me(analyst);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 20L);
        JsonNode problem = RunningHub.read(refused.body());
        assertThat(problem.path("type").textValue()).isEqualTo("urn:indago:problem:rate-limited");
        assertThat(problem.path("detail").textValue()).contains("your limit is 3/1m, 1009/1d");
        UUID id = UUID.fromString(problem.path("traceId").textValue());
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(other.database()
                        .queryForList("select status from accounting.request where id = ?", Integer.class, id))
                .containsExactly(429));

        assertThat(me(admin).statusCode()).as("another user has his own").isEqualTo(403);
        assertThat(me(admin).statusCode()).as("a refused scope counts as well").isEqualTo(403);
        HttpResponse<String> client = me(admin);
        assertThat(client.statusCode()).as("the client's limit is everybody's").isEqualTo(429);
        assertThat(client.body()).contains("the limit of the client you use is 5/1m");
        String metrics = other.send(HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RunningHub.managementPort(limited) + "/actuator/prometheus")))
                .body();
        assertThat(metrics)
                .contains("indago_ratelimit_rejected_total{kind=\"user\"} 1.0")
                .contains("indago_ratelimit_rejected_total{kind=\"client\"} 1.0");
        Instant since = Instant.now();
        limited.getBean(RefusalTally.class).tell();
        audited("rate.refuse", "user", since);
        audited("rate.refuse", "client", since);
    }

    @Test
    void takesAnotherLimitFromAnyReplicaAndKeepsItWhilePostgresqlIsAway() {
        Instant since = Instant.now();
        HttpResponse<String> set = change(
                "PUT", "user/analyst", "{\"limit\": \"9/1s, 500/1m\", \"for\": \"1h\", \"reason\": \"an incident\"}");
        assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
        assertThat(RunningHub.read(set.body()).path("by").textValue()).isEqualTo("admin");
        await().atMost(POLL).until(() -> policy().startsWith("\"user-1s\";q=9;w=1, \"user-1m\";q=500;w=60"));
        assertThat(other.get("/api/admin/limits", admin).body())
                .contains("\"name\":\"analyst\"", "\"reason\":\"an incident\"");

        other.stack().postgres().kill();
        try {
            assertThat(change("PUT", "user/analyst", "{\"limit\": \"none\", \"for\": \"1h\"}")
                            .statusCode())
                    .isEqualTo(503);
            await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(20)).until(() -> policy().startsWith(
                            "\"user-1s\";q=9"));
        } finally {
            other.stack().postgres().start();
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> change("DELETE", "user/analyst", "").statusCode() == 200);
        await().atMost(POLL).until(() -> policy().startsWith("\"user-1m\";q=3"));
        audited("limit.set", "user/analyst", since);
        audited("limit.clear", "user/analyst", since);
    }

    @Test
    void refusesALimitThatIsNone() {
        for (String body : new String[] {
            "",
            "[]",
            "{\"limit\": \"a lot\", \"for\": \"1h\"}",
            "{\"limit\": \"5/1m\"}",
            "{\"limit\": \"5/1m\", \"for\": \"32d\"}",
            "{\"limit\": \"5/1m\", \"for\": \"1h\", \"reason\": \"" + "x".repeat(201) + "\"}"
        }) {
            assertThat(change("PUT", "user/nobody", body).statusCode()).as(body).isEqualTo(400);
        }
        assertThat(change("PUT", "group/nobody", "{\"limit\": \"5/1m\", \"for\": \"1h\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(change("DELETE", "user/nobody", "").statusCode()).isEqualTo(404);
    }

    /** There is an entry of that, which was written since. */
    private void audited(String action, String object, Instant since) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(other.database()
                        .queryForObject(
                                "select count(*) from audit.entry where action = ? and object = ? and at >= ?",
                                Long.class,
                                action,
                                object,
                                Timestamp.from(since.truncatedTo(ChronoUnit.MILLIS))))
                .isPositive());
    }

    private String policy() {
        return me(analyst).headers().firstValue("RateLimit-Policy").orElse("");
    }

    private HttpResponse<String> me(String token) {
        URI uri = URI.create("http://127.0.0.1:" + RunningHub.port(limited) + "/api/me");
        return other.send(HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token));
    }

    private HttpResponse<String> change(String verb, String whose, String body) {
        return other.send(HttpRequest.newBuilder(other.uri("/api/admin/limit/" + whose))
                .header("Authorization", "Bearer " + admin)
                .header("Content-Type", "application/json")
                .method(verb, BodyPublishers.ofString(body)));
    }
}
