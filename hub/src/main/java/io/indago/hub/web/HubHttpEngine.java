package io.indago.hub.web;

import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;

/**
 * Serves platform-http routes on the container's own request thread, from the request to the last byte of the answer. The
 * starter's engine hands each request to another thread, on which the caller's identity is gone; see
 * {@code docs/decisions}.
 */
final class HubHttpEngine implements PlatformHttpEngine {
    private final RestOperations operations;
    private final ArrivingBody bodies;
    private final int port;

    HubHttpEngine(RestOperations operations, ArrivingBody bodies, int port) {
        this.operations = operations;
        this.bodies = bodies;
        this.port = port;
    }

    @Override
    public PlatformHttpConsumer createConsumer(PlatformHttpEndpoint endpoint, Processor processor) {
        return new HubHttpConsumer(endpoint, processor, operations, bodies);
    }

    @Override
    public int getServerPort() {
        return port;
    }
}
