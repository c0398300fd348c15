package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.indago.routes.journal.DurableJournal;
import io.indago.routes.journal.JournalBrokenException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** What is accounted while Kafka is away, and what is done when it can't be accounted. */
@ExtendWith(RunningHub.Extension.class)
class JournalIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final RunningHub hub;

    @TempDir
    private Path folder;

    JournalIT(RunningHub hub) {
        this.hub = hub;
    }

    @Test
    void aHubThatKafkaWasAwayFromAllItsLifeLeavesItsRecordsToTheNextOne() {
        String token = hub.token("analyst", "tasks");
        Set<String> answered = new TreeSet<>();
        hub.stack().kafka().kill();
        try {
            try (ConfigurableApplicationContext alone = start(Map.of())) {
                for (int i = 0; i < 40; i++) {
                    HttpResponse<String> answer = lookup(alone, "/api/indicator/ipv4/9.9.5." + i, token);
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                    answered.add(RunningHub.read(answer.body()).path("id").textValue());
                }
                assertThat(alone.getBean(DurableJournal.class).holdings().entries())
                        .as("one when it began, one when it ended, and what the audit has of its start")
                        .isBetween(2L * answered.size(), 2L * answered.size() + 9);
                assertThat(readiness(alone).statusCode()).isEqualTo(200);
                assertThat(management(alone, "/actuator/health/dependencies").body())
                        .contains("\"entries\":8");
            }
        } finally {
            hub.stack().kafka().start();
        }
        assertThat(rows(answered)).isZero();
        try (ConfigurableApplicationContext next = start(Map.of())) {
            await().atMost(SOON).until(() -> rows(answered) == answered.size());
            await().atMost(SOON)
                    .until(() -> next.getBean(DurableJournal.class).holdings().entries() == 0);
        }
    }

    @Test
    void aFullJournalRefusesLookupsAsksNobodyAndGoesOnByItself() {
        String token = hub.token("analyst", "tasks");
        try (ConfigurableApplicationContext small = start(Map.of("indago.accounting.journal.max-size", "300KB"))) {
            hub.stack().kafka().kill();
            try {
                int taken = 0;
                HttpResponse<String> answer = lookup(small, "/api/indicator/ipv4/9.9.4.0", token);
                while (answer.statusCode() == 200 && taken < 200) {
                    answer = lookup(small, "/api/indicator/ipv4/9.9.4." + ++taken, token);
                }
                assertThat(taken).isBetween(5, 199);

                HttpResponse<String> refused = lookup(small, "/api/indicator/ipv4/9.9.3.1", token);
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.headers().firstValue("Retry-After")).isPresent();
                assertThat(RunningHub.read(refused.body()).path("type").textValue())
                        .isEqualTo("urn:indago:problem:accounting-unavailable");
                assertThat(hub.sandboxRequests("/www.virustotal.com/api/v3/ip_addresses/9.9.3.1"))
                        .as("nothing has left")
                        .isZero();
                assertThat(lookup(small, "/api/me", hub.token("analyst", "users"))
                                .statusCode())
                        .as("nothing else is done unaccounted")
                        .isEqualTo(503);
                assertThat(lookup(small, "/api/status", token).statusCode()).isEqualTo(503);
                assertThat(hub.send(HttpRequest.newBuilder(uri(small, "/api/status")))
                                .statusCode())
                        .as("what is nobody's is answered")
                        .isEqualTo(200);
                await().atMost(Duration.ofSeconds(5))
                        .until(() -> readiness(small).statusCode() == 503);
                assertThat(readiness(small).body())
                        .contains("lookups are refused")
                        .contains("full");
            } finally {
                hub.stack().kafka().start();
            }
            await().atMost(SOON).until(() -> readiness(small).statusCode() == 200);
            HttpResponse<String> again = lookup(small, "/api/indicator/ipv4/9.9.3.2", token);
            assertThat(again.statusCode()).isEqualTo(200);
            String id = RunningHub.read(again.body()).path("id").textValue();
            await().atMost(SOON).until(() -> rows(Set.of(id)) == 1);
        }
    }

    @Test
    void aHubThatDoesNotTrustItsDiskAsksNobodyBeforeKafkaHasTheRecord() {
        String token = hub.token("analyst", "tasks");
        try (ConfigurableApplicationContext careful = start(Map.of("indago.accounting.durability", "journal+kafka"))) {
            HttpResponse<String> answer = lookup(careful, "/api/indicator/ipv4/9.9.2.1", token);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            hub.stack().kafka().kill();
            try {
                assertThat(lookup(careful, "/api/indicator/ipv4/9.9.2.2", token).statusCode())
                        .isEqualTo(503);
                assertThat(hub.sandboxRequests("/www.virustotal.com/api/v3/ip_addresses/9.9.2.2"))
                        .isZero();
            } finally {
                hub.stack().kafka().start();
            }
        }
    }

    @Test
    void twoHubsDoNotShareAJournal() {
        try (ConfigurableApplicationContext first = start(Map.of())) {
            assertThat(first.isRunning()).isTrue();
            assertThatThrownBy(() -> start(Map.of()))
                    .hasRootCauseInstanceOf(JournalBrokenException.class)
                    .rootCause()
                    .hasMessageContaining("each needs its own");
        }
    }

    private ConfigurableApplicationContext start(Map<String, Object> settings) {
        Map<String, Object> all = new java.util.HashMap<>(settings);
        all.put("indago.accounting.journal.folder", folder);
        return hub.start(all);
    }

    private HttpResponse<String> lookup(ConfigurableApplicationContext of, String path, String token) {
        return hub.send(HttpRequest.newBuilder(uri(of, path)).header("Authorization", "Bearer " + token));
    }

    private static URI uri(ConfigurableApplicationContext of, String path) {
        return URI.create("http://127.0.0.1:" + RunningHub.port(of) + path);
    }

    private HttpResponse<String> readiness(ConfigurableApplicationContext of) {
        return management(of, "/actuator/health/readiness");
    }

    private HttpResponse<String> management(ConfigurableApplicationContext of, String path) {
        return hub.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RunningHub.managementPort(of) + path)));
    }

    private int rows(Set<String> ids) {
        List<UUID> all = ids.stream().map(UUID::fromString).toList();
        return hub.database()
                .queryForObject(
                        "select count(*) from accounting.request where id = any (?) and stage = 2",
                        Integer.class,
                        (Object) all.toArray(UUID[]::new));
    }
}
