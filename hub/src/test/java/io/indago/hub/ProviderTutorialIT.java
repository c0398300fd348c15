package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** The providers that the pages for authors describe, dropped into a hub that runs. */
@ExtendWith(RunningHub.Extension.class)
class ProviderTutorialIT {
    private static final Pattern DESCRIPTOR =
            Pattern.compile("<!-- file: (?:\\S+/)?(\\S+)\\.yaml -->\n```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Duration SOON = Duration.ofSeconds(5);

    private final RunningHub running;

    ProviderTutorialIT(RunningHub running) {
        this.running = running;
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/write-a-provider.md"})
    void answerAFewSecondsLater(String name, @TempDir Path plugins) throws Exception {
        Matcher page = DESCRIPTOR.matcher(Files.readString(Path.of("..").resolve(name)));
        assertThat(page.find()).as("a descriptor on the page").isTrue();
        String id = page.group(1);
        String token = running.token("admin", "tasks mon");
        try (ConfigurableApplicationContext hub = running.start(Map.of("indago.plugins.folder", plugins))) {
            assertThat(report(hub, id, token).isMissingNode())
                    .as("asked before it is there")
                    .isTrue();

            Files.writeString(plugins.resolve(id + ".yaml"), page.group(2));
            Awaitility.await().atMost(SOON).until(() -> !report(hub, id, token).isMissingNode());

            JsonNode report = report(hub, id, token);
            assertThat(report.path("status").asText()).as(report.toString()).isEqualTo("hit");
            assertThat(report.path("sandbox").asBoolean()).isTrue();
            assertThat(report.at("/findings/verdict").asText()).isEqualTo("malicious");
        }
    }

    /** What it says about an address the sandbox knows; missing when it was not asked. */
    private JsonNode report(ConfigurableApplicationContext hub, String id, String token) {
        URI uri = URI.create("http://127.0.0.1:" + RunningHub.port(hub) + "/api/indicator/ipv4/185.220.101.34");
        JsonNode answer =
                RunningHub.read(running.send(HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token))
                        .body());
        for (JsonNode report : answer.path("reports")) {
            if (report.path("provider").asText().equals(id)) {
                return report;
            }
        }
        return answer.path("no report of " + id);
    }
}
