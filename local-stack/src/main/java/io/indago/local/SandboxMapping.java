package io.indago.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** The text of one file of stub mappings, and where it was found. */
record SandboxMapping(String source, String json) {

    private static final Pattern LOCATION = Pattern.compile("META-INF/indago/sandbox/[^/]+\\.json");

    /** From {@code name.jar} and {@code name/*.jar}, the two shapes a plugin has. */
    static List<SandboxMapping> inJarsOf(Path plugins) {
        List<SandboxMapping> mappings = new ArrayList<>();
        for (Path entry : Folders.children(plugins)) {
            if (isJar(entry)) {
                mappings.addAll(inJar(entry));
            }
            Folders.children(entry).stream().filter(SandboxMapping::isJar).forEach(jar -> mappings.addAll(inJar(jar)));
        }
        return mappings;
    }

    private static List<SandboxMapping> inJar(Path path) {
        List<SandboxMapping> mappings = new ArrayList<>();
        try (JarFile jar = new JarFile(path.toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                if (LOCATION.matcher(entry.getName()).matches()) {
                    byte[] content = jar.getInputStream(entry).readAllBytes();
                    mappings.add(new SandboxMapping(
                            path + "!/" + entry.getName(), new String(content, StandardCharsets.UTF_8)));
                }
            }
        } catch (IOException e) {
            System.err.println("ERROR " + path + " is no readable jar: " + e.getMessage());
        }
        return mappings;
    }

    private static boolean isJar(Path path) {
        return path.getFileName().toString().endsWith(".jar");
    }
}
