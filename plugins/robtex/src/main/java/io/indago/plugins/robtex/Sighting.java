package io.indago.plugins.robtex;

import io.indago.spi.JsonView;
import io.indago.spi.Report;
import java.time.Instant;
import java.util.Optional;

/** A time as Robtex writes it, in epoch seconds. */
final class Sighting {
    private static final long YEAR_10000 =
            Instant.parse("+10000-01-01T00:00:00Z").getEpochSecond();

    private Sighting() {}

    /** Empty when it is none. */
    static Optional<Instant> at(JsonView view, String pointer) {
        return view.at(pointer).integer().stream()
                .filter(seconds -> seconds > 0 && seconds < YEAR_10000)
                .mapToObj(Instant::ofEpochSecond)
                .findFirst();
    }

    static void tell(Report.Builder report, Instant instant) {
        report.firstSeen(instant).lastSeen(instant);
    }
}
