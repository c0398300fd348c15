package io.indago.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.indago.routes.accounting.EventStore.RefusedEventException;
import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import io.indago.routes.connector.DeliveryEvent;
import io.indago.routes.connector.DeliveryStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What connectors were told, in the real PostgreSQL. Every test has a connector of its own. */
@ExtendWith(RunningHub.Extension.class)
class DeliveryStoreIT {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    /** The database is kept from run to run. */
    private final String run = UUID.randomUUID().toString();

    private final DeliveryStore store;

    DeliveryStoreIT(RunningHub hub) {
        store = hub.bean(DeliveryStore.class);
    }

    @Test
    void keepsAllOfADelivery() throws Exception {
        DeliveryEvent delivered = event("all", UUID.randomUUID(), "delivered", 0);
        DeliveryEvent failed = event("all", UUID.randomUUID(), "failed", -1);
        store.store(List.of(delivered, failed));

        assertThat(latest("all", 10)).containsExactly(delivered, failed);
    }

    @Test
    void keepsTheLatestWordOnAnEnrichment() throws Exception {
        UUID enrichment = UUID.randomUUID();
        DeliveryEvent failed = event("later", enrichment, "failed", 0);
        DeliveryEvent delivered = event("later", enrichment, "delivered", 1);
        store.store(List.of(failed));
        store.store(List.of(delivered));
        assertThat(latest("later", 10)).containsExactly(delivered);

        store.store(List.of(failed));
        assertThat(latest("later", 10)).as("told once more, and late").containsExactly(delivered);
    }

    @Test
    void keepsTheLatestOfABatchInAnyOrder() throws Exception {
        UUID enrichment = UUID.randomUUID();
        DeliveryEvent delivered = event("batch", enrichment, "delivered", 1);
        store.store(
                List.of(event("batch", enrichment, "failed", 0), delivered, event("batch", enrichment, "killed", -1)));

        assertThat(latest("batch", 10)).containsExactly(delivered);
    }

    @Test
    void tellsConnectorsApart() throws Exception {
        UUID enrichment = UUID.randomUUID();
        store.store(List.of(event("one", enrichment, "delivered", 0), event("other", enrichment, "failed", 0)));

        assertThat(latest("one", 10)).extracting(DeliveryEvent::outcome).containsExactly("delivered");
        assertThat(latest("other", 10)).extracting(DeliveryEvent::outcome).containsExactly("failed");
    }

    @Test
    void givesTheLatestFirstAndNoMoreThanAsked() throws Exception {
        DeliveryEvent first = event("many", UUID.randomUUID(), "delivered", 0);
        DeliveryEvent second = event("many", UUID.randomUUID(), "delivered", 1);
        DeliveryEvent third = event("many", UUID.randomUUID(), "delivered", 2);
        store.store(List.of(second, third, first));

        assertThat(latest("many", 2)).containsExactly(third, second);
        assertThat(latest("nobody", 2)).isEmpty();
    }

    @Test
    void refusesWhatCanNeverBeStored() {
        DeliveryEvent noId = new DeliveryEvent(
                DeliveryEvent.SCHEMA,
                "no uuid",
                "refused",
                "ipv4",
                "203.0.114.9",
                "malicious",
                "AMBER",
                false,
                "failed",
                Optional.empty(),
                Optional.empty(),
                "HTTP 400",
                1,
                0,
                0,
                0,
                NOON);

        assertThatThrownBy(() -> store.store(List.of(noId))).isInstanceOf(RefusedEventException.class);
    }

    private List<DeliveryEvent> latest(String connector, int limit) throws StoreUnavailableException {
        return store.latest(connector + run, limit);
    }

    private DeliveryEvent event(String connector, UUID enrichment, String outcome, int minutesPastNoon) {
        boolean delivered = outcome.equals("delivered");
        return new DeliveryEvent(
                DeliveryEvent.SCHEMA,
                enrichment.toString(),
                connector + run,
                "ipv4",
                "203.0.114.9",
                "malicious",
                "AMBER+STRICT",
                true,
                outcome,
                Optional.of("created").filter(any -> delivered),
                Optional.of("event 7").filter(any -> delivered),
                delivered ? "" : "HTTP 400",
                3,
                2,
                512,
                40,
                NOON.plusSeconds(60L * minutesPastNoon));
    }
}
