package io.indago.plugins.abusech;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.indago.host.Outcome;
import io.indago.host.Status;
import io.indago.spi.Indicator;
import io.indago.testkit.FixtureHost;
import io.indago.testkit.RecordedBodies.Body;
import io.indago.testkit.Reply;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What abuse.ch's bodies have in common. */
final class Bodies {
    private Bodies() {}

    static JsonNode json(Body body) throws JsonProcessingException {
        return new ObjectMapper().readTree(body.text());
    }

    /** Errors and misses come with 200, as long as they have a status. */
    static int httpStatus(Body body, JsonNode json) {
        return json.has("query_status") ? 200 : body.status(200);
    }

    static Outcome outcome(String provider, Indicator indicator, int status, Body body) {
        try (FixtureHost host = FixtureHost.of(new AbuseChPlugin(), Map.of("api-key", "made-up-key-of-a-test"))) {
            return host.replying(call -> Reply.of(status, Map.of("content-type", "application/json"), body.text()))
                    .lookup(provider, indicator)
                    .outcome();
        }
    }

    static Status expected(int httpStatus, JsonNode json, Predicate<JsonNode> hasSomething) {
        if (httpStatus != 200) {
            return httpStatus == 401 || httpStatus == 403
                    ? Status.UNAUTHORISED
                    : httpStatus == 429 ? Status.RATE_LIMITED : Status.ERROR;
        }
        String status = json.path("query_status").asText();
        if (status.equals("ok")) {
            return hasSomething.test(json) ? Status.HIT : Status.ERROR;
        }
        if (Set.of("hash_not_found", "no_result", "no_results").contains(status)) {
            return Status.NO_DATA;
        }
        return Set.of("no_api_key", "unknown_auth_key", "user_blacklisted").contains(status)
                ? Status.UNAUTHORISED
                : Status.ERROR;
    }

    static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static Stream<String> texts(Stream<JsonNode> nodes, String member) {
        return nodes.map(node -> node.path(member))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank());
    }
}
