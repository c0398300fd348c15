package io.indago.routes.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.indago.host.Status;
import io.indago.routes.ManualTime;
import io.indago.routes.Samples;
import io.indago.routes.connector.PushFailure.HeldBack;
import io.indago.routes.connector.PushFailure.Killed;
import io.indago.routes.connector.PushFailure.Lasting;
import io.indago.routes.connector.PushFailure.Passing;
import io.indago.routes.events.JsonMapping;
import io.indago.routes.guard.ProviderGuards;
import io.indago.spi.Delivery;
import io.indago.spi.ErrorKind;
import io.indago.spi.ProviderException;
import io.indago.spi.Step;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Telling a connector on the real host, with the real guards. */
class PushTest {
    private static final String ID = ScriptedConnector.ID;
    private static final byte[] GARBAGE = "no json".getBytes(UTF_8);

    private final ManualTime time = new ManualTime();
    private final ProviderGuards guards = new ProviderGuards(time);
    private ScriptedConnector connector = new ScriptedConnector();
    private volatile Optional<String> switchedOff = Optional.empty();

    @AfterEach
    void close() {
        connector.close();
    }

    @Test
    void tellsTheConnectorAndWhatCameOfIt() throws Exception {
        DeliveryEvent event = push().orElseThrow();

        assertThat(connector.told()).singleElement().satisfies(enrichment -> assertThat(enrichment.id())
                .isEqualTo(Samples.ID.toString()));
        assertThat(event)
                .usingRecursiveComparison()
                .ignoringFields("tookMs", "at")
                .isEqualTo(new DeliveryEvent(
                        "indago.delivery.v1",
                        Samples.ID.toString(),
                        "tip",
                        "fqdn",
                        "evil.example.com",
                        event.verdict(),
                        "AMBER+STRICT",
                        true,
                        "delivered",
                        Optional.of("created"),
                        Optional.of("event 7"),
                        "",
                        3,
                        0,
                        0,
                        0,
                        event.at()));
        assertThat(guards.of(ID).recent().statuses()).isEqualTo(Map.of(Status.HIT, 1));
    }

    @ParameterizedTest
    @CsvSource({"types,ipv4", "tags,tor", "sandbox-results,false"})
    void doesNotTellWhatTheOperatorDoesNotWantTold(String setting, String value) throws Exception {
        configure(setting, value);

        assertThat(push()).isEmpty();
        assertThat(connector.told()).isEmpty();
        assertThat(guards.of(ID).recent().lookups()).isZero();
    }

    @Test
    void accountsForWhatItsTlpForbids() throws Exception {
        configure("max-tlp", "AMBER");
        DeliveryEvent event = push().orElseThrow();

        assertThat(event.outcome()).isEqualTo("not_allowed");
        assertThat(event.reason()).contains("TLP:AMBER+STRICT is stricter than TLP:AMBER");
        assertThat(connector.told()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "UNAUTHORIZED,HeldBack,UNAUTHORISED",
        "QUOTA,HeldBack,RATE_LIMITED",
        "UNAVAILABLE,Passing,ERROR",
        "INVALID_INPUT,Lasting,ERROR",
        "BAD_REPLY,Lasting,ERROR",
        "INTERNAL,Lasting,ERROR"
    })
    void knowsWhetherItMayWorkLater(ErrorKind kind, String failure, Status counted) {
        connector.does(() -> {
            throw ProviderException.of(kind, "no such luck");
        });

        Throwable thrown = catchThrowable(this::push);
        assertThat(thrown.getClass().getSimpleName()).isEqualTo(failure);
        assertThat(thrown).hasMessageContaining("no such luck");
        assertThat(guards.of(ID).recent().statuses()).isEqualTo(Map.of(counted, 1));
    }

    @Test
    void mayWorkLaterWhereItWasTooSlow() {
        connector.does(() -> Step.await(new CompletableFuture<>()));
        Push impatient = push(Clock.offset(Clock.systemUTC(), Push.PATIENCE.negated()));

        assertThatThrownBy(() -> impatient.push(ID, ScriptedConnector.record(), 1))
                .isInstanceOf(Passing.class);
        assertThat(guards.of(ID).recent().statuses()).isEqualTo(Map.of(Status.TIMEOUT, 1));
    }

    @Test
    void isKilledByAPersonForGood() {
        assertThat(killed(() -> {})).isInstanceOf(Killed.class).hasMessage("killed by admin");
    }

    @Test
    void waitsWhereItWasKilledBecauseItIsSwitchedOff() {
        assertThat(killed(() -> switchedOff = Optional.of("disabled by admin")))
                .isInstanceOf(HeldBack.class)
                .hasMessage("disabled by admin");
    }

    private Throwable killed(Runnable before) {
        CountDownLatch begun = new CountDownLatch(1);
        connector.does(() -> {
            begun.countDown();
            return Step.await(new CompletableFuture<>());
        });
        CompletableFuture<Void> pushed = CompletableFuture.runAsync(() -> {
            try {
                push();
            } catch (PushFailure failure) {
                throw new CompletionException(failure);
            }
        });
        Throwable ending = catchThrowable(() -> {
            begun.await();
            before.run();
            connector.hosted().kill("killed by admin");
            pushed.join();
        });
        return ending.getCause();
    }

    @Test
    void refusesForGoodWhatItCantRead() {
        assertThatThrownBy(() -> push(time).push(ID, GARBAGE, 1))
                .isInstanceOf(Lasting.class)
                .hasMessage("it is no JSON of indago.enrichment.v1");
    }

    @Test
    void waitsWhereItsPluginIsGone() {
        assertThatThrownBy(() -> push(time).push("gone", ScriptedConnector.record(), 1))
                .isInstanceOf(HeldBack.class)
                .hasMessage("its plugin is gone");
        assertThat(push(time).hold("gone")).contains("its plugin is gone");
    }

    @Test
    void waitsWhereSomebodySwitchedItOff() {
        switchedOff = Optional.of("disabled by admin: the contract ended");

        assertWaits("disabled by admin: the contract ended");
    }

    @Test
    void waitsWhereItsSettingsSwitchItOff() {
        configure("mode", "off");

        assertWaits("disabled");
    }

    @Test
    void waitsWhereItsCredentialWasRefused() {
        connector.does(() -> {
            throw ProviderException.of(ErrorKind.UNAUTHORIZED, "HTTP 401");
        });
        assertThatThrownBy(this::push).isInstanceOf(HeldBack.class);

        assertThat(push(time).hold(ID).orElseThrow()).startsWith("held back until a health check succeeds");
        assertThatThrownBy(this::push).hasMessageStartingWith("held back until a health check succeeds");
        assertThat(connector.told()).hasSize(1);
    }

    @Test
    void waitsForThePermitOfTheBreaker() {
        connector.does(() -> {
            throw ProviderException.of(ErrorKind.UNAVAILABLE, "HTTP 502");
        });
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(this::push).isInstanceOf(Passing.class);
        }
        assertThatThrownBy(this::push)
                .isInstanceOf(HeldBack.class)
                .hasMessageStartingWith("held back: of its last 20 lookups 20 failed");

        time.pass(Duration.ofSeconds(31));
        while (guards.of(ID).permits()) {
            // others take the few that are allowed to try
        }
        assertThat(push(time).hold(ID)).isEmpty();
        assertThatThrownBy(this::push)
                .isInstanceOf(HeldBack.class)
                .hasMessage("held back: it is being tried again after many failures");
        assertThat(connector.told()).hasSize(20);
    }

    @Test
    void saysTheLastWordOnWhatIsGivenUp() {
        assertThat(push(time).givenUp(ID, ScriptedConnector.record(), 8, new Passing("HTTP 502")))
                .hasValueSatisfying(event -> {
                    assertThat(event.outcome()).isEqualTo("failed");
                    assertThat(event.reason()).isEqualTo("HTTP 502");
                    assertThat(event.attempts()).isEqualTo(8);
                    assertThat(event.at()).isEqualTo(time.instant());
                });
        assertThat(push(time).givenUp(ID, ScriptedConnector.record(), 1, new Killed("killed by admin")))
                .map(DeliveryEvent::outcome)
                .contains("killed");
        assertThat(push(time).givenUp(ID, GARBAGE, 1, new Lasting("no JSON"))).isEmpty();
    }

    @Test
    void saysWhatChanged() throws Exception {
        connector.does(() -> Step.done(Delivery.unchanged("")));

        assertThat(push()).hasValueSatisfying(event -> {
            assertThat(event.effect()).contains("unchanged");
            assertThat(event.reference()).isEmpty();
        });
    }

    private void assertWaits(String reason) {
        assertThat(push(time).hold(ID)).contains(reason);
        assertThatThrownBy(this::push).isInstanceOf(HeldBack.class).hasMessage(reason);
        assertThat(connector.told()).isEmpty();
    }

    private void configure(String setting, String value) {
        connector.close();
        connector = new ScriptedConnector(Map.of(setting, value));
    }

    private Optional<DeliveryEvent> push() throws PushFailure {
        return push(Clock.systemUTC()).push(ID, ScriptedConnector.record(), 3);
    }

    private Push push(Clock clock) {
        return new Push(
                connector.host(), guards, id -> switchedOff, new RecordsUnderWay(), JsonMapping.mapper(), clock);
    }
}
