package io.indago.plugins.epss;

import static org.assertj.core.api.Assertions.assertThat;

import io.indago.host.ErrorCause;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Evidence;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.spi.Report;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.Reply;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpssReportTest {

    @Test
    void readsNumbersThatAreTexts() {
        Report report = outcome(Reply.fixture("score.json")).report().orElseThrow();

        assertThat(report.score()).isEmpty();
        assertThat(report.summary())
                .isEqualTo("94.4 % likely to be exploited within 30 days, more than 99.96 % of all");
        assertThat(report.evidence())
                .extracting(piece -> piece.code() + " " + piece.value().orElse(""))
                .containsExactly("epss 0.94358", "percentile 0.99962", "severity 94");
        assertThat(report.evidence())
                .first()
                .extracting(Evidence::observedAt)
                .hasToString("Optional[2026-09-01T00:00:00Z]");
        assertThat(report.lastSeen()).contains(Instant.parse("2026-09-01T00:00:00Z"));
    }

    @Test
    void readsNumbersThatAreNumbers() {
        assertThat(outcome(Reply.json("{\"data\": [{\"cve\": \"cve-2021-99999\", \"epss\": 0.5}]}"))
                        .reason())
                .isEqualTo("50.0 % likely to be exploited within 30 days");
    }

    @Test
    void takesNoOtherScoreForTheOneAskedAbout() {
        assertThat(outcome(Reply.json("{\"data\": [{\"cve\": \"CVE-2021-9999\", \"epss\": \"0.5\"}]}"))
                        .status())
                .isEqualTo(Status.NO_DATA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\": \"ERROR\", \"message\": \"no\"}",
                "{\"data\": [{\"cve\": \"CVE-2021-99999\", \"epss\": \"7\"}]}",
                "{\"data\": [{\"cve\": \"CVE-2021-99999\"}]}",
                "<html>Down for maintenance</html>"
            })
    void saysThatAReplyIsNone(String body) {
        assertThat(outcome(Reply.json(body)).errorCause()).contains(ErrorCause.BAD_REPLY);
    }

    private static Outcome outcome(HttpReply reply) {
        try (FixtureHost host = FixtureHost.of(new EpssPlugin(), Map.of()).replying(call -> reply)) {
            return host.lookup(Indicator.of(IndicatorType.CVE, "CVE-2021-99999"))
                    .outcome();
        }
    }
}
