package io.indago.hub.health;

import io.indago.routes.events.KafkaSettings;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Whether the brokers answer. For people: the hub is ready without them for as long as its buffer lasts. */
@Component("kafka")
final class KafkaHealth extends AbstractHealthIndicator implements DisposableBean {
    private static final int PATIENCE_MS = 1_500;

    private final Admin admin;

    KafkaHealth(KafkaSettings kafka) {
        admin = Admin.create(Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "client.id",
                "indago-health",
                "request.timeout.ms",
                PATIENCE_MS,
                "default.api.timeout.ms",
                PATIENCE_MS));
    }

    @Override
    protected void doHealthCheck(Health.Builder health)
            throws InterruptedException, ExecutionException, TimeoutException {
        int nodes = admin.describeCluster()
                .nodes()
                .get(PATIENCE_MS, TimeUnit.MILLISECONDS)
                .size();
        health.up().withDetail("nodes", nodes);
    }

    @Override
    public void destroy() {
        admin.close(Duration.ofSeconds(1));
    }
}
