package io.indago.plugins.geoip;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.VerdictClass;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.SandboxAnswers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sandbox answers in the services' shapes: its bodies go through the plugin's own eyes. */
class SandboxTest {
    private static final Map<String, String> KEY = Map.of("api-key", "made-up-key-of-a-test");

    @ParameterizedTest
    @CsvSource({
        "ipinfo, legacy, 185.220.101.34, DE, 64496",
        "ipinfo, legacy, 8.8.8.8, US, 15169",
        "ipinfo, lite, 185.220.101.34, DE, 64496",
        "ipinfo, lite, 8.8.8.8, US, 15169",
        "ipinfo, core, 185.220.101.34, DE, 64496",
        "ipinfo, core, 8.8.8.8, US, 15169",
        "ip-api, '', 185.220.101.34, DE, 64496",
        "ip-api, '', 8.8.8.8, US, 15169",
        "circl-geolookup, '', 185.220.101.34, DE, 64496",
        "circl-geolookup, '', 8.8.8.8, US, 15169"
    })
    void knowsItsCast(String provider, String plan, String address, String country, long asn) {
        assertThat(lookup(provider, plan, address).report()).get().satisfies(report -> {
            assertThat(report.verdict()).isEqualTo(VerdictClass.INFORMATIONAL);
            assertThat(report.country()).contains(country);
            assertThat(report.asn()).hasValue(asn);
            assertThat(report.asOwner()).isPresent();
        });
    }

    @ParameterizedTest
    @CsvSource({"ipinfo, legacy", "ipinfo, lite", "ipinfo, core", "ip-api, ''", "circl-geolookup, ''"})
    void knowsNothingElse(String provider, String plan) {
        assertThat(lookup(provider, plan, "203.0.114.9").status()).isEqualTo(Status.NO_DATA);
    }

    @Test
    void asksForAKeyWhereOneIsNeeded() {
        HttpCall keyless = HttpCall.get("https://pro.ip-api.com/json", "8.8.8.8");
        assertThat(SandboxAnswers.of("ip-api").answer(keyless).json().textAt("/message", ""))
                .isEqualTo("invalid/expired key");
        HttpCall tokenless = HttpCall.get("https://api.ipinfo.io/lite", "8.8.8.8");
        assertThat(SandboxAnswers.of("ipinfo").answer(tokenless).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ipinfo", "ip-api", "circl-geolookup"})
    void keepsTheProvidersHealthy(String provider) {
        try (FixtureHost host = host(provider, "")) {
            assertThat(host.health().state()).isEqualTo(Health.State.UP);
        }
    }

    private static Outcome lookup(String provider, String plan, String address) {
        try (FixtureHost host = host(provider, plan)) {
            return host.lookup(Indicator.of(IndicatorType.IPV4, address)).outcome();
        }
    }

    private static FixtureHost host(String provider, String plan) {
        Map<String, String> settings = provider.equals("circl-geolookup")
                ? Map.of()
                : plan.isEmpty() ? KEY : Map.of("api-key", "made-up-key-of-a-test", "plan", plan);
        return FixtureHost.of(new OfProvider(provider), settings).replying(SandboxAnswers.of(provider)::answer);
    }
}
