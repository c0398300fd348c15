package io.indago.hub.health;

import io.indago.routes.journal.DurableJournal;
import io.indago.routes.journal.Holdings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** What of accounting waits in the journal for Kafka. For people: nothing is lost however much it is. */
@Component("journal")
final class AccountingLagHealth implements HealthIndicator {
    private final DurableJournal journal;
    private final Clock clock;

    AccountingLagHealth(DurableJournal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Holdings waiting = journal.holdings();
        Instant now = clock.instant();
        return Health.up()
                .withDetail("entries", waiting.entries())
                .withDetail("bytes", waiting.bytes())
                .withDetail(
                        "oldestSeconds",
                        Duration.between(waiting.oldest().orElse(now), now).toSeconds())
                .build();
    }
}
