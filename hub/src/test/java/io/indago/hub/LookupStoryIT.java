package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Token, lookup, partial answer, accounting row, event: the product in small, on the real parts. */
@ExtendWith(RunningHub.Extension.class)
class LookupStoryIT {
    private static final String MALICIOUS = "185.220.101.34";
    private static final String SLOW_AT_VIRUSTOTAL = "193.32.162.157";

    private final RunningHub hub;

    LookupStoryIT(RunningHub hub) {
        this.hub = hub;
    }

    @Test
    void answersWithEveryProvidersOutcomeAndAnExplainedVerdict() {
        JsonNode document = ok(hub.get("/api/indicator/ipv4/" + MALICIOUS + "?pap=GREEN", tasks()));

        assertThat(document.at("/verdict/class").textValue()).isEqualTo("malicious");
        assertThat(document.at("/verdict/why").size()).isGreaterThan(1);
        assertThat(document.at("/verdict/coverage/answered").intValue()).isGreaterThanOrEqualTo(2);
        assertThat(statuses(document))
                .containsEntry("virustotal", "hit")
                .containsEntry("dns", "hit")
                .containsEntry("malwarebazaar", "unsupported");
        assertThat(document.path("reports"))
                .filteredOn(report -> report.path("asked").booleanValue())
                .hasSizeGreaterThan(10)
                .allSatisfy(report ->
                        assertThat(report.path("sandbox").booleanValue()).isTrue());
    }

    @Test
    void refusesWhatTheProtocolsForbidAndSaysWhy() {
        JsonNode byDefault = ok(hub.lookup(MALICIOUS, "", tasks()));
        JsonNode red = ok(hub.lookup(MALICIOUS, "?tlp=RED&pap=CLEAR", tasks()));
        JsonNode reserved = ok(hub.lookup("10.1.2.3", "?pap=CLEAR", tasks()));

        assertThat(statuses(byDefault)).containsEntry("dns", "not_allowed").containsEntry("virustotal", "hit");
        assertThat(report(byDefault, "dns").path("reason").textValue()).contains("PAP:AMBER");
        assertThat(outside(red)).containsOnly("not_allowed", "unsupported", "skipped");
        assertThat(outside(reserved)).containsOnly("not_allowed", "unsupported", "skipped");
        assertThat(statuses(red))
                .containsEntry("misp", "hit")
                .containsEntry("opencti", "hit")
                .containsEntry("yeti", "hit")
                .containsEntry("tor-exit", "hit");
        assertThat(statuses(reserved))
                .containsEntry("misp", "no_data")
                .containsEntry("opencti", "no_data")
                .containsEntry("yeti", "no_data");
        assertThat(reserved.at("/verdict/class").textValue()).isEqualTo("unknown");
    }

    /** The statuses of all but the operator's own platforms, which may be asked anything, and a list that is kept here. */
    private static Collection<String> outside(JsonNode answer) {
        Map<String, String> statuses = new HashMap<>(statuses(answer));
        statuses.keySet().removeAll(Set.of("misp", "opencti", "yeti", "tor-exit"));
        return statuses.values();
    }

    @Test
    void detectsTheTypeOfAPostedValue() {
        JsonNode url = ok(hub.lookup("hxxp://evil-updates[.]com/payload.exe", "?pap=GREEN", tasks()));
        JsonNode hash = ok(
                hub.lookup("275A021BBFB6489E54D471899F7DB9D1663FC695EC2FE2A2C4538AABF651FD0F", "?pap=GREEN", tasks()));

        assertThat(url.at("/indicator/type").textValue()).isEqualTo("url");
        assertThat(url.at("/indicator/value").textValue()).isEqualTo("http://evil-updates.com/payload.exe");
        assertThat(statuses(url)).containsEntry("virustotal", "hit");
        assertThat(hash.at("/indicator/type").textValue()).isEqualTo("sha256");
        assertThat(statuses(hash)).containsEntry("dns", "unsupported");
    }

    @Test
    void takesAUrlAsOnePathSegment() {
        JsonNode url =
                ok(hub.get("/api/indicator/url/http%3A%2F%2Fevil-updates.com%2Fpayload.exe%3Fa%3D1%252F2", tasks()));

        assertThat(url.at("/indicator/original").textValue()).isEqualTo("http://evil-updates.com/payload.exe?a=1%2F2");
    }

    @Test
    void takesANetworkAsOnePathSegmentOrAsTwo() {
        JsonNode encoded = ok(hub.get("/api/indicator/cidr/203.0.114.9%2F24", tasks()));
        JsonNode parted = ok(hub.get("/api/indicator/cidr/2606:4700::/32", tasks()));
        JsonNode reserved = ok(hub.get("/api/indicator/cidr/10.1.0.0/16?pap=CLEAR", tasks()));

        assertThat(encoded.at("/indicator/value").textValue()).isEqualTo("203.0.114.0/24");
        assertThat(encoded.at("/indicator/warnings/0/code").textValue()).isEqualTo("host-bits-masked");
        assertThat(parted.at("/indicator/value").textValue()).isEqualTo("2606:4700::/32");
        assertThat(reserved.at("/indicator/reserved").textValue()).isEqualTo("private address (RFC 1918)");
        assertThat(row(UUID.fromString(parted.path("id").textValue())))
                .containsEntry("endpoint", "/api/indicator/cidr/{value}/{length}")
                .containsEntry("indicator_type", "cidr")
                .containsEntry("indicator_value", "2606:4700::/32");
    }

    @Test
    void asksForTheDomainOfAnEmailAddressAloneAndOnlyWherePermitted() {
        int atTheResolver = hub.sandboxRequests("/dns.google/resolve");
        JsonNode byDefault = ok(hub.lookup("Payroll[at]evil-updates.com", "", tasks()));
        int noMore = hub.sandboxRequests("/dns.google/resolve");
        JsonNode green = ok(hub.get("/api/indicator/email/Payroll%40evil-updates.com?pap=GREEN", tasks()));

        assertThat(statuses(byDefault)).containsEntry("dns", "not_allowed").containsEntry("virustotal", "unsupported");
        assertThat(noMore).isEqualTo(atTheResolver);
        assertThat(green.at("/indicator/value").textValue()).isEqualTo("Payroll@evil-updates.com");
        assertThat(report(green, "dns").path("reason").textValue()).isEqualTo("MX mail.evil-updates.com, 2 TXT");
        assertThat(hub.sandboxRequests("/dns.google/resolve")).isEqualTo(atTheResolver + 2);
    }

    @Test
    void answersAtTheDeadlineWithoutTheProviderThatIsLate() {
        String token = tasks();
        long start = System.nanoTime();
        JsonNode document = ok(hub.get("/api/indicator/ipv4/" + SLOW_AT_VIRUSTOTAL + "?pap=GREEN&deadline=1s", token));
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        assertThat(took).isBetween(Duration.ofMillis(950), Duration.ofMillis(1200));
        assertThat(statuses(document)).containsEntry("virustotal", "timeout").containsKey("dns");
        assertThat(document.at("/verdict/coverage/asked").intValue())
                .isGreaterThan(document.at("/verdict/coverage/answered").intValue());
    }

    @Test
    void tellsARateLimitAndABrokenReplyApart() {
        JsonNode limited = ok(hub.lookup("45.155.205.233", "", tasks()));
        JsonNode broken = ok(hub.lookup("91.92.251.103", "", tasks()));
        JsonNode unheardOf = ok(hub.lookup("198.18.0.1.example.net", "", tasks()));

        assertThat(statuses(limited)).containsEntry("virustotal", "rate_limited");
        assertThat(report(limited, "virustotal").path("retryAfterSeconds").intValue())
                .isEqualTo(60);
        assertThat(statuses(broken)).containsEntry("virustotal", "error");
        assertThat(report(broken, "virustotal").path("error").textValue()).isEqualTo("bad_reply");
        assertThat(statuses(unheardOf)).containsEntry("virustotal", "no_data");
    }

    @Test
    void accountsALookupInOneRowWithItsProviderCalls() {
        JsonNode document =
                ok(hub.get("/api/indicator/ipv4/" + MALICIOUS + "?pap=GREEN", tasks(), "User-Agent", "story/1"));
        UUID id = UUID.fromString(document.path("id").textValue());

        Map<String, Object> row = row(id);
        assertThat(row)
                .containsEntry("stage", 2)
                .containsEntry("username", "analyst")
                .containsEntry("client", "hub-legacy-login")
                .containsEntry("endpoint", "/api/indicator/ipv4/{value}")
                .containsEntry("indicator_value", MALICIOUS)
                .containsEntry("verdict", "malicious")
                .containsEntry("status", 200)
                .containsEntry("user_agent", "story/1")
                .containsEntry("address", "127.0.0.1");
        assertThat((Long) row.get("bytes")).isGreaterThan(500);
        List<Map<String, Object>> calls = hub.database()
                .queryForList(
                        "select provider, status, calls, bytes from accounting.provider_call where request_id = ?"
                                + " order by provider",
                        id);
        assertThat(calls)
                .extracting(call -> call.get("provider"), call -> call.get("status"))
                .contains(tuple("dns", "hit"), tuple("virustotal", "hit"));
        assertThat(calls).filteredOn(call -> call.get("status").equals("hit")).allSatisfy(call -> assertThat(
                        (Long) call.get("bytes") > 0)
                .as("bytes where there were calls: a list that is kept needs none")
                .isEqualTo(((Number) call.get("calls")).longValue() > 0));
    }

    @Test
    void showsACallerWhoHeIsAndWhatHeHasUsed() {
        JsonNode document = ok(hub.get("/api/indicator/ipv4/8.8.8.8", tasks()));
        row(UUID.fromString(document.path("id").textValue()));

        JsonNode me = ok(hub.get("/api/me", hub.token("analyst", "users")));
        JsonNode usage = ok(hub.get("/api/me/usage", hub.token("analyst", "users")));
        JsonNode last = ok(hub.get("/api/me/usage?from=2001-01-01&to=2001-12-31", hub.token("analyst", "users")));

        assertThat(me.path("username").textValue()).isEqualTo("analyst");
        assertThat(usage.path("lookups").intValue()).isPositive();
        assertThat(usage.at("/providers/0/provider").textValue()).isNotBlank();
        assertThat(last.path("requests").intValue()).isZero();
    }

    @Test
    void publishesTheEnrichmentToAnyKafkaConsumer() {
        JsonNode document = ok(hub.lookup("https://alice:sesame@evil-updates.com/payload.exe", "?pap=GREEN", tasks()));
        String id = document.path("id").textValue();

        JsonNode event = published(id);

        assertThat(event.path("schema").textValue()).isEqualTo("indago.enrichment.v1");
        assertThat(event.path("verdict")).isEqualTo(document.path("verdict"));
        assertThat(event.path("reports")).isEqualTo(document.path("reports"));
        assertThat(event.toString()).doesNotContain("sesame").doesNotContain("alice");
    }

    @Test
    void keepsToItsPublishedSchemas() throws Exception {
        PublishedSchema enrichment = PublishedSchema.of("enrichment.v1.json");
        PublishedSchema accounting = PublishedSchema.of("accounting.v1.json");
        for (String value : List.of(MALICIOUS, "10.0.0.1", "evil-updates.com", "91.92.251.103", "45.155.205.233")) {
            JsonNode document = ok(hub.lookup(value, "?pap=GREEN", tasks()));
            assertThat(enrichment.faults(document))
                    .as(document.toPrettyString())
                    .isEmpty();
            row(UUID.fromString(document.path("id").textValue()));
        }

        assertThat(hub.records("indago.enrichments.v1"))
                .allSatisfy(event ->
                        assertThat(enrichment.faults(RunningHub.read(event))).isEmpty());
        assertThat(hub.records("indago.accounting.v1"))
                .filteredOn(event -> event.startsWith("{"))
                .allSatisfy(event ->
                        assertThat(accounting.faults(RunningHub.read(event))).isEmpty());
    }

    private JsonNode published(String id) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> hub.records("indago.enrichments.v1").stream()
                                .map(RunningHub::read)
                                .filter(event -> event.path("id").textValue().equals(id))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private String tasks() {
        return hub.token("analyst", "tasks");
    }

    private Map<String, Object> row(UUID id) {
        return await().atMost(Duration.ofSeconds(15))
                .until(
                        () -> hub.database()
                                .queryForList("select * from accounting.request where id = ? and stage = 2", id),
                        rows -> rows.size() == 1)
                .get(0);
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningHub.read(answer.body());
    }

    private static JsonNode report(JsonNode document, String provider) {
        return StreamSupport.stream(document.path("reports").spliterator(), false)
                .filter(report -> report.path("provider").textValue().equals(provider))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> statuses(JsonNode document) {
        return StreamSupport.stream(document.path("reports").spliterator(), false)
                .collect(Collectors.toMap(report -> report.path("provider").textValue(), report -> report.path("status")
                        .textValue()));
    }
}
