package io.indago.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.ErrorCause;
import io.indago.host.Status;
import io.indago.spi.Enrichment;
import io.indago.spi.Health;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.VerdictClass;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FixtureHostTest {
    private static final Indicator ADDRESS = Indicator.of(IndicatorType.IPV4, "203.0.113.9");

    @Test
    void asksAPluginOverRepliesOfTheTest() {
        try (FixtureHost host = host().replying(call -> Reply.fixture("hit.json"))) {
            assertThat(host.lookup(ADDRESS).outcome().reason()).isEqualTo("seen in a botnet");
            assertThat(host.lookup("tiny", ADDRESS).bytes()).isPositive();
            assertThat(host.health()).hasToString(Health.up().toString());
            assertThat(host.calls()).first().hasToString("GET https://api.tiny.example/203.0.113.9 key: ***");
        }
    }

    @Test
    void answersUnavailableUntilItIsToldWhatToReply() {
        try (FixtureHost host = host()) {
            assertThat(host.lookup(ADDRESS).outcome().errorCause()).contains(ErrorCause.UNAVAILABLE);
            assertThat(host.lookup(ADDRESS).outcome().reason()).contains("no reply is scripted for GET");
        }
    }

    @Test
    void saysWhyAProviderIsNotAsked() {
        try (FixtureHost host = FixtureHost.of(new TinyPlugin(), Map.of())) {
            assertThat(host.lookup(ADDRESS).outcome().status()).isEqualTo(Status.SKIPPED);
        }
    }

    @Test
    void tellsAConnector() {
        Enrichment answer = Samples.enrichment(IndicatorType.IPV4, VerdictClass.MALICIOUS);
        try (FixtureHost host = FixtureHost.ofConnector(new TinyPlugin(), Map.of("api-key", "a-made-up-key"))
                .replying(call -> Reply.json("{\"found\": \"7\"}"))) {
            assertThat(host.push(answer).delivery()).get().hasToString("UNCHANGED 7");
            assertThat(host.connectorHealth()).hasToString(Health.up().toString());
        }
    }

    private static FixtureHost host() {
        return FixtureHost.of(new TinyPlugin(), Map.of("api-key", "a-made-up-key"));
    }
}
