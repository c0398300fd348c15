package io.indago.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpCallTest {
    private static final Secret KEY = Secret.of("api-key", "k/e y");

    @Test
    void encodesEachSegmentAndParameterAsOne() {
        HttpCall call = HttpCall.get("https://host.test/api/", "a/b", "ü%").query("q", "x&y=1 2");

        assertThat(call.uri().toASCIIString()).isEqualTo("https://host.test/api/a%2Fb/%C3%BC%25?q=x%26y%3D1%202");
    }

    @Test
    void showsNoSecret() {
        HttpCall call = HttpCall.get("https://host.test")
                .query("key", KEY)
                .query("a", "*")
                .header("x-apikey", KEY);

        assertThat(call.toString()).isEqualTo("GET https://host.test?key=***&a=%2A x-apikey: ***");
        assertThat(call.uri().toASCIIString()).isEqualTo("https://host.test?key=k%2Fe%20y&a=%2A");
        assertThat(call.headers()).containsExactly(Map.entry("x-apikey", "k/e y"));
        assertThat(KEY).hasToString("Secret[api-key]");
    }

    @Test
    void showsWhichSecretItIsWhenAsked() {
        HttpCall call = HttpCall.get("https://host.test")
                .query("key", KEY)
                .query("a", "*")
                .header("x-apikey", KEY);

        assertThat(call.uri(Secret::name)).isEqualTo("https://host.test?key=api-key&a=%2A");
        assertThat(call.headers(Secret::name)).containsExactly(Map.entry("x-apikey", "api-key"));
    }

    @Test
    void refusesWhatIsNoAbsoluteHttpUri() {
        assertThatThrownBy(() -> HttpCall.get("file:///etc/passwd").uri())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("file:///etc/passwd");
    }

    @Test
    void changesACopy() {
        HttpCall plain = HttpCall.post("https://host.test");

        plain.form(Map.of("hash", "a b")).noDataOn(404).seeing(202);

        assertThat(plain.body()).isEmpty();
        assertThat(plain.isNoData(404)).isFalse();
        assertThat(plain.sees(200)).isTrue();
        assertThat(plain.form(Map.of("hash", "a b")).body()).hasValue("hash=a%20b");
    }
}
