package io.indago.plugins.misp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.HttpReply;
import io.indago.spi.Indicator;
import io.indago.spi.IndicatorType;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.RecordedBodies;
import io.indago.testkit.RecordedBodies.Body;
import io.indago.testkit.Reply;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** With real bodies of MISP's; skipped without. */
class RecordedBodiesTest {

    @TestFactory
    Stream<DynamicTest> readsWhatMispReallySent() {
        return RecordedBodies.tests("misp", RecordedBodiesTest::check);
    }

    private static void check(Body body) throws JsonProcessingException {
        JsonNode attributes = new ObjectMapper().readTree(body.text()).at("/response/Attribute");
        // MISP refuses a key with 403 where others say 401
        HttpReply reply = Reply.of(
                body.name().contains("unauthorised") ? 403 : 200,
                Map.of("content-type", "application/json"),
                body.text());
        String value = attributes.at("/0/value").asText("203.0.114.9");
        try (FixtureHost host =
                FixtureHost.of(new MispPlugin(), Map.of("url", "https://misp.example.org", "api-key", "made-up-key"))) {
            Outcome outcome = host.replying(call -> reply)
                    .lookup(Indicator.of(IndicatorType.IPV4, value))
                    .outcome();
            assertThat(outcome.status()).isEqualTo(status(body, attributes));
            outcome.report().ifPresent(report -> {
                assertThat(report.score()).hasValue(attributes.at("/0/to_ids").asBoolean() ? 75 : 40);
                assertThat(report.references())
                        .extracting(Object::toString)
                        .contains("https://misp.example.org/events/view/"
                                + attributes.at("/0/event_id").asText());
            });
        }
    }

    private static Status status(Body body, JsonNode attributes) {
        if (body.name().contains("unauthorised")) {
            return Status.UNAUTHORISED;
        }
        // The answer to a search for events is none to a search for attributes
        return attributes.isArray() ? attributes.isEmpty() ? Status.NO_DATA : Status.HIT : Status.ERROR;
    }
}
