package io.indago.spi;

/**
 * Is told enrichments, and says which requests to make to put them where they belong: MISP, OpenCTI, a ticket. The host
 * makes them.
 *
 * <p>Methods and step functions run as a {@link Provider}'s do, and the same advice holds.
 *
 * @since 1.1
 */
public interface Connector extends AutoCloseable {

    /**
     * The first step of a push. The same enrichment may come again after a failure of anybody's: look for what is there
     * before creating it.
     *
     * @param enrichment of one of {@link ConnectorSpec#types()} and at most its TLP, never another
     * @throws ProviderException when the push fails for a reason the author knows; a refusal by the platform is one
     * @throws Exception any other is reported as the plugin's own error
     */
    Step<Delivery> push(Enrichment enrichment, LookupContext context) throws Exception;

    /**
     * The first step of a health check, as {@link Provider#health}.
     *
     * @throws Exception as for {@link #push}; a check that fails says {@code down}
     */
    default Step<Health> health(LookupContext context) throws Exception {
        return Step.done(Health.unknown());
    }

    /** Called once, after the last push. The default does nothing. */
    @Override
    default void close() {}
}
