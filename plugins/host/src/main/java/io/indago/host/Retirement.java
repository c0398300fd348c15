package io.indago.host;

import io.indago.host.PluginProblem.Phase;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;

/**
 * Closes plugins that are no longer there: when their work under way is over, or after the longest a lookup may take. Until
 * then that work goes on as if nothing had happened.
 */
final class Retirement implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Retirement.class.getName());

    private final HostThreads threads;
    private final HostLimits limits;
    private final Set<HostedPlugin> leaving = ConcurrentHashMap.newKeySet();

    Retirement(HostThreads threads, HostLimits limits) {
        this.threads = threads;
        this.limits = limits;
    }

    /**
     * Lets it go.
     *
     * @param closed runs once it is closed, on a thread that may wait
     */
    void retire(HostedPlugin plugin, Runnable closed) {
        leaving.add(plugin);
        Runnable close = () -> {
            if (close(plugin)) {
                closed.run();
            }
        };
        Future<?> latest = threads.after(limits.drain(), close);
        plugin.retire()
                .thenRunAsync(
                        () -> {
                            latest.cancel(false);
                            close.run();
                        },
                        threads);
    }

    private boolean close(HostedPlugin plugin) {
        boolean first = leaving.remove(plugin);
        if (first) {
            plugin.doing(Phase.CLOSE, HostedPlugin::close);
            plugin.status().problems().stream()
                    .filter(problem -> problem.phase() == Phase.CLOSE)
                    .forEach(problem -> LOG.log(Level.WARNING, "{0}: {1}", problem.plugin(), problem.message()));
        }
        return first;
    }

    /** Closes at once what still is to leave. */
    @Override
    public void close() {
        threads.forEach(leaving, this::close);
    }
}
