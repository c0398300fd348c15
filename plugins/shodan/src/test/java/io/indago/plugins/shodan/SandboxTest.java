package io.indago.plugins.shodan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.VerdictClass;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sandbox answers in Shodan's shape: its bodies go through the plugin's own eyes. */
class SandboxTest {
    private static final List<JsonNode> STUBS = stubs();

    @ParameterizedTest
    @CsvSource({
        "true, 185.220.101.34, MALICIOUS",
        "true, 8.8.8.8, INFORMATIONAL",
        "false, 185.220.101.34, MALICIOUS",
        "false, 8.8.8.8, INFORMATIONAL"
    })
    void knowsItsCast(boolean withKey, String address, VerdictClass verdict) {
        assertThat(lookup(withKey, address).report()).get().satisfies(report -> {
            assertThat(report.verdict()).isEqualTo(verdict);
            assertThat(report.lastSeen().isPresent()).isEqualTo(withKey);
            assertThat(report.evidence()).isNotEmpty();
            assertThat(report.related()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void knowsNothingElse(boolean withKey) {
        assertThat(lookup(withKey, "203.0.114.9").status()).isEqualTo(Status.NO_DATA);
    }

    @Test
    void asksForAKeyWhereOneIsNeeded() {
        JsonNode first = STUBS.get(0);
        assertThat(first.at("/request/queryParameters/key/absent").asBoolean()).isTrue();
        assertThat(first.at("/response/status").asInt()).isEqualTo(401);
        assertThat("/api.shodan.io/shodan/host/8.8.8.8")
                .matches(first.at("/request/urlPathPattern").asText());
    }

    @Test
    void keepsTheProviderHealthy() {
        try (FixtureHost host = host(true)) {
            assertThat(host.health().state()).isEqualTo(Health.State.UP);
        }
    }

    private static Outcome lookup(boolean withKey, String address) {
        try (FixtureHost host = host(withKey)) {
            return host.lookup(Indicator.of(IndicatorType.IPV4, address)).outcome();
        }
    }

    private static FixtureHost host(boolean withKey) {
        return FixtureHost.of(new ShodanPlugin(), withKey ? Map.of("api-key", "made-up-key-of-a-test") : Map.of())
                .replying(SandboxTest::answer);
    }

    /** Of the stub WireMock would choose where no key is missing. */
    private static HttpReply answer(HttpCall call) {
        String path = "/" + call.uri().getHost() + call.uri().getPath();
        JsonNode response = STUBS.stream()
                .filter(stub -> stub.at("/request/queryParameters").isMissingNode())
                .filter(stub -> path.equals(stub.at("/request/urlPath").asText())
                        || path.matches(stub.at("/request/urlPathPattern").asText()))
                .findFirst()
                .orElseThrow()
                .path("response");
        return Reply.of(
                response.path("status").asInt(),
                Map.of("content-type", "application/json"),
                response.path("jsonBody").toString());
    }

    private static List<JsonNode> stubs() {
        try (InputStream file = SandboxTest.class.getResourceAsStream("/META-INF/indago/sandbox/shodan.json")) {
            JsonNode mappings = new ObjectMapper().readTree(file).path("mappings");
            return StreamSupport.stream(mappings.spliterator(), false)
                    .sorted(Comparator.comparingInt(
                            stub -> stub.path("priority").asInt(5)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
