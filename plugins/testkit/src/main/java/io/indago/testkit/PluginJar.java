package io.indago.testkit;

import io.indago.spi.Plugin;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Packs the plugin under test as its build will, so that it can be found in a plugins folder. */
final class PluginJar {
    private static final String NAME = "plugin-under-test";
    /** The name of the class loader the host gives it. */
    static final String LOADER = "plugin-" + NAME;

    private PluginJar() {}

    /** Writes a jar into the folder from where the plugin's class was loaded; its libraries go beside it. */
    static void write(Plugin plugin, Collection<Class<?>> libraries, Path plugins) throws IOException {
        Path folder = Files.createDirectories(plugins.resolve(NAME));
        write(plugin.getClass(), folder.resolve(NAME + ".jar"));
        int number = 0;
        for (Class<?> library : libraries) {
            write(library, folder.resolve("library-" + ++number + ".jar"));
        }
    }

    private static void write(Class<?> plugin, Path jar) throws IOException {
        Path origin = origin(plugin);
        if (Files.isRegularFile(origin)) {
            Files.copy(origin, jar);
            return;
        }
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest())) {
            for (Path file : files(origin)) {
                entries.putNextEntry(
                        new JarEntry(origin.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, entries);
                entries.closeEntry();
            }
        }
    }

    private static Path origin(Class<?> plugin) {
        try {
            return Path.of(
                    plugin.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(Path.of("META-INF", "MANIFEST.MF")))
                    .sorted()
                    .toList();
        }
    }

    private static Manifest manifest() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Indago-Api-Version", apiVersion());
        return manifest;
    }

    private static String apiVersion() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = PluginJar.class.getResourceAsStream("/io/indago/host/api-version.properties")) {
            properties.load(in);
        }
        return properties.getProperty("version");
    }
}
