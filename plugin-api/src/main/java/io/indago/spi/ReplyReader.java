package io.indago.spi;

/**
 * Reads the reply of a provider that is described in a file, where a mapping can't. The descriptor names the class,
 * {@code read: com.example.ExampleReader}; it is public, in the same jar, and has a constructor without parameters. There is
 * one per provider, used by several lookups at once.
 *
 * <pre>{@code
 * public final class ExampleReader implements ReplyReader {
 *     @Override
 *     public Step<Report> read(HttpReply reply, Indicator indicator, PluginConfig config, LookupContext context) {
 *         return Step.done(Report.hit(reply.json().textAt("/verdict", "seen")).build());
 *     }
 * }
 * }</pre>
 *
 * @since 1.2
 */
@FunctionalInterface
public interface ReplyReader {

    /**
     * What comes of that reply: a report, or the next call. Runs as a {@link StepFunction} does.
     *
     * @param reply of a status the descriptor does not give another meaning
     * @param config the provider's settings, as the descriptor declares them
     * @throws ProviderException when the lookup fails for a reason the author knows
     * @throws Exception any other is reported as the plugin's own error
     */
    Step<Report> read(HttpReply reply, Indicator indicator, PluginConfig config, LookupContext context)
            throws Exception;
}
