package io.indago.routes.api;

import io.indago.host.HostedConnector;
import io.indago.host.PluginHost;
import io.indago.routes.accounting.EventStore.StoreUnavailableException;
import io.indago.routes.api.DeliveriesDocument.DeliveryPart;
import io.indago.routes.connector.ConsumerGroups;
import io.indago.routes.connector.ConsumerGroups.Backlog;
import io.indago.routes.connector.ConsumerGroups.UnreachableException;
import io.indago.routes.connector.DeadLetters;
import io.indago.routes.connector.DeliveryStore;
import java.util.List;

/** What an operator can see of what connectors were told, and do about it. */
public final class ConnectorOperations {
    private final PluginHost host;
    private final ConsumerGroups groups;
    private final DeadLetters deadLetters;
    private final DeliveryStore deliveries;

    public ConnectorOperations(
            PluginHost host, ConsumerGroups groups, DeadLetters deadLetters, DeliveryStore deliveries) {
        this.host = host;
        this.groups = groups;
        this.deadLetters = deadLetters;
        this.deliveries = deliveries;
    }

    /**
     * What a connector was told last, and what it is still to be told.
     *
     * @throws NotFoundException when there is no connector of that id
     */
    DeliveriesDocument deliveries(String id, int limit)
            throws NotFoundException, StoreUnavailableException, UnreachableException {
        require(id);
        Backlog backlog = groups.backlog(id);
        return new DeliveriesDocument(
                id,
                backlog.waiting(),
                backlog.putAside(),
                deliveries.latest(id, limit).stream().map(DeliveryPart::of).toList());
    }

    /** Has it told again what it could not be told; how much that is. */
    RetryDocument retry(String id) throws NotFoundException, UnreachableException {
        require(id);
        return new RetryDocument(id, deadLetters.retry(id));
    }

    private void require(String id) throws NotFoundException {
        if (host.find(id).filter(HostedConnector.class::isInstance).isEmpty()) {
            List<String> ids = host.connectors().stream()
                    .map(connector -> connector.spec().id())
                    .toList();
            throw new NotFoundException("there is no connector '" + id + "', there is " + ids);
        }
    }
}
