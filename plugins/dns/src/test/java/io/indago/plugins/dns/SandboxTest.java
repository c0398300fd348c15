package io.indago.plugins.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.json.Json;
import io.indago.spi.HttpCall;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.JsonView;
import io.indago.spi.Related;
import io.indago.spi.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The sandbox answers in the resolvers' shape: its bodies go through the plugin's own eyes. */
class SandboxTest {
    private static final List<JsonView> STUBS = stubs();

    @ParameterizedTest
    @CsvSource({
        "DOMAIN, evil-updates.com, 'A 185.220.101.34, MX mail.evil-updates.com, 2 TXT', 185.220.101.34 mail.evil-updates.com",
        "URL, http://evil-updates.com/payload.exe, 'A 185.220.101.34, MX mail.evil-updates.com, 2 TXT', "
                + "185.220.101.34 mail.evil-updates.com",
        "FQDN, mail.evil-updates.com, 'CNAME evil-updates.com, A 185.220.101.34', evil-updates.com 185.220.101.34",
        "DOMAIN, wikipedia.org, 'A 185.15.59.224, AAAA 2a02:ec80:300:ed1a::1, MX mx-in.wikimedia.org, 1 TXT', "
                + "185.15.59.224 2a02:ec80:300:ed1a::1 mx-in.wikimedia.org",
        "IPV4, 185.220.101.34, PTR relay-34.tor-exit.sandbox.example, relay-34.tor-exit.sandbox.example",
        "IPV4, 8.8.8.8, PTR dns.google, dns.google"
    })
    void knowsItsCast(IndicatorType type, String value, String summary, String related) {
        Report report = lookup(type, value);
        assertThat(report.summary()).isEqualTo(summary);
        assertThat(report.related().stream().map(Related::value)).containsExactly(related.split(" "));
        assertThat(report.tags()).isEmpty();
    }

    @Test
    void hasANameThatPointsInside() {
        assertThat(lookup(IndicatorType.FQDN, "router.evil-updates.com").tags()).containsExactly("rebinding");
    }

    @Test
    void knowsNothingElse() {
        assertThat(lookup(IndicatorType.DOMAIN, "unknown.example").summary()).contains("NXDOMAIN");
        assertThat(lookup(IndicatorType.IPV6, "2620:fe::fe").summary()).contains("NXDOMAIN");
    }

    @Test
    void keepsTheProviderHealthy() {
        assertThat(answer("example.com", RecordType.A).records()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void standsInForEachResolver(Resolver resolver) {
        HttpCall call = resolver.query("a.example", RecordType.A);
        String path = "/" + call.uri().getHost() + call.uri().getPath();
        assertThat(STUBS).allSatisfy(stub -> assertThat(path).matches(stub.textAt("/request/urlPathPattern", "none")));
    }

    private static Report lookup(IndicatorType type, String value) {
        Question question = Question.of(Indicator.of(type, value)).orElseThrow();
        return DnsReport.of(
                question,
                question.types().stream()
                        .map(wanted -> answer(question.name(), wanted))
                        .toList());
    }

    /** Of the stub WireMock would choose. */
    private static DnsReply answer(String name, RecordType type) {
        Stream<JsonView> matching = STUBS.stream()
                .filter(stub -> accepts(stub, "name", name))
                .filter(stub -> accepts(stub, "type", type.name()));
        return DnsReply.of(matching.findFirst().orElseThrow().at("/response/jsonBody"));
    }

    private static boolean accepts(JsonView stub, String parameter, String value) {
        JsonView wanted = stub.at("/request/queryParameters/" + parameter);
        return !wanted.exists() || wanted.textAt("/equalTo", "").equals(value);
    }

    private static List<JsonView> stubs() {
        try (InputStream file = SandboxTest.class.getResourceAsStream("/META-INF/indago/sandbox/dns.json")) {
            return Json.parse(file.readAllBytes()).at("/mappings").items().stream()
                    .sorted(Comparator.comparingLong(stub -> stub.integerAt("/priority", 5)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
