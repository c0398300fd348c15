package io.indago.plugins.dns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {

    @ParameterizedTest
    @CsvSource({
        "example.com, example.com",
        "Mail.Example.COM., mail.example.com",
        "_dmarc.example.com, _dmarc.example.com",
        "xn--bcher-kva.example, xn--bcher-kva.example",
        "a.b, a.b",
        "1.example, 1.example"
    })
    void reads(String text, String name) {
        assertThat(HostName.parse(text)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "localhost",
                "-a.example",
                "a-.example",
                "a..example",
                ".example.com",
                "1.2.3.4",
                "a b.example",
                "b\u00fccher.example",
                "<script>.example",
                "evil.example/path",
                "evil.example\nother.example",
                "evil.example\n"
            })
    void refuses(String text) {
        assertThat(HostName.parse(text)).isEmpty();
    }

    @Test
    void boundsLabelsAndNames() {
        assertThat(HostName.parse("a".repeat(63) + ".example")).isPresent();
        assertThat(HostName.parse("a".repeat(64) + ".example")).isEmpty();
        assertThat(HostName.parse("a.".repeat(123) + "example")).isPresent();
        assertThat(HostName.parse("a.".repeat(124) + "example")).isEmpty();
        assertThat(HostName.parse("a.".repeat(100_000))).isEmpty();
    }
}
