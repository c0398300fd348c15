package io.indago.plugins.otx;

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

/** The sandbox answers in OTX's shape: its bodies go through the plugin's own eyes. */
class SandboxTest {
    private static final List<JsonNode> STUBS = stubs();

    @ParameterizedTest
    @CsvSource({
        "IPV4, 185.220.101.34, 75, Sandboxbot",
        "IPV4, 8.8.8.8, 5, ''",
        "DOMAIN, evil-updates.com, 75, Sandboxbot",
        "DOMAIN, wikipedia.org, 5, ''",
        "URL, http://evil-updates.com/payload.exe, 75, Sandboxbot",
        "SHA256, badc0ffee0ddf00dbadc0ffee0ddf00dbadc0ffee0ddf00dbadc0ffee0ddf00d, 75, Sandboxbot",
        "SHA256, 275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f, 75, ''",
        "SHA1, 3395856ce81f2b7382dee72602f798b642f14140, 75, ''",
        "MD5, 44d88612fea8a8f36de82e1278abb02f, 75, ''"
    })
    void knowsItsCast(IndicatorType type, String value, int score, String family) {
        assertThat(lookup(type, value).report()).get().satisfies(report -> {
            assertThat(report.score()).hasValue(score);
            assertThat(String.join(",", report.malwareFamilies())).isEqualTo(family);
            assertThat(report.lastSeen()).isPresent();
            assertThat(report.evidence()).extracting(piece -> piece.code()).doesNotContain("incomplete");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "IPV4, 203.0.114.9",
        "IPV6, 2620:fe::fe",
        "DOMAIN, unknown.example",
        "FQDN, www.unknown.example",
        "URL, http://unknown.example/a/b?c",
        "MD5, 00000000000000000000000000000000"
    })
    void knowsNothingElse(IndicatorType type, String value) {
        assertThat(lookup(type, value).status()).isEqualTo(Status.NO_DATA);
    }

    @Test
    void asksForAKeyWhereOneIsNeeded() {
        JsonNode first = STUBS.get(0);
        assertThat(first.at("/request/headers/X-OTX-API-KEY/absent").asBoolean())
                .isTrue();
        assertThat(first.at("/request/urlPath").asText()).isEqualTo("/otx.alienvault.com/api/v1/users/me");
        assertThat(first.at("/response/status").asInt()).isEqualTo(403);
    }

    @Test
    void keepsTheProviderHealthy() {
        try (FixtureHost host = host(Map.of("api-key", "made-up-key-of-a-test"))) {
            assertThat(host.health().state()).isEqualTo(Health.State.UP);
        }
    }

    private static Outcome lookup(IndicatorType type, String value) {
        try (FixtureHost host = host(Map.of())) {
            return host.lookup(Indicator.of(type, value)).outcome();
        }
    }

    private static FixtureHost host(Map<String, String> settings) {
        return FixtureHost.of(new OtxPlugin(), settings).replying(SandboxTest::answer);
    }

    /** Of the stub WireMock would choose where no key is missing. */
    private static HttpReply answer(HttpCall call) {
        String path = "/" + call.uri().getHost() + call.uri().getRawPath();
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
        try (InputStream file = SandboxTest.class.getResourceAsStream("/META-INF/indago/sandbox/alienvault-otx.json")) {
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
