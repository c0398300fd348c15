package io.indago.testkit;

import static java.util.Objects.requireNonNull;

import io.indago.spi.Plugin;
import io.indago.toolkit.DescriptorPlugin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A descriptor on the class path, {@code META-INF/indago/<name>}.
 *
 * <pre>{@code
 * FixtureHost host = FixtureHost.of(Descriptor.named("example.yaml").plugin(), Map.of());
 * }</pre>
 */
public final class Descriptor {
    private static final String FOLDER = "META-INF/indago/";

    private final String name;
    private final URL file;

    private Descriptor(String name, URL file) {
        this.name = name;
        this.file = file;
    }

    /**
     * The descriptor of that name, {@code example.yaml}.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Descriptor named(String name) {
        URL file = Thread.currentThread().getContextClassLoader().getResource(FOLDER + requireNonNull(name, "name"));
        if (file == null) {
            throw new IllegalArgumentException("no src/main/resources/" + FOLDER + name);
        }
        return new Descriptor(name, file);
    }

    /**
     * The plugin it describes.
     *
     * @throws AssertionError with everything that is wrong with it
     */
    public Plugin plugin() {
        List<String> problems = new ArrayList<>();
        try (InputStream in = file.openStream()) {
            Optional<Plugin> plugin = DescriptorPlugin.read(
                    name, in.readAllBytes(), Thread.currentThread().getContextClassLoader(), problems::add);
            return plugin.orElseThrow(() -> new AssertionError(String.join(System.lineSeparator(), problems)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The directory it is in as on the class path, or the jar. */
    Path origin() {
        try {
            if (file.openConnection() instanceof JarURLConnection jar) {
                return Path.of(URI.create(jar.getJarFileURL().toString()));
            }
            Path folder = Path.of(URI.create(file.toString())).getParent();
            return requireNonNull(requireNonNull(folder.getParent()).getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
