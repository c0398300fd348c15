package io.indago.routes.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What was used in some days.
 *
 * @param from the first day
 * @param to the last day, which counts as well
 * @param asOf the latest event counted; absent when there is none. Events take a moment to arrive.
 * @param by what the rows are
 * @param user whose it was; absent: everybody's
 * @param total how many rows there are
 * @param offset how many of them are left out before those shown
 * @param totals of all rows, shown or not
 */
public record UsageReport(
        LocalDate from,
        LocalDate to,
        Optional<Instant> asOf,
        Grouping by,
        Optional<String> user,
        long total,
        int offset,
        int limit,
        Figures totals,
        List<Row> rows) {
    public UsageReport {
        rows = List.copyOf(rows);
    }

    /**
     * A part of it.
     *
     * @param key the user, provider, type, outcome, status or day; empty for requests that were no lookup
     */
    public record Row(String key, @JsonUnwrapped Figures figures) {}
}
