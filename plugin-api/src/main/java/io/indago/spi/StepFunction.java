package io.indago.spi;

/**
 * Reads what came back and says what to do next. Runs on a thread of the plugin, after {@link Provider#lookup} returned.
 *
 * @param <I> what the host hands back: an {@link HttpReply}, or a list of them
 * @param <T> what comes out in the end
 * @since 1.0
 */
@FunctionalInterface
public interface StepFunction<I, T> {

    /**
     * The next step, never null.
     *
     * @throws ProviderException when the lookup fails for a reason the author knows
     * @throws Exception any other is reported as the plugin's own error
     */
    Step<T> apply(I input) throws Exception;
}
