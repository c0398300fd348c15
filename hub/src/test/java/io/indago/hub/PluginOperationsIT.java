package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;

/** What an operator sees of plugins and does with them, and how the hub saves calls. On a hub of its own. */
@ExtendWith(RunningHub.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PluginOperationsIT {
    private final RunningHub running;
    private ConfigurableApplicationContext hub;

    PluginOperationsIT(RunningHub running) {
        this.running = running;
    }

    @BeforeAll
    void start() {
        hub = running.start(Map.of(
                "indago.cache.size",
                "8MB",
                "indago.plugins.health-interval",
                "2s",
                "indago.lookup.in-flight",
                "2000",
                "server.tomcat.max-connections",
                "3000",
                "server.tomcat.threads.max",
                "1100",
                "server.tomcat.accept-count",
                "2000"));
    }

    @AfterAll
    void stop() {
        hub.close();
    }

    @Test
    void showsEverythingAboutOne() {
        JsonNode plugin = ok(get("/api/plugins/virustotal", tasks()));

        assertThat(plugin.path("kind").textValue()).isEqualTo("provider");
        assertThat(plugin.path("state").textValue()).isEqualTo("ready");
        assertThat(plugin.at("/plugin/jars/0/sha256").textValue()).hasSize(64);
        assertThat(plugin.path("hosts").path(0).textValue()).isEqualTo("www.virustotal.com");
        assertThat(plugin.at("/breaker/state").textValue()).isEqualTo("closed");
        assertThat(plugin.at("/connections/limit").intValue()).isEqualTo(64);
        assertThat(plugin.path("settings")).anySatisfy(setting -> {
            assertThat(setting.path("name").textValue()).isEqualTo("api-key");
            assertThat(setting.path("secret").booleanValue()).isTrue();
            assertThat(setting.has("value")).isFalse();
        });
        assertThat(plugin.has("reason")).isFalse();
    }

    @Test
    void namesTheNearestOfAnUnknownOne() {
        HttpResponse<String> answer = get("/api/plugins/virustotl", tasks());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(RunningHub.read(answer.body()).path("detail").textValue())
                .isEqualTo("there is no provider or connector 'virustotl'; did you mean 'virustotal'?");
    }

    @Test
    void checksTheHealthOfOne() {
        JsonNode check = ok(post("/api/plugins/dns/health-check", "", mon()));

        assertThat(check.path("state").textValue()).isEqualTo("up");
        assertThat(check.path("reachable").booleanValue()).isTrue();
        assertThat(check.path("quotaLeft").textValue()).isEqualTo("yes");
        assertThat(ok(get("/api/plugins/dns", tasks())).at("/health/state").textValue())
                .isEqualTo("up");
    }

    @Test
    void checksAllOfThemByItself() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        ok(get("/api/plugins", tasks())).path("providers"))
                .filteredOn(provider -> provider.path("available").booleanValue())
                .hasSizeGreaterThan(30)
                .allSatisfy(provider ->
                        assertThat(provider.at("/health/state").asText()).isIn("up", "unknown")));
    }

    @Test
    void asksNoneThatIsSwitchedOffUntilItIsSwitchedOnAgain() {
        JsonNode off = ok(post("/api/plugins/shodan/disable", "{\"reason\": \"the contract ended\"}", mon()));
        assertThat(off.path("state").textValue()).isEqualTo("disabled");
        assertThat(off.path("reason").textValue())
                .startsWith("disabled by admin at ")
                .endsWith(": the contract ended");

        JsonNode answer = ok(get("/api/indicator/ipv4/9.9.9.1", tasks()));
        assertThat(report(answer, "shodan").path("status").textValue()).isEqualTo("skipped");
        assertThat(report(answer, "shodan").path("origin").textValue()).isEqualTo("none");
        assertThat(report(answer, "shodan").path("reason").textValue()).contains("the contract ended");
        Awaitility.await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(RunningHub.read(
                                running.get("/api/plugins/shodan", tasks()).body())
                        .path("state")
                        .textValue())
                .as("for the other replica, too")
                .isEqualTo("disabled"));

        assertThat(ok(post("/api/plugins/shodan/enable", "", mon()))
                        .path("state")
                        .textValue())
                .isEqualTo("ready");
        assertThat(report(ok(get("/api/indicator/ipv4/9.9.9.2", tasks())), "shodan")
                        .path("status")
                        .textValue())
                .isEqualTo("no_data");
        Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> RunningHub.read(
                        running.get("/api/plugins/shodan", tasks()).body())
                .path("state")
                .textValue()
                .equals("ready"));
    }

    @Test
    void letsOnlyMonActOnPlugins() {
        for (String action : List.of("health-check", "enable", "disable", "cache/clear")) {
            assertThat(post("/api/plugins/dns/" + action, "", tasks()).statusCode())
                    .as(action)
                    .isEqualTo(403);
        }
    }

    @Test
    void answersFromBeforeUntilToldNotTo() {
        ok(get("/api/indicator/ipv4/9.9.9.3", tasks()));
        JsonNode again = ok(get("/api/indicator/ipv4/9.9.9.3", tasks()));
        assertThat(report(again, "virustotal").path("origin").textValue()).isEqualTo("cache");
        assertThat(report(again, "virustotal").path("calls").intValue()).isZero();

        JsonNode fresh = ok(get("/api/indicator/ipv4/9.9.9.3", tasks(), "Cache-Control", "no-cache"));
        assertThat(report(fresh, "virustotal").path("origin").textValue()).isEqualTo("provider");

        ok(post("/api/plugins/virustotal/cache/clear", "", mon()));
        JsonNode cleared = ok(get("/api/indicator/ipv4/9.9.9.3", tasks()));
        assertThat(report(cleared, "virustotal").path("origin").textValue()).isEqualTo("provider");
        assertThat(report(cleared, "shodan").path("origin").textValue()).isEqualTo("cache");
    }

    /** The sandbox lets VirusTotal take its time for this one, so that all of them meet. */
    @Test
    void makesOneCallForAThousandLookupsAndAccountsEachOfThem() {
        String slow = "193.32.162.157";
        String path = "/www.virustotal.com/api/v3/ip_addresses/" + slow;
        int before = running.sandboxRequests(path);
        String token = tasks();
        HttpClient client = HttpClient.newHttpClient();
        List<CompletableFuture<HttpResponse<String>>> lookups = IntStream.range(0, 1_000)
                .mapToObj(i -> client.sendAsync(
                        request("/api/indicator/ipv4/" + slow + "?deadline=30s", token)
                                .GET()
                                .build(),
                        BodyHandlers.ofString()))
                .toList();
        List<JsonNode> answers =
                lookups.stream().map(lookup -> ok(lookup.join())).toList();

        assertThat(running.sandboxRequests(path) - before).isEqualTo(1);
        assertThat(answers).extracting(answer -> answer.path("id").textValue()).doesNotHaveDuplicates();
        assertThat(answers.stream()
                        .mapToInt(answer ->
                                report(answer, "virustotal").path("calls").intValue())
                        .sum())
                .isEqualTo(1);
        String[] ids =
                answers.stream().map(answer -> answer.path("id").textValue()).toArray(String[]::new);
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(running.database()
                        .queryForMap(
                                "select count(*) as rows, sum(calls) as calls, count(*) filter (where origin ="
                                        + " 'provider') as paid from accounting.provider_call where provider ="
                                        + " 'virustotal' and request_id = any (?::uuid[])",
                                (Object) ids))
                .containsEntry("rows", 1_000L)
                .containsEntry("calls", 1L)
                .containsEntry("paid", 1L));
    }

    private String tasks() {
        return running.token("analyst", "tasks");
    }

    private String mon() {
        return running.token("admin", "mon tasks");
    }

    private HttpResponse<String> get(String path, String token, String... headers) {
        HttpRequest.Builder request = request(path, token).GET();
        return running.send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpResponse<String> post(String path, String body, String token) {
        return running.send(request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RunningHub.port(hub) + path))
                .header("Authorization", "Bearer " + token);
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningHub.read(answer.body());
    }

    private static JsonNode report(JsonNode enrichment, String provider) {
        return StreamSupport.stream(enrichment.path("reports").spliterator(), false)
                .filter(report -> report.path("provider").textValue().equals(provider))
                .findFirst()
                .orElseThrow();
    }
}
