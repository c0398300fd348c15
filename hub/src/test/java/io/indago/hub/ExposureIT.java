package io.indago.hub;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;

/** Nothing becomes public, and nobody notices, by accident: neither as shipped, nor where everything is switched on. */
@ExtendWith(RunningHub.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExposureIT {
    private static final String URL = "http://evil-updates.com/payload.exe";
    private static final String PICTURES = "/shot.screenshotapi.net/v3/screenshot";
    private static final String SCANS = "/urlscan.io/api/v1/scan/";
    private static final String SUBMISSIONS = "/api.tria.ge/v0/samples";
    private static final String NAMES = "/dns.google/resolve";

    private final RunningHub running;
    private ConfigurableApplicationContext everythingOn;

    ExposureIT(RunningHub running) {
        this.running = running;
    }

    @BeforeAll
    void start() {
        everythingOn = running.start(Map.of(
                "indago.providers.screenshotapi.mode", "auto",
                "indago.providers.triage-submit.mode", "auto",
                "indago.providers.urlscan-scan.mode", "auto"));
    }

    @AfterAll
    void stop() {
        everythingOn.close();
    }

    @Test
    void leavesOutWhatIsOffByDefaultWhateverTheCallerPermits() {
        Map<String, Integer> before = visits();

        JsonNode answer = ok(running.lookup(URL, "?pap=CLEAR&tlp=CLEAR", tasks()));

        assertThat(part(answer.path("reports"), "status"))
                .containsEntry("screenshotapi", "skipped")
                .containsEntry("triage-submit", "skipped")
                .containsEntry("urlscan-scan", "skipped");
        assertThat(part(answer.path("reports"), "reason").get("urlscan-scan"))
                .contains("INDAGO_PROVIDERS_URLSCAN_SCAN_MODE");
        assertThat(visits()).isEqualTo(before);
    }

    @Test
    void asksNobodyByDefaultWhomOthersCouldNotice() {
        Map<String, String> exposures = part(get("/api/plugins").path("providers"), "exposure");
        Map<String, Integer> before = visits();
        int names = running.sandboxRequests(NAMES);

        Map<String, String> statuses = part(get(path("")).path("reports"), "status");

        assertThat(exposures).containsEntry("dns", "target").containsEntry("urlscan-scan", "public");
        exposures.forEach((provider, exposure) -> {
            if (Set.of("target", "public").contains(exposure)) {
                assertThat(statuses).containsEntry(provider, "not_allowed");
            }
        });
        assertThat(visits()).isEqualTo(before);
        assertThat(running.sandboxRequests(NAMES))
                .as("names, of which Spamhaus asks one")
                .isEqualTo(names + 1);
    }

    @Test
    void asksForWhatIsPublicOnlyWhenTheCallerPermitsIt() {
        assertThat(part(get(path("&pap=GREEN&tlp=CLEAR&plan")).path("providers"), "status"))
                .doesNotContainKey("screenshotapi")
                .containsEntry("triage-submit", "not_allowed")
                .containsEntry("urlscan-scan", "not_allowed");
        assertThat(part(get(path("&pap=CLEAR&tlp=CLEAR&plan")).path("providers"), "status"))
                .doesNotContainKeys("screenshotapi", "triage-submit", "urlscan-scan");
    }

    @Test
    void showsInAPlanWhatAskingEachRevealsBeforeItIsAsked() {
        Map<String, String> exposures = part(get("/api/plugins").path("providers"), "exposure");
        Map<String, Integer> before = visits();

        JsonNode plan = get(path("&pap=CLEAR&tlp=CLEAR&plan"));

        assertThat(part(plan.path("providers"), "exposure")).isEqualTo(exposures);
        assertThat(exposures).hasSizeGreaterThan(30).doesNotContainValue("");
        assertThat(visits()).isEqualTo(before);
    }

    /** How often a page was visited, or something submitted. */
    private Map<String, Integer> visits() {
        return Map.of(
                PICTURES, running.sandboxRequests(PICTURES),
                SCANS, running.sandboxRequests(SCANS),
                SUBMISSIONS, running.sandboxRequests(SUBMISSIONS));
    }

    private static String path(String query) {
        return "/api/indicator/url/http%3A%2F%2Fevil-updates.com%2Fpayload.exe?deadline=20s" + query;
    }

    private JsonNode get(String path) {
        return ok(running.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RunningHub.port(everythingOn) + path))
                        .header("Authorization", "Bearer " + tasks())));
    }

    private String tasks() {
        return running.token("analyst", "tasks");
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningHub.read(answer.body());
    }

    /** That member of each provider's part that has it. */
    private static Map<String, String> part(JsonNode parts, String member) {
        return StreamSupport.stream(parts.spliterator(), false)
                .filter(part -> part.has(member))
                .collect(toMap(
                        part -> part.path(part.has("id") ? "id" : "provider").textValue(),
                        part -> part.path(member).textValue(),
                        (one, other) -> one,
                        TreeMap::new));
    }
}
