package io.indago.local;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * Where a stack keeps its things.
 *
 * @param state data, logs and the list of processes of this one stack; use the same folder on every run, so that the
 *     next run finds and stops what a killed one left
 * @param cache what is expensive to prepare and the same for every stack of a checkout
 * @param plugins the jars whose {@code META-INF/indago/sandbox/*.json} the sandbox serves; need not exist
 * @param ports where everything listens
 */
public record LocalStackConfig(Path state, Path cache, Path plugins, Ports ports) {

    public LocalStackConfig {
        state = state.toAbsolutePath().normalize();
        cache = cache.toAbsolutePath().normalize();
        plugins = plugins.toAbsolutePath().normalize();
        requireNonNull(ports);
    }

    /** A stack on free ports which shares the checkout's cache, as tests want it. */
    public static LocalStackConfig in(Path state, Path plugins) {
        return new LocalStackConfig(state, Checkout.find().cache(), plugins, Ports.free());
    }

    Path logs() {
        return state.resolve("logs");
    }
}
