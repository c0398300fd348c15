package io.indago.routes.lookup;

import io.indago.host.Status;
import io.indago.routes.provider.ProviderReport;
import io.indago.spi.Reliability;
import io.indago.spi.Report;
import io.indago.spi.VerdictClass;
import java.time.Duration;
import java.util.Optional;

/**
 * A provider's opinion as the verdict weighs it: everything needed to weigh it again.
 *
 * @param score 0 benign to 100 malicious
 * @param confidence the provider's own, 0 to 100
 * @param ageHours how old the provider's knowledge is, in whole hours; 0 when it does not say
 */
public record Opinion(String provider, int score, int confidence, Reliability reliability, long ageHours) {

    /** The opinion in a report; empty unless it is a hit with a score. */
    static Optional<Opinion> of(ProviderReport report) {
        if (report.outcome().status() != Status.HIT) {
            return Optional.empty();
        }
        Report said = report.outcome().report().orElseThrow();
        if (said.score().isEmpty()) {
            return Optional.empty();
        }
        long ageHours = said.lastSeen()
                .map(seen ->
                        Math.max(0, Duration.between(seen, report.fetchedAt()).toHours()))
                .orElse(0L);
        return Optional.of(new Opinion(
                report.provider(), said.score().getAsInt(), said.confidence(), report.reliability(), ageHours));
    }

    VerdictClass verdict() {
        return VerdictClass.ofScore(score);
    }
}
