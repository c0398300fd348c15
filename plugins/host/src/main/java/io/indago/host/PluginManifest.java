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
 * What a plugin's files say about it before any of its classes is loaded.
 *
 * @param version blank when unsaid
 * @param apiVersion blank when unsaid
 * @param jars those of the plugin that could be read
 * @param descriptors files that describe providers
 * @param objections why it can't be loaded, for its author
 */
record PluginManifest(
        String version,
        String apiVersion,
        List<PluginJar> jars,
        List<DescriptorFile> descriptors,
        List<String> objections) {
    static final String SERVICES = "META-INF/services/io.indago.spi.Plugin";
    static final String API_VERSION = "Indago-Api-Version";
    private static final Pattern API_CLASS = Pattern.compile("(META-INF/versions/\\d+/)?io/indago/spi/.*\\.class");

    PluginManifest {
        jars = List.copyOf(jars);
        descriptors = List.copyOf(descriptors);
        objections = List.copyOf(objections);
    }

    /** The same for the same files. */
    String build() {
        return jars.stream().map(PluginJar::sha256).collect(Collectors.joining("+"));
    }

    static PluginManifest read(PluginBundle bundle, ApiVersion ours, AllowList allowed) {
        List<String> objections = new ArrayList<>();
        List<PluginJar> jars = new ArrayList<>();
        List<DescriptorFile> descriptors = new ArrayList<>();
        Optional<Manifest> manifest = Optional.empty();
        for (Path path : bundle.files()) {
            try {
                PluginJar jar = PluginJar.of(path);
                jars.add(jar);
                allowed.objection(jar).ifPresent(objections::add);
            } catch (IOException e) {
                objections.add(path.getFileName() + " can't be read: " + e.getMessage());
                continue;
            }
            if (DescriptorFile.is(path)) {
                return ofDescriptor(path, ours, jars, objections);
            }
            try (JarFile jar = new JarFile(path.toFile())) {
                if (jar.stream()
                        .anyMatch(entry -> API_CLASS.matcher(entry.getName()).matches())) {
                    objections.add(path.getFileName() + " contains the plugin API (io/indago/spi/): mark the dependency"
                            + " io.indago:indago-plugin-api as <scope>provided</scope>");
                }
                List<DescriptorFile> described = DescriptorFile.in(jar);
                descriptors.addAll(described);
                if (manifest.isEmpty() && (jar.getEntry(SERVICES) != null || !described.isEmpty())) {
                    manifest = Optional.of(jar.getManifest() == null ? new Manifest() : jar.getManifest());
                }
            } catch (IOException e) {
                objections.add(path.getFileName() + " is no readable jar: " + e.getMessage());
            }
        }
        if (objections.isEmpty() && manifest.isEmpty()) {
            objections.add(
                    "no jar of it has " + SERVICES + ": add that file with the name of its Plugin class, or describe"
                            + " its provider in " + DescriptorFile.FOLDER + "<id>.yaml");
        }
        String apiVersion = manifest.map(found -> value(found, API_VERSION)).orElse("");
        if (objections.isEmpty()) {
            versionObjection(apiVersion, ours).ifPresent(objections::add);
        }
        return new PluginManifest(
                manifest.map(found -> value(found, "Implementation-Version")).orElse(""),
                apiVersion,
                jars,
                descriptors,
                objections);
    }

    /** A file alone has no classes that were built for some API: it says the version of its format, which its reader checks. */
    private static PluginManifest ofDescriptor(
            Path file, ApiVersion ours, List<PluginJar> files, List<String> objections) {
        List<DescriptorFile> descriptors = new ArrayList<>();
        try {
            descriptors.add(DescriptorFile.of(file));
        } catch (IOException e) {
            objections.add(file.getFileName() + " can't be read: " + e.getMessage());
        }
        return new PluginManifest("", ours.toString(), files, descriptors, objections);
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
