package io.indago.client;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days in UTC. What is empty, the hub decides: four weeks up to now.
 *
 * @param from the first day
 * @param to the last day, which counts as well
 */
public record UsagePeriod(Optional<LocalDate> from, Optional<LocalDate> to) {

    public UsagePeriod {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
    }

    /** As the hub takes it when nobody asks for anything else. */
    public static UsagePeriod usual() {
        return new UsagePeriod(Optional.empty(), Optional.empty());
    }
}
