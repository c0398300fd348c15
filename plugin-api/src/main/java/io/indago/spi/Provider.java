package io.indago.spi;

/**
 * Knows something about indicators and says which requests to make to find out. The host makes them.
 *
 * <p>Methods and {@linkplain StepFunction step functions} run on a few threads that belong to the plugin, for several
 * lookups at once: keep no state that one lookup writes and another reads. They should return at once. A provider opens
 * no sockets, starts no threads and reads no clock of its own; that is why it can't hang, leak or miss a deadline.
 *
 * @since 1.0
 */
public interface Provider extends AutoCloseable {

    /**
     * The first step of a lookup.
     *
     * @param indicator of one of {@link ProviderSpec#types()}, never another
     * @throws ProviderException when the lookup fails for a reason the author knows
     * @throws Exception any other is reported as the plugin's own error
     */
    Step<Report> lookup(Indicator indicator, LookupContext context) throws Exception;

    /**
     * The first step of a health check: reachable, credential accepted, quota left. It must cost nothing of a paid
     * quota and finish within a second. The default says {@link Health#unknown()}.
     *
     * @throws Exception as for {@link #lookup}; a check that fails says {@code down}
     */
    default Step<Health> health(LookupContext context) throws Exception {
        return Step.done(Health.unknown());
    }

    /** Called once, after the last lookup. The default does nothing. */
    @Override
    default void close() {}
}
