package io.indago.plugins.rdap;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Health;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.SandboxAnswers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sandbox answers in the registries' shape: its bodies go through the plugin's own eyes. */
class SandboxTest {
    private static final SandboxAnswers ANSWERS = SandboxAnswers.of("rdap");

    @ParameterizedTest
    @CsvSource({
        "DOMAIN, evil-updates.com, Registered with Sandbox Registrar",
        "DOMAIN, wikipedia.org, Registered with Sandbox Registrar",
        "IPV4, 185.220.101.34, Registered as SANDBOX-RELAY",
        "IPV4, 8.8.8.8, Registered as GOOGLE",
        "CIDR, 185.220.101.0/24, Registered as SANDBOX-RELAY",
        "ASN, AS15169, Registered as GOOGLE",
        "ASN, AS64496, Registered as SANDBOX-RELAY"
    })
    void knowsItsCast(IndicatorType type, String value, String summary) {
        assertThat(lookup(type, value).report()).get().satisfies(report -> {
            assertThat(report.summary()).startsWith(summary);
            assertThat(report.evidence()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "DOMAIN, nowhere.com",
        "DOMAIN, nowhere.example",
        "IPV4, 203.0.114.9",
        "IPV6, 2620:fe::fe",
        "ASN, AS64500"
    })
    void knowsNothingElse(IndicatorType type, String value) {
        assertThat(lookup(type, value).status()).isEqualTo(Status.NO_DATA);
    }

    @Test
    void keepsTheProviderHealthy() {
        try (FixtureHost host = host()) {
            assertThat(host.health().state()).isEqualTo(Health.State.UP);
        }
    }

    private static Outcome lookup(IndicatorType type, String value) {
        try (FixtureHost host = host()) {
            return host.lookup(Indicator.of(type, value)).outcome();
        }
    }

    private static FixtureHost host() {
        return FixtureHost.of(new RdapPlugin(), Map.of()).replying(ANSWERS::answer);
    }
}
