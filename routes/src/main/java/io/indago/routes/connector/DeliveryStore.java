package io.indago.routes.connector;

import io.indago.routes.accounting.EventStore;
import java.util.List;

/** Where the account of deliveries ends: of one enrichment and connector the latest stays. */
public interface DeliveryStore extends EventStore<DeliveryEvent> {

    /**
     * The latest of that connector, the latest first.
     *
     * @throws StoreUnavailableException when the store can't be read now
     */
    List<DeliveryEvent> latest(String connector, int limit) throws StoreUnavailableException;
}
