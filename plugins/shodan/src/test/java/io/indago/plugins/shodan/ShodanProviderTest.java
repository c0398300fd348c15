package io.indago.plugins.shodan;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.spi.Health;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.VerdictClass;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShodanProviderTest {
    private static final Indicator ADDRESS = Indicator.of(IndicatorType.IPV4, "203.0.114.9");
    private static final Map<String, String> KEY = Map.of("api-key", "made-up-key");

    @Test
    void asksInternetDbWithoutAKey() {
        try (FixtureHost host = host(Map.of(), Reply.fixture("internetdb.json"))) {
            host.lookup(ADDRESS);
            assertThat(host.calls()).singleElement().hasToString("GET https://internetdb.shodan.io/203.0.114.9");
        }
    }

    @Test
    void asksTheHostApiWithAKey() {
        try (FixtureHost host = host(KEY, Reply.fixture("host.json"))) {
            host.lookup(ADDRESS);
            assertThat(host.calls()).singleElement().satisfies(call -> {
                assertThat(call.uri()).hasToString("https://api.shodan.io/shodan/host/203.0.114.9?key=made-up-key");
                assertThat(call.toString()).doesNotContain("made-up-key");
            });
        }
    }

    @Test
    void judgesVulnerabilitiesWhereTheOperatorWantsIt() {
        try (FixtureHost host = host(Map.of("judge-vulnerabilities", "true"), Reply.fixture("internetdb.json"))) {
            assertThat(host.lookup(ADDRESS).outcome().report()).get().satisfies(report -> assertThat(report.verdict())
                    .isEqualTo(VerdictClass.SUSPICIOUS));
        }
    }

    @Test
    void isHealthyWhileItsKeyIsAccepted() {
        try (FixtureHost host = host(KEY, Reply.json("{\"plan\":\"dev\"}"))) {
            assertThat(host.health().state()).isEqualTo(Health.State.UP);
            assertThat(host.calls()).singleElement().satisfies(call -> assertThat(call.uri())
                    .hasToString("https://api.shodan.io/api-info?key=made-up-key"));
        }
        try (FixtureHost host = host(KEY, Reply.status(401))) {
            assertThat(host.health().state()).isEqualTo(Health.State.DOWN);
        }
        try (FixtureHost host = host(Map.of(), Reply.status(500))) {
            assertThat(host.health().state()).isEqualTo(Health.State.UNKNOWN);
        }
    }

    private static FixtureHost host(Map<String, String> settings, HttpReply reply) {
        return FixtureHost.of(new ShodanPlugin(), settings).replying(call -> reply);
    }
}
