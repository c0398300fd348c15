package io.indago.plugins.otx;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.ErrorCause;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Evidence;
import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.Reply;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtxProviderTest {
    private static final Indicator ADDRESS = Indicator.of(IndicatorType.IPV4, "203.0.114.9");
    private static final Map<String, String> KEY = Map.of("api-key", "made-up-key");

    @ParameterizedTest
    @CsvSource({
        "IPV4, 203.0.114.9, IPv4/203.0.114.9, general geo reputation passive_dns",
        "IPV6, 2620:fe::fe, IPv6/2620%3Afe%3A%3Afe, general geo reputation passive_dns",
        "DOMAIN, example.org, domain/example.org, general geo passive_dns",
        "FQDN, www.example.org, hostname/www.example.org, general geo passive_dns",
        "URL, http://a.example/b?c, url/http%3A%2F%2Fa.example%2Fb%3Fc, general url_list",
        "MD5, 44d88612fea8a8f36de82e1278abb02f, file/44d88612fea8a8f36de82e1278abb02f, general analysis",
        "CVE, CVE-2021-99999, cve/CVE-2021-99999, general"
    })
    void asksForTheSectionsOfEachKind(IndicatorType type, String value, String path, String sections) {
        try (FixtureHost host = host(Map.of(), call -> Reply.fixture("general-nothing.json"))) {
            host.lookup(Indicator.of(type, value));
            assertThat(host.calls())
                    .extracting(HttpCall::toString)
                    .containsExactlyInAnyOrder(Stream.of(sections.split(" "))
                            .map(section -> "GET https://otx.alienvault.com/api/v1/indicators/" + path + "/" + section)
                            .toArray(String[]::new));
        }
    }

    @Test
    void givesItsKeyWhereItHasOne() {
        try (FixtureHost host = host(KEY, call -> Reply.fixture("general-nothing.json"))) {
            host.lookup(ADDRESS);
            assertThat(host.calls()).hasSize(4).allSatisfy(call -> assertThat(call.toString())
                    .endsWith(" X-OTX-API-KEY: ***"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 500, 502, 503, 504})
    void makesDoWithoutTheOtherSections(int status) {
        try (FixtureHost host = host(KEY, onlyGeneral(Reply.status(status)))) {
            assertThat(host.lookup(ADDRESS).outcome().report()).get().satisfies(report -> {
                assertThat(report.score()).hasValue(75);
                assertThat(report.evidence())
                        .extracting(Evidence::text)
                        .contains("OTX could not give its sections geo, reputation, passive_dns");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"401, UNAUTHORISED", "403, UNAUTHORISED", "429, RATE_LIMITED"})
    void isHeldBackWhateverSectionSaysSo(int status, Status expected) {
        try (FixtureHost host = host(KEY, onlyGeneral(Reply.status(status)))) {
            assertThat(host.lookup(ADDRESS).outcome().status()).isEqualTo(expected);
        }
    }

    @Test
    void needsTheFirstSection() {
        Function<HttpCall, HttpReply> replies = call ->
                call.uri().getPath().endsWith("/general") ? Reply.status(504) : Reply.fixture("passive-dns.json");
        try (FixtureHost host = host(KEY, replies)) {
            Outcome outcome = host.lookup(ADDRESS).outcome();
            assertThat(outcome.errorCause()).contains(ErrorCause.UNAVAILABLE);
        }
    }

    @Test
    void isHealthyWhileItsKeyIsAccepted() {
        try (FixtureHost host = host(KEY, call -> Reply.json("{\"username\":\"somebody\"}"))) {
            assertThat(host.health().state()).isEqualTo(Health.State.UP);
            assertThat(host.calls())
                    .singleElement()
                    .hasToString("GET https://otx.alienvault.com/api/v1/users/me X-OTX-API-KEY: ***");
        }
        try (FixtureHost host = host(KEY, call -> Reply.status(403))) {
            assertThat(host.health().state()).isEqualTo(Health.State.DOWN);
        }
        try (FixtureHost host = host(Map.of(), call -> Reply.status(500))) {
            assertThat(host.health().state()).isEqualTo(Health.State.UNKNOWN);
        }
    }

    private static Function<HttpCall, HttpReply> onlyGeneral(HttpReply others) {
        return call -> call.uri().getPath().endsWith("/general") ? Reply.fixture("general-malicious.json") : others;
    }

    private static FixtureHost host(Map<String, String> settings, Function<HttpCall, HttpReply> replies) {
        return FixtureHost.of(new OtxPlugin(), settings).replying(replies);
    }
}
