package io.indago.hub.health;

import io.indago.routes.provider.ProviderDirectory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether there is any provider to ask. A sick provider does not make the hub unready. */
@Component("plugins")
final class PluginsHealth implements HealthIndicator {
    private final ProviderDirectory providers;

    PluginsHealth(ProviderDirectory providers) {
        this.providers = providers;
    }

    @Override
    public Health health() {
        long ready = providers.entries().stream()
                .filter(entry -> entry.unavailable().isEmpty())
                .count();
        Health.Builder health =
                ready == 0 ? Health.down().withDetail("reason", "no provider can be asked") : Health.up();
        return health.withDetail("providers", ready).build();
    }
}
