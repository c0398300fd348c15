package io.indago.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What was used in some days, by whom or of what.
 *
 * @param to the last day, which counts as well
 * @param asOf the latest event counted; empty when there is none
 * @param by what the rows are: {@code user}, {@code provider}, …
 * @param total how many rows there are, shown or not
 * @param totals of all rows, shown or not
 * @param json the document as it was received
 */
public record UsageReport(
        LocalDate from,
        LocalDate to,
        Optional<Instant> asOf,
        String by,
        long total,
        Figures totals,
        List<Row> rows,

        @JacksonInject(value = ClientJson.TEXT, useInput = OptBoolean.FALSE)
        String json) {

    public UsageReport {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(by, "by");
        requireNonNull(totals, "totals");
        rows = List.copyOf(rows);
        requireNonNull(json, "json");
    }

    /**
     * What was used.
     *
     * @param billed provider calls for which the provider was asked
     * @param shared those for which it was being asked the same for another lookup
     * @param cached those for which it had been asked the same before
     * @param calls HTTP calls made
     * @param cost in units of the hub's operator
     */
    public record Figures(
            long requests, long lookups, long billed, long shared, long cached, long calls, BigDecimal cost) {
        public Figures {
            requireNonNull(cost, "cost");
        }
    }

    /** A part of it; the key is empty for requests that were no lookup. */
    public record Row(
            String key,
            long requests,
            long lookups,
            long billed,
            long shared,
            long cached,
            long calls,
            BigDecimal cost) {
        public Row {
            requireNonNull(key, "key");
            requireNonNull(cost, "cost");
        }
    }
}
