package io.indago.host;

import io.indago.spi.PluginContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executor;

/** What a provider gets for its life. */
record ProviderContext(Executor executor, Clock clock, Path directory) implements PluginContext {

    @Override
    public Path dataDirectory() {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("can't make the data directory " + directory, e);
        }
    }
}
