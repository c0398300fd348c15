package io.indago.routes.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Requests, the latest first.
 *
 * @param from the first day
 * @param to the last day, which counts as well
 * @param asOf the latest event counted; absent when there is none. Events take a moment to arrive.
 * @param user whose they are; absent: everybody's
 * @param lastAuthentication when the user last logged in, as the tokens said; absent when not known
 * @param total how many there are; those of months no longer kept are not
 * @param offset how many of them are left out before those shown
 */
public record RequestLog(
        LocalDate from,
        LocalDate to,
        Optional<Instant> asOf,
        Optional<String> user,
        Optional<Instant> lastAuthentication,
        long total,
        int offset,
        int limit,
        List<Entry> entries) {
    public RequestLog {
        entries = List.copyOf(entries);
    }

    /**
     * One request.
     *
     * @param at when it came in
     * @param stage {@code started}, {@code interrupted} or {@code completed}
     * @param client the OAuth client
     * @param endpoint the operation's path template
     * @param parameters query parameters, shortened
     * @param indicatorType absent unless it was a lookup
     * @param address where it came from; a network once it is old
     * @param userAgent empty once it is old
     * @param status the HTTP status; absent until it was answered
     * @param bytes the answer's size
     */
    public record Entry(
            UUID id,
            Instant at,
            String stage,
            String user,
            String client,
            String method,
            String endpoint,
            Map<String, String> parameters,
            Optional<String> indicatorType,
            Optional<String> indicator,
            Optional<String> verdict,
            String address,
            String userAgent,
            Optional<Integer> status,
            Optional<Long> bytes) {
        public Entry {
            parameters = Map.copyOf(parameters);
        }
    }
}
