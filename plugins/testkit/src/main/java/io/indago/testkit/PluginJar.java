package io.indago.testkit;

import io.indago.spi.Plugin;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * The plugin under test, packed as its build will so that it can be found in a plugins folder.
 *
 * @param folder the plugins folder, with nothing else in it
 * @param name the plugin's, which no other has in this process
 */
record PluginJar(Path folder, String name) {
    private static final String SERVICES = "META-INF/services/" + Plugin.class.getName();

    /** Writes a jar of what is in those directories, or copies the one it is; its libraries go beside it. */
    static PluginJar pack(Set<Path> origins, Collection<Class<?>> libraries, Path folder) throws IOException {
        PluginJar packed = new PluginJar(folder, "under-test-in-" + folder.getFileName());
        Path jars = Files.createDirectories(folder.resolve(packed.name));
        write(origins, jars.resolve("plugin.jar"));
        int number = 0;
        for (Class<?> library : libraries) {
            write(Set.of(origin(library)), jars.resolve("library-" + ++number + ".jar"));
        }
        return packed;
    }

    /** The name of the class loader the host gives it. */
    String loader() {
        return "plugin-" + name;
    }

    private static void write(Set<Path> origins, Path jar) throws IOException {
        Path first = origins.iterator().next();
        if (Files.isRegularFile(first)) {
            Files.copy(first, jar);
            return;
        }
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest())) {
            for (Path origin : origins) {
                for (Path file : files(origin)) {
                    entries.putNextEntry(
                            new JarEntry(origin.relativize(file).toString().replace('\\', '/')));
                    Files.copy(file, entries);
                    entries.closeEntry();
                }
            }
        }
    }

    /** Where a plugin's classes are; and its resources, which some builds keep apart. */
    static Set<Path> origins(Class<?> plugin) throws IOException {
        Set<Path> origins = new LinkedHashSet<>(Set.of(origin(plugin)));
        for (URL services : Collections.list(plugin.getClassLoader().getResources(SERVICES))) {
            if (services.getProtocol().equals("file")) {
                Path file = Path.of(URI.create(services.toString()));
                if (Files.readString(file).contains(plugin.getName())) {
                    origins.add(file.getParent().getParent().getParent());
                }
            }
        }
        return origins;
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
