package io.indago.routes.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.indago.routes.Schema;
import io.indago.routes.accounting.EventReader;
import io.indago.routes.events.JsonMapping;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The events as other systems read them. */
class AuditEventTest {
    private static final Schema SCHEMA = Schema.published("audit.v1.json");
    private static final Schema HEADS = Schema.published("audit-heads.v1.json");
    private static final AuditEvent EVENT = AuditEvent.of(
            UUID.fromString("019aa5a0-0000-7000-8000-000000000001"),
            Instant.parse("2026-11-21T10:00:00.5Z"),
            new AuditActor("id-1", "admin", "indago-cli", "192.0.2.7"),
            "plugin.disable",
            "virustotal",
            AuditOutcome.REQUESTED,
            Map.of("reason", "the contract ended"));

    private final ObjectMapper json = JsonMapping.mapper();
    private final EventReader<AuditEvent> reader = AuditEvent.reader(json);

    @Test
    void theSchemasDescribeEveryMember() {
        SCHEMA.assertEveryMemberIsDescribed();
        HEADS.assertEveryMemberIsDescribed();
    }

    @Test
    void anEventIsWhatWasAgreed() throws Exception {
        SCHEMA.assertDescribes(written());
    }

    @Test
    void aHeadIsWhatWasAgreed() {
        AuditHead head = AuditHead.of(AuditEntry.first(EVENT), EVENT.at());

        HEADS.assertDescribes(json.valueToTree(head));
    }

    @Test
    void anEventIsReadAsItWasWritten() throws Exception {
        assertThat(reader.read(json.writeValueAsBytes(EVENT))).isEqualTo(EVENT);
    }

    /** What the hash of an entry is made of can't change any more: every chain there is would be broken. */
    @Test
    void aHashIsWhatItAlwaysWas() {
        Commitments commitments = new Commitments(
                new Commitment("1a", Optional.empty()),
                new Commitment("1b", Optional.empty()),
                new Commitment("2c", Optional.empty()));

        assertThat(entry(Optional.empty(), "8870488db217f5065e42475f61d1031eb667187da2c3a4948f1b39ddfae5ecc9")
                        .isGenuine())
                .as("of the first hubs")
                .isTrue();
        assertThat(entry(Optional.of(commitments), "4e9cf697be969c50e16dbab22bcead0a467be91eeadf64e182e3ce5585e26a71")
                        .isGenuine())
                .as("with commitments")
                .isTrue();
        assertThat(new Commitment(
                                "176530fa192ef930552ead9b5d4ab201eb224e0e760556533f9f70a92aecb498",
                                Optional.of("00".repeat(16)))
                        .allows("id-1", "admin"))
                .isTrue();
    }

    private static AuditEntry entry(Optional<Commitments> commitments, String hash) {
        return new AuditEntry(1, EVENT, commitments, AuditEntry.GENESIS, hash);
    }

    @ParameterizedTest
    @ValueSource(strings = {"schema", "id", "at", "actor", "action", "object", "outcome", "details"})
    void anEventWithoutWhatItNeedsIsRefused(String member) throws Exception {
        ObjectNode event = (ObjectNode) written();
        event.remove(member);

        SCHEMA.assertRefuses(event);
        assertThatThrownBy(() -> reader.read(json.writeValueAsBytes(event))).isInstanceOf(Exception.class);
    }

    /** PostgreSQL would round it, and the entry never again have the hash it was stored with. */
    @Test
    void anEventThatIsFinerThanWhatIsKeptIsRefused() throws Exception {
        ObjectNode event = (ObjectNode) written();
        event.put("at", "2026-11-21T10:00:00.123456789Z");
        byte[] record = json.writeValueAsBytes(event);

        assertThatThrownBy(() -> reader.read(record)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEventWithADetailOfNothingIsRefused() throws Exception {
        ObjectNode event = (ObjectNode) written();
        ((ObjectNode) event.path("details")).putNull("reason");
        byte[] record = json.writeValueAsBytes(event);

        assertThatThrownBy(() -> reader.read(record)).isInstanceOf(JsonProcessingException.class);
    }

    private JsonNode written() throws Exception {
        return json.readTree(json.writeValueAsBytes(EVENT));
    }
}
