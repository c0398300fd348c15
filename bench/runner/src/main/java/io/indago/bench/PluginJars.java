package io.indago.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/** Makes eight plugins of one jar: as with real ones, each has its own class loader, classes and threads. */
final class PluginJars {
    private PluginJars() {}

    static void copy(Path jar, Path folder) {
        try {
            Files.createDirectories(folder);
            for (String id : Ids.ALL) {
                copy(jar, folder.resolve(id + ".jar"), id);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to, String id) throws IOException {
        try (JarFile source = new JarFile(from.toFile());
                JarOutputStream target = new JarOutputStream(Files.newOutputStream(to), source.getManifest())) {
            for (Enumeration<JarEntry> entries = source.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (!entry.isDirectory() && !entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    target.putNextEntry(new JarEntry(entry.getName()));
                    source.getInputStream(entry).transferTo(target);
                }
            }
            target.putNextEntry(new JarEntry("provider-id.txt"));
            target.write(id.getBytes(StandardCharsets.UTF_8));
        }
    }
}
