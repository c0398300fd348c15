package io.indago.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.FirstStep.Kind;
import io.indago.spi.ErrorKind;
import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.ProviderException;
import io.indago.spi.Report;
import io.indago.spi.Setting;
import io.indago.spi.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a provider's first step, and that nothing comes of it. */
class FirstStepTest {
    private static final String KEY = "k3y/0f ours";

    private final ScriptedHost host = new ScriptedHost();

    @AfterEach
    void close() {
        assertThat(host.calls()).as("calls made").isEmpty();
        host.close();
    }

    @Test
    void showsTheRequestWithTheNamesOfItsSecrets() {
        host.with("api-key", KEY)
                .looking((config, context, it) -> Step.call(
                        HttpCall.post("https://api.example.com/v1", "a b")
                                .query("key", config.secret("api-key"))
                                .query("q", "1 2")
                                .header("X-Key", config.secret("api-key"))
                                .header("Accept", "application/json")
                                .json("{\"q\": 1}"),
                        reply -> Step.done(ScriptedHost.hit("never"))));

        FirstStep first = firstStep();

        assertThat(first.kind()).isEqualTo(Kind.CALLS);
        assertThat(first.calls()).singleElement().satisfies(call -> {
            assertThat(call.method()).isEqualTo("POST");
            assertThat(call.uri()).isEqualTo("https://api.example.com/v1/a%20b?key=‹api-key›&q=1%202");
            assertThat(call.headers())
                    .containsExactly(Map.entry("X-Key", "‹api-key›"), Map.entry("Accept", "application/json"));
            assertThat(call.contentType()).contains("application/json");
            assertThat(call.body()).contains("{\"q\": 1}");
        });
    }

    @Test
    void namesTheSecretsAPluginWroteIntoTextItself() {
        host.with("api-key", KEY).looking((config, context, it) -> {
            String key = config.secret("api-key").reveal();
            return Step.call(
                    HttpCall.post("https://api.example.com", key)
                            .query("k", key)
                            .header("Authorization", "Bearer " + key)
                            .form(Map.of("key", key)),
                    reply -> Step.done(ScriptedHost.hit("never")));
        });

        FirstStep first = firstStep();

        assertThat(first.toString()).doesNotContain(KEY, "k3y%2F0f%20ours");
        assertThat(first.calls()).singleElement().satisfies(call -> {
            assertThat(call.uri()).isEqualTo("https://api.example.com/‹api-key›?k=‹api-key›");
            assertThat(call.headers()).containsExactly(Map.entry("Authorization", "Bearer ‹api-key›"));
            assertThat(call.body()).contains("key=‹api-key›");
        });
    }

    @Test
    void showsWhereInTheSandboxItWouldGo() {
        host.sandboxed("http://127.0.0.1:8099/")
                .declaring(spec -> spec.config(
                        Setting.secret("api-key", "From the account page").required()));

        assertThat(firstStep().calls())
                .extracting(ShownCall::uri)
                .containsExactly("http://127.0.0.1:8099/api.example.com/v1/x");
    }

    @Test
    void showsCallsSideBySideInTheirOrder() {
        host.looking((config, context, it) -> Step.calls(
                List.of(ScriptedHost.CALL, ScriptedHost.CALL.query("page", "2")),
                replies -> Step.done(ScriptedHost.hit("never"))));

        assertThat(firstStep().calls())
                .extracting(ShownCall::uri)
                .containsExactly("https://api.example.com/v1/x", "https://api.example.com/v1/x?page=2");
    }

    @Test
    void saysWhenItNeedsNoRequest() {
        host.looking((config, context, it) -> Step.done(ScriptedHost.hit("known by heart")));

        assertThat(firstStep().kind()).isEqualTo(Kind.ANSWER);
    }

    @Test
    void saysHowLongItWaitsAndGoesNoFurther() {
        AtomicInteger further = new AtomicInteger();
        host.looking((config, context, it) -> Step.pause(Duration.ofMillis(20), () -> {
            further.incrementAndGet();
            return Step.call(ScriptedHost.CALL, reply -> Step.done(ScriptedHost.hit("never")));
        }));

        assertThat(firstStep().kind()).isEqualTo(Kind.WAIT);
        assertThat(firstStep().reason()).isEqualTo("it waits 20 ms before it says what to request");
        assertThat(further).hasValue(0);
    }

    @Test
    void doesNotCallAnUnmanagedProvider() {
        AtomicInteger begun = new AtomicInteger();
        host.declaring(spec -> spec.unmanaged()).looking((config, context, it) -> {
            begun.incrementAndGet();
            return Step.await(new CompletableFuture<>());
        });

        assertThat(firstStep().kind()).isEqualTo(Kind.UNMANAGED);
        assertThat(begun).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"throws", "null", "elsewhere", "with credentials", "too many", "undeclared", "refuses", "waits"})
    void endsAsTheLookupWouldWhenThePluginFailsAtOnce(String mistake) {
        host.looking((config, context, it) -> mistaken(mistake));

        FirstStep first = firstStep();

        assertThat(first.kind()).isEqualTo(Kind.FAILURE);
        assertThat(first.failure()).contains(host.outcome());
        assertThat(first.reason()).isEqualTo(host.outcome().reason()).isNotBlank();
    }

    private static Step<Report> mistaken(String mistake) throws Exception {
        HttpCall call = ScriptedHost.CALL;
        return switch (mistake) {
            case "throws" -> throw new IllegalStateException("broken");
            case "null" -> null;
            case "elsewhere" -> call(HttpCall.get("https://evil.example"));
            case "with credentials" -> call(HttpCall.get("https://me:you@api.example.com"));
            case "too many" ->
                Step.calls(Collections.nCopies(21, call), replies -> Step.done(ScriptedHost.hit("never")));
            case "undeclared" -> Step.await(new CompletableFuture<>());
            case "refuses" -> throw ProviderException.of(ErrorKind.INVALID_INPUT, "no such thing");
            case "waits" -> Step.pause(Duration.ofHours(1), () -> call(call));
            default -> throw new AssertionError(mistake);
        };
    }

    private static Step<Report> call(HttpCall call) {
        return Step.call(call, reply -> Step.done(ScriptedHost.hit("never")));
    }

    @Test
    void endsByTheDeadlineWhenThePluginBlocks() {
        CountDownLatch never = new CountDownLatch(1);
        host.within(Duration.ofMillis(100)).looking((config, context, it) -> {
            never.await();
            return Step.done(ScriptedHost.hit("never"));
        });

        FirstStep first = firstStep(ScriptedHost.ADDRESS, Duration.ofMillis(100));

        assertThat(first.failure().map(Outcome::status)).contains(Status.TIMEOUT);
        assertThat(first.reason()).contains("the plugin's own code");
    }

    @Test
    void saysWhatItIsNotAskedAbout() {
        FirstStep first = firstStep(Indicator.of(IndicatorType.DOMAIN, "example.com"), Duration.ofSeconds(2));

        assertThat(first.failure().map(Outcome::status)).contains(Status.UNSUPPORTED);
    }

    private FirstStep firstStep() {
        return firstStep(ScriptedHost.ADDRESS, Duration.ofSeconds(2));
    }

    private FirstStep firstStep(Indicator indicator, Duration time) {
        return host.provider()
                .firstStep(indicator, Instant.now().plus(time), "trace")
                .toCompletableFuture()
                .join();
    }
}
