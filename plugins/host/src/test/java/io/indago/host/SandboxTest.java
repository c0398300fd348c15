package io.indago.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.spi.HttpCall;
import io.indago.spi.Setting;
import io.indago.spi.Step;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SandboxTest {
    private final ScriptedHost host = new ScriptedHost()
            .sandboxed("http://127.0.0.1:8099/")
            .declaring(spec -> spec.config(
                    Setting.secret("api-key", "From the account page").required()))
            .looking((config, context, it) -> Step.call(
                    HttpCall.post("https://api.example.com/v1", "a b")
                            .query("y", "1 2")
                            .header("x-key", config.secret("api-key"))
                            .json("{}"),
                    reply -> Step.done(ScriptedHost.hit("in the sandbox"))));

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void sendsCallsOfAProviderWithoutCredentialToTheSandbox() {
        assertThat(host.outcome().status()).isEqualTo(Status.HIT);
        assertThat(host.provider().sandbox()).isTrue();
        HttpCall sent = host.calls().get(0);
        assertThat(sent.uri()).hasToString("http://127.0.0.1:8099/api.example.com/v1/a%20b?y=1%202");
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.body()).contains("{}");
    }

    @Test
    void goesLiveWithACredential() {
        host.with("api-key", "a-real-key");

        assertThat(host.outcome().status()).isEqualTo(Status.HIT);
        assertThat(host.provider().sandbox()).isFalse();
        assertThat(host.calls().get(0).uri().getHost()).isEqualTo("api.example.com");
    }

    @Test
    void doesNotSendARealCredentialToTheSandbox() {
        host.with("api-key", "a-real-key").with("mode", "sandbox");

        assertThat(host.outcome().status()).isEqualTo(Status.HIT);
        assertThat(host.calls().get(0).headers()).singleElement().matches(header -> header.getValue()
                .equals("sandbox"));
    }

    @Test
    void staysUnconfiguredWhenItIsToBeLive() {
        host.with("mode", "live");

        assertThat(host.provider().unavailable())
                .contains("not configured: set INDAGO_PROVIDERS_EXAMPLE_API_KEY or indago.providers.example.api-key");
    }

    @Test
    void checksTheHostBeforeItSendsToTheSandbox() {
        host.looking((config, context, it) ->
                Step.call(HttpCall.get("https://evil.example/"), reply -> Step.done(ScriptedHost.hit("?"))));

        assertThat(host.outcome().reason()).contains("evil.example, a host it does not declare");
        assertThat(host.calls()).isEmpty();
    }
}
