package io.indago.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.spi.Connector;
import io.indago.spi.ConnectorFactory;
import io.indago.spi.ConnectorSpec;
import io.indago.spi.Delivery;
import io.indago.spi.Enrichment;
import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.LookupContext;
import io.indago.spi.Pap;
import io.indago.spi.Plugin;
import io.indago.spi.PluginConfig;
import io.indago.spi.PluginContext;
import io.indago.spi.Setting;
import io.indago.spi.Step;
import io.indago.spi.Tlp;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostedConnectorTest {
    private static final Indicator ADDRESS = Indicator.of(IndicatorType.IPV4, "203.0.113.9");

    private final List<HttpCall> calls = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private HttpReply reply = FakeReply.of(200, "event 7");
    private final PluginHost host = host(Map.of("api-key", "s3cret-key"));

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void pushesOnThePluginsThreads() {
        DeliveryResult result = push(enrichment(ADDRESS, Tlp.AMBER));

        assertThat(result.delivery()).hasValueSatisfying(delivery -> {
            assertThat(delivery.effect()).isEqualTo(Delivery.Effect.CREATED);
            assertThat(delivery.reference()).contains("event 7");
        });
        assertThat(result.calls()).isEqualTo(1);
        assertThat(result.bytes()).isEqualTo(7);
        assertThat(calls).hasToString("[POST https://tip.example.com/events Authorization: ***]");
        assertThat(threads).allMatch(thread -> thread.getName().startsWith("plugin-"));
    }

    @Test
    void isNotToldWhatItMustNotSee() {
        assertThat(push(enrichment(ADDRESS, Tlp.RED)).failure()).hasValueSatisfying(outcome -> {
            assertThat(outcome.status()).isEqualTo(Status.NOT_ALLOWED);
            assertThat(outcome.reason()).contains("TLP:RED is stricter than TLP:AMBER");
        });
        assertThat(push(enrichment(Indicator.of(IndicatorType.MD5, "a".repeat(32)), Tlp.CLEAR))
                        .failure())
                .hasValueSatisfying(outcome -> assertThat(outcome.status()).isEqualTo(Status.UNSUPPORTED));
        assertThat(calls).isEmpty();
    }

    @Test
    void failsWhereThePlatformRefuses() {
        reply = FakeReply.of(403, "no");

        assertThat(push(enrichment(ADDRESS, Tlp.AMBER)).failure())
                .contains(Outcome.without(
                        Status.UNAUTHORISED,
                        "TIP refused (403) the credential: check INDAGO_CONNECTORS_TIP_API_KEY or"
                                + " indago.connectors.tip.api-key"));
    }

    @Test
    void showsNoSecretInAReference() {
        reply = FakeReply.of(200, "you sent s3cret-key");

        assertThat(push(enrichment(ADDRESS, Tlp.AMBER)).delivery().flatMap(Delivery::reference))
                .contains("you sent ***");
    }

    @Test
    void isAskedHowItIs() {
        HealthResult up =
                connector().health(soon(), "trace").toCompletableFuture().join();
        assertThat(up.health().state()).isEqualTo(Health.State.UP);
        reply = FakeReply.of(401, "");
        HealthResult down =
                connector().health(soon(), "trace").toCompletableFuture().join();
        assertThat(down.health().reason()).contains("TIP refused (401) the credential");
        assertThat(down.failure()).map(Outcome::status).contains(Status.UNAUTHORISED);
    }

    @Test
    void isNotToldAnythingWithoutItsSettings() {
        try (PluginHost bare = host(Map.of())) {
            assertThat(bare.connectors().get(0).unavailable())
                    .contains(
                            "not configured: set INDAGO_CONNECTORS_TIP_API_KEY" + " or indago.connectors.tip.api-key");
            assertThat(bare.plugins().get(0).connectors()).containsExactly("tip");
            assertThat(bare.providers()).isEmpty();
        }
    }

    private DeliveryResult push(Enrichment enrichment) {
        return connector()
                .push(enrichment, soon(), "trace")
                .toCompletableFuture()
                .join();
    }

    private HostedConnector connector() {
        return host.connectors().get(0);
    }

    private static Instant soon() {
        return Instant.now().plusSeconds(10);
    }

    private static Enrichment enrichment(Indicator indicator, Tlp tlp) {
        return Enrichment.builder("0199", indicator, Instant.now())
                .marking(tlp, Pap.AMBER)
                .build();
    }

    private PluginHost host(Map<String, String> settings) {
        HostConfig config = new HostConfig(
                Path.of("none"),
                List.of(),
                Map.of(),
                Map.of("tip", settings),
                Map.of(),
                Map.of(),
                Optional.empty(),
                DescriptorFormat.NONE,
                Optional.empty(),
                Path.of("target/data"),
                Clock.systemUTC());
        return PluginHost.of(new TipPlugin(), config, (id, call, limits) -> {
            calls.add(call);
            limits.attempt();
            return CompletableFuture.completedStage(reply);
        });
    }

    private final class TipPlugin implements Plugin, ConnectorFactory {
        @Override
        public List<ConnectorFactory> connectors() {
            return List.of(this);
        }

        @Override
        public ConnectorSpec spec() {
            return ConnectorSpec.builder("tip", "TIP")
                    .types(IndicatorType.IPV4)
                    .hosts("tip.example.com")
                    .config(Setting.secret("api-key", "From your profile").required())
                    .build();
        }

        @Override
        public Connector create(PluginConfig config, PluginContext context) {
            return new Tip(config);
        }
    }

    private final class Tip implements Connector {
        private final PluginConfig config;

        Tip(PluginConfig config) {
            this.config = config;
        }

        @Override
        public Step<Delivery> push(Enrichment enrichment, LookupContext context) {
            threads.add(Thread.currentThread());
            HttpCall call = HttpCall.post("https://tip.example.com", "events")
                    .header("Authorization", config.secret("api-key"))
                    .json("{}");
            return Step.call(call, answer -> Step.done(Delivery.created(answer.text())));
        }

        @Override
        public Step<Health> health(LookupContext context) {
            return Step.call(HttpCall.get("https://tip.example.com", "me"), answer -> Step.done(Health.up()));
        }
    }
}
