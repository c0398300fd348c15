package io.indago.host;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A plugin written in a test: source with holes to put bad code into, compiled and packed. Left alone, it is a good
 * plugin with one provider that makes one call and reports what came back.
 */
final class PluginFixture {
    private static final String SOURCE = """
            package fixture;
            import io.indago.spi.*;
            import java.util.*;
            import java.util.concurrent.*;
            import java.time.*;
            public class FixturePlugin implements Plugin {
                %static%
                public FixturePlugin() { %constructor% }
                public List<ProviderFactory> providers() { %providers% return List.of(new Factory()); }
                static void spin(String name) { while (System.getProperty(name) == null) Thread.onSpinWait(); }
                static class Factory implements ProviderFactory {
                    public ProviderSpec spec() { %spec% return ProviderSpec.builder("%id%", "Fixture").types(IndicatorType.IPV4)
                            .hosts("api.example.com").reliability(Reliability.B, "made up").config(%config%)%more%.build(); }
                    public Provider create(PluginConfig config, PluginContext context) { %create% return new Fixture(config, context); }
                }
                record Fixture(PluginConfig config, PluginContext context) implements Provider {
                    public Step<Report> lookup(Indicator indicator, LookupContext lookup) throws Exception { %lookup% }
                    Step<Report> call() { return Step.call(HttpCall.get("https://api.example.com/v1", "x").noDataOn(404), reply -> Step.done(Report.hit(reply.text()).build())); }
                    public void close() { %close% }
                }
            }
            """;

    private final String id;
    private final Map<String, String> code = new HashMap<>(Map.of("lookup", "return call();"));
    private final Map<String, String> classes = new TreeMap<>();
    private final Map<String, byte[]> entries = new TreeMap<>();
    private final List<String> left = new ArrayList<>();
    private String api = System.getProperty("java.class.path");
    private String manifest = "Manifest-Version: 1.0\nIndago-Api-Version: 1.0\nImplementation-Version: 7\n";

    private PluginFixture(String id) {
        this.id = id;
        entries.put("META-INF/services/io.indago.spi.Plugin", "fixture.FixturePlugin".getBytes(StandardCharsets.UTF_8));
    }

    static PluginFixture named(String id) {
        return new PluginFixture(id);
    }

    /** Puts code into a hole: static, constructor, providers, spec, config, more, create, lookup, close. */
    PluginFixture with(String hole, String java) {
        code.put(hole, java);
        return this;
    }

    PluginFixture withClass(String name, String java) {
        classes.put(name, java);
        return this;
    }

    PluginFixture withManifest(String text) {
        manifest = "Manifest-Version: 1.0\n" + text;
        return this;
    }

    PluginFixture withEntry(String name, String text) {
        entries.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Compiles it against that jar of the plugin API, and nothing else. */
    PluginFixture against(Path jar) {
        api = jar.toString();
        return this;
    }

    /** Leaves that class or entry out of the jar. */
    PluginFixture without(String name) {
        left.add(name);
        return this;
    }

    /** Writes {@code <id>.jar}. */
    void into(Path folder) throws IOException {
        into(folder, id + ".jar");
    }

    void into(Path folder, String file) throws IOException {
        Path work = Files.createTempDirectory(Files.createDirectories(folder), ".compiled-");
        Map<String, String> sources = new TreeMap<>(classes);
        sources.put("fixture/FixturePlugin", source());
        compile(sources, work, api);
        Map<String, byte[]> all = new TreeMap<>(entries);
        all.put("META-INF/MANIFEST.MF", manifest.getBytes(StandardCharsets.UTF_8));
        try (Stream<Path> compiled = Files.walk(work)) {
            for (Path path :
                    compiled.filter(each -> each.toString().endsWith(".class")).toList()) {
                all.put(work.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        }
        all.keySet().removeAll(left);
        try (OutputStream out = Files.newOutputStream(folder.resolve(file));
                JarOutputStream jar = new JarOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : all.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue());
                jar.closeEntry();
            }
        }
    }

    private String source() {
        String source = SOURCE.replace("%id%", id);
        for (String hole :
                List.of("static", "constructor", "providers", "spec", "config", "more", "create", "lookup", "close")) {
            source = source.replace("%" + hole + "%", code.getOrDefault(hole, ""));
        }
        return source;
    }

    private static void compile(Map<String, String> sources, Path work, String classPath) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = work.resolve(source.getKey() + ".java");
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source.getValue()));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean done = compiler.getTask(
                            messages,
                            manager,
                            null,
                            List.of("-proc:none", "-d", work.toString(), "-cp", classPath),
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
            if (!done) {
                throw new IllegalStateException("the fixture does not compile: " + messages);
            }
        }
    }
}
