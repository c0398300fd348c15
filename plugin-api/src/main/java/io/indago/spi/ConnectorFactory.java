package io.indago.spi;

/**
 * Declares one connector and creates it, as a {@link ProviderFactory} does with a provider.
 *
 * @since 1.1
 */
public interface ConnectorFactory {

    /** What the connector is and needs, as data: no I/O. Called once, before any configuration is read. */
    ConnectorSpec spec();

    /**
     * A connector with that configuration, which the host has validated against {@link ConnectorSpec#config()}. Called
     * once per start on a thread of the plugin; must not touch the network.
     *
     * @throws RuntimeException when the configuration makes no sense after all; the connector is then rejected with the
     *     exception's message as its problem
     */
    Connector create(PluginConfig config, PluginContext context);
}
