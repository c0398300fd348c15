package io.indago.routes.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.indago.routes.Golden;
import io.indago.routes.Samples;
import io.indago.routes.Schema;
import io.indago.routes.accounting.AccountingEvent.Lookup;
import io.indago.routes.accounting.AccountingEvent.Provider;
import io.indago.routes.accounting.AccountingEvent.Request;
import io.indago.routes.events.JsonMapping;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The events as other systems read them. */
class AccountingEventTest {
    private static final Schema SCHEMA = Schema.published("accounting.v1.json");

    private final ObjectMapper json = JsonMapping.mapper();

    @Test
    void theSchemaDescribesEveryMember() {
        SCHEMA.assertEveryMemberIsDescribed();
    }

    @Test
    void aStartedLookupIsWhatWasAgreed() throws Exception {
        JsonNode event = written(Samples.accounted().started(planned()));

        Golden.assertSame("accounting-started.json", event, json);
        SCHEMA.assertDescribes(event);
    }

    @Test
    void aCompletedLookupIsWhatWasAgreed() throws Exception {
        JsonNode event = written(completed());

        Golden.assertSame("accounting-completed.json", event, json);
        SCHEMA.assertDescribes(event);
    }

    @Test
    void anotherRequestHasNoLookup() throws Exception {
        AccountedRequest request = new AccountedRequest(
                Samples.ID,
                Samples.begun(Duration.ZERO),
                Caller.ANONYMOUS,
                new Request("GET", "/api/status", Map.of(), "192.0.2.7", ""));
        JsonNode event = written(request.completed(Samples.NOW, 200, 64));

        assertThat(event.has("lookup")).isFalse();
        assertThat(event.path("subject").asText()).isEmpty();
        SCHEMA.assertDescribes(event);
    }

    @Test
    void completedContainsAllThatStartedDoes() throws Exception {
        ObjectNode started = (ObjectNode) written(Samples.accounted().started(planned()));
        JsonNode completed = written(completed());
        started.remove(List.of("stage", "at"));
        ((ObjectNode) started.path("lookup")).remove("providers");

        started.properties().forEach(member -> {
            if (!member.getKey().equals("lookup")) {
                assertThat(completed.path(member.getKey())).isEqualTo(member.getValue());
            }
        });
        started.path("lookup").properties().forEach(member -> assertThat(
                        completed.path("lookup").path(member.getKey()))
                .isEqualTo(member.getValue()));
    }

    @Test
    void anEventIsReadAsItWasWritten() throws Exception {
        AccountingEvent event = completed();

        assertThat(json.readValue(json.writeValueAsBytes(event), AccountingEvent.class))
                .isEqualTo(event);
    }

    @Test
    void membersOfLaterVersionsAreTolerated() throws Exception {
        ObjectNode event = (ObjectNode) written(completed());
        event.put("region", "eu");
        ((ObjectNode) event.path("lookup")).put("playbook", "triage");

        SCHEMA.assertAllows(event);
        assertThat(json.treeToValue(event, AccountingEvent.class)).isEqualTo(completed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"schema", "stage", "id", "startedAt", "at", "subject", "request", "answer"})
    void anEventWithoutWhatItNeedsIsRefused(String member) throws Exception {
        ObjectNode event = (ObjectNode) written(completed());
        event.remove(member);

        SCHEMA.assertRefuses(event);
    }

    /** Else it would be tried for ever to store it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/schema",
                "/stage",
                "/id",
                "/startedAt",
                "/at",
                "/subject",
                "/username",
                "/client",
                "/request",
                "/answer",
                "/request/method",
                "/request/endpoint",
                "/request/parameters",
                "/request/address",
                "/request/userAgent",
                "/lookup/type",
                "/lookup/value",
                "/lookup/tlp",
                "/lookup/pap",
                "/lookup/asked",
                "/lookup/asked/0",
                "/lookup/providers",
                "/lookup/providers/0",
                "/lookup/providers/0/id",
                "/lookup/providers/0/status",
                "/answer/at"
            })
    void anEventThatLacksWhatIsStoredIsNotRead(String member) throws Exception {
        JsonNode event = written(completed());
        JsonPointer path = JsonPointer.compile(member);
        assertThat(event.at(path).isMissingNode()).isFalse();
        JsonNode parent = event.at(path.head());
        if (parent instanceof ArrayNode list) {
            list.setNull(path.last().getMatchingIndex());
        } else {
            ((ObjectNode) parent).remove(path.last().getMatchingProperty());
        }
        byte[] record = json.writeValueAsBytes(event);

        assertThatThrownBy(() -> AccountingEvent.reader(json).read(record))
                .isInstanceOfAny(JsonProcessingException.class, IllegalArgumentException.class);
    }

    private static AccountingEvent completed() {
        AccountedRequest request = Samples.accounted();
        request.lookedUp(new Lookup(
                "ipv4",
                Samples.ADDRESS,
                "AMBER+STRICT",
                "AMBER",
                10_000,
                Optional.of("malicious"),
                List.of("alpha"),
                List.of(
                        new Provider("alpha", true, "provider", true, "hit", 30, 1, 120, null),
                        new Provider("bravo", false, "none", false, "not_allowed", 0, 0, 0, null))));
        return request.completed(Samples.NOW.plusMillis(42), 200, 1234);
    }

    private static Lookup planned() {
        return new Lookup(
                "ipv4",
                Samples.ADDRESS,
                "AMBER+STRICT",
                "AMBER",
                10_000,
                Optional.empty(),
                List.of("alpha"),
                List.of());
    }

    private JsonNode written(AccountingEvent event) throws Exception {
        return json.readTree(json.writeValueAsBytes(event));
    }
}
