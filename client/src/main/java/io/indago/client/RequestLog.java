package io.indago.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Requests to the hub, the latest first.
 *
 * @param to the last day, which counts as well
 * @param lastAuthentication when the one user last logged in; empty when not known
 * @param total how many there are, shown or not
 * @param json the document as it was received
 */
public record RequestLog(
        LocalDate from,
        LocalDate to,
        Optional<Instant> lastAuthentication,
        long total,
        List<Entry> entries,

        @JacksonInject(value = ClientJson.TEXT, useInput = OptBoolean.FALSE)
        String json) {

    public RequestLog {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        entries = List.copyOf(entries);
        requireNonNull(json, "json");
    }

    /**
     * One request.
     *
     * @param stage {@code started}, {@code interrupted} or {@code completed}
     * @param endpoint the operation's path template
     * @param status the HTTP status; empty until it was answered
     */
    public record Entry(
            Instant at,
            String stage,
            String user,
            String method,
            String endpoint,
            Optional<String> indicator,
            String address,
            Optional<Integer> status) {
        public Entry {
            requireNonNull(at, "at");
            requireNonNull(stage, "stage");
            requireNonNull(user, "user");
            requireNonNull(method, "method");
            requireNonNull(endpoint, "endpoint");
            requireNonNull(address, "address");
        }
    }
}
