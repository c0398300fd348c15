package io.indago.hub.health;

import io.indago.routes.connector.StoreLag;
import io.indago.routes.connector.StoreLag.Reading;
import java.util.Map;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What Kafka has and PostgreSQL has not, by what it is about. For people: lookups go on however much it is. */
@Component("lag")
final class StoreLagHealth implements HealthIndicator {
    private static final Status DEGRADED = new Status("DEGRADED");

    private final StoreLag lag;

    StoreLagHealth(StoreLag lag) {
        this.lag = lag;
    }

    @Scheduled(fixedDelayString = "PT10S")
    void look() {
        lag.look();
    }

    @Override
    public Health health() {
        Map<String, Reading> readings = lag.readings();
        Health.Builder health = readings.isEmpty() ? Health.unknown() : Health.up();
        if (readings.values().stream().anyMatch(Reading::isWorrying)) {
            health.status(DEGRADED);
        }
        readings.forEach((concern, reading) -> health.withDetail(
                concern,
                Map.of(
                        "waiting",
                        reading.progress().waiting(),
                        "stillSeconds",
                        reading.still().toSeconds())));
        return health.build();
    }
}
