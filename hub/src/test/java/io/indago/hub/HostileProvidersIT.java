package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Nine providers that misbehave in every way, one that spins, and a good one: the answer comes, and comes in time. */
@ExtendWith(RunningHub.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileProvidersIT {
    private final RunningHub hub;
    private HostileServer server;
    private ConfigurableApplicationContext hostile;

    HostileProvidersIT(RunningHub hub) {
        this.hub = hub;
    }

    @BeforeAll
    void start(@TempDir Path plugins) throws Exception {
        HostilePlugin.compileInto(plugins);
        server = new HostileServer();
        hostile = hub.start(Map.of("indago.plugins.folder", plugins, "indago.sandbox.url", server.url()));
        lookup("3s", hub.token("analyst", "tasks")); // the first lookup loads classes
    }

    @AfterAll
    void stop() {
        HostilePlugin.stopSpinning();
        hostile.close();
        server.close();
    }

    /**
     * Several times, because each lookup takes another thread of the spinning plugin, until all are taken. On a busy machine
     * some may be late, and most are not.
     */
    @Test
    void answersByTheDeadlineWithEverybodysOutcome() {
        List<Duration> took = Stream.generate(this::answer).limit(5).sorted().toList();

        assertThat(took.get(0)).isGreaterThan(Duration.ofMillis(1950));
        assertThat(took.get(2)).as("most of %s", took).isLessThan(Duration.ofMillis(2200));
        assertThat(took.get(4)).as("all of %s", took).isLessThan(Duration.ofMillis(3000));
    }

    private Duration answer() {
        int stolen = server.requests("target");
        String token = hub.token("analyst", "tasks");
        long begin = System.nanoTime();
        JsonNode document = lookup("2s", token);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);

        assertThat(outcomes(document))
                .containsEntry("good", "hit")
                .containsEntry("failing", "error unavailable")
                .containsEntry("limited", "rate_limited")
                .containsEntry("garbage", "error bad_reply")
                .containsEntry("redirecting", "error bad_reply")
                .containsEntry("huge", "error too_large")
                .containsEntry("throwing", "error internal")
                .containsEntry("dripping", "timeout")
                .containsEntry("hanging", "timeout")
                .hasEntrySatisfying("spinning", outcome -> assertThat(outcome).isIn("timeout", "error stuck"))
                .hasSize(10);
        assertThat(server.requests("target")).as("followed redirects").isEqualTo(stolen);
        return took;
    }

    private JsonNode lookup(String deadline, String token) {
        URI uri = URI.create(
                "http://127.0.0.1:" + RunningHub.port(hostile) + "/api/indicator/ipv4/9.9.9.9?deadline=" + deadline);
        HttpResponse<String> answer = hub.send(HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningHub.read(answer.body());
    }

    private static Map<String, String> outcomes(JsonNode document) {
        return StreamSupport.stream(document.path("reports").spliterator(), false)
                .collect(
                        Collectors.toMap(report -> report.path("provider").textValue(), report -> (report.path("status")
                                                .textValue()
                                        + " " + report.path("error").asText(""))
                                .strip()));
    }
}
