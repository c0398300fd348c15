package io.indago.client;

import static io.indago.client.ClientJson.orEmpty;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A page of the hub's audit. Names and details in it are hostile text.
 *
 * @param entries the last first
 * @param more whether there are others after these
 * @param json the document as it was received
 */
public record Audit(
        List<Entry> entries,
        boolean more,

        @JacksonInject(value = ClientJson.TEXT, useInput = OptBoolean.FALSE)
        String json) {

    public Audit {
        entries = orEmpty(entries);
        requireNonNull(json, "json");
    }

    /**
     * One entry.
     *
     * @param position in the chain, from 1
     * @param outcome {@code requested}, {@code done}, {@code failed} or {@code refused}; later hubs may know more
     */
    public record Entry(
            long position,
            Instant at,
            String username,
            String address,
            String action,
            String object,
            String outcome,
            Map<String, String> details) {
        public Entry {
            requireNonNull(at, "at");
            requireNonNull(username, "username");
            requireNonNull(address, "address");
            requireNonNull(action, "action");
            requireNonNull(object, "object");
            requireNonNull(outcome, "outcome");
            details = details == null ? Map.of() : Map.copyOf(details);
        }
    }
}
