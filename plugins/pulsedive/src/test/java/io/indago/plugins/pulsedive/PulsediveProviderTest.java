package io.indago.plugins.pulsedive;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.ErrorCause;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Plugin;
import io.indago.spi.PluginConfig;
import io.indago.spi.PluginContext;
import io.indago.spi.Provider;
import io.indago.spi.ProviderFactory;
import io.indago.spi.ProviderSpec;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.Reply;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PulsediveProviderTest {
    private static final Indicator ADDRESS = Indicator.of(IndicatorType.IPV4, "203.0.114.9");
    private static final HttpReply PENDING = Reply.fixture("pending.json");
    private static final HttpReply KNOWN = Reply.fixture("address-unknown.json");

    @Test
    void asksWithAKeyWhereThereIsOne() {
        try (FixtureHost host = FixtureHost.of(new PulsedivePlugin(), Map.of("api-key", "made-up-key"))
                .replying(call -> KNOWN)) {
            host.lookup(ADDRESS);
            assertThat(host.calls())
                    .singleElement()
                    .hasToString("GET https://pulsedive.com/api/info.php?indicator=203.0.114.9&key=***");
        }
    }

    @Test
    void asksWithoutAKeyWhereThereIsNone() {
        try (FixtureHost host = FixtureHost.of(new PulsedivePlugin(), Map.of()).replying(call -> KNOWN)) {
            host.lookup(ADDRESS);
            assertThat(host.calls())
                    .singleElement()
                    .hasToString("GET https://pulsedive.com/api/info.php?indicator=203.0.114.9");
        }
    }

    @Test
    void asksAgainWhileItIsBeingWorkedOn() {
        Deque<HttpReply> replies = new ArrayDeque<>(List.of(PENDING, PENDING, KNOWN));
        try (FixtureHost host = impatient().replying(call -> replies.remove())) {
            assertThat(host.lookup(ADDRESS).outcome().status()).isEqualTo(Status.HIT);
            assertThat(host.calls()).hasSize(3);
        }
    }

    @Test
    void givesUpWhenItIsWorkedOnForTooLong() {
        try (FixtureHost host = impatient().replying(call -> PENDING)) {
            Outcome outcome = host.lookup(ADDRESS).outcome();

            assertThat(outcome.errorCause()).contains(ErrorCause.UNAVAILABLE);
            assertThat(outcome.reason()).contains("still working on it");
            assertThat(host.calls()).hasSize(4);
        }
    }

    @Test
    void doesNotWaitLongerThanThereIsTime() {
        try (FixtureHost host = polling(Duration.ofHours(1)).replying(call -> PENDING)) {
            assertThat(host.lookup(ADDRESS).outcome().errorCause()).contains(ErrorCause.UNAVAILABLE);
            assertThat(host.calls()).hasSize(1);
        }
    }

    private static FixtureHost impatient() {
        return polling(Duration.ofMillis(1));
    }

    private static FixtureHost polling(Duration betweenPolls) {
        return FixtureHost.of(
                new Plugin() {
                    @Override
                    public List<ProviderFactory> providers() {
                        return List.of(new Polling(betweenPolls));
                    }
                },
                Map.of());
    }

    private record Polling(Duration betweenPolls) implements ProviderFactory {
        @Override
        public ProviderSpec spec() {
            return new PulsediveFactory().spec();
        }

        @Override
        public Provider create(PluginConfig config, PluginContext context) {
            return new PulsediveProvider(Optional.empty(), betweenPolls);
        }
    }
}
