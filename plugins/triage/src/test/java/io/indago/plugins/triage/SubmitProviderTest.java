package io.indago.plugins.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.ErrorCause;
import io.indago.host.Outcome;
import io.indago.spi.Exposure;
import io.indago.spi.HttpCall;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.ProviderSpec;
import io.indago.spi.VerdictClass;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.Reply;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class SubmitProviderTest {
    private static final Indicator PAGE = Indicator.of(IndicatorType.URL, "http://login.example.org/portal/");
    private static final HttpReply SUBMITTED = Reply.fixture("submitted.json");
    private static final HttpReply RUNNING = Reply.fixture("running.json");

    @Test
    void looksAgainUntilTheAnalysisIsFinished() {
        try (FixtureHost host = host(
                "1ms",
                SUBMITTED,
                RUNNING,
                RUNNING,
                Reply.fixture("reported.json"),
                Reply.fixture("overview-page.json"))) {
            Outcome outcome = host.lookup("triage-submit", PAGE).outcome();

            assertThat(outcome.report()).get().satisfies(report -> {
                assertThat(report.score()).hasValue(80);
                assertThat(report.tags()).containsExactly("phishing");
                assertThat(report.references()).containsExactly(URI.create("https://tria.ge/260504-aaaaaaaa01"));
            });
            assertThat(host.calls()).extracting(HttpCall::method).containsExactly("POST", "GET", "GET", "GET", "GET");
            assertThat(host.calls().get(0).body())
                    .contains("{\"interactive\":false,\"kind\":\"url\",\"url\":\"http://login.example.org/portal/\"}");
        }
    }

    @Test
    void saysWhereAnAnalysisWillBeThatIsNotFinishedInTime() {
        try (FixtureHost host = host("1h", SUBMITTED)) {
            assertThat(host.lookup("triage-submit", PAGE).outcome().report())
                    .get()
                    .satisfies(report -> {
                        assertThat(report.verdict()).isEqualTo(VerdictClass.INFORMATIONAL);
                        assertThat(report.summary()).startsWith("Triage is still analysing it");
                        assertThat(report.references())
                                .containsExactly(URI.create("https://tria.ge/260504-aaaaaaaa01"));
                    });
        }
    }

    @Test
    void doesNotLookForEver() {
        try (FixtureHost host = FixtureHost.of(new TriagePlugin(), Map.of("api-key", "made-up-key", "poll", "1ms"))
                .replying(call -> call.method().equals("POST") ? SUBMITTED : RUNNING)) {
            assertThat(host.lookup("triage-submit", PAGE).outcome().reason())
                    .startsWith("Triage is still analysing it");
            assertThat(host.calls()).hasSize(9);
        }
    }

    @Test
    void saysThatAnAnalysisFailed() {
        try (FixtureHost host = host("1ms", SUBMITTED, Reply.fixture("failed.json"))) {
            assertThat(host.lookup("triage-submit", PAGE).outcome().errorCause())
                    .contains(ErrorCause.UNAVAILABLE);
        }
    }

    @Test
    void refusesASubmissionWithoutAnId() {
        for (String body : List.of("{}", "{\"id\": \"../..\"}", "{\"id\": 7}")) {
            try (FixtureHost host = host("1ms", Reply.json(body))) {
                assertThat(host.lookup("triage-submit", PAGE).outcome().errorCause())
                        .contains(ErrorCause.BAD_REPLY);
            }
        }
    }

    @Test
    void isOffAndSaysWhatItReveals() {
        ProviderSpec spec = new SubmitFactory().spec();

        assertThat(spec.exposure()).isEqualTo(Exposure.PUBLIC);
        assertThat(spec.offByDefault()).get().asString().contains("its owner can notice", "everybody sees");
        assertThat(new TriageFactory().spec().offByDefault()).isEmpty();
    }

    private static FixtureHost host(String poll, HttpReply... replies) {
        Queue<HttpReply> queue = new ArrayDeque<>(List.of(replies));
        return FixtureHost.of(new TriagePlugin(), Map.of("api-key", "made-up-key", "poll", poll))
                .replying(call -> queue.remove());
    }
}
