package io.indago.hub.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The image that the build made of the hub, its layers laid over each other in a folder. */
final class UnpackedImage {
    private final Path root;
    private final JsonNode config;
    private final List<TarArchiveEntry> entries;

    private UnpackedImage(Path root, JsonNode config, List<TarArchiveEntry> entries) {
        this.root = root;
        this.config = config;
        this.entries = entries;
    }

    /** @param root made anew */
    static UnpackedImage of(Path tar, Path root) throws IOException {
        delete(root);
        Path parts = root.resolveSibling(root.getFileName() + ".parts");
        delete(parts);
        try (InputStream image = Files.newInputStream(tar)) {
            unpack(image, parts);
        }
        JsonNode manifest = new ObjectMapper()
                .readTree(parts.resolve("manifest.json").toFile())
                .path(0);
        List<TarArchiveEntry> entries = new ArrayList<>();
        for (JsonNode layer : manifest.path("Layers")) {
            try (InputStream zipped = Files.newInputStream(parts.resolve(layer.textValue()));
                    InputStream image = new GZIPInputStream(zipped)) {
                entries.addAll(unpack(image, root));
            }
        }
        JsonNode config = new ObjectMapper()
                .readTree(parts.resolve(manifest.path("Config").textValue()).toFile());
        delete(parts);
        return new UnpackedImage(root, config, entries);
    }

    private static List<TarArchiveEntry> unpack(InputStream tar, Path folder) throws IOException {
        List<TarArchiveEntry> entries = new ArrayList<>();
        try (TarArchiveInputStream archive = new TarArchiveInputStream(new BufferedInputStream(tar))) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException(entry.getName() + " leads out of the image");
                }
                Files.createDirectories(entry.isDirectory() ? target : target.getParent());
                if (!entry.isDirectory()) {
                    Files.copy(archive, target, StandardCopyOption.REPLACE_EXISTING);
                }
                entries.add(entry);
            }
        }
        return entries;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    JsonNode config() {
        return config.path("config");
    }

    String created() {
        return config.path("created").textValue();
    }

    List<TarArchiveEntry> entries() {
        return entries;
    }

    Path workingDirectory() {
        return Path.of(rebased(config().path("WorkingDir").textValue()));
    }

    /** The entry point with this Java and this folder in place of the image's, what it refers to included. */
    List<String> command() throws IOException {
        List<String> command = StreamSupport.stream(config().path("Entrypoint").spliterator(), false)
                .map(JsonNode::textValue)
                .map(this::rebased)
                .collect(Collectors.toCollection(ArrayList::new));
        if (!command.get(0).equals("java")) {
            throw new IOException("the image starts " + command.get(0));
        }
        command.set(0, Path.of(System.getProperty("java.home"), "bin/java").toString());
        for (int index = 0; index < command.size(); index++) {
            if (command.get(index).startsWith("@")) {
                Path arguments = Path.of(command.get(index).substring(1));
                Path copy = root.resolveSibling(root.getFileName() + "." + arguments.getFileName());
                Files.writeString(copy, rebased(Files.readString(arguments)));
                command.set(index, "@" + copy);
            }
        }
        return command;
    }

    Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>();
        config().path("Env").forEach(variable -> {
            String[] parts = variable.textValue().split("=", 2);
            variables.put(parts[0], rebased(parts[1]));
        });
        return variables;
    }

    private String rebased(String text) {
        return text.replaceAll("(?<![\\w.])/indago\\b", root + "/indago");
    }

    /** Every file now in the folder, with its size. */
    Set<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            Set<String> found = new TreeSet<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.add(root.relativize(file) + " " + Files.size(file));
            }
            return found;
        }
    }
}
