package io.indago.hub.selfcheck;

import io.indago.routes.api.SelfCheckDocument;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** What the self-check found, for people. Never down: unsafe is not ill, and a restart mends nothing. */
final class SelfCheckHealth implements HealthIndicator {
    private final SelfCheck selfCheck;

    SelfCheckHealth(SelfCheck selfCheck) {
        this.selfCheck = selfCheck;
    }

    @Override
    public Health health() {
        SelfCheckDocument found = selfCheck.get();
        Health.Builder health = found.checkedAt().isPresent() ? Health.up() : Health.unknown();
        found.checkedAt().ifPresent(at -> health.withDetail("checkedAt", at.toString()));
        return health.withDetail("findings", found.findings()).build();
    }
}
