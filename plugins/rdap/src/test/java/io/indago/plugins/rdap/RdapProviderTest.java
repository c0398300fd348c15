package io.indago.plugins.rdap;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.ErrorCause;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RdapProviderTest {
    private static final Indicator DOMAIN = Indicator.of(IndicatorType.DOMAIN, "evil-shop.com");

    @ParameterizedTest
    @CsvSource({
        "DOMAIN, evil-shop.com, https://rdap.verisign.com/com/v1/domain/evil-shop.com",
        "DOMAIN, a.co.uk, https://rdap.nominet.uk/co.uk/domain/a.co.uk",
        "DOMAIN, ac.uk, https://rdap.nominet.uk/uk/domain/ac.uk",
        "DOMAIN, quiet.org, https://rdap.publicinterestregistry.org/rdap/domain/quiet.org",
        "IPV4, 203.0.114.9, https://rdap.arin.net/registry/ip/203.0.114.9",
        "IPV4, 203.0.115.9, https://rdap.apnic.net/ip/203.0.115.9",
        "CIDR, 203.0.114.0/25, https://rdap.arin.net/registry/ip/203.0.114.0/25",
        "CIDR, 203.0.114.0/23, https://rdap.apnic.net/ip/203.0.114.0/23",
        "IPV6, 2620:fe::fe, https://rdap.arin.net/registry/ip/2620%3Afe%3A%3Afe",
        "CIDR, 2620:fe::/48, https://rdap.arin.net/registry/ip/2620%3Afe%3A%3A/48",
        "ASN, AS64500, https://rdap.db.ripe.net/autnum/64500",
        "ASN, AS7, https://rdap.db.ripe.net/autnum/7"
    })
    void asksTheRegistryThatIsResponsible(IndicatorType type, String value, String uri) {
        try (FixtureHost host = host(Reply.status(404))) {
            host.lookup(Indicator.of(type, value));
            assertThat(host.calls()).hasSize(2).last().satisfies(call -> assertThat(call.uri())
                    .hasToString(uri));
        }
    }

    @ParameterizedTest
    @CsvSource({"DOMAIN, a.quiet", "IPV4, 9.9.9.9", "CIDR, 202.0.0.0/7", "IPV6, 2a00::1", "ASN, AS3"})
    void asksNobodyWhereNoRegistryIsResponsible(IndicatorType type, String value) {
        try (FixtureHost host = host(Reply.status(500))) {
            assertThat(host.lookup(Indicator.of(type, value)).outcome().status())
                    .isEqualTo(Status.NO_DATA);
            assertThat(host.calls()).hasSize(1);
        }
    }

    @Test
    void asksNoServerThatIsNotAmongTheKnown() {
        try (FixtureHost host = host(Reply.status(500))) {
            Outcome outcome =
                    host.lookup(Indicator.of(IndicatorType.DOMAIN, "our.brand")).outcome();
            assertThat(outcome.status()).isEqualTo(Status.NO_DATA);
            assertThat(outcome.reason()).contains("https://rdap.nic.brand/ is none of those it may ask");
        }
    }

    @Test
    void fetchesTheListOfRegistriesOnceADay() {
        try (FixtureHost host = host(Reply.fixture("domain.json"))) {
            host.lookup(DOMAIN);
            host.lookup(Indicator.of(IndicatorType.DOMAIN, "other.net"));
            assertThat(host.calls())
                    .extracting(call -> call.uri().getHost())
                    .containsExactly("data.iana.org", "rdap.verisign.com", "rdap.verisign.com");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://rdap.registrar.example/domain/evil-shop.com",
                "http://rdap.arin.net/registry/ip/1.2.3.4",
                "https://rdap.arin.net:8443/ip/1.2.3.4",
                "https://a:b@rdap.arin.net/ip/1.2.3.4",
                "https://rdap.arin.net@evil.example/",
                "https://rdap.arin.net/?a=b",
                "//evil.example/",
                "::not a uri::",
                ""
            })
    void followsNoReferralToAnybodyElse(String location) {
        try (FixtureHost host = host(Reply.of(302, Map.of("location", location), ""))) {
            Outcome outcome = host.lookup(DOMAIN).outcome();
            // An empty location is the same place again
            assertThat(outcome.errorCause()).contains(ErrorCause.BAD_REPLY);
            assertThat(outcome.reason()).contains("rdap.verisign.com refers to");
            assertThat(host.calls())
                    .allSatisfy(call -> assertThat(call.uri().getHost()).isIn("data.iana.org", "rdap.verisign.com"));
        }
    }

    @Test
    void endsWithTheThirdReferral() {
        try (FixtureHost host =
                host(Reply.of(302, Map.of("location", "https://rdap.arin.net/registry/ip/1.2.3.4"), ""))) {
            assertThat(host.lookup(DOMAIN).outcome().reason()).contains("after 3 referrals");
            assertThat(host.calls()).hasSize(5);
        }
    }

    @Test
    void resolvesAReferralThatIsRelative() {
        try (FixtureHost host = FixtureHost.of(new RdapPlugin(), Map.of())
                .replying(call -> call.uri().getPath().startsWith("/com/")
                        ? Reply.of(301, Map.of("location", "/v2/domain/evil-shop.com"), "")
                        : answer(call, Reply.fixture("domain.json")))) {
            assertThat(host.lookup(DOMAIN).outcome().status()).isEqualTo(Status.HIT);
            assertThat(host.calls()).last().satisfies(call -> assertThat(call.uri())
                    .hasToString("https://rdap.verisign.com/v2/domain/evil-shop.com"));
        }
    }

    private static FixtureHost host(HttpReply ofARegistry) {
        return FixtureHost.of(new RdapPlugin(), Map.of()).replying(call -> answer(call, ofARegistry));
    }

    private static HttpReply answer(HttpCall call, HttpReply ofARegistry) {
        return call.uri().getHost().equals("data.iana.org")
                ? Reply.fixture(call.uri().getPath().replaceFirst("^/rdap/", ""))
                : ofARegistry;
    }
}
