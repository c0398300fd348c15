package io.indago.plugins.malpedia;

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
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalpediaProviderTest {
    private static final Indicator FILE = Indicator.of(IndicatorType.SHA256, "1".repeat(64));

    @Test
    void asksForTheSampleAndThenForItsFamily() {
        try (FixtureHost host = host(MalpediaProviderTest::known)) {
            host.lookup(FILE);

            assertThat(host.calls())
                    .extracting(HttpCall::toString)
                    .containsExactly(
                            "GET https://malpedia.caad.fkie.fraunhofer.de/api/get/sample/" + "1".repeat(64)
                                    + "/info Authorization: apitoken ***",
                            "GET https://malpedia.caad.fkie.fraunhofer.de/api/get/family/win.examplebot Authorization: apitoken ***");
            assertThat(host.calls().get(0).headers())
                    .containsExactly(Map.entry("Authorization", "apitoken made-up-key-of-a-test"));
        }
    }

    @Test
    void readsASampleAndItsFamily() {
        Report report = lookup(MalpediaProviderTest::known).report().orElseThrow();

        assertThat(report.summary()).isEqualTo("A sample of Example Bot");
        assertThat(report.score()).hasValue(90);
        assertThat(report.malwareFamilies()).containsExactly("Example Bot");
        assertThat(report.actors()).containsExactly("Example Group");
        assertThat(report.references())
                .containsExactly(URI.create("https://malpedia.caad.fkie.fraunhofer.de/details/win.examplebot"));
        assertThat(report.related())
                .extracting(Related::type, Related::value, Related::relation)
                .containsExactly(tuple(IndicatorType.MD5, "3".repeat(32), "same-file"));
        assertThat(report.evidence())
                .extracting(Evidence::code, Evidence::text)
                .containsExactly(
                        tuple("family", "Malpedia calls it win.examplebot"),
                        tuple("aliases", "its family is also called Exbot, EB2"),
                        tuple("actors", "its family is attributed to Example Group"),
                        tuple("status", "the sample is unpacked"),
                        tuple("version", "the sample is of version 2.1"),
                        tuple("description", "Steals examples."),
                        tuple("source", "written about at https://blog.example.com/examplebot"),
                        tuple("updated", "Malpedia's page of the family is of 2026-03-04"));
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 429, 503})
    void aSampleIsAFindingWithoutWhatElseIsKnown(int status) {
        Report report = lookup(call -> isSample(call) ? Reply.fixture("sample.json") : Reply.status(status))
                .report()
                .orElseThrow();

        assertThat(report.score()).hasValue(90);
        assertThat(report.malwareFamilies()).containsExactly("win.examplebot");
        assertThat(report.evidence()).extracting(Evidence::code).contains("incomplete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"detail\":\"Not found.\"}", "{\"detail\":\"No Sample matches the given query.\"}"})
    void aMissIsNoDataWhateverItsStatus(String body) {
        assertThat(lookup(call -> Reply.of(404, Map.of(), body)).status()).isEqualTo(Status.NO_DATA);
        assertThat(lookup(call -> Reply.json(body)).status()).isEqualTo(Status.NO_DATA);
    }

    @Test
    void saysWhenTheTokenIsRefused() {
        String body = "{\"detail\":\"Invalid token.\"}";
        assertThat(lookup(call -> Reply.of(403, Map.of(), body)).status()).isEqualTo(Status.UNAUTHORISED);
        assertThat(lookup(call -> Reply.json(body)).status()).isEqualTo(Status.UNAUTHORISED);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '{\"available_in\":\"16 seconds\"}', 16",
        "'', '{\"available_in\": 16}', 16",
        "7, '{\"available_in\":\"16 seconds\"}', 7",
        "'Thu, 01 Jan 1970 00:00:00 GMT', '{\"available_in\":\"16 seconds\"}', 16",
        "soon, '<html>', -1",
        "'', '', -1"
    })
    void saysWhenToComeBack(String header, String body, long seconds) {
        Map<String, String> headers = header.isEmpty() ? Map.of() : Map.of("Retry-After", header);
        Outcome outcome = lookup(call -> Reply.of(429, headers, body));

        assertThat(outcome.status()).isEqualTo(Status.RATE_LIMITED);
        assertThat(outcome.retryAfter())
                .isEqualTo(seconds < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"family\":null}",
                "{\"family\":\"\"}",
                "{\"family\":\"../../etc\"}",
                "{\"detail\":\"Something else\"}",
                "<html>"
            })
    void refusesWhatIsNoSample(String body) {
        assertThat(lookup(call -> Reply.json(body)).errorCause()).contains(ErrorCause.BAD_REPLY);
    }

    @Test
    void isHealthyWhileItsTokenIsValid() {
        try (FixtureHost host = host(call -> Reply.json("{\"detail\":\"Valid token.\"}"))) {
            assertThat(host.health().state()).isEqualTo(Health.State.UP);
            assertThat(host.calls())
                    .singleElement()
                    .hasToString(
                            "GET https://malpedia.caad.fkie.fraunhofer.de/api/check/apikey Authorization: apitoken ***");
        }
        try (FixtureHost host = host(call -> Reply.status(403))) {
            assertThat(host.health().state()).isEqualTo(Health.State.DOWN);
        }
        try (FixtureHost host = host(call -> Reply.json("{\"detail\":\"Invalid token.\"}"))) {
            assertThat(host.health().state()).isEqualTo(Health.State.DOWN);
        }
    }

    private static HttpReply known(HttpCall call) {
        return Reply.fixture(isSample(call) ? "sample.json" : "family.json");
    }

    private static boolean isSample(HttpCall call) {
        return call.uri().getPath().contains("/sample/");
    }

    private static Outcome lookup(Function<HttpCall, HttpReply> replies) {
        try (FixtureHost host = host(replies)) {
            return host.lookup(FILE).outcome();
        }
    }

    private static FixtureHost host(Function<HttpCall, HttpReply> replies) {
        return FixtureHost.of(new MalpediaPlugin(), Map.of("api-key", "made-up-key-of-a-test"))
                .replying(replies);
    }
}
