package io.indago.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.spi.HttpCall;
import io.indago.spi.Setting;
import io.indago.spi.Step;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A provider whose server is the operator's own. */
class OwnServerTest {
    private final ScriptedHost host = new ScriptedHost()
            .declaring(spec -> spec.hosts()
                    .internal()
                    .config(Setting.url("url", "Where it answers").required()))
            .looking((config, context, it) -> Step.call(
                    HttpCall.get(config.url("url").toString(), "api"), reply -> Step.done(ScriptedHost.hit("known"))));

    @AfterEach
    void close() {
        host.close();
    }

    @ParameterizedTest
    @CsvSource({
        "https://tip.example.org, https://tip.example.org/api",
        "HTTPS://TIP.example.org/, https://tip.example.org/api",
        "http://10.0.0.7:8080/Tip/, http://10.0.0.7:8080/Tip/api",
        "https://[2001:db8::1]:8443//, https://[2001:db8::1]:8443/api"
    })
    void isCalledWhereTheOperatorSays(String url, String called) {
        host.with("url", url);

        assertThat(host.outcome().status()).isEqualTo(Status.HIT);
        assertThat(host.calls()).singleElement().hasToString("GET " + called);
        assertThat(host.provider().hosts())
                .containsExactly(host.calls().get(0).uri().getHost());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tip.example.org",
                "ftp://tip.example.org",
                "https://",
                "https://me:secret@tip.example.org",
                "https://tip.example.org/?a=b",
                "https://tip.example.org/#top",
                "https://tip.example.org:99999",
                "https://tip example.org",
                "https://tip.example.org/%zz"
            })
    void isRefusedWhereThatIsNoAddress(String url) {
        host.with("url", url);

        assertThat(host.provider().unavailable().orElseThrow())
                .startsWith("configured wrong: indago.providers.example.url is '")
                .endsWith("', expected an address such as https://tip.example");
    }

    @Test
    void isTheOnlyHostThatIsCalled() {
        host.with("url", "https://tip.example.org")
                .looking((config, context, it) -> Step.call(
                        HttpCall.get("https://other.example.org"), reply -> Step.done(ScriptedHost.hit("?"))));

        assertThat(host.outcome().reason()).contains("other.example.org, a host it does not declare");
        assertThat(host.calls()).isEmpty();
    }

    @Test
    void isAMadeUpOneInTheSandbox() {
        host.sandboxed("http://127.0.0.1:8099").with("url", "https://tip.example.org");

        assertThat(host.outcome().status()).isEqualTo(Status.HIT);
        assertThat(host.calls().get(0).uri()).hasToString("http://127.0.0.1:8099/example.example/api");
    }
}
