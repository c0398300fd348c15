package io.indago.host;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The host's own copies of plugins' files, a directory for each plugin each time it is loaded. */
final class Copies implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Copies.class.getName());

    private final Path directory;
    private final AtomicInteger loaded = new AtomicInteger();

    private Copies(Path directory) {
        this.directory = directory;
    }

    static Copies create() throws IOException {
        return new Copies(Files.createTempDirectory("indago-plugins-"));
    }

    /** One that is not there yet. */
    Path next(String plugin) {
        return directory.resolve(loaded.incrementAndGet() + "-" + plugin);
    }

    @Override
    public void close() {
        delete(directory);
    }

    static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Copies of plugins stay in {0}", directory);
        }
    }
}
