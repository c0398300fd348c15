package io.indago.plugins.urlscan;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.ErrorCause;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Exposure;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.ProviderSpec;
import io.indago.spi.VerdictClass;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.Reply;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class ScanProviderTest {
    private static final Indicator PAGE = Indicator.of(IndicatorType.URL, "http://login.example.org/portal/");
    private static final HttpReply UNFINISHED = Reply.fixture(404, "result-unfinished.json");

    @Test
    void looksAgainUntilTheScanIsFinished() {
        try (FixtureHost host = host(Map.of(), UNFINISHED, UNFINISHED, Reply.fixture("result-malicious.json"))) {
            Outcome outcome = host.lookup("urlscan-scan", PAGE).outcome();

            assertThat(outcome.report()).get().satisfies(report -> {
                assertThat(report.verdict()).isEqualTo(VerdictClass.MALICIOUS);
                assertThat(report.country()).contains("NL");
                assertThat(report.tags()).contains("kit-7");
            });
            assertThat(host.calls()).extracting(HttpCall::method).containsExactly("POST", "GET", "GET", "GET");
        }
    }

    @Test
    void submitsForNobodyElseUnlessToldTo() {
        try (FixtureHost host = host(Map.of(), Reply.fixture("result-silent.json"))) {
            host.lookup("urlscan-scan", PAGE);
            assertThat(host.calls().get(0)).hasToString("POST https://urlscan.io/api/v1/scan/ API-Key: ***");
            assertThat(host.calls().get(0).body())
                    .contains("{\"url\":\"http://login.example.org/portal/\",\"visibility\":\"private\"}");
        }
        try (FixtureHost host = host(Map.of("visibility", "public"), Reply.fixture("result-silent.json"))) {
            host.lookup("urlscan-scan", PAGE);
            assertThat(host.calls().get(0).body().orElseThrow()).contains("\"visibility\":\"public\"");
        }
    }

    @Test
    void isOffAndSaysWhatItReveals() {
        ProviderSpec spec = new ScanFactory().spec();

        assertThat(spec.exposure()).isEqualTo(Exposure.PUBLIC);
        assertThat(spec.offByDefault()).get().asString().contains("its owner can notice", "seen by everybody");
        assertThat(new SearchFactory().spec().offByDefault()).isEmpty();
    }

    @Test
    void saysWhyUrlscanDoesNotScanIt() {
        try (FixtureHost host = FixtureHost.of(new UrlscanPlugin(), settings(Map.of()))
                .replying(call -> Reply.fixture(400, "prevented.json"))) {
            Outcome outcome = host.lookup("urlscan-scan", PAGE).outcome();

            assertThat(outcome.status()).isEqualTo(Status.ERROR);
            assertThat(outcome.reason())
                    .isEqualTo("urlscan.io does not scan it: The domain example.org could not be resolved (made up)");
        }
    }

    @Test
    void submitsNothingThatNobodyWouldWaitFor() {
        try (FixtureHost host = host(Map.of("first-poll", "10s"), Reply.fixture("result-malicious.json"))) {
            Outcome outcome = host.lookup("urlscan-scan", PAGE).outcome();

            assertThat(outcome.reason())
                    .isEqualTo("nothing was scanned: a scan takes more than 10 s, give a later deadline");
            assertThat(host.calls()).isEmpty();
        }
    }

    @Test
    void isLateWhenTheScanTakesLongerThanTheDeadlineAllows() {
        try (FixtureHost host = host(Map.of("poll", "1h"), UNFINISHED)) {
            assertThat(host.lookup("urlscan-scan", PAGE).outcome().status()).isEqualTo(Status.TIMEOUT);
        }
    }

    @Test
    void doesNotLookForEver() {
        try (FixtureHost host = FixtureHost.of(new UrlscanPlugin(), settings(Map.of()))
                .replying(call -> call.method().equals("POST") ? Reply.fixture("submitted.json") : UNFINISHED)) {
            Outcome outcome = host.lookup("urlscan-scan", PAGE).outcome();

            assertThat(outcome.errorCause()).contains(ErrorCause.UNAVAILABLE);
            assertThat(outcome.reason()).isEqualTo("urlscan.io has not finished the scan in time");
        }
    }

    @Test
    void saysThatAScanWasDeleted() {
        try (FixtureHost host = host(Map.of(), Reply.status(410))) {
            assertThat(host.lookup("urlscan-scan", PAGE).outcome().errorCause()).contains(ErrorCause.UNAVAILABLE);
        }
    }

    @Test
    void readsAScanThatLoadedNothing() {
        try (FixtureHost host = host(Map.of(), Reply.fixture("result-failed.json"))) {
            assertThat(host.lookup("urlscan-scan", PAGE).outcome().report())
                    .get()
                    .satisfies(report -> {
                        assertThat(report.verdict()).isEqualTo(VerdictClass.INFORMATIONAL);
                        assertThat(report.related()).isEmpty();
                    });
        }
    }

    @Test
    void tellsWhatItSees() {
        assertThat(verdict("result-suspicious.json")).isEqualTo(VerdictClass.SUSPICIOUS);
        assertThat(verdict("result-harmless.json")).isEqualTo(VerdictClass.BENIGN);
        assertThat(verdict("result-silent.json")).isEqualTo(VerdictClass.INFORMATIONAL);
    }

    private static VerdictClass verdict(String result) {
        try (FixtureHost host = host(Map.of(), Reply.fixture(result))) {
            return host.lookup("urlscan-scan", PAGE)
                    .outcome()
                    .report()
                    .orElseThrow()
                    .verdict();
        }
    }

    private static FixtureHost host(Map<String, String> settings, HttpReply... results) {
        Queue<HttpReply> replies = new ArrayDeque<>(List.of(results));
        replies.add(Reply.status(500));
        return FixtureHost.of(new UrlscanPlugin(), settings(settings))
                .replying(call -> call.method().equals("POST") ? Reply.fixture("submitted.json") : replies.remove());
    }

    private static Map<String, String> settings(Map<String, String> others) {
        Map<String, String> all = new HashMap<>(Map.of("api-key", "made-up-key", "first-poll", "1ms", "poll", "1ms"));
        all.putAll(others);
        return all;
    }
}
