package io.indago.routes.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.indago.host.DeliveryResult;
import io.indago.routes.Samples;
import io.indago.routes.Schema;
import io.indago.routes.connector.EnrichmentReader.Told;
import io.indago.routes.events.JsonMapping;
import io.indago.spi.Delivery;
import io.indago.spi.VerdictClass;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The event as other systems read it. */
class DeliveryEventTest {
    private static final Schema SCHEMA = Schema.published("delivery.v1.json");

    private final ObjectMapper json = JsonMapping.mapper();

    @Test
    void theSchemaDescribesEveryMember() {
        SCHEMA.assertEveryMemberIsDescribed();
    }

    @Test
    void aDeliveryIsWhatTheSchemaSays() throws Exception {
        JsonNode event = written(delivered(Delivery.updated("https://tip.example/events/view/7")));

        SCHEMA.assertDescribes(event);
        assertThat(event.path("effect").asText()).isEqualTo("updated");
        assertThat(event.path("reference").asText()).isEqualTo("https://tip.example/events/view/7");
        assertThat(event.path("attempts").asInt()).isEqualTo(3);
        assertThat(event.path("calls").asInt()).isEqualTo(2);
        assertThat(event.path("bytes").asLong()).isEqualTo(512);
        assertThat(event.path("tookMs").asLong()).isEqualTo(40);
    }

    @ParameterizedTest
    @EnumSource
    void everyEffectIsInTheSchema(Delivery.Effect effect) throws Exception {
        Delivery delivery =
                switch (effect) {
                    case CREATED -> Delivery.created("");
                    case UPDATED -> Delivery.updated("");
                    case UNCHANGED -> Delivery.unchanged("");
                };

        JsonNode event = written(delivered(delivery));
        SCHEMA.assertDescribes(event);
        assertThat(event.has("reference")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "killed", "not_allowed"})
    void whatWasNotDeliveredIsWhatTheSchemaSays(String outcome) throws Exception {
        ObjectNode event = (ObjectNode) written(undelivered(outcome));
        SCHEMA.assertDescribes(event);

        event.put("effect", "created");
        SCHEMA.assertRefuses(event);
    }

    @Test
    void aDeliveryWithoutAnEffectIsRefused() throws Exception {
        ObjectNode event = (ObjectNode) written(delivered(Delivery.created("")));
        event.remove("effect");

        SCHEMA.assertRefuses(event);
    }

    @ParameterizedTest
    @EnumSource
    void everyVerdictIsInTheSchema(VerdictClass verdict) throws Exception {
        ObjectNode event = (ObjectNode) written(undelivered("failed"));
        event.put("verdict", verdict.name().toLowerCase(Locale.ROOT));

        SCHEMA.assertAllows(event);
    }

    @Test
    void isReadAsItWasWritten() throws Exception {
        DeliveryEvent event = delivered(Delivery.created("7"));

        assertThat(DeliveryEvent.reader(json).read(json.writeValueAsBytes(event)))
                .isEqualTo(event);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"schema", "enrichment", "connector", "type", "value", "verdict", "tlp", "outcome", "reason", "at"
            })
    void isRefusedWhenItIsNotWhole(String member) throws Exception {
        ObjectNode event = (ObjectNode) written(undelivered("failed"));
        event.remove(member);

        SCHEMA.assertRefuses(event);
        assertThatThrownBy(() -> DeliveryEvent.reader(json).read(json.writeValueAsBytes(event)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an event of indago.delivery.v1");
    }

    private DeliveryEvent delivered(Delivery delivery) throws IOException {
        DeliveryResult result =
                new DeliveryResult(Optional.of(delivery), Optional.empty(), 2, 512, Duration.ofMillis(40));
        return DeliveryEvent.delivered("tip", told(), result, 3, Samples.NOW);
    }

    private DeliveryEvent undelivered(String outcome) throws IOException {
        return DeliveryEvent.undelivered("tip", told(), outcome, "HTTP 502", 8, Samples.NOW);
    }

    private Told told() throws IOException {
        return new EnrichmentReader(json).read(ScriptedConnector.record());
    }

    private JsonNode written(DeliveryEvent event) throws IOException {
        return json.readTree(json.writeValueAsBytes(event));
    }
}
