package io.indago.plugins.bundle;

import io.indago.spi.Evidence;
import io.indago.spi.Related;
import io.indago.spi.Report;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** A kind of fact that reports and bodies have in common. */
enum Fact {
    COUNTRY("country", Fact.Match.ONE, report -> report.country().stream()),
    ASN("asn", Fact.Match.ONE, report -> report.asn().stream().mapToObj(Long::toString)),
    AS_OWNER("asOwner", Fact.Match.ONE, report -> report.asOwner().stream()),
    NETWORK("network", Fact.Match.ONE, report -> report.network().stream()),
    FIRST_SEEN("firstSeen", Fact.Match.EARLIEST, report -> report.firstSeen().stream()
            .map(Instant::toString)),
    LAST_SEEN(
            "lastSeen", Fact.Match.LATEST, report -> report.lastSeen().stream().map(Instant::toString)),
    TAGS("tags", Fact.Match.ALL, report -> report.tags().stream()),
    FAMILIES("families", Fact.Match.ALL, report -> report.malwareFamilies().stream()),
    ACTORS("actors", Fact.Match.ALL, report -> report.actors().stream()),
    TECHNIQUES("techniques", Fact.Match.ALL, report -> report.techniques().stream()),
    RELATED("related", Fact.Match.ALL, report -> report.related().stream().map(Related::value)),
    REFERENCES(
            "references", Fact.Match.ALL, report -> report.references().stream().map(URI::toString)),
    DETECTIONS("detections", Fact.Match.SHOWN, Fact::shown);

    private final String key;
    private final Match match;
    private final Function<Report, Stream<String>> values;

    Fact(String key, Match match, Function<Report, Stream<String>> values) {
        this.key = key;
        this.match = match;
        this.values = values;
    }

    /** How many of a body's a report has. */
    enum Match {
        ONE,
        EARLIEST,
        LATEST,
        ALL,
        SHOWN
    }

    String key() {
        return key;
    }

    Match match() {
        return match;
    }

    /** Whether all of them are taken from bodies: pages and sentences are the plugin's own. */
    boolean isOfBodies() {
        return this != REFERENCES && this != DETECTIONS;
    }

    /** Those of a report, for comparison: without regard to case. */
    List<String> of(Report report) {
        return values.apply(report).map(value -> value.toLowerCase(Locale.ROOT)).toList();
    }

    private static Stream<String> shown(Report report) {
        return Stream.concat(
                Stream.of(report.summary()), report.evidence().stream().map(Evidence::text));
    }
}
