package io.indago.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.spi.HttpCall;
import io.indago.spi.IndicatorType;
import io.indago.spi.ProviderSpec;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EgressTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://api.example.com/x", "https://API.Example.COM/x", "https://api.example.com:443/"})
    void letsCallsToDeclaredHostsPass(String uri) {
        assertThat(egress(spec()).objection(HttpCall.get(uri))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "https://api.example.com.evil.example/",
                "https://evil.example/?api.example.com",
                "https://evil.example#@api.example.com/",
                "https://api.example.com@evil.example/",
                "https://evil.example@api.example.com/",
                "https://api.example.com./",
                "https://sub.api.example.com/",
                "https://169.254.169.254/",
                "https://[::1]/",
                "http://api.example.com/",
                "https://api.example.com:8443/",
                "ftp://api.example.com/",
                "//api.example.com/",
                "https:///x",
                "https://api.example.com/ x",
                "nonsense"
            })
    void refusesEverythingElse(String uri) {
        assertThat(egress(spec()).objection(HttpCall.get(uri))).isPresent();
    }

    @Test
    void letsAnInternalProviderUseHttpAndOtherPorts() {
        assertThat(egress(spec().internal()).objection(HttpCall.get("http://api.example.com:8080/")))
                .isEmpty();
        assertThat(egress(spec().internal()).objection(HttpCall.get("http://evil.example:8080/")))
                .isPresent();
    }

    private static ProviderSpec.Builder spec() {
        return ProviderSpec.builder("example", "Example")
                .types(IndicatorType.IPV4)
                .hosts("api.example.com");
    }

    private static Egress egress(ProviderSpec.Builder spec) {
        ProviderSpec built = spec.build();
        return new Egress(built.hosts(), built.isInternal(), Optional.empty());
    }
}
