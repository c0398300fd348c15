package io.indago.plugins.censys;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Health;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CensysProviderTest {
    private static final Indicator ADDRESS = Indicator.of(IndicatorType.IPV4, "203.0.114.9");
    private static final String ORGANIZATION = "01234567-89ab-cdef-0123-456789abcdef";

    @Test
    void asksWithATokenForACertainVersion() {
        try (FixtureHost host = host(Map.of("api-key", "made-up-key"), Reply.fixture("host.json"))) {
            host.lookup(ADDRESS);

            assertThat(host.calls()).singleElement().satisfies(call -> {
                assertThat(call)
                        .hasToString("GET https://api.platform.censys.io/v3/global/asset/host/203.0.114.9"
                                + " Accept: application/vnd.censys.api.v3.host.v1+json, Authorization: Bearer ***");
                assertThat(call.headers()).contains(Map.entry("Authorization", "Bearer made-up-key"));
            });
        }
    }

    @Test
    void saysWhoseCreditsToUse() {
        try (FixtureHost host =
                host(Map.of("api-key", "made-up-key", "organization-id", ORGANIZATION), Reply.fixture("host.json"))) {
            host.lookup(ADDRESS);

            assertThat(host.calls()).singleElement().satisfies(call -> assertThat(call.headers())
                    .contains(Map.entry("X-Organization-ID", ORGANIZATION)));
        }
    }

    @Test
    void isNotAskedForAnOrganizationThatIsNone() {
        try (FixtureHost host =
                host(Map.of("api-key", "made-up-key", "organization-id", "Example Ltd"), Reply.fixture("host.json"))) {
            Outcome outcome = host.lookup(ADDRESS).outcome();

            assertThat(outcome.status()).isEqualTo(Status.SKIPPED);
            assertThat(outcome.reason()).contains("organization-id is no UUID");
        }
    }

    @Test
    void isHealthyWhileItsCreditsCanBeRead() {
        try (FixtureHost host = host(Map.of("api-key", "made-up-key"), Reply.json("{\"balance\":7}"))) {
            assertThat(host.health().state()).isEqualTo(Health.State.UP);
            assertThat(host.calls())
                    .singleElement()
                    .hasToString(
                            "GET https://api.platform.censys.io/v3/accounts/users/credits Authorization: Bearer ***");
        }
        try (FixtureHost host =
                host(Map.of("api-key", "made-up-key", "organization-id", ORGANIZATION), Reply.status(401))) {
            assertThat(host.health().state()).isEqualTo(Health.State.DOWN);
            assertThat(host.calls()).singleElement().satisfies(call -> assertThat(call.uri())
                    .hasPath("/v3/accounts/organizations/" + ORGANIZATION + "/credits"));
        }
    }

    @Test
    void saysABadReplyToAQueryThatCensysDoesNotTake() {
        try (FixtureHost host = host(Map.of("api-key", "made-up-key"), Reply.status(422))) {
            assertThat(host.lookup(ADDRESS).outcome().status()).isEqualTo(Status.ERROR);
        }
    }

    private static FixtureHost host(Map<String, String> settings, HttpReply reply) {
        return FixtureHost.of(new CensysPlugin(), settings).replying(call -> reply);
    }
}
