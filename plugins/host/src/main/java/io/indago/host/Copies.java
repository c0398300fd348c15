package io.indago.host;

import java.io.IOException;
import java.io.UncheckedIOException;
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

    private static final int ATTEMPTS = 3;

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

    /** Once more where somebody else deletes at the same time. */
    static void delete(Path directory) {
        for (int attempt = 0; attempt < ATTEMPTS && Files.exists(directory); attempt++) {
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException | UncheckedIOException another) {
                LOG.log(Level.DEBUG, "Copies of plugins in {0} are going already", directory);
            }
        }
    }
}
