package io.indago.hub;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.springframework.util.FileSystemUtils;

/** A plugin jar from a source of one class. */
final class CompiledPlugin {
    private CompiledPlugin() {}

    /** Writes {@code <name>.jar} with the public class {@code hostile.<name>}. */
    static void into(Path folder, String name, String source) throws IOException {
        Path work = Files.createTempDirectory("compiled-plugin-");
        try {
            Path file = Files.writeString(work.resolve(name + ".java"), source);
            Path classes = Files.createDirectory(work.resolve("classes"));
            List<String> options =
                    List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"), file.toString());
            if (ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new)) != 0) {
                throw new IllegalStateException(name + " does not compile");
            }
            pack(classes, name, Files.createDirectories(folder).resolve(name + ".jar"));
        } finally {
            FileSystemUtils.deleteRecursively(work);
        }
    }

    private static void pack(Path classes, String name, Path target) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Indago-Api-Version", "1.1");
        try (OutputStream out = Files.newOutputStream(target);
                JarOutputStream jar = new JarOutputStream(out, manifest);
                Stream<Path> compiled = Files.walk(classes)) {
            for (Path path : compiled.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new JarEntry(classes.relativize(path).toString()));
                Files.copy(path, jar);
            }
            jar.putNextEntry(new JarEntry("META-INF/services/io.indago.spi.Plugin"));
            jar.write(("hostile." + name).getBytes(StandardCharsets.UTF_8));
        }
    }
}
