package io.indago.hub.health;

import io.indago.routes.accounting.AccountingEvent;
import io.indago.routes.accounting.AccountingLog;
import io.indago.routes.accounting.AccountingUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/**
 * Whether requests can be recorded: down for some seconds after one could not be, because lookups are refused then. It
 * listens to the log it wraps and asks nobody.
 */
public final class AccountingHealth implements AccountingLog, HealthIndicator {
    private static final Duration MEMORY = Duration.ofSeconds(10);

    private final AccountingLog log;
    private final Clock clock;
    private volatile Instant lastRefusal = Instant.EPOCH;

    public AccountingHealth(AccountingLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void append(AccountingEvent event) throws AccountingUnavailableException {
        try {
            log.append(event);
        } catch (AccountingUnavailableException unavailable) {
            lastRefusal = clock.instant();
            throw unavailable;
        }
    }

    @Override
    public Health health() {
        return lastRefusal.plus(MEMORY).isAfter(clock.instant())
                ? Health.down()
                        .withDetail("reason", "requests can't be recorded, so lookups are refused")
                        .build()
                : Health.up().build();
    }
}
