package io.indago.plugins.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.indago.json.Json;
import io.indago.spi.ErrorKind;
import io.indago.spi.Evidence;
import io.indago.spi.Health;
import io.indago.spi.ProviderException;
import io.indago.spi.Report;
import io.indago.spi.VerdictClass;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.Reply;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpamhausReportTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.2, sbl, 75",
        "127.0.0.3, css, 75",
        "127.0.0.4, xbl, 75",
        "127.0.0.5, xbl, 75",
        "127.0.0.6, xbl, 75",
        "127.0.0.7, xbl, 75",
        "127.0.0.9, drop, 90",
        "127.0.1.2, spam, 60",
        "127.0.1.4, phishing, 90",
        "127.0.1.5, malware, 90",
        "127.0.1.6, botnet-c2, 90",
        "127.0.1.102, abused-legit, 55",
        "127.0.1.103, abused-legit, 55",
        "127.0.1.104, abused-legit, 55",
        "127.0.1.105, abused-legit, 55",
        "127.0.1.106, abused-legit, 55"
    })
    void weighsWhyItIsListed(String code, String tag, int score) {
        Report report = answered(code);

        assertThat(report.tags()).containsExactly(tag);
        assertThat(report.score()).hasValue(score);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.10, pbl", "127.0.0.11, pbl", "127.0.0.77, ''"})
    void hasNoOpinionOfAPolicyOrOfWhatIsNotDocumented(String code, String tag) {
        Report report = answered(code);

        assertThat(report.isHit()).isTrue();
        assertThat(report.verdict()).isEqualTo(VerdictClass.INFORMATIONAL);
        assertThat(String.join("", report.tags())).isEqualTo(tag);
    }

    @Test
    void goesByTheWorstOfSeveral() {
        Report report = answered("127.0.0.9", "127.0.0.10", "127.0.0.2", "127.0.0.4", "127.0.0.5");

        assertThat(report.score()).hasValue(90);
        assertThat(report.tags()).containsExactly("sbl", "xbl", "drop", "pbl");
        assertThat(report.references())
                .containsExactly(URI.create("https://check.spamhaus.org/results/?query=203.0.114.9"));
        assertThat(report.evidence())
                .extracting(Evidence::code, piece -> piece.value().orElse(""))
                .containsExactly(
                        tuple("sbl", "127.0.0.2"),
                        tuple("xbl", "127.0.0.4"),
                        tuple("xbl", "127.0.0.5"),
                        tuple("drop", "127.0.0.9"),
                        tuple("pbl", "127.0.0.10"));
    }

    @ParameterizedTest
    @CsvSource({
        "127.255.255.252, INVALID_INPUT",
        "127.255.255.254, INVALID_INPUT",
        "127.255.255.255, QUOTA",
        "127.255.255.1, BAD_REPLY",
        "127.0.1.255, INVALID_INPUT",
        // What a resolver says that earns money with names that don't exist
        "203.0.114.80, BAD_REPLY",
        "127.1.0.2, BAD_REPLY"
    })
    void takesAnErrorForNoListing(String code, ErrorKind kind) {
        assertThatThrownBy(() -> answered("127.0.0.2", code))
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(kind));
    }

    @ParameterizedTest
    @CsvSource({"nxdomain.json, false", "nodata.json, false"})
    void knowsNothingOfWhatIsNotListed(String fixture, boolean hit) {
        assertThat(SpamhausReport.of(
                                "a.example", DnsReply.of(Reply.fixture(fixture).json()))
                        .isHit())
                .isEqualTo(hit);
    }

    @Test
    void isUnavailableWhileTheListIs() {
        assertThatThrownBy(() -> SpamhausReport.of(
                        "a.example", DnsReply.of(Reply.fixture("servfail.json").json())))
                .isInstanceOfSatisfying(ProviderException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(ErrorKind.UNAVAILABLE));
    }

    @ParameterizedTest
    @CsvSource({"spamhaus-listed.json, UP", "nxdomain.json, DOWN", "spamhaus-refused.json, DOWN", "servfail.json, DOWN"
    })
    void isHealthyWhileItsTestAddressIsListed(String fixture, Health.State state) {
        try (FixtureHost host = FixtureHost.of(
                        new OfFactory(new SpamhausFactory()),
                        Map.of("api-key", "madeupkeyofatest", "resolver", "cloudflare-dns.com"))
                .replying(call -> Reply.fixture(fixture))) {
            assertThat(host.health().state()).isEqualTo(state);
            assertThat(host.calls()).singleElement().satisfies(call -> {
                assertThat(call.uri())
                        .hasToString("https://cloudflare-dns.com/dns-query"
                                + "?name=2.0.0.127.madeupkeyofatest.zen.dq.spamhaus.net&type=A");
                assertThat(call.toString()).doesNotContain("madeupkeyofatest");
            });
        }
    }

    private static Report answered(String... addresses) {
        String answers = Stream.of(addresses)
                .map(address -> "{\"type\":1,\"data\":\"" + address + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
        return SpamhausReport.of("203.0.114.9", DnsReply.of(Json.parse("{\"Status\":0,\"Answer\":" + answers + "}")));
    }
}
