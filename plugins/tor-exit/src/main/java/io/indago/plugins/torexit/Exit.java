package io.indago.plugins.torexit;

import io.indago.spi.Evidence;
import io.indago.spi.Report;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An address that is one.
 *
 * @param fingerprint of the relay, 40 hexadecimal digits; empty in the list that has addresses alone
 * @param testedAt when traffic was last seen to leave from there
 */
record Exit(Optional<String> fingerprint, Optional<Instant> testedAt) {
    private static final int SCORE = 40;

    Report report(boolean suspicious) {
        Report.Builder report = Report.hit("It is a Tor exit").tags(List.of("tor-exit"));
        if (suspicious) {
            report.opinion(SCORE, 90);
        }
        Evidence listed = Evidence.of("tor-exit", "it is on the Tor Project's list of exits");
        report.evidence(testedAt.map(listed::observedAt).orElse(listed));
        fingerprint.ifPresent(relay -> {
            report.evidence(Evidence.of("relay", "its relay is " + relay).value(relay));
            report.reference(URI.create("https://metrics.torproject.org/rs.html#details/" + relay));
        });
        testedAt.ifPresent(report::lastSeen);
        return report.build();
    }
}
