package io.indago.routes.guard;

import io.indago.host.HealthResult;
import io.indago.host.HostedExtension;
import io.indago.host.PluginHost;
import io.indago.routes.guard.HealthMonitor.Patient;
import io.indago.spi.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/**
 * The provider or connector of that id, whichever plugin it comes from at the time.
 *
 * @param switchedOff whether somebody has switched off an id
 */
public record HostedPatient(String id, PluginHost host, Predicate<String> switchedOff) implements Patient {

    @Override
    public boolean isToBeChecked() {
        return host.find(id)
                .filter(extension -> extension.state() == HostedExtension.State.READY)
                .filter(extension -> !switchedOff.test(id))
                .isPresent();
    }

    @Override
    public boolean isGone() {
        return host.find(id).isEmpty();
    }

    @Override
    public CompletionStage<HealthResult> health(Instant deadline, String traceId) {
        return host.find(id)
                .map(extension -> extension.health(deadline, traceId))
                .orElseGet(() -> CompletableFuture.completedStage(
                        new HealthResult(Health.down("the plugin was removed"), Optional.empty(), 0, Duration.ZERO)));
    }
}
