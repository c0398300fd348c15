package io.indago.spi;

/**
 * Declares one provider and creates it. Plugin → factory → instance: a jar may offer several factories.
 *
 * @since 1.0
 */
public interface ProviderFactory {

    /** What the provider is and needs, as data: no I/O. Called once, before any configuration is read. */
    ProviderSpec spec();

    /**
     * A provider with that configuration, which the host has validated against {@link ProviderSpec#config()}. Called
     * once per start on a thread of the plugin; must not touch the network.
     *
     * @throws RuntimeException when the configuration makes no sense after all; the provider is then rejected with the
     *     exception's message as its problem
     */
    Provider create(PluginConfig config, PluginContext context);
}
