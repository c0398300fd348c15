package io.indago.routes.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.indago.host.DeliveryResult;
import io.indago.host.HostedConnector;
import io.indago.host.HostedExtension;
import io.indago.host.Outcome;
import io.indago.host.PluginHost;
import io.indago.routes.api.TestPlugins;
import io.indago.spi.Delivery;
import io.indago.spi.Enrichment;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A connector that is a Camel endpoint, on the real host and against a web hook of the test's own. */
class EndpointConnectorTest {
    private static final Enrichment ENRICHMENT = Enrichment.builder(
                    "id-1", Indicator.of(IndicatorType.IPV4, "203.0.113.9"), Instant.EPOCH)
            .build();

    private final RecordsUnderWay records = new RecordsUnderWay();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private int status = 200;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::receive);
        server.start();
        camel.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        received.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @AfterEach
    void stop() {
        camel.stop();
        server.stop(0);
    }

    @Test
    void sendsTheRecordToAWebHook() {
        DeliveryResult result = push(hook("/in?token=s3cret"));

        assertThat(result.delivery().map(Delivery::effect)).contains(Delivery.Effect.CREATED);
        assertThat(received).containsExactly("POST /in?token=s3cret application/json {}");
    }

    @Test
    void putsWhereItsUriSaysSo() {
        assertThat(push(hook("/in?httpMethod=PUT")).delivery()).isPresent();
        assertThat(received).containsExactly("PUT /in application/json {}");
    }

    @ParameterizedTest
    @CsvSource({
        "401,unauthorised,",
        "403,unauthorised,",
        "429,rate_limited,",
        "400,error,bad_reply",
        "404,error,bad_reply",
        "410,error,bad_reply",
        "302,error,bad_reply",
        "500,error,unavailable",
        "503,error,unavailable"
    })
    void failsAsTheWebHookAnswers(int answer, String outcome, String cause) {
        status = answer;
        Outcome failure = push(hook("/in?token=s3cret")).failure().orElseThrow();

        assertThat(failure.status().id()).isEqualTo(outcome);
        assertThat(failure.errorCause().map(error -> error.id()).orElse(null)).isEqualTo(cause);
        assertThat(failure.reason()).isEqualTo("it answered HTTP " + answer);
    }

    @Test
    void failsForAWhileWhereNobodyAnswers() {
        String gone = hook("/in?token=s3cret");
        server.stop(0);
        Outcome failure = push(gone).failure().orElseThrow();

        assertThat(failure.errorCause().orElseThrow().id()).isEqualTo("unavailable");
        assertThat(failure.reason()).contains("Connect").doesNotContain("s3cret", "/in");
    }

    @Test
    void cantBeConfiguredWithAUriThatLeadsNowhere() {
        try (PluginHost host = host(Map.of("uri", "htps://alice:s3cret@chat.example.com/T000"))) {
            HostedConnector connector = host.connectors().get(0);

            assertThat(connector.state()).isEqualTo(HostedExtension.State.FAILED);
            assertThat(connector.unavailable().orElseThrow())
                    .contains("its uri leads nowhere: the hub has no Camel component 'htps'")
                    .doesNotContain("s3cret", "alice", "T000");
        }
    }

    @Test
    void refusesABodyItDoesNotKnow() {
        try (PluginHost host = host(Map.of("uri", "direct:a", "body", "xml"))) {
            assertThat(host.connectors().get(0).unavailable())
                    .contains(
                            "configured wrong: indago.connectors.hook.body is 'xml', expected one of [chat, json, text]");
        }
    }

    @Test
    void isMadeOfAVariableToo() {
        assertThat(EndpointConnectors.of(
                        Map.of("archive", Map.of("uri", "file:x"), "misp-push", Map.of("url", "https://tip.example")),
                        Map.of("INDAGO_CONNECTORS_SOC_CHAT_URI", "direct:a", "INDAGO_CONNECTORS_MISP_PUSH_URL", "x"),
                        camel,
                        records))
                .containsOnlyKeys("camel:archive", "camel:soc-chat");
    }

    private String hook(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private PluginHost host(Map<String, String> hook) {
        Map<String, Map<String, String>> settings = Map.of("hook", hook);
        return PluginHost.open(
                TestPlugins.config(Map.of(), settings),
                (id, call, limits) -> new CompletableFuture<>(),
                EndpointConnectors.of(settings, Map.of(), camel, records));
    }

    private DeliveryResult push(String uri) {
        try (PluginHost host = host(Map.of("uri", uri))) {
            HostedConnector connector = host.connectors().get(0);
            return records.during("id-1", "{}".getBytes(UTF_8), () -> connector
                    .push(ENRICHMENT, Instant.now().plusSeconds(10), "trace")
                    .toCompletableFuture()
                    .join());
        }
    }
}
