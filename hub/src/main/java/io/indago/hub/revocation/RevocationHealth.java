package io.indago.hub.revocation;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether it is known here whose tokens are revoked. For people: lookups go on with what was known last. */
@Component("revocation")
final class RevocationHealth implements HealthIndicator {
    private final RevocationList list;

    RevocationHealth(RevocationList list) {
        this.list = list;
    }

    @Override
    public Health health() {
        return list.isCurrent()
                ? Health.up().build()
                : Health.down()
                        .withDetail(
                                "reason",
                                "whose tokens are revoked can't be read; what was known last holds, and nothing is administered")
                        .build();
    }
}
