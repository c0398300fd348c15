package io.indago.plugins.triage;

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

class TriageProviderTest {
    private static final Indicator FILE = Indicator.of(IndicatorType.SHA256, "1".repeat(64));

    @Test
    void tellsWhatTheNewestFinishedSamplesDo() {
        try (FixtureHost host = host(call -> searched(call, "search-file.json", "overview-malware.json"))) {
            Report report = host.lookup("triage", FILE).outcome().report().orElseThrow();

            assertThat(host.calls())
                    .extracting(call -> call.uri().getPath())
                    .containsExactlyInAnyOrder(
                            "/v0/search",
                            "/v0/samples/260504-aaaaaaaa01/overview.json",
                            "/v0/samples/260501-cccccccc03/overview.json");
            assertThat(report.summary()).isEqualTo("Triage has 3 samples, scored 10 of 10, of examplestealer");
            assertThat(report.malwareFamilies()).containsExactly("examplestealer");
            assertThat(report.tags())
                    .containsExactly("family:examplestealer", "botnet:default", "stealer", "discovery");
            assertThat(report.techniques()).containsExactly("T1082", "T1555.003", "T1005");
            assertThat(report.firstSeen()).contains(Instant.parse("2026-05-01T00:00:00Z"));
            assertThat(report.lastSeen()).contains(Instant.parse("2026-05-04T03:05:00Z"));
            assertThat(report.references()).hasSize(3).contains(URI.create("https://tria.ge/260504-aaaaaaaa01"));
            assertThat(report.evidence())
                    .extracting(Evidence::code, Evidence::text)
                    .contains(
                            tuple("score", "invoice.exe scores 10 of 10"),
                            tuple("signatures", "it shows ExampleStealer, Reads browser data"));
            assertThat(report.related())
                    .extracting(Related::value, Related::relation)
                    .containsExactly(
                            tuple("1".repeat(64), "same-file"),
                            tuple("3".repeat(40), "same-file"),
                            tuple("2".repeat(32), "same-file"),
                            tuple("4".repeat(128), "same-file"),
                            tuple("c2.example.net", "c2"),
                            tuple("http://c2.example.net/gate.php", "c2"),
                            tuple("203.0.114.9", "c2"),
                            tuple("http://files.example.net/2.exe", "downloads"),
                            tuple("http://c2.example.net/gate.php", "contacts"),
                            tuple("c2.example.net", "contacts"),
                            tuple("ocsp.example.com", "contacts"),
                            tuple("203.0.114.80", "contacts"),
                            tuple("203.0.114.9", "contacts"));
        }
    }

    @Test
    void namesTheFilesThatReportToAHost() {
        Indicator host = Indicator.of(IndicatorType.FQDN, "c2.example.net");

        assertThat(report(host, "search-file.json").related())
                .extracting(Related::type, Related::relation)
                .contains(tuple(IndicatorType.SHA256, "contacted-by"))
                .doesNotContain(tuple(IndicatorType.FQDN, "c2"));
    }

    @Test
    void doesNotKnowTheFirstSampleWhereThereAreMore() {
        Report report = report(FILE, "search-more.json");

        assertThat(report.summary()).startsWith("Triage has more than 3 samples");
        assertThat(report.firstSeen()).isEmpty();
    }

    @Test
    void readsTheSummaryOfASampleWithoutAnOverview() {
        Function<HttpCall, HttpReply> answers = call -> call.uri().getPath().endsWith("/overview.json")
                ? Reply.status(404)
                : searched(call, "search-file.json", "summary-likely.json");
        try (FixtureHost host = host(answers)) {
            Report report = host.lookup("triage", FILE).outcome().report().orElseThrow();

            assertThat(report.score()).hasValue(69);
            assertThat(report.tags()).containsExactly("spyware");
            assertThat(report.techniques()).containsExactly("T1012");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 429, 500, 503})
    void makesDoWithTheSearchWhereNoSampleCanBeRead(int status) {
        Function<HttpCall, HttpReply> answers = call ->
                call.uri().getPath().endsWith("/search") ? Reply.fixture("search-file.json") : Reply.status(status);
        try (FixtureHost host = host(answers)) {
            Report report = host.lookup("triage", FILE).outcome().report().orElseThrow();

            assertThat(report.summary()).isEqualTo("Triage has 3 samples");
            assertThat(report.score()).isEmpty();
            assertThat(report.lastSeen()).isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MD5, 22222222222222222222222222222222, md5%3A22222222222222222222222222222222",
        "DOMAIN, example.net, domain%3Aexample.net",
        "IPV4, 203.0.114.9, ip%3A203.0.114.9",
        "IPV6, 2620:fe::fe, ip%3A%222620%3Afe%3A%3Afe%22",
        "URL, http://a.example/?q=1, url%3A%22http%3A%2F%2Fa.example%2F%3Fq%3D1%22",
        "URL, 'http://a.example/\" OR \\', url%3A%22http%3A%2F%2Fa.example%2F%5C%22%20OR%20%5C%5C%22"
    })
    void quotesWhatWouldElseBePartOfTheQuery(IndicatorType type, String value, String query) {
        try (FixtureHost host = host(call -> Reply.fixture("search-nothing.json"))) {
            assertThat(host.lookup("triage", Indicator.of(type, value))
                            .outcome()
                            .status())
                    .isEqualTo(Status.NO_DATA);
            assertThat(host.calls())
                    .singleElement()
                    .hasToString(
                            "GET https://api.tria.ge/v0/search?query=" + query + "&limit=50 Authorization: Bearer ***");
        }
    }

    @Test
    void asksThePrivateCloudWithTheKeyAsABearer() {
        try (FixtureHost host = FixtureHost.of(new TriagePlugin(), Map.of("api-key", "made-up-key", "cloud", "private"))
                .replying(call -> searched(call, "search-file.json", "overview-malware.json"))) {
            Report report = host.lookup("triage", FILE).outcome().report().orElseThrow();

            assertThat(host.calls().get(0).uri()).hasHost("private.tria.ge").hasPath("/api/v0/search");
            assertThat(host.calls().get(0).headers()).containsExactly(Map.entry("Authorization", "Bearer made-up-key"));
            assertThat(report.references()).contains(URI.create("https://private.tria.ge/260504-aaaaaaaa01"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UNAUTHORIZED, UNAUTHORISED",
        "FORBIDDEN, UNAUTHORISED",
        "RATE_LIMIT, RATE_LIMITED",
        "NOT_FOUND, ERROR",
        "INTERNAL, ERROR"
    })
    void readsAnErrorThatComesWithAnotherStatus(String error, Status expected) {
        assertThat(outcome(Reply.json("{\"error\": \"" + error + "\", \"message\": \"made up\"}"))
                        .status())
                .isEqualTo(expected);
    }

    @Test
    void comesBackWhenTheRateLimitSays() {
        assertThat(outcome(Reply.of(429, Map.of("Retry-After", "9"), "")).retryAfter())
                .contains(Duration.ofSeconds(9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"data\": {}}", "{\"data\": null}", "{\"data\": [1]}", "<html>"})
    void refusesWhatIsNoReplyToASearch(String body) {
        assertThat(outcome(Reply.json(body)).errorCause()).contains(ErrorCause.BAD_REPLY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"analysis\": [], \"targets\": {}, \"tasks\": \"x\", \"extracted\": null, \"sample\": \"260504\"}",
                "{\"analysis\": {\"score\": \"high\", \"family\": \"alone\"}, \"extracted\": [null, {\"config\": null}]}"
            })
    void copesWithAnalysesThatHaveNothing(String overview) {
        Function<HttpCall, HttpReply> answers = call -> call.uri().getPath().endsWith("/search")
                ? Reply.json("{\"data\": [{}, {\"id\": \"../x\"}, {\"id\": \"260504-a\"}]}")
                : Reply.json(overview);
        try (FixtureHost host = host(answers)) {
            assertThat(host.lookup("triage", FILE).outcome().status()).isEqualTo(Status.HIT);
            assertThat(host.calls()).hasSize(2);
        }
    }

    @Test
    void isHealthyWhileItsKeyIsAccepted() {
        try (FixtureHost host = host(call -> Reply.json("{\"data\": []}"))) {
            assertThat(host.health("triage").state()).isEqualTo(Health.State.UP);
            assertThat(host.calls())
                    .singleElement()
                    .hasToString("GET https://api.tria.ge/v0/profiles?limit=1 Authorization: Bearer ***");
        }
        try (FixtureHost host = host(call -> Reply.status(401))) {
            assertThat(host.health("triage").state()).isEqualTo(Health.State.DOWN);
        }
    }

    private static Report report(Indicator indicator, String search) {
        try (FixtureHost host = host(call -> searched(call, search, "overview-malware.json"))) {
            return host.lookup("triage", indicator).outcome().report().orElseThrow();
        }
    }

    private static Outcome outcome(HttpReply reply) {
        try (FixtureHost host = host(call -> reply)) {
            return host.lookup("triage", FILE).outcome();
        }
    }

    private static HttpReply searched(HttpCall call, String search, String sample) {
        return Reply.fixture(call.uri().getPath().endsWith("/search") ? search : sample);
    }

    private static FixtureHost host(Function<HttpCall, HttpReply> answers) {
        return FixtureHost.of(new TriagePlugin(), Map.of("api-key", "made-up-key"))
                .replying(answers);
    }
}
