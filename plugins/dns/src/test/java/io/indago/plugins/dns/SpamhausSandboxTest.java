package io.indago.plugins.dns;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The resolvers' sandbox answers for Spamhaus' zones, whatever the key. */
class SpamhausSandboxTest {
    private static final SandboxAnswers ANSWERS = SandboxAnswers.of("dns");

    @ParameterizedTest
    @CsvSource({
        "IPV4, 185.220.101.34, dns.google, HIT",
        "IPV4, 185.220.101.34, cloudflare-dns.com, HIT",
        "DOMAIN, evil-updates.com, dns.google, HIT",
        "URL, http://evil-updates.com/payload.exe, dns.google, HIT",
        "IPV4, 8.8.8.8, dns.google, NO_DATA",
        "DOMAIN, wikipedia.org, dns.google, NO_DATA"
    })
    void knowsItsCast(IndicatorType type, String value, String resolver, Status status) {
        try (FixtureHost host = host(resolver)) {
            assertThat(host.lookup(Indicator.of(type, value)).outcome().status())
                    .isEqualTo(status);
        }
    }

    @Test
    void keepsTheProviderHealthy() {
        try (FixtureHost host = host("dns.google")) {
            assertThat(host.health().state()).isEqualTo(Health.State.UP);
        }
    }

    private static FixtureHost host(String resolver) {
        return FixtureHost.of(
                        new OfFactory(new SpamhausFactory()),
                        Map.of("api-key", "madeupkeyofatest", "resolver", resolver))
                .replying(ANSWERS::answer);
    }
}
