package io.indago.plugins.urlscan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.indago.host.ErrorCause;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Evidence;
import io.indago.spi.Health;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Related;
import io.indago.spi.Report;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.Reply;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchProviderTest {
    private static final Indicator PAGE = Indicator.of(IndicatorType.URL, "http://login.example.org/portal/");
    private static final Indicator DOMAIN = Indicator.of(IndicatorType.FQDN, "login.example.org");

    @Test
    void readsTheNewestScanForItsVerdict() {
        Report report = report(PAGE, "search-page.json", Reply.fixture("result-malicious.json"));

        assertThat(report.summary())
                .isEqualTo("urlscan.io has 2 scans with it, the last one with a verdict is malicious");
        assertThat(report.score()).hasValue(100);
        assertThat(report.tags()).containsExactly("phishing", "@example", "kit-7");
        assertThat(report.country()).contains("NL");
        assertThat(report.asn()).hasValue(64500);
        assertThat(report.asOwner()).contains("EXAMPLE-AS Example Hosting");
        assertThat(report.firstSeen()).contains(Instant.parse("2026-05-02T01:00:00Z"));
        assertThat(report.lastSeen()).contains(Instant.parse("2026-05-04T03:02:01Z"));
        assertThat(report.references())
                .containsExactly(URI.create("https://urlscan.io/result/0196aaaa-0000-7000-8000-000000000001/"));
        assertThat(report.related())
                .extracting(Related::type, Related::value, Related::relation)
                .containsExactly(
                        tuple(IndicatorType.IPV4, "203.0.114.9", "resolves-to"),
                        tuple(IndicatorType.FQDN, "cdn.example.net", "contacts"));
        assertThat(report.evidence())
                .extracting(Evidence::code, Evidence::text)
                .contains(
                        tuple("scans", "it is in 2 scans"),
                        tuple("verdict", "a scan found it malicious"),
                        tuple("brands", "pretends to be examplebank"),
                        tuple("titles", "its title is Sign in to Example Bank"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 429, 500, 503})
    void makesDoWithTheSearchWhereTheResultCanNotBeHad(int status) {
        Report report = report(PAGE, "search-page.json", Reply.status(status));

        assertThat(report.score()).isEmpty();
        assertThat(report.country()).contains("NL");
    }

    @Test
    void doesNotJudgeAHostByWhereItsVisitorsAreSent() {
        Indicator imitated = Indicator.of(IndicatorType.FQDN, "www.example.com");

        Report report = report(imitated, "search-page.json", Reply.fixture("result-malicious.json"));

        assertThat(report.score()).isEmpty();
        assertThat(report(DOMAIN, "search-page.json", Reply.status(404)).related())
                .extracting(Related::value, Related::relation)
                .containsExactly(
                        tuple("203.0.114.9", "resolves-to"), tuple("https://www.example.com/", "redirects-to"));
    }

    @Test
    void doesNotJudgeAPageByOthersBelowIt() {
        Indicator above = Indicator.of(IndicatorType.URL, "http://login.example.org/portal");
        Indicator other = Indicator.of(IndicatorType.URL, "http://login.example.org/port");

        assertThat(report(above, "search-page.json", Reply.fixture("result-malicious.json"))
                        .score())
                .hasValue(100);
        assertThat(report(other, "search-page.json", Reply.fixture("result-malicious.json"))
                        .score())
                .isEmpty();
    }

    @Test
    void readsAVerdictInTheSearchWithoutAnotherCall() {
        Indicator address = Indicator.of(IndicatorType.IPV4, "203.0.114.9");
        try (FixtureHost host = host(call -> Reply.fixture("search-address.json"))) {
            Report report = host.lookup("urlscan", address).outcome().report().orElseThrow();

            assertThat(host.calls()).hasSize(1);
            assertThat(report.score()).hasValue(40);
            assertThat(report.summary()).startsWith("urlscan.io has 2300 scans with it");
            assertThat(report.firstSeen()).as("there are more than were read").isEmpty();
            assertThat(report.related())
                    .extracting(Related::value, Related::relation)
                    .containsExactly(
                            tuple("host-9.example.net", "name"),
                            tuple("login.example.org", "name"),
                            tuple("shop.example.org", "name"));
        }
    }

    @Test
    void doesNotReadAResultThatIsTooLarge() {
        HttpReply search = Reply.json("{\"results\": [{\"task\": {\"url\": \"" + PAGE.value()
                + "\", \"uuid\": \"0196aaaa-0000-7000-8000-000000000001\"}, \"stats\": {\"requests\": 301}}]}");
        try (FixtureHost host = host(call -> search)) {
            assertThat(host.lookup("urlscan", PAGE).outcome().status()).isEqualTo(Status.HIT);
            assertThat(host.calls()).hasSize(1);
        }
    }

    @Test
    void asksForAHundredRowsWithTheKeyInItsHeader() {
        try (FixtureHost host = host(call -> Reply.fixture("search-nothing.json"))) {
            host.lookup("urlscan", Indicator.of(IndicatorType.ASN, "AS64500"));

            assertThat(host.calls())
                    .singleElement()
                    .hasToString(
                            "GET https://urlscan.io/api/v1/search/?q=page.asn%3A%22AS64500%22&size=100 API-Key: ***");
        }
    }

    @Test
    void asksWithoutAKeyToo() {
        try (FixtureHost host =
                FixtureHost.of(new UrlscanPlugin(), Map.of()).replying(call -> Reply.fixture("search-nothing.json"))) {
            assertThat(host.lookup("urlscan", DOMAIN).outcome().status()).isEqualTo(Status.NO_DATA);
            assertThat(host.calls().get(0).headers()).isEmpty();
            assertThat(host.health("urlscan").state()).isEqualTo(Health.State.UNKNOWN);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"results\": [{}]}",
                "{\"results\": [{\"task\": [], \"page\": [], \"stats\": null, \"verdicts\": []}], \"total\": \"7\"}",
                "{\"results\": [{\"_id\": 7, \"task\": {\"url\": \"::\"}, \"page\": {\"ip\": null}}, \"x\"]}"
            })
    void copesWithRowsThatHaveNothing(String body) {
        for (IndicatorType type : IndicatorType.values()) {
            try (FixtureHost host = host(call -> Reply.json(body))) {
                Outcome outcome =
                        host.lookup("urlscan", Indicator.of(type, "x")).outcome();
                assertThat(outcome.status()).isIn(Status.HIT, Status.UNSUPPORTED);
            }
        }
    }

    @Test
    void comesBackWhenTheRateLimitSays() {
        HttpReply spent =
                Reply.of(429, Map.of("X-Rate-Limit-Action", "search", "X-Rate-Limit-Reset-After", "17"), "{}");
        try (FixtureHost host = host(call -> spent)) {
            assertThat(host.lookup("urlscan", PAGE).outcome().retryAfter()).contains(Duration.ofSeconds(17));
        }
    }

    @ParameterizedTest
    @CsvSource({"401, UNAUTHORISED", "403, UNAUTHORISED", "429, RATE_LIMITED", "400, ERROR"})
    void readsAnErrorThatComesWithAnotherStatus(int status, Status expected) {
        try (FixtureHost host = host(call -> Reply.json("{\"message\": \"No!\", \"status\": " + status + "}"))) {
            assertThat(host.lookup("urlscan", PAGE).outcome().status()).isEqualTo(expected);
        }
    }

    @Test
    void doesNotReadAPageAsAnAnswer() {
        try (FixtureHost host = host(call -> Reply.of(200, Map.of("content-type", "text/html"), "<html>Checking…"))) {
            assertThat(host.lookup("urlscan", PAGE).outcome().errorCause()).contains(ErrorCause.BAD_REPLY);
        }
    }

    @Test
    void isNotHealthyWithAKeyThatIsTakenForNobodys() {
        try (FixtureHost host = host(call -> Reply.json("{\"scope\": \"ip-address\", \"limits\": {}}"))) {
            assertThat(host.health("urlscan").state()).isEqualTo(Health.State.DOWN);
            assertThat(host.calls()).singleElement().hasToString("GET https://urlscan.io/api/v1/quotas API-Key: ***");
        }
        try (FixtureHost host = host(call -> Reply.json("{\"scope\": \"user\"}"))) {
            assertThat(host.health("urlscan").state()).isEqualTo(Health.State.UP);
        }
    }

    private static Report report(Indicator indicator, String search, HttpReply result) {
        try (FixtureHost host =
                host(call -> call.uri().getPath().contains("/search/") ? Reply.fixture(search) : result)) {
            return host.lookup("urlscan", indicator).outcome().report().orElseThrow();
        }
    }

    private static FixtureHost host(Function<HttpCall, HttpReply> answers) {
        return FixtureHost.of(new UrlscanPlugin(), Map.of("api-key", "made-up-key"))
                .replying(answers);
    }
}
