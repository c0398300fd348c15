package io.indago.routes.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the rows of a report are. */
public enum Grouping {
    /** By username. */
    USER,
    /** By provider: its calls. */
    PROVIDER,
    /** By the indicator's type; requests that are no lookup are one row without a name. */
    TYPE,
    /** By how calls of providers ended, {@code hit} or {@code timeout}. */
    OUTCOME,
    /** By the HTTP status of the answer; {@code started} or {@code interrupted} when there was none. */
    STATUS,
    /** By day, in UTC. */
    DAY;

    /** The word: {@code provider}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a row is of calls of providers, and not of requests. */
    public boolean ofCalls() {
        return this == PROVIDER || this == OUTCOME;
    }

    static Optional<Grouping> of(String word) {
        return Arrays.stream(values())
                .filter(grouping -> grouping.id().equals(word))
                .findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(Grouping::id).collect(Collectors.joining(", "));
    }
}
