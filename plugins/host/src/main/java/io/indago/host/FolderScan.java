package io.indago.host;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the plugins of a folder, {@code name.jar}, {@code name.yaml} and {@code name/*.jar}, in the order of their names. */
final class FolderScan {
    private FolderScan() {}

    /** None when there is no folder. */
    static List<PluginBundle> scan(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<PluginBundle> bundles = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Path entry : entries(folder)) {
            if (Files.isDirectory(entry) || isJar(entry) || DescriptorFile.is(entry)) {
                // Two files may differ in their ends alone
                String name = names.add(name(entry))
                        ? name(entry)
                        : entry.getFileName().toString();
                bundles.add(new PluginBundle(name, Files.isDirectory(entry) ? jars(entry) : List.of(entry)));
            }
        }
        bundles.sort(Comparator.comparing(PluginBundle::name));
        return bundles;
    }

    private static List<Path> jars(Path directory) throws IOException {
        return entries(directory).stream().filter(FolderScan::isJar).toList();
    }

    private static List<Path> entries(Path directory) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(
                directory, entry -> !entry.getFileName().toString().startsWith("."))) {
            all.forEach(entries::add);
        }
        entries.sort(Comparator.naturalOrder());
        return entries;
    }

    private static boolean isJar(Path file) {
        return file.getFileName().toString().endsWith(".jar") && Files.isRegularFile(file);
    }

    private static String name(Path entry) {
        String name = entry.getFileName().toString();
        return Files.isDirectory(entry) ? name : name.substring(0, name.lastIndexOf('.'));
    }
}
