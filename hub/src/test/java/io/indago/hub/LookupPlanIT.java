package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.indago.routes.provider.CamelHttpPort;
import io.indago.routes.provider.Connections;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ConfigurableApplicationContext;

/** A dry run says what a lookup then does, and does nothing of it; some of it on a hub with credentials and a cache. */
@ExtendWith(RunningHub.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookupPlanIT {
    private static final List<String> INDICATORS = List.of(
            "185.220.101.34",
            "2606:4700:4700::1111",
            "203.0.114.0/24",
            "evil-updates.com",
            "xn--bcher-kva.com",
            "http://evil-updates.com/payload.exe?a=1%2F2&b=c+d~%C3%BC",
            "275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f",
            "44d88612fea8a8f36de82e1278abb02f",
            "Payroll@evil-updates.com",
            "CVE-2021-44228",
            "AS13335",
            "10.0.0.1");

    /** What every request has, whoever it is for. */
    private static final Set<String> EVERYBODYS =
            Set.of("host", "user-agent", "accept-encoding", "connection", "content-length");

    /** A request, or an answer from a list that is kept. */
    private static final Set<String> BEGINNINGS = Set.of("calls", "answer");

    private static final String KEY = "0123456789abcdef-a-key-of-ours";

    private final RunningHub running;
    private ConfigurableApplicationContext live;

    LookupPlanIT(RunningHub running) {
        this.running = running;
    }

    @BeforeAll
    void start() {
        live = running.start(Map.of(
                "indago.cache.size",
                "8MB",
                "indago.providers.virustotal.mode",
                "live",
                "indago.providers.virustotal.api-key",
                KEY,
                "indago.providers.shodan.mode",
                "live",
                "indago.providers.shodan.api-key",
                KEY));
    }

    @AfterAll
    void stop() {
        live.close();
    }

    @Test
    void saysOfEveryPluginByteForByteWhatALookupThenSends() throws Exception {
        PublishedSchema schema = PublishedSchema.of("plan.v1.json");
        Set<String> shown = new TreeSet<>();
        for (String indicator : INDICATORS) {
            Instant begun = Instant.now();
            JsonNode plan = ok(running.lookup(indicator, "?plan&pap=CLEAR&tlp=CLEAR", tasks()));
            assertThat(schema.faults(plan)).as(indicator).isEmpty();
            assertThat(requestsSince(begun))
                    .as("sent for the plan of " + indicator)
                    .isEmpty();

            JsonNode enrichment = ok(running.lookup(indicator, "?pap=CLEAR&tlp=CLEAR", tasks()));
            List<JsonNode> sent = requestsSince(begun);
            for (JsonNode provider : plan.path("providers")) {
                assertForetold(
                        provider, report(enrichment, provider.path("provider").textValue()), sent);
                if (BEGINNINGS.contains(provider.path("begins").asText())) {
                    shown.add(provider.path("provider").textValue());
                }
            }
            assertThat(plan.path("providers")).hasSameSizeAs(enrichment.path("reports"));
        }
        assertThat(shown)
                .as("providers with a request to show, or an answer they have already")
                .containsExactlyInAnyOrderElementsOf(available(ok(running.get("/api/plugins", tasks()))));
    }

    @Test
    void namesSecretsAndSpendsNothing() {
        JsonNode first = ok(plan("/api/indicator/ipv4/185.220.101.34?plan=true&pap=GREEN"));
        for (int i = 0; i < 5; i++) {
            HttpResponse<String> again = plan("/api/indicator/ipv4/185.220.101.34?plan=true&pap=GREEN");
            assertThat(again.body()).doesNotContain(KEY);
            assertThat(provider(ok(again), "virustotal").at("/cost/quotas/0/left"))
                    .isEqualTo(provider(first, "virustotal").at("/cost/quotas/0/calls"));
        }
        JsonNode virustotal = provider(first, "virustotal");
        JsonNode shodan = provider(first, "shodan");

        assertThat(virustotal.path("sandbox").booleanValue()).isFalse();
        assertThat(virustotal.path("exposure").textValue()).isEqualTo("vendor");
        assertThat(virustotal.at("/requests/0/url").textValue())
                .isEqualTo("https://www.virustotal.com/api/v3/ip_addresses/185.220.101.34");
        assertThat(virustotal.at("/requests/0/headers/x-apikey").textValue()).isEqualTo("‹api-key›");
        assertThat(virustotal.at("/cost/calls").intValue()).isEqualTo(1);
        assertThat(shodan.at("/requests/0/url").textValue())
                .startsWith("https://api.shodan.io/")
                .contains("key=‹api-key›");
        assertThat(live.getBean(CamelHttpPort.class).connections("virustotal")).isEqualTo(new Connections(64, 0, 0));
        assertThat(ok(plan("/api/plugins/virustotal")).at("/recent/lookups").intValue())
                .isZero();
    }

    @Test
    void saysWhatTheCacheHasAndSinceWhen() {
        String path = "/api/indicator/email/Payroll%40evil-updates.com?pap=GREEN";
        assertThat(provider(ok(plan(path + "&plan")), "dns").path("origin").textValue())
                .isEqualTo("provider");
        JsonNode report = report(ok(plan(path)), "dns");
        JsonNode use = ok(plan("/api/plugins/dns")).path("cache");

        JsonNode dns = provider(ok(plan(path + "&plan")), "dns");

        assertThat(dns.path("origin").textValue()).isEqualTo("cache");
        assertThat(dns.path("requests")).isEmpty();
        assertThat(dns.at("/cost/calls").intValue()).isZero();
        assertThat(dns.at("/cache/used").booleanValue()).isTrue();
        assertThat(Instant.parse(dns.at("/cache/fetchedAt").textValue()))
                .isBeforeOrEqualTo(Instant.parse(report.path("fetchedAt").textValue()));
        JsonNode fresh = provider(ok(running.send(request(path + "&plan").header("Cache-Control", "no-cache"))), "dns");
        assertThat(fresh.path("origin").textValue()).isEqualTo("provider");
        assertThat(fresh.at("/cache/used").booleanValue()).isFalse();
        assertThat(ok(plan("/api/plugins/dns")).path("cache")).as("its use").isEqualTo(use);
    }

    @Test
    void isAccountedAsARequestAndNotAsALookup() {
        JsonNode plan = ok(running.get("/api/indicator/ipv4/8.8.8.8?plan", tasks()));
        UUID id = UUID.fromString(plan.path("id").textValue());

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(running.database()
                        .queryForList(
                                "select endpoint, parameters::text as parameters, status, username, stage,"
                                        + " indicator_type, verdict, asked from accounting.request where id = ?",
                                id))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("endpoint", "/api/indicator/ipv4/{value}")
                        .containsEntry("parameters", "{\"plan\": \"\"}")
                        .containsEntry("status", 200)
                        .containsEntry("username", "analyst")
                        .containsEntry("stage", 2)
                        .containsEntry("indicator_type", null)
                        .containsEntry("verdict", null)
                        .containsEntry("asked", null)));
        assertThat(running.database().queryForList("select 1 from accounting.provider_call where request_id = ?", id))
                .isEmpty();
        assertThat(running.records("indago.enrichments.v1")).noneMatch(record -> record.contains(id.toString()));
    }

    @Test
    void looksUpOnlyWhereThePlanIsNotWanted() {
        JsonNode lookup = ok(running.get("/api/indicator/ipv4/8.8.8.8?plan=false", tasks()));
        HttpResponse<String> unclear = running.get("/api/indicator/ipv4/8.8.8.8?plan=yes", tasks());

        assertThat(lookup.path("schema").textValue()).isEqualTo("indago.enrichment.v1");
        assertThat(unclear.statusCode()).isEqualTo(400);
        assertThat(RunningHub.read(unclear.body()).at("/errors/0/field").textValue())
                .isEqualTo("plan");
    }

    private void assertForetold(JsonNode provider, JsonNode report, List<JsonNode> sent) {
        String id = provider.path("provider").textValue();
        assertThat(provider.path("origin")).as(id).isEqualTo(report.path("origin"));
        if (provider.has("status")) {
            assertThat(provider.path("status")).as(id).isEqualTo(report.path("status"));
            assertThat(provider.path("reason")).as(id).isEqualTo(report.path("reason"));
        }
        assertThat(provider.path("sandbox")).as(id).isEqualTo(report.path("sandbox"));
        assertThat(report.path("calls").intValue())
                .as(id)
                .isGreaterThanOrEqualTo(provider.at("/cost/calls").intValue());
        for (JsonNode request : provider.path("requests")) {
            assertThat(sent).as("%s: %s", id, request).anySatisfy(one -> assertThat(asShown(one, request))
                    .isEqualTo(inLowerCase(request)));
        }
    }

    /** The request that was sent in the plan's words: its secrets named, without what every request has. */
    private static JsonNode asShown(JsonNode sent, JsonNode planned) {
        Map<String, String> headers = new TreeMap<>();
        sent.path("headers").properties().forEach(header -> {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!EVERYBODYS.contains(name)) {
                headers.put(name, header.getValue().asText());
            }
        });
        Map<String, Object> shown = new TreeMap<>();
        shown.put("method", sent.path("method").textValue());
        shown.put(
                "url",
                named(sent.path("absoluteUrl").textValue(), planned.path("url").textValue()));
        headers.replaceAll((name, value) ->
                named(value, inLowerCase(planned).path("headers").path(name).asText()));
        shown.put("headers", headers);
        if (!sent.path("body").asText().isEmpty()) {
            shown.put("body", sent.path("body").textValue());
        }
        return RunningHub.JSON.valueToTree(shown);
    }

    /** The request with its headers' names in lower case: it may be sent in either. */
    private static JsonNode inLowerCase(JsonNode planned) {
        ObjectNode request = planned.deepCopy();
        ObjectNode headers = request.putObject("headers");
        planned.path("headers")
                .properties()
                .forEach(header -> headers.set(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        return request;
    }

    /**
     * With the name of the secret where the plan has one. In the sandbox each is called so; a plugin may have made something
     * of it, {@code Bearer sandbox}, which the plan does not tell.
     */
    private static String named(String sent, String planned) {
        String expected = Stream.of(planned.split("‹[a-z-]+›", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("[^&/?]*(sandbox|c2FuZGJveDpzYW5kYm94)[^&/?]*"));
        return sent.matches(expected) ? planned : sent;
    }

    private List<JsonNode> requestsSince(Instant begun) {
        String journal = running.stack().sandboxUrl() + "/__admin/requests?since=" + begun;
        List<JsonNode> requests = new ArrayList<>();
        RunningHub.read(running.send(HttpRequest.newBuilder(URI.create(journal)))
                        .body())
                .path("requests")
                .forEach(entry -> requests.add(entry.path("request")));
        return requests;
    }

    /** Without those that are off by default. */
    private static Set<String> available(JsonNode plugins) {
        Set<String> ids = new HashSet<>();
        for (JsonNode provider : plugins.path("providers")) {
            if (provider.path("available").booleanValue()) {
                ids.add(provider.path("id").textValue());
            }
        }
        return ids;
    }

    private String tasks() {
        return running.token("analyst", "tasks");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RunningHub.port(live) + path))
                .header("Authorization", "Bearer " + tasks());
    }

    private HttpResponse<String> plan(String path) {
        return running.send(request(path));
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningHub.read(answer.body());
    }

    private static JsonNode report(JsonNode enrichment, String provider) {
        return one(enrichment.path("reports"), provider);
    }

    private static JsonNode provider(JsonNode plan, String provider) {
        return one(plan.path("providers"), provider);
    }

    private static JsonNode one(JsonNode parts, String provider) {
        return StreamSupport.stream(parts.spliterator(), false)
                .filter(part -> part.path("provider").textValue().equals(provider))
                .findFirst()
                .orElseThrow();
    }
}
