package io.indago.plugins.geoip;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.Status;
import io.indago.spi.Health;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpInfoProviderTest {
    private static final Indicator ADDRESS = Indicator.of(IndicatorType.IPV4, "203.0.114.9");

    @ParameterizedTest
    @CsvSource({
        "legacy, https://ipinfo.io/203.0.114.9/json?token=made-up-key",
        "lite, https://api.ipinfo.io/lite/203.0.114.9?token=made-up-key",
        "core, https://api.ipinfo.io/lookup/203.0.114.9?token=made-up-key"
    })
    void asksWhereThePlanIsAnswered(String plan, String uri) {
        try (FixtureHost host =
                host(Map.of("plan", plan, "api-key", "made-up-key"), Reply.fixture("ipinfo-lite.json"))) {
            host.lookup(ADDRESS);
            assertThat(host.calls()).singleElement().satisfies(call -> {
                assertThat(call.uri()).hasToString(uri);
                assertThat(call.toString()).doesNotContain("made-up-key");
            });
        }
    }

    @Test
    void asksForNothingItHasNoTokenFor() {
        try (FixtureHost host = host(Map.of("plan", "lite"), Reply.fixture("ipinfo-lite.json"))) {
            assertThat(host.lookup(ADDRESS).outcome()).satisfies(outcome -> {
                assertThat(outcome.status()).isEqualTo(Status.SKIPPED);
                assertThat(outcome.reason()).contains("plan lite needs an api-key");
            });
        }
    }

    @Test
    void isHealthyWhileItsTokenIsAccepted() {
        try (FixtureHost host = host(Map.of("api-key", "made-up-key"), Reply.json("{}"))) {
            assertThat(host.health().state()).isEqualTo(Health.State.UP);
            assertThat(host.calls()).singleElement().satisfies(call -> assertThat(call.uri())
                    .hasToString("https://ipinfo.io/me?token=made-up-key"));
        }
        try (FixtureHost host = host(Map.of(), Reply.status(500))) {
            assertThat(host.health().state()).isEqualTo(Health.State.UNKNOWN);
        }
    }

    private static FixtureHost host(Map<String, String> settings, HttpReply reply) {
        return FixtureHost.of(new OfProvider("ipinfo"), settings).replying(call -> reply);
    }
}
