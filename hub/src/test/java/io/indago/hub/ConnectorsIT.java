package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.indago.client.IndagoClient;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** What lookups bring, on its way to MISP, files, mail and web hooks. On a hub of its own. */
@ExtendWith(RunningHub.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectorsIT {
    private static final String MALICIOUS = "185.220.101.34";
    private static final String UNKNOWN_RANGE = "9.9.10.";

    private final RunningHub running;
    private final GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private WebHook hook;
    private Path archive;
    private ConfigurableApplicationContext hub;
    private String token = "";

    ConnectorsIT(RunningHub running) {
        this.running = running;
    }

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        archive = Files.createDirectories(directory.resolve("archive"));
        hook = new WebHook();
        mail.start();
        // An earlier run's, and all that came since would be told first
        running.forgetProgress("archive", "chat", "hook", "mail", "misp-push", "real");
        hub = startHub();
        token = running.token("admin", "tasks mon");
        awaitRoute("archive", "chat", "hook", "mail", "misp-push");
    }

    private ConfigurableApplicationContext startHub() {
        return running.start(Map.ofEntries(
                Map.entry("indago.connectors.misp-push.mode", "sandbox"),
                Map.entry("indago.connectors.archive.uri", "file:" + archive),
                Map.entry("indago.connectors.archive.sandbox-results", "true"),
                Map.entry(
                        "indago.connectors.mail.uri",
                        "smtp://127.0.0.1:" + mail.getSmtp().getPort() + "?to=soc@example.org&from=indago@example.org"),
                Map.entry("indago.connectors.mail.body", "text"),
                Map.entry("indago.connectors.mail.tags", "tor-exit-node,tor"),
                Map.entry("indago.connectors.mail.sandbox-results", "true"),
                Map.entry("indago.connectors.chat.uri", hook.url("/chat")),
                Map.entry("indago.connectors.chat.body", "chat"),
                Map.entry("indago.connectors.chat.sandbox-results", "true"),
                Map.entry("indago.connectors.hook.uri", hook.url("/hook")),
                Map.entry("indago.connectors.hook.verdicts", "unknown,informational"),
                Map.entry("indago.connectors.hook.types", "ipv4"),
                Map.entry("indago.connectors.hook.sandbox-results", "true"),
                Map.entry("indago.connectors.real.uri", hook.url("/real")),
                Map.entry("indago.connectors.later.uri", hook.url("/later")),
                Map.entry("indago.connectors.later.mode", "off")));
    }

    @AfterAll
    void stop() {
        hub.close();
        hook.close();
        mail.stop();
    }

    @Test
    void writesTheRecordToAFile() throws Exception {
        JsonNode answer = lookup(MALICIOUS, "");
        Path file = archive.resolve(answer.path("id").asText() + ".json");

        soon().until(() -> Files.exists(file) && Files.size(file) > 0);
        JsonNode written = RunningHub.read(Files.readString(file));
        assertThat(written.path("schema").asText()).isEqualTo("indago.enrichment.v1");
        assertThat(written.at("/verdict/class").asText()).isEqualTo("malicious");
        assertThat(written.path("reports")).isEqualTo(answer.path("reports"));
    }

    @Test
    void tellsMispWithTheLookupsOwnTlp() {
        JsonNode answer = lookup(MALICIOUS, "?tlp=GREEN");

        JsonNode delivery = delivery("misp-push", answer);
        assertThat(delivery.path("outcome").asText()).as(delivery.toString()).isEqualTo("delivered");
        assertThat(delivery.path("reference").asText()).contains("/events/view/");
        assertThat(running.sandboxJournal()).contains("/events/add").contains("tlp:green");
        assertThat(row("misp-push", answer)).isEqualTo("delivered");
    }

    @Test
    void sendsMailAboutWhatHasTheTag() throws Exception {
        JsonNode answer = lookup(MALICIOUS, "");

        soon().until(() -> mail.getReceivedMessages().length > 0);
        MimeMessage message = mail.getReceivedMessages()[0];
        assertThat(message.getSubject()).startsWith("Indago: malicious ipv4 185[.]220[.]101[.]34, score ");
        assertThat(message.getContent().toString()).contains("TLP:AMBER").contains("virustotal: ");
        assertThat(delivery("mail", answer).path("outcome").asText()).isEqualTo("delivered");
    }

    @Test
    void tellsAChatAndOnlyWhatItIsToBeTold() {
        JsonNode unknown = lookup(UNKNOWN_RANGE + "1", "");
        JsonNode malicious = lookup(MALICIOUS, "");

        soon().until(() -> !hook.bodies(malicious.path("id").asText()).isEmpty());
        assertThat(RunningHub.read(hook.bodies(malicious.path("id").asText()).get(0))
                        .path("text")
                        .asText())
                .startsWith("Indago: malicious ipv4 185[.]220[.]101[.]34");
        soon().until(() -> hook.bodies(unknown.path("id").asText()).size() == 1);
        assertThat(deliveries("chat").toString())
                .doesNotContain(unknown.path("id").asText());
        assertThat(deliveries("real").path("deliveries"))
                .as("the sandbox has made it up")
                .isEmpty();
    }

    @Test
    void triesAgainWhatFailsForAWhile() {
        AtomicInteger tries = new AtomicInteger();
        hook.answering(body -> body.contains(UNKNOWN_RANGE + "2\"") && tries.incrementAndGet() <= 2 ? 500 : 200);
        JsonNode answer = lookup(UNKNOWN_RANGE + "2", "");

        JsonNode delivery = delivery("hook", answer);
        assertThat(delivery.path("outcome").asText()).isEqualTo("delivered");
        assertThat(delivery.path("attempts").asInt()).isEqualTo(3);
    }

    @Test
    void putsAsideWhatIsRefusedAndTellsItAgainOnRequest() {
        int before = deliveries("hook").path("putAside").asInt();
        hook.answering(body -> body.contains(UNKNOWN_RANGE + "3\"") ? 400 : 200);
        JsonNode answer = lookup(UNKNOWN_RANGE + "3", "");

        JsonNode delivery = delivery("hook", answer);
        assertThat(delivery.path("outcome").asText()).isEqualTo("failed");
        assertThat(delivery.path("reason").asText()).isEqualTo("it answered HTTP 400");
        assertThat(deliveries("hook").path("putAside").asInt()).isEqualTo(before + 1);

        hook.answering(body -> 200);
        assertThat(post("/api/plugins/hook/retry").path("retried").asInt()).isEqualTo(before + 1);
        soon().until(() -> delivery("hook", answer).path("outcome").asText().equals("delivered"));
        assertThat(deliveries("hook").path("putAside").asInt()).isZero();
        assertThat(running.records("indago.connector.hook.dlq")).isEmpty();
    }

    @Test
    void killsWhatHangsAndGoesOn() {
        hook.answering(body -> body.contains(UNKNOWN_RANGE + "4\"") ? 0 : 200);
        JsonNode hanging = lookup(UNKNOWN_RANGE + "4", "");
        soon().until(() -> !hook.bodies(UNKNOWN_RANGE + "4\"").isEmpty());
        JsonNode next = lookup(UNKNOWN_RANGE + "5", "");

        post("/api/plugins/hook/kill");
        JsonNode delivery = delivery("hook", hanging);
        assertThat(delivery.path("outcome").asText()).isEqualTo("killed");
        assertThat(delivery.path("reason").asText()).isEqualTo("killed by admin");
        assertThat(delivery("hook", next).path("outcome").asText()).isEqualTo("delivered");
    }

    @Test
    void refusesWhatItsTlpForbids() {
        JsonNode answer = lookup(UNKNOWN_RANGE + "6", "?tlp=RED");

        JsonNode delivery = delivery("hook", answer);
        assertThat(delivery.path("outcome").asText()).isEqualTo("not_allowed");
        assertThat(delivery.path("reason").asText()).contains("TLP:RED is stricter than TLP:AMBER");
        assertThat(hook.bodies(answer.path("id").asText())).isEmpty();
    }

    @Test
    void keepsWhatComesWhileItIsSwitchedOffOrTheHubIsDown() {
        post("/api/plugins/hook/disable");
        JsonNode off = lookup(UNKNOWN_RANGE + "7", "");
        Awaitility.await()
                .during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(10))
                .until(() -> hook.bodies(off.path("id").asText()).isEmpty());
        post("/api/plugins/hook/enable");
        assertThat(delivery("hook", off).path("outcome").asText()).isEqualTo("delivered");

        hub.close();
        JsonNode down =
                RunningHub.read(running.lookup(UNKNOWN_RANGE + "8", "", token).body());
        hub = startHub();
        assertThat(delivery("hook", down).path("outcome").asText()).isEqualTo("delivered");
    }

    @Test
    void hasNothingWaitForOneThatHasNotBegun() {
        lookup(UNKNOWN_RANGE + "9", "");

        assertThat(deliveries("later").path("waiting").asLong(-1)).isZero();
    }

    @Test
    void doesNotCountDeadLettersThatAreGone() throws Exception {
        hook.answering(body -> body.contains(UNKNOWN_RANGE + "10\"") ? 400 : 200);
        delivery("hook", lookup(UNKNOWN_RANGE + "10", ""));
        assertThat(deliveries("hook").path("putAside").asInt()).isPositive();

        running.emptyTopic("indago.connector.hook.dlq");
        assertThat(deliveries("hook").path("putAside").asInt()).isZero();
        assertThat(post("/api/plugins/hook/retry").path("retried").asInt(-1)).isZero();
    }

    @Test
    void keepsToThePublishedSchema() throws Exception {
        PublishedSchema schema = PublishedSchema.of("delivery.v1.json");
        delivery("hook", lookup(UNKNOWN_RANGE + "11", ""));
        delivery("hook", lookup(UNKNOWN_RANGE + "12", "?tlp=RED"));
        delivery("misp-push", lookup(MALICIOUS, ""));

        assertThat(running.records("indago.deliveries.v1"))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(event -> assertThat(schema.faults(RunningHub.read(event)))
                        .as(event)
                        .isEmpty());
    }

    @Test
    void tellsTheClientTheSame() throws Exception {
        JsonNode answer = lookup(UNKNOWN_RANGE + "13", "");
        delivery("hook", answer);
        IndagoClient client = new IndagoClient(IndagoClient.usualHttp(), uri("/"), () -> token);

        assertThat(client.deliveries("hook", 500).deliveries())
                .filteredOn(each -> each.enrichment().equals(answer.path("id").asText()))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.defanged()).isEqualTo("9[.]9[.]10[.]13");
                    assertThat(each.outcome()).isEqualTo("delivered");
                    assertThat(each.effect()).contains("created");
                });
        assertThat(client.kill("hook").state()).isEqualTo("ready");
        assertThat(client.plugin("hook").maxTlp()).contains("AMBER");
    }

    private void awaitRoute(String... connectors) {
        for (String connector : connectors) {
            soon().until(() -> get("/api/plugins/" + connector + "/deliveries").has("waiting")
                    && hub.getBean(CamelContext.class).getRouteController().getRouteStatus("connector." + connector)
                            != null);
        }
    }

    private JsonNode delivery(String connector, JsonNode answer) {
        String id = answer.path("id").asText();
        soon().until(() -> deliveries(connector).toString().contains(id));
        for (JsonNode delivery : deliveries(connector).path("deliveries")) {
            if (delivery.path("enrichment").asText().equals(id)) {
                return delivery;
            }
        }
        throw new AssertionError(id);
    }

    private JsonNode deliveries(String connector) {
        return get("/api/plugins/" + connector + "/deliveries");
    }

    private String row(String connector, JsonNode answer) {
        return running.database()
                .queryForObject(
                        "select outcome from accounting.delivery where connector = ? and enrichment = ?::uuid",
                        String.class,
                        connector,
                        answer.path("id").asText());
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(100));
    }

    private JsonNode lookup(String value, String query) {
        JsonNode answer = send(HttpRequest.newBuilder(uri("/api/indicator/ipv4/" + value + query)));
        assertThat(answer.has("id")).as(answer.toString()).isTrue();
        return answer;
    }

    private JsonNode get(String path) {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private JsonNode post(String path) {
        JsonNode answer = send(HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.noBody()));
        assertThat(answer.has("status")).as(answer.toString()).isFalse();
        return answer;
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + RunningHub.port(hub) + path);
    }

    private JsonNode send(HttpRequest.Builder request) {
        return RunningHub.read(
                running.send(request.header("Authorization", "Bearer " + token)).body());
    }
}
