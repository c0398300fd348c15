package io.indago.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.indago.client.Enrichment.Report;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndagoClientTest {
    private static final HttpClient HTTP = IndagoClient.usualHttp();

    private final FakeServer hub = new FakeServer();
    private final IndagoClient client = new IndagoClient(HTTP, hub.address(), () -> "a-token");

    @AfterEach
    void close() {
        hub.close();
    }

    private Enrichment lookup() throws Exception {
        return client.lookup("evil-updates[.]com", LookupOptions.usual());
    }

    @Test
    void sendsTheTextAndTheToken() throws Exception {
        client.lookup("hxxp://\"b\u00fccher\".example", LookupOptions.usual());

        FakeServer.Asked asked = hub.asked(FakeServer.LOOKUP).get(0);
        assertThat(asked.body()).isEqualTo("{\"value\":\"hxxp://\\\"b\\u00FCcher\\\".example\"}");
        assertThat(asked.query()).isEmpty();
        assertThat(asked.header("Authorization")).isEqualTo("Bearer a-token");
        assertThat(asked.header("Content-type")).isEqualTo("application/json");
        assertThat(asked.header("User-agent")).startsWith("indago-client/");
    }

    @Test
    void sendsTheOptions() throws Exception {
        client.lookup(
                "x",
                LookupOptions.usual()
                        .withDeadline(Duration.ofMillis(2500))
                        .withTlp("AMBER+STRICT")
                        .withPap("RED"));

        assertThat(hub.asked(FakeServer.LOOKUP).get(0).query()).isEqualTo("deadline=PT2.5S&tlp=AMBER%2BSTRICT&pap=RED");
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE})
    void leavesItToTheHubToRefuseADeadline(long seconds) throws Exception {
        client.lookup("x", LookupOptions.usual().withDeadline(Duration.ofSeconds(seconds)));

        assertThat(hub.asked(FakeServer.LOOKUP)).hasSize(1);
    }

    @Test
    void readsTheWholeDocument() throws Exception {
        Enrichment enrichment = lookup();

        assertThat(enrichment.indicator().defanged()).isEqualTo("evil-updates[.]com");
        assertThat(enrichment.indicator().reserved()).isEmpty();
        assertThat(enrichment.startedAt()).isEqualTo(Instant.parse("2026-11-20T10:00:00.123Z"));
        assertThat(enrichment.verdict().word()).isEqualTo("malicious");
        assertThat(enrichment.verdict().score()).contains(82);
        assertThat(enrichment.verdict().terms()).hasSize(1);
        assertThat(enrichment.facts().tags()).extracting("value").containsExactly("phishing");
        assertThat(enrichment.facts().lastSeen()).contains(Instant.parse("2026-11-19T22:00:00Z"));
        assertThat(enrichment.reports()).extracting(Report::provider).containsExactly("dns", "filescan", "virustotal");
        assertThat(enrichment.reports().get(1).findings()).isEmpty();
        assertThat(enrichment.reports().get(2).findings().orElseThrow().evidence())
                .hasSize(1);
        assertThat(enrichment.json()).isEqualTo(Fixture.MALICIOUS.json());
    }

    @Test
    void toleratesWhatLaterHubsWillAdd() throws Exception {
        String document = Fixture.MALICIOUS
                .json()
                .replaceFirst("\\{", "{\"novelty\": [1], \"json\": \"forged\", \"text\": \"forged\",")
                .replace("\"coverage\": {", "\"coverage\": {\"cached\": 1,");
        hub.answers(FakeServer.LOOKUP, 200, document);

        assertThat(lookup().json()).isEqualTo(document);
    }

    @Test
    void tellsTheProblemOfTheHub() {
        hub.answers(FakeServer.LOOKUP, 400, """
                {"type": "urn:indago:problem:invalid-indicator", "title": "Bad request", "status": 400,
                 "detail": "'x' is no indicator", "traceId": "t-1",
                 "errors": [{"field": "value", "message": "unrecognised"}]}""");

        ApiException failure = catchThrowableOfType(ApiException.class, this::lookup);

        assertThat(failure).hasMessage("'x' is no indicator");
        assertThat(failure.problem())
                .isEqualTo(new Problem(
                        "urn:indago:problem:invalid-indicator",
                        "Bad request",
                        400,
                        "'x' is no indicator",
                        "t-1",
                        List.of(new Problem.FieldError("value", "unrecognised"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Bad gateway</html>", "", "null", "[]", "{}", "{\"status\": \"many\"}"})
    void tellsAnErrorThatDoesNotExplainItself(String body) {
        hub.answers(FakeServer.LOOKUP, 502, body);

        ApiException failure = catchThrowableOfType(ApiException.class, this::lookup);

        assertThat(failure).hasMessage("HTTP 502 without an explanation");
        assertThat(failure.problem().status()).isEqualTo(502);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>Welcome</html>",
                "",
                "null",
                "[]",
                "{}",
                "{\"schema\": \"indago.enrichment.v1\"}",
                "{\"schema\": \"indago.enrichment.v2\"}",
                "{\"schema\": \"indago.enrichment.v1\", \"reports\": [null]}"
            })
    void refusesAnAnswerThatIsNoEnrichment(String body) {
        hub.answers(FakeServer.LOOKUP, 200, body);

        assertThatThrownBy(this::lookup)
                .isInstanceOf(NoAnswerException.class)
                .hasMessage("the answer of " + hub.address() + " (HTTP 200) can't be understood");
    }

    @Test
    void getsAnotherTokenOnceWhenOneIsRefused() throws Exception {
        List<String> tokens = new ArrayList<>(List.of("old", "new"));
        hub.answersInTurn(
                FakeServer.LOOKUP, new FakeServer.Reply(401, ""), new FakeServer.Reply(200, Fixture.MALICIOUS.json()));

        new IndagoClient(HTTP, hub.address(), () -> tokens.remove(0)).lookup("x", LookupOptions.usual());

        assertThat(hub.asked(FakeServer.LOOKUP))
                .extracting(asked -> asked.header("Authorization"))
                .containsExactly("Bearer old", "Bearer new");
    }

    @Test
    void doesNotInsistWhenThereIsNoOtherToken() {
        hub.answers(FakeServer.LOOKUP, 401, "");

        assertThatThrownBy(this::lookup).isInstanceOf(ApiException.class);
        assertThat(hub.asked(FakeServer.LOOKUP)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"5,5", "0,0", "soon,", "-1,", "'Wed, 21 Oct 2026 07:28:00 GMT',", "99999999999999,"})
    void tellsWhenToAskAgain(String header, Long seconds) {
        hub.answers(FakeServer.LOOKUP, asked -> new FakeServer.Reply(503, "", Map.of("Retry-After", header)));

        ApiException failure = catchThrowableOfType(ApiException.class, this::lookup);

        assertThat(failure.retryAfter()).isEqualTo(Optional.ofNullable(seconds).map(Duration::ofSeconds));
    }

    @Test
    void readsTheInventory() throws Exception {
        hub.answers("/api/plugins", 200, Fixture.PLUGINS.json());

        Inventory inventory = client.plugins();

        assertThat(inventory.plugins())
                .extracting(Inventory.Plugin::name)
                .containsExactly("dns", "virustotal", "broken");
        assertThat(inventory.providers())
                .extracting(Inventory.Extension::available)
                .containsExactly(true, true, false);
        assertThat(inventory.connectors()).isEmpty();
        assertThat(inventory.json()).isEqualTo(Fixture.PLUGINS.json());
    }

    @Test
    void readsHowPluginsAre() throws Exception {
        hub.answers("/api/plugins", 200, Fixture.PLUGINS_AT_WORK.json());

        Inventory inventory = client.plugins();

        assertThat(inventory.providers().get(0).health())
                .contains(new PluginHealth(
                        "up",
                        "",
                        Optional.of(Instant.parse("2026-11-21T05:50:00Z")),
                        Optional.of(Duration.ofMillis(120)),
                        0));
        assertThat(inventory.providers().get(1).state()).contains("held_back");
        assertThat(inventory.connectors()).extracting(Inventory.Extension::id).containsExactly("misp");
        assertThat(inventory.connectors().get(0).exposure()).isEmpty();
    }

    @Test
    void readsEverythingAboutOnePlugin() throws Exception {
        hub.answers("/api/plugins/virustotal", 200, Fixture.PLUGIN.json());

        PluginDetails details = client.plugin("virustotal");

        assertThat(details.kind()).contains("provider");
        assertThat(details.plugin().orElseThrow().jars()).extracting("file").containsExactly("virustotal.jar");
        assertThat(details.heldBack()).isEmpty();
        assertThat(details.settings()).extracting("value").containsExactly(Optional.empty(), Optional.of("auto"));
        assertThat(details.quotas())
                .element(0)
                .isEqualTo(new PluginDetails.Quota(
                        Optional.of(4L),
                        Optional.of(Duration.ofMinutes(1)),
                        Optional.of(3L),
                        Optional.of(3L),
                        Optional.of(Instant.parse("2026-11-21T05:50:00Z"))));
        assertThat(details.recent().orElseThrow().statuses()).containsEntry("hit", 80L);
        assertThat(details.breaker().orElseThrow().failureRate()).contains(2.0);
        assertThat(details.json()).isEqualTo(Fixture.PLUGIN.json());
    }

    @Test
    void toleratesAPluginOfWhichLittleIsSaid() throws Exception {
        hub.answers("/api/plugins/x", 200, "{\"id\": \"x\", \"state\": \"dreaming\", \"novelty\": {\"a\": [1]}}");

        PluginDetails details = client.plugin("x");

        assertThat(details.state()).isEqualTo("dreaming");
        assertThat(details.quotas()).isEmpty();
        assertThat(details.recent()).isEmpty();
        assertThat(details.health()).isEmpty();
    }

    @Test
    void keepsAnIdOutOfTheRestOfTheAddress() {
        hub.answers("/api/plugins/a/../b? c+d", 404, "");

        assertThatThrownBy(() -> client.plugin("a/../b? c+d")).isInstanceOf(ApiException.class);
        assertThat(hub.asked("/api/plugins/a/../b? c+d")).hasSize(1).allSatisfy(asked -> assertThat(asked.query())
                .isEmpty());
        assertThatIllegalArgumentException().isThrownBy(() -> client.plugin(" "));
    }

    @Test
    void checksHealth() throws Exception {
        hub.answers("/api/plugins/virustotal/health-check", 200, Fixture.HEALTH_CHECK.json());

        HealthCheck check = client.checkHealth("virustotal");

        assertThat(check.isDown()).isTrue();
        assertThat(check.took()).contains(Duration.ofMillis(200));
        assertThat(check.reachable()).contains(true);
        assertThat(check.credential()).contains("refused");
    }

    @Test
    void switchesAPluginOffAndOn() throws Exception {
        hub.answers("/api/plugins/virustotal/disable", 200, Fixture.PLUGIN.json());
        hub.answers("/api/plugins/virustotal/enable", 200, Fixture.PLUGIN.json());

        client.disable("virustotal", "the contract ended");
        client.disable("virustotal", "");
        client.enable("virustotal");

        assertThat(hub.asked("/api/plugins/virustotal/disable"))
                .extracting(FakeServer.Asked::body)
                .containsExactly("{\"reason\":\"the contract ended\"}", "{}");
        assertThat(hub.asked("/api/plugins/virustotal/enable"))
                .extracting(FakeServer.Asked::body)
                .containsExactly("");
    }

    @Test
    void readsWhatWasUsed() throws Exception {
        hub.answers("/api/me/usage", 200, Fixture.USAGE.json());

        Usage usage = client.usage(new UsagePeriod(Optional.of(LocalDate.of(2026, 11, 1)), Optional.empty()));

        assertThat(hub.asked("/api/me/usage").get(0).query()).isEqualTo("from=2026-11-01");
        assertThat(usage.lookups()).isEqualTo(40);
        assertThat(usage.providers()).extracting(Usage.ProviderUsage::hits).containsExactly(3L, 12L);
    }

    @Test
    void doesNotCarryTheTokenToWhereARedirectPoints() {
        hub.answers(FakeServer.LOOKUP, 307, "");

        assertThatThrownBy(this::lookup).isInstanceOf(ApiException.class);
        assertThat(hub.asked("/elsewhere")).isEmpty();
    }

    @Test
    void tellsThatNobodyIsThere() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        IndagoClient nobody = new IndagoClient(HTTP, URI.create("http://127.0.0.1:" + free), () -> "a-token");

        assertThatThrownBy(() -> nobody.lookup("x", LookupOptions.usual()))
                .isInstanceOf(NoAnswerException.class)
                .hasMessage("http://127.0.0.1:" + free + " can't be reached");
    }

    @Test
    void takesAnAddressThatEndsInASlash() throws Exception {
        new IndagoClient(HTTP, URI.create(hub.address() + "/"), () -> "a-token").lookup("x", LookupOptions.usual());

        assertThat(hub.asked(FakeServer.LOOKUP)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://hub", "hub:8080", "http:///path", "/path", "http://hub?a=b", "http://u:p@hub"})
    void refusesWhatIsNoAddressOfAServer(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IndagoClient(HTTP, URI.create(address), () -> "a-token"))
                .withMessageContaining("expected one like http://localhost:8080");
    }
}
