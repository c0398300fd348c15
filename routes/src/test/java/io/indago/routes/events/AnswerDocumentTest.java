package io.indago.routes.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.host.ErrorCause;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Evidence;
import io.indago.spi.IndicatorType;
import io.indago.spi.Related;
import io.indago.spi.Report;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerDocumentTest {
    private final ObjectMapper json = JsonMapping.mapper();

    @Test
    void isThereAgainWithAllItSays() throws Exception {
        Instant then = Instant.parse("2026-11-01T10:00:00Z");
        Report report = Report.hit("seen by many")
                .opinion(80, 60)
                .evidence(Evidence.of("reports", "3 reports").value("3").observedAt(then))
                .tags(List.of("c2"))
                .malwareFamilies(List.of("emotet"))
                .actors(List.of("ta542"))
                .techniques(List.of("T1071"))
                .related(Related.of(IndicatorType.DOMAIN, "evil.example", "resolves-to"))
                .reference(URI.create("https://vendor.example/x"))
                .country("DE")
                .asn(64_500)
                .asOwner("Example")
                .network("203.0.113.0/24")
                .firstSeen(then)
                .lastSeen(then.plusSeconds(60))
                .build();

        Outcome again = throughJson(Outcome.of(report));

        assertThat(again.status()).isEqualTo(Status.HIT);
        assertThat(again.reason()).isEqualTo("seen by many");
        assertThat(again.report().orElseThrow()).usingRecursiveComparison().isEqualTo(report);
    }

    @Test
    void isThereAgainWithoutAnyFindings() throws Exception {
        Outcome nothing = Outcome.of(Report.noData("nobody knows it"));

        assertThat(throughJson(nothing)).isEqualTo(nothing);
        Outcome plain = Outcome.of(Report.hit("only facts").build());
        assertThat(throughJson(plain).report().orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(plain.report().orElseThrow());
    }

    @Test
    void failuresAreNoAnswers() {
        assertThat(AnswerDocument.of(Outcome.error(ErrorCause.UNAVAILABLE, "away")))
                .isEmpty();
        assertThat(AnswerDocument.of(Outcome.without(Status.TIMEOUT, "late"))).isEmpty();
        assertThat(AnswerDocument.of(Outcome.without(Status.UNAUTHORISED, "refused")))
                .isEmpty();
    }

    private Outcome throughJson(Outcome outcome) throws Exception {
        String text = json.writeValueAsString(AnswerDocument.of(outcome).orElseThrow());
        return json.readValue(text, AnswerDocument.class).outcome();
    }
}
