package io.indago.plugins.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.ErrorCause;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Health;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DnsProviderTest {
    private static final Indicator NAME = Indicator.of(IndicatorType.DOMAIN, "evil.example");

    @Test
    void asksGoogleForFourTypesWithoutOurNetwork() {
        try (FixtureHost host = host(Map.of(), "nxdomain.json")) {
            host.lookup(NAME);
            assertThat(host.calls())
                    .hasSize(4)
                    .extracting(call -> call.uri().toString())
                    .contains("https://dns.google/resolve?name=evil.example&type=MX&edns_client_subnet=0.0.0.0%2F0");
        }
    }

    @Test
    void asksCloudflareWhereTheOperatorPrefersIt() {
        try (FixtureHost host = host(Map.of("resolver", "cloudflare-dns.com"), "nxdomain.json")) {
            host.lookup(Indicator.of(IndicatorType.IPV4, "203.0.114.9"));
            assertThat(host.calls())
                    .singleElement()
                    .hasToString("GET https://cloudflare-dns.com/dns-query?name=9.114.0.203.in-addr.arpa&type=PTR"
                            + " Accept: application/dns-json");
        }
    }

    @Test
    void tellsNobodyWhoHasAnEmailAddress() {
        try (FixtureHost host = host(Map.of(), "nxdomain.json")) {
            host.lookup(Indicator.of(IndicatorType.EMAIL, "Jane.Doe@evil.example"));

            assertThat(host.calls()).hasSize(2).allSatisfy(call -> assertThat(call.toString())
                    .doesNotContainIgnoringCase("jane")
                    .contains("name=evil.example&"));
        }
    }

    @Test
    void asksNobodyAboutAHostThatIsNoPublicName() {
        try (FixtureHost host = host(Map.of(), "a.json")) {
            Outcome outcome = host.lookup(Indicator.of(IndicatorType.URL, "http://intranet/"))
                    .outcome();
            assertThat(outcome.status()).isEqualTo(Status.NO_DATA);
            assertThat(host.calls()).isEmpty();
        }
    }

    @Test
    void isUnavailableWhileTheNamesServersFail() {
        try (FixtureHost host = host(Map.of(), "servfail.json")) {
            Outcome outcome = host.lookup(NAME).outcome();
            assertThat(outcome.status()).isEqualTo(Status.ERROR);
            assertThat(outcome.errorCause()).contains(ErrorCause.UNAVAILABLE);
        }
    }

    @Test
    void isHealthyWhileTheResolverAnswers() {
        try (FixtureHost host = host(Map.of(), "a.json")) {
            assertThat(host.health().state()).isEqualTo(Health.State.UP);
        }
        try (FixtureHost host = host(Map.of(), "servfail.json")) {
            assertThat(host.health().state()).isEqualTo(Health.State.DOWN);
        }
    }

    private static FixtureHost host(Map<String, String> settings, String fixture) {
        return FixtureHost.of(new OfFactory(new DnsFactory()), settings).replying(call -> Reply.fixture(fixture));
    }
}
