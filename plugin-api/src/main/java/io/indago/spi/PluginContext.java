package io.indago.spi;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * What the host gives a provider for its whole life.
 *
 * @since 1.0
 */
public interface PluginContext {

    /**
     * Runs work on the plugin's own few threads: for a {@link Step.Await}. A full executor refuses with
     * {@link java.util.concurrent.RejectedExecutionException}.
     */
    Executor executor();

    /** The host's clock; tests set it. */
    Clock clock();

    /** A directory for this provider alone, created when first asked for; kept over restarts. */
    Path dataDirectory();
}
