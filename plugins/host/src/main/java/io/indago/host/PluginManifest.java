package io.indago.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a plugin's jars say about it before any of its classes is loaded.
 *
 * @param version blank when unsaid
 * @param apiVersion blank when unsaid
 * @param jars those of the plugin that could be read
 * @param objections why it can't be loaded, for its author
 */
record PluginManifest(String version, String apiVersion, List<PluginJar> jars, List<String> objections) {
    static final String SERVICES = "META-INF/services/io.indago.spi.Plugin";
    static final String API_VERSION = "Indago-Api-Version";
    private static final Pattern API_CLASS = Pattern.compile("(META-INF/versions/\\d+/)?io/indago/spi/.*\\.class");

    PluginManifest {
        jars = List.copyOf(jars);
        objections = List.copyOf(objections);
    }

    /** The same for the same files. */
    String build() {
        return jars.stream().map(PluginJar::sha256).collect(Collectors.joining("+"));
    }

    static PluginManifest read(PluginBundle bundle, ApiVersion ours, AllowList allowed) {
        List<String> objections = new ArrayList<>();
        List<PluginJar> jars = new ArrayList<>();
        Optional<Manifest> manifest = Optional.empty();
        for (Path path : bundle.jars()) {
            try {
                PluginJar jar = PluginJar.of(path);
                jars.add(jar);
                allowed.objection(jar).ifPresent(objections::add);
            } catch (IOException e) {
                objections.add(path.getFileName() + " can't be read: " + e.getMessage());
                continue;
            }
            try (JarFile jar = new JarFile(path.toFile())) {
                if (jar.stream()
                        .anyMatch(entry -> API_CLASS.matcher(entry.getName()).matches())) {
                    objections.add(path.getFileName() + " contains the plugin API (io/indago/spi/): mark the dependency"
                            + " io.indago:indago-plugin-api as <scope>provided</scope>");
                }
                if (manifest.isEmpty() && jar.getEntry(SERVICES) != null) {
                    manifest = Optional.of(jar.getManifest() == null ? new Manifest() : jar.getManifest());
                }
            } catch (IOException e) {
                objections.add(path.getFileName() + " is no readable jar: " + e.getMessage());
            }
        }
        if (objections.isEmpty() && manifest.isEmpty()) {
            objections.add("no jar of it has " + SERVICES + ": add that file with the name of its Plugin class");
        }
        String apiVersion = manifest.map(found -> value(found, API_VERSION)).orElse("");
        if (objections.isEmpty()) {
            versionObjection(apiVersion, ours).ifPresent(objections::add);
        }
        return new PluginManifest(
                manifest.map(found -> value(found, "Implementation-Version")).orElse(""), apiVersion, jars, objections);
    }

    private static Optional<String> versionObjection(String apiVersion, ApiVersion ours) {
        if (apiVersion.isEmpty()) {
            return Optional.of("its jar's manifest has no " + API_VERSION + ": use indago-plugins as the parent pom, or"
                    + " add the entry to the manifest, now " + ours);
        }
        Optional<ApiVersion> theirs = ApiVersion.parse(apiVersion);
        if (theirs.isPresent() && ours.accepts(theirs.get())) {
            return Optional.empty();
        }
        return Optional.of("it is built against plugin API " + apiVersion + ", this hub has " + ours
                + ": build it against " + ours.major() + ".0 to " + ours + ", or update the hub");
    }

    private static String value(Manifest manifest, String name) {
        String value = manifest.getMainAttributes().getValue(name);
        return value == null ? "" : value.strip();
    }
}
