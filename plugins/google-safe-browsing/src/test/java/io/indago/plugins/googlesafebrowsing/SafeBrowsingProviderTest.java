package io.indago.plugins.googlesafebrowsing;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.ErrorCause;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.json.Json;
import io.indago.spi.Evidence;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.JsonView;
import io.indago.spi.Report;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.Reply;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeBrowsingProviderTest {
    private static final Indicator URL = Indicator.of(IndicatorType.URL, "http://login.example.org/portal/");

    @Test
    void readsProtobufAsItReadsJson() {
        Report protobuf = report(Protobuf.LISTED);
        Report json = report(Reply.json("{\"threats\": [{\"url\": \"login.example.org/portal/\","
                + " \"threatTypes\": [\"SOCIAL_ENGINEERING\", \"MALWARE\"]}], \"cacheDuration\": \"300s\"}"));

        assertThat(protobuf.summary())
                .isEqualTo("Google lists it as social engineering and malware")
                .isEqualTo(json.summary());
        assertThat(protobuf.tags())
                .containsExactly("social_engineering", "malware")
                .isEqualTo(json.tags());
        assertThat(protobuf.evidence())
                .extracting(Evidence::text)
                .containsExactly(
                        "login.example.org/portal/ is listed as social engineering",
                        "login.example.org/portal/ is listed as malware")
                .isEqualTo(json.evidence().stream().map(Evidence::text).toList());
        assertThat(protobuf.references())
                .containsExactly(URI.create("https://transparencyreport.google.com/safe-browsing/search?url="
                        + "http%3A%2F%2Flogin.example.org%2Fportal%2F"));
    }

    @Test
    void readsAnEnumerationThatIsNotPacked() {
        Report report = report(Protobuf.LISTED_UNPACKED);

        assertThat(report.tags()).containsExactly("unwanted_software");
        assertThat(report.score()).hasValue(75);
    }

    @Test
    void readsWhatGoogleAddsLater() {
        Report report = report(Protobuf.LISTED_LATER);

        assertThat(report.tags()).containsExactly("threat_type_9");
        assertThat(report.score()).hasValue(75);
    }

    @Test
    void takesTheWorstOfSeveralEntries() {
        Report report = report(Map.of("version", "v4"), Reply.fixture("v4-match.json"));

        assertThat(report.score()).hasValue(90);
        assertThat(report.tags()).containsExactly("social_engineering", "unwanted_software");
        assertThat(report.evidence())
                .extracting(Evidence::text)
                .containsExactly(
                        "http://login.example.org/portal/ is listed as social engineering"
                                + " (malware_threat_type distribution, plain!)",
                        "http://login.example.org/portal/ is listed as unwanted software (platform WINDOWS)");
    }

    @Test
    void asksVersionFourForEveryTypeOnAnyPlatform() {
        try (FixtureHost host = host(Map.of("version", "v4"), Reply.json("{}"))) {
            host.lookup(Indicator.of(IndicatorType.URL, "http://a.example/?q=\"\\"));

            JsonView body = Json.parse(host.calls().get(0).body().orElseThrow());
            assertThat(host.calls())
                    .singleElement()
                    .hasToString("POST https://safebrowsing.googleapis.com/v4/threatMatches:find?key=***");
            assertThat(body.textAt("/client/clientId", "")).isEqualTo("indago");
            assertThat(body.at("/threatInfo/threatTypes").texts())
                    .containsExactly(
                            "MALWARE", "SOCIAL_ENGINEERING", "UNWANTED_SOFTWARE", "POTENTIALLY_HARMFUL_APPLICATION");
            assertThat(body.at("/threatInfo/platformTypes").texts()).containsExactly("ANY_PLATFORM");
            assertThat(body.textAt("/threatInfo/threatEntries/0/url", "")).isEqualTo("http://a.example/?q=\"\\");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "URL, http://a.example/?a=b&c=%20, http%3A%2F%2Fa.example%2F%3Fa%3Db%26c%3D%2520",
        "DOMAIN, a.example, http%3A%2F%2Fa.example%2F",
        "IPV4, 203.0.114.9, http%3A%2F%2F203.0.114.9%2F",
        "IPV6, 2620:fe::fe, http%3A%2F%2F%5B2620%3Afe%3A%3Afe%5D%2F"
    })
    void asksAboutAHostAsItsFirstPage(IndicatorType type, String value, String url) {
        try (FixtureHost host = host(Map.of(), Protobuf.UNLISTED)) {
            host.lookup(Indicator.of(type, value));

            assertThat(host.calls())
                    .singleElement()
                    .hasToString("GET https://safebrowsing.googleapis.com/v5/urls:search?urls=" + url + "&key=***");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"cacheDuration\": \"300s\"}", "{\"threats\": []}", "{\"matches\": null}"})
    void whatIsOnNoListIsNoData(String body) {
        assertThat(outcome(Reply.json(body)).status()).isEqualTo(Status.NO_DATA);
    }

    @Test
    void anEmptyMessageIsNoData() {
        assertThat(outcome(Protobuf.UNLISTED).status()).isEqualTo(Status.NO_DATA);
        assertThat(outcome(Protobuf.reply(200, "")).status()).isEqualTo(Status.NO_DATA);
    }

    @Test
    void saysSoWhenTheKeyIsRefusedAsABadRequest() {
        assertThat(outcome(Reply.fixture(400, "error-key.json")).status()).isEqualTo(Status.UNAUTHORISED);
        assertThat(outcome(Protobuf.KEY_REFUSED).status()).isEqualTo(Status.UNAUTHORISED);
        assertThat(outcome(Reply.fixture(400, "error-argument.json")).errorCause())
                .contains(ErrorCause.BAD_REPLY);
        assertThat(outcome(Reply.status(400)).errorCause()).contains(ErrorCause.BAD_REPLY);
    }

    @ParameterizedTest
    @CsvSource({
        "PERMISSION_DENIED, UNAUTHORISED",
        "UNAUTHENTICATED, UNAUTHORISED",
        "RESOURCE_EXHAUSTED, RATE_LIMITED",
        "UNAVAILABLE, ERROR",
        "DATA_LOSS, ERROR"
    })
    void readsAnErrorWhateverItsStatus(String status, Status expected) {
        String body = "{\"error\": {\"status\": \"" + status + "\", \"message\": \"about made-up-key\"}}";

        Outcome outcome = outcome(Reply.json(body));

        assertThat(outcome.status()).isEqualTo(expected);
        assertThat(outcome.reason()).startsWith("Google answers ").doesNotContain("made-up");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0a",
                "0a05",
                "0a050a03",
                "0a7fffffffff0f",
                "ffffffffffffffffffff01",
                "00",
                "0b",
                "0f",
                "0d0000",
                "0801",
                "0a020801",
                "0a0312018f",
                "3c68746d6c3e"
            })
    void refusesProtobufThatIsNone(String hex) {
        Outcome outcome = outcome(Protobuf.reply(200, hex));

        assertThat(outcome.errorCause()).contains(ErrorCause.BAD_REPLY);
        assertThat(outcome.reason()).startsWith("Google's reply is unreadable protobuf");
    }

    @Test
    void doesNotReadAPageAsAnAnswer() {
        HttpReply page = Reply.of(200, Map.of("content-type", "text/html"), "<html>Sign in</html>");

        assertThat(outcome(page).errorCause()).contains(ErrorCause.BAD_REPLY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "{\"matches\": {}}", "{\"threats\": \"none\"}"})
    void refusesJsonOfAnotherShape(String body) {
        assertThat(outcome(Reply.json(body)).errorCause()).contains(ErrorCause.BAD_REPLY);
    }

    private static Report report(HttpReply reply) {
        return report(Map.of(), reply);
    }

    private static Report report(Map<String, String> settings, HttpReply reply) {
        try (FixtureHost host = host(settings, reply)) {
            return host.lookup(URL).outcome().report().orElseThrow();
        }
    }

    private static Outcome outcome(HttpReply reply) {
        try (FixtureHost host = host(Map.of(), reply)) {
            return host.lookup(URL).outcome();
        }
    }

    private static FixtureHost host(Map<String, String> settings, HttpReply reply) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("api-key", "made-up-key");
        return FixtureHost.of(new SafeBrowsingPlugin(), all).replying(call -> reply);
    }
}
