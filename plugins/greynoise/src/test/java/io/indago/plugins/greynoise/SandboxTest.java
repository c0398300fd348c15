package io.indago.plugins.greynoise;

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
import org.junit.jupiter.params.provider.EnumSource;

/** The sandbox answers in GreyNoise's shape: its bodies go through the plugin's own eyes. */
class SandboxTest {
    private static final List<JsonNode> STUBS = stubs();

    @ParameterizedTest
    @CsvSource({
        "COMMUNITY, 185.220.101.34, 85",
        "COMMUNITY, 8.8.8.8, 0",
        "ENTERPRISE, 185.220.101.34, 85",
        "ENTERPRISE, 8.8.8.8, 0"
    })
    void knowsItsCast(Tier tier, String address, int score) {
        Outcome outcome = lookup(tier, address);

        assertThat(outcome.report()).get().satisfies(report -> {
            assertThat(report.score()).hasValue(score);
            assertThat(report.lastSeen()).isPresent();
            assertThat(report.evidence()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void knowsNothingElse(Tier tier) {
        assertThat(lookup(tier, "203.0.114.9").status()).isEqualTo(Status.NO_DATA);
    }

    @Test
    void asksForAKeyWhereOneIsNeeded() {
        JsonNode first = STUBS.get(0);
        assertThat(first.at("/request/headers/key/absent").asBoolean()).isTrue();
        assertThat(first.at("/response/status").asInt()).isEqualTo(401);
        String needed = first.at("/request/urlPathPattern").asText();
        assertThat("/api.greynoise.io/v3/ip/8.8.8.8").matches(needed);
        assertThat("/api.greynoise.io/v3/community/8.8.8.8").doesNotMatch(needed);
    }

    @Test
    void keepsTheProviderHealthy() {
        try (FixtureHost host = host(Tier.COMMUNITY)) {
            assertThat(host.health().state()).isEqualTo(Health.State.UP);
        }
    }

    private static Outcome lookup(Tier tier, String address) {
        try (FixtureHost host = host(tier)) {
            return host.lookup(Indicator.of(IndicatorType.IPV4, address)).outcome();
        }
    }

    private static FixtureHost host(Tier tier) {
        return FixtureHost.of(new GreyNoisePlugin(), Map.of("api-key", "made-up-key-of-a-test", "tier", tier.id()))
                .replying(SandboxTest::answer);
    }

    /** Of the stub WireMock would choose for a call with a key. */
    private static HttpReply answer(HttpCall call) {
        String path = "/" + call.uri().getHost() + call.uri().getPath();
        JsonNode response = STUBS.stream()
                .filter(stub -> stub.at("/request/headers").isMissingNode())
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
        try (InputStream file = SandboxTest.class.getResourceAsStream("/META-INF/indago/sandbox/greynoise.json")) {
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
