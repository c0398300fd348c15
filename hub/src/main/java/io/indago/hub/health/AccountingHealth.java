package io.indago.hub.health;

import io.indago.routes.journal.DurableJournal;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether requests can be recorded: while they can't, none is served. The journal finds out by itself when it can again. */
@Component("accounting")
final class AccountingHealth implements HealthIndicator {
    private final DurableJournal journal;

    AccountingHealth(DurableJournal journal) {
        this.journal = journal;
    }

    @Override
    public Health health() {
        return journal.refusal()
                .map(reason -> Health.down()
                        .withDetail("reason", "requests can't be recorded, so lookups are refused: " + reason))
                .orElseGet(Health::up)
                .build();
    }
}
