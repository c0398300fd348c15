package io.indago.plugins.virustotal;

import io.indago.spi.JsonView;
import java.time.Instant;
import java.util.Optional;

/** VirusTotal's times: seconds since 1970, UTC. */
final class Times {
    private static final long YEAR_10000 = 253_402_300_800L;

    private Times() {}

    /** The time at that pointer; empty when there is none, or one that makes no sense. */
    static Optional<Instant> at(JsonView view, String pointer) {
        long seconds = view.integerAt(pointer, 0);
        return seconds > 0 && seconds < YEAR_10000 ? Optional.of(Instant.ofEpochSecond(seconds)) : Optional.empty();
    }
}
