package io.indago.spi;

import java.util.List;

/**
 * What a plugin jar offers. {@link java.util.ServiceLoader} finds it: name the implementation in
 * {@code META-INF/services/io.indago.spi.Plugin}, one per jar.
 *
 * <p>The constructor takes no arguments and does nothing. The host creates the plugin once, in a class loader of its
 * own, on a thread that belongs to the plugin. New kinds of extensions arrive as further default methods.
 *
 * @since 1.0
 */
public interface Plugin {

    /** The providers in this jar, each with an id of its own; empty when there are none. Called once. */
    default List<ProviderFactory> providers() {
        return List.of();
    }

    /**
     * The connectors in this jar, each with an id of its own; empty when there are none. Called once.
     *
     * @since 1.1
     */
    default List<ConnectorFactory> connectors() {
        return List.of();
    }
}
