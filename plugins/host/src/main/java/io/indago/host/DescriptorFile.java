package io.indago.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** A file that describes a plugin: one of its own in the plugins folder, or one in a jar. */
record DescriptorFile(String name, byte[] content) {
    static final String FOLDER = "META-INF/indago/";
    private static final Pattern NAME = Pattern.compile("[^/]+\\.ya?ml");
    /** More than any format takes, which says so; not more than anybody could mean. */
    private static final int MAX_BYTES = 1024 * 1024;

    static boolean is(Path file) {
        return NAME.matcher(file.getFileName().toString()).matches() && Files.isRegularFile(file);
    }

    static DescriptorFile of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new DescriptorFile(file.getFileName().toString(), in.readNBytes(MAX_BYTES));
        }
    }

    static List<DescriptorFile> in(JarFile jar) throws IOException {
        List<DescriptorFile> files = new ArrayList<>();
        List<JarEntry> entries = jar.stream()
                .filter(entry -> entry.getName().startsWith(FOLDER))
                .filter(entry ->
                        NAME.matcher(entry.getName().substring(FOLDER.length())).matches())
                .toList();
        for (JarEntry entry : entries) {
            try (InputStream in = jar.getInputStream(entry)) {
                files.add(new DescriptorFile(entry.getName().substring(FOLDER.length()), in.readNBytes(MAX_BYTES)));
            }
        }
        return files;
    }
}
