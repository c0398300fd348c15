package io.indago.plugins.greynoise;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Health;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GreyNoiseProviderTest {
    private static final Indicator ADDRESS = Indicator.of(IndicatorType.IPV4, "203.0.114.9");
    private static final Indicator VULNERABILITY = Indicator.of(IndicatorType.CVE, "CVE-2021-99999");
    private static final HttpReply MISS = Reply.fixture(404, "community-unseen.json");

    @Test
    void asksTheCommunityApiWithoutAKey() {
        try (FixtureHost host = host(Map.of(), MISS)) {
            host.lookup(ADDRESS);
            assertThat(host.calls())
                    .singleElement()
                    .hasToString("GET https://api.greynoise.io/v3/community/203.0.114.9");
        }
    }

    @Test
    void asksTheCommunityApiWithAKeyWhereThereIsOne() {
        try (FixtureHost host = host(Map.of("api-key", "made-up-key"), MISS)) {
            host.lookup(ADDRESS);
            assertThat(host.calls())
                    .singleElement()
                    .hasToString("GET https://api.greynoise.io/v3/community/203.0.114.9 key: ***");
        }
    }

    @Test
    void asksTheEnterpriseApiWhereTheOperatorSaysSo() {
        try (FixtureHost host = host(Map.of("api-key", "made-up-key", "tier", "enterprise"), MISS)) {
            host.lookup(ADDRESS);
            assertThat(host.calls())
                    .singleElement()
                    .hasToString("GET https://api.greynoise.io/v3/ip/203.0.114.9 key: ***");
        }
    }

    @Test
    void isNotAskedForEnterpriseWithoutAKey() {
        try (FixtureHost host = host(Map.of("tier", "enterprise"), MISS)) {
            Outcome outcome = host.lookup(ADDRESS).outcome();
            assertThat(outcome.status()).isEqualTo(Status.SKIPPED);
            assertThat(outcome.reason()).contains("tier enterprise needs an api-key");
        }
    }

    @Test
    void asksTheEnterpriseApiAboutAVulnerability() {
        try (FixtureHost host = host(Map.of("api-key", "made-up-key", "tier", "enterprise"), MISS)) {
            host.lookup(VULNERABILITY);

            assertThat(host.calls())
                    .singleElement()
                    .hasToString("GET https://api.greynoise.io/v1/cve/CVE-2021-99999 key: ***");
        }
    }

    @Test
    void doesNotAskTheCommunityApiAboutAVulnerability() {
        try (FixtureHost host = host(Map.of("api-key", "made-up-key"), MISS)) {
            Outcome outcome = host.lookup(VULNERABILITY).outcome();

            assertThat(outcome.status()).isEqualTo(Status.NO_DATA);
            assertThat(outcome.reason()).contains("tier enterprise only");
            assertThat(host.calls()).isEmpty();
        }
    }

    @Test
    void isHealthyWhileItsKeyIsAccepted() {
        Map<String, String> key = Map.of("api-key", "made-up-key");
        try (FixtureHost host = host(key, Reply.json("{\"message\":\"pong\"}"))) {
            assertThat(host.health().state()).isEqualTo(Health.State.UP);
            assertThat(host.calls()).singleElement().hasToString("GET https://api.greynoise.io/ping key: ***");
        }
        try (FixtureHost host = host(key, Reply.status(401))) {
            assertThat(host.health().state()).isEqualTo(Health.State.DOWN);
        }
        try (FixtureHost host = host(Map.of(), Reply.status(500))) {
            assertThat(host.health().state()).isEqualTo(Health.State.UNKNOWN);
        }
    }

    private static FixtureHost host(Map<String, String> settings, HttpReply reply) {
        return FixtureHost.of(new GreyNoisePlugin(), settings).replying(call -> reply);
    }
}
